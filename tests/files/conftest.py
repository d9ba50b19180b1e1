import pytest

from journeymap.files.templates import new_journey
from journeymap.model.journey import Journey


@pytest.fixture
def sample() -> Journey:
    return new_journey("washing-machine")
