"""What users do to a map. Every function takes the journey and the edit under way, and alters nothing but through it."""

from journeymap.model.attach import add_action, add_pain, add_truth
from journeymap.model.cards import add_touchpoint, connect, next_touchpoint, paste_lines
from journeymap.model.columns import order_between
from journeymap.model.moves import place_touchpoints
from journeymap.model.nudges import nudge
from journeymap.model.rows import add_channel, add_stage, reorder

__all__ = [
    "add_action",
    "add_channel",
    "add_pain",
    "add_stage",
    "add_touchpoint",
    "add_truth",
    "connect",
    "next_touchpoint",
    "nudge",
    "order_between",
    "paste_lines",
    "place_touchpoints",
    "reorder",
]
