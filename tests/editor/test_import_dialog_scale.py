"""Scales as people type them."""

import gettext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.editor.import_dialog.scale import parse_scale, show_scale
from journeymap.language import use_translations
from journeymap.model.measures import Scale

ends = st.integers(-1000, 1000)


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("0-10", (0, 10)),
        ("1 – 5", (1, 5)),
        ("1—7", (1, 7)),
        ("-2-2", (-2, 2)),
        ("−3–3", (-3, 3)),
        ("-5--1", (-5, -1)),
        ("0 100", (0, 100)),
        ("1 to 5", (1, 5)),
        ("0.5-2.5", (0.5, 2.5)),
        ("۱–۵", (1, 5)),
    ],
)
def test_a_scale_is_understood(text: str, scale: Scale) -> None:
    assert parse_scale(text) == scale


@pytest.mark.parametrize("text", ["", "5", "10-0", "5-5", "a-b", "1-2-3", "--", "0-1e12", "nan-inf"])
def test_what_is_no_scale_is_none(text: str) -> None:
    assert parse_scale(text) is None


@pytest.mark.parametrize("language", ["en", "tr", "ru", "fa"])
@given(low=ends, high=ends)
def test_what_is_shown_is_understood(language: str, low: int, high: int) -> None:
    use_translations(language, gettext.NullTranslations())
    try:
        if low < high:
            assert parse_scale(show_scale((low, high))) == (low, high)
    finally:
        use_translations("en", gettext.NullTranslations())


@given(st.text(max_size=30))
def test_no_text_fails(text: str) -> None:
    found = parse_scale(text)
    assert found is None or found[0] < found[1]
