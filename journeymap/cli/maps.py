"""`journeymap new` and `journeymap check`."""

import argparse
from datetime import datetime
from pathlib import Path

from journeymap.cli.console import NotDone, doing, say, say_json
from journeymap.files.document_file import SUFFIX, open_journey, save_journey
from journeymap.files.templates import new_journey
from journeymap.language import N_, _, ngettext
from journeymap.model.problem import Problem


def new(args: argparse.Namespace) -> int:
    """Save a new map from a template; a file that is there already is not replaced."""
    out: Path = args.out
    check_suffix(out)
    journey = new_journey(args.template, args.title)
    if out.exists():
        raise NotDone(N_("“{name}” is there already; choose another name."), name=out.name)
    with doing():
        save_journey(journey, out)
    say(_("Made {path}.").format(path=out))
    return 0


def check(args: argparse.Namespace) -> int:
    """Say what is missing or odd."""
    from journeymap.model.checks import findings

    found = findings(open_journey(args.map), datetime.now().astimezone().date())
    if args.json:
        say_json(
            [
                {
                    "rule": finding.rule,
                    "severity": finding.severity,
                    "ids": list(finding.ids),
                    "message": _(finding.message).format(**finding.params),
                }
                for finding in found
            ]
        )
    else:
        for finding in found:
            say("• " + _(finding.message).format(**finding.params))
        n = len(found)
        say(ngettext("{n} finding.", "{n} findings.", n).format(n=n) if n else _("Nothing is missing or odd."))
    return 1 if args.strict and found else 0


def check_suffix(path: Path) -> None:
    """Raise `Problem` where a map would get a name that does not say what it is."""
    if path.suffix.lower() != SUFFIX:
        raise Problem("“{name}” should end in {suffix}.", name=path.name, suffix=SUFFIX)
