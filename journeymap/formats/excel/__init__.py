"""Excel: one workbook with the map and its tables."""

from journeymap.layout.palette import DEFAULT_PALETTE
from journeymap.layout.text import Measure
from journeymap.model.journey import Journey
from journeymap.survey.score import Overlay, Thresholds
from journeymap.survey.task import Progress, StopAsked


def write_excel(
    journey: Journey,
    overlay: Overlay,
    measure: Measure | None = None,
    *,
    palette: str = DEFAULT_PALETTE,
    thresholds: Thresholds | None = None,
    cancelled: StopAsked | None = None,
    progress: Progress | None = None,
) -> bytes:
    """The map as an XLSX file: a sheet that is the map, heated by `overlay`, and one table for each kind of element.

    Equal maps give equal bytes. `cancelled` is asked between rows, and `Cancelled` raised when it says so; `progress`
    hears the part that is done, 0 to 1. Raises `Problem` for a map of more than 16,384 columns.
    """
    # openpyxl takes 0.2 s to load, and a start does not need it.
    from journeymap.formats.excel.workbook import make_workbook

    return make_workbook(journey, overlay, measure, palette, thresholds or Thresholds(), cancelled, progress)
