"""Plain numbers in the current language, for axes and shares."""

from journeymap.survey.display import number, percent


def show_number(value: float) -> str:
    """A number of a scale: whole where it is whole, else with as many decimals as it has, at most two."""
    places = next((places for places in (0, 1) if round(value, places) == round(value, 6)), 2)
    return number(value, places)


def show_share(part: float) -> str:
    """A share, 0 to 1, as whole per cent."""
    return percent(round(part * 100))
