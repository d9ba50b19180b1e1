"""A map is never written over bytes that nobody here has seen."""

from pathlib import Path

import pytest

from journeymap.files.document_file import NO_FILE, ChangedMeanwhile, open_with_digest, save_journey
from journeymap.model.journey import Journey


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "map.journey"


def retitled(title: str) -> Journey:
    return Journey(title)


def test_the_digest_of_what_was_saved_is_that_of_what_is_opened(path: Path) -> None:
    digest = save_journey(retitled("One"), path, NO_FILE)
    assert len(digest) == 64
    assert open_with_digest(path)[1] == digest
    again = save_journey(retitled("Two"), path, digest)
    assert again != digest
    assert open_with_digest(path)[1] == again


@pytest.mark.parametrize("known", [NO_FILE, "0" * 64])
@pytest.mark.parametrize("there", [b"", b"no map", b"{}"])
def test_other_bytes_are_not_replaced(path: Path, known: str, there: bytes) -> None:
    path.write_bytes(there)
    with pytest.raises(ChangedMeanwhile, match=r"“map\.journey” was changed by another program") as caught:
        save_journey(retitled("Mine"), path, known)
    assert not caught.value.gone
    assert path.read_bytes() == there
    save_journey(retitled("Mine"), path)
    assert open_with_digest(path)[0].info.title == "Mine"


def test_a_file_that_can_not_be_read_is_not_the_one_that_was_read(path: Path) -> None:
    path.mkdir()
    with pytest.raises(ChangedMeanwhile):
        save_journey(retitled("Mine"), path, NO_FILE)


def test_a_file_that_is_gone_is_not_made_again(path: Path) -> None:
    digest = save_journey(retitled("One"), path)
    path.unlink()
    with pytest.raises(ChangedMeanwhile, match="is not there any more") as caught:
        save_journey(retitled("Mine"), path, digest)
    assert caught.value.gone
    assert not path.exists()


def test_the_very_same_bytes_may_be_there_already(path: Path) -> None:
    digest = save_journey(retitled("Mine"), path)
    assert save_journey(retitled("Mine"), path, "0" * 64) == digest
