"""Languages are chosen, fall back and are spoken in every thread; the catalogues agree with the program."""

import importlib.util
import string
import threading
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from journeymap import language
from journeymap.language import _, available, explain, is_right_to_left, locale, ngettext, use
from journeymap.model.checks import RULES, Finding
from journeymap.model.problem import Problem
from journeymap.resource import resource

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"
TURKISH = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "Save"
msgstr "Kaydet"

msgid "Open “{name}”"
msgstr "“{name}” açılsın"

msgid "{n} card"
msgid_plural "{n} cards"
msgstr[0] "{n} kart"
msgstr[1] "{n} kart var"

#, fuzzy
msgid "Guessed"
msgstr "Tahmin"
"""


@pytest.fixture
def turkish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that has one more language: a .po file is all it takes."""
    folder = tmp_path / "translations" / "tr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "journeymap.po").write_text(TURKISH, encoding="utf-8")
    monkeypatch.setattr(language, "resource", lambda *parts: tmp_path.joinpath(*parts))


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("packaging_translations", PACKAGING / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def in_the_code(translations: ModuleType) -> Catalog:
    catalog = translations.extracted()
    assert isinstance(catalog, Catalog)
    return catalog


def test_a_language_is_a_file(turkish: None) -> None:
    assert available() == ["en", "tr"]
    use("tr")
    assert (language.language(), locale().language) == ("tr", "tr")
    assert _("Save") == "Kaydet"
    assert [ngettext("{n} card", "{n} cards", n).format(n=n) for n in (1, 3)] == ["1 kart", "3 kart var"]


@pytest.mark.parametrize(
    ("code", "spoken"), [("tr_TR", "tr"), ("tr-TR", "tr"), ("xx", "en"), ("", "en"), ("en_GB", "en")]
)
def test_an_unknown_language_falls_back(turkish: None, code: str, spoken: str) -> None:
    use(code)
    assert language.language() == spoken
    assert _("Save") == {"tr": "Kaydet", "en": "Save"}[spoken]


def test_what_is_not_translated_or_only_guessed_stays_english(turkish: None) -> None:
    use("tr")
    assert [_("Redo"), _("Guessed"), _("")] == ["Redo", "Guessed", ""]
    assert ngettext("{n} row", "{n} rows", 2) == "{n} rows"


def test_every_thread_speaks_it(turkish: None) -> None:
    use("tr")
    heard: list[str] = []
    thread = threading.Thread(target=lambda: heard.append(_("Save")))
    thread.start()
    thread.join()
    assert heard == ["Kaydet"]


def test_problems_and_findings_are_explained(turkish: None) -> None:
    use("tr")
    assert explain(Problem("Open “{name}”", name="a {b}")) == "“a {b}” açılsın"
    assert explain(Finding("no-title", (), "Save")) == "Kaydet"


@pytest.mark.parametrize(
    ("code", "expected"), [("fa", True), ("fa_IR", True), ("AR-EG", True), ("tr", False), ("en", False)]
)
def test_direction(code: str, expected: bool) -> None:
    assert is_right_to_left(code) is expected


def ids(catalog: Catalog) -> set[str | tuple[str, ...]]:
    return {
        tuple(message.id) if isinstance(message.id, (list, tuple)) else message.id for message in catalog if message.id
    }


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def test_the_catalogue_is_up_to_date(in_the_code: Catalog) -> None:
    written, found = ids(read(resource("translations", "messages.pot"))), ids(in_the_code)
    unlike = sorted(map(str, found ^ written))
    assert not unlike, f"{len(unlike)} sentences such as {unlike[0]!r}: run `make translations`"


def test_code_and_templates_are_searched(in_the_code: Catalog) -> None:
    assert {RULES["no-stages"].message, "Find out what fits", "The id “{id}” is used twice."} <= ids(in_the_code)


def test_a_language_keeps_its_translations(translations: ModuleType, in_the_code: Catalog) -> None:
    old = 'msgid "Save"\nmsgstr "Kaydet"\n\nmsgid "Gone"\nmsgstr "Gitti"\n'
    catalog = translations.updated(old.encode(), "tr", in_the_code)
    again = translations.updated(translations.as_bytes(catalog), "tr", in_the_code)
    assert again.get("Save").string == "Kaydet"
    assert "Gone" not in ids(again)
    assert ids(again) == ids(in_the_code)
    assert translations.as_bytes(again) == translations.as_bytes(catalog)


def placeholders(text: str) -> set[str]:
    return {name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def forms(strings: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text for text in ([strings] if isinstance(strings, str) else strings or []) if text]


def strange_placeholders(message: Message) -> set[str]:
    """The placeholders that only the sentence or only its translation has; a plural form may leave out the number."""
    wanted = set().union(*map(placeholders, forms(message.id)))
    strange = set()
    for text in forms(message.string):
        try:
            strange |= wanted ^ placeholders(text)
        except ValueError:
            return {text}
    return strange - ({"n"} if message.pluralizable else set())


def test_translations_have_the_placeholders_of_their_sentences() -> None:
    paths = sorted(resource("translations").glob("*/LC_MESSAGES/journeymap.po"))
    wrong = {
        (str(path), message.id): strange
        for path in paths
        for message in read(path)
        if (strange := strange_placeholders(message))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("sentence", "translation", "wrong"),
    [
        ("Open “{name}”", "“{name}” aç", set()),
        ("Open “{name}”", "“{ad}” aç", {"name", "ad"}),
        ("Open “{name}”", "Aç", {"name"}),
        ("Open “{name}”", "{", {"{"}),
        (("{n} card of {map}", "{n} cards of {map}"), ("Bir kart: {map}", "{n} kart"), {"map"}),
        ("Open “{name}”", "", set()),
    ],
)
def test_a_strange_placeholder_is_found(
    sentence: str | tuple[str, str], translation: str | tuple[str, str], wrong: set[str]
) -> None:
    assert strange_placeholders(Message(sentence, translation)) == wrong
