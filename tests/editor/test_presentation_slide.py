"""Slides fit on every screen, in letters that can be read from the back of a room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.presentation.block import Block, height_of
from journeymap.editor.presentation.facts import Facts, Felt, Found, Person, Said, facts_of
from journeymap.editor.presentation.fit import columns_of, heading_of
from journeymap.editor.presentation.letters import line_of, size_of, width_of
from journeymap.editor.presentation.map_part import MapPart
from journeymap.editor.presentation.places import Places, places_of
from journeymap.editor.presentation.slide import Look, make_slide, on_the_way, paint_slide
from journeymap.editor.presentation.steps import OVERVIEW, Step, StepKind, steps_of
from journeymap.layout.shapes import Rect
from journeymap.survey.overlay import HeatChoice, make_overlay
from tests.editor.presentation_hand import talk_map

SCREENS = [(1920, 1080), (1366, 768), (1024, 768), (1280, 1024), (3840, 2160), (800, 600), (1080, 1920)]
KINDS: list[StepKind] = ["overview", "stage", "touchpoint"]
words = st.text(st.sampled_from("abc ğŞшщپچ\n"), max_size=300)


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    return Facts(
        kicker=draw(words).replace("\n", " "),
        title=draw(words.filter(str.strip)),
        felt=tuple(
            Felt(draw(words), "#112233", -1.5, draw(st.floats(-1.5, 2))) for _ in range(draw(st.integers(0, 9)))
        ),
        texts=tuple(
            Said(draw(words.filter(str.strip)), draw(st.sampled_from(["", "Expects"])), draw(st.booleans()))
            for _ in range(draw(st.integers(0, 3)))
        ),
        found=tuple(
            Found(draw(st.sampled_from(["pain", "truth", "action"])), draw(words.filter(str.strip)), draw(words), grade)
            for grade in draw(st.lists(st.integers(0, 5), max_size=30))
        ),
        people=tuple(
            Person(draw(words.filter(str.strip)), draw(words), "#445566") for _ in range(draw(st.integers(0, 9)))
        ),
    )


def lines_in(blocks: list[Block]) -> list[tuple[float, float, str]]:
    """Face, room and text of every line."""
    return [(size_of(one.face), one.rect.w, line) for block in blocks for one in block.words for line in one.lines]


def assert_readable(blocks: list[Block], places: Places, place: Rect) -> None:
    assert height_of(blocks) <= place.h or len(blocks) == 1
    for block in blocks:
        for one in block.words:
            assert one.rect.x >= 0
            assert one.rect.right <= place.w + 1
            assert size_of(one.face) >= round(28 * places.unit), "too small for the back of the room"
            assert one.rect.y + len(one.lines) * line_of(one.face) <= block.height + 1
            for line in one.lines:
                assert width_of(line, one.face) <= max(one.rect.w, 0) + 1


@pytest.mark.parametrize("kind", KINDS)
@given(facts=any_facts(), screen=st.sampled_from(SCREENS), shape=st.floats(0.3, 12))
def test_whatever_is_said_fits(
    qapp: object, kind: StepKind, facts: Facts, screen: tuple[int, int], shape: float
) -> None:
    places = places_of(*screen, kind, shape)
    columns = columns_of(facts, places)
    assert len(columns) <= places.columns
    for number, blocks in enumerate(columns):
        assert_readable(blocks, places, places.column(number))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_on_anything_else(kind: StepKind, screen: tuple[int, int]) -> None:
    width, height = screen
    for shape in (0.4, 1.0, 3.0, 9.0):
        places = places_of(width, height, kind, shape)
        parts = [places.map, places.panel, places.strip]
        parts += [places.heading] if places.heading.h else []
        for place, one in enumerate(parts):
            assert one.x >= 0
            assert one.right <= width + 1
            assert one.bottom <= height + 1
            assert not any(one.grown(-1).touches(other.grown(-1)) for other in parts[place + 1 :])
        for number in range(places.columns):
            column = places.column(number)
            assert places.panel.x <= column.x
            assert column.right <= places.panel.right + 1


def test_at_full_hd_the_smallest_letters_have_28_pixels(qtbot: QtBot) -> None:
    journey = talk_map()
    overlay = make_overlay(journey)
    for way in ("stages", "touchpoints"):
        for step in steps_of(journey, way):
            part = MapPart(journey, overlay, HeatChoice(), "")
            slide = make_slide(step, facts_of(journey, overlay, step), part, 1920, 1080)
            lines = lines_in([block for blocks in (*slide.columns, slide.heading) for block in blocks])
            assert lines
            assert min(size for size, _room, _line in lines) >= 28


def test_with_little_to_say_letters_are_larger(qtbot: QtBot) -> None:
    places = places_of(1920, 1080, "touchpoint", 1)
    (blocks,) = columns_of(Facts("Move · Van", "Drives"), places)
    assert min(size for size, _room, _line in lines_in(blocks)) > 35


def test_what_has_no_room_is_counted(qtbot: QtBot) -> None:
    many = Facts("", "Drives", found=tuple(Found("pain", f"Pain {n}", "", 3) for n in range(40)))
    (blocks,) = columns_of(many, places_of(1920, 1080, "touchpoint", 1))
    said = [line for _size, _room, line in lines_in(blocks)]
    shown = sum(line.startswith("Pain ") for line in said)
    assert shown >= 3
    assert f"and {40 - shown} more pain points" in said


def test_a_title_that_is_too_long_for_its_place_is_set_smaller(qtbot: QtBot) -> None:
    places = places_of(1920, 1080, "overview", 3)
    sizes = [
        max(size for size, _room, _line in lines_in(heading_of(Facts("", title), places)))
        for title in ("Moving", "Moving house with children, two cats and a piano from one end of the country")
    ]
    assert sizes[0] > sizes[1]


class TestMapPart:
    @pytest.fixture(params=["en", "fa"])
    def part(self, request: pytest.FixtureRequest, qtbot: QtBot) -> MapPart:
        journey = talk_map(request.param)
        return MapPart(journey, make_overlay(journey), HeatChoice(), "")

    @pytest.mark.parametrize("step", [Step("stage", "s1", "s1"), Step("touchpoint", "t3", "s1"), OVERVIEW])
    @pytest.mark.parametrize("area", [Rect(0, 0, 1100, 1000), Rect(0, 0, 540, 720), Rect(0, 0, 1920, 500)])
    def test_the_view_holds_what_the_step_is_about(self, part: MapPart, step: Step, area: Rect) -> None:
        view = part.view(step, area)
        assert view.w / view.h == pytest.approx(area.w / area.h)
        wanted = part.bounds(step)
        if wanted is not None:
            assert view.x <= wanted.x
            assert wanted.right <= view.right
            assert view.y <= wanted.y
            assert wanted.bottom <= view.bottom

    def test_a_card_is_seen_with_its_neighbours(self, part: MapPart) -> None:
        view = part.view(Step("touchpoint", "t3", "s1"), Rect(0, 0, 1100, 1000))
        beside = part.bounds(Step("touchpoint", "t2", "s1"))
        assert beside is not None
        assert view.contains(*beside.centre)

    def test_the_first_touchpoint_stands_where_reading_begins(self, part: MapPart) -> None:
        first, last = (part.bounds(Step("touchpoint", id)) for id in ("t0", "t5"))
        assert first is not None
        assert last is not None
        assert (first.x < last.x) != part.rtl


def test_the_way_to_a_slide_begins_where_the_room_looks_and_ends_at_the_slide(qtbot: QtBot) -> None:
    journey = talk_map()
    overlay = make_overlay(journey)
    part = MapPart(journey, overlay, HeatChoice(), "")
    first, second = (
        make_slide(step, facts_of(journey, overlay, step), part, 1366, 768)
        for step in (OVERVIEW, Step("stage", "s1", "s1"))
    )
    start = Look(first.places.map, first.view)
    assert on_the_way(start, second, 0) == start
    assert on_the_way(start, second, 1) == Look(second.places.map, second.view)
    middle = on_the_way(start, second, 0.5)
    assert min(start.view.w, second.view.w) < middle.view.w < max(start.view.w, second.view.w)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_text_is_painted_on_the_far_side_of_the_map(language: str, qtbot: QtBot) -> None:
    journey = talk_map(language)
    overlay = make_overlay(journey)
    part = MapPart(journey, overlay, HeatChoice(), "")
    step = Step("touchpoint", "t3", "s1")
    slide = make_slide(step, facts_of(journey, overlay, step), part, 1366, 768)
    image = QImage(1366, 768, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    with QPainter(image) as painter:
        paint_slide(painter, slide, part, on_the_way(None, slide, 1), 1)
    corner = QColor(image.pixel(8 if part.rtl else 1357, 8))
    assert corner == QColor("#FFFFFF")
    assert QColor(image.pixel(1357 if part.rtl else 8, 8)) != corner
    dark = [x for x in range(1366) for y in (60, 75, 90) if QColor(image.pixel(x, y)).lightness() < 60]
    assert all(x < 683 for x in dark) if part.rtl else all(x > 683 for x in dark)
    assert dark


def test_an_untitled_map_without_anything_can_be_shown(qtbot: QtBot) -> None:
    journey = Journey()
    overlay = make_overlay(journey)
    part = MapPart(journey, overlay, HeatChoice(), "")
    slide = make_slide(OVERVIEW, facts_of(journey, overlay, OVERVIEW), part, 1024, 768)
    image = QImage(1024, 768, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_slide(painter, slide, part, on_the_way(None, slide, 1), 1)
    assert [line for _size, _room, line in lines_in(list(slide.heading))] == ["as-is", "Untitled journey"]
