"""`journeymap export`."""

import argparse
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journeymap.cli.console import NotDone, doing, say, write_file
from journeymap.files.document_file import open_journey
from journeymap.language import N_, _
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.survey.display import metric_name
from journeymap.survey.overlay import HeatChoice, make_overlay, metrics
from journeymap.survey.score import NO_OVERLAY, Overlay

SCALES = (0.1, 10.0)


def export(args: argparse.Namespace) -> int:
    """Write a map as PNG or Excel, by the ending of the file's name."""
    out: Path = args.out
    low, high = SCALES
    if not (math.isfinite(args.scale) and low <= args.scale <= high):
        raise Problem("The scale must be {low} to {high}, not {scale}.", low=low, high=high, scale=args.scale)
    make = FORMATS.get(out.suffix.lower())
    if make is None:
        raise Problem("“{name}” should end in one of: {endings}.", name=out.name, endings=", ".join(FORMATS))
    journey = open_journey(args.map)
    overlay = choose_overlay(journey, args.heat)
    with doing():
        data = make(journey, overlay, args.scale)
    write_file(out, data)
    say(_("Wrote {path}.").format(path=out))
    return 0


def choose_overlay(journey: Journey, heat: str | None) -> Overlay:
    """The scores that heat the map: of the metric that was asked for, or of the one with most answers; raises `NotDone`."""
    if heat == "none":
        return NO_OVERLAY
    metric = next((metric for metric in metrics(journey) if metric == heat), None)
    if heat is not None and metric is None:
        names = ", ".join(metric_name(metric) for metric in metrics(journey))
        if not names:
            raise NotDone(N_("The map has no scores yet, so it can't be heated by {metric}."), metric=heat.upper())
        raise NotDone(N_("The map has no scores of {metric}; it has: {names}."), metric=heat.upper(), names=names)
    return make_overlay(journey, HeatChoice(metric=metric))


def make_png(journey: Journey, overlay: Overlay, scale: float) -> bytes:
    """The map as a PNG file; raises `NotDone` where Qt can't be loaded."""
    with _qt():
        from journeymap.paint.application import painting_application
        from journeymap.paint.fonts import has_fonts
        from journeymap.paint.png import png_bytes
    application = painting_application()
    if not has_fonts():
        raise NotDone(
            N_("This machine has no fonts, so the map would have no texts. Install some, such as fonts-noto-core.")
        )
    data = png_bytes(journey, overlay, scale)
    del application
    return data


def make_xlsx(journey: Journey, overlay: Overlay, scale: float) -> bytes:
    """The map as an Excel file; `scale` means nothing here."""
    from journeymap.formats.excel import write_excel

    return write_excel(journey, overlay)


@contextmanager
def _qt() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise NotDone(
            N_("Qt can't be loaded: {why}. Install what it needs (see README), or export to .xlsx."), why=str(error)
        ) from error


FORMATS: dict[str, Callable[[Journey, Overlay, float], bytes]] = {".png": make_png, ".xlsx": make_xlsx}
