"""Names by which a table speaks of elements: titles, made different where two elements have the same one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from journeymap.editor.table.cells import fold, listed, short
from journeymap.language import _
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.structure import Link, Touchpoint

SEMICOLONS = str.maketrans({"؛": ";", "；": ";", "\n": ";"})


class Names:
    """The names of elements of some kinds, and the way back from a name to its element."""

    def __init__(self, journey: Journey, classes: Iterable[type[Record]]) -> None:
        self.of: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        records = [record for cls in classes for record in journey.all(cls)]
        titles = {record.id: _title(journey, record) for record in records}
        often = Counter(map(fold, titles.values()))
        for record in records:
            name = titles[record.id]
            if often[fold(name)] > 1 and isinstance(record, Touchpoint):
                stage = journey.records.get(record.stage)
                name = _("{title} ({stage})").format(title=name, stage=_title(journey, stage) if stage else "")
            base, count = name, 1
            while fold(name) in self._ids:
                count += 1
                name = _("{title} ({number})").format(title=base, number=count)
            self.of[record.id] = name
            self._ids[fold(name)] = record.id
        # A bare title finds its element too, where it names only one.
        for id, title in titles.items():
            if often[fold(title)] == 1:
                self._ids.setdefault(fold(title), id)

    @property
    def options(self) -> Sequence[tuple[str, str]]:
        """Each id with its name."""
        return list(self.of.items())

    def joined(self, ids: Iterable[str]) -> str:
        """The names of these elements in one cell."""
        return join(self.of.get(id, "") for id in ids)

    def id(self, text: str) -> str:
        """The element of a name; raises `Problem` where none has it."""
        found = self._ids.get(fold(text))
        if found is None:
            raise Problem(
                "“{text}” is not in this map; there are: {names}.", text=short(text), names=listed(self.options)
            )
        return found

    def ids(self, text: str) -> tuple[str, ...]:
        """The elements of names parted by semicolons."""
        return tuple(dict.fromkeys(self.id(name) for name in split(text, self.of.values())))


def join(names: Iterable[str]) -> str:
    """Names in one cell."""
    return "; ".join(name for name in names if name)


def split(text: str, known: Iterable[str] | Mapping[str, object] = ()) -> list[str]:
    """The names in one cell; a known name that holds a semicolon itself stays whole."""
    text = text.translate(SEMICOLONS)
    odd = sorted((name for name in known if ";" in name), key=len, reverse=True)
    parts = []
    while text := text.strip(" ;\t"):
        whole = next((name for name in odd if text == name or text.startswith((name + ";", name + " ;"))), None)
        name = whole if whole is not None else text.split(";", 1)[0].strip()
        parts.append(name)
        text = text[len(whole) :] if whole is not None else text.partition(";")[2]
    return list(dict.fromkeys(parts))


def _title(journey: Journey, record: Record) -> str:
    if isinstance(record, Link):
        ends = (journey.records.get(id) for id in (record.source, record.target))
        source, target = (getattr(end, "title", "") or _("Untitled") for end in ends)
        return _("{source} → {target}").format(source=source, target=target)
    return getattr(record, "title", "") or _("Untitled")
