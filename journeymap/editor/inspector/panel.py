"""The inspector: shows the form of what is selected, or of the map itself where nothing is."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.editor.inspector.form import Form
from journeymap.editor.inspector.forms import FORMS
from journeymap.editor.settings import Settings
from journeymap.editor.theme import scaled, theme
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import _, ngettext
from journeymap.model.change import Change
from journeymap.model.record import Record
from journeymap.words import KINDS, KINDS_MANY, word

UNFOLDED = "inspector/unfolded"
LEAST_WIDTH, MOST_LEAST_WIDTH = 250, 300


class Inspector(QScrollArea):
    """`message` carries sentences for the status bar, `path_wanted` the id of a persona whose path is to be drawn."""

    message = Signal(str)
    path_wanted = Signal(str)

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._forms: dict[type[Record], Form] = {}
        self._wants_title = False
        self.form: Form | None = None
        self.setObjectName("inspector")
        self.setAccessibleName(_("Inspector"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(min(scaled(LEAST_WIDTH), MOST_LEAST_WIDTH))
        inside = QWidget()
        inside.setObjectName("inspectorForm")
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._head = TextLabel(role="title", wrap=True)
        self._head.setContentsMargins(14, 14, 14, 0)
        self._note = TextLabel(role="small", wrap=True)
        self._note.setContentsMargins(14, 6, 14, 0)
        self._box.addWidget(self._head)
        self._box.addWidget(self._note)
        self._box.addStretch(1)
        self.setWidget(inside)
        # One update for all that a rubber band or an edit alters.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.refresh)
        document.selection.changed.connect(self._later)
        document.changed.connect(self._changed)
        document.overlay_changed.connect(self._later)
        theme().changed.connect(self._dressed)
        self.refresh()

    def refresh(self) -> None:
        """Show the form of what is selected."""
        self._timer.stop()
        journey = self._document.journey
        chosen = [journey.records[id] for id in self._document.selection.ids if id in journey]
        records = chosen or [journey.info]
        kinds = {type(record) for record in records}
        cls = next(iter(kinds)) if len(kinds) == 1 else None
        form = self._form(cls) if cls is not None else None
        if form is not self.form and self.form is not None:
            self.form.finish()
            self.form.hide()
        self.form = form
        self._say(records, cls)
        if form is not None:
            form.show_records(records)
            form.show()
        if self._wants_title:
            self._focus_title()

    def edit_title(self) -> None:
        """Put the cursor into the title of what is selected."""
        self._wants_title = True
        self._later()

    def finish(self) -> None:
        """Hand over what was typed."""
        if self.form is not None:
            self.form.finish()

    def event(self, event: QEvent) -> bool:
        """Del in the inspector is a key of its fields: it must not delete what is selected on the map."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Delete
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def _say(self, records: list[Record], cls: type[Record] | None) -> None:
        """What stands above the form: how many are selected, or nothing where the form has a title."""
        many = len(records) > 1
        titled = self.form is not None and "title" in self.form.bound and not many
        if cls is None:
            self._head.setText(
                ngettext("{n} element selected", "{n} elements selected", len(records)).format(n=len(records))
            )
        elif many:
            self._head.setText(_("{kind}: {n}").format(kind=word(KINDS_MANY, cls.kind), n=len(records)))
        else:
            self._head.setText(word(KINDS, cls.kind))
        self._head.setVisible(not titled)
        self._note.setVisible(cls is None or self.form is None or many)
        self._note.setText(
            _("They are of different kinds, so they have no fields in common.")
            if cls is None
            else _("What you change here is changed in all of them.")
            if many
            else _("There is nothing to set here.")
        )

    def _form(self, cls: type[Record]) -> Form | None:
        if cls not in FORMS:
            return None
        if cls not in self._forms:
            form = self._forms[cls] = Form(self._document, FORMS[cls], self._settings, self._unfolded())
            form.message.connect(self.message)
            form.added.connect(self.edit_title)
            form.path_wanted.connect(self.path_wanted)
            form.folded.connect(self._folded)
            self._box.insertWidget(self._box.count() - 1, form)
        return self._forms[cls]

    def _later(self) -> None:
        self._timer.start()

    def _dressed(self) -> None:
        self.setMinimumWidth(min(scaled(LEAST_WIDTH), MOST_LEAST_WIDTH))
        self._later()

    def _changed(self, change: Change) -> None:
        if self.form is not None and self.form.concerned(change):
            self._later()

    def _focus_title(self) -> None:
        self._wants_title = False
        field = self.form.first_field() if self.form is not None else None
        if field is not None:
            self.verticalScrollBar().setValue(0)
            field.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfolded(self) -> list[str]:
        return self._settings.text(UNFOLDED).split()

    def _folded(self, id: str, open: bool) -> None:
        ids = [other for other in self._unfolded() if other != id]
        self._settings.set_text(UNFOLDED, " ".join([*ids, id] if open else ids))
