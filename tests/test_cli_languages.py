"""The demo does its work in whatever language the program speaks."""

import argparse
import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap.cli.demo import demo
from journeymap.files.document_file import open_journey
from journeymap.language import use, use_translations
from journeymap.model.measures import Counts
from journeymap.survey.overlay import make_overlay


class Backwards(gettext.NullTranslations):
    """Every text from its end; sentences with placeholders stay, as those must."""

    def gettext(self, message: str) -> str:
        return message if "{" in message else message[::-1]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def backwards() -> Iterator[None]:
    use_translations("tr", Backwards())
    yield
    use("en")


def test_the_demo_heats_the_whole_map_in_another_language(
    backwards: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo(argparse.Namespace(out=tmp_path, window=False)) == 0
    assert "14 questions matched" in capsys.readouterr().out
    journey = open_journey(tmp_path / "sample.journey")
    assert journey.info.title == "enihcam gnihsaw a gniyuB"
    measured = {counts.target for counts in journey.all(Counts)}
    assert measured == {card.id for card in journey.touchpoints}
    assert make_overlay(journey).metric == "nps"
    assert {path.suffix for path in tmp_path.iterdir()} == {".journey", ".png", ".xlsx"}
