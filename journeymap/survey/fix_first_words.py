"""A ranking in words: the sum behind each value, as a line that can be checked by hand."""

from dataclasses import replace

from journeymap.language import N_, _
from journeymap.survey.display import number, percent, show_value, whole
from journeymap.survey.fix_first import MOST, Part, PartName, Ranked

PART_NAMES: dict[PartName, str] = {
    "severity": N_("Severity of the worst pain point"),
    "truth": N_("Moment of truth"),
    "score": N_("Score below its target"),
    "share": N_("Share of customers"),
}


def show_rank(ranked: Ranked) -> str:
    """The value as it is shown: "0.91"."""
    return number(ranked.value, 2)


def formula(ranked: Ranked) -> str:
    """The sum: "0.91 = 40 % × 5/5 severity + 20 % × 4/5 moment of truth + …"."""
    terms = " + ".join(_term(part) for part in ranked.parts)
    return _("{value} = {sum}").format(value=show_rank(ranked), sum=terms)


def left_out(ranked: Ranked) -> str:
    """The sentence about what is not known; "" where all is."""
    if not ranked.unknown:
        return ""
    names = ", ".join(_(PART_NAMES[name]) for name in ranked.unknown)
    return _("Not known here and left out: {parts}. The other weights were raised to make 100 %.").format(parts=names)


def _term(part: Part) -> str:
    weight, most = percent(part.weight * 100), whole(MOST)
    if part.name == "severity":
        return _("{weight} × {level}/{most} severity").format(weight=weight, level=whole(part.level), most=most)
    if part.name == "truth":
        return _("{weight} × {level}/{most} moment of truth").format(weight=weight, level=whole(part.level), most=most)
    if part.score is None:
        return _("{weight} × {share} of the customers").format(weight=weight, share=percent(part.value * 100))
    text = (
        _("{weight} × {value} score ({score} against the target {target})")
        if part.own_target
        else _("{weight} × {value} score ({score} against {target} of the whole map)")
    )
    target = show_value(replace(part.score, value=part.target, shown="full"))
    return text.format(weight=weight, value=number(part.value, 2), score=show_value(part.score), target=target)
