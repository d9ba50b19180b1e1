"""The dialog: a file as it was read, what its questions score, what becomes of its answers. One edit, or none."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from journeymap.editor.document import Document
from journeymap.editor.import_dialog.account import State, account_line, matched_line
from journeymap.editor.import_dialog.draft import Draft, with_columns
from journeymap.editor.import_dialog.form import Form
from journeymap.editor.import_dialog.opening import Opened, open_draft
from journeymap.editor.import_dialog.wave_name import period
from journeymap.editor.import_dialog.worker import Worker
from journeymap.language import N_, _, explain
from journeymap.model.problem import Problem
from journeymap.survey.counting import count
from journeymap.survey.load import load
from journeymap.survey.overlay import waves
from journeymap.survey.reading import Reading
from journeymap.survey.tally import Tally
from journeymap.survey.task import Progress, StopAsked


class ImportDialog(QDialog):
    """Loads a survey file into the map of a document.

    Reading and counting run in another thread on a copy of the map; the map itself is altered by "Load scores" alone, in
    one edit. A file that can't be read is told of in the dialog.
    """

    def __init__(self, document: Document, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._path = path
        self._journey = document.journey.copy()
        self._opened: Opened | None = None
        self._draft: Draft | None = None
        self._how: Reading | None = None
        self._edited = False
        self._counting = False
        self.setWindowTitle(_("Import survey"))
        self.form = Form(path.name, waves(document.journey), self)
        self.form.questions.pills.heat = document.heat
        self.form.reading.changed.connect(self._overruled)
        self.form.trouble.again.connect(self._read)
        self.form.roles.changed.connect(self._other_columns)
        self.form.questions.questions.edited.connect(self._questions_edited)
        self.form.wave.changed.connect(self._enable)
        self.form.account.stopped.connect(self._stop)
        self.form.account.again.connect(self._count)
        self.form.buttons.accepted.connect(self.accept)
        self.form.buttons.rejected.connect(self.reject)
        self.worker = Worker(self)
        self.worker.progressed.connect(self.form.account.advance)
        self.worker.busy_changed.connect(self._enable)
        self._begun = False
        self._enable()

    @property
    def draft(self) -> Draft | None:
        """What would be loaded, or None while the file is not read."""
        return self._draft

    @property
    def ready(self) -> bool:
        """Whether "Load scores" can be pressed."""
        tally = self._draft.tally if self._draft is not None else None
        return tally is not None and tally.used > 0 and bool(self.form.wave.name) and not self.worker.busy

    def showEvent(self, event: QShowEvent) -> None:
        """Reading begins when the dialog is there."""
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            self._read()

    def done(self, result: int) -> None:
        """Nothing goes on after the dialog has closed."""
        self.worker.stop()
        super().done(result)

    def accept(self) -> None:
        """Load the scores, in one edit, and close; where the map refuses, say why and stay."""
        if not self.ready or self._draft is None or self._draft.tally is None:
            return
        journey = self._document.journey
        try:
            with self._document.edit(N_("Load survey")) as edit:
                wave = load(journey, edit, self._draft.plan, self._draft.tally, self.form.wave.name, self._path.name)
        except Problem as problem:
            self.form.account.tell(explain(problem), trouble=True)
            return
        # What was just loaded is what the user wants to see, whichever wave the map was heated with.
        latest = waves(journey)[-1].id == wave.id
        self._document.set_heat(replace(self._document.heat, wave="" if latest else wave.id, on=True))
        super().accept()

    # -- reading

    def _overruled(self) -> None:
        self._how = self.form.reading.how
        self._read()

    def _read(self) -> None:
        path, how, journey = self._path, self._how, self._journey

        def work(progress: Progress, cancelled: StopAsked) -> Opened:
            return open_draft(path, how, journey, progress, cancelled)

        self._counting = False
        self.form.show_reading()
        self.worker.start(work, self._read_done, self._read_failed)
        self.form.account.begin(_("Reading “{name}”…").format(name=path.name))

    def _read_done(self, opened: Opened) -> None:
        first, self._opened = self._opened is None, opened
        self._edited = False
        self.form.show_table(opened.table, opened.how)
        self.form.wave.suggest(self._path.stem)
        self._show_draft(opened.draft)
        if first:
            # Enter loads the scores, and the arrow keys lead to what can be altered.
            self.form.questions.setFocus()

    def _read_failed(self, problem: Problem) -> None:
        self._draft = None
        self.form.show_trouble(explain(problem))
        self._enable()

    def _stop(self) -> None:
        self.worker.stop()
        if self._counting:
            self.form.account.offer_again(_("Counting was stopped."))
        elif self._opened is None or self._draft is None:
            self.form.show_trouble(_("Reading was stopped."))
        else:
            # Back to what was there before the work began.
            self._how = self._opened.how
            self.form.show_table(self._opened.table, self._opened.how)
            self._show_draft(self._draft)
        self._enable()

    # -- what the questions score

    def _other_columns(self, field: str) -> None:
        if self._draft is None:
            return
        journey, table, plan = self._journey, self._draft.table, self._draft.plan
        value = self.form.roles.value(field)

        def work(progress: Progress, cancelled: StopAsked) -> Draft:
            return Draft(journey, table, with_columns(journey, table, plan, **{field: value}))

        self._edited = True
        self._counting = False
        self.form.questions.setEnabled(False)
        self.worker.start(work, self._show_draft, self._failed)
        self.form.account.begin(_("Looking for questions…"))

    def _show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self.form.show_draft(draft)
        self._say_matched()
        self._count()

    def _questions_edited(self) -> None:
        self._edited = True
        self._say_matched()
        self._count()

    def _say_matched(self) -> None:
        assert self._draft is not None
        kept: State = "known" if self._draft.used_before else "brought"
        state: State = "edited" if self._edited else kept if self._draft.known else "proposed"
        self.form.show_matched(matched_line(self._draft.matched, len(self._draft.rows), state), state == kept)

    # -- counting

    def _count(self) -> None:
        draft = self._draft
        if draft is None:
            return
        draft.tally = None
        self.form.questions.questions.counted()
        if not draft.matched:
            self.worker.stop()
            self.form.account.tell(_("Nothing is loaded yet: choose what at least one question scores."))
            self._enable()
            return
        table, plan, journey = draft.table, draft.plan, self._journey

        def work(progress: Progress, cancelled: StopAsked) -> Tally:
            return count(table, plan, journey, progress=progress, cancelled=cancelled)

        self._counting = True
        self.worker.start(work, self._counted, self._failed)
        self.form.account.begin(_("Counting the answers…"))

    def _counted(self, tally: Tally) -> None:
        draft = self._draft
        if draft is None:
            return
        draft.tally = tally
        self.form.account.tell(account_line(draft.table, tally))
        self.form.wave.suggest(period(tally.start, tally.end))
        self.form.questions.questions.counted()
        self._enable()

    def _failed(self, problem: Problem) -> None:
        self.form.account.tell(explain(problem), trouble=True)
        self._enable()

    def _enable(self) -> None:
        self.form.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.ready)
