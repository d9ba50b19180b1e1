"""Settings of the open map as entries of the palette: what heats it, which lanes it shows, its language, its focus."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from journeymap import words
from journeymap.editor.document import Document
from journeymap.editor.inspector.forms import LANGUAGES
from journeymap.editor.palette.entry import SETTING, Entry, make_entry
from journeymap.language import N_, _
from journeymap.layout.focus import EVERYTHING, Focus
from journeymap.layout.lane_table import LaneSpec, all_lanes, shown_lanes
from journeymap.layout.palette import PALETTES
from journeymap.model.people import Persona
from journeymap.survey.display import metric_name
from journeymap.survey.overlay import HeatChoice, metrics, segments, waves


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting's value, and what choosing it does."""

    entry: Entry
    run: Callable[[], None]


def choices(document: Document) -> list[Choice]:
    """Everything that can be chosen for this map now."""
    return [*_heat(document), *_lanes(document), *_focus(document), *_language(document)]


def _heat(document: Document) -> Iterator[Choice]:
    journey, heat = document.journey, document.heat
    found = metrics(journey)
    shown = heat.metric or document.overlay.metric
    for metric in found:
        text = _("Heat: {metric}").format(metric=metric_name(metric))
        yield _heated(
            document, f"heat|{metric}", text, heat.on and metric == shown, replace(heat, on=True, metric=metric)
        )
    if not found:
        return
    yield _heated(document, "heat|none", _("No heat"), not heat.on, replace(heat, on=False))
    if named := segments(journey):
        yield _heated(document, "segment|", _("All segments"), not heat.segment, replace(heat, segment=""))
        for name in named:
            text = _("Segment: {segment}").format(segment=name)
            yield _heated(document, f"segment|{name}", text, heat.segment == name, replace(heat, segment=name))
    rounds = waves(journey)
    for wave in rounds:
        text = _("Wave: {wave}").format(wave=wave.title or _("Untitled"))
        on = heat.wave == wave.id or (not heat.wave and wave is rounds[-1])
        yield _heated(document, f"wave|{wave.id}", text, on, replace(heat, wave=wave.id))
    for key, palette in PALETTES.items():
        text = _("Colours: {palette}").format(palette=_(palette.name))
        yield _heated(document, f"colours|{key}", text, heat.palette == key, replace(heat, palette=key))


def _heated(document: Document, key: str, text: str, on: bool, heat: HeatChoice) -> Choice:
    return _choice(key, text, _("Heat"), "heat", on, partial(document.set_heat, heat))


def _lanes(document: Document) -> Iterator[Choice]:
    journey = document.journey
    shown = {spec.key for spec in shown_lanes(journey)}
    for spec in all_lanes(journey):
        text = _("Lane: {lane}").format(lane=lane_title(spec))
        on = spec.key in shown
        yield _choice(f"lane|{spec.key}", text, _("Lanes"), "lane", on, partial(show_lane, document, spec.key, not on))


def lane_title(spec: LaneSpec) -> str:
    """What a lane is called: a name in the language that is spoken, or the user's own."""
    own = spec.kind.startswith("own")
    return (spec.name or _("Untitled")) if own else _(spec.name)


def show_lane(document: Document, key: str, shown: bool) -> None:
    """Show a lane of the map, or hide it."""
    journey = document.journey
    keys = [spec.key for spec in shown_lanes(journey) if spec.key != key]
    lanes = (*keys, key) if shown else tuple(keys)
    with document.edit(N_("Show lane") if shown else N_("Hide lane")) as edit:
        edit.update(journey.info.id, lanes=lanes)


def _focus(document: Document) -> Iterator[Choice]:
    focus = document.focus
    for persona in document.journey.all(Persona):
        chosen = Focus(personas=frozenset({persona.id}))
        text = _("Focus: {what}").format(what=persona.title or _("Untitled"))
        yield _focused(document, f"focus|{persona.id}", text, chosen)
    yield _focused(document, "focus|assumed", _("Focus: what is only assumed"), Focus(assumed_only=True))
    yield _focused(document, "focus|severe", _("Focus: severe pain points"), Focus(least_severity=4))
    if focus:
        yield _focused(document, "focus|", _("Focus: the whole map"), EVERYTHING)


def _focused(document: Document, key: str, text: str, focus: Focus) -> Choice:
    return _choice(key, text, _("Focus"), "focus", document.focus == focus, partial(document.set_focus, focus))


def _language(document: Document) -> Iterator[Choice]:
    info = document.journey.info
    for code, name in LANGUAGES.items():
        text = _("Language of the map: {language}").format(language=_(name))
        run = partial(_set, document, N_("Change language"), "language", code)
        yield _choice(f"language|{code}", text, _("Map"), "settings", info.language == code, run)
    for code, name in words.VERSIONS.items():
        text = _("Version: {version}").format(version=_(name))
        run = partial(_set, document, N_("Change version"), "version", code)
        yield _choice(f"version|{code}", text, _("Map"), "settings", info.version == code, run)


def _set(document: Document, label: str, field: str, value: str) -> None:
    with document.edit(label) as edit:
        edit.update(document.journey.info.id, **{field: value})


def _choice(key: str, text: str, group: str, icon: str, on: bool, run: Callable[[], None]) -> Choice:
    return Choice(make_entry(key, text, SETTING, group, detail=group, icon=icon, checked=on), run)
