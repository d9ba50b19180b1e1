"""What heats the map: metric, segment, wave and colours, as lists in the tool bar."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from journeymap.editor.document import Document
from journeymap.editor.theme import scaled
from journeymap.editor.widgets.combo import ElidedCombo
from journeymap.editor.widgets.labels import TextLabel, set_tip
from journeymap.language import _
from journeymap.layout.palette import PALETTES, ramp
from journeymap.model.change import Change
from journeymap.model.measures import Counts, Metric, Wave
from journeymap.survey.display import metric_name
from journeymap.survey.overlay import metrics, segments, waves

RAMP = QSize(44, 12)
NO_HEAT = "none"


class HeatList(ElidedCombo):
    """A list that is as wide as what it shows, up to a limit."""

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._values: list[str] = []
        self.setAccessibleName(name)
        set_tip(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentIndexChanged.connect(self.updateGeometry)

    def offer(self, entries: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these values with their names; one that is not among them shows the first."""
        self.blockSignals(True)
        values = [value for value, _ in entries]
        if values != self._values or [self.itemText(row) for row in range(self.count())] != [n for _, n in entries]:
            self._values = values
            self.clear()
            self.addItems([name for _, name in entries])
            self.view().setMinimumWidth(min(320, self.view().sizeHintForColumn(0) + 40))
        self.setCurrentIndex(values.index(chosen) if chosen in values else 0)
        self.blockSignals(False)
        self.updateGeometry()

    def value(self) -> str:
        """What is chosen."""
        row = self.currentIndex()
        return self._values[row] if 0 <= row < len(self._values) else ""

    def sizeHint(self) -> QSize:
        """The width of what is chosen, and the arrow."""
        width = self.fontMetrics().horizontalAdvance(self.currentText()) + 46
        if not self.itemIcon(self.currentIndex()).isNull():
            width += self.iconSize().width()
        return QSize(min(width, scaled(self._most)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters and the arrow."""
        return QSize(64, super().minimumSizeHint().height())


class HeatBar(QWidget):
    """Follows one document. `import_wanted`: there are no scores yet, and the user wants some."""

    import_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.caption = TextLabel(_("Heat"), role="muted")
        self.metric_list = HeatList(_("Metric"), 120)
        self.metric_list.setProperty("role", "metric")
        self.segment_list = HeatList(_("Segment"), 170)
        self.wave_list = HeatList(_("Wave"), 170)
        self.palette_list = HeatList(_("Colours"), 88)
        self.palette_list.setIconSize(RAMP)
        self.caption.setBuddy(self.metric_list)
        self.empty = QPushButton(_("Import survey…"))
        self.empty.clicked.connect(self.import_wanted)
        self._lists = (self.metric_list, self.segment_list, self.wave_list, self.palette_list)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.caption, *self._lists, self.empty):
            box.addWidget(widget)
        for one in self._lists:
            one.currentIndexChanged.connect(self._chosen)
        self.attach(None)

    def attach(self, document: Document | None) -> None:
        """Follow another document."""
        self._document = document
        if document is not None:
            document.changed.connect(self._changed)
            document.overlay_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer what the map has answers for, and show what is chosen."""
        document = self._document
        measured = document is not None and bool(metrics(document.journey))
        self.caption.setVisible(measured)
        self.empty.setVisible(document is not None and not measured)
        for one in self._lists:
            one.setVisible(measured)
        if document is None or not measured:
            return
        journey, heat = document.journey, document.heat
        found = metrics(journey)
        shown = heat.metric or document.overlay.metric or found[0]
        entries = [(metric, metric_name(metric)) for metric in found]
        self.metric_list.offer([*entries, (NO_HEAT, _("No heat"))], shown if heat.on else NO_HEAT)
        named = segments(journey)
        self.segment_list.offer([("", _("All segments")), *((name, name) for name in named)], heat.segment)
        self.segment_list.setVisible(bool(named))
        rounds = list(reversed(waves(journey)))
        self.wave_list.offer([(wave.id, wave.title or _("Untitled")) for wave in rounds], heat.wave or rounds[0].id)
        self.wave_list.setVisible(len(rounds) > 1 or bool(rounds and rounds[0].title))
        self.palette_list.offer([(key, "") for key in PALETTES], heat.palette)
        for row, (key, palette) in enumerate(PALETTES.items()):
            if self.palette_list.itemIcon(row).isNull():
                self.palette_list.setItemIcon(row, ramp_icon(key))
                self.palette_list.setItemData(row, _(palette.name), Qt.ItemDataRole.AccessibleTextRole)
        self.palette_list.setCurrentIndex(list(PALETTES).index(heat.palette) if heat.palette in PALETTES else 0)
        set_tip(self.palette_list, _(PALETTES[self.palette_list.value()].name))

    def switch(self, on: bool) -> None:
        """Show the heat, or not."""
        if self._document is not None:
            self._document.set_heat(replace(self._document.heat, on=on))

    def choose_palette(self, key: str) -> None:
        """Heat with other colours."""
        if self._document is not None:
            self._document.set_heat(replace(self._document.heat, palette=key))

    def _chosen(self) -> None:
        document = self._document
        if document is None:
            return
        value = self.metric_list.value()
        on = value != NO_HEAT
        metric: Metric | None = document.heat.metric
        for one in metrics(document.journey):
            if one == value:
                metric = one
        document.set_heat(
            replace(
                document.heat,
                on=on,
                metric=metric,
                segment=self.segment_list.value(),
                wave=self.wave_list.value(),
                palette=self.palette_list.value() or document.heat.palette,
            )
        )

    def _changed(self, change: Change) -> None:
        if any(isinstance(record, (Counts, Wave)) for record in change.records()):
            self.refresh()


def ramp_icon(key: str) -> QIcon:
    """A palette as a small strip from bad to good."""
    ratio = 2
    picture = QPixmap(RAMP * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    gradient = QLinearGradient(0, 0, RAMP.width() * ratio, 0)
    for step in range(9):
        gradient.setColorAt(step / 8, QColor(ramp(step / 8, key)))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(picture.rect(), 5, 5)
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)
