"""Where a presentation stands: which steps it has, and which one is looked at. No Qt in here."""

from journeymap.editor.presentation.steps import Step, Way, index_of, path_of, place_of, steps_of, walkers, way_of
from journeymap.model.journey import Journey


class Talk:
    """Steps of a journey in one of two ways, for everybody or along one persona's path. It never alters the journey."""

    def __init__(self, journey: Journey, way: Way = "stages", persona: str = "", at: str | None = None) -> None:
        self.journey = journey
        self.way: Way = (way_of(journey, at) or way) if at is not None else way
        self.persona = persona if self._walks(persona) else ""
        place = place_of(journey, at)
        if self.persona and not self._on_path(place):
            self.persona = ""
        self.steps = steps_of(journey, self.way, self.persona)
        self.index = index_of(self.steps, [place]) or 0

    @property
    def step(self) -> Step:
        """What is looked at."""
        return self.steps[self.index]

    def go(self, index: int) -> bool:
        """Look at another step, the first or last where there are no more; False where it is the same."""
        index = max(0, min(index, len(self.steps) - 1))
        moved = index != self.index
        self.index = index
        return moved

    def choose(self, way: Way, persona: str) -> None:
        """Go in another way or along another path, from where the room is."""
        self.way = way
        self.persona = persona if self._walks(persona) else ""
        self._again()

    def refresh(self) -> None:
        """The journey was altered: find the step again, or one that is near to where it was."""
        if not self._walks(self.persona):
            self.persona = ""
        self._again()

    def _again(self) -> None:
        step, index = self.step, self.index
        self.steps = steps_of(self.journey, self.way, self.persona)
        if index < len(self.steps) and self.steps[index] == step:
            self.index = index  # a touchpoint may be met twice on a path
            return
        found = index_of(self.steps, [step.id, step.stage])
        self.index = found if found is not None else min(index, len(self.steps) - 1)

    def _walks(self, persona: str) -> bool:
        return any(walker.id == persona for walker in walkers(self.journey))

    def _on_path(self, place: str | None) -> bool:
        path = path_of(self.journey, self.persona)
        return place is None or any(place in (card.id, card.stage) for card in path)
