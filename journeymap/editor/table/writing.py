"""What is typed and pasted becomes one Change; what is not allowed is left out, and said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeymap.editor.table.column import Column
from journeymap.editor.table.rows import Row
from journeymap.editor.table.sheets import Sheet
from journeymap.editor.table.source import Source, Writing
from journeymap.language import _, explain, ngettext
from journeymap.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to stand in some cells of one row: texts by the keys of columns. `number` is what the table calls the row."""

    row: Row
    number: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that could not be written. `column` is its heading."""

    number: int
    column: str
    problem: Problem


@dataclass(slots=True)
class Outcome:
    """What became of some entries: `ids` are those of their elements, in the order of the entries."""

    ids: list[str] = field(default_factory=list)
    added: int = 0
    refused: list[Refusal] = field(default_factory=list)

    def sentence(self) -> str:
        """What was refused and why; "" where nothing was."""
        if not self.refused:
            return ""
        first = self.refused[0]
        text = _("Row {row}, {column}: {why}").format(row=first.number, column=first.column, why=explain(first.problem))
        more = len(self.refused) - 1
        if more:
            others = ngettext("{n} more cell was left as it is.", "{n} more cells were left as they are.", more)
            text = _("{sentence} {others}").format(sentence=text, others=others.format(n=more))
        return text


def write(source: Source, sheet: Sheet, columns: Sequence[Column], entries: Sequence[Entry], label: str) -> Outcome:
    """Write all entries as one Change; cells that can't be written are refused, the others stand."""
    outcome = Outcome()
    by_key = {column.key: column for column in columns}
    try:
        with source.document.edit(label) as edit:
            writing = Writing(source, edit)
            for entry in entries:
                _write_row(writing, sheet, by_key, entry, outcome)
    except Problem as problem:  # the rules of the map as a whole
        return Outcome(refused=[Refusal(entries[0].number, _(sheet.title), problem)])
    return outcome


def _write_row(writing: Writing, sheet: Sheet, columns: Mapping[str, Column], entry: Entry, outcome: Outcome) -> None:
    id, texts = entry.row.id, entry.texts
    if entry.row.kind == "stage":
        texts = {key: text for key, text in texts.items() if key == "title"}
    elif entry.row.kind == "add":
        missing = next((key for key in sheet.needs if not texts.get(key, "").strip()), None)
        if missing is not None:
            heading = columns[missing].heading
            outcome.refused.append(Refusal(entry.number, heading, Problem(sheet.incomplete, column=heading)))
            return
        try:
            id = sheet.add(writing, entry.row, texts)
        except Problem as problem:
            needed = next(iter(sheet.needs), next(iter(columns)))
            outcome.refused.append(Refusal(entry.number, columns[needed].heading, problem))
            return
        outcome.added += 1
        texts = {key: text for key, text in texts.items() if text.strip() and key not in sheet.needs}
    outcome.ids.append(id)
    for key, text in texts.items():
        column = columns[key]
        try:
            if column.put is not None:
                column.put(writing, id, text)
        except Problem as problem:
            outcome.refused.append(Refusal(entry.number, column.heading, problem))
    try:
        writing.flush()
    except Problem as problem:
        writing.forget()
        outcome.refused.append(Refusal(entry.number, columns[next(iter(columns))].heading, problem))
