"""The words that the command line understands."""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from journeymap.cli.console import complain_text
from journeymap.language import _
from journeymap.version import __version__

COMMANDS = ("demo", "new", "survey", "plan", "scores", "export", "check")
HEATS = ("nps", "csat", "ces", "mean", "none")

Command = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and takes no shortened words: they would change their meaning with a new option."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_abbrev=False, **kwargs)

    def error(self, message: str) -> NoReturn:
        complain_text(_("{what} (see {help})").format(what=message, help=f"{self.prog} --help"))
        sys.exit(2)


def window_parser() -> argparse.ArgumentParser:
    """`journeymap [FILE]`."""
    parser = _Parser(prog="journeymap", usage="journeymap [FILE]", add_help=False)
    parser.add_argument("file", nargs="?", type=Path)
    parser.set_defaults(run=_command("window", "open_window"))
    return parser


def command_parser() -> argparse.ArgumentParser:
    """All commands."""
    parser = _Parser(
        prog="journeymap",
        usage=_("journeymap [FILE] | journeymap COMMAND …"),
        description=_("Customer journey maps with measured scores. Without a command the window opens."),
        epilog=_("Exit codes: 0 done, 1 could not be done, 2 wrong words or a file that can't be read."),
    )
    parser.add_argument("--version", action="version", version=f"journeymap {__version__}")
    commands = parser.add_subparsers(prog="journeymap", metavar="COMMAND", required=True)
    _add_demo(commands)
    _add_new(commands)
    _add_survey(commands)
    _add_plan(commands)
    _add_scores(commands)
    _add_export(commands)
    _add_check(commands)
    return parser


def _add_demo(commands: Commands) -> None:
    parser = commands.add_parser("demo", help=_("the main job on the sample: map, survey, PNG and Excel"))
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help=_("folder for the results (out)"))
    parser.add_argument("--window", action="store_true", help=_("open the window on it where there is a screen"))
    parser.set_defaults(run=_command("demo", "demo"))


def _add_new(commands: Commands) -> None:
    parser = commands.add_parser("new", help=_("a new map from a template"))
    parser.add_argument("out", type=Path, metavar="OUT.journey")
    parser.add_argument(
        "--template",
        default="five-stages",
        metavar="NAME",
        help=_("which one (five-stages); a wrong name lists them all"),
    )
    parser.add_argument("--title", metavar="TEXT", help=_("title of the map"))
    parser.set_defaults(run=_command("maps", "new"))


def _add_survey(commands: Commands) -> None:
    parser = commands.add_parser("survey", help=_("load the scores of a survey file into a map"))
    parser.add_argument("map", type=Path, metavar="MAP")
    parser.add_argument("survey", type=Path, metavar="SURVEY")
    parser.add_argument(
        "--plan", type=Path, metavar="PLAN.json", help=_("which question scores what (else: as proposed)")
    )
    parser.add_argument("--wave", default="", metavar="NAME", help=_("name of the wave (else: of the file)"))
    parser.add_argument("--out", type=Path, metavar="OUT.journey", help=_("where to save (else: in MAP itself)"))
    parser.add_argument("--json", action="store_true", help=_("for programs"))
    parser.set_defaults(run=_command("surveys", "survey"))


def _add_plan(commands: Commands) -> None:
    parser = commands.add_parser("plan", help=_("the plan that `survey` would use, to edit"))
    parser.add_argument("map", type=Path, metavar="MAP")
    parser.add_argument("survey", type=Path, metavar="SURVEY")
    parser.add_argument("--out", type=Path, metavar="PLAN.json", help=_("where to save (else: shown)"))
    parser.set_defaults(run=_command("surveys", "plan"))


def _add_scores(commands: Commands) -> None:
    parser = commands.add_parser("scores", help=_("every score of a map"))
    parser.add_argument("map", type=Path, metavar="MAP")
    parser.add_argument("--json", action="store_true", help=_("for programs"))
    parser.set_defaults(run=_command("scores", "scores"))


def _add_export(commands: Commands) -> None:
    parser = commands.add_parser("export", help=_("a map as PNG or Excel"))
    parser.add_argument("map", type=Path, metavar="MAP")
    parser.add_argument("out", type=Path, metavar="OUT.png|OUT.xlsx")
    parser.add_argument("--scale", type=float, default=2.0, help=_("pixels for each unit of the map, PNG only (2)"))
    parser.add_argument("--heat", choices=HEATS, help=_("what colours the map (else: the metric with most answers)"))
    parser.set_defaults(run=_command("export", "export"))


def _add_check(commands: Commands) -> None:
    parser = commands.add_parser("check", help=_("what is missing or odd in a map"))
    parser.add_argument("map", type=Path, metavar="MAP")
    parser.add_argument("--json", action="store_true", help=_("for programs"))
    parser.add_argument("--strict", action="store_true", help=_("exit code 1 where anything was found"))
    parser.set_defaults(run=_command("maps", "check"))


def _command(module: str, function: str) -> Command:
    """A command that loads its module when it runs: no command pays for what another one needs."""

    def run(args: argparse.Namespace) -> int:
        code: int = getattr(import_module(f"journeymap.cli.{module}"), function)(args)
        return code

    return run
