"""The large parts of the window that are made elsewhere, given to it as functions; tests give it small ones."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from journeymap.editor.document import Document
from journeymap.model.journey import Journey

if TYPE_CHECKING:
    from journeymap.editor.canvas.view import CanvasView
    from journeymap.editor.scores_panel import ScoresPanel


@dataclass(frozen=True, slots=True)
class Parts:
    """How to make the canvas and the scores panel of a document, the dialog that imports a survey, the picture of a map."""

    canvas: "Callable[[Document, QWidget | None], CanvasView]"
    scores: "Callable[[Document, QWidget | None], ScoresPanel]"
    import_dialog: Callable[[Document, Path, QWidget | None], QDialog]
    picture: Callable[[Journey, int], QImage]


def standard_parts() -> Parts:
    """The parts of the program."""
    return Parts(canvas=_canvas, scores=_scores, import_dialog=_import_dialog, picture=_picture)


def _canvas(document: Document, parent: QWidget | None) -> "CanvasView":
    from journeymap.editor.canvas.view import CanvasView

    return CanvasView(document, parent)


def _scores(document: Document, parent: QWidget | None) -> "ScoresPanel":
    from journeymap.editor.scores_panel import ScoresPanel

    return ScoresPanel(document, parent)


def _import_dialog(document: Document, path: Path, parent: QWidget | None) -> QDialog:
    from journeymap.editor.import_dialog import ImportDialog

    return ImportDialog(document, path, parent)


def _picture(journey: Journey, width: int) -> QImage:
    from journeymap.layout.map_layout import LayoutOptions
    from journeymap.paint.picture import map_image
    from journeymap.survey.score import NO_OVERLAY

    # In small, cards and curves tell more than titles and chips; a map that names its lanes is about them.
    options = LayoutOptions(title=False, legend=False, lanes=journey.info.lanes or ("emotion",))
    return map_image(journey, NO_OVERLAY, width, options)
