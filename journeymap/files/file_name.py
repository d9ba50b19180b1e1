"""A file name from a title."""

import re

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_DEVICES = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
BYTES = 120


def file_name(title: str, otherwise: str) -> str:
    """A name that every system takes, without suffix: one part of a path, at most 120 bytes; `otherwise` where nothing is left."""
    name = _FORBIDDEN.sub(" ", title)
    name = " ".join(name.split()).strip(" .-")
    name = name.encode("utf-8", "ignore")[:BYTES].decode("utf-8", "ignore").strip(" .-")
    if not name or _DEVICES.match(name):
        return otherwise
    return name
