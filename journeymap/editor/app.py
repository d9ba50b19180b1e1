"""The start of the program: one application, one window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from journeymap.editor.appearance import Appearance
from journeymap.editor.edit_commands import release_clipboard
from journeymap.editor.ending import Ending
from journeymap.editor.settings import Settings, chosen_language
from journeymap.editor.window import MainWindow
from journeymap.files.recovery import default_recovery_folder
from journeymap.language import _, is_right_to_left, language, use
from journeymap.paint.fonts import has_fonts
from journeymap.version import __version__


def run(path: Path | None = None) -> int:
    """Show the window, with a map in it where one is named, until it is closed; returns the exit code."""
    settings = Settings()
    use(chosen_language(settings))
    application = make_application(sys.argv[:1], settings)
    if not has_fonts():
        sys.stderr.write(
            _(
                "This machine has no fonts, so no text can be shown. Install some (on Debian: fonts-noto-core), then start again."
            )
            + "\n"
        )
        return 2
    window = MainWindow(settings, default_recovery_folder())
    ending = Ending(application, window)
    show(window)
    window.begin(path)
    code = application.exec()
    ending.stop()
    return code


def show(window: MainWindow) -> None:
    """As large as it was last time, or is pleasant; all of a screen that is smaller than that."""
    there = window.screen().availableSize()
    if window.width() > there.width() or window.height() > there.height():
        window.showMaximized()
    else:
        window.show()


def make_application(argv: Sequence[str], settings: Settings | None = None) -> QApplication:
    """The application in the language that is spoken, dressed as its user wants it: its own texts, Qt's, the direction of reading."""
    application = QApplication(list(argv) or ["journeymap"])
    application.setApplicationName("journeymap")
    application.setApplicationDisplayName(_("Journeymap"))
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("journeymap")
    QLocale.setDefault(QLocale(language()))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language()), "qtbase", "_", folder):
        application.installTranslator(translator)
    direction = Qt.LayoutDirection
    application.setLayoutDirection(direction.RightToLeft if is_right_to_left(language()) else direction.LeftToRight)
    Appearance(application, settings or Settings())
    application.aboutToQuit.connect(release_clipboard)
    return application
