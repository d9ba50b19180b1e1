"""Every command, called as the shell calls it: what it says, what it writes, and its exit code."""

import json
from pathlib import Path
from typing import Any

import pytest

from journeymap.cli import main
from journeymap.files.document_file import open_journey, save_journey
from journeymap.files.templates import new_journey
from journeymap.model.journey import Journey
from journeymap.model.measures import Plan, Wave
from journeymap.resource import resource
from journeymap.survey import importing
from journeymap.version import __version__

SURVEY = resource("samples", "washing-machine.csv")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def map_path(tmp_path: Path) -> Path:
    path = tmp_path / "map.journey"
    save_journey(new_journey("washing-machine"), path)
    return path


@pytest.fixture
def small_survey(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    rows = [f"r{n},{'Old' if n % 2 else 'New'},{n % 11},{n % 5 + 1}" for n in range(60)]
    rows += ["r60,Old,,3", "r61,Old,99,x"]
    path.write_text("respondent,segment,Waits on the day,Delivery\n" + "\n".join(rows) + "\n")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object, code: int = 0) -> str:
    """The output of a command that must end with this code; where it fails, its one sentence."""
    assert main([str(word) for word in words]) == code
    out, err = capsys.readouterr()
    if code == 0:
        assert err == ""
        return out
    if err:
        assert err.startswith("journeymap: ")
        assert err.count("\n") == 1
        return err
    return out


def answer(capsys: pytest.CaptureFixture[str], *words: object, code: int = 0) -> Any:
    return json.loads(run(capsys, *words, code=code))


# -- the program itself


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version") == f"journeymap {__version__}\n"


@pytest.mark.parametrize("command", ["", "demo", "new", "survey", "plan", "scores", "export", "check"])
def test_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    out = run(capsys, *command.split(), "--help")
    assert f"journeymap {command}".strip() in out


@pytest.mark.parametrize(
    "words",
    [
        ["export"],
        ["export", "a.journey"],
        ["scores", "a", "b"],
        ["scores", "a", "--jso"],
        ["new", "a.journey", "--colour", "red"],
        ["export", "a", "b.png", "--scale", "big"],
        ["export", "a", "b.png", "--heat", "stars"],
        ["a.journey", "b.journey"],
        ["--what"],
    ],
)
def test_words_that_are_wrong_give_2_and_a_sentence(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert "--help)" in run(capsys, *words, code=2)


@pytest.mark.parametrize("command", [["scores"], ["check"], ["plan"], ["survey"], ["export"]])
def test_a_file_that_can_not_be_read_gives_2(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: list[str], map_path: Path
) -> None:
    more = {"plan": [SURVEY], "survey": [SURVEY], "export": [tmp_path / "x.png"]}.get(command[0], [])
    cut = tmp_path / "cut.journey"
    cut.write_bytes(map_path.read_bytes()[:5000])
    future = tmp_path / "future.journey"
    future.write_bytes(b'{"format": "journeymap", "version": "3.0"}')
    assert "There is no file “none.journey”" in run(capsys, *command, tmp_path / "none.journey", *more, code=2)
    assert "“cut.journey” looks cut off near line" in run(capsys, *command, cut, *more, code=2)
    assert "format 3.0, this program reads up to 1.0" in run(capsys, *command, future, *more, code=2)
    assert "is a folder" in run(capsys, *command, tmp_path, *more, code=2)
    assert not (tmp_path / "x.png").exists()


# -- new


def test_new(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "a.journey"
    assert str(out) in run(capsys, "new", out, "--title", "Opening an account")
    journey = open_journey(out)
    assert journey.info.title == "Opening an account"
    assert len(journey.stages) == 5


def test_new_from_another_template(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(capsys, "new", tmp_path / "a.journey", "--template", "blank")
    assert len(open_journey(tmp_path / "a.journey").stages) == 1
    assert "There are: five-stages" in run(capsys, "new", tmp_path / "b.journey", "--template", "x", code=2)


def test_new_replaces_nothing(capsys: pytest.CaptureFixture[str], map_path: Path) -> None:
    before = map_path.read_bytes()
    assert "“map.journey” is there already" in run(capsys, "new", map_path, code=1)
    assert map_path.read_bytes() == before


def test_new_where_it_can_not_be_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "is not there" in run(capsys, "new", tmp_path / "none" / "a.journey", code=1)
    assert "should end in .journey" in run(capsys, "new", tmp_path / "a.png", code=2)


# -- survey, plan, scores


def test_survey_loads_into_the_map_and_accounts_for_every_answer(
    capsys: pytest.CaptureFixture[str], map_path: Path, small_survey: Path
) -> None:
    said = answer(capsys, "survey", map_path, small_survey, "--wave", "Spring", "--json")
    assert said["unit"] == "answers"
    assert said["rows"] == 124
    assert said["rows"] == said["used"] + sum(said["dropped"].values())
    assert said["dropped"] == {"blank": 1, "not-a-number": 1, "out-of-scale": 1}
    assert {(m["question"], m["metric"], tuple(m["scale"])) for m in said["matched"]} == {
        ("Waits on the day", "nps", (0, 10)),
        ("Delivery", "csat", (1, 5)),
    }
    assert said["unmatched"] == []
    assert (said["wave"], said["out"]) == ("Spring", str(map_path))
    journey = open_journey(map_path)
    assert [wave.title for wave in journey.all(Wave)] == ["Spring"]
    for secret in (b"r17", b"r60"):
        assert secret not in map_path.read_bytes()


def test_survey_says_what_it_did(capsys: pytest.CaptureFixture[str], map_path: Path, small_survey: Path) -> None:
    out = run(capsys, "survey", map_path, small_survey)
    assert "121 of 124 answers are used" in out
    assert "“Delivery” scores “Delivery”: 61 of 62 answers" in out
    assert f"Saved as wave “answers” in {map_path}" in out


def test_survey_to_another_file_leaves_the_map_alone(
    capsys: pytest.CaptureFixture[str], map_path: Path, small_survey: Path, tmp_path: Path
) -> None:
    before = map_path.read_bytes()
    run(capsys, "survey", map_path, small_survey, "--out", tmp_path / "other.journey")
    assert map_path.read_bytes() == before
    assert len(open_journey(tmp_path / "other.journey").all(Wave)) == 1
    assert "should end in .journey" in run(
        capsys, "survey", map_path, small_survey, "--out", tmp_path / "x.csv", code=2
    )


@pytest.mark.parametrize("words", [(), ("--out", "map.journey")])
def test_survey_does_not_overwrite_what_another_program_wrote_meanwhile(
    capsys: pytest.CaptureFixture[str],
    map_path: Path,
    small_survey: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(map_path.parent)
    read = importing.open_survey

    def slowly(*given: Any, **more: Any) -> Any:
        save_journey(Journey("Somebody else’s"), map_path)
        return read(*given, **more)

    monkeypatch.setattr("journeymap.cli.surveys.open_survey", slowly)
    said = run(capsys, "survey", map_path, small_survey, *words, code=1)
    assert "“map.journey” was changed by another program in the meantime" in said
    assert open_journey(map_path).info.title == "Somebody else’s"


def test_a_plan_can_be_edited_and_used(
    capsys: pytest.CaptureFixture[str], map_path: Path, small_survey: Path, tmp_path: Path
) -> None:
    shown = answer(capsys, "plan", map_path, small_survey)
    assert {question["target"] for question in shown["questions"]} == {"Waits on the day", "Delivery"}
    assert set(shown) >= {"layout", "header_rows", "questions", "respondent", "date", "segment", "question_column"}
    path = tmp_path / "plan.json"
    run(capsys, "plan", map_path, small_survey, "--out", path)
    plan = json.loads(path.read_text("utf-8"))
    assert plan == shown
    plan["questions"] = [{**plan["questions"][0], "metric": "mean", "target": "Use"}]
    path.write_text(json.dumps(plan))
    said = answer(capsys, "survey", map_path, small_survey, "--plan", path, "--json")
    assert [(match["title"], match["metric"]) for match in said["matched"]] == [("Use", "mean")]
    # The map remembers: the next file with these questions needs no plan.
    again = answer(capsys, "survey", map_path, small_survey, "--wave", "Next", "--json")
    assert [(match["title"], match["metric"]) for match in again["matched"]] == [("Use", "mean")]
    assert len(open_journey(map_path).all(Plan)) == 2  # the sample’s own, and this one


def test_a_plan_that_is_wrong_gives_2_and_alters_nothing(
    capsys: pytest.CaptureFixture[str], map_path: Path, small_survey: Path, tmp_path: Path
) -> None:
    before = map_path.read_bytes()
    for text in (
        "{",
        "[]",
        '{"questions": [{"question": "x", "target": "Nowhere", "metric": "nps", "scale": [0, 10]}]}',
    ):
        (tmp_path / "plan.json").write_text(text)
        run(capsys, "survey", map_path, small_survey, "--plan", tmp_path / "plan.json", code=2)
    assert map_path.read_bytes() == before


def test_a_survey_that_fits_nothing_is_not_loaded(
    capsys: pytest.CaptureFixture[str], map_path: Path, tmp_path: Path
) -> None:
    before = map_path.read_bytes()
    (tmp_path / "other.csv").write_text("a,b\n" + "hello,world\n" * 9)
    assert "No question of “other.csv”" in run(capsys, "survey", map_path, tmp_path / "other.csv", code=1)
    (tmp_path / "lone.csv").write_text("This is a question.\n" + "4\n5\n" * 9)
    assert "journeymap plan" in run(capsys, "survey", map_path, tmp_path / "lone.csv", code=1)
    assert "There is no file “none.csv”" in run(capsys, "survey", map_path, tmp_path / "none.csv", code=2)
    assert map_path.read_bytes() == before


def test_scores(capsys: pytest.CaptureFixture[str], map_path: Path, small_survey: Path) -> None:
    assert answer(capsys, "scores", map_path, "--json") == []
    assert "no scores yet" in run(capsys, "scores", map_path)
    run(capsys, "survey", map_path, small_survey, "--wave", "Spring")
    rows = answer(capsys, "scores", map_path, "--json")
    keys = ["id", "kind", "name", "metric", "segment", "wave", "value", "low", "high", "n", "shown"]
    assert all(list(row) == keys for row in rows)
    found = {(row["name"], row["metric"], row["segment"]): row for row in rows}
    row = found["Waits on the day", "nps", ""]
    assert (row["kind"], row["n"], row["wave"], row["shown"]) == ("touchpoint", 60, "Spring", "full")
    assert row["low"] <= row["value"] <= row["high"]
    assert found["Waits on the day", "nps", "Old"]["n"] == 30
    assert open_journey(map_path).records[row["id"]]
    table = run(capsys, "scores", map_path).splitlines()
    assert len(table) == len(rows) + 1
    assert table[0].split() == [
        "Kind",
        "Name",
        "Metric",
        "Segment",
        "Wave",
        "Value",
        "95",
        "%",
        "interval",
        "n",
        "Shown",
    ]


def test_a_score_of_too_few_answers_is_kept_back(
    capsys: pytest.CaptureFixture[str], map_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "few.csv").write_text("Waits on the day\n10\n0\n9\n7\n")
    run(capsys, "survey", map_path, tmp_path / "few.csv")
    row = next(row for row in answer(capsys, "scores", map_path, "--json") if row["name"] == "Waits on the day")
    assert (row["value"], row["low"], row["high"], row["n"], row["shown"]) == (None, None, None, 4, "withheld")
    assert "n<5" in run(capsys, "scores", map_path)


# -- export, check, demo


def test_export_to_excel(capsys: pytest.CaptureFixture[str], map_path: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    run(capsys, "survey", map_path, SURVEY)
    out = tmp_path / "Map.XLSX"
    assert str(out) in run(capsys, "export", map_path, out, "--heat", "nps")
    book = load_workbook(out)
    assert book.sheetnames[0] == "Map"
    book.close()


@pytest.mark.parametrize("heat", [[], ["--heat", "none"]])
def test_export_to_png(capsys: pytest.CaptureFixture[str], map_path: Path, tmp_path: Path, heat: list[str]) -> None:
    out = tmp_path / "map.png"
    run(capsys, "export", map_path, out, "--scale", "0.5", *heat)
    assert out.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_heat_alters_the_picture(capsys: pytest.CaptureFixture[str], map_path: Path, tmp_path: Path) -> None:
    run(capsys, "survey", map_path, SURVEY)
    for name, heat in (("a", "nps"), ("b", "none")):
        run(capsys, "export", map_path, tmp_path / f"{name}.png", "--scale", "0.5", "--heat", heat)
    assert (tmp_path / "a.png").read_bytes() != (tmp_path / "b.png").read_bytes()


def test_what_export_refuses(capsys: pytest.CaptureFixture[str], map_path: Path, tmp_path: Path) -> None:
    png = tmp_path / "x.png"
    assert "should end in one of: .png, .xlsx" in run(capsys, "export", map_path, tmp_path / "x.pdf", code=2)
    assert "no scores yet" in run(capsys, "export", map_path, png, "--heat", "ces", code=1)
    for scale in ("0", "-1", "nan", "inf", "1000"):
        assert "The scale must be" in run(capsys, "export", map_path, png, f"--scale={scale}", code=2)
    run(capsys, "survey", map_path, SURVEY)
    assert "no scores of CES; it has: NPS" in run(capsys, "export", map_path, png, "--heat", "ces", code=1)
    assert "is not there" in run(capsys, "export", map_path, tmp_path / "none" / "x.xlsx", code=1)
    assert not png.exists()


def test_check(capsys: pytest.CaptureFixture[str], map_path: Path, tmp_path: Path) -> None:
    assert "Reviews look fake" in run(capsys, "check", map_path)
    found = answer(capsys, "check", map_path, "--json")
    assert {"rule", "severity", "ids", "message"} == set(found[0])
    assert all(id in open_journey(map_path) for finding in found for id in finding["ids"])
    assert run(capsys, "check", map_path, "--strict", code=1)


def test_check_of_a_map_with_nothing_to_say(
    capsys: pytest.CaptureFixture[str], map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeymap.model.checks.findings", lambda *_: [])
    assert run(capsys, "check", map_path, "--strict") == "Nothing is missing or odd.\n"
    assert answer(capsys, "check", map_path, "--json", "--strict") == []


def test_demo(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = run(capsys, "demo", "--out", tmp_path / "a" / "b")
    for name in ("sample.journey", "sample.png", "sample.xlsx"):
        assert str(tmp_path / "a" / "b" / name) in out
        assert (tmp_path / "a" / "b" / name).stat().st_size > 1000
    assert "14 touchpoints, 16 links, 8 pain points, 5 moments of truth" in out
    assert "14 questions matched" in out
    journey: Journey = open_journey(tmp_path / "a" / "b" / "sample.journey")
    (wave,) = journey.all(Wave)
    assert wave.used > 2000
    run(capsys, "demo", "--out", tmp_path / "a" / "b")


def test_demo_where_no_folder_can_be_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run(capsys, "demo", "--out", tmp_path / "file" / "out", code=1)
    run(capsys, "demo", "--out", tmp_path / "file", code=1)
