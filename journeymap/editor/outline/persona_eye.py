"""The eye of a persona's row: whether its path is among what is looked at."""

from dataclasses import replace

from PySide6.QtWidgets import QMenu, QWidget

from journeymap.editor.document import Document
from journeymap.editor.focus_bar.state import is_shown, toggled_persona
from journeymap.editor.outline.nodes import Node
from journeymap.language import _


def toggle(document: Document, node: Node) -> None:
    """Look at this persona's path, or no longer."""
    document.set_focus(toggled_persona(document.journey, document.focus, node.id))


def eye(document: Document, node: Node) -> str:
    """The icon: open where the persona is among those looked at."""
    return "eye" if is_shown(document.focus, node.id) else "eye-off"


def eye_tip(document: Document, node: Node) -> str:
    """What a press on the eye does."""
    shown = is_shown(document.focus, node.id)
    return _("Fade the path of this persona") if shown else _("Show the path of this persona")


def persona_menu(document: Document, node: Node, parent: QWidget) -> QMenu:
    """The menu of a persona's row: it alone, it as well or not, everybody. Each entry carries the Focus that it means."""
    menu = QMenu(parent)
    focus = document.focus
    alone = replace(focus, personas=frozenset({node.id}))
    everybody = replace(focus, personas=frozenset())
    for text, meant in (
        (_("Look at this persona only"), alone),
        (eye_tip(document, node), toggled_persona(document.journey, focus, node.id)),
        (_("Look at all personas"), everybody),
    ):
        action = menu.addAction(text)
        action.setData(meant)
        action.setEnabled(meant != focus)
    return menu
