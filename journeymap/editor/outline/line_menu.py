"""The context menus of the ranking and the findings, and the tips of their buttons."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from journeymap.editor.outline.nodes import Line, Node
from journeymap.editor.widgets.labels import no_mnemonic
from journeymap.language import _
from journeymap.model.check_rules import RULES


@dataclass(frozen=True, slots=True)
class Choice:
    """What an entry of the menu asks for: to mend a finding (`line`), to switch a rule, or else for the weights."""

    line: Line | None = None
    rule: str = ""
    silent: bool = False


def button_tip(node: Node) -> str:
    """What a press on the button of a row does."""
    if node.id == "fix-first":
        return _("Weights of the ranking…")
    if node.id == "checks":
        return _("What is checked")
    if node.id == "personas":
        return _("Add a persona to the map")
    return _("Fix: {fix}").format(fix=node.line.fix) if node.line is not None and node.line.fix else ""


def line_menu(node: Node, silenced: Collection[str], parent: QWidget) -> QMenu | None:
    """The menu of a row, its entries with a `Choice` each; None where there is nothing to choose."""
    in_checks = node.id == "checks" or (node.parent is not None and node.parent.id == "checks")
    if not in_checks and node.kind != "ranked" and node.id != "fix-first":
        return None
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if not in_checks:
        _add(menu, _("Weights of the ranking…"), Choice())
    elif node.line is not None and node.line.finding is not None:
        if node.line.fix:
            _add(menu, _("Fix: {fix}").format(fix=node.line.fix), Choice(node.line))
        rule = node.line.finding.rule
        title = _(RULES[rule].title)
        _add(menu, _("Don't look for “{rule}”").format(rule=title), Choice(rule=rule, silent=True))
        menu.addSeparator()
        _add_rules(menu.addMenu(_("What is checked")), silenced)
    else:
        _add_rules(menu, silenced)
    return menu


def _add_rules(menu: QMenu, silenced: Collection[str]) -> None:
    for rule, about in RULES.items():
        on = rule not in silenced
        action = _add(menu, _(about.title), Choice(rule=rule, silent=on))
        action.setCheckable(True)
        action.setChecked(on)


def _add(menu: QMenu, text: str, choice: Choice) -> QAction:
    action = menu.addAction(no_mnemonic(text))
    action.setData(choice)
    return action
