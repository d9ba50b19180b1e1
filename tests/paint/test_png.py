"""A map as PNG: the size asked for, everything on it, the same bytes for the same map."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.layout.map_layout import LayoutOptions
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, Link, Stage, Touchpoint
from journeymap.paint.picture import image_of, make_picture, map_image
from journeymap.paint.png import png_bytes
from journeymap.survey.score import NO_OVERLAY, Overlay, Score, Shown

pytestmark = pytest.mark.usefixtures("qapp")


def sample(language: str = "en", title: str = "Waits on the day") -> Journey:
    journey = Journey("Buying a washing machine")
    with journey.edit("Fill") as edit:
        edit.update("journey", language=language)
        edit.add(Stage, id="s", title="Delivery", goal="Get it when promised")
        edit.add(Channel, id="c", title="Courier")
        edit.add(Touchpoint, id="a", title=title, stage="s", channel="c", order=0.0)
        edit.add(Touchpoint, id="b", title="Courier installs it", stage="s", channel="c", order=1.0)
        edit.add(Link, id="ab", source="a", target="b")
        edit.add(PainPoint, id="p", title="Four-hour window", on=("a",), severity=5)
        edit.add(MomentOfTruth, id="m", title="The wait at home", on="a", type="pain")
    return journey


def heated(n: int = 341) -> Overlay:
    shown: Shown = "full" if n >= 30 else "tentative" if n >= 5 else "withheld"
    score = Score("a", "nps", -52.0, -57.0, -47.0, n, (0.0, 10.0), True, "w", "", shown)
    return Overlay("nps", "w", "Autumn", "", {"a": score}, (), "Source: survey.csv")


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def test_the_file_has_the_size_and_resolution_asked_for(qtbot: QtBot) -> None:
    width, height = make_picture(sample(), NO_OVERLAY).size
    image = QImage.fromData(png_bytes(sample(), NO_OVERLAY, scale=2.0))
    assert (image.width(), image.height()) == (round(width * 2), round(height * 2))
    assert image.dotsPerMeterX() == round(96 / 0.0254 * 2)


def test_the_same_map_gives_the_same_bytes() -> None:
    assert png_bytes(sample(), heated()) == png_bytes(sample(), heated())


def test_heat_colours_the_card_and_few_answers_are_hatched_or_withheld() -> None:
    full = image_of(make_picture(sample(), heated()), 1.0)
    assert (
        "#C8573F" in colours(full)
        or len(colours(full) - colours(image_of(make_picture(sample(), NO_OVERLAY), 1.0))) > 5
    )
    tentative = image_of(make_picture(sample(), heated(12)), 1.0)
    withheld = image_of(make_picture(sample(), heated(3)), 1.0)
    assert full != tentative
    assert tentative != withheld


def test_heat_can_be_left_out() -> None:
    bare = image_of(make_picture(sample(), heated(), LayoutOptions(heat=False)), 1.0)
    assert bare == image_of(make_picture(sample(), NO_OVERLAY, LayoutOptions(heat=False)), 1.0)


def test_text_is_really_painted_in_both_directions() -> None:
    for language, title in (("en", "Waits on the day"), ("fa", "انتظار در روز تحویل")):
        picture = make_picture(sample(language, title), NO_OVERLAY)
        image = image_of(picture, 2.0)
        card = next(part for part in picture.parts if part.id == "a").bounds
        ink = 0
        for x in range(round(card.x * 2), round(card.right * 2)):
            for y in range(round(card.y * 2), round((card.y + 60) * 2)):
                ink += image.pixelColor(x, y).lightness() < 80
        assert ink > 200, language


def test_more_pixels_than_can_be_had_is_a_sentence() -> None:
    with pytest.raises(Problem, match="smaller scale"):
        png_bytes(sample(), NO_OVERLAY, scale=60.0)


def test_a_small_picture_has_the_width_asked_for() -> None:
    assert map_image(sample(), NO_OVERLAY, 320).width() == 320


@pytest.mark.parametrize(
    "title",
    [
        "",
        "<img src='x'>",
        "a" * 500,
        "\u202eesrever",
        "👨‍👩‍👧‍👦 family",
        "=1+2",
        "Очень длинное название точки контакта",
        "ﷺ" * 40,
    ],
)
def test_any_title_can_be_painted(title: str) -> None:
    image = image_of(make_picture(sample(title=title), heated()), 1.0)
    assert image.pixelColor(2, 2) == QColor("#F5F6F9")
