"""`journeymap survey` and `journeymap plan`."""

import argparse
from pathlib import Path
from typing import Any

from journeymap.cli.console import NotDone, doing, say, say_json, write_file
from journeymap.cli.maps import check_suffix
from journeymap.files.document_file import open_journey, open_with_digest, save_journey
from journeymap.language import N_, _
from journeymap.model.journey import Journey
from journeymap.model.measures import Plan
from journeymap.survey.counting import account, count
from journeymap.survey.display import whole
from journeymap.survey.importing import open_survey
from journeymap.survey.load import load
from journeymap.survey.plan_file import plan_to_json, read_plan
from journeymap.survey.tally import Tally

UNIT = "answers"


def survey(args: argparse.Namespace) -> int:
    """Load a survey's answers into a map, as counts, and give an account of every answer."""
    out: Path = args.out or args.map
    if args.out:
        check_suffix(out)
    journey, digest = open_with_digest(args.map)
    given = read_plan(args.plan, journey) if args.plan else None
    tally, wave = load_survey(journey, args.survey, given, args.wave)
    with doing():
        # What another program wrote meanwhile must not be lost; another file was named to be replaced.
        save_journey(journey, out, digest if out.resolve() == args.map.resolve() else None)
    if args.json:
        say_json({**_as_json(tally), "wave": wave, "out": str(out)})
    else:
        say_tally(tally)
        say(_("Saved as wave “{wave}” in {path}.").format(wave=wave, path=out))
    return 0


def plan(args: argparse.Namespace) -> int:
    """Show or save the plan by which `survey` would read a file."""
    journey = open_journey(args.map)
    table, proposed = open_survey(args.survey, journey)
    text = plan_to_json(proposed, journey, table.reading)
    if args.out:
        write_file(args.out, text.encode())
        say(_("Saved the plan in {path}: edit it, then use it with --plan.").format(path=args.out))
    else:
        say(text.rstrip("\n"))
    return 0


def load_survey(journey: Journey, path: Path, given: Plan | None, wave: str) -> tuple[Tally, str]:
    """Count a file's answers into the map; returns the account and the wave's title. Raises `NotDone` where none fits."""
    table, found = open_survey(path, journey, plan=given)
    if not found.questions:
        raise NotDone(
            N_(
                "No question of “{name}” names a touchpoint or stage of the map. Make a plan with "
                "“journeymap plan … --out plan.json”, say in it which question scores what, and use it with --plan."
            ),
            name=path.name,
        )
    tally = count(table, found, journey)
    with doing(), journey.edit(N_("Load survey")) as edit:
        record = load(journey, edit, found, tally, wave, path.name)
    return tally, record.title


def say_tally(tally: Tally) -> None:
    """The account for people."""
    for line in account(tally):
        say(line)
    for match in tally.matched:
        say(
            _("  “{question}” scores “{title}”: {used} of {rows} answers").format(
                question=match.question, title=match.title, used=whole(match.used), rows=whole(match.rows)
            )
        )
    for question in tally.unmatched:
        say(_("  “{question}” scores nothing").format(question=question))


def _as_json(tally: Tally) -> dict[str, Any]:
    """The account for programs; all numbers are answers, in both layouts: rows = used + all dropped."""
    return {
        "unit": UNIT,
        "rows": tally.rows,
        "used": tally.used,
        "dropped": dict(tally.dropped),
        "matched": [
            {
                "question": match.question,
                "target": match.target,
                "title": match.title,
                "metric": match.metric,
                "scale": list(match.scale),
                "high_is_good": match.high_is_good,
                "rows": match.rows,
                "used": match.used,
                "dropped": dict(match.dropped),
            }
            for match in tally.matched
        ],
        "unmatched": list(tally.unmatched),
    }
