"""From the words of a command line to one command and its exit code."""

import sys
from collections.abc import Sequence

from journeymap import language
from journeymap.cli.console import NotDone, close_broken_pipe, complain, prepare_streams
from journeymap.cli.locales import system_language
from journeymap.cli.parser import COMMANDS, command_parser, window_parser
from journeymap.model.problem import Problem

DONE = 0
NOT_DONE = 1
WRONG = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 where it was done, 1 where it could not be done (or found something), 2 for wrong words or files."""
    words = list(sys.argv[1:] if argv is None else argv)
    prepare_streams()
    language.use(system_language())
    try:
        return _run(words)
    except SystemExit as end:
        # argparse ends this way after --help and --version (0), and after words that it does not understand (2).
        return end.code if isinstance(end.code, int) else WRONG
    except NotDone as problem:
        complain(problem)
        return NOT_DONE
    except Problem as problem:
        complain(problem)
        return WRONG
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        close_broken_pipe()
        return NOT_DONE
    except OSError as error:
        # Files are read and written with words of their own; this is the output itself, such as a full disk behind a ">".
        close_broken_pipe()
        complain(Problem("The output could not be written: {why}.", why=error.strerror or type(error).__name__))
        return NOT_DONE


def _run(words: list[str]) -> int:
    # The first word decides: a command, else a file for the window (`./new` for a file that is called like a command).
    command = words[0] if words else ""
    named = command in COMMANDS or command in ("-h", "--help", "--version")
    args = (command_parser() if named else window_parser()).parse_args(words)
    code: int = args.run(args)
    sys.stdout.flush()
    return code
