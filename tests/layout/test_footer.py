"""Footer and logo below the map: a row of their own, only where there is one of them."""

import struct

import pytest

from journeymap import Journey
from journeymap.layout import sizes
from journeymap.layout.build import build
from journeymap.layout.draw_footer import PNG, logo_size
from journeymap.layout.map_layout import LayoutOptions
from journeymap.layout.picture import Picture
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Photo, Shape, Text
from journeymap.layout.text import RoughMeasure
from journeymap.survey.score import NO_OVERLAY


def head(width: int, height: int) -> bytes:
    """The beginning of a PNG file of this size."""
    return PNG + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(9)


def shapes(journey: Journey, options: LayoutOptions) -> list[Shape]:
    """What the footer draws."""
    picture = Picture(Scene(journey, build(journey, options), NO_OVERLAY, RoughMeasure()))
    return [shape for part in picture.parts if part.role == "footer" for shape in part.shapes()]


def test_without_a_footer_the_map_is_as_high_as_ever(journey: Journey) -> None:
    plain = build(journey)
    assert plain.height == plain.legend.bottom == build(journey, LayoutOptions(footer="")).height
    assert shapes(journey, LayoutOptions()) == []


def test_footer_and_logo_stand_beside_each_other_below_the_legend(journey: Journey) -> None:
    options = LayoutOptions(footer="Example Consulting, confidential", logo=head(400, 100))
    layout = build(journey, options)
    assert layout.height == layout.legend.bottom + sizes.FOOTER_HEIGHT
    drawn = shapes(journey, options)
    photo = next(shape for shape in drawn if isinstance(shape, Photo))
    text = next(shape for shape in drawn if isinstance(shape, Text))
    assert text.lines == ("Example Consulting, confidential",)
    assert photo.rect.right < text.rect.x
    for rect in (photo.rect, text.rect):
        assert layout.footer.y <= rect.y
        assert rect.bottom <= layout.footer.bottom


def test_in_a_map_from_right_to_left_the_logo_stands_at_the_right(journey: Journey) -> None:
    with journey.edit("Change language") as edit:
        edit.update("journey", language="fa")
    drawn = shapes(journey, LayoutOptions(footer="Example", logo=head(100, 100)))
    photo = next(shape for shape in drawn if isinstance(shape, Photo))
    text = next(shape for shape in drawn if isinstance(shape, Text))
    assert photo.rect.x > text.rect.right


def test_a_footer_that_is_too_long_is_cut(journey: Journey) -> None:
    text = next(shape for shape in shapes(journey, LayoutOptions(footer="word " * 400)) if isinstance(shape, Text))
    assert text.lines[0].endswith("…")


def test_no_legend_no_footer(journey: Journey) -> None:
    assert shapes(journey, LayoutOptions(legend=False, footer="Example")) == []


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (head(400, 100), (120.0, 30.0)),
        (head(1000, 50), (180.0, 9.0)),
        (head(10, 10), (30.0, 30.0)),
        (head(0, 10), None),
        (b"GIF89a", None),
        (PNG, None),
    ],
)
def test_a_logo_keeps_its_proportions(data: bytes, size: tuple[float, float] | None) -> None:
    assert logo_size(data) == size


def test_a_logo_that_is_none_draws_nothing(journey: Journey) -> None:
    assert [s for s in shapes(journey, LayoutOptions(logo=b"<svg>")) if isinstance(s, Photo)] == []
