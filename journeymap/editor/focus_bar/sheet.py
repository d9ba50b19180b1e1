"""The sheet in which is chosen what to look at: every choice counts at once, the map behind it fades."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSignalBlocker, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeymap.editor.document import Document
from journeymap.editor.focus_bar.state import all_tags, counted
from journeymap.editor.theme import COLOURS, scaled
from journeymap.editor.upper import upper
from journeymap.editor.widgets.labels import TextLabel, no_mnemonic, set_tip
from journeymap.editor.widgets.overlay import Overlay
from journeymap.language import _
from journeymap.layout.focus import EVERYTHING, Focus
from journeymap.model.people import Persona
from journeymap.words import STATUSES

WIDTH, LEAST_HEIGHT, EDGE = 384, 200, 16
GAP, BOX = 12, 28
SEVERITIES = range(6)
Checks = dict[str, QCheckBox]


class FocusSheet(Overlay):
    """Lies below the button that opens it."""

    def __init__(self, window: QWidget, anchor: Callable[[], QRect]) -> None:
        """`anchor` is where the button is that opens it, in the window."""
        super().__init__(window)
        self._anchor = anchor
        self._document: Document | None = None
        self.setObjectName("focusSheet")
        self.setAccessibleName(_("Focus"))
        self.personas: Checks = {}
        self.channels: Checks = {}
        self.tags: Checks = {}
        self.statuses: Checks = {}
        self.assumed = QCheckBox()
        self.severity = QButtonGroup(self)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("focusScroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = TextLabel(role="strong")
        self.everything = QPushButton(_("Show all"))
        self.everything.clicked.connect(self._show_all)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE, 8, EDGE, 12)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.everything)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self.box.addWidget(self._scroll, 1)
        self.box.addWidget(rule)
        self.box.addLayout(foot)

    def ask(self, document: Document) -> None:
        """Open it for a map."""
        self._document = document
        self._fill(document)
        self.refresh()
        self.open()

    def refresh(self) -> None:
        """Show the document's focus as it is now."""
        document = self._document
        if document is None:
            return
        focus = document.focus
        for checks, chosen in (
            (self.personas, focus.personas),
            (self.channels, focus.channels),
            (self.tags, focus.tags),
            (self.statuses, focus.statuses),
        ):
            for value, check in checks.items():
                with QSignalBlocker(check):
                    check.setChecked(value in chosen)
        with QSignalBlocker(self.assumed):
            self.assumed.setChecked(focus.assumed_only)
        button = self.severity.button(focus.least_severity)
        if button is not None:
            button.setChecked(True)
        self.count.setText(counted(document.journey, focus))
        self.everything.setEnabled(bool(focus))

    def place(self) -> QRect:
        """Below its button, as high as what it holds, within the window."""
        window, anchor, width = self.window(), self._anchor(), scaled(WIDTH)
        inside = self._scroll.widget()
        wanted = (inside.sizeHint().height() if inside is not None else 0) + 60
        top = anchor.bottom() + 8
        height = max(min(wanted, window.height() - top - 24), LEAST_HEIGHT)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = anchor.left() if rtl else anchor.right() - width
        left = min(max(left, 12), window.width() - width - 12)
        return QRect(left, top, width, height)

    def first_focus(self) -> QWidget:
        """The first choice."""
        checks = [*self.personas.values(), *self.channels.values(), self.assumed]
        return checks[0]

    def _fill(self, document: Document) -> None:
        """Offer what the map has; what it has none of is left out."""
        journey = document.journey
        inside = QWidget()
        inside.setObjectName("focusForm")
        column = QVBoxLayout(inside)
        column.setContentsMargins(EDGE, 12, EDGE, 12)
        column.setSpacing(4)
        personas = {persona.id: persona.title or _("Untitled") for persona in journey.all(Persona)}
        self.personas = self._section(column, _("Personas"), personas)
        for persona in journey.all(Persona):
            self.personas[persona.id].setIcon(dot(persona.colour))
        channels = {channel.id: channel.title or _("Untitled") for channel in journey.channels}
        self.channels = self._section(column, _("Channels"), channels)
        self.tags = self._section(column, _("Tags"), {tag: tag for tag in all_tags(journey)})
        _heading(column, _("Severity of pain points, at least"))
        column.addLayout(self._severities())
        self.statuses = self._section(column, _("Actions"), {code: _(name) for code, name in STATUSES.items()})
        _heading(column, _("Evidence"))
        self.assumed = QCheckBox(_("Only what is assumed: no answers, no quotes"))
        self.assumed.toggled.connect(self._choose)
        column.addWidget(self.assumed)
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _section(self, column: QVBoxLayout, title: str, values: Mapping[str, str]) -> Checks:
        if not values:
            return {}
        _heading(column, title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        room = (scaled(WIDTH) - 2 * EDGE - GAP) // 2 - BOX
        made: Checks = {}
        for place, (value, name) in enumerate(values.items()):
            check = made[value] = QCheckBox()
            metrics = check.fontMetrics()
            check.setText(no_mnemonic(metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)))
            check.setAccessibleName(name)
            set_tip(check, name)
            check.toggled.connect(self._choose)
            grid.addWidget(check, place // 2, place % 2)
        column.addLayout(grid)
        return made

    def _severities(self) -> QHBoxLayout:
        for old in self.severity.buttons():
            self.severity.removeButton(old)
        row = QHBoxLayout()
        row.setSpacing(4)
        for severity in SEVERITIES:
            button = QToolButton()
            button.setText(str(severity) if severity else _("Any"))
            button.setCheckable(True)
            button.setProperty("role", "boxed")
            button.setMinimumSize(44, 28)
            name = _("Severity {n} or more").format(n=severity) if severity else _("Any severity, or no pain point")
            button.setAccessibleName(name)
            set_tip(button, name)
            self.severity.addButton(button, severity)
            button.clicked.connect(self._choose)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _choose(self) -> None:
        if self._document is None:
            return
        self._document.set_focus(
            Focus(
                personas=_chosen(self.personas),
                channels=_chosen(self.channels),
                tags=_chosen(self.tags),
                least_severity=max(self.severity.checkedId(), 0),
                statuses=_chosen(self.statuses),
                assumed_only=self.assumed.isChecked(),
            )
        )

    def _show_all(self) -> None:
        if self._document is not None:
            self._document.set_focus(EVERYTHING)


def dot(colour: str, size: int = 12) -> QIcon:
    """A persona's colour as a small disc."""
    ratio = 2
    picture = QPixmap(size * ratio, size * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(COLOURS["border_strong"]))  # a dark one can be seen on dark ground as well
        painter.setBrush(QColor(colour))
        painter.drawEllipse(picture.rect().adjusted(1, 1, -2, -2))
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)


def _chosen(checks: Checks) -> frozenset[str]:
    return frozenset(value for value, check in checks.items() if check.isChecked())


def _heading(column: QVBoxLayout, text: str) -> None:
    label = TextLabel(upper(text), role="section")
    label.setContentsMargins(0, 8 if column.count() else 0, 0, 2)
    column.addWidget(label)
