"""The templates as they are drawn: every text in full, the whole on a wide screen."""

import pytest

from journeymap.files.templates import new_journey
from journeymap.layout.shapes import Text
from journeymap.paint.picture import make_picture
from journeymap.resource import resource
from journeymap.survey.score import NO_OVERLAY

NAMES = sorted(path.stem for path in resource("templates").glob("*.journey"))


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_cut_off(qapp: object, name: str) -> None:
    picture = make_picture(new_journey(name), NO_OVERLAY)
    lines = [
        line for part in picture.parts for shape in part.shapes() if isinstance(shape, Text) for line in shape.lines
    ]
    assert len(lines) > 4
    assert [line for line in lines if "…" in line] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "blank"])
def test_a_picture_fits_a_wide_screen(qapp: object, name: str) -> None:
    width, height = make_picture(new_journey(name), NO_OVERLAY).size
    assert 1.5 < width / height < 2.7
    assert width < 3600
