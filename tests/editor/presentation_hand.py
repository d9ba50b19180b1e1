"""A map worth presenting, and a hand for presentations."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymap import Journey
from journeymap.editor.presentation.view import Presentation
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Channel, Link, Stage, Touchpoint

NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def talk_map(language: str = "en") -> Journey:
    """Three stages, two channels, six touchpoints in a chain with a way back; two personas, scores, findings."""
    journey = Journey("Moving house")
    with journey.edit("Fill") as edit:
        edit.update("journey", language=language, client="Example", scope="Get there in one piece")
        for i, name in enumerate(("Plan", "Move", "Settle")):
            edit.add(Stage, id=f"s{i}", title=name, goal=f"Goal {i}", order=float(i), target=30.0)
        for i, name in enumerate(("Web", "Van")):
            edit.add(Channel, id=f"c{i}", title=name, order=float(i))
        for i, name in enumerate(("Asks", "Books", "Packs", "Drives", "Unpacks", "Rates")):
            edit.add(Touchpoint, id=f"t{i}", title=name, stage=f"s{i // 2}", channel=f"c{i % 2}", order=float(i))
        edit.update("t3", does="Sits beside the driver", thinks="Where is he going?", expects="To arrive")
        for i in range(5):
            edit.add(Link, id=f"l{i}", source=f"t{i}", target=f"t{i + 1}")
        edit.add(Link, id="back", source="t3", target="t2")
        edit.add(
            Persona, id="ann", title="Ann", path=("t0", "l0", "t1", "l1", "t2", "l2", "t3", "back", "t2"), order=0.0
        )
        edit.add(Persona, id="bo", title="Bo", path=("t5", "t0", "t3"), colour="#AA3355", order=1.0)
        edit.add(Persona, id="cy", title="Cy", order=2.0)
        edit.add(Emotion, persona="ann", touchpoint="t2", value=1.0)
        edit.add(Emotion, persona="ann", touchpoint="t3", value=-2.0)
        edit.add(Emotion, persona="bo", touchpoint="t3", value=0.5)
        edit.add(PainPoint, id="late", title="Comes late", on=("t3",), severity=2, category="long-wait", order=0.0)
        edit.add(PainPoint, id="lost", title="Box is lost", on=("l2", "t3"), severity=5, order=1.0)
        edit.add(PainPoint, id="dear", title="Costs more", on=("s1",), severity=3, category="price", order=2.0)
        edit.add(MomentOfTruth, id="door", title="At the door", on="t3", why="decides if they tell others")
        edit.add(Action, id="track", title="Track boxes", answers=("lost",), owner="Ops", order=0.0)
        edit.add(Action, id="gone", title="Was dropped", answers=("t3",), status="dropped", order=1.0)
        edit.add(Wave, id="w", title="2026")
        for id, values in {"t3": ((2.0, 60), (9.0, 40)), "t2": ((9.0, 12),), "t1": ((9.0, 3),)}.items():
            edit.add(Counts, target=id, wave="w", metric="nps", scale=(0.0, 10.0), values=values)
    return journey


def key(shown: Presentation, key: Qt.Key) -> None:
    """Press a key."""
    QTest.keyClick(shown, key)


def at(shown: Presentation) -> str:
    """The id that is looked at."""
    return shown.talk.step.id


def wheel(shown: Presentation, turn: int) -> None:
    """Turn the wheel, in eighths of a degree; down is negative."""
    point = QPointF(200, 200)
    event = QWheelEvent(
        point,
        shown.mapToGlobal(point),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        NO_KEYS,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(shown, event)


def move_mouse(shown: Presentation, x: int, y: int) -> None:
    """Move the pointer there."""
    QTest.mouseMove(shown, QPoint(x + 5, y))
    QTest.mouseMove(shown, QPoint(x, y))
    QApplication.processEvents()


def settle(shown: Presentation) -> None:
    """Let the move of the view end."""
    shown._move.setCurrentTime(shown._move.duration())


def picture(shown: Presentation) -> QImage:
    """What the room sees."""
    image = QImage(shown.size(), QImage.Format.Format_RGB32)
    shown.render(image)
    return image
