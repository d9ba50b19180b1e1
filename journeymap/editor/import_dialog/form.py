"""The widgets of the import dialog and where they stand; what they mean is the dialog's business."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from journeymap.editor.import_dialog.account_row import AccountRow
from journeymap.editor.import_dialog.draft import Draft
from journeymap.editor.import_dialog.preview import Preview
from journeymap.editor.import_dialog.questions_view import QuestionsView
from journeymap.editor.import_dialog.reading_bar import ReadingBar
from journeymap.editor.import_dialog.roles_bar import RolesBar
from journeymap.editor.import_dialog.trouble import Trouble
from journeymap.editor.import_dialog.wave_name import WaveName
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel
from journeymap.language import _, ngettext
from journeymap.model.measures import Wave
from journeymap.survey.display import whole
from journeymap.survey.reading import Reading, Table

SIZE = QSize(1160, 700)
LEAST = QSize(960, 600)
PREVIEW_HEIGHT = 154


class Form(QWidget):
    """Fills a dialog: the file above, the questions below, the account and the buttons at the foot."""

    def __init__(self, name: str, waves: Sequence[Wave], dialog: QDialog) -> None:
        super().__init__(dialog)
        self.reading = ReadingBar()
        self.preview = Preview()
        self.preview.setAccessibleName(_("First rows"))
        self.trouble = Trouble()
        self.notes = TextLabel("", role="small", wrap=True)
        self.shape = TextLabel("", role="muted")
        self.matched = ElidedLabel("", role="muted")
        self.known = QFrame()
        self.roles = RolesBar()
        self.questions = QuestionsView()
        self.questions.setAccessibleName(_("Questions"))
        self.account = AccountRow()
        self.wave = WaveName(waves)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Load scores"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        self._filler = QWidget()
        self._filler.hide()
        self._arrange(name)
        whole_dialog = QVBoxLayout(dialog)
        whole_dialog.setContentsMargins(0, 0, 0, 0)
        whole_dialog.addWidget(self)
        dialog.setMinimumSize(LEAST)
        dialog.resize(SIZE)

    def _arrange(self, name: str) -> None:
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(name, role="title"), 1)
        head.addWidget(self.shape)
        self._top = QStackedLayout()
        self._top.addWidget(self.preview)
        self._top.addWidget(self.trouble)
        top = QWidget()
        top.setLayout(self._top)
        top.setFixedHeight(PREVIEW_HEIGHT)
        self.known.setProperty("role", "card")
        self.known.setProperty("kind", "action")
        banner = QVBoxLayout(self.known)
        banner.setContentsMargins(12, 7, 12, 7)
        self.known_text = TextLabel("", role="action-title", wrap=True)
        banner.addWidget(self.known_text)
        self.known.hide()
        self.questions_part = QWidget()
        lower = QVBoxLayout(self.questions_part)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(8)
        titles = QHBoxLayout()
        titles.setSpacing(14)
        titles.addWidget(TextLabel(_("What the questions score"), role="title"))
        titles.addWidget(self.matched, 1)
        lower.addLayout(titles)
        lower.addWidget(self.known)
        lower.addWidget(self.roles)
        lower.addWidget(self.questions, 1)
        foot = QHBoxLayout()
        foot.setSpacing(24)
        foot.addWidget(self.wave, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.reading)
        column.addWidget(top)
        column.addWidget(self.notes)
        column.addWidget(self.questions_part, 1)
        column.addWidget(self._filler, 1)
        column.addWidget(self.account)
        column.addLayout(foot)
        self.notes.hide()
        self.questions_part.setEnabled(False)

    def show_reading(self) -> None:
        """The file is being read; what the questions score waits for it."""
        self.questions_part.setEnabled(False)
        self.account.tell("")

    def show_table(self, table: Table, how: Reading) -> None:
        """Show a file as it was read."""
        rows = ngettext("{n} row", "{n} rows", len(table.rows)).format(n=whole(len(table.rows)))
        columns = ngettext("{n} column", "{n} columns", len(table.columns)).format(n=whole(len(table.columns)))
        self.shape.setText(f"{rows} · {columns}")
        self.reading.show_table(table, how)
        self.preview.show_table(table.columns, table.rows)
        self.notes.setText(" ".join(table.notes))
        self.notes.setVisible(bool(table.notes))
        self._top.setCurrentWidget(self.preview)

    def show_trouble(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.trouble.say(sentence)
        self.shape.setText("")
        self.notes.hide()
        self._top.setCurrentWidget(self.trouble)
        self.questions.show_draft(None)
        self._show_questions(False)
        self.account.tell("")

    def show_draft(self, draft: Draft) -> None:
        """Show what the questions score."""
        self._show_questions(True)
        self.questions_part.setEnabled(True)
        self.roles.show_plan(draft.table, draft.plan)
        self.questions.setEnabled(True)
        self.questions.show_draft(draft)
        self._mark_used(draft)

    def show_matched(self, sentence: str, known: bool) -> None:
        """Say how many questions score something; with emphasis where the map knew it all."""
        self.known.setVisible(known)
        self.matched.setVisible(not known)
        (self.known_text if known else self.matched).setText(sentence)
        if self.questions.questions.draft is not None:
            self._mark_used(self.questions.questions.draft)

    def _show_questions(self, shown: bool) -> None:
        self.questions_part.setVisible(shown)
        self._filler.setVisible(not shown)
        self.wave.setEnabled(shown)

    def _mark_used(self, draft: Draft) -> None:
        plan = draft.plan
        roles = {plan.respondent, plan.date, plan.segment}
        if plan.layout == "long":
            used = {plan.question_column, plan.value_column}
        else:
            used = {row.name for row in draft.rows if row.question is not None}
        self.preview.rows.mark_used({name for name in roles | used if name})
