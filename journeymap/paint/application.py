"""A Qt application without a window, for commands that paint."""

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def painting_application() -> QCoreApplication:
    """The running application, or a new one that needs no screen; keep the reference while painting."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(sys.argv[:1])
