"""Maps kept as templates: what is left out, what they are called, and how they are found and deleted again."""

import errno
import gettext
from datetime import date
from pathlib import Path

import pytest

from journeymap import language
from journeymap.files import own_templates as module
from journeymap.files.document_file import open_journey
from journeymap.files.format import to_bytes
from journeymap.files.own_templates import delete_template, same_title, save_template
from journeymap.files.templates import SAMPLE, new_journey, own_templates, own_templates_folder, templates
from journeymap.model.findings import Action, Evidence, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Plan, Wave
from journeymap.model.problem import Problem
from journeymap.model.record import make
from journeymap.model.structure import JourneyInfo, Touchpoint
from journeymap.model.versions import derive, other_version


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return own_templates_folder()


@pytest.fixture
def measured(journey: Journey) -> Journey:
    """The small map with a survey, evidence and an action under way."""
    with journey.edit("Fill") as edit:
        edit.update("journey", client="Client Ltd", period="autumn", drawn="1 May", author="Me", language="tr")
        edit.update("queue", evidence=(Evidence(source="complaint", quote="I waited an hour."),))
        edit.add(Action, id="fast", title="Answer faster", due=date(2026, 1, 31), status="done", owner="Service")
        edit.add(Plan, id="plan", title="answers")
        edit.add(Wave, id="wave", title="Autumn", source="client.csv", plan="plan")
        edit.add(Counts, id="counts", target="call", wave="wave", metric="nps", scale=(0.0, 10.0), values=((9.0, 7),))
    return journey


def test_a_map_becomes_a_template_that_makes_maps(journey: Journey, folder: Path) -> None:
    path = save_template(journey, "  My  start ", "For\nworkshops.", folder)
    (info,) = own_templates()
    assert (info.title, info.about, info.path, info.own) == ("My start", "For workshops.", path, True)
    assert templates()[-1] == info
    made = new_journey(info.name, "A new map")
    assert made.info.title == "A new map"
    assert [card.title for card in made.touchpoints] == [card.title for card in journey.touchpoints]
    assert not {card.id for card in made.touchpoints} & {card.id for card in journey.touchpoints}
    assert b"template" not in to_bytes(made)


def test_what_belongs_to_a_client_stays_out(measured: Journey, folder: Path) -> None:
    before = to_bytes(measured)
    path = save_template(measured, "Start", "", folder)
    assert to_bytes(measured) == before
    kept = open_journey(path)
    assert (kept.all(Wave), kept.all(Counts)) == ([], [])
    assert kept.all(Plan)
    assert (kept.info.client, kept.info.period, kept.info.drawn, kept.info.author) == ("", "", "", "Me")
    assert kept.get(PainPoint, "queue").evidence == ()
    action = kept.get(Action, "fast")
    assert (action.due, action.status, action.owner) == (None, "idea", "Service")
    text = path.read_text("utf-8")
    assert not [word for word in ("Client", "autumn", "waited", "client.csv") if word in text]


def test_the_other_version_stays_out(journey: Journey, folder: Path) -> None:
    with journey.edit("Derive") as edit:
        derive(journey, edit)
        edit.update("search", title="Finds it")
    kept = open_journey(save_template(journey, "Start", "", folder))
    assert other_version(kept) is None
    assert kept.get(Touchpoint, "search").title == "Finds it"


def test_a_template_is_a_file_as_the_program_writes_it(measured: Journey, folder: Path) -> None:
    path = save_template(measured, "Start", "About it.", folder)
    assert to_bytes(open_journey(path)) == path.read_bytes()
    again = save_template(new_journey("Start"), "Second", "", folder)
    assert open_journey(again).info.title == "A small map"


def test_own_templates_are_not_translated(journey: Journey, folder: Path) -> None:
    class Marked(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return f"«{message}»"

    with journey.edit("Language") as edit:
        edit.update("journey", language="fa")
    save_template(journey, "Use", "About it.", folder)
    language.use_translations("tr", Marked())
    (info,) = own_templates()
    assert (info.title, info.about) == ("Use", "About it.")
    made = new_journey("Use")
    assert made.info.language == "fa"
    assert {card.title for card in made.touchpoints} == {card.title for card in journey.touchpoints}


def test_one_of_the_same_title_is_replaced(journey: Journey, folder: Path) -> None:
    first = save_template(journey, "My start", "Old.", folder)
    assert same_title(" MY  START", folder) is not None
    assert save_template(journey, "my START", "New.", folder) == first
    assert [(info.title, info.about) for info in own_templates()] == [("my START", "New.")]
    assert same_title("Another", folder) is None


@pytest.mark.parametrize("title", ["five-stages", "Blank", "CON", "a/b: *?", "../../x", "…", "مسیر مشتری", "x" * 500])
def test_any_title_gets_a_name_of_its_own(journey: Journey, folder: Path, title: str) -> None:
    path = save_template(journey, title, "", folder)
    assert path.parent == folder
    (info,) = own_templates()
    assert info.title == title
    assert info.name.casefold() not in {"five-stages", "blank"}
    assert len(new_journey(info.name).touchpoints) == 4


def test_titles_that_give_the_same_name_do_not_meet(journey: Journey, folder: Path) -> None:
    paths = {save_template(journey, title, "", folder) for title in ("a/b", "a?b", "a:b")}
    assert {path.stem for path in paths} == {"a b", "a b 2", "a b 3"}


def test_own_templates_come_last_by_title(journey: Journey, folder: Path) -> None:
    for title in ("beta", "Alpha", "gamma"):
        save_template(journey, title, "", folder)
    found = templates()
    assert [info.title for info in found[-3:]] == ["Alpha", "beta", "gamma"]
    assert not any(info.own for info in found[:-3])


def test_a_template_is_deleted(journey: Journey, folder: Path) -> None:
    save_template(journey, "Start", "", folder)
    (info,) = own_templates()
    delete_template(info)
    delete_template(info)
    assert own_templates() == []
    with pytest.raises(Problem, match="There is no template “Start”"):
        new_journey("Start")


def test_those_of_the_program_are_not_deleted() -> None:
    info = templates()[0]
    with pytest.raises(Problem, match="“Five stages” belongs to the program"):
        delete_template(info)
    assert info.path.is_file()


def test_what_can_not_be_written_or_deleted_is_said(
    journey: Journey, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_template(journey, "Start", "Old.", folder)
    before = (folder / "Start.journey").read_bytes()

    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, "write_atomic", full)
    with pytest.raises(Problem, match="There is no room for “Start"):
        save_template(journey, "Start", "New.", folder)
    assert (folder / "Start.journey").read_bytes() == before
    monkeypatch.setattr(Path, "unlink", full)
    with pytest.raises(Problem, match="The template “Start” could not be deleted"):
        delete_template(own_templates()[0])


def test_a_file_in_the_place_of_the_folder_is_said(journey: Journey, tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("a file")
    with pytest.raises(Problem, match="“Start"):
        save_template(journey, "Start", "", tmp_path / "templates")


def test_what_is_no_template_in_the_folder_is_left_out(journey: Journey, folder: Path) -> None:
    save_template(journey, "Start", "", folder)
    (folder / "broken.journey").write_bytes(b"{")
    (folder / "plain.journey").write_bytes(to_bytes(journey))
    assert [info.title for info in own_templates()] == ["Start"]


def test_without_a_folder_there_are_none(folder: Path) -> None:
    assert not folder.exists()
    assert own_templates() == []
    assert not folder.exists()


def test_the_sample_can_be_kept_too(folder: Path) -> None:
    save_template(new_journey(SAMPLE), "Sample", "", folder)
    made = new_journey("Sample")
    plan = made.all(Plan)[0]
    assert all(made.get(Touchpoint, question.target) for question in plan.questions)


def test_fields_of_a_newer_program_are_kept(folder: Path) -> None:
    info = make(JourneyInfo, title="Newer", mood="bright")
    save_template(Journey(records=[info]), "Newer", "", folder)
    assert (new_journey("Newer").info.__pydantic_extra__ or {}) == {"mood": "bright"}
