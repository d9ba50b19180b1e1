"""What every test stands on: folders of its own, no dialog that waits for a hand, English, and maps to work with."""

import gettext
import itertools
import os
import shutil
from collections.abc import Callable, Iterator

os.environ["QT_QPA_PLATFORM"] = os.environ.get("JOURNEYMAP_TEST_SCREEN", "offscreen")

import pytest
from hypothesis import settings
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox

from journeymap import Journey
from journeymap.language import use, use_translations
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.record import Record, make
from journeymap.model.structure import Channel, JourneyInfo, Link, Stage, Touchpoint

# A clock that others slow down must not decide about a test; CI takes the same examples each time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")

FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "HOME")
# Not QMenu.exec: PySide6 answers for it before it looks at what a test has put in its place.
WAITS_FOR_A_HAND: dict[type, tuple[str, ...]] = {
    QDialog: ("exec",),
    QMessageBox: ("exec", "information", "warning", "critical", "question", "about", "aboutQt"),
    QFileDialog: ("exec", "getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
    QInputDialog: ("exec", "getText", "getMultiLineText", "getInt", "getDouble", "getItem"),
}


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, recent files and recovery journals of tests never meet those of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in FOLDERS:
            folder = tmp_path_factory.mktemp(name.lower())
            folder.chmod(0o700)  # Qt warns of a runtime folder that others can read
            patch.setenv(name, str(folder))
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.IniFormat, scope, os.environ["XDG_CONFIG_HOME"])
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_waits_for_a_hand() -> Iterator[None]:
    """A dialog that runs its own event loop would hang the tests for ever; a test that means it puts its own in place."""

    def refusal(name: str) -> Callable[..., None]:
        def refuse(*_args: object, **_kwargs: object) -> None:
            raise AssertionError(f"{name} would wait for a hand")

        return refuse

    with pytest.MonkeyPatch.context() as patch:
        for cls, names in WAITS_FOR_A_HAND.items():
            for name in names:
                patch.setattr(cls, name, refusal(f"{cls.__name__}.{name}"))
        yield


@pytest.fixture(scope="session", autouse=True)
def one_application(own_folders: None, qapp: QApplication) -> Iterator[None]:
    """One Qt application with widgets for all tests, made first: a command that paints would make one without."""
    yield
    qapp.clipboard().clear()  # what is left on the offscreen clipboard crashes the exit


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins in English, whatever the one before spoke."""
    use("en")
    yield
    use("en")


class Marked(gettext.NullTranslations):
    """A language that puts ⟦…⟧ around every sentence, so that one without has not gone through translation."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture
def marked_language() -> Iterator[None]:
    """The program speaks a language in which every sentence reads ⟦…⟧."""
    use_translations("en", Marked())
    yield
    use("en")


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice; its absence is a failure in CI (`make test` installs it there) and skips the test elsewhere."""
    found = shutil.which("soffice")
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("LibreOffice is not installed; packaging/system.py should have seen to that.")
    pytest.skip("LibreOffice (soffice) is not installed.")


@pytest.fixture
def journey() -> Journey:
    """A small map: two stages, two channels, four touchpoints in a chain, a pain point and a moment of truth."""
    places = [
        ("search", "before", "web"),
        ("order", "before", "web"),
        ("call", "after", "phone"),
        ("rate", "after", "web"),
    ]
    touchpoints = [
        make(Touchpoint, id=name, title=name.title(), stage=stage, channel=channel, order=float(order))
        for order, (name, stage, channel) in enumerate(places)
    ]
    return Journey(
        records=[
            make(JourneyInfo, title="A small map", client="Example"),
            make(Stage, id="before", title="Before", goal="Find it", order=0.0),
            make(Stage, id="after", title="After", goal="Be helped", order=1.0),
            make(Channel, id="web", title="Web site", order=0.0),
            make(Channel, id="phone", title="Contact centre", type="human", order=1.0),
            *touchpoints,
            *chain(touchpoints),
            make(PainPoint, id="queue", title="Long queue", on=("call",), severity=4),
            make(MomentOfTruth, id="answer", title="Somebody answers", on="call", type="second"),
        ]
    )


@pytest.fixture
def big_journey() -> Callable[[int], Journey]:
    """Makes maps of `n` touchpoints in a chain, over ten stages and eight channels; the same map for the same `n`."""

    def made(n: int) -> Journey:
        stages = [make(Stage, id=f"s{i}", title=f"Stage {i}", order=float(i)) for i in range(10)]
        channels = [make(Channel, id=f"c{i}", title=f"Channel {i}", order=float(i)) for i in range(8)]
        touchpoints = [
            make(
                Touchpoint,
                id=f"t{i}",
                title=f"Touchpoint {i}",
                stage=f"s{i * 10 // n}",
                channel=f"c{i * 5 % 8}",
                order=float(i),
            )
            for i in range(n)
        ]
        records: list[Record] = [*stages, *channels, *touchpoints, *chain(touchpoints)]
        return Journey(f"A map of {n}", records)

    return made


def chain(touchpoints: list[Touchpoint]) -> list[Link]:
    """Links from each touchpoint to the one after it."""
    pairs = itertools.pairwise(touchpoints)
    return [make(Link, id=f"{a.id}-{b.id}", source=a.id, target=b.id) for a, b in pairs]
