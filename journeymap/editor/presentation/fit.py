"""As much as fits: the facts of a step in columns of blocks, as large as there is room for."""

from journeymap.editor.presentation.block import Block, height_of
from journeymap.editor.presentation.blocks import Level, Setting
from journeymap.editor.presentation.facts import Facts
from journeymap.editor.presentation.places import Places

# Larger letters first, then everything in the smallest ones, then less of it.
LEVELS: tuple[Level, ...] = (
    Level(1.5),
    Level(1.4),
    Level(1.3),
    Level(1.2),
    Level(1.1),
    Level(1.0),
    Level(1.0, notes=1),
    Level(1.0, minor=False),
    Level(1.0, text=4, items=5, minor=False),
    Level(1.0, text=4, items=5, people=4, notes=1, minor=False),
    Level(1.0, text=3, items=4, people=4, notes=1, minor=False),
    Level(1.0, title=2, text=3, items=3, people=3, notes=1, minor=False),
    Level(1.0, title=2, text=2, items=3, lines=1, people=3, notes=1, minor=False),
    Level(1.0, title=2, text=2, items=2, lines=1, people=2, notes=0, minor=False),
    Level(1.0, title=2, text=1, items=1, lines=1, people=2, notes=0, minor=False),
    Level(1.0, title=1, text=1, items=1, lines=1, people=1, notes=0, minor=False),
)


def columns_of(facts: Facts, places: Places) -> list[list[Block]]:
    """The blocks of each column; at the last level what does not fit is left out.

    All columns have letters of one size, and each says as much as it has room for.
    """
    width, height = places.column(0).w, places.column(0).h
    tried = [spread(Setting(facts, level, places.unit, width), places) for level in LEVELS]
    fitting = [_first_fitting([columns[number] for columns in tried], height) for number in range(len(tried[0]))]
    # What fits in large letters must not stand beside what fits in small ones only.
    scale = min((LEVELS[level].scale for level in fitting), default=1.0)
    least = next(number for number, level in enumerate(LEVELS) if level.scale == scale)
    return [cut(tried[max(level, least)][number], height) for number, level in enumerate(fitting)]


def heading_of(facts: Facts, places: Places) -> list[Block]:
    """The title where it stands above the map."""
    return list(Setting(facts, Level(1.0, title=1), places.unit, places.heading.w).head())


def spread(setting: Setting, places: Places) -> list[list[Block]]:
    """The groups of blocks over 1 to 3 columns; a group without blocks takes none."""
    intro, people, findings = setting.groups()
    if not places.heading.h:
        intro = [*setting.head(), *intro]
    if places.columns == 1:
        return [[*intro, *people, *findings]]
    wanted = [intro, people, findings] if places.columns == 3 else [[*intro, *people], findings]
    return [blocks for blocks in wanted if blocks]


def cut(blocks: list[Block], height: float) -> list[Block]:
    """As many of the first blocks as fit, but at least one."""
    while len(blocks) > 1 and height_of(blocks) > height:
        blocks = blocks[:-1]
    return blocks


def _first_fitting(levels: list[list[Block]], height: float) -> int:
    return next((n for n, blocks in enumerate(levels) if height_of(blocks) <= height), len(levels) - 1)
