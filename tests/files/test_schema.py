"""The schema that is published is the one that the records make."""

import json

from journeymap.files.file_model import JourneyFile
from journeymap.files.format import to_bytes
from journeymap.files.schema import schema_bytes
from journeymap.model.journey import Journey
from journeymap.model.kinds import KINDS
from journeymap.resource import resource


def test_the_published_schema_is_true() -> None:
    # To write it anew: python -m journeymap.files.schema
    assert resource("journey.schema.json").read_bytes() == schema_bytes()


def test_it_names_every_list_and_what_must_be_there() -> None:
    schema = json.loads(schema_bytes())
    assert set(schema["properties"]) == {"format", "version", *(name for _, name in KINDS.values())}
    assert schema["required"] == ["format", "version"]
    touchpoint = schema["$defs"]["Touchpoint"]
    assert touchpoint["required"] == ["id", "stage", "channel"]
    assert touchpoint["properties"]["experience_level"]["anyOf"][0] == {"maximum": 6, "minimum": 1, "type": "integer"}


def test_files_follow_the_model_that_the_schema_is_made_from(sample: Journey) -> None:
    file = JourneyFile.model_validate_json(to_bytes(sample))
    assert not file.__pydantic_extra__
