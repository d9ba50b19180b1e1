"""Makes the sample surveys of this folder: `python resources/samples/make_samples.py`. Invented answers, always the same.

The numbers of answers and the scores are those of the example map "Buying a washing machine"; the autumn survey is wide (one
column a touchpoint), the spring one long (one answer a row) and has few answers.
"""

import csv
import io
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SEED = 20260701
RESPONDENTS = 2431
SEGMENTS = ("First flat", "Families", "Replacing")

# touchpoint, answers and NPS in autumn, answers and NPS in spring
TOUCHPOINTS = (
    ("Sees video ad", 120, 22, 40, 20),
    ("Reads reviews", 292, 41, 97, 38),
    ("Tries it in the store", 88, 55, 31, 52),
    ("Compares and adds to basket", 410, 19, 131, 16),
    ("Pays and picks a slot", 398, -14, 128, -20),
    ("Asks about installation", 57, 30, 18, 28),
    ("Tracks the delivery", 377, 4, 120, -9),
    ("Waits on the day", 341, -52, 112, -61),
    ("Courier installs it", 333, 38, 108, 35),
    ("First wash", 301, 61, 99, 58),
    ("Gets care tips in the app", 118, 27, 37, 22),
    ("Reports a fault", 96, -27, 33, -30),
    ("Technician visits", 24, 31, 8, 25),
    ("Tells friends", 205, 44, 64, 39),
)
# How one promoter, passive and detractor answer: the values and how often each is given.
PROMOTERS = ((9, 4), (10, 6))
PASSIVES = ((7, 4), (8, 6))
DETRACTORS = ((0, 2), (1, 1), (2, 1), (3, 2), (4, 2), (5, 5), (6, 6))
BAD_CELLS = (
    ("Reads reviews", "n/a"),
    ("Reads reviews", "11"),
    ("Compares and adds to basket", "n/a"),
    ("Pays and picks a slot", "n/a"),
    ("Pays and picks a slot", "don't know"),
    ("Tracks the delivery", "11"),
    ("Waits on the day", "n/a"),
    ("First wash", "100"),
    ("Tells friends", "-"),
)


def answers(n: int, nps: int, chance: random.Random) -> list[int]:
    """`n` answers from 0 to 10 whose NPS is as near to `nps` as whole answers allow."""
    lead = round(n * nps / 100)
    passives = round(n * 0.25)
    passives += (n - passives - lead) % 2
    promoters = (n - passives + lead) // 2
    out = pick(PROMOTERS, promoters, chance) + pick(PASSIVES, passives, chance)
    return out + pick(DETRACTORS, n - passives - promoters, chance)


def pick(values: tuple[tuple[int, int], ...], n: int, chance: random.Random) -> list[int]:
    """`n` values by their weights."""
    pool = [value for value, weight in values for _ in range(weight)]
    return [pool[int(chance.random() * len(pool))] for _ in range(n)]


def people(n: int, first: date, days: int, start: int, chance: random.Random) -> list[list[str]]:
    """`n` respondents: id, date of the answer, segment; by date."""
    weights = (0, 0, 0, 1, 1, 1, 1, 2, 2, 2)
    dates = sorted(first + timedelta(days=int(chance.random() * days)) for _ in range(n))
    return [
        [f"R{start + i}", day.isoformat(), SEGMENTS[weights[int(chance.random() * len(weights))]]]
        for i, day in enumerate(dates)
    ]


def spread(
    values: list[int], who: list[list[str]], taken: list[int], chance: random.Random
) -> Iterator[tuple[int, int]]:
    """Hand answers out, first to those who have said least: (place of the respondent, answer).

    Families wait worst: low answers go to them somewhat more often.
    """
    places = sorted(range(len(who)), key=lambda i: (taken[i] > 0, chance.random()))[: len(values)]
    places.sort(key=lambda i: (who[i][2] == SEGMENTS[1]) * -0.35 + chance.random())
    for place, value in zip(places, sorted(values), strict=True):
        taken[place] += 1
        yield place, value


def wide() -> str:
    """The autumn survey: one row a respondent, one column a touchpoint."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    who = people(RESPONDENTS, date(2026, 7, 1), 92, 10001, chance)
    columns = [title for title, *_ in TOUCHPOINTS]
    cells = [[""] * len(columns) for _ in who]
    taken = [0] * len(who)
    for column, (_, n, nps, *_spring) in enumerate(TOUCHPOINTS):
        for place, value in spread(answers(n, nps, chance), who, taken, chance):
            cells[place][column] = str(value)
    for title, text in BAD_CELLS:
        column = columns.index(title)
        free = [i for i in range(len(who)) if not cells[i][column]]
        cells[free[int(chance.random() * len(free))]][column] = text
    rows = [["respondent", "date", "segment", *columns]]
    rows += [[*person, *row] for person, row in zip(who, cells, strict=True)]
    return as_csv(rows)


def long() -> str:
    """The spring survey: one row an answer."""
    chance = random.Random(SEED + 1)  # noqa: S311 - a sample, no secret
    who = people(720, date(2026, 3, 2), 88, 5001, chance)
    taken = [0] * len(who)
    found = [
        (place, column, value)
        for column, (_, _n, _nps, n, nps) in enumerate(TOUCHPOINTS)
        for place, value in spread(answers(n, nps, chance), who, taken, chance)
    ]
    rows = [["respondent", "date", "segment", "touchpoint", "score"]]
    rows += [[*who[place], TOUCHPOINTS[column][0], str(value)] for place, column, value in sorted(found)]
    return as_csv(rows)


def as_csv(rows: list[list[str]]) -> str:
    """The rows with commas and line feeds."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def write(folder: Path) -> list[Path]:
    """Write both samples; returns their paths."""
    paths = [folder / "washing-machine.csv", folder / "washing-machine-long.csv"]
    for path, text in zip(paths, (wide(), long()), strict=True):
        path.write_text(text, encoding="utf-8", newline="\n")
    return paths


if __name__ == "__main__":
    write(Path(__file__).parent)
