"""Which entries of the palette fit what is typed, and in which order."""

import pytest

from journeymap.editor.palette.entry import COMMAND, SETTING, TEXT, TITLE, Entry, make_entry
from journeymap.editor.palette.ranking import rank, spans

NOTHING: dict[str, int] = {}


def entries(*texts: str, weight: int = TITLE, words: str = "") -> list[Entry]:
    return [make_entry(text, text, weight, words) for text in texts]


def found(typed: str, *texts: str) -> list[str]:
    return [entry.text for entry in rank(typed, entries(*texts), NOTHING)]


def test_the_better_the_fit_the_earlier() -> None:
    texts = ["Repayment", "First pay day", "Picks an old yoghurt", "Pays"]
    assert found("pay", *texts) == ["Pays", "First pay day", "Repayment"]
    assert found("pao", *texts) == ["Picks an old yoghurt"]


def test_letters_in_between_only_where_nothing_else_fits() -> None:
    assert found("wtsdy", "Waits on the day", "Why", "Who is it?") == ["Waits on the day"]
    assert found("wa", "Waits", "Who can") == ["Waits"]
    assert found("wdw", "Waits on the day", "Door") == []


def test_words_in_any_order_and_of_its_kind() -> None:
    pains = entries("Long queue", "Queue of calls", words="Pain point")
    others = entries("Queues up", words="Touchpoint")
    assert [entry.text for entry in rank("queue long", [*others, *pains], NOTHING)] == ["Long queue"]
    assert [entry.text for entry in rank("pain queue", [*others, *pains], NOTHING)] == ["Long queue", "Queue of calls"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("sehir", "Şehir içi kargo"),
        ("ICI", "Şehir içi kargo"),
        ("istanbul", "İstanbul mağazası"),
        ("strasse", "Hauptstraße"),
        ("علی", "تماس علي"),
        ("کیف", "كيف پول"),
        ("ЕЩЕ", "Ещё раз звонит"),
    ],
)
def test_case_accents_and_forms_of_letters_do_not_matter(typed: str, text: str) -> None:
    assert found(typed, text, "Other") == [text]


def test_what_was_chosen_lately_goes_first_among_its_like() -> None:
    known = entries("Pays", "Pays later", "First pays")
    recent = {"Pays later": 1, "First pays": 0}
    assert [entry.text for entry in rank("pay", known, recent)] == ["Pays later", "Pays", "First pays"]


def test_commands_then_titles_then_settings_then_texts() -> None:
    mixed = [
        make_entry(str(weight), f"Stage {weight}", weight)
        for weight in sorted((TEXT, SETTING, COMMAND, TITLE), reverse=True)
    ]
    assert [entry.weight for entry in rank("stage", mixed, NOTHING)] == [COMMAND, TITLE, SETTING, TEXT]


def test_no_more_than_wanted_and_nothing_for_nothing() -> None:
    many = entries(*(f"Stage {number}" for number in range(10_000)))
    assert len(rank("stage", many, NOTHING, limit=7)) == 7
    assert [entry.text for entry in rank("9999", many, NOTHING)] == ["Stage 9999"]
    assert rank(" .", many, NOTHING) == []
    assert rank("(", many, NOTHING) == []


@pytest.mark.parametrize(
    ("typed", "text", "letters"),
    [
        ("pay", "Repaying pays", ["pay"]),
        ("on wa", "Waits on", ["Wa", "on"]),
        ("wod", "Waits on day", ["W", "o", "d"]),
        ("wtd", "Waits on the day", ["W", "t", "d"]),
        ("strasse", "Straße", ["Straße"]),
        ("cafe", "Cafe\u0301s", ["Cafe\u0301"]),
        ("", "Waits", []),
        ("zz", "Waits", []),
    ],
)
def test_the_letters_that_fit_are_known(typed: str, text: str, letters: list[str]) -> None:
    assert [text[start:end] for start, end in spans(typed, text)] == letters


def test_a_long_text_counts_by_its_beginning() -> None:
    entry = make_entry("k", "Start\n" + "x" * 500 + " end", TEXT)
    assert "\n" not in entry.text
    assert rank("start", [entry], NOTHING) == [entry]
    assert rank("end", [entry], NOTHING) == []
