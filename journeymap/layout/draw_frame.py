"""What stands around the map: title and key figures above, the channels' names beside it, legend and source below."""

from journeymap.language import _
from journeymap.layout.draw_card import PAIN_INK, TRUTH_FILL, diamond
from journeymap.layout.draw_difference import SIGNS, difference_badge
from journeymap.layout.draw_emotion import MEASURED, MEASURED_BAND, TARGET
from journeymap.layout.map_layout import RowBox
from journeymap.layout.palette import INK, MUTED, RULE, WHITE, heat_range, ramp
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Box, Circle, Curve, Polygon, Rect, Shape, Text
from journeymap.layout.text import elide, isolated, wrap
from journeymap.model.measures import Metric
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import JOURNEY_ID, Channel, Touchpoint
from journeymap.survey.display import metric_name, number, percent, show_value, signed, whole
from journeymap.survey.score import Score
from journeymap.words import VERSIONS, word

RAMP_WIDTH, RAMP_STEPS = 300.0, 60


def row_shapes(scene: Scene, box: RowBox) -> list[Shape]:
    """The line above a channel and its name."""
    channel = scene.journey.get(Channel, box.id)
    rect = box.rect
    place = Rect(box.label.x + 4, rect.y + 36, box.label.w - 4, 38)
    lines = wrap(channel.title or _("Untitled"), "channel", place.w, 2, scene.measure)
    ink = INK if channel.title else MUTED
    return [Curve(((rect.x, rect.y), (rect.right, rect.y)), RULE, 1), Text(place, lines, "channel", ink)]


def title_shapes(scene: Scene) -> list[Shape]:
    """Title and subtitle, and a box of key figures where there are scores."""
    place = scene.layout.title
    figures = _figures(scene)
    room = place.w - 20 - (len(figures) * 130 + 30 if figures else 0)
    title = elide(scene.journey.info.title or _("Untitled journey"), "title", room, scene.measure)
    subtitle = elide(subtitle_text(scene), "subtitle", room, scene.measure)
    shapes: list[Shape] = [
        Text(Rect(place.x + 10, 17, room, 38), (title,), "title", INK),
        Text(Rect(place.x + 10, 61, room, 20), (subtitle,), "subtitle", MUTED),
    ]
    return shapes + _figure_box(scene, figures, place.right)


def subtitle_text(scene: Scene) -> str:
    """Personas, client, version and period in one line."""
    info = scene.journey.info
    names = [persona.title for persona in scene.journey.all(Persona) if persona.title]
    parts = [
        _("Persona: {names}").format(names=", ".join(map(isolated, names))) if names else "",
        _("Client: {client}").format(client=isolated(info.client)) if info.client else "",
        ", ".join(part for part in (word(VERSIONS, info.version), isolated(info.period)) if part),
    ]
    return "   ·   ".join(part for part in parts if part)


def _figures(scene: Scene) -> list[tuple[str, str, str]]:
    """Label, figure and colour of each key figure."""
    overall = scene.score(JOURNEY_ID)
    if overall is None:
        return []
    name = metric_name(overall.metric)
    figures = [
        (_("Overall {metric}").format(metric=name), show_value(overall), INK),
        (_("Answers"), whole(overall.n), INK),
    ]
    worst = lowest(scene)
    if worst is not None:
        title = scene.journey.get(Touchpoint, worst.target).title
        figures.append((_("Lowest score"), title, "#B42318"))
    return figures


def lowest(scene: Scene) -> Score | None:
    """The touchpoint's score that is worst among those with enough answers."""
    scores = [score for id, score in scene.overlay.scores.items() if id in scene.layout.cards and score.shown == "full"]
    return min(scores, key=lambda score: score.good, default=None)


def _figure_box(scene: Scene, figures: list[tuple[str, str, str]], right: float) -> list[Shape]:
    if not figures:
        return []
    widths = [120.0 if place < 2 else 170.0 for place in range(len(figures))]
    box = Rect(right - sum(widths) - 30, 22, sum(widths) + 30, 62)
    shapes: list[Shape] = [Box(box, WHITE, RULE, 1, 10)]
    x = box.x + 20
    for (label, figure, colour), width in zip(figures, widths, strict=True):
        style = "kpi" if width < 150 else "score"
        y = box.y + (27 if style == "kpi" else 31)
        shapes.append(Text(Rect(x, box.y + 10, width - 10, 17), (label,), "kpi-label", MUTED))
        shapes.append(
            Text(Rect(x, y, width - 10, 28), (elide(figure, style, width - 10, scene.measure),), style, colour)
        )
        x += width
    return shapes


def legend_shapes(scene: Scene) -> list[Shape]:
    """The heat ramp with its ends, what the marks mean, and where the scores come from."""
    place = scene.layout.legend
    y = place.y + 20
    shapes: list[Shape] = []
    x = place.x + 10
    metric = scene.overlay.metric if scene.layout.options.heat else None
    score = next(iter(scene.overlay.scores.values()), None)
    if metric is not None and score is not None:
        name = metric_name(metric)
        width = scene.measure.width(name, "kpi-label")
        shapes.append(Text(Rect(x, y, width + 4, 17), (name,), "kpi-label", MUTED))
        shapes += _ramp(scene, score, x + width + 14, y)
        x += width + 14 + RAMP_WIDTH + 28
    notes_x = x
    x, marks = _marks(scene, x, y)
    shapes += marks
    source = [part for part in (scene.overlay.source if metric else "", _drawn(scene)) if part]
    room = place.right - 8 - x - 20
    if source and room > 60:
        text = elide("   ·   ".join(source), "legend", room, scene.measure)
        shapes.append(Text(Rect(place.right - 8 - room, y, room, 17), (text,), "legend", MUTED, "end"))
    notes = " ".join(scene.overlay.notes) if metric else ""
    if notes:
        room = place.right - 8 - notes_x
        text = elide(notes, "small", room, scene.measure)
        shapes.append(Text(Rect(notes_x, y + 22, room, 15), (text,), "small", PAIN_INK))
    return shapes


def _drawn(scene: Scene) -> str:
    drawn = scene.journey.info.drawn
    return _("drawn {date}").format(date=drawn) if drawn else ""


def _ramp(scene: Scene, score: Score, x: float, y: float) -> list[Shape]:
    low, high = heat_range(score.metric, score.scale)
    step = RAMP_WIDTH / RAMP_STEPS
    shapes: list[Shape] = []
    for place in range(RAMP_STEPS):
        part = (place + 0.5) / RAMP_STEPS
        colour = ramp(part if score.high_is_good else 1 - part, scene.layout.options.palette)
        shapes.append(Box(Rect(x + place * step, y, step + 1, 18), colour))
    bounds = (low, (low + high) / 2, high)
    places = ((x, "start"), (x + RAMP_WIDTH / 2 - 30, "middle"), (x + RAMP_WIDTH - 60, "end"))
    for bound, (left, align) in zip(bounds, places, strict=True):
        label = _bound(score.metric, bound)
        shapes.append(Text(Rect(left, y + 20, 60, 15), (label,), "small", MUTED, align))  # type: ignore[arg-type]
    return shapes


def _bound(metric: Metric, value: float) -> str:
    if metric == "nps":
        return signed(value)
    return percent(value) if metric == "csat" else number(value, 0 if value == int(value) else 1)


def _marks(scene: Scene, x: float, y: float) -> tuple[float, list[Shape]]:
    """What each mark means, and where the last one ends."""
    shapes: list[Shape] = []
    heated = scene.overlay.metric is not None and scene.layout.options.heat
    marks = [(_("pain points"), "bolt"), (_("moment of truth"), "diamond")]
    if heated:
        marks.append((_("fewer than {n} answers").format(n=whole(scene.overlay.thresholds.tentative)), "hatch"))
    if "emotion" in scene.layout.lanes:
        marks += _whose_curves(scene)
        if heated:
            marks += [(_("measured, with 95 % interval"), "measured"), (_("felt differs from measured"), "ring")]
        if heated and any(stage.target is not None for stage in scene.journey.stages):
            marks.append((_("target"), "target"))
    if scene.differences:
        marks = [(_(sign.name), kind) for kind, sign in SIGNS.items()]
    for text, mark in marks:
        shapes += _mark(mark, x, y)
        width = scene.measure.width(text, "legend")
        shapes.append(Text(Rect(x + 20, y, width + 4, 17), (text,), "legend", MUTED))
        x += 20 + width + 24
    return x, shapes


def _whose_curves(scene: Scene) -> list[tuple[str, str]]:
    """One curve is what the workshop felt; of several, each is its persona's, in its colour."""
    felt = {emotion.persona for emotion in scene.journey.all(Emotion)}
    wanted = scene.focus.personas
    personas = [p for p in scene.journey.all(Persona) if p.id in felt and (not wanted or p.id in wanted)]
    if len(personas) < 2:
        return [(_("felt in the workshop"), INK if not personas else personas[0].colour)]
    names = [(elide(persona.title or _("Untitled"), "legend", 210, scene.measure), persona) for persona in personas[:5]]
    return [(name, persona.colour) for name, persona in names]


def _mark(mark: str, x: float, y: float) -> list[Shape]:
    line = ((x - 6, y + 9), (x + 14, y + 9))
    if mark in SIGNS:
        return difference_badge(mark, x + 5, y + 9)
    if mark == "bolt":
        corners = ((6.0, 2.0), (1.0, 10.0), (5.0, 10.0), (3.0, 16.0), (9.5, 7.5), (5.0, 7.5))
        return [Polygon(tuple((x + dx, y + dy) for dx, dy in corners), PAIN_INK)]
    if mark == "diamond":
        return [Polygon(diamond(x + 5, y + 9, 7), TRUTH_FILL)]
    if mark == "hatch":
        return [Box(Rect(x - 6, y + 2, 20, 14), "#C3CBD8", radius=4, hatch=WHITE)]
    if mark.startswith("#"):
        return [Curve(line, mark, 3)]
    if mark == "target":
        return [Curve(line, TARGET, 1.8, dash=(2, 4))]
    if mark == "measured":
        return [Box(Rect(x - 6, y + 4, 20, 10), MEASURED_BAND), Curve(line, MEASURED, 1.6, dash=(4, 3))]
    return [Circle(x + 5, y + 9, 7, None, MEASURED, 1.6), Circle(x + 5, y + 9, 4, MUTED)]
