"""The forms of the inspector, one for each kind of element: tables of fields."""

from journeymap import words
from journeymap.editor.inspector.colours import NOTE_COLOURS, PERSONA_COLOURS
from journeymap.editor.inspector.specs import Entry, FieldSpec, Fold, Part, Row
from journeymap.language import N_
from journeymap.model.content import Lane, Note
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.people import Persona
from journeymap.model.record import Record
from journeymap.model.structure import Channel, JourneyInfo, Link, Stage, Touchpoint

LEVELS = words.EXPERIENCE_LEVELS
RENAME = N_("Rename")


def _title(hint: str) -> FieldSpec:
    return FieldSpec("title", N_("Title"), "heading", RENAME, hint=hint, shared=False)


LANGUAGES: dict[str, str] = {
    "en": N_("English"),
    "ar": N_("Arabic"),
    "de": N_("German"),
    "es": N_("Spanish"),
    "fa": N_("Persian"),
    "fr": N_("French"),
    "ru": N_("Russian"),
    "tr": N_("Turkish"),
}

JOURNEY: tuple[Entry, ...] = (
    _title(N_("Title of the map")),
    FieldSpec("client", N_("Client"), "line", N_("Change client")),
    FieldSpec("scope", N_("What the customer wants to get done"), "text", N_("Change scope")),
    Row(
        (
            FieldSpec("version", N_("Version"), "choice", N_("Change version"), words.VERSIONS),
            FieldSpec("period", N_("Period"), "line", N_("Change period"), hint=N_("e.g. autumn 2026")),
        )
    ),
    Row(
        (
            FieldSpec("author", N_("Author"), "line", N_("Change author")),
            FieldSpec("drawn", N_("Drawn on"), "line", N_("Change date")),
        )
    ),
    FieldSpec("language", N_("Language of the map"), "choice", N_("Change language"), LANGUAGES),
    Fold(
        "lanes",
        N_("Lanes and cards"),
        (
            Part("lanes"),
            FieldSpec("full_text", N_("Full text on cards"), "switch", N_("Change text on cards")),
            FieldSpec("marks", N_("Marks on cards"), "switch", N_("Change marks on cards")),
        ),
    ),
)

STAGE: tuple[Entry, ...] = (
    _title(N_("Name of the stage")),
    FieldSpec("goal", N_("What the customer wants here"), "line", N_("Change goal")),
    FieldSpec("company_goal", N_("What the company wants here"), "line", N_("Change company goal")),
    FieldSpec("target", N_("Target score, in the unit of the survey"), "number", N_("Change target"), hint=N_("none")),
    Part("pains", N_("Pain points")),
    Part("truths", N_("Moments of truth")),
    Part("actions", N_("Actions")),
    FieldSpec("note", N_("Note"), "text", N_("Change note")),
    FieldSpec("tags", N_("Tags"), "tags", N_("Change tags"), hint=N_("parted by commas")),
)

CHANNEL: tuple[Entry, ...] = (
    _title(N_("Name of the channel")),
    FieldSpec("type", N_("Kind of channel"), "choice", N_("Change kind of channel"), words.CHANNEL_TYPES),
)

TOUCHPOINT: tuple[Entry, ...] = (
    _title(N_("Name of the touchpoint")),
    Row(
        (
            FieldSpec("stage", N_("Stage"), "stage", N_("Move card")),
            FieldSpec("channel", N_("Channel"), "channel", N_("Move card")),
        )
    ),
    FieldSpec("does", N_("What the customer does"), "text", N_("Change what the customer does")),
    FieldSpec("thinks", N_("Thinks, says"), "text", N_("Change what the customer thinks")),
    FieldSpec("expects", N_("Expects"), "text", N_("Change what the customer expects")),
    Part("emotions", N_("Emotion")),
    Row(
        (
            FieldSpec("owner", N_("Owner"), "line", N_("Change owner")),
            FieldSpec(
                "experience_level",
                N_("Level of experience"),
                "choice",
                N_("Change level of experience"),
                numbers=LEVELS,
                none=N_("not set"),
            ),
        )
    ),
    Part("pains", N_("Pain points")),
    Part("truths", N_("Moments of truth")),
    Part("actions", N_("Actions")),
    Fold(
        "backstage",
        N_("Behind the scenes"),
        (
            FieldSpec("front_stage", N_("Staff, in sight of the customer"), "text", N_("Change front stage")),
            FieldSpec("back_stage", N_("Staff, out of sight"), "text", N_("Change back stage")),
            FieldSpec("systems", N_("Systems"), "text", N_("Change systems")),
            FieldSpec("process", N_("Process"), "text", N_("Change process")),
            FieldSpec(
                "physical_evidence", N_("What the customer sees and holds"), "text", N_("Change physical evidence")
            ),
        ),
    ),
    Fold(
        "more",
        N_("More"),
        (
            FieldSpec(
                "share", N_("Share of customers who pass here"), "share", N_("Change share"), hint=N_("not known")
            ),
            FieldSpec("tags", N_("Tags"), "tags", N_("Change tags"), hint=N_("parted by commas")),
        ),
    ),
    Fold(
        "senses",
        N_("Senses"),
        (
            FieldSpec("senses.sight", N_("Sight"), "line", N_("Change senses")),
            FieldSpec("senses.sound", N_("Sound"), "line", N_("Change senses")),
            FieldSpec("senses.smell", N_("Smell"), "line", N_("Change senses")),
            FieldSpec("senses.touch", N_("Touch"), "line", N_("Change senses")),
            FieldSpec("senses.taste", N_("Taste"), "line", N_("Change senses")),
        ),
        physical=True,
    ),
)

LINK: tuple[Entry, ...] = (
    Part("ends", N_("From and to")),
    FieldSpec("type", N_("Kind of link"), "choice", N_("Change kind of link"), words.LINK_TYPES),
    FieldSpec("label", N_("Label"), "line", N_("Change label")),
    FieldSpec("share", N_("Share of customers who go this way"), "share", N_("Change share"), hint=N_("not known")),
    Part("pains", N_("Pain points")),
)

PAIN: tuple[Entry, ...] = (
    _title(N_("What hurts")),
    FieldSpec("severity", N_("Severity: 1 a nuisance, 5 they leave"), "steps", N_("Change severity")),
    Row(
        (
            FieldSpec("category", N_("Category"), "choice", N_("Change category"), words.PAIN_CATEGORIES),
            FieldSpec(
                "frequency", N_("How often"), "choice", N_("Change frequency"), words.FREQUENCIES, none=N_("not known")
            ),
        )
    ),
    FieldSpec(
        "own_category", N_("Category in your words"), "line", N_("Change category"), only_if=("category", "other")
    ),
    Part("places", N_("Where it hurts")),
    Part("evidence", N_("Evidence")),
    Part("actions", N_("Actions")),
)

TRUTH: tuple[Entry, ...] = (
    _title(N_("What is decided here")),
    FieldSpec("type", N_("Kind"), "choice", N_("Change kind of moment"), words.TRUTH_TYPES_LONG),
    FieldSpec("weight", N_("Weight"), "steps", N_("Change weight")),
    FieldSpec("why", N_("Why the customer decides here"), "text", N_("Change reason")),
    Part("places", N_("Where")),
)

ACTION: tuple[Entry, ...] = (
    _title(N_("What will be done")),
    Row(
        (
            FieldSpec("status", N_("Status"), "choice", N_("Change status"), words.STATUSES),
            FieldSpec("lever", N_("Lever"), "choice", N_("Change lever"), words.LEVERS),
        )
    ),
    Row(
        (
            FieldSpec("owner", N_("Owner"), "line", N_("Change owner")),
            FieldSpec("due", N_("Due"), "date", N_("Change due date"), hint=N_("no date")),
        )
    ),
    FieldSpec("effort", N_("Effort"), "steps", N_("Change effort"), none=N_("not known")),
    FieldSpec("impact", N_("Impact"), "steps", N_("Change impact"), none=N_("not known")),
    Row(
        (
            FieldSpec("gain", N_("Expected gain"), "number", N_("Change gain"), hint=N_("not known")),
            FieldSpec("cost", N_("Cost"), "line", N_("Change cost")),
        )
    ),
    Part("answers", N_("Answers")),
    Part("action-channels", N_("Channels")),
)

PERSONA: tuple[Entry, ...] = (
    _title(N_("Name of the persona")),
    FieldSpec("line", N_("In one line"), "line", N_("Change description"), hint=N_("age, role, situation")),
    FieldSpec("goals", N_("Goals"), "text", N_("Change goals")),
    FieldSpec("quote", N_("Quote"), "text", N_("Change quote")),
    Part("picture", N_("Picture")),
    FieldSpec("colour", N_("Colour"), "colour", N_("Change colour"), dict(PERSONA_COLOURS)),
    FieldSpec(
        "segment", N_("Segment in the survey"), "segment", N_("Change segment"), hint=N_("stands for nobody yet")
    ),
    Part("segment-heat"),
    Part("path", N_("Path")),
)

NOTE: tuple[Entry, ...] = (
    FieldSpec("text", N_("Text"), "text", N_("Edit note")),
    FieldSpec("colour", N_("Colour"), "colour", N_("Change colour"), dict(NOTE_COLOURS)),
    FieldSpec("width", N_("Width on the map"), "width", N_("Change width")),
    Part("note-picture", N_("Picture")),
)

LANE: tuple[Entry, ...] = (
    _title(N_("Name of the lane")),
    FieldSpec("type", N_("What stands in it"), "choice", N_("Change kind of lane"), words.LANE_TYPES),
    Part("lane-place"),
    Part("lane-cells"),
)

FORMS: dict[type[Record], tuple[Entry, ...]] = {
    JourneyInfo: JOURNEY,
    Stage: STAGE,
    Channel: CHANNEL,
    Touchpoint: TOUCHPOINT,
    Link: LINK,
    PainPoint: PAIN,
    MomentOfTruth: TRUTH,
    Action: ACTION,
    Persona: PERSONA,
    Note: NOTE,
    Lane: LANE,
}
