"""The same functions from a shell: `main` takes the words after the program's name and returns the exit code."""

from journeymap.cli.main import main

__all__ = ["main"]
