"""The headings of a table: how many rows they take, what the columns are called, and by what other names they are known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.model.text import LINE_LIMIT, clean_line
from journeymap.survey.dates import looks_like_date
from journeymap.survey.numbers import is_plain_number
from journeymap.survey.words import as_line, folded, phrases

Row = Sequence[str]

MAX_HEADER_ROWS = 10
_IMPORT_ID = re.compile(r'^\s*\{.*"ImportId"\s*:\s*"([^"]+)"', re.DOTALL)
_RESPONSES = phrases(
    "response|open ended response|other please specify|antwort|offene antwort|reponse|reponse ouverte|respuesta|"
    "respuesta abierta|yanit|acik uclu yanit|ответ|развернутый ответ|پاسخ|resposta|risposta"
)
_MISSING = phrases(
    "n a|na|n v|none|null|nan|missing|unknown|k a|yok|bilmiyorum|нет|нет данных|don t know|weiss nicht|نامشخص|x"
)
_BOOLEANS = frozenset({"true", "false", "yes", "no"})
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Headings:
    """What the first rows say. `rows` is how many are headings, after `skipped` rows of titles above them.

    `names` are distinct and at most 500 characters long; `labels` is the wording of each column's question, or "";
    `aliases` are the other names by which a plan may know a column. `renamed` are names that stood there twice,
    `codes` the survey tool's stable keys where it gives them.
    """

    rows: int
    skipped: int
    names: tuple[str, ...]
    labels: tuple[str, ...]
    aliases: tuple[tuple[str, ...], ...]
    renamed: tuple[str, ...]
    codes: tuple[str, ...]


def read_headings(rows: Sequence[Row], width: int, header_rows: int | None = None) -> Headings:
    """The headings of a table whose rows are at most `width` wide; `header_rows` overrules how many are taken."""
    skipped = _titles_above(rows, width)
    rows = rows[skipped : skipped + _LOOKED_AT + MAX_HEADER_ROWS]
    n = guess_header_rows(rows) if header_rows is None else header_rows
    heads = [[clean_line(cell) for cell in (*row, *[""] * width)[:width]] for row in rows[:n]]
    codes = _import_ids(heads)
    if codes:
        heads = [head for head in heads if not any(_IMPORT_ID.match(cell) for cell in head)]
    if not heads:
        names, labels = [""] * width, [""] * width
    elif len(heads) == 1:
        names, labels = heads[0], [""] * width
    elif codes or not _continues(heads):
        names, labels = heads[0], _joined(heads[1:])
    else:
        names, labels = _questions_and_parts(heads)
    full = list(names)
    names = [as_line(name) for name in names]
    distinct, renamed = _distinct(names)
    aliases = tuple(
        tuple(
            dict.fromkeys(
                other for other in (code, *(head[i] for head in heads), label, whole) if other and other != name
            )
        )
        for i, (name, label, whole, code) in enumerate(zip(distinct, labels, full, codes or [""] * width, strict=True))
    )
    return Headings(n, skipped, tuple(distinct), tuple(map(as_line, labels)), aliases, tuple(renamed), tuple(codes))


def guess_header_rows(rows: Sequence[Row]) -> int:
    """How many of the first rows are headings, 0 to 3.

    Known by Qualtrics' row of ImportIds, SurveyMonkey's second row, and by where numbers and dates begin.
    """
    for i, row in enumerate(rows[:4]):
        if any(_IMPORT_ID.match(cell) for cell in row):
            return i + 1
    if len(rows) < 2:
        return 1
    if _continues([[clean_line(cell) for cell in row] for row in rows[:2]]):
        return 2
    typed = _typed_columns(rows[2:] if len(rows) > 2 else rows[1:])
    first = [rows[0][i] for i in typed if i < len(rows[0]) and rows[0][i].strip()]
    if first and all(map(_is_typed, first)):
        return 0
    if len(rows) > 2:
        second = [rows[1][i].strip() for i in typed if i < len(rows[1]) and rows[1][i].strip()]
        words = {folded(cell) for cell in second}
        if len(second) >= 2 and len(words) == len(second) and not any(map(_is_typed, second)) and not words & _MISSING:
            return 2
    return 1


def _titles_above(rows: Sequence[Row], width: int) -> int:
    """How many rows above the headings hold nothing or a title in their first cell alone."""
    skipped = 0
    for i, row in enumerate(rows[:20]):
        filled = [cell for cell in row if cell.strip()]
        if filled and not (len(filled) == 1 and width >= 3 and row[0].strip()):
            break
        if filled and not _is_title(row[0], rows[i + 1 : i + 4]):
            break
        skipped = i + 1
    return skipped if skipped < min(len(rows), 20) else 0


def _is_title(cell: str, below: Sequence[Row]) -> bool:
    """Whether what follows starts a wider table: its first filled row has several cells, none of them a number."""
    for row in below:
        filled = [other for other in row if other.strip()]
        if filled:
            return len(filled) >= 3 and not any(map(_is_typed, filled)) and not _is_typed(cell)
    return False


def _continues(heads: Sequence[Row]) -> bool:
    """Whether the second row names parts of the first row's questions, as SurveyMonkey writes it."""
    if len(heads) < 2:
        return False
    first, second = heads[0], heads[1]
    below = [folded(cell) for cell in second]
    if sum(cell in _RESPONSES for cell in below) >= 1 and not any(map(_is_typed, filter(None, second))):
        return True
    known = {"respondent id", "collector id"} <= {folded(cell) for cell in first}
    if known and not any(below):
        return True
    blanks = [i for i, cell in enumerate(second) if cell and i < len(first) and not first[i]]
    return bool(blanks) and not second[0] and bool(first[0]) and not any(_is_typed(cell) for cell in second if cell)


def _questions_and_parts(heads: list[list[str]]) -> tuple[list[str], list[str]]:
    """One name a column from two rows: the question, and the part where there is one; blanks repeat the question on their left."""
    names, labels = [], []
    question = ""
    for i, cell in enumerate(heads[0]):
        part = next((head[i] for head in heads[1:] if head[i]), "")
        question = cell or (question if part else "")
        plain = not part or folded(part) in _RESPONSES
        names.append(question if plain else f"{question} [{part}]" if question else part)
        labels.append(question)
    return names, labels


def _joined(heads: list[list[str]]) -> list[str]:
    return [next((cell for cell in cells if cell), "") for cells in zip(*heads, strict=True)]


def _import_ids(heads: list[list[str]]) -> list[str]:
    for head in heads:
        found = [_IMPORT_ID.match(cell) for cell in head]
        if any(found):
            return [match[1] if match else "" for match in found]
    return []


def _distinct(names: list[str]) -> tuple[list[str], list[str]]:
    """Names that stand there once each: a second "Score" becomes "Score (2)"; no name becomes "Column 3"."""
    taken = set(names)
    seen: set[str] = set()
    out, renamed = [], []
    for place, name in enumerate(names, 1):
        # Not translated: the name is kept in plans, which other languages read too.
        wanted = name or f"Column {place}"
        if wanted in seen or (not name and wanted in taken):
            if name:
                renamed.append(name)
            n = 2
            while f"{wanted[: LINE_LIMIT - 8]} ({n})" in taken | seen:
                n += 1
            wanted = f"{wanted[: LINE_LIMIT - 8]} ({n})"
        seen.add(wanted)
        out.append(wanted)
    return out, renamed


def _typed_columns(rows: Sequence[Row]) -> list[int]:
    """The columns in which at least six of ten filled cells are numbers, dates or yes and no."""
    rows = rows[:_LOOKED_AT]
    out = []
    for i in range(max(map(len, rows), default=0)):
        cells = [row[i] for row in rows if i < len(row) and row[i].strip()]
        if cells and sum(map(_is_typed, cells)) >= 0.6 * len(cells):
            out.append(i)
    return out


def _is_typed(cell: str) -> bool:
    cell = cell.strip()
    if not cell or len(cell) > 60:
        return False
    # Without labels: "1. How satisfied were you?" is a heading.
    return is_plain_number(cell) or looks_like_date(cell) or cell.lower() in _BOOLEANS
