"""Problems, shown to the user as the sentence they are."""

from PySide6.QtWidgets import QMessageBox, QWidget

from journeymap.editor.widgets.labels import message_box
from journeymap.language import _, explain
from journeymap.model.problem import Problem


def show_problem(parent: QWidget | None, problem: Problem) -> QMessageBox:
    """Show a problem's sentence in a box of its own; returns at once."""
    box = message_box(parent, QMessageBox.Icon.Warning, _("Journeymap"), explain(problem))
    box.setObjectName("problem")
    box.open()
    return box


def unexpected(error: BaseException) -> Problem:
    """A fault of the program's own as a problem that can be shown; its details belong in the log, not on the screen."""
    return Problem(
        "Something went wrong inside the program ({kind}). Your map is as it was; save it and start the program again.",
        kind=type(error).__name__,
    )
