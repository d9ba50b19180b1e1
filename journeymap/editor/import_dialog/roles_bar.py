"""What the columns of the file are: its layout, and who answered, when, and of which segment."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymap.editor.import_dialog.choice import Choice
from journeymap.language import _
from journeymap.model.measures import Plan
from journeymap.survey.reading import Table
from journeymap.words import SURVEY_LAYOUTS, word


class RolesBar(QWidget):
    """The layout, and a column for each role; "—" where the file has none. `changed` carries the field of the plan."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[str, Choice] = {
            "layout": Choice(_("Layout"), self),
            "question_column": Choice(_("Questions in"), self),
            "value_column": Choice(_("Answers in"), self),
            "respondent": Choice(_("Respondent"), self),
            "date": Choice(_("Date"), self),
            "segment": Choice(_("Segment"), self),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for field, choice in self.choices.items():
            choice.chosen.connect(self._chosen)
            row.addWidget(choice, 3 if field == "layout" else 2)

    def show_plan(self, table: Table, plan: Plan) -> None:
        """Show what a plan says of a table."""
        self.choices["layout"].fill([(word(SURVEY_LAYOUTS, layout), layout) for layout in SURVEY_LAYOUTS], plan.layout)
        columns: list[tuple[str, object]] = [("—", None), *((name, name) for name in table.columns)]
        for field, choice in self.choices.items():
            if field != "layout":
                choice.fill(columns, getattr(plan, field))
        for field in ("question_column", "value_column"):
            self.choices[field].setVisible(plan.layout == "long")

    def value(self, field: str) -> str | None:
        """What is chosen for a field of the plan."""
        value = self.choices[field].value
        return value if isinstance(value, str) else None

    def _chosen(self) -> None:
        sender = self.sender()
        for field, choice in self.choices.items():
            if choice is sender:
                self.changed.emit(field)
