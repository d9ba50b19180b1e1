"""The JSON Schema of the .journey format, made from the records. `python -m journeymap.files.schema` writes it anew."""

import json

from journeymap.files.atomic import write_atomic
from journeymap.files.file_model import JourneyFile
from journeymap.resource import resource


def schema_bytes() -> bytes:
    """The schema as its file holds it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **JourneyFile.model_json_schema(),
        "title": "Journeymap file",
    }
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


def main() -> None:
    """Write the schema to its place among the resources."""
    write_atomic(resource("journey.schema.json"), schema_bytes())


if __name__ == "__main__":
    main()
