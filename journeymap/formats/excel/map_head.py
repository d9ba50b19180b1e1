"""The head of the map's sheet: title, whom it is about, the overall score, and the stages with their goals and scores."""

from dataclasses import replace

from journeymap.formats.excel.fit import line_height
from journeymap.formats.excel.map_frame import MapFrame
from journeymap.formats.excel.map_grid import StageSpan
from journeymap.formats.excel.style import Look, Run, ink_for
from journeymap.language import _
from journeymap.layout.palette import INK, MUTED, NO_HEAT, WHITE, mix
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.model.structure import JOURNEY_ID
from journeymap.survey.display import metric_name, show_margin, show_n, show_value
from journeymap.survey.score import Score, Thresholds
from journeymap.words import VERSIONS, word

PLAIN_HEADER = "#D3DCE8"
FIGURE_WIDTH = 30.0


def write_title(frame: MapFrame) -> None:
    """Title and subtitle over the whole width, the overall score at the end where there is room."""
    grid, info = frame.grid, frame.facts.journey.info
    overall = frame.facts.score(JOURNEY_ID)
    aside = overall is not None and len(grid.spans) > 1 and grid.spans[-1].width >= FIGURE_WIDTH
    last = grid.spans[-2].last if aside else grid.last
    room = grid.width - (grid.spans[-1].width if aside else 0)
    subtitle = subtitle_text(frame.facts.journey)
    if overall is not None and not aside:
        subtitle += "   ·   " + frame.numbers(overall_text(overall, frame.facts.thresholds))

    title = info.title or _("Untitled journey")
    for text, size, bold, colour, most in ((title, 20.0, True, INK, 3), (subtitle, 11.0, False, MUTED, 4)):
        shown, lines = frame.fit.lines(text, room, size, most, bold)
        look = Look(size=size, bold=bold, colour=colour, wrap=True)
        frame.book.put(frame.sheet, frame.row, 1, shown, frame.look(look))
        frame.merge(frame.row, 1, frame.row, last)
        frame.height(lines * line_height(size) + 4)
        frame.row += 1
    if aside and overall is not None:
        _overall(frame, overall)
    frame.height(6)
    frame.row += 1


def subtitle_text(journey: Journey) -> str:
    """Personas, client, version and period in one line."""
    info = journey.info
    names = [persona.title for persona in journey.all(Persona) if persona.title]
    parts = [
        _("Persona: {names}").format(names=", ".join(names)) if names else "",
        _("Client: {client}").format(client=info.client) if info.client else "",
        ", ".join(part for part in (word(VERSIONS, info.version), info.period) if part),
    ]
    return "   ·   ".join(part for part in parts if part)


def overall_text(score: Score, thresholds: Thresholds) -> str:
    """The journey's own score in one line."""
    label = _("Overall {metric}").format(metric=metric_name(score.metric))
    return f"{label} {show_value(score, thresholds)} {facts_of(score)}".strip()


def facts_of(score: Score) -> str:
    """Interval and number of answers; nothing for a score that is withheld."""
    return "" if score.shown == "withheld" else f"{show_margin(score)} {show_n(score.n)}"


def _overall(frame: MapFrame, score: Score) -> None:
    span = frame.grid.spans[-1]
    runs = [
        Run(_("Overall {metric}").format(metric=metric_name(score.metric)) + "\n", 9, False, MUTED),
        Run(frame.numbers(show_value(score, frame.facts.thresholds)), 18, True, INK),
        Run("  " + frame.numbers(facts_of(score)), 10, False, MUTED),
    ]
    look = frame.look(Look(wrap=True, across=frame.end))
    frame.book.put_runs(frame.sheet, 1, span.first, runs, look)
    frame.merge(1, span.first, 2, span.last)


def write_stages(frame: MapFrame) -> None:
    """The stages' names, their goals where any has one, their scores where the map is heated; all in heat colour."""
    stages = [span.stage for span in frame.grid.spans]
    if not stages:
        return
    _row(frame, [stage.title or _("Untitled stage") for stage in stages], Look(size=14, bold=True, down="bottom"), 3)
    if any(stage.goal for stage in stages):
        _row(frame, [stage.goal for stage in stages], Look(size=10, down="top"), 4)
    if frame.facts.overlay.metric is not None:
        scores = [frame.facts.score(stage.id) for stage in stages]
        texts = [frame.numbers(score_text(score, frame.facts.thresholds)) if score else "" for score in scores]
        _row(frame, texts, Look(size=11, bold=True), 2, scores)


def score_text(score: Score, thresholds: Thresholds) -> str:
    """A stage's score: metric, value, interval and number of answers."""
    return f"{metric_name(score.metric)} {show_value(score, thresholds)} {facts_of(score)}".strip()


def header_fill(frame: MapFrame, span: StageSpan) -> str:
    """The colour of a stage's header."""
    heated = NO_HEAT if frame.facts.overlay.metric is not None else PLAIN_HEADER
    return frame.facts.colour(span.stage.id) or heated


def hatch_on(fill: str) -> str:
    """The colour of the lines over a score from few answers: away from the ink, so that it can still be read."""
    return mix(fill, INK, 0.35) if ink_for(fill) == WHITE else mix(fill, WHITE, 0.4)


def _row(frame: MapFrame, texts: list[str], look: Look, most: int, scores: list[Score | None] | None = None) -> None:
    highest = 1
    for place, (span, text) in enumerate(zip(frame.grid.spans, texts, strict=True)):
        fill = header_fill(frame, span)
        score = scores[place] if scores else None
        hatch = hatch_on(fill) if score is not None and score.shown == "tentative" else None
        own = frame.look(replace(look, fill=fill, hatch=hatch, colour=ink_for(fill), wrap=True, indent=1))
        shown, lines = frame.fit.lines(text, span.width - 3, look.size, most, look.bold)
        frame.book.fill(frame.sheet, (frame.row, span.first, frame.row, span.last), own)
        frame.book.put(frame.sheet, frame.row, span.first, shown, own)
        frame.merge(frame.row, span.first, frame.row, span.last)
        highest = max(highest, lines)
    frame.height(highest * line_height(look.size) + 6)
    frame.row += 1
