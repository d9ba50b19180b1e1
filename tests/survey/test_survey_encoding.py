"""Encodings: found, overruled, never lost without a word."""

import gettext
from pathlib import Path

import pytest

from journeymap.language import use_translations
from journeymap.model.problem import Problem
from journeymap.survey.encoding import decode
from journeymap.survey.reading import Reading, read_table
from tests.survey.survey_maps import write

TEXTS = {
    "tr": "Yanıt;Bölge\n9;İstanbul şubesi çok yavaş, kargo gecikti ve görevli ilgisizdi\n5;Çağrı merkezi\n",
    "tr-short": "Müşteri;Puan\nAyşe;9\n",
    "ru": "Вопрос;Оценка\nДоставка;5\nОжидание курьера;3\n",
    "fa": "پرسش;امتیاز\nتحويل كالا;5\nخوب بود;4\n",
    "de": "Frage;Wert\nLieferung pünktlich;5\nGroße Auswahl, müßig;3\n",
    "fr": "Étape;Note\nLivraison à domicile très décevante;5\n",
    "es": "Pregunta;Valor\nEspañol corazón;5\n",
    "pl": "Pytanie;Ocena\nDostawa była opóźniona, żałuję;5\n",
    "cs": "Otázka;Hodnocení\nDoručení bylo rychlé, příjemný řidič;5\n",
    "el": "Ερώτηση;Τιμή\nΠαράδοση στο σπίτι;5\n",
    "ja": "質問;点数\n配達の日に待つ;5\nとても良い;4\n" * 5,
}
PAGES = [
    ("tr", "cp1254"),
    ("tr", "iso8859_9"),
    ("tr-short", "cp1254"),
    ("ru", "cp1251"),
    ("ru", "koi8_r"),
    ("ru", "cp866"),
    ("fa", "cp1256"),
    ("de", "cp1252"),
    ("fr", "cp1252"),
    ("es", "cp1252"),
    ("pl", "cp1250"),
    ("pl", "iso8859_2"),
    ("cs", "cp1250"),
    ("el", "cp1253"),
    ("ja", "shift_jis"),
]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_whole(name: str, encoding: str) -> None:
    text = TEXTS[name].replace("ي", "ی")
    assert decode(text.encode(encoding), "survey.csv").text == text


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_code_pages_are_known_by_their_letters(name: str, page: str) -> None:
    text = TEXTS[name].replace("ی", "ي")
    found = decode(text.encode(page), "survey.csv")
    assert (found.text, found.lost) == (text, 0)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_a_cyrillic_file_is_read_from_end_to_end(tmp_path: Path, encoding: str) -> None:
    table = read_table(write(tmp_path, TEXTS["ru"], encoding=encoding))
    assert table.columns == ("Вопрос", "Оценка")
    assert table.rows == [("Доставка", "5"), ("Ожидание курьера", "3")]


def test_the_language_of_the_window_decides_between_pages_that_fit_alike() -> None:
    data = "Übung;Müller\nschön;5\n".encode("cp1252")
    assert decode(data, "survey.csv").encoding == "cp1252"
    use_translations("tr", gettext.NullTranslations())
    assert decode(data, "survey.csv").encoding == "cp1254"


def test_characters_that_a_chosen_encoding_cannot_read_are_counted(tmp_path: Path) -> None:
    path = write(tmp_path, "name;score\nAyşe ğ;9\n", encoding="cp1254")
    table = read_table(path, Reading(encoding="utf-8"))
    assert table.rows[0] == ("Ay\ufffde \ufffd", "9")
    assert any("2 characters" in note for note in table.notes)


def test_a_chosen_encoding_overrules(tmp_path: Path) -> None:
    path = write(tmp_path, "ş;b\n1;2\n", encoding="cp1254")
    assert read_table(path, Reading(encoding="cp1252")).columns[0] == "þ"


@pytest.mark.parametrize("encoding", ["no-such", "base64", "rot13"])
def test_what_is_no_encoding_of_text_is_refused(encoding: str) -> None:
    with pytest.raises(Problem, match=encoding):
        decode(b"a;b\n\xfe;2\n", "survey.csv", encoding)
