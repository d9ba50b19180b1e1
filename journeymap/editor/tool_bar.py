"""The bar of tools: undo and redo, what can be added, what heats the map, export."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from journeymap.editor.actions import Actions
from journeymap.editor.heat_bar import HeatBar
from journeymap.editor.theme import COLOURS, scaled, theme
from journeymap.language import _

# action -> the bare key that chooses the tool while nothing is selected
TOOL_KEYS: dict[str, str] = {"add-touchpoint": "T", "add-pain": "P", "add-truth": "M", "add-link": "L"}
# What is shown, from much to little: the name of the focus, the names of the tools, their keys.
FORMS: tuple[tuple[bool, bool, bool], ...] = (
    (True, True, True),
    (False, True, True),
    (False, True, False),
    (False, False, False),
)
HEIGHT = 46


class ToolChoice(QToolButton):
    """A tool with its name, and the key that chooses it in grey behind."""

    def __init__(self, action: QAction, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._keyed = True
        self.setDefaultAction(action)
        self.setProperty("role", "tool")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_parts(self, text: bool, key: bool) -> None:
        """Show the name, and the key, or only the icon."""
        style = Qt.ToolButtonStyle
        with_text = style.ToolButtonTextBesideIcon
        only = style.ToolButtonIconOnly if not self.icon().isNull() else style.ToolButtonTextOnly
        self.setToolButtonStyle(with_text if text else only)
        self._keyed = key and text
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the key."""
        hint = super().sizeHint()
        return QSize(hint.width() + (10 if self._keyed else 0), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then the key."""
        super().paintEvent(event)
        if not self._keyed:
            return
        with QPainter(self) as painter:
            font = self.font()
            font.setItalic(True)
            painter.setFont(font)
            painter.setPen(QColor(COLOURS["faint" if self.isEnabled() else "disabled"]))
            room = self.rect().adjusted(8, 0, -8, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing), self._key)


class ToolBar(QWidget):
    """The bar; where the window is narrow the names give way to their icons."""

    def __init__(self, actions: Actions, export_menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(scaled(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 20, 0)
        box.setSpacing(8)
        for id in ("undo", "redo"):
            button = QToolButton()
            button.setDefaultAction(actions[id])
            button.setProperty("role", "boxed")
            button.setMinimumSize(34, 30)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            box.addWidget(button)
        box.addWidget(_divider())
        self.tools = [ToolChoice(actions[id], key) for id, key in TOOL_KEYS.items()]
        for tool in self.tools:
            box.addWidget(tool)
        box.addStretch(1)
        self.heat = HeatBar()
        box.addWidget(self.heat)
        box.addWidget(_divider())
        self.focus = ToolChoice(actions["focus"], "")
        box.addWidget(self.focus)
        box.addWidget(search_button(actions["palette"]))
        self.export = QPushButton(_("Export"))
        self.export.setProperty("role", "primary")
        self.export.setMenu(export_menu)
        self.export.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.addWidget(self.export)
        self._heat_width = -1
        theme().changed.connect(self._dressed)

    def add_first(self, widget: QWidget) -> None:
        """Put a widget before all others."""
        box = self.layout()
        assert isinstance(box, QHBoxLayout)
        box.insertWidget(0, widget)

    def focus_place(self) -> QRect:
        """Where the button of the focus is, in the window."""
        return QRect(self.focus.mapTo(self.window(), QPoint(0, 0)), self.focus.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fill_room()

    def _dressed(self) -> None:
        self.setFixedHeight(scaled(HEIGHT))
        self._fill_room()

    def event(self, event: QEvent) -> bool:
        """What heats the map needs more or less room than before."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.heat.sizeHint().width() != self._heat_width:
            self._fill_room()
        return done

    def _fill_room(self) -> None:
        self._heat_width = self.heat.sizeHint().width()
        for focus, texts, keys in FORMS:
            for tool in self.tools:
                tool.show_parts(text=texts, key=keys)
            self.focus.show_parts(text=focus, key=False)
            if self.sizeHint().width() <= self.width():
                break


def search_button(action: QAction) -> QToolButton:
    """A button that looks like a field to search in, with the key that opens it."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setText(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("+", " "))
    button.setAccessibleName(action.text())
    button.setProperty("role", "search")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _divider() -> QFrame:
    line = QFrame()
    line.setProperty("role", "divider")
    line.setFixedHeight(scaled(24))
    return line
