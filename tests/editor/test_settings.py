"""What is remembered between two starts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from journeymap.editor.settings import RECENT_LIMIT, Settings, chosen_language
from journeymap.files.file_name import BYTES, file_name


def test_what_is_set_is_there_after_a_new_start(tmp_path: Path) -> None:
    first = Settings(tmp_path / "s.ini")
    first.set_flag("panel/outline", False)
    first.set_text("language", "tr")
    first.set_state("geometry", QByteArray(b"\x00\x01abc"))
    first.set_folder("map", tmp_path)
    del first
    second = Settings(tmp_path / "s.ini")
    assert second.flag("panel/outline", True) is False
    assert second.flag("panel/inspector", True) is True
    assert second.text("language") == "tr"
    assert second.state("geometry") == QByteArray(b"\x00\x01abc")
    assert second.state("other").isEmpty()
    assert second.folder("map") == str(tmp_path)


def test_recent_maps_are_a_short_list_the_last_first(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    assert settings.recent() == []
    paths = [tmp_path / f"map, number {i}.journey" for i in range(RECENT_LIMIT + 3)]
    for path in paths:
        settings.add_recent(path)
    settings.add_recent(paths[-2])
    assert settings.recent()[:2] == [paths[-2], paths[-1]]
    assert len(settings.recent()) == RECENT_LIMIT
    settings.clear_recent()
    settings.add_recent(paths[0])
    assert Settings(tmp_path / "s.ini").recent() == [paths[0]]
    settings.forget_recent(paths[0])
    assert settings.recent() == []


def test_a_file_with_nonsense_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / "s.ini").write_text(
        "[window]\ngeometry=12\n[General]\nrecent=@Variant(x)\n[panel]\noutline=7\n", encoding="utf-8"
    )
    settings = Settings(tmp_path / "s.ini")
    assert settings.state("geometry").isEmpty()
    assert settings.flag("panel/outline", True) is True
    assert all(isinstance(path, Path) for path in settings.recent())


def test_a_folder_that_is_gone_is_not_proposed(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.set_folder("map", tmp_path / "gone")
    assert Path(settings.folder("map")).is_dir()


@pytest.mark.parametrize(
    ("chosen", "environment", "code"),
    [
        ("", {"LANG": "tr_TR.UTF-8"}, "tr_TR"),
        ("", {"LANGUAGE": "ru:en", "LANG": "tr_TR.UTF-8"}, "ru"),
        ("", {"LC_ALL": "C", "LANG": "tr_TR"}, "en"),
        ("fa", {"LANG": "tr_TR.UTF-8"}, "fa"),
        ("fa", {"JOURNEYMAP_LANGUAGE": "de", "LANG": "tr_TR.UTF-8"}, "de"),
    ],
)
def test_the_language_is_chosen_by_the_user_then_by_the_environment(
    tmp_path: Path, chosen: str, environment: dict[str, str], code: str
) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.set_text("language", chosen)
    assert chosen_language(settings, environment) == code


@given(st.text(max_size=300))
def test_a_file_name_is_one_that_every_system_takes(title: str) -> None:
    name = file_name(title, "Map")
    assert name
    assert len(name.encode()) <= BYTES
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert name == name.strip(" .-")
    assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}
    assert Path(name).name == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B test: “now”", "A B test “now”"),
        ("CON", "Map"),
        ("..", "Map"),
        ("  ", "Map"),
        ("نقشه", "نقشه"),
        ("a\u202eb", "a b"),
    ],
)
def test_file_names(title: str, name: str) -> None:
    assert file_name(title, "Map") == name
