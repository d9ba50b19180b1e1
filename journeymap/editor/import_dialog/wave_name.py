"""The name of the wave that is loaded."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_skeleton
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from journeymap.editor.widgets.labels import ElidedLabel, TextLabel
from journeymap.language import _, locale
from journeymap.model.measures import Wave
from journeymap.model.text import LINE_LIMIT, clean_line


class WaveName(QWidget):
    """A field for the name, and a word of warning where a wave of that name is in the map. `changed` follows every key."""

    changed = Signal()

    def __init__(self, waves: Sequence[Wave], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waves = {wave.title: wave for wave in waves}
        self._own = False
        self.field = QLineEdit(self)
        self.field.setMaxLength(LINE_LIMIT)
        self.field.setMinimumWidth(180)
        self.field.textEdited.connect(self._edited)
        self.field.textChanged.connect(self._say)
        completer = QCompleter([title for title in self._waves if title], self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        label = TextLabel(_("Wave"), self, role="strong")
        label.setBuddy(self.field)
        self.field.setAccessibleName(_("Wave"))
        self.warning = ElidedLabel("", self, role="warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self.field, 2)
        row.addWidget(self.warning, 3)

    @property
    def name(self) -> str:
        """The name as it will be kept."""
        return clean_line(self.field.text())

    def suggest(self, name: str) -> None:
        """A name for one who has not typed any."""
        if not self._own and name:
            self.field.setText(clean_line(name)[:LINE_LIMIT])

    def _edited(self) -> None:
        self._own = True

    def _say(self) -> None:
        again = self.name in self._waves
        self.warning.setText(_("This wave is in the map: its scores will be replaced.") if again else "")
        self.changed.emit()


def period(start: date | None, end: date | None) -> str:
    """The months from the first to the last answer: "Sep 2026", "Sep – Oct 2026"; "" where they are not known."""
    if start is None or end is None:
        return ""
    last = _month("yMMM", end)
    if (start.year, start.month) == (end.year, end.month):
        return last
    first = _month("MMM" if start.year == end.year else "yMMM", start)
    return _("{first} – {last}").format(first=first, last=last)


def _month(skeleton: str, day: date) -> str:
    return str(format_skeleton(skeleton, day, locale=locale()))
