"""A session that edits as fast as it can and says each edit when it is made; the test kills it."""

import sys
from itertools import count
from pathlib import Path

from journeymap.files.recovery import RecoveryJournal
from journeymap.files.templates import new_journey
from journeymap.model.history import History


def main(folder: str) -> None:
    journey = new_journey("washing-machine")
    journal = RecoveryJournal.start(journey, Path("/maps/of the child.journey"), Path(folder))
    history = History(journey)
    journey.subscribe(journal.append)
    card = journey.touchpoints[0].id
    for number in count(1):
        with journey.edit("Rename") as edit:
            edit.update(card, title=f"edit {number}")
        if number % 5 == 0:
            history.undo()
            history.redo()
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
