"""The second version that a map holds: all of its records as plain values, so that the map itself stays one."""

from typing import Any, ClassVar

from journeymap.model.record import Id, Record
from journeymap.model.structure import Version

OTHER_ID = "other-version"


class OtherVersion(Record):
    """The other version of the map; `records` are its elements as a file writes them, each with its `kind`, without images."""

    kind: ClassVar[str] = "version"
    id: Id = OTHER_ID
    version: Version = "as-is"
    records: tuple[dict[str, Any], ...] = ()
