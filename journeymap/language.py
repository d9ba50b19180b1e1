"""The one catalogue for window, command line and exports: gettext sentences, and numbers and dates through Babel.

Modules mark their sentences with `_("…")`; tables that are data mark them with `N_("…")` and translate where they
show them. Sentences are never glued together: use `{placeholders}` and `.format`. A `Problem` or a
`Finding` is translated by `explain`. The language is chosen once, at start, by `use`.
"""

import gettext
import io
from collections.abc import Mapping
from typing import Protocol

from babel import Locale

from journeymap.resource import resource

SOURCE_LANGUAGE = "en"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb", "ps", "sd", "ug", "yi"})


class Sentence(Protocol):
    """An English sentence with `{placeholders}`, and what they stand for: a `Problem`, a `Finding`."""

    @property
    def message(self) -> str:
        """The sentence in English, the key of the catalogue."""
        ...

    @property
    def params(self) -> Mapping[str, object]:
        """What fills the placeholders."""
        ...


class _Speech:
    """What is spoken, in all threads alike: a context variable would leave a worker thread in English."""

    def __init__(self) -> None:
        self.code = SOURCE_LANGUAGE
        self.catalogue = gettext.NullTranslations()


_speech = _Speech()


def available() -> list[str]:
    """The codes of the languages that the program speaks, English first."""
    found = sorted(path.parent.parent.name for path in resource("translations").glob("*/LC_MESSAGES/journeymap.po"))
    return [SOURCE_LANGUAGE, *(code for code in found if code != SOURCE_LANGUAGE)]


def use(code: str) -> None:
    """Speak this language from now on; one that is unknown falls back to its parent (`pt_BR` to `pt`), then to English."""
    code = code.replace("-", "_")
    for name in (code, code.split("_")[0]):
        path = resource("translations", name, "LC_MESSAGES", "journeymap.po")
        if path.is_file():
            use_translations(name, _load(path.read_bytes(), name))
            return
    use_translations(SOURCE_LANGUAGE, gettext.NullTranslations())


def use_translations(code: str, translations: gettext.NullTranslations) -> None:
    """Speak through a catalogue made elsewhere (tests use one that marks every sentence)."""
    _speech.code, _speech.catalogue = code, translations


def _load(text: bytes, code: str) -> gettext.GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text), locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(message: str) -> str:
    """The sentence in the current language."""
    return _speech.catalogue.gettext(message) if message else ""


def ngettext(one: str, many: str, n: int) -> str:
    """The sentence for a number, by the language's own plural rules; `{n}` stays to be formatted."""
    return _speech.catalogue.ngettext(one, many, n)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a sentence in a table for translation; it is translated by `_` where it is shown."""
    return message


def explain(sentence: Sentence) -> str:
    """The sentence of a problem or a finding in the current language."""
    return _(sentence.message).format(**sentence.params)


def language() -> str:
    """The code of the language that is spoken now."""
    return _speech.code


def locale() -> Locale:
    """The Babel locale of the current language, for numbers and dates."""
    return Locale.parse(language())


def is_right_to_left(code: str) -> bool:
    """Whether a language is written from right to left."""
    return code.replace("-", "_").split("_")[0].lower() in RIGHT_TO_LEFT
