"""Large pictures are made small; small ones stay as they are, to the byte."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from journeymap.model.problem import Problem
from journeymap.paint import shrink
from journeymap.paint.photo import decode, image_type
from journeymap.paint.shrink import as_png, read_image, shrunk


def made(width: int, height: int, format: str, clear: bool = False) -> bytes:
    """A picture as the bytes of a file."""
    image = QImage(width, height, QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    image.fill(QColor(200, 80, 80, 120 if clear else 255))
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, format)  # type: ignore[call-overload]
    return bytes(store.data())


def test_what_is_small_enough_stays_as_it_is() -> None:
    data = made(300, 200, "JPG")
    assert shrunk(data, 300) is data
    assert shrunk(made(3000, 20, "PNG")) == made(3000, 20, "PNG")


@pytest.mark.parametrize(("format", "type"), [("JPG", "image/jpeg"), ("PNG", "image/png")])
def test_what_is_large_keeps_its_proportions_and_its_kind(format: str, type: str) -> None:
    small = shrunk(made(1000, 500, format), 100)
    image = decode(small)
    assert (image.width(), image.height()) == (100, 50)
    assert image_type(small) == type


def test_what_can_be_seen_through_stays_so() -> None:
    assert decode(shrunk(made(400, 400, "PNG", clear=True), 50)).hasAlphaChannel()


def test_a_logo_fits_into_its_field() -> None:
    image = decode(as_png(made(900, 100, "JPG"), 180, 60))
    assert (image.width(), image.height()) == (180, 20)
    assert as_png(made(10, 10, "JPG"), 180, 60).startswith(b"\x89PNG")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(300, 200, "PNG")
    monkeypatch.setattr(shrink, "FILE_LIMIT", 10)
    with pytest.raises(Problem, match="scaled down"):
        shrunk(data)


def test_what_can_not_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(Problem) as problem:
        read_image(tmp_path / "missing.png")
    assert problem.value.params["name"] == "missing.png"
    (tmp_path / "text.png").write_text("no", encoding="utf-8")
    with pytest.raises(Problem, match="not an image"):
        read_image(tmp_path / "text.png", 100)
