"""Every icon that the window names is there, can be drawn and recoloured."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from journeymap.editor.actions import ACTIONS
from journeymap.editor.icon_names import ICONS
from journeymap.editor.icons import svg
from journeymap.resource import resource

PACKAGE = Path(__file__).resolve().parent.parent / "journeymap"
NAMES = sorted(ICONS | {path.stem: "" for path in resource("icons").glob("*.svg")})


def named_in_code() -> set[str]:
    names = {spec.icon for spec in ACTIONS if spec.icon}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "icon",
                "icons.icon",
                "pixmap",
                "icons.pixmap",
            ):
                names |= {
                    arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                }
    return names


def test_every_icon_that_is_named_is_there() -> None:
    assert named_in_code() - set(NAMES) == set()


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_can_be_drawn(name: str, qtbot: QtBot) -> None:
    data = svg(name)
    assert data is not None, "the table names an icon that the package does not have"
    renderer = QSvgRenderer(QByteArray(data))
    assert renderer.isValid()
    image = QImage(96, 96, QImage.Format.Format_ARGB32)
    image.fill(QColor("transparent"))
    with QPainter(image) as painter:
        renderer.render(painter)
    drawn = [(x, y) for x in range(96) for y in range(96) if image.pixelColor(x, y).alpha()]
    assert len(drawn) > 100
    assert all(0 < x < 95 and 0 < y < 95 for x, y in drawn), "cut off at the edge"
    assert b"href" not in data
