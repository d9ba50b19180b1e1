"""How the file is read: what was detected, and what the user says instead."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymap.editor.import_dialog.choice import Choice
from journeymap.language import N_, _
from journeymap.survey.reading import Reading, Table

# As code pages are known by; the values are Python's names.
ENCODINGS: dict[str, str] = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": N_("Western (Windows-1252)"),
    "cp1254": N_("Turkish (Windows-1254)"),
    "cp1251": N_("Cyrillic (Windows-1251)"),
    "koi8-r": N_("Cyrillic (KOI8-R)"),
    "cp866": N_("Cyrillic (DOS 866)"),
    "cp1256": N_("Arabic, Persian (Windows-1256)"),
    "cp1250": N_("Central European (Windows-1250)"),
    "cp1253": N_("Greek (Windows-1253)"),
    "gb18030": N_("Chinese (GB 18030)"),
    "shift_jis": N_("Japanese (Shift JIS)"),
}
DELIMITERS: dict[str, str] = {",": N_("Comma"), ";": N_("Semicolon"), "\t": N_("Tab"), "|": N_("Vertical bar")}
DECIMALS: dict[str, str] = {".": N_("Point: 4.5"), ",": N_("Comma: 4,5"), "٫": N_("Arabic: 4٫5")}
HEADER_ROWS = range(6)


class ReadingBar(QWidget):
    """A combo box for each thing that can be overruled; the first choice of each is what was detected."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.encoding = Choice(_("Encoding"), self)
        self.delimiter = Choice(_("Delimiter"), self)
        self.header_rows = Choice(_("Header rows"), self)
        self.decimal = Choice(_("Decimal mark"), self)
        self.sheet = Choice(_("Sheet"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for choice in self.choices:
            choice.chosen.connect(self.changed)
            row.addWidget(choice, 1)
        self._how = Reading()
        self._offer(None)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All combo boxes."""
        return self.encoding, self.delimiter, self.header_rows, self.decimal, self.sheet

    @property
    def how(self) -> Reading:
        """What the user overruled; None where the detected is right."""
        return replace(
            self._how,
            encoding=_text(self.encoding.value),
            delimiter=_text(self.delimiter.value),
            header_rows=self.header_rows.value if isinstance(self.header_rows.value, int) else None,
            decimal=_text(self.decimal.value),
            sheet=_text(self.sheet.value),
        )

    def show_table(self, table: Table | None, how: Reading) -> None:
        """Show how a table was read, and what of that the user had said."""
        self._how = how
        self._offer(table)

    def _offer(self, table: Table | None) -> None:
        used, how = (table.reading if table else self._how), self._how
        sheets = table.sheets if table else ()
        _fill(self.encoding, _words(ENCODINGS), _plain(used.encoding), how.encoding)
        _fill(self.delimiter, _words(DELIMITERS), used.delimiter, how.delimiter)
        _fill(self.header_rows, {n: str(n) for n in HEADER_ROWS}, used.header_rows, how.header_rows)
        _fill(self.decimal, _words(DECIMALS), used.decimal, how.decimal)
        _fill(self.sheet, {sheet: sheet for sheet in sheets}, used.sheet, how.sheet)
        # A spreadsheet has no encoding and delimiter, a text file no sheets.
        self.sheet.setVisible(bool(sheets))
        for choice in (self.encoding, self.delimiter):
            choice.setVisible(not sheets)


def _fill(choice: Choice, names: Mapping[str, str] | Mapping[int, str], used: object, said: object) -> None:
    items: list[tuple[str, object]] = [(name, value) for value, name in names.items()]
    if said is not None and said not in names:
        items.append((str(said), said))
    if said is None and used is not None:
        known = next((text for text, value in items if value == used), str(used))
        items.insert(0, (_("{value} (detected)").format(value=known), None))
    else:
        items.insert(0, (_("Detect"), None))
    choice.fill(items, said)


def _words(table: Mapping[str, str]) -> dict[str, str]:
    return {value: _(name) for value, name in table.items()}


def _plain(encoding: str | None) -> str | None:
    # With or without a byte order mark, low byte first or last: the same to the user.
    if encoding is None:
        return None
    return "utf-16" if encoding.startswith("utf-16") else encoding.removesuffix("-sig")


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
