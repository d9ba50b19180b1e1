"""What can't be compared on a heated map, and where its scores come from, in sentences."""

from collections.abc import Mapping, Sequence

from journeymap.language import _, ngettext
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Metric, Scale, Wave
from journeymap.model.structure import Stage, Touchpoint
from journeymap.survey.display import METRICS, metric_name, number, whole
from journeymap.survey.pooling import Pool
from journeymap.survey.words import STOP_WORDS, tokens

_WORDING = 3  # fewer words than this, apart from the element's title, are a code and no wording


def notes_on(
    journey: Journey, metric: Metric, heat: Mapping[str, Pool], by_metric: Mapping[Metric, Sequence[Counts]]
) -> tuple[str, ...]:
    """Sentences on what the colours of one heat hide: other metrics, scales, directions or wordings."""
    notes = []
    elsewhere = {
        each.target
        for other in METRICS
        if other != metric
        for each in by_metric.get(other, ())
        if each.target not in heat and each.target in journey
    }
    if elsewhere:
        notes.append(
            ngettext(
                "{n} element was measured with another metric than {metric} and has no colour.",
                "{n} elements were measured with another metric than {metric} and have no colour.",
                len(elsewhere),
            ).format(n=whole(len(elsewhere)), metric=metric_name(metric))
        )
    scales = {(pool.scale, pool.high_is_good) for pool in heat.values()}
    if len({scale for scale, _good in scales}) > 1:
        shown = ", ".join(scale_text(scale) for scale in sorted({scale for scale, _good in scales}))
        notes.append(
            _("The scores come from different scales ({scales}): compare their colours with care.").format(scales=shown)
        )
    elif len(scales) > 1:
        notes.append(
            _("For some questions high answers are good, for others low ones: compare their colours with care.")
        )
    if any(pool.left_out for pool in heat.values()):
        notes.append(_("Where questions have different scales, only the answers on the commonest scale are added up."))
    if _wordings(journey, heat) > 1:
        notes.append(_("The questions are worded differently: compare their scores with care."))
    return tuple(notes)


def scale_text(scale: Scale) -> str:
    """A scale: "1–5"."""
    low, high = (number(end, 0 if end.is_integer() else 2) for end in scale)
    return _("{low}–{high}").format(low=low, high=high)


def source_of(wave: Wave, segment: str, n: int) -> str:
    """Where the scores of a heat come from: "Source: survey.csv, Autumn 2026, 2,431 answers"."""
    answers = ngettext("{n} answer", "{n} answers", n).format(n=whole(n))
    parts = [part for part in (wave.source, wave.title, segment, answers) if part]
    return _("Source: {parts}").format(parts=_(", ").join(parts))


def _wordings(journey: Journey, heat: Mapping[str, Pool]) -> int:
    """How many different wordings the directly asked questions have, apart from what they ask about, as it was called then."""
    asked = {id: pool.question for id, pool in heat.items() if pool.question and not pool.pooled}
    # Names of columns are no wording; sentences are, and only they have several blanks.
    sentences = {
        id: question for id, question in asked.items() if question.count(" ") + question.count("_") >= _WORDING
    }
    if len(sentences) < 2:
        return 0
    found = set()
    for id, question in sentences.items():
        record = journey.records[id]
        title = heat[id].about or (record.title if isinstance(record, Touchpoint | Stage) else "")
        named = {word[:4] for word in tokens(title)} | STOP_WORDS
        rest = tuple(word for word in tokens(question) if word not in STOP_WORDS and word[:4] not in named)
        if len(rest) >= _WORDING:
            found.add(rest)
    return len(found)
