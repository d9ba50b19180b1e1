"""The words for the model's codes: one table each from code to an English text, translated where it is shown.

Window, outline, exports and findings speak of a category or a status with the same word: `word(PAIN_CATEGORIES, code)`.
"""

from collections.abc import Mapping

from journeymap.language import N_, _

VERSIONS: dict[str, str] = {"as-is": N_("as-is"), "to-be": N_("to-be")}

CHANNEL_TYPES: dict[str, str] = {"physical": N_("Physical"), "digital": N_("Digital"), "human": N_("Human")}

LINK_TYPES: dict[str, str] = {
    "next": N_("Next step"),
    "alternative": N_("Alternative"),
    "channel-switch": N_("Switch of channel"),
    "return": N_("Return"),
}

PAIN_CATEGORIES: dict[str, str] = {
    "long-wait": N_("Long wait"),
    "staff-could-not-help": N_("Staff could not help"),
    "unresolved": N_("Not resolved"),
    "too-much-automation": N_("Too much automation"),
    "not-personal": N_("Not personal"),
    "rude-staff": N_("Rude staff"),
    "inconsistent-channels": N_("Channels contradict each other"),
    "price": N_("Price"),
    "information": N_("Information"),
    "quality": N_("Quality"),
    "other": N_("Other"),
}

FREQUENCIES: dict[str, str] = {
    "rare": N_("Rarely"),
    "sometimes": N_("Sometimes"),
    "often": N_("Often"),
    "always": N_("Always"),
}

EVIDENCE_SOURCES: dict[str, str] = {
    "survey": N_("Survey"),
    "complaint": N_("Complaint"),
    "staff": N_("Staff"),
    "social-media": N_("Social media"),
    "interview": N_("Interview"),
    "observation": N_("Observation"),
    "other": N_("Other"),
}

# As the map's chips say it; where there is room for more: `TRUTH_TYPES_LONG`.
TRUTH_TYPES: dict[str, str] = {
    "zero": N_("zero"),
    "first": N_("first"),
    "second": N_("second"),
    "ultimate": N_("ultimate"),
    "pain": N_("pain"),
}

TRUTH_TYPES_LONG: dict[str, str] = {
    "zero": N_("Zero: before contact"),
    "first": N_("First: buying"),
    "second": N_("Second: using"),
    "ultimate": N_("Ultimate: telling others"),
    "pain": N_("Moment of pain"),
}

LEVERS: dict[str, str] = {
    "process": N_("Process"),
    "people-and-training": N_("People and training"),
    "product": N_("Product"),
    "channel": N_("Channel"),
    "technology": N_("Technology"),
    "communication": N_("Communication"),
    "personalisation": N_("Personalisation"),
    "culture": N_("Culture"),
}

STATUSES: dict[str, str] = {
    "idea": N_("Idea"),
    "planned": N_("Planned"),
    "doing": N_("In progress"),
    "done": N_("Done"),
    "dropped": N_("Dropped"),
}

METRICS: dict[str, str] = {"nps": N_("NPS"), "csat": N_("CSAT"), "ces": N_("CES"), "mean": N_("Mean")}

SURVEY_LAYOUTS: dict[str, str] = {"wide": N_("One column per question"), "long": N_("One answer per row")}

LANE_TYPES: dict[str, str] = {"text": N_("Text"), "image": N_("Image")}

IMAGE_TYPES: dict[str, str] = {
    "image/png": N_("PNG image"),
    "image/jpeg": N_("JPEG image"),
    "image/webp": N_("WebP image"),
    "image/gif": N_("GIF image"),
}

SHOWN: dict[str, str] = {
    "full": N_("Shown"),
    "tentative": N_("Few answers"),
    "withheld": N_("Withheld"),
}

# The steps of the experience pyramid; a number in the model, not a code.
EXPERIENCE_LEVELS: dict[int, str] = {
    1: N_("Informs"),
    2: N_("Solves"),
    3: N_("Answers needs"),
    4: N_("Anticipates"),
    5: N_("Is proactive"),
    6: N_("Makes life better"),
}

KINDS: dict[str, str] = {
    "journey": N_("Journey"),
    "stage": N_("Stage"),
    "channel": N_("Channel"),
    "touchpoint": N_("Touchpoint"),
    "link": N_("Link"),
    "persona": N_("Persona"),
    "emotion": N_("Emotion"),
    "pain": N_("Pain point"),
    "truth": N_("Moment of truth"),
    "action": N_("Action"),
    "note": N_("Note"),
    "image": N_("Image"),
    "lane": N_("Lane"),
    "cell": N_("Cell of a lane"),
    "wave": N_("Wave"),
    "plan": N_("Survey plan"),
    "version": N_("Second version"),
    "counts": N_("Answers counted"),
}

KINDS_MANY: dict[str, str] = {
    "journey": N_("Journeys"),
    "stage": N_("Stages"),
    "channel": N_("Channels"),
    "touchpoint": N_("Touchpoints"),
    "link": N_("Links"),
    "persona": N_("Personas"),
    "emotion": N_("Emotions"),
    "pain": N_("Pain points"),
    "truth": N_("Moments of truth"),
    "action": N_("Actions"),
    "note": N_("Notes"),
    "image": N_("Images"),
    "lane": N_("Lanes"),
    "cell": N_("Cells of lanes"),
    "wave": N_("Waves"),
    "plan": N_("Survey plans"),
    "version": N_("Second versions"),
    "counts": N_("Answers counted"),
}


def word(table: Mapping[str, str], code: str) -> str:
    """The word for a code in the current language; the code itself where the table has none (a newer program's file)."""
    return _(table.get(code, code))
