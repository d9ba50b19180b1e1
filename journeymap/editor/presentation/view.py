"""The presentation's window: what keys, clicker, mouse and bar do to what the room sees."""

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QScreen,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from journeymap.editor.document import Document
from journeymap.editor.presentation.bar import PresentationBar
from journeymap.editor.presentation.keys import LETTERS, meaning
from journeymap.editor.presentation.projection import Projection
from journeymap.editor.presentation.steps import Way, walkers
from journeymap.editor.presentation.strip import dot_at
from journeymap.language import _

REST_MS = 2500  # after this the bar and the pointer go away
TICK_MS = 250
WHEEL_NOTCH = 120
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
FORWARD, BACK = Qt.MouseButton.ForwardButton, Qt.MouseButton.BackButton


class Presentation(Projection):
    """A window for the whole screen. `ended` comes when it is closed."""

    ended = Signal()

    def __init__(
        self,
        document: Document,
        way: Way = "stages",
        persona: str = "",
        at: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.bar: PresentationBar | None = None
        super().__init__(document, way, persona, at, parent)
        self._wheel = 0
        self.setObjectName("presentation")
        self.setWindowTitle(_("Presentation"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.bar = PresentationBar(self)
        self.bar.hide()
        self.bar.chosen.connect(self.choose)
        self.bar.wanted.connect(self.do)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.hide_bar)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show_time)
        for keys, what in LETTERS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(what)
            shortcut.activated.connect(self._letter)
        self.stepped()

    def fill(self, screen: QScreen) -> None:
        """Take the whole of a screen."""
        if self.isFullScreen():
            self.showNormal()
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()
        self._rest.start()

    def do(self, what: str) -> None:
        """Do what a key, a button or the mouse asks for: "next", "black", "end" and so on."""
        talk = self.talk
        ways: dict[str, Way] = {"stages": "stages", "touchpoints": "touchpoints"}
        places = {"next": talk.index + 1, "back": talk.index - 1, "first": 0, "last": len(talk.steps) - 1}
        if what == "end":
            self.close()
        elif what == "black":
            self._set_black(not self.black)
        elif what == "timer":
            self._toggle_timer()
        elif what == "screen":
            self._other_screen()
        elif self.black:
            self._set_black(False)  # the first key only brings the picture back, so that nothing is missed
        elif what in places:
            self.go(places[what])
        elif what in ways:
            self.choose(ways[what], talk.persona)
        elif what == "persona":
            ids = ["", *(persona.id for persona in walkers(talk.journey))]
            self.choose(talk.way, ids[(ids.index(talk.persona) + 1) % len(ids)])

    def stepped(self) -> None:
        """Show in the bar what is chosen."""
        super().stepped()
        if self.bar is not None:
            talk = self.talk
            self.bar.show_choice(talk.way, talk.persona, walkers(talk.journey), len(QGuiApplication.screens()))

    def hide_bar(self) -> None:
        """Take bar and pointer away; a bar that is in use stays."""
        if self.bar is not None and self.bar.isVisible() and self.bar.busy:
            self._rest.start()
            return
        self._hide_now()

    # -- events

    def closeEvent(self, event: QCloseEvent) -> None:
        """The end."""
        super().closeEvent(event)
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps, and the end."""
        what = meaning(Qt.Key(event.key()), self.part.rtl)
        if what is None:
            super().keyPressEvent(event)
        else:
            self.do(what)

    def focusNextPrevChild(self, next: bool) -> bool:
        """The focus stays with the slides."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A dot is gone to; elsewhere left is next, right is back."""
        dot = self._dot(event.position()) if event.button() == LEFT and not self.black else None
        if dot is not None:
            self.go(dot)
        elif event.button() in (LEFT, FORWARD):
            self.do("next")
        elif event.button() in (RIGHT, BACK):
            self.do("back")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The bar comes, and the pointer."""
        if not self.black and self.bar is not None:
            self.bar.show()
            dot = self._dot(event.position())
            self.setCursor(Qt.CursorShape.ArrowCursor if dot is None else Qt.CursorShape.PointingHandCursor)
        self._rest.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch is a step; while the view moves, what a touch pad still sends is dropped."""
        if self.moving:
            self._wheel = 0
            return
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= WHEEL_NOTCH:
            self.do("next" if self._wheel < 0 else "back")
            self._wheel = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar stays as wide as the screen."""
        super().resizeEvent(event)
        if self.bar is not None:
            self.bar.setGeometry(0, 0, self.width(), self.bar.sizeHint().height())

    # -- inside

    def _letter(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.do(sender.objectName())

    def _set_black(self, black: bool) -> None:
        self.black = black
        if black:
            self._hide_now()
        self.update()

    def _hide_now(self) -> None:
        if self.bar is not None:
            self.bar.hide()
        self.setCursor(Qt.CursorShape.BlankCursor)

    def _toggle_timer(self) -> None:
        self.watch.toggle()
        if self.watch.running:
            self._tick.start()
        else:
            self._tick.stop()
        self._show_time()

    def _show_time(self) -> None:
        if not self.black:
            strip = self.slide.places.strip
            self.update(0, int(strip.y), self.width(), self.height() - int(strip.y))

    def _other_screen(self) -> None:
        screens = QGuiApplication.screens()
        if len(screens) > 1 and self.screen() in screens:
            self.fill(screens[(screens.index(self.screen()) + 1) % len(screens)])

    def _dot(self, point: QPointF) -> int | None:
        x = self.width() - point.x() if self.part.rtl else point.x()
        return dot_at(self.talk.steps, self.slide.places, x, point.y())
