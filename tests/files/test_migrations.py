"""Files of older versions are brought to today's step by step, those of newer ones are left alone."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from journeymap.files import format as journey_format
from journeymap.files.document_file import open_journey
from journeymap.files.migrations import CURRENT, MIGRATIONS, Tree, Version, migrate, read_version
from journeymap.model.problem import Problem


def _steps_became_stages(tree: Tree) -> Tree:
    return {**{key: value for key, value in tree.items() if key != "steps"}, "stages": tree["steps"]}


def _names_became_titles(tree: Tree) -> Tree:
    return {**tree, "stages": [{"id": stage["id"], "title": stage["name"]} for stage in tree["stages"]]}


FAKE: dict[Version, tuple[Version, Callable[[Tree], Tree]]] = {
    (0, 1): ((0, 2), _steps_became_stages),
    (0, 2): ((1, 0), _names_became_titles),
}
OLD: Tree = {"format": "journeymap", "version": "0.1", "steps": [{"id": "a", "name": "Awareness"}]}


def test_an_older_version_goes_through_every_step() -> None:
    before = json.dumps(OLD)
    assert migrate(OLD, "map", FAKE, (1, 0)) == {
        "format": "journeymap",
        "version": "1.0",
        "stages": [{"id": "a", "title": "Awareness"}],
    }
    assert json.dumps(OLD) == before


def test_a_version_in_between_starts_there() -> None:
    tree = {"format": "journeymap", "version": "0.2", "stages": [{"id": "a", "name": "N"}]}
    assert migrate(tree, "map", FAKE, (1, 0))["stages"] == [{"id": "a", "title": "N"}]


def test_another_minor_version_is_taken_as_it_is() -> None:
    tree = {"version": "1.9", "new": 1}
    assert migrate(tree, "map", FAKE, (1, 4)) == tree
    assert migrate({"version": "1.2"}, "map", FAKE, (1, 4)) == {"version": "1.2"}


def test_a_newer_major_version_names_both() -> None:
    with pytest.raises(Problem, match=r"“map” .* format 2\.5, this program reads up to 1\.0"):
        migrate({"version": "2.5"}, "map", FAKE, (1, 0))


def test_a_version_without_a_step_names_both() -> None:
    with pytest.raises(Problem, match=r"“map” has format 0\.7, .* reads 1\.0"):
        migrate({"version": "0.7"}, "map", FAKE, (1, 0))


def test_an_old_file_is_opened_and_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journey_format, "migrate", lambda tree, name: migrate(tree, name, FAKE))
    path = tmp_path / "old.journey"
    path.write_text(json.dumps(OLD))
    assert [stage.title for stage in open_journey(path).stages] == ["Awareness"]
    assert path.read_text() == json.dumps(OLD)


def test_the_table_leads_from_every_version_to_the_current_one() -> None:
    for start in MIGRATIONS:
        version = start
        while version[0] < CURRENT[0]:
            following, _ = MIGRATIONS[version]
            assert following > version
            version = following


def test_versions_are_two_whole_numbers() -> None:
    assert read_version({"version": "12.34"}, "map") == (12, 34)
    for wrong in ("1.0.0", "1.x", "١.٠", "", None, 1.0, "1." + "0" * 50):
        with pytest.raises(Problem, match="does not say in which version"):
            read_version({"version": wrong}, "map")
