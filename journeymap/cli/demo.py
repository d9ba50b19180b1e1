"""`journeymap demo`: the main job on the sample, from nothing to the files that a client gets."""

import argparse
import os
from pathlib import Path

from journeymap.cli.console import doing, say, write_file
from journeymap.cli.export import make_png, make_xlsx
from journeymap.cli.surveys import load_survey
from journeymap.cli.window import has_screen, show_apart
from journeymap.files.document_file import save_journey
from journeymap.files.os_errors import explain_os_error
from journeymap.files.templates import SAMPLE, new_journey
from journeymap.language import _
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.resource import resource
from journeymap.survey.display import whole
from journeymap.survey.overlay import make_overlay

SURVEY = "washing-machine.csv"
WAVE = "Autumn 2026"
SCALE = 2.0


def demo(args: argparse.Namespace) -> int:
    """Build the sample map, load the sample survey, and write map, picture and workbook."""
    folder: Path = args.out
    # Asked before anything is painted: painting without a screen tells Qt that there is none.
    environment = dict(os.environ)
    window = args.window and has_screen()
    with doing():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise explain_os_error(folder, error) from error
    journey = new_journey(SAMPLE)
    say(
        _(
            "Built the map “{title}”: {stages} stages, {touchpoints} touchpoints, {links} links, "
            "{pains} pain points, {truths} moments of truth."
        ).format(
            title=journey.info.title,
            stages=len(journey.stages),
            touchpoints=len(journey.touchpoints),
            links=len(journey.links),
            pains=len(journey.all(PainPoint)),
            truths=len(journey.all(MomentOfTruth)),
        )
    )
    tally, wave = load_survey(journey, resource("samples", SURVEY), None, WAVE)
    say(
        _(
            "Loaded the survey {name} as wave “{wave}”: {used} of {rows} answers used, {questions} questions matched."
        ).format(name=SURVEY, wave=wave, used=whole(tally.used), rows=whole(tally.rows), questions=len(tally.matched))
    )
    overlay = make_overlay(journey)
    path = folder / "sample.journey"
    with doing():
        save_journey(journey, path)
        picture = make_png(journey, overlay, SCALE)
        workbook = make_xlsx(journey, overlay, SCALE)
    write_file(folder / "sample.png", picture)
    write_file(folder / "sample.xlsx", workbook)
    for name, what in (
        ("sample.journey", _("the map")),
        ("sample.png", _("the map as a picture")),
        ("sample.xlsx", _("the map and its tables for Excel")),
    ):
        say(f"{folder / name}  {what}")
    return show_apart(path, environment) if window else 0
