"""From the format version of an older file to today's, one step at a time."""

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.model.problem import Problem

Tree = dict[str, Any]
Version = tuple[int, int]

# A minor version adds fields, which have defaults and are kept by programs that do not know them: it needs no step.
# A major version alters what is there.
CURRENT: Version = (1, 0)

# version -> function that gives the file as the next version has it. What a function gets is its own to alter.
MIGRATIONS: Mapping[Version, tuple[Version, Callable[[Tree], Tree]]] = {}


def show_version(version: Version) -> str:
    """A version as files write it: `1.0`."""
    return f"{version[0]}.{version[1]}"


def read_version(tree: Tree, name: str) -> Version:
    """The format version that a file says it has; raises `Problem` where it says none."""
    value = tree.get("version")
    parts = value.split(".") if isinstance(value, str) and len(value) < 20 else []
    if len(parts) == 2 and all(part.isascii() and part.isdigit() for part in parts):
        return int(parts[0]), int(parts[1])
    raise Problem("“{name}” does not say in which version of the format it is written.", name=name)


def migrate(
    tree: Tree,
    name: str,
    migrations: Mapping[Version, tuple[Version, Callable[[Tree], Tree]]] = MIGRATIONS,
    current: Version = CURRENT,
) -> Tree:
    """The content of a file as the current version has it; raises `Problem` where the file is newer, or older than we know."""
    version = read_version(tree, name)
    if version[0] > current[0]:
        raise Problem(
            "“{name}” was made by a newer Journeymap: it has format {found}, this program reads up to {known}. "
            "Please update Journeymap; the file was left as it is.",
            name=name,
            found=show_version(version),
            known=show_version(current),
        )
    while version[0] < current[0]:
        step = migrations.get(version)
        if step is None:
            raise Problem(
                "“{name}” has format {found}, which Journeymap can no longer read (it reads {known}).",
                name=name,
                found=show_version(version),
                known=show_version(current),
            )
        version, function = step
        tree = {**function(tree), "version": show_version(version)}
    return tree
