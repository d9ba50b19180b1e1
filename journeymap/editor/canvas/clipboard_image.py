"""An image on the clipboard, as the bytes of a PNG file."""

from PySide6.QtGui import QGuiApplication, QImage

from journeymap.paint.png import encode_png


def clipboard_image() -> bytes | None:
    """The image that was copied, or None where the clipboard holds something else."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasImage() or data.hasText():
        return None
    image = QImage(data.imageData())
    return None if image.isNull() else encode_png(image)
