"""The fields with something to choose from below them: dates from a calendar, names from those there are."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QCompleter, QLineEdit, QVBoxLayout, QWidget

from journeymap.editor.icons import icon
from journeymap.editor.table.cells import read_date
from journeymap.editor.table.editors import LineCell
from journeymap.editor.table.names import SEMICOLONS
from journeymap.editor.theme import COLOURS
from journeymap.language import _
from journeymap.model.problem import Problem


class DateCell(LineCell):
    """A date to type, or to choose from a calendar (Alt+Down)."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        button = self.addAction(icon("down"), QLineEdit.ActionPosition.TrailingPosition)
        button.setText(_("Calendar"))
        button.triggered.connect(self.show_calendar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_calendar()
            return
        super().keyPressEvent(event)

    def show_calendar(self) -> None:
        """Open the calendar on the day that stands here, else on today."""
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setObjectName("calendar")
        popup.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(QColor(COLOURS["text"]))  # Qt's own red is no colour of any scheme
        for free in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(free, plain)
        try:
            day = read_date(self.text())
        except Problem:
            day = None
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.setMinimumHeight((calendar.fontMetrics().lineSpacing() + 9) * 8)
        box = QVBoxLayout(popup)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(calendar)
        calendar.activated.connect(self._chosen)
        calendar.clicked.connect(self._chosen)
        self._popup = popup
        popup.show()
        popup.resize(popup.sizeHint())
        place = self.mapToGlobal(self.rect().bottomLeft())
        screen = self.screen().availableGeometry()
        popup.move(min(place.x(), screen.right() - popup.width()), min(place.y(), screen.bottom() - popup.height()))
        calendar.setFocus()

    def _chosen(self, day: QDate) -> None:
        self.setText(day.toString(Qt.DateFormat.ISODate))
        self._popup.close()
        self.picked.emit(self)


class NamesCell(LineCell):
    """Names parted by semicolons; the one that is being typed is completed from those there are."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = QCompleter(QStringListModel(list(names), self), self)
        self.names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.names.setFilterMode(Qt.MatchFlag.MatchContains)
        self.names.setWidget(self)
        popup = self.names.popup()
        if popup is not None:
            popup.setObjectName("cellNames")
        self.names.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def _offer(self, text: str) -> None:
        part = text.translate(SEMICOLONS).rpartition(";")[2].strip()
        self.names.setCompletionPrefix(part)
        found, popup = self.names.completionCount(), self.names.popup()
        if not part or not found or self.cursorPosition() < len(text):
            if popup is not None:
                popup.hide()
            return
        self.names.complete()
        if popup is not None:
            popup.setCurrentIndex(self.names.completionModel().index(0, 0))

    def _take(self, name: str) -> None:
        before, mark, _part = self.text().translate(SEMICOLONS).rpartition(";")
        self.setText(f"{before}{mark} {name}".strip())
