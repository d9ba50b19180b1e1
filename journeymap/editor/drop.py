"""What may be dropped onto the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from journeymap.editor.file_dialogs import MAP_SUFFIX, SURVEY_SUFFIXES

IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif")


def dropped_file(data: QMimeData) -> Path | None:
    """The first local file among what is dragged that is a map, a survey or a picture, by its name."""
    for url in data.urls():
        if url.isLocalFile():
            path = Path(url.toLocalFile())
            if is_map(path) or is_survey(path) or is_image(path):
                return path
    return None


def is_map(path: Path) -> bool:
    """Whether a file is a map by its name."""
    return path.suffix.lower() == MAP_SUFFIX


def is_image(path: Path) -> bool:
    """Whether a file is a picture by its name."""
    return path.suffix.lower() in IMAGE_SUFFIXES


def is_survey(path: Path) -> bool:
    """Whether a file holds survey answers by its name."""
    return path.suffix.lower() in SURVEY_SUFFIXES
