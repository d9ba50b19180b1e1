"""Finds parts of the form that a window's inspector shows."""

from typing import TypeVar

from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.window import MainWindow
from tests.editor.window_hand import form_of

P = TypeVar("P", bound=PartWidget)


def part(window: MainWindow, cls: type[P]) -> P:
    """The part of this class, as it is now."""
    return next(widget for _, widget, _ in form_of(window).parts if isinstance(widget, cls))
