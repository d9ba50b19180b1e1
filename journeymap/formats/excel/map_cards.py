"""The channels of the map's sheet: one row or more each, with the cards of the touchpoints in heat colours."""

from dataclasses import replace

from journeymap.formats.excel.fit import line_height
from journeymap.formats.excel.map_frame import MapFrame
from journeymap.formats.excel.map_grid import StageSpan
from journeymap.formats.excel.map_head import hatch_on
from journeymap.formats.excel.style import Look, Run, ink_for
from journeymap.language import _
from journeymap.layout.palette import MUTED, RULE, WHITE
from journeymap.model.structure import Channel, Touchpoint
from journeymap.survey.display import show_n, show_value
from journeymap.words import CHANNEL_TYPES, word

TITLE_SIZE = 10.5
SCORE_SIZE = 9.5
TITLE_LINES = 6
LEAST_HEIGHT = 48.0
BOLT, DIAMOND = "⚡", "◆"


def write_channels(frame: MapFrame) -> None:
    """All channels from top to bottom, each behind a line."""
    for channel in frame.facts.journey.channels:
        frame.book.check()
        _channel(frame, channel)


def _channel(frame: MapFrame, channel: Channel) -> None:
    frame.separator()
    depth = frame.grid.depth(channel.id)
    frame.tinted(depth)
    frame.label(channel.title or _("Untitled"), word(CHANNEL_TYPES, channel.type), depth)
    for level in range(depth):
        highest = LEAST_HEIGHT
        for span in frame.grid.spans:
            for column in span.columns:
                stack = frame.grid.stacks.get((channel.id, column), ())
                if level < len(stack):
                    highest = max(highest, _card(frame, span, column, stack[level]))
        frame.height(highest)
        frame.row += 1


def _card(frame: MapFrame, span: StageSpan, column: int, touchpoint: Touchpoint) -> float:
    """Write a card into its cell; returns the height that it needs, in points."""
    fill = frame.facts.colour(touchpoint.id) or WHITE
    score = frame.facts.score(touchpoint.id)
    ink = ink_for(fill)
    title, lines = frame.fit.lines(
        touchpoint.title or _("Untitled"), span.card_width - 3, TITLE_SIZE, TITLE_LINES, bold=True
    )
    runs = [Run(title, TITLE_SIZE, True, ink if touchpoint.title else MUTED)]
    second = _second_line(frame, touchpoint, ink)
    if second:
        runs += [Run("\n", SCORE_SIZE, False, ink), *second]
    look = Look(
        size=TITLE_SIZE, bold=True, colour=ink, fill=fill, wrap=True, indent=1, edge=("thick", frame.tint(span))
    )
    if score is None or score.shown == "withheld":
        look = replace(look, edge=("thin", RULE))
    elif score.shown == "tentative":
        look = replace(look, edge=("mediumDashed", MUTED), hatch=hatch_on(fill))
    frame.book.put_runs(frame.sheet, frame.row, column, runs, frame.look(look))
    return lines * line_height(TITLE_SIZE) + (line_height(SCORE_SIZE) if second else 0) + 14


def _second_line(frame: MapFrame, touchpoint: Touchpoint, ink: str) -> list[Run]:
    """Score and number of answers, how many pain points, whether it is a moment of truth."""
    runs: list[Run] = []
    score = frame.facts.score(touchpoint.id)
    quiet = MUTED if frame.facts.colour(touchpoint.id) is None else ink
    if score is not None and score.shown == "withheld":
        runs.append(Run(frame.numbers(show_value(score, frame.facts.thresholds)), SCORE_SIZE, False, quiet))
    elif score is not None:
        runs.append(Run(frame.numbers(show_value(score)), SCORE_SIZE + 1, True, ink))
        runs.append(Run("  " + frame.numbers(show_n(score.n)), SCORE_SIZE, False, ink))
    pains = len(frame.facts.pains.get(touchpoint.id, ()))
    if pains:
        runs.append(Run(f"   {BOLT}{pains}", SCORE_SIZE, True, ink))
    if touchpoint.id in frame.facts.truths:
        runs.append(Run(f"   {DIAMOND}", SCORE_SIZE, True, ink))
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
    return runs
