"""Images that a map stores: their bytes, and which of them nothing shows any longer."""

import base64
import binascii
from collections.abc import Iterable

from journeymap.model.content import Image
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey


def image_bytes(image: Image) -> bytes | None:
    """The file that an image was stored from; None where its text is damaged."""
    try:
        return base64.b64decode(image.data, validate=True)
    except binascii.Error:
        return None


def drop_unused(journey: Journey, edit: Edit, ids: Iterable[str | None]) -> None:
    """Take those of these images out of the map that nothing names."""
    from journeymap.model.graph import referrers

    for id in ids:
        if id is not None and journey.find(Image, id) is not None and next(referrers(journey.graph, id), None) is None:
            edit.remove(id)
