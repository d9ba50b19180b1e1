"""Pain points, moments of truth and actions are attached after those that are there."""

import pytest

from journeymap.model import edits
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem


def test_add_pain(full: Journey) -> None:
    with full.edit("Add pain point") as edit:
        pain = edits.add_pain(full, edit, ["A", "s1", "AB", "A"], "Slow", 5)
        plain = edits.add_pain(full, edit, ["C"])
    assert (pain.on, pain.title, pain.severity) == (("A", "s1", "AB"), "Slow", 5)
    assert (plain.title, plain.severity) == ("", 3)
    assert full.all(PainPoint)[-2:] == [pain, plain]


def test_add_truth(full: Journey) -> None:
    with full.edit("Add moment of truth") as edit:
        truth = edits.add_truth(full, edit, "s1", "Decides", "pain")
        plain = edits.add_truth(full, edit, "A")
    assert (truth.on, truth.title, truth.type, plain.type) == ("s1", "Decides", "pain", "first")
    assert full.all(MomentOfTruth)[-2:] == [truth, plain]


def test_add_action(full: Journey) -> None:
    with full.edit("Add action") as edit:
        action = edits.add_action(full, edit, ["pA", "A", "pA"], "Mend")
        plain = edits.add_action(full, edit)
    assert (action.answers, action.title, plain.answers) == (("pA", "A"), "Mend", ())
    assert full.all(Action)[-2:] == [action, plain]


def test_what_they_are_attached_to_must_fit(full: Journey) -> None:
    before = dict(full.records)
    with pytest.raises(Problem, match="Select first"), full.edit("Add pain point") as edit:
        edits.add_pain(full, edit, [])
    with pytest.raises(Problem, match="severity"), full.edit("Add pain point") as edit:
        edits.add_pain(full, edit, ["A"], severity=6)
    with pytest.raises(Problem, match="which is a channel"), full.edit("Add pain point") as edit:
        edits.add_pain(full, edit, ["c0"])
    with pytest.raises(Problem, match="which is a link"), full.edit("Add moment of truth") as edit:
        edits.add_truth(full, edit, "AB")
    with pytest.raises(Problem, match="does not exist"), full.edit("Add action") as edit:
        edits.add_action(full, edit, ["gone"])
    assert dict(full.records) == before


def test_edits_is_the_one_door() -> None:
    assert edits.__all__ == sorted(edits.__all__)
    assert all(callable(getattr(edits, name)) for name in edits.__all__)
