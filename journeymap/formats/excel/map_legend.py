"""The foot of the map's sheet: the heat ramp with its values, what the marks mean, where the scores come from."""

from journeymap.formats.excel.fit import line_height
from journeymap.formats.excel.map_cards import BOLT, DIAMOND
from journeymap.formats.excel.map_frame import MapFrame
from journeymap.formats.excel.style import Look, ink_for
from journeymap.language import _, ngettext
from journeymap.layout.palette import MUTED, heat_range, ramp
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.measures import Metric
from journeymap.model.people import Emotion
from journeymap.survey.display import metric_name, number, percent, signed

MOST_STOPS = 5


def write_legend(frame: MapFrame, missing: int) -> None:
    """Legend, source and notes, below everything else; `missing` rows of the tables did not fit."""
    frame.height(8)
    frame.row += 1
    _ramp(frame)
    frame.height(5)
    frame.row += 1
    facts = frame.facts
    lines = ["   ·   ".join(_marks(frame)), *_sources(frame)]
    if facts.overlay.metric is not None:
        lines += facts.overlay.notes
    if frame.book.cut:
        text = ngettext(
            "{n} text was too long for Excel and was cut.",
            "{n} texts were too long for Excel and were cut.",
            frame.book.cut,
        )
        lines.append(text.format(n=frame.book.cut))
    if missing:
        lines.append(_("{n} rows did not fit into the tables: a sheet has no more than 1,048,576.").format(n=missing))
    for line in lines:
        if line:
            _line(frame, line)


def _line(frame: MapFrame, text: str) -> None:
    shown, lines = frame.fit.lines(text, frame.grid.width, 9.5, 6)
    frame.book.put(frame.sheet, frame.row, 1, shown, frame.look(Look(size=9.5, colour=MUTED, wrap=True)))
    frame.merge(frame.row, 1, frame.row, frame.grid.last)
    frame.height(lines * line_height(9.5) + 3)
    frame.row += 1


def _ramp(frame: MapFrame) -> None:
    overlay = frame.facts.overlay
    score = next(iter(overlay.scores.values()), None)
    if overlay.metric is None or score is None or not frame.grid.spans:
        return
    low, high = heat_range(score.metric, score.scale)
    columns = [column for column, _place in zip(frame.grid.cells(), range(MOST_STOPS), strict=False)]
    label = Look(size=10, bold=True, colour=MUTED)
    frame.book.put(frame.sheet, frame.row, 1, metric_name(score.metric), frame.look(label))
    for place, column in enumerate(columns):
        part = place / (len(columns) - 1) if len(columns) > 1 else 0.5
        fill = ramp(part if score.high_is_good else 1 - part, frame.facts.palette)
        text = frame.numbers(_bound(score.metric, low + part * (high - low)))
        look = Look(size=9.5, bold=True, colour=ink_for(fill), fill=fill, across="center")
        frame.book.put(frame.sheet, frame.row, column, text, frame.look(look))
    frame.height(17)
    frame.row += 1


def _bound(metric: Metric, value: float) -> str:
    if metric == "nps":
        return signed(value)
    return percent(value) if metric == "csat" else number(value, 0 if value == int(value) else 1)


def _marks(frame: MapFrame) -> list[str]:
    """What each mark that the map uses means."""
    journey, overlay, limits = frame.facts.journey, frame.facts.overlay, frame.facts.thresholds
    marks = []
    if journey.all(PainPoint):
        marks.append(BOLT + " " + _("pain points"))
    if journey.all(MomentOfTruth):
        marks.append(DIAMOND + " " + _("moment of truth"))
    if journey.all(Emotion):
        marks.append(_("emotion: felt in the workshop, −2 to +2"))
    shown = {score.shown for score in overlay.scores.values()} if overlay.metric is not None else set()
    if "tentative" in shown:
        marks.append(_("hatched, dashed outline: fewer than {n} answers").format(n=limits.tentative))
    if "withheld" in shown:
        marks.append(_("n<{n}: too few answers to be shown").format(n=limits.withhold))
    return marks


def _sources(frame: MapFrame) -> list[str]:
    info, overlay = frame.facts.journey.info, frame.facts.overlay
    source = overlay.source if overlay.metric else ""
    drawn = _("drawn {date}").format(date=info.drawn) if info.drawn else ""
    author = _("by {author}").format(author=info.author) if info.author else ""
    return ["   ·   ".join(part for part in (source, drawn, author) if part)]
