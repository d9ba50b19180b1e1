"""The geometry of a map: cards in their cells, nothing over anything else, mirrored where it reads right to left."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap import Journey
from journeymap.layout import sizes
from journeymap.layout.build import build
from journeymap.layout.map_layout import LayoutOptions
from journeymap.layout.picture import Picture
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Box, Rect, Text
from journeymap.layout.text import RoughMeasure
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Channel, Link, Stage, Touchpoint
from journeymap.survey.score import NO_OVERLAY


def make(places: list[tuple[int, int, float]], stages: int = 3, channels: int = 3, language: str = "en") -> Journey:
    """A map with touchpoints at (stage, channel, order), each linked to the next, and something in every lane."""
    journey = Journey("Map")
    with journey.edit("Fill") as edit:
        edit.update("journey", language=language)
        for i in range(stages):
            edit.add(Stage, id=f"s{i}", title=f"Stage {i}", order=float(i), goal="Find out")
        for i in range(channels):
            edit.add(Channel, id=f"c{i}", title=f"Channel {i}", order=float(i))
        for i, (stage, channel, order) in enumerate(places):
            edit.add(
                Touchpoint, id=f"t{i}", title=f"Touchpoint {i}", stage=f"s{stage}", channel=f"c{channel}", order=order
            )
        for i in range(len(places) - 1):
            edit.add(Link, id=f"l{i}", source=f"t{i}", target=f"t{i + 1}")
        if places:
            edit.add(PainPoint, id="p0", title="It hurts", on=("t0",))
            edit.add(PainPoint, id="p1", title="It hurts twice", on=("s0", f"t{len(places) - 1}"))
            edit.add(MomentOfTruth, id="m0", title="Decides", on="t0")
            edit.add(Persona, id="who", title="First flat")
            edit.add(Emotion, id="e0", persona="who", touchpoint="t0", value=-1.5)
    return journey


def picture(journey: Journey, **options: object) -> Picture:
    return Picture(Scene(journey, build(journey, LayoutOptions(**options)), NO_OVERLAY, RoughMeasure()))  # type: ignore[arg-type]


places = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from([0.0, 0.5, 1.0, 2.0])), max_size=12)


@settings(max_examples=60)
@given(places)
def test_cards_stand_apart_and_in_their_cells(found: list[tuple[int, int, float]]) -> None:
    layout = build(make(found))
    cards = list(layout.cards.values())
    assert len(cards) == len(found)
    for i, card in enumerate(cards):
        stage, row = layout.stages[card.stage].rect, layout.rows[card.channel].rect
        assert stage.x <= card.rect.x
        assert card.rect.right <= stage.right
        assert row.y <= card.rect.y
        assert card.rect.bottom <= row.bottom
        assert not any(card.rect.grown(4).touches(other.rect) for other in cards[i + 1 :])


def test_the_same_order_in_a_stage_shares_a_column() -> None:
    layout = build(make([(0, 0, 1.0), (0, 1, 1.0), (0, 2, 2.0), (1, 0, 0.0)]))
    assert layout.cards["t0"].rect.x == layout.cards["t1"].rect.x
    assert layout.cards["t2"].rect.x == layout.cards["t0"].rect.x + sizes.CARD_WIDTH + sizes.COLUMN_GAP
    assert layout.cards["t3"].column == 0


def test_two_touchpoints_in_one_place_stand_below_each_other_and_the_row_grows() -> None:
    layout = build(make([(0, 1, 0.0), (0, 1, 0.0), (1, 1, 0.0)]))
    first, second = layout.cards["t0"].rect, layout.cards["t1"].rect
    assert first.x == second.x
    assert second.y >= first.bottom + sizes.STACK_GAP
    assert layout.rows["c1"].rect.h > layout.rows["c0"].rect.h


def test_rows_and_lanes_follow_each_other_without_overlap() -> None:
    layout = build(make([(0, 0, 0.0), (2, 2, 0.0)]))
    rows = [box.rect for box in layout.rows.values()]
    lanes = [box.rect for box in layout.lanes.values()]
    for above, below in (*itertools.pairwise(rows), *itertools.pairwise(lanes)):
        assert above.bottom == below.y
    assert lanes[0].y == rows[-1].bottom + sizes.ROWS_BOTTOM
    assert list(layout.lanes) == ["emotion", "pain", "truth"]


def test_a_pain_point_on_two_stages_stands_under_both() -> None:
    layout = build(make([(0, 0, 0.0), (2, 0, 0.0)]))
    assert [(chip.id, chip.stage) for chip in layout.chips if chip.lane == "pain"] == [
        ("p0", "s0"),
        ("p1", "s0"),
        ("p1", "s2"),
    ]
    assert layout.rect_of("p1") == layout.chip_index["p1"][0].rect


def test_an_empty_map_has_a_size_and_its_lanes() -> None:
    layout = build(Journey("Nothing yet"))
    assert layout.width > 500
    assert layout.height > 200
    assert list(layout.lanes) == ["pain", "truth"]


def test_without_title_and_legend_the_map_is_lower() -> None:
    journey = make([(0, 0, 0.0)])
    whole, bare = picture(journey), picture(journey, title=False, legend=False)
    assert bare.size[1] < whole.size[1] - 100
    assert {"title", "legend"} & {part.role for part in bare.parts} == set()


@settings(max_examples=30, deadline=None)
@given(places)
def test_every_part_draws_within_its_bounds_and_the_page(found: list[tuple[int, int, float]]) -> None:
    made = picture(make(found))
    page = Rect(0, 0, *made.size)
    for part in made.parts:
        for shape in part.shapes():
            if isinstance(shape, (Box, Text)):
                assert part.bounds.grown(1).contains(shape.rect.x, shape.rect.y), (part.role, shape)
                assert page.contains(shape.rect.x, shape.rect.y), (part.role, shape)
                assert page.contains(shape.rect.right, shape.rect.bottom), (part.role, shape)


def test_a_right_to_left_map_is_the_mirror_image() -> None:
    found = [(0, 0, 0.0), (0, 1, 1.0), (2, 2, 0.0)]
    left, right = picture(make(found)), picture(make(found, language="fa"))
    assert left.size == right.size
    width = left.size[0]
    for ltr, rtl in zip(left.parts, right.parts, strict=True):
        assert rtl.bounds == ltr.bounds.mirrored(width)
        for a, b in zip(ltr.shapes(), rtl.shapes(), strict=True):
            if isinstance(a, Box) and isinstance(b, Box):
                assert b.rect == a.rect.mirrored(width)
            if isinstance(a, Text) and isinstance(b, Text):
                assert (b.rect, b.align, b.rtl) == (a.rect.mirrored(width), a.align, True)
    first_stage = next(part for part in right.parts if part.role == "header")
    assert first_stage.bounds.right > width / 2


def test_asking_for_a_place_finds_what_is_there() -> None:
    layout = build(make([(0, 0, 0.0), (1, 1, 0.0)]))
    stage = layout.stages["s1"]
    assert layout.stage_at(stage.rect.x + 5) is stage
    assert layout.stage_at(-50) is None
    assert layout.row_at(layout.rows["c2"].rect.y + 1) is layout.rows["c2"]
    assert layout.row_at(0) is None
