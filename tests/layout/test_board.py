"""Board and matrix by their geometry: nothing overlaps, points lead to places and back, mirrored they are the same."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.layout.action_facts import ActionFacts
from journeymap.layout.actions_picture import What, actions_picture, moved
from journeymap.layout.board import MARGIN, Board, build_board
from journeymap.layout.matrix import Matrix, build_matrix, cell_of, levelled
from journeymap.layout.shapes import Box, Circle, Curve, Photo, Polygon, Rect, Shape, Text, mirror
from journeymap.layout.text import RoughMeasure
from journeymap.model.action_moves import STATUSES, column_of, place_actions
from journeymap.model.findings import Action, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.record import make
from journeymap.model.structure import Channel, JourneyInfo, Stage, Touchpoint

TODAY = date(2026, 11, 22)
five = st.none() | st.integers(1, 5)
actions: st.SearchStrategy[dict[str, object]] = st.builds(
    dict,
    title=st.sampled_from(["", "Call ahead", "A long title that needs more than a line or two of a narrow column"]),
    status=st.sampled_from(STATUSES),
    effort=five,
    impact=five,
    owner=st.sampled_from(["", "Logistics"]),
    due=st.sampled_from([None, date(2026, 1, 1), date(2027, 1, 1)]),
    gain=st.sampled_from([None, 0.0, 12.0, -3.0]),
    answers=st.sampled_from([(), ("p",), ("t",), ("p", "t", "s")]),
)


def drawn(fields: list[dict[str, object]], language: str = "en") -> ActionFacts:
    journey = Journey(
        records=[
            make(JourneyInfo, title="Map", client="Example", language=language, drawn="today", author="Ada"),
            make(Stage, id="s"),
            make(Channel, id="c"),
            make(Touchpoint, id="t", stage="s", channel="c"),
            make(PainPoint, id="p", on=("t",), severity=4),
            *(make(Action, id=f"a{n}", order=float(n), **each) for n, each in enumerate(fields)),
        ]
    )
    return ActionFacts(journey, RoughMeasure(), TODAY)


def texts(shapes: list[Shape]) -> list[str]:
    return [line for shape in shapes if isinstance(shape, Text) for line in shape.lines]


def inside(inner: Rect, outer: Rect) -> bool:
    near = 0.01
    return (
        inner.x >= outer.x - near
        and inner.y >= outer.y - near
        and inner.right <= outer.right + near
        and inner.bottom <= outer.bottom + near
    )


@given(fields=st.lists(actions, max_size=14), width=st.floats(200, 2500), height=st.floats(100, 1500))
def test_cards_lie_in_their_columns_and_on_no_other(
    fields: list[dict[str, object]], width: float, height: float
) -> None:
    facts = drawn(fields)
    board = build_board(facts, width, height)
    assert board.height >= height
    for column in board.columns:
        rects = [board.rects[id] for id in column.ids]
        assert column.ids == tuple(action.id for action in column_of(facts.journey, column.status))
        assert all(inside(rect, column.rect) for rect in rects)
        assert all(a.bottom < b.y for a, b in pairwise(rects))
    assert board.columns[-1].rect.right + MARGIN <= board.width + 0.01
    whole = Rect(-1, -1, board.width + 2, board.height + 4)
    for shape in [*board.frame(), *(shape for id in board.rects for shape in board.card(id))]:
        assert inside(extent(shape), whole)


@given(fields=st.lists(actions, max_size=14), width=st.floats(200, 2500), height=st.floats(100, 1500))
def test_chips_lie_in_their_cells_or_in_the_tray(fields: list[dict[str, object]], width: float, height: float) -> None:
    facts = drawn(fields)
    matrix = build_matrix(facts, width, height)
    for id, rect in matrix.rects.items():
        cell = cell_of(facts.action(id))
        assert inside(rect, matrix.place_of(cell))
        assert matrix.cell_at(*rect.centre) == cell
    rects = list(matrix.rects.values())
    assert not any(a.touches(b) for place, a in enumerate(rects) for b in rects[:place])
    assert len(matrix.cells) == 25
    assert all(inside(cell, matrix.area) for cell in matrix.cells.values())
    for cell, rect in matrix.cells.items():
        assert matrix.cell_at(*rect.centre) == cell
    whole = Rect(-1, -1, matrix.width + 2, matrix.height + 4)
    for shape in [*matrix.frame(), *(shape for id in matrix.rects for shape in matrix.card(id))]:
        assert inside(extent(shape), whole)


def extent(shape: Shape) -> Rect:
    """What a shape covers."""
    if isinstance(shape, Circle):
        return Rect(shape.x - shape.r, shape.y - shape.r, 2 * shape.r, 2 * shape.r)
    if isinstance(shape, (Curve, Polygon)):
        xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return shape.rect


def test_effort_grows_in_reading_direction_and_impact_upwards() -> None:
    cells = build_matrix(drawn([]), 1000, 600).cells
    assert cells[1, 3].x < cells[5, 3].x
    assert cells[3, 5].y < cells[3, 1].y


def test_quick_wins_are_where_little_effort_has_much_impact() -> None:
    matrix = build_matrix(drawn([]), 1000, 600)
    names = {
        shape.lines[0]: shape.rect for shape in matrix.frame() if isinstance(shape, Text) and shape.style == "chip"
    }
    for name, cell in (("Quick wins", (1, 5)), ("Big bets", (5, 5)), ("Fill-ins", (1, 1)), ("Leave out", (5, 1))):
        assert abs(names[name].centre[1] - matrix.cells[cell].centre[1]) < matrix.cells[cell].h
        assert (
            matrix.cells[3, 3].centre[0] < names[name].x + 20 or names[name].right - 20 < matrix.cells[3, 3].centre[0]
        )
    assert names["Quick wins"].x < names["Big bets"].x


@given(
    fields=st.lists(actions, min_size=1, max_size=8),
    x=st.floats(-50, 1500),
    y=st.floats(-50, 900),
    which=st.integers(0, 7),
)
def test_a_card_that_is_dropped_lands_where_the_mark_was(
    fields: list[dict[str, object]], x: float, y: float, which: int
) -> None:
    facts = drawn(fields)
    id = f"a{which % len(fields)}"
    slot = build_board(facts, 1000, 600).slot_at(x, y, frozenset({id}))
    with facts.journey.edit("Move action") as edit:
        place_actions(facts.journey, edit, [id], slot.status, slot.before)
    column = [action.id for action in column_of(facts.journey, slot.status)]
    assert id in column
    assert slot.before == (column[column.index(id) + 1] if id != column[-1] else None)


def test_what_a_card_says() -> None:
    facts = drawn(
        [
            {"title": "Call", "owner": "Ada", "due": date(2026, 1, 1), "gain": 12.0, "answers": ("t", "s")},
            {"title": "", "status": "done", "due": date(2026, 1, 1)},
        ]
    )
    board = build_board(facts, 1400)
    said = texts(board.card("a0"))
    assert said[0] == "Call"
    assert said[1:-2] == ["Ada", "overdue: Jan 2026", "answers 2"]
    assert said[-2:] == ["+12", "4/5"]
    assert texts(board.card("a1"))[0] == "Untitled"
    assert "overdue" not in " ".join(texts(board.card("a1"))), "what is done is not overdue"


@pytest.mark.parametrize(
    ("gain", "shown"), [(None, ""), (0.0, "0"), (12.0, "+12"), (-3.0, "−3"), (0.5, "+0.5"), (-0.5, "−0.5")]
)
def test_a_gain_keeps_its_sign_and_its_half(gain: float | None, shown: str) -> None:
    assert drawn([{"gain": gain}]).gain("a0") == shown


def test_a_chip_in_the_tray_says_what_is_known() -> None:
    matrix = build_matrix(drawn([{"title": "A", "effort": 2}, {"title": "B", "impact": 5}, {"title": "C"}]))
    assert [texts(matrix.card(f"a{n}")) for n in range(3)] == [["A", "effort 2"], ["B", "impact 5"], ["C"]]


@pytest.mark.parametrize("what", ["board", "matrix", "both"])
def test_on_paper_it_is_mirrored_where_the_map_reads_so(what: What) -> None:
    fields: list[dict[str, object]] = [{"title": "Call", "effort": 1, "impact": 5, "gain": 3.0, "answers": ("p",)}]
    width, height, shapes = actions_picture(drawn(fields), what)
    again, _height, turned = actions_picture(drawn(fields, "fa"), what)
    assert (width, height) == (again, _height)
    assert [extent(mirror(shape, width)) for shape in shapes] == [extent(shape) for shape in turned]
    assert all(inside(extent(shape), Rect(0, 0, width, height)) for shape in shapes if not isinstance(shape, Photo))
    assert "Actions: Map" in texts(shapes)
    assert "Ada   ·   drawn today" in texts(shapes)
    assert ("Quick wins" in texts(shapes)) == (what != "board")
    assert ("In progress" in texts(shapes)) == (what != "matrix")


def test_shapes_elsewhere() -> None:
    box = Box(Rect(1, 2, 3, 4))
    assert moved(box, 10, 5) == Box(Rect(6, 12, 3, 4))
    assert moved(Circle(1, 2, 3), 10) == Circle(1, 12, 3)
    assert moved(Curve(((0, 0), (1, 1)), "#000000"), 1, 1) == Curve(((1, 1), (2, 2)), "#000000")


def test_an_empty_map_has_an_empty_board() -> None:
    facts = drawn([])
    views: list[Board | Matrix] = [build_board(facts), build_matrix(facts)]
    assert all(not view.rects and view.width > 0 and view.height > 0 for view in views)


@given(needs=st.lists(st.floats(1, 500), min_size=1, max_size=6), room=st.floats(1, 2000))
def test_rows_share_the_room_as_equally_as_their_needs_allow(needs: list[float], room: float) -> None:
    heights = levelled(needs, room)
    assert all(height >= need - 1e-9 for height, need in zip(heights, needs, strict=True))
    assert sum(heights) == pytest.approx(max(room, sum(needs)))
    small = min(heights)
    assert all(height == pytest.approx(max(small, need)) for height, need in zip(heights, needs, strict=True))
