"""What was chosen in the palette lately, remembered between two starts."""

from journeymap.editor.settings import Settings

NAME = "palette/recent"
LIMIT = 30


class Recent:
    """The keys of entries, the last one first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def keys(self) -> list[str]:
        """The keys."""
        return [key for key in self._settings.text(NAME).split("\n") if key]

    def add(self, key: str) -> None:
        """Put a key first."""
        keys = [key, *(other for other in self.keys() if other != key)]
        self._settings.set_text(NAME, "\n".join(keys[:LIMIT]))
