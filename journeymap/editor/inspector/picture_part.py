"""The picture of a persona, or the image of a note."""

from collections.abc import Callable, Sequence

from journeymap.editor.canvas.note_place import store_image
from journeymap.editor.document import Document
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.picture_box import PictureBox
from journeymap.language import N_, _, explain
from journeymap.model.change import Change
from journeymap.model.content import Image
from journeymap.model.edit import Edit
from journeymap.model.images import drop_unused, image_bytes
from journeymap.model.problem import Problem
from journeymap.model.record import Record


class PicturePart(PartWidget):
    """One image in a field of the selected records; the map stores it once, and no longer than something shows it."""

    several = True

    def __init__(self, document: Document, settings: Settings, field: str) -> None:
        super().__init__(document)
        self._field = field
        self._ids: tuple[str, ...] = ()
        self._image: str | None = None
        self.picture = PictureBox(settings, _("Picture"))
        self.picture.chosen.connect(self._chosen)
        self.picture.removed.connect(self._removed)
        self.picture.refused.connect(self.refused)
        self.box.addWidget(self.picture)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show the picture that they have in common."""
        ids = tuple(record.id for record in records)
        if ids != self._ids:
            self.picture.forget()
            self._ids = ids
        named = {getattr(record, self._field) for record in records}
        self._image = named.pop() if len(named) == 1 else None
        image = self.document.journey.find(Image, self._image or "")
        self.picture.show_data(image_bytes(image) if image is not None else None)

    def concerned(self, change: Change) -> bool:
        """Whether the image was altered."""
        return self._image is not None and self._image in change.ids

    def _chosen(self, data: bytes, name: str) -> None:
        journey = self.document.journey

        def put(edit: Edit) -> None:
            image = store_image(journey, edit, data, name)
            self._set(edit, image.id)

        self._edit(N_("Change picture"), put)

    def _removed(self) -> None:
        self._edit(N_("Remove picture"), lambda edit: self._set(edit, None))

    def _edit(self, label: str, put: Callable[[Edit], None]) -> None:
        try:
            with self.document.edit(label) as edit:
                put(edit)
        except Problem as problem:
            self.refused.emit(explain(problem))

    def _set(self, edit: Edit, image: str | None) -> None:
        journey = self.document.journey
        before = {getattr(journey.records[id], self._field) for id in self._ids if id in journey}
        for id in self._ids:
            if id in journey:
                edit.update(id, **{self._field: image})
        drop_unused(journey, edit, before)
