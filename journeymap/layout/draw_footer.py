"""Who made the map: logo and footer in a row below everything else."""

import base64

from journeymap.layout import sizes
from journeymap.layout.palette import MUTED, RULE
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Curve, Photo, Rect, Shape, Text
from journeymap.layout.text import Measure, elide

PNG = b"\x89PNG\r\n\x1a\n"


def footer_shapes(scene: Scene) -> list[Shape]:
    """The row of a map."""
    options = scene.layout.options
    return signature_shapes(scene.layout.footer, options.footer, options.logo, scene.measure)


def signature_shapes(place: Rect, footer: str, logo: bytes | None, measure: Measure) -> list[Shape]:
    """A thin line, the logo where reading begins, the footer after it, cut where there is no room."""
    x, middle = place.x + 10, place.y + place.h / 2
    shapes: list[Shape] = [Curve(((place.x, place.y), (place.right, place.y)), RULE, 1)]
    size = logo_size(logo) if logo is not None else None
    if logo is not None and size is not None:
        width, height = size
        data = base64.b64encode(logo).decode("ascii")
        shapes.append(Photo(Rect(x, middle - height / 2, width, height), "image/png", data))
        x += width + 16
    room = place.right - 10 - x
    if footer and room > 0:
        text = elide(footer, "legend", room, measure)
        shapes.append(Text(Rect(x, middle - 9, room, 17), (text,), "legend", MUTED))
    return shapes


def logo_size(data: bytes) -> tuple[float, float] | None:
    """Width and height of a logo on the map, in map units, from the head of its PNG file; None where it is none."""
    if not data.startswith(PNG) or len(data) < 24:
        return None
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if not width or not height:
        return None
    factor = min(sizes.LOGO_WIDTH / width, sizes.LOGO_HEIGHT / height)
    return width * factor, height * factor
