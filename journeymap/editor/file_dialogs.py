"""The dialogs that ask for a file: what they show, and where they begin. They open at once and answer by a signal."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from journeymap.editor.settings import Settings
from journeymap.language import N_, _

MAP_FILTER = N_("Journey maps (*.journey)")
SURVEY_FILTER = N_("Survey answers (*.csv *.tsv *.txt *.xlsx *.xlsm)")
PNG_FILTER = N_("PNG pictures (*.png)")
XLSX_FILTER = N_("Excel workbooks (*.xlsx)")
IMAGE_FILTER = N_("Pictures (*.png *.jpg *.jpeg *.webp *.gif)")
ALL_FILTER = N_("All files (*)")
MAP_SUFFIX = ".journey"
SURVEY_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")


def ask_open(parent: QWidget, settings: Settings, title: str, filter: str, purpose: str) -> QFileDialog:
    """A dialog for a file that is there; connect `fileSelected`, then `open()` it."""
    dialog = QFileDialog(parent, title, settings.folder(purpose))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_(filter), _(ALL_FILTER)])
    return _ready(dialog)


def ask_save(parent: QWidget, settings: Settings, title: str, filter: str, purpose: str, proposed: Path) -> QFileDialog:
    """A dialog for a file to write, `proposed` in its last folder where it names none; asks before it replaces a file."""
    dialog = QFileDialog(parent, title, settings.folder(purpose))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_(filter)])
    dialog.setDefaultSuffix(proposed.suffix[1:])
    if proposed.is_absolute():
        dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    return _ready(dialog)


def _ready(dialog: QFileDialog) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setObjectName("fileDialog")
    return dialog
