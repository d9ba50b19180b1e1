"""Survey files for tests of the import dialog and the scores panel, and a hand that waits for the dialog."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.import_dialog import ImportDialog
from journeymap.editor.import_dialog.choice import Choice
from journeymap.editor.import_dialog.questions_model import Column
from journeymap.model.measures import Counts, Wave

WAIT = 20_000

# Twelve rows: 12 + 12 + 12 answers, of which 5 are blank, 2 no numbers, 1 outside the scale.
WIDE = [
    ["Respondent ID", "Date", "Segment", "Search", "Order", "Call", "Comment"],
    ["r1", "2026-09-01", "new", "10", "9", "0", "<b>bold</b>"],
    ["r2", "2026-09-02", "new", "9", "8", "1", "line\nbreak"],
    ["r3", "2026-09-03", "old", "8", "", "2", ""],
    ["r4", "2026-09-04", "old", "7", "7", "n/a", "x" * 2000],
    ["r5", "2026-09-05", "old", "6", "6", "4", ""],
    ["r6", "2026-09-06", "new", "10", "10", "5", ""],
    ["r7", "2026-09-07", "new", "10", "9", "99", ""],
    ["r8", "2026-09-08", "old", "9", "", "3", ""],
    ["r9", "2026-09-09", "old", "9", "8", "2", ""],
    ["r10", "2026-09-10", "new", "", "7", "1", ""],
    ["r11", "2026-09-11", "new", "10", "", "don't know", ""],
    ["r12", "2026-10-12", "old", "8", "9", "", ""],
]
LONG = [
    ["who", "touchpoint", "score"],
    *[[f"r{i}", name, str(i % 11)] for i in range(40) for name in ("Search", "Order")],
]


def write_csv(path: Path, rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A CSV file of these rows."""
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def at_rest(dialog: ImportDialog) -> bool:
    """Whether the dialog has read and counted all that it will."""
    return not dialog.worker.busy


Opener = Callable[..., ImportDialog]


def opener(qtbot: QtBot) -> Opener:
    """A function that shows the dialog for a document and a file, and waits until it is at rest."""

    def open_dialog(document: Document, path: Path, parent: QWidget | None = None, wait: bool = True) -> ImportDialog:
        dialog = ImportDialog(document, path, parent)
        qtbot.addWidget(dialog)
        dialog.show()
        if wait:
            qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
        return dialog

    return open_dialog


def add_counts(
    journey: Journey, target: str, values: dict[float, int], wave: str = "w1", segment: str = "", **fields: object
) -> None:
    """Answers in the map without a file, NPS unless said otherwise."""
    wanted = {"metric": "nps", "scale": (0.0, 10.0), **fields}
    with journey.edit("Load survey") as edit:
        if journey.find(Wave, wave) is None:
            edit.add(Wave, id=wave, title=wave.upper(), order=float(len(journey.all(Wave))))
        edit.add(Counts, target=target, wave=wave, segment=segment, values=tuple(sorted(values.items())), **wanted)


def choose(choice: Choice, value: object) -> None:
    """Take another item of a combo box, as a hand does."""
    combo = choice.combo
    place = next(i for i in range(combo.count()) if choice._values[i] == value)
    combo.setFocus()
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def account(dialog: ImportDialog) -> str:
    """What the dialog says of the answers."""
    return dialog.form.account.account.text()


def cell(dialog: ImportDialog, row: int, column: Column, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> object:
    """What a cell of the table of questions holds."""
    model = dialog.form.questions.questions
    return model.data(model.index(row, column), role)


def put(dialog: ImportDialog, row: int, column: Column, value: object) -> bool:
    """Give a cell of the table of questions another value, as its editor does."""
    model = dialog.form.questions.questions
    return model.setData(model.index(row, column), value)
