"""What the columns of a table read from, and what they write through."""

from collections.abc import Iterator
from typing import Any, TypeVar

from journeymap.editor.document import Document
from journeymap.editor.table.names import Names
from journeymap.language import _
from journeymap.layout.focus import faded
from journeymap.model.columns import columns_of, make_room, order_between, touchpoints_in
from journeymap.model.edit import Edit
from journeymap.model.findings import PainPoint
from journeymap.model.journey import Journey
from journeymap.model.record import Record
from journeymap.model.structure import Link, Stage, Touchpoint
from journeymap.survey.evidence import grades
from journeymap.survey.score import Overlay

R = TypeVar("R", bound=Record)


class Source:
    """The map as it is now. Names and what fades are worked out once for each state of the map."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._names: dict[tuple[type[Record], ...], tuple[int, Names]] = {}
        self._faded: tuple[object, frozenset[str]] = (None, frozenset())

    @property
    def journey(self) -> Journey:
        """The map."""
        return self.document.journey

    @property
    def overlay(self) -> Overlay:
        """Its scores."""
        return self.document.overlay

    def titled(self, id: str) -> str:
        """An element's title; a word for one that has none."""
        return getattr(self.journey.records.get(id), "title", "") or _("Untitled")

    def naming(self, id: str, cls: type[R], field: str = "") -> list[R]:
        """The records of a class that name this one (in a certain field), in their order."""
        from journeymap.model.graph import referrers

        found = {
            record.id: record
            for record, reference in referrers(self.journey.graph, id)
            if isinstance(record, cls) and field in ("", reference.field)
        }
        return sorted(found.values(), key=lambda record: (getattr(record, "order", 0.0), record.id))

    def names(self, *classes: type[Record]) -> Names:
        """The names of all elements of these classes."""
        revision, names = self._names.get(classes, (-1, None))
        if names is None or revision != self.journey.revision:
            names = Names(self.journey, classes)
            self._names[classes] = self.journey.revision, names
        return names

    @property
    def places(self) -> Names:
        """The names of where something can hurt."""
        return self.names(Touchpoint, Stage, Link)

    @property
    def answerable(self) -> Names:
        """The names of what an action can answer."""
        return self.names(PainPoint, Touchpoint, Stage)

    @property
    def faded(self) -> frozenset[str]:
        """The ids of what is not looked at."""
        focus = self.document.focus
        if not focus:
            return frozenset()
        state = (self.journey.revision, focus)
        if self._faded[0] != state:
            self._faded = state, faded(self.journey, focus, grades(self.journey))
        return self._faded[1]


class Writing:
    """One edit through a table. Plain fields of a row are gathered and written at once by `flush`."""

    def __init__(self, source: Source, edit: Edit) -> None:
        self.source = source
        self.journey = source.journey
        self.edit = edit
        self._fields: dict[str, dict[str, Any]] = {}
        self._last: dict[str, float] = {}
        self._channel: dict[str, str] = {}

    def set(self, id: str, **fields: Any) -> None:
        """Give fields of a record other values; the values are allowed ones."""
        self._fields.setdefault(id, {}).update(fields)

    def flush(self) -> None:
        """Write what was gathered."""
        gathered, self._fields = self._fields, {}
        for id, fields in gathered.items():
            self.edit.update(id, **fields)

    def forget(self) -> None:
        """Drop what was gathered."""
        self._fields.clear()

    def order_at_end(self, stage: str) -> float:
        """An order after the last touchpoint of a stage; asked again it comes after the one given before."""
        if stage not in self._last:
            make_room(self.journey, self.edit, stage)
            order = order_between(max(columns_of(self.journey, stage), default=None), None)
        else:
            order = order_between(self._last[stage], None)
        self._last[stage] = order
        return order

    def add_touchpoint(self, stage: str, channel: str | None) -> str:
        """A touchpoint at the end of a stage, without a channel in that of the one before (else in the first); its id."""
        if channel is None:
            if stage not in self._channel:
                before = touchpoints_in(self.journey, stage)
                self._channel[stage] = before[-1].channel if before else self.journey.channels[0].id
            channel = self._channel[stage]
        self._channel[stage] = channel
        return self.edit.add(Touchpoint, stage=stage, channel=channel, order=self.order_at_end(stage)).id

    def links_between(self, ids: tuple[str, ...]) -> Iterator[str]:
        """These touchpoints, each followed by the link that leads from it to the next one, where there is one."""
        for id, following in zip(ids, (*ids[1:], ""), strict=True):
            yield id
            for link in self.source.naming(id, Link, "source"):
                if link.target == following:
                    yield link.id
                    break
