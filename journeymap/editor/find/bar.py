"""The bar above the map in which is sought and replaced."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from journeymap.editor.document import Document
from journeymap.editor.find.bar_parts import around, dress, icon_button, scope_list, text_field, toggle
from journeymap.editor.find.finder import Finder
from journeymap.editor.icons import icon
from journeymap.editor.places import describe_text
from journeymap.editor.theme import scaled
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel
from journeymap.language import _, explain, ngettext
from journeymap.model.problem import Problem
from journeymap.model.search import Query
from journeymap.model.text_fields import text_at

TYPING_MS, ROOM = 120, 960


class FindBar(QFrame):
    """`message` carries sentences for the status bar; `closed`: the map should have the focus again."""

    message = Signal(str)
    closed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.finder = Finder(document, self)
        self.setObjectName("findBar")
        self.setAccessibleName(_("Find"))
        self.more = icon_button("right", _("Show replace"), checkable=True)
        self.field = text_field(_("Find"))
        self.scope = scope_list()
        self.exact = toggle(_("Aa"), _("Match case and accents"))
        self.words = toggle("", _("Whole words only"))
        self.words.setIcon(icon("whole-word"))
        self.count = TextLabel(role="small")
        self.count.setContentsMargins(0, 0, 10, 0)
        self.before = icon_button("up", _("The one before (Shift+F3)"))
        self.after = icon_button("down", _("The next one (F3)"))
        self.where = ElidedLabel(role="small")
        self.shut = icon_button("close", _("Close (Esc)"))
        self.with_field = text_field(_("Replace with"))
        self.replace_one = QPushButton(_("Replace"))
        self.replace_all = QPushButton(_("Replace all"))
        self._second = (self.with_field, self.replace_one, self.replace_all)
        self._arrange()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(TYPING_MS)
        self._late.timeout.connect(self._seek)
        self.field.textChanged.connect(self._typed)
        self.scope.currentIndexChanged.connect(self._seek)
        self.exact.toggled.connect(self._seek)
        self.words.toggled.connect(self._seek)
        self.after.clicked.connect(self.find_next)
        self.before.clicked.connect(self.find_previous)
        self.more.toggled.connect(self.show_replace)
        self.shut.clicked.connect(self.close_bar)
        self.replace_one.clicked.connect(self._replace_one)
        self.replace_all.clicked.connect(self._replace_all)
        self.finder.found.connect(self._later)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.finder.show)
        self._refresh_late = QTimer(self)
        self._refresh_late.setSingleShot(True)
        self._refresh_late.setInterval(0)
        self._refresh_late.timeout.connect(self.refresh)
        self.show_replace(False)
        self.refresh()
        self.hide()

    # -- what the window calls

    def ask(self, text: str = "", replacing: bool = False) -> None:
        """Show the bar, with a text to seek where there is one."""
        if text:
            self.field.setText(text)
        self.show()
        self.show_replace(replacing or (self.more.isChecked() and self.isVisible()))
        if replacing and self.field.text():
            self.with_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.with_field.selectAll()
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
        self._seek()
        # The bar takes room from the map, and may have covered what was in view.
        self._again.start()

    def find_next(self) -> None:
        """Look at the next hit."""
        self._step(1)

    def find_previous(self) -> None:
        """Look at the hit before."""
        self._step(-1)

    def close_bar(self) -> None:
        """Hide it; what is selected stays selected."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def show_replace(self, shown: bool) -> None:
        """Show or hide the second line."""
        with QSignalBlocker(self.more):
            self.more.setChecked(shown)
        ahead = "left" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "right"
        self.more.setIcon(icon("down" if shown else ahead))
        for widget in self._second:
            widget.setVisible(shown)

    def refresh(self) -> None:
        """Say how many there are, which one is looked at, and where it stands."""
        self._refresh_late.stop()
        if not self.isVisible():
            return
        finder, focused = self.finder, self.focusWidget()
        hit, total = finder.current, len(finder.hits)
        self.count.setText(_counted(finder) if finder.query.text else "")
        lost = bool(finder.query.text) and not total
        for widget in (self.count, self.field):
            dress(widget, "warning" if lost else "small" if widget is self.count else "")
        for button in (self.before, self.after):
            button.setEnabled(total > 0)
        self.replace_all.setEnabled(total > 0)
        self.replace_one.setEnabled(hit is not None and not finder.fixed)
        if focused is not None and not focused.isEnabled():
            self.field.setFocus()  # else the next widget of the window would take it, and the next key press
        where = ""
        if hit is not None:
            record = self._document.journey.records[hit.id]
            text = text_at(record, hit.path)
            near = around(text, hit.start, hit.end)
            where = _("{where}: {text}").format(
                where=describe_text(self._document.journey, hit.id, hit.path), text=near
            )
            if finder.fixed:
                where = _("{where} (stays as it is: survey answers are matched by it)").format(where=where)
        self.where.setText(where)
        self.field.setAccessibleDescription(f"{self.count.text()} {where}".strip())

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the hit stands is said in the first line if there is room, else in the second."""
        super().resizeEvent(event)
        line = self._first if self.width() >= scaled(ROOM) else self._second_line
        if line.indexOf(self.where) < 0:
            # Before the button that closes, or behind those that replace.
            line.insertWidget(line.count() - 1 if line is self._first else line.count(), self.where, 1000)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finds the next one, Shift+Enter the one before; in the second line it replaces. Esc closes."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if focused in (self.with_field, self.replace_one):
                self._replace_one()
            elif focused is self.replace_all:
                self._replace_all()
            else:
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._late.start()

    def _query(self) -> Query:
        return Query(self.field.text(), self.exact.isChecked(), self.words.isChecked(), self.scope.currentData())

    def _seek(self) -> None:
        self._late.stop()
        if self.isVisible() and self._query() != self.finder.query:
            self.finder.seek(self._query())
        self.refresh()

    def _step(self, by: int) -> None:
        if self._query() != self.finder.query:
            self._seek()
        elif self.finder.step(by):
            self.message.emit(
                _("The search goes on from the start.") if by > 0 else _("The search goes on from the end.")
            )
        self.refresh()

    def _replace_one(self) -> None:
        self._seek()
        try:
            self.finder.replace_current(self.with_field.text())
        except Problem as problem:
            self.message.emit(explain(problem))
        self.refresh()

    def _replace_all(self) -> None:
        self._seek()
        try:
            done, kept = self.finder.replace_all(self.with_field.text())
        except Problem as problem:
            self.message.emit(explain(problem))
            return
        said = [ngettext("{n} place replaced.", "{n} places replaced.", done).format(n=done)]
        if kept:
            text = ngettext(
                "{n} place stays as it is: survey answers are matched by it.",
                "{n} places stay as they are: survey answers are matched by them.",
                kept,
            )
            said.append(text.format(n=kept))
        self.message.emit(" ".join(said))
        self.refresh()

    def _later(self) -> None:
        self._refresh_late.start()

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        for widget in (self.scope, self.exact, self.words, self.before, self.after, self.count):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.shut)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.replace_one)
        second.addWidget(self.replace_all)
        self._first, self._second_line = first, second
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 6)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.more, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addLayout(first, 0, 2)
        grid.addWidget(self.with_field, 1, 1)
        grid.addLayout(second, 1, 2)


def _counted(finder: Finder) -> str:
    total = len(finder.hits)
    return _("{n} of {total}").format(n=finder.place + 1, total=total) if total else _("Not found")
