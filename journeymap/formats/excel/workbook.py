"""The Excel workbook of a map: the map itself, and a table of each kind of element."""

from collections.abc import Sequence

from journeymap.formats.excel.book import MADE, Book
from journeymap.formats.excel.column import Sheet
from journeymap.formats.excel.columns_findings import action_columns, pain_columns, truth_columns
from journeymap.formats.excel.columns_scores import all_score_columns
from journeymap.formats.excel.columns_structure import (
    emotion_columns,
    emotion_rows,
    link_columns,
    link_rows,
    persona_columns,
    stage_columns,
    touchpoint_columns,
)
from journeymap.formats.excel.facts import Facts
from journeymap.formats.excel.fit import Fit
from journeymap.formats.excel.map_grid import map_grid
from journeymap.formats.excel.map_sheet import write_map
from journeymap.formats.excel.safe import safe_text, sheet_names
from journeymap.formats.excel.tables import write_table
from journeymap.language import N_, _, is_right_to_left
from journeymap.layout.text import Measure, RoughMeasure
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.survey.overlay import all_scores
from journeymap.survey.score import Overlay, Score, Thresholds
from journeymap.survey.task import Progress, StopAsked, tick

SHEETS: tuple[Sheet, ...] = (
    Sheet("Stages", N_("Stages"), lambda facts: facts.journey.stages, stage_columns),
    Sheet("Touchpoints", N_("Touchpoints"), lambda facts: facts.in_order, touchpoint_columns),
    Sheet("Links", N_("Links"), link_rows, link_columns),
    Sheet("PainPoints", N_("Pain points"), lambda facts: facts.journey.all(PainPoint), pain_columns),
    Sheet("MomentsOfTruth", N_("Moments of truth"), lambda facts: facts.journey.all(MomentOfTruth), truth_columns),
    Sheet("Actions", N_("Actions"), lambda facts: facts.journey.all(Action), action_columns),
    Sheet("Personas", N_("Personas"), lambda facts: facts.journey.all(Persona), persona_columns),
    Sheet("Emotions", N_("Emotions"), emotion_rows, emotion_columns, always=False),
)


def make_workbook(
    journey: Journey,
    overlay: Overlay,
    measure: Measure | None,
    palette: str,
    thresholds: Thresholds,
    cancelled: StopAsked | None,
    progress: Progress | None,
) -> bytes:
    """What `write_excel` does, once openpyxl is loaded."""
    tick(0.0, progress, cancelled)
    facts = Facts(journey, overlay, palette, thresholds)
    grid = map_grid(journey)
    book = Book(is_right_to_left(journey.info.language), cancelled)
    scores = all_scores(journey, thresholds)
    tables = [sheet for sheet in SHEETS if sheet.always or sheet.rows(facts)]
    tables.append(_scores_sheet(scores))
    names = sheet_names([_("Map"), *(_(table.title) for table in tables)])

    map_sheet = book.sheet(names[0])
    missing = 0
    for place, (table, name) in enumerate(zip(tables, names[1:], strict=True), 1):
        missing += write_table(book, book.sheet(name), table, facts)
        tick(0.6 * place / len(tables), progress, cancelled)
    # The map comes last, because it says at its foot what had to be cut.
    write_map(book, map_sheet, grid, facts, Fit(measure or RoughMeasure()), missing)
    properties = book.workbook.properties
    properties.title = safe_text(journey.info.title).text
    properties.creator = safe_text(journey.info.author).text or "Journeymap"
    properties.created = properties.modified = MADE
    tick(0.7, progress, cancelled)
    data = book.to_bytes()
    tick(1.0, progress, cancelled)
    return data


def _scores_sheet(scores: Sequence[Score]) -> Sheet:
    return Sheet("Scores", N_("Scores"), lambda facts: scores, all_score_columns)
