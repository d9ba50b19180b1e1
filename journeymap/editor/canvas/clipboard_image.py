"""An image on the clipboard, as the bytes of a PNG file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage


def clipboard_image() -> bytes | None:
    """The image that was copied, or None where the clipboard holds something else."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasImage() or data.hasText():
        return None
    image = QImage(data.imageData())
    if image.isNull():
        return None
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows paths only
    return bytes(store.data())
