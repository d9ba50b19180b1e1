"""What is done with the selected block of cells: copied, pasted, cleared, filled. Each is one Change."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.editor.table.cells import fold
from journeymap.editor.table.model import TableModel
from journeymap.editor.table.ranges import elements
from journeymap.editor.table.rows import Row
from journeymap.editor.table.tsv import Block, as_typed, harmless, read_tsv, write_tsv
from journeymap.editor.table.writing import Outcome
from journeymap.language import N_, _, ngettext
from journeymap.model.problem import Problem

Cells = list[tuple[Row, dict[str, str]]]
PASTE_LIMIT = 10_000


def copied(model: TableModel, rows: Sequence[int], columns: Sequence[int], headings: bool = False) -> str:
    """The text of a block for the clipboard; headings of stages are left out where there are elements."""
    found = elements(model, rows)
    block = [[harmless(model.written(row, column)) for column in columns] for row in found]
    if headings:
        block.insert(0, [model.columns[column].heading for column in columns])
    return write_tsv(block)


def clear(model: TableModel, rows: Sequence[int], columns: Sequence[int], label: str) -> Outcome:
    """Empty all cells of a block that may be empty."""
    keys = [model.columns[c].key for c in columns if model.columns[c].put is not None and model.columns[c].empty]
    chosen = [model.rows[place] for place in rows if model.rows[place].kind != "stage"]
    if not keys:
        spec = model.columns[columns[0]]
        reason = N_("“{column}” can't be empty.") if spec.put is not None else N_("“{column}” is for reading only.")
        model.refused.emit(_(reason).format(column=spec.heading))
        return Outcome()
    return model.put([(row, dict.fromkeys(keys, "")) for row in chosen], label)


def fill(model: TableModel, rows: Sequence[int], columns: Sequence[int], text: str) -> Outcome:
    """The same text into all cells of a block."""
    keys = [model.columns[c].key for c in columns if model.columns[c].put is not None]
    chosen = elements(model, rows) or [model.rows[place] for place in rows[:1]]
    return model.put([(row, dict.fromkeys(keys, text)) for row in chosen], N_("Change cells"))


def fill_down(model: TableModel, rows: Sequence[int], columns: Sequence[int]) -> Outcome:
    """The texts of the first row into the rows below it; with one row selected, those of the row above into it."""
    chosen = [row for row in elements(model, rows) if row.kind == "item"]
    if len(chosen) == 1:
        above = [row for row in model.rows[: model.row_of(chosen[0])] if row.kind == "item"]
        chosen = above[-1:] + chosen
    if len(chosen) < 2:
        return Outcome()
    first = chosen[0]
    texts = {model.columns[c].key: model.written(first, c) for c in columns if model.columns[c].put is not None}
    return model.put([(row, texts) for row in chosen[1:]], N_("Fill down"))


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a paste: into which rows and columns it went; `cut` columns of the text had no place."""

    outcome: Outcome
    rows: Sequence[Row]
    columns: Sequence[int]
    cut: int

    def sentence(self) -> str:
        """What became of it, for the status bar."""
        n, added = len(self.rows), self.outcome.added
        text = ngettext("{n} row pasted.", "{n} rows pasted.", n).format(n=n)
        if added:
            text = ngettext("{n} row pasted, {added} new.", "{n} rows pasted, {added} of them new.", n)
            text = text.format(n=n, added=added)
        if self.cut:
            rest = ngettext("{n} column had no place.", "{n} columns had no place.", self.cut).format(n=self.cut)
            text = _("{sentence} {others}").format(sentence=text, others=rest)
        return text


def paste(model: TableModel, rows: Sequence[int], columns: Sequence[int], shown: Sequence[int], text: str) -> Pasted:
    """Text from the clipboard into the block whose corner is the first of these rows and columns.

    `shown` are the places of all columns that are shown. Going down, headings of stages are passed over; what comes
    after the last element is added. A first line of headings says which columns are meant. One cell, or a block that
    fits the selection several times, fills all of it. Raises `Problem` for more than 10,000 rows.
    """
    block = [[as_typed(cell) for cell in line] for line in read_tsv(text)]
    if len(block) > PASTE_LIMIT:
        raise Problem(
            "The text has {n} rows; at most {limit} can be pasted at once. Paste it in parts.",
            n=len(block),
            limit=PASTE_LIMIT,
        )
    into, cut = _named(model, block, shown), 0
    if into:
        block = block[1:]
    else:
        block = _tiled(block, len(elements(model, rows)), len(columns))
        into = {place: column for place, column in enumerate(shown[shown.index(columns[0]) :]) if place < len(block[0])}
        cut = max(0, len(block[0]) - len(into))
    targets = _targets(model, rows[0], len(block))
    cells: Cells = []
    for row, line in zip(targets, block, strict=True):
        texts = {}
        for place, column in into.items():
            old = "" if row.kind == "add" else model.written(row, column)
            if model.may_write(row, column) and line[place] != old:
                texts[model.columns[column].key] = line[place]
        cells.append((row, texts))
    alone = len(cells) == 1 and cells[0][0].kind == "add"
    outcome = model.put(cells, model.sheet.add_change if alone else N_("Paste into table"))
    return Pasted(outcome, targets, sorted(into.values()), cut)


def _targets(model: TableModel, first: int, count: int) -> list[Row]:
    """The rows into which so many lines go, from this one on."""
    start = model.rows[first]
    if start.kind == "add" or (start.kind == "stage" and count == 1):
        return [start] * count
    found = [row for row in model.rows[first:] if row.kind == "item"][:count]
    return found + [model.rows[-1]] * (count - len(found))


def _named(model: TableModel, block: Block, shown: Sequence[int]) -> dict[int, int]:
    """Where the first line holds nothing but headings (two at least): which place of a line goes to which column."""
    if len(block) < 2:
        return {}
    by_name = {fold(model.columns[column].heading): column for column in shown}
    words = {place: fold(word) for place, word in enumerate(block[0]) if word.strip()}
    if len(words) < 2 or not all(word in by_name for word in words.values()):
        return {}
    return {place: by_name[word] for place, word in words.items()}


def _tiled(block: Block, rows: int, columns: int) -> Block:
    """The block repeated where the selection holds it several times."""
    down = rows // len(block) if rows % len(block) == 0 else 1
    across = columns // len(block[0]) if columns % len(block[0]) == 0 else 1
    return [line * max(1, across) for line in block] * max(1, down)
