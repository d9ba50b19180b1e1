"""The small widgets of the find bar, and the words around a hit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from journeymap.editor.icons import icon
from journeymap.editor.theme import scaled
from journeymap.editor.widgets.combo import ElidedCombo
from journeymap.editor.widgets.labels import set_tip
from journeymap.language import N_, _
from journeymap.model.kinds import KINDS
from journeymap.model.text_fields import text_fields
from journeymap.words import KINDS_MANY, word

AROUND = 24
# code -> words; the kinds of records follow, but for those that are found by their touchpoint only.
SCOPES: dict[str, str] = {"all": N_("All texts"), "titles": N_("Titles"), "texts": N_("Texts below titles")}
NO_SCOPE = ("emotion",)


def scope_list() -> ElidedCombo:
    """A list of what can be looked at: all texts, titles, all others, or one kind of element."""
    scopes = ElidedCombo()
    scopes.setAccessibleName(_("Where to look"))
    set_tip(scopes, _("Where to look"))
    for code, name in SCOPES.items():
        scopes.addItem(_(name), code)
    for code, (cls, _list) in KINDS.items():
        if text_fields(cls) and code not in NO_SCOPE:
            scopes.addItem(word(KINDS_MANY, code), code)
    scopes.setMaximumWidth(scaled(150))
    return scopes


def around(text: str, start: int, end: int) -> str:
    """The words around a hit."""
    first, last = max(start - AROUND, 0), min(end + AROUND, len(text))
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"{before}{text[first:last]}{after}".replace("\n", " ")


def dress(widget: QWidget, role: str) -> None:
    """Give a widget another role in the style sheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().polish(widget)


def text_field(name: str) -> QLineEdit:
    """A field to type into; `name` stands in it while it is empty."""
    field = QLineEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    field.setFixedWidth(scaled(220))
    return field


def icon_button(name: str, tip: str, checkable: bool = False) -> QToolButton:
    """A button of an icon only."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setCheckable(checkable)
    button.setProperty("role", "mini" if checkable else "")
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_tip(button, tip)
    return button


def toggle(text: str, tip: str) -> QToolButton:
    """A button that stays pressed, of a few letters or an icon."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setProperty("role", "boxed")
    button.setMinimumSize(34, 29)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_tip(button, tip)
    return button
