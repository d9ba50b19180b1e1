"""Renews resources/translations: every sentence of the code and the templates, in messages.pot and in each language's .po file.

    make translations

To add a language (say Turkish): make an empty file resources/translations/tr/LC_MESSAGES/journeymap.po, run `make translations`,
translate. Sentences that are gone are dropped; new ones are empty, and are shown in English until they are translated.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parent.parent
TRANSLATIONS = PROJECT / "resources" / "translations"
TEMPLATE = TRANSLATIONS / "messages.pot"
DOMAIN = "journeymap"

METHODS = [
    ("journeymap/**.py", "python"),
    ("resources/templates/**.journey", "journeymap.files.template_texts:extract"),
]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "Problem": (1,)}
HEADER = """\
# The sentences of Journeymap. Made by `make translations`.
#"""

LEFT_OUT = tuple(
    f'"{name}:'.encode()
    for name in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Report-Msgid-Bugs-To",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)


def main() -> int:
    """Write the files anew; returns the exit code."""
    template = extracted()
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(as_bytes(template))
    print(f"{TEMPLATE.relative_to(PROJECT)}: {len(template)} sentences")
    for path in sorted(TRANSLATIONS.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        catalog = updated(path.read_bytes(), path.parent.parent.name, template)
        path.write_bytes(as_bytes(catalog))
        missing = sum(1 for message in catalog if message.id and not is_translated(message.string))
        print(f"{path.relative_to(PROJECT)}: {missing} not translated yet")
    return 0


def extracted() -> Catalog:
    """The sentences as they are in the code and the templates now, in the order of the files."""
    catalog = Catalog(project="Journeymap", version="", header_comment=HEADER, charset="utf-8", fuzzy=False)
    found = extract_from_dir(str(PROJECT), METHODS, keywords=KEYWORDS, directory_filter=is_searched)
    for name, line, message, comments, context in found:
        if message:
            catalog.add(message, locations=[(name, line)], auto_comments=comments, context=context)
    return catalog


def is_searched(folder: str) -> bool:
    """Whether sentences may be in a folder: not in environments, caches and what was built."""
    parts = Path(folder).relative_to(PROJECT).parts
    return not parts or parts[0] == "journeymap" or parts[:2] in (("resources",), ("resources", "templates"))


def updated(text: bytes, language: str, template: Catalog) -> Catalog:
    """A language's catalogue with the sentences of the template, its translations kept where the sentence is the same."""
    catalog = read_po(io.BytesIO(text), locale=language)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment = HEADER
    return catalog


def as_bytes(catalog: Catalog) -> bytes:
    """The file: no line numbers, dates and names, so that two versions differ by their sentences alone."""
    made = io.BytesIO()
    write_po(made, catalog, width=100, include_lineno=False, ignore_obsolete=True)
    lines = made.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(LEFT_OUT))


def is_translated(string: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a message has its translation, in all plural forms."""
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
