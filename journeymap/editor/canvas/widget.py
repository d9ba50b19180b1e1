"""The canvas as something to look at: it paints the picture, looks from elsewhere, and opens titles for typing."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from journeymap.editor.canvas import marks
from journeymap.editor.canvas.backing import Backing
from journeymap.editor.canvas.camera import Camera, fitting
from journeymap.editor.canvas.gesture import Gesture
from journeymap.editor.canvas.hit import Hit, add_channel_rect, add_stage_rect, handle_rect
from journeymap.editor.canvas.sticky import paint_sticky
from journeymap.editor.canvas.title_editor import TitleEditor
from journeymap.editor.document import Document
from journeymap.language import _
from journeymap.layout.build import build
from journeymap.layout.map_layout import LayoutOptions, MapLayout
from journeymap.layout.picture import Picture
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Rect
from journeymap.model.change import Change
from journeymap.model.problem import Problem
from journeymap.paint.measure import QtMeasure

CRISP_AFTER_MS = 80
ZOOM_STEP = 1.25
PLUS_ROOM = 48.0
READABLE = 0.45  # below this zoom a card's title can't be read on a small screen


class CanvasWidget(QWidget):
    """Paints a document's map and keeps it up to date. Positions are pixels here, reading coordinates in the layout."""

    zoom_changed = Signal(float)
    camera_changed = Signal()
    message = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.camera = Camera()
        self.hovered: Hit = Hit("paper")
        self.gesture: Gesture | None = None
        self.title_editor: TitleEditor | None = None
        self._new: str | None = None
        self._selected_before: tuple[str, ...] = ()
        # What a change of size keeps: the first view, the whole map, or nothing once the user has looked elsewhere.
        self._keep: Literal["first", "fit", ""] = "first"
        self._scaled = False
        self._backing = Backing()
        self._layout: MapLayout | None = None
        self._picture: Picture | None = None
        self._measure = QtMeasure()
        self._crisp = QTimer(self)
        self._crisp.setSingleShot(True)
        self._crisp.setInterval(CRISP_AFTER_MS)
        self._crisp.timeout.connect(self._make_crisp)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 200)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(_("Map"))
        document.changed.connect(self._on_changed)
        document.overlay_changed.connect(self._on_overlay_changed)
        document.focus_changed.connect(self._forget)
        document.selection.changed.connect(self.refresh)

    # -- what is shown

    @property
    def map_layout(self) -> MapLayout:
        """Where everything stands; made anew when the map has changed."""
        if self._layout is None:
            heat = self.document.heat
            options = LayoutOptions(palette=heat.palette, heat=heat.on)
            self._layout = build(self.document.journey, options, self._measure)
        return self._layout

    @property
    def picture(self) -> Picture:
        """What is painted."""
        if self._picture is None:
            self._picture = Picture(
                Scene(
                    self.document.journey,
                    self.map_layout,
                    self.document.overlay,
                    self._measure,
                    self.document.focus,
                )
            )
        return self._picture

    def _on_changed(self, change: Change) -> None:
        self._layout = None
        self._forget()
        editor = self.title_editor
        if editor is not None and editor.element not in self.document.journey:
            self._close_editor()

    def _on_overlay_changed(self) -> None:
        self._layout = None
        self._forget()

    def _forget(self) -> None:
        self._picture = None
        self._backing.forget()
        self.update()

    def refresh(self) -> None:
        """Paint marks and previews again; the map under them stays as it is painted."""
        self.update()

    # -- where it is looked at from

    def reading(self, point: QPointF) -> tuple[float, float]:
        """The place under a pixel in reading coordinates."""
        x, y = self.camera.to_map(point)
        layout = self.map_layout
        return (layout.width - x if layout.rtl else x), y

    def pixels(self, rect: Rect) -> QRectF:
        """A rectangle in reading coordinates, in pixels."""
        layout = self.map_layout
        return self.camera.to_pixels(rect.mirrored(layout.width) if layout.rtl else rect)

    def look(self, camera: Camera) -> None:
        """Look from elsewhere; while zooming the last frame is shown scaled until the pointer rests."""
        if camera == self.camera:
            return
        zoomed = camera.zoom != self.camera.zoom
        self.camera = camera
        self._keep = ""
        if zoomed:
            self._scaled = True
            self._crisp.start()
            self.zoom_changed.emit(camera.zoom)
        if self.title_editor is not None:
            self.title_editor.finish("leave")
        self.camera_changed.emit()
        self.update()

    def _make_crisp(self) -> None:
        self._scaled = False
        self.update()

    def zoom(self) -> float:
        """Pixels a map unit."""
        return self.camera.zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom to a value, the middle staying where it is."""
        self.look(self.camera.zoomed(zoom / self.camera.zoom, QPointF(self.rect().center())))

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(self.camera.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step away."""
        self.set_zoom(self.camera.zoom / ZOOM_STEP)

    def fit(self) -> None:
        """The whole map in view, as large as it goes (at most 100 %)."""
        width, height = self.picture.size
        # Room for the plus after the last stage as well.
        left = -PLUS_ROOM if self.map_layout.rtl else 0
        self.look(fitting(Rect(left, 0, width + PLUS_ROOM, height), self.width(), self.height()))
        self._keep = "fit"

    def begin(self) -> None:
        """The first view of a map: all of it where its cards can be read so (or there are none), else where reading begins."""
        self.fit()
        if self.camera.zoom < READABLE and self.map_layout.cards:
            width, _height = self.picture.size
            x = self.width() - width * READABLE - 12 if self.map_layout.rtl else 12
            self.look(Camera(READABLE, round(x), 12))
        self._keep = "first"

    def fit_selection(self) -> None:
        """What is selected in view; the whole map where nothing is."""
        layout = self.map_layout
        rects = [rect for id in self.document.selection.ids if (rect := layout.rect_of(id)) is not None]
        if not rects:
            self.fit()
            return
        left, top = min(r.x for r in rects), min(r.y for r in rects)
        whole = Rect(left, top, max(r.right for r in rects) - left, max(r.bottom for r in rects) - top).grown(40)
        self.look(fitting(whole.mirrored(layout.width) if layout.rtl else whole, self.width(), self.height(), most=2.0))

    def reveal(self, id: str) -> None:
        """Move the view by the least that shows an element."""
        rect = self.map_layout.rect_of(id)
        if rect is not None:
            paper = rect.mirrored(self.map_layout.width) if self.map_layout.rtl else rect
            self.look(self.camera.showing(paper, self.width(), self.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was hidden is seen now."""
        super().showEvent(event)
        self.camera_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A map that was fitted stays fitted."""
        super().resizeEvent(event)
        if self._keep == "first":
            self.begin()
            self._make_crisp()
        elif self._keep == "fit":
            self.fit()
            self._make_crisp()
        self.camera_changed.emit()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map from the back buffer, then the marks over it."""
        with QPainter(self) as painter:
            size, ratio = self.size(), self.devicePixelRatioF()
            scaled = self._scaled and self._backing.paint_scaled(painter, self.camera, size, ratio)
            if not scaled:
                self._backing.paint(painter, self.picture, self.camera, size, ratio)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_marks(painter)
            paint_sticky(painter, self, self.width(), self.height())
            if self.gesture is not None:
                self.gesture.paint(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        layout, zoom, selection = self.map_layout, self.camera.zoom, self.document.selection
        if self.gesture is None:
            for rect, kind, text in (
                (add_stage_rect(layout), "add-stage", "+"),
                (add_channel_rect(layout), "add-channel", "+ " + _("Channel")),
            ):
                marks.plus(painter, self.pixels(rect), self.hovered.kind == kind, text, zoom)
            hovered = layout.cards.get(self.hovered.id)
            if hovered is not None and hovered.id not in selection:
                marks.hover(painter, self.pixels(hovered.rect), zoom)
        for id in selection.ids:
            chips = layout.chip_index.get(id)
            for place in [chip.rect for chip in chips] if chips else [layout.rect_of(id)]:
                if place is not None:
                    marks.frame(painter, self.pixels(place), zoom, id == selection.current)
        if self.gesture is None:
            for id in self.handles():
                marks.handle(
                    painter, self.pixels(handle_rect(layout.cards[id].rect)), self.hovered == Hit("handle", id)
                )

    def handles(self) -> tuple[str, ...]:
        """The cards whose link handle is shown: the one under the pointer and the one selected."""
        ids = (self.hovered.id, self.document.selection.current or "")
        return tuple(id for id in dict.fromkeys(ids) if id in self.map_layout.cards)

    def _close_editor(self) -> None:
        editor, self.title_editor = self.title_editor, None
        if editor is not None:
            focused = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if focused:
                self.setFocus()

    def show_problem(self, problem: Problem) -> None:
        """Say in the status bar what could not be done."""
        from journeymap.language import explain

        self.message.emit(explain(problem))
