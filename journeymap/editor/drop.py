"""What may be dropped onto the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from journeymap.editor.file_dialogs import MAP_SUFFIX, SURVEY_SUFFIXES


def dropped_file(data: QMimeData) -> Path | None:
    """The first local file among what is dragged that is a map or a survey, by its name."""
    for url in data.urls():
        if url.isLocalFile():
            path = Path(url.toLocalFile())
            if is_map(path) or is_survey(path):
                return path
    return None


def is_map(path: Path) -> bool:
    """Whether a file is a map by its name."""
    return path.suffix.lower() == MAP_SUFFIX


def is_survey(path: Path) -> bool:
    """Whether a file holds survey answers by its name."""
    return path.suffix.lower() in SURVEY_SUFFIXES
