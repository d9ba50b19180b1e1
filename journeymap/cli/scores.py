"""`journeymap scores`."""

import argparse
from typing import Any

from journeymap.cli.console import say, say_json, say_table
from journeymap.files.document_file import open_journey
from journeymap.language import _
from journeymap.model.journey import Journey
from journeymap.model.measures import Wave
from journeymap.survey.display import metric_name, show_interval, show_value, whole
from journeymap.survey.overlay import all_scores
from journeymap.survey.score import Score
from journeymap.words import KINDS, SHOWN, word

DIGITS = 4


def scores(args: argparse.Namespace) -> int:
    """One row for each target, metric, segment and wave. A score of too few answers keeps its value to itself."""
    journey = open_journey(args.map)
    found = all_scores(journey)
    if args.json:
        say_json([_as_json(journey, score) for score in found])
    elif not found:
        say(_("The map has no scores yet; load some with: journeymap survey MAP SURVEY"))
    else:
        head = [
            _("Kind"),
            _("Name"),
            _("Metric"),
            _("Segment"),
            _("Wave"),
            _("Value"),
            _("95 % interval"),
            _("n"),
            _("Shown"),
        ]
        say_table(head, [_as_row(journey, score) for score in found], right=(5, 6, 7))
    return 0


def _as_json(journey: Journey, score: Score) -> dict[str, Any]:
    hidden = score.shown == "withheld"
    return {
        "id": score.target,
        "kind": journey.records[score.target].kind,
        "name": _name(journey, score),
        "metric": score.metric,
        "segment": score.segment,
        "wave": _wave(journey, score),
        "value": None if hidden else round(score.value, DIGITS),
        "low": None if hidden else round(score.low, DIGITS),
        "high": None if hidden else round(score.high, DIGITS),
        "n": score.n,
        "shown": score.shown,
    }


def _as_row(journey: Journey, score: Score) -> list[str]:
    return [
        word(KINDS, journey.records[score.target].kind),
        _name(journey, score),
        metric_name(score.metric),
        score.segment,
        _wave(journey, score),
        show_value(score),
        show_interval(score),
        whole(score.n),
        word(SHOWN, score.shown),
    ]


def _name(journey: Journey, score: Score) -> str:
    title: str = getattr(journey.records[score.target], "title", "")
    return title


def _wave(journey: Journey, score: Score) -> str:
    wave = journey.find(Wave, score.wave)
    return wave.title if wave else score.wave
