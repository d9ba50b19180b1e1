"""What may go wrong under the import dialog: bad files, a hand that stops or closes it, maps that change; never a traceback."""

import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.import_dialog import dialog as dialog_module
from journeymap.editor.import_dialog.dialog import ImportDialog
from journeymap.editor.import_dialog.opening import Opened, open_draft
from journeymap.model.measures import Counts, Plan, Wave
from journeymap.survey.counting import count
from journeymap.survey.reading import Reading
from journeymap.survey.task import Progress, StopAsked, tick
from tests.editor.survey_hand import WAIT, WIDE, Opener, at_rest, opener, write_csv


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Opener:
    return opener(qtbot)


@pytest.fixture
def document(journey: Journey) -> Document:
    return Document(journey)


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "autumn.csv", WIDE)


def trouble(dialog: ImportDialog) -> str:
    """The sentence in the place of the first rows; "" where these are shown."""
    return dialog.form.trouble.sentence.text() if dialog.form.trouble.isVisible() else ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.csv", b""),
        ("blank.csv", b"  \n \n"),
        ("zeros.csv", b"a,b\n\0\0\0,1\n"),
        ("heads.csv", b"Search,Order\n"),
        ("quote.csv", b'Search,Order\n"9,8\n' + b"1,2\n" * 5000),
        ("broken.xlsx", b"PK\x03\x04 this is no workbook"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("noise.csv", bytes(range(256)) * 20),
    ],
)
def test_a_bad_file_is_told_of_in_one_sentence(
    document: Document, tmp_path: Path, open_dialog: Opener, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    before = dict(document.journey.records)
    dialog = open_dialog(document, path)
    assert trouble(dialog) or not dialog.ready
    assert "Traceback" not in trouble(dialog)
    dialog.accept()
    assert dict(document.journey.records) == before


def test_a_file_that_is_gone_can_be_read_again_when_it_is_back(
    qtbot: QtBot, document: Document, tmp_path: Path, open_dialog: Opener
) -> None:
    path = tmp_path / "later.csv"
    dialog = open_dialog(document, path)
    assert "later.csv" in trouble(dialog)
    write_csv(path, WIDE)
    dialog.form.trouble.button.click()
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert trouble(dialog) == ""
    assert dialog.ready


def test_markup_in_a_file_stays_text(document: Document, tmp_path: Path, open_dialog: Opener) -> None:
    evil = '<img src="file:///etc/hostname">'
    path = write_csv(tmp_path / "evil.csv", [["Search", evil], ["9", "8"], ["8", "7"]])
    dialog = open_dialog(document, path)
    model = dialog.form.questions.questions
    tips = [model.data(model.index(row, 0), 3) for row in range(model.rowCount())]
    assert all("<img" not in str(tip) for tip in tips)
    assert any("&lt;img" in str(tip) for tip in tips)


def test_a_fault_of_our_own_is_told_of(
    document: Document, wide: Path, open_dialog: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(dialog_module, "count", fail)
    dialog = open_dialog(document, wide)
    assert "Something went wrong inside the program" in dialog.form.account.account.text()
    assert not dialog.ready


def test_a_map_that_refuses_keeps_the_dialog_open(document: Document, wide: Path, open_dialog: Opener) -> None:
    dialog = open_dialog(document, wide)
    with document.edit("Delete") as edit:
        edit.remove("call")
    before = dict(document.journey.records)
    dialog.accept()
    assert dialog.isVisible()
    assert "call" in dialog.form.account.account.text()
    assert dict(document.journey.records) == before


class Gate:
    """Lets a test hold work in the other thread until it says go."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.go = threading.Event()

    def wait(self, progress: Progress, cancelled: StopAsked) -> None:
        self.reached.set()
        progress(0.4)
        while not self.go.wait(0.01):
            tick(0.5, None, cancelled)


def test_reading_can_be_stopped_and_begun_again(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()

    def slow(path: Path, how: Reading | None, journey: Journey, progress: Progress, cancelled: StopAsked) -> Opened:
        gate.wait(progress, cancelled)
        return open_draft(path, how, journey, progress, cancelled)

    monkeypatch.setattr(dialog_module, "open_draft", slow)
    dialog = open_dialog(document, wide, wait=False)
    row = dialog.form.account
    qtbot.waitUntil(lambda: row.button.isVisible() and row.bar.value() == 40, timeout=WAIT)
    assert "autumn.csv" in row.text.text()
    assert dialog.form.buttons.button(QDialogButtonBox.StandardButton.Cancel).isEnabled()
    row.button.click()
    assert trouble(dialog) == "Reading was stopped."
    assert not dialog.worker.busy
    gate.go.set()
    dialog.form.trouble.button.click()
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.ready


def test_stopping_another_reading_goes_back_to_the_one_before(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog(document, wide)
    gate = Gate()

    def slow(path: Path, how: Reading | None, journey: Journey, progress: Progress, cancelled: StopAsked) -> Opened:
        gate.wait(progress, cancelled)
        raise AssertionError("it was stopped")

    monkeypatch.setattr(dialog_module, "open_draft", slow)
    combo = dialog.form.reading.header_rows.combo
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    qtbot.waitUntil(gate.reached.is_set, timeout=WAIT)
    assert not dialog.ready
    dialog.form.account.stopped.emit()
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.form.reading.header_rows.combo.currentText() == "1 (detected)"
    assert dialog.ready


def test_counting_can_be_stopped_and_begun_again(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()

    def slow(*args: object, progress: Progress, cancelled: StopAsked) -> object:
        gate.wait(progress, cancelled)
        return count(*args, progress=progress, cancelled=cancelled)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(dialog_module, "count", slow)
    dialog = open_dialog(document, wide, wait=False)
    row = dialog.form.account
    qtbot.waitUntil(lambda: row.button.isVisible() and row.busy and gate.reached.is_set(), timeout=WAIT)
    row.button.click()
    assert (row.text.text(), row.button.text()) == ("Counting was stopped.", "Again")
    assert not dialog.ready
    gate.go.set()
    row.button.click()
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.ready


def test_a_dialog_that_is_closed_or_destroyed_while_it_reads_does_no_harm(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    ended = threading.Event()

    def slow(path: Path, how: Reading | None, journey: Journey, progress: Progress, cancelled: StopAsked) -> Opened:
        gate.reached.set()
        gate.go.wait(WAIT / 1000)
        ended.set()
        return open_draft(path, how, journey, progress, lambda: False)

    monkeypatch.setattr(dialog_module, "open_draft", slow)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(document, wide, window)
    dialog.show()
    qtbot.waitUntil(gate.reached.is_set, timeout=WAIT)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # what deleteLater waits for
    gate.go.set()
    qtbot.waitUntil(ended.is_set, timeout=WAIT)
    qtbot.wait(50)
    assert not document.journey.all(Wave)


def test_the_collector_rests_while_the_other_thread_works(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()

    def slow(path: Path, how: Reading | None, journey: Journey, progress: Progress, cancelled: StopAsked) -> Opened:
        gate.wait(progress, cancelled)
        return open_draft(path, how, journey, progress, cancelled)

    monkeypatch.setattr(dialog_module, "open_draft", slow)
    dialog = open_dialog(document, wide, wait=False)
    qtbot.waitUntil(gate.reached.is_set, timeout=WAIT)
    # Collected in that thread, a forgotten dialog would crash Qt.
    assert not gc.isenabled()
    gate.go.set()
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert gc.isenabled()


def test_a_plan_that_overruled_the_reading_reads_the_next_file_the_same_way(
    qtbot: QtBot, document: Document, tmp_path: Path, open_dialog: Opener
) -> None:
    # Two rows of headings that nothing tells apart from answers.
    rows = [["Search", "Order"], ["5", "6"], *[[str(i % 11), str(i % 9)] for i in range(30)]]
    dialog = open_dialog(document, write_csv(tmp_path / "a.csv", rows))
    combo = dialog.form.reading.header_rows.combo
    combo.setCurrentIndex(3)
    combo.activated.emit(3)
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.form.shape.text() == "30 rows · 2 columns"
    dialog.accept()
    assert document.journey.all(Plan)[0].header_rows == 2
    again = open_dialog(document, write_csv(tmp_path / "b.csv", rows))
    assert not again.form.known.isHidden()
    assert again.form.shape.text() == "30 rows · 2 columns"
    assert again.form.reading.header_rows.combo.currentText() == "2"
    again.accept()
    assert sum(counts.n for counts in document.journey.all(Counts)) == 120
