"""Records: immutable, checked on the way in, nothing of a newer program lost."""

import datetime
import json
import math
import pickle
from typing import Any

import pytest
from pydantic import ValidationError

from journeymap.model.content import Image, Lane, LaneCell, Note
from journeymap.model.findings import Action, Evidence, MomentOfTruth, PainPoint
from journeymap.model.kinds import KINDS, REFERENCES, references
from journeymap.model.measures import Counts, Plan, Question, Wave
from journeymap.model.other_version import OtherVersion
from journeymap.model.people import Emotion, Persona
from journeymap.model.problem import Problem
from journeymap.model.record import Record, invalid, make, new_id
from journeymap.model.structure import JOURNEY_ID, Channel, JourneyInfo, Link, Senses, Stage, Touchpoint

NEEDED: dict[type[Record], dict[str, Any]] = {
    JourneyInfo: {},
    Stage: {},
    Channel: {},
    Touchpoint: {"stage": "s", "channel": "c"},
    Link: {"source": "a", "target": "b"},
    Persona: {},
    Emotion: {"persona": "p", "touchpoint": "t", "value": 0},
    PainPoint: {"on": ("t",)},
    MomentOfTruth: {"on": "t"},
    Action: {},
    Note: {},
    Image: {"type": "image/png", "data": "iVBORw0KGgo="},
    Lane: {},
    LaneCell: {"lane": "l", "stage": "s"},
    Wave: {},
    Plan: {},
    Counts: {"target": "t", "wave": "w", "metric": "nps", "scale": (0, 10)},
    OtherVersion: {},
}
BAD: list[tuple[type[Record], str, Any]] = [
    (Stage, "id", ""),
    (Stage, "id", "a b"),
    (Stage, "id", "-a"),
    (Stage, "id", "a\n"),
    (Stage, "id", "x" * 65),
    (Stage, "id", 7),
    (Stage, "title", None),
    (Stage, "title", b"bytes"),
    (Stage, "order", math.nan),
    (Stage, "order", math.inf),
    (Stage, "order", 1e10),
    (Stage, "order", "1"),
    (Stage, "order", True),
    (Stage, "target", -math.inf),
    (Stage, "tags", ["a list"]),
    (Channel, "type", "virtual"),
    (Touchpoint, "stage", None),
    (Touchpoint, "experience_level", 0),
    (Touchpoint, "experience_level", 7),
    (Touchpoint, "experience_level", 2.5),
    (Touchpoint, "share", 1.01),
    (Touchpoint, "share", -0.01),
    (Touchpoint, "senses", {"sight": 3}),
    (Link, "type", "loop"),
    (Link, "share", 2),
    (Persona, "colour", "red"),
    (Persona, "colour", "#12345"),
    (Persona, "path", ("a b",)),
    (Emotion, "value", 2.01),
    (Emotion, "value", -3),
    (Emotion, "value", math.nan),
    (PainPoint, "on", ()),
    (PainPoint, "severity", 0),
    (PainPoint, "severity", 6),
    (PainPoint, "severity", "3"),
    (PainPoint, "category", "weather"),
    (PainPoint, "frequency", "never"),
    (MomentOfTruth, "type", "third"),
    (MomentOfTruth, "weight", 9),
    (Action, "status", "late"),
    (Action, "effort", 0),
    (Action, "gain", math.nan),
    (Action, "due", "2026-01-01"),
    (Note, "x", 1e8),
    (Note, "width", 39),
    (Image, "width", -1),
    (Image, "height", 100_001),
    (Note, "colour", "#GGGGGG"),
    (Image, "type", "image/svg+xml"),
    (Image, "data", "not base64!"),
    (Lane, "type", "video"),
    (Wave, "rows", -1),
    (Plan, "header_rows", 11),
    (Plan, "delimiter", ";;"),
    (Plan, "decimal", "x"),
    (Counts, "scale", (10, 0)),
    (Counts, "scale", (5, 5)),
    (Counts, "values", ((1, 2), (1, 3))),
    (Counts, "values", ((3, 1), (1, 1))),
    (Counts, "values", ((11, 1),)),
    (Counts, "values", ((1, -1),)),
    (Counts, "values", ((1, 1.5),)),
    (JourneyInfo, "language", "english please"),
    (JourneyInfo, "version", "was"),
]


def test_every_kind_is_listed_once_and_made_from_what_it_needs() -> None:
    assert {cls for cls, _ in KINDS.values()} == NEEDED.keys()
    assert all(cls.kind == kind for kind, (cls, _) in KINDS.items())
    assert len({name for _, name in KINDS.values()}) == len(KINDS)
    for cls, fields in NEEDED.items():
        assert type(make(cls, **fields)) is cls


@pytest.mark.parametrize(("cls", "field", "value"), BAD, ids=lambda value: getattr(value, "__name__", None))
def test_what_is_out_of_range_is_refused_by_make_and_replace(cls: type[Record], field: str, value: Any) -> None:
    good = make(cls, **NEEDED[cls])
    with pytest.raises(Problem, match=cls.kind) as caught:
        make(cls, **{**NEEDED[cls], field: value})
    assert isinstance(caught.value.__cause__, ValidationError)
    with pytest.raises(Problem):
        good.replace(**{field: value})


def test_a_problem_names_record_field_and_value() -> None:
    with pytest.raises(Problem) as caught:
        make(PainPoint, id="p1", on=("a",), severity=9)
    assert str(caught.value) == "“severity” of the pain “p1” must be at most 5, not 9."
    with pytest.raises(Problem) as caught:
        make(Counts, id="k1", target="t", wave="w", metric="nps", scale=(3, 1))
    assert "counts “k1”" in str(caught.value)
    assert "low end" in str(caught.value)


def test_invalid_says_what_pydantic_found() -> None:
    with pytest.raises(ValidationError) as caught:
        Stage.model_validate({"id": "s", "order": "x"})
    assert str(invalid(Stage, "s", caught.value)) == '“order” of the stage “s” must be a number, not "x".'


@pytest.mark.parametrize(("cls", "field", "value"), BAD, ids=lambda value: getattr(value, "__name__", None))
def test_no_sentence_of_pydantic_reaches_a_user(cls: type[Record], field: str, value: Any) -> None:
    with pytest.raises(Problem) as caught:
        make(cls, **{**NEEDED[cls], field: value})
    assert isinstance(caught.value.__cause__, ValidationError)
    said = str(caught.value)
    for error in caught.value.__cause__.errors():
        assert error["type"] == "value_error" or error["msg"] not in said


def test_an_id_that_nobody_chose_is_not_named() -> None:
    with pytest.raises(Problem) as caught:
        make(Plan, header_rows=99)
    assert str(caught.value) == "“header_rows” of the plan must be at most 10, not 99."
    with pytest.raises(Problem) as caught:
        make(Plan).replace(layout="foo")
    assert str(caught.value) == "“layout” of the plan must be one of 'wide', 'long', not \"foo\"."
    with pytest.raises(Problem) as caught:
        make(Stage, title="x" * 501)
    assert str(caught.value) == "“title” of the stage is too long: at most 500 can be kept."


def test_the_edges_of_the_ranges_are_in() -> None:
    make(Stage, order=-1e9, target=-100.0)
    make(Stage, id="x" * 64, order=1e9)
    make(Touchpoint, stage="s", channel="c", experience_level=1, share=0)
    make(Touchpoint, stage="s", channel="c", experience_level=6, share=1)
    make(Emotion, persona="p", touchpoint="t", value=-2)
    make(PainPoint, on=("t",), severity=5)
    make(Action, due=datetime.date(2026, 2, 28), effort=1, impact=5)
    make(Counts, target="t", wave="w", metric="mean", scale=(0, 10), values=((0, 0), (10, 10**15)))


def test_numbers_become_floats_where_floats_are_meant() -> None:
    assert isinstance(make(Stage, order=3).order, float)


def test_records_can_not_be_altered() -> None:
    stage = make(Stage, title="A")
    with pytest.raises(ValidationError):
        stage.__setattr__("title", "B")
    with pytest.raises(ValidationError):
        Senses().__setattr__("sight", "B")


def test_replace_is_a_checked_copy() -> None:
    stage = make(Stage, id="s", title="A", order=2)
    other = stage.replace(title=" B ")
    assert (stage.title, other.title, other.id, other.order) == ("A", "B", "s", 2)
    assert stage.replace() == stage
    with pytest.raises(TypeError, match="colour"):
        stage.replace(colour="#000000")


def test_extra_fields_are_kept() -> None:
    stage = make(Stage, id="s", later={"a": [1, None, "é"]}, kind="odd", cls=1, self=2)
    assert stage.kind == "stage"
    extra = {"later": {"a": [1, None, "é"]}, "kind": "odd", "cls": 1, "self": 2}
    assert stage.replace(title="B").__pydantic_extra__ == extra
    assert stage.model_dump(mode="json") | extra == stage.model_dump(mode="json")
    evidence = Evidence.model_validate({"quote": "q", "more": 1})
    assert make(PainPoint, on=("a",), evidence=(evidence,)).replace(title="x").evidence[0] == evidence


@pytest.mark.parametrize("value", [math.nan, [math.inf], "\ud800", {"\udfff": 1}, object(), {1, 2}, b"x"])
def test_extra_fields_that_can_not_be_written_are_refused(value: object) -> None:
    with pytest.raises(Problem, match="stage “s”"):
        make(Stage, id="s", later=value)
    with pytest.raises(ValidationError):
        Senses.model_validate({"later": value})


def test_extra_fields_without_end_are_refused() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(Problem):
        make(Stage, id="s", later=deep)


def test_json_brings_back_the_same_record() -> None:
    action = make(Action, title="Do", due=datetime.date(2026, 1, 2), answers=("a", "b"), gain=1.5, later=[1])
    assert Action.model_validate_json(action.model_dump_json()) == action
    with pytest.raises(ValidationError):
        Stage.model_validate_json('{"id": "s", "order": NaN}')
    with pytest.raises(ValidationError):
        Stage.model_validate_json('{"id": "s", "later": [NaN]}')


def test_ids() -> None:
    assert len({new_id("stage") for _ in range(1000)}) == 1000
    for kind, (cls, _) in KINDS.items():
        assert make(cls, **{**NEEDED[cls], "id": new_id(kind)}).id.startswith(kind + "-")
    assert make(JourneyInfo).id == JOURNEY_ID
    assert make(JourneyInfo, title="T").id == JOURNEY_ID


def test_references_name_what_a_record_refers_to() -> None:
    persona = make(Persona, path=("a", "b", "a"), picture="i")
    assert [(reference.field, name) for reference, name in references(persona)] == [
        ("path", "a"),
        ("path", "b"),
        ("path", "a"),
        ("picture", "i"),
    ]
    assert list(references(make(Stage))) == []
    assert list(references(make(Note))) == []


def test_every_field_that_holds_ids_is_a_reference() -> None:
    """But for the questions of a plan, whose targets may be gone."""
    for cls, fields in NEEDED.items():
        record = make(cls, **fields)
        named = {reference.field for reference in REFERENCES.get(cls, ())}
        for name, field in cls.model_json_schema()["properties"].items():
            holds_ids = "A-Za-z0-9_.:-" in str(field)
            assert holds_ids == (name in named) or name == "id", (cls, name)
        assert named <= record.__class__.model_fields.keys()


def test_counts_know_how_many_they_are() -> None:
    counts = make(Counts, target="t", wave="w", metric="nps", scale=(0, 10), values=((1, 2), (9, 5)))
    assert counts.n == 7
    assert counts.replace(values=()).n == 0


def test_a_plan_holds_questions_that_are_checked() -> None:
    question = {"question": "Q", "target": "t", "metric": "nps", "scale": [0, 10], "high_is_good": True}
    plan = Plan.model_validate_json(json.dumps({"id": "p", "questions": [question]}))
    assert plan.questions == (Question(question="Q", target="t", metric="nps", scale=(0, 10)),)
    with pytest.raises(ValidationError):
        Question(question="Q", target="t", metric="nps", scale=(10, 0))


def test_a_problem_is_a_sentence_with_parameters() -> None:
    problem = Problem("No “{x}” in {y}.", x="{y}", y=3)
    assert str(problem) == "No “{y}” in 3."
    assert (problem.message, problem.params) == ("No “{x}” in {y}.", {"x": "{y}", "y": 3})
    again = pickle.loads(pickle.dumps(problem))
    assert (type(again), str(again), again.params) == (Problem, str(problem), problem.params)
    assert str(Problem("{message} {self}", message=1, self=2)) == "1 2"
