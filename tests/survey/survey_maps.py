"""Maps and tables for the tests of surveys."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from journeymap import Journey
from journeymap.model.measures import Counts, Metric, Plan, Question, Scale, Wave
from journeymap.model.record import Record, make
from journeymap.model.structure import Channel, JourneyInfo, Stage, Touchpoint
from journeymap.survey.reading import Reading, Table

WASHING: Mapping[str, Sequence[str]] = {
    "Awareness": ("Sees video ad", "Reads reviews", "Tries it in the store"),
    "Purchase": ("Compares and adds to basket", "Pays and picks a slot", "Asks about installation"),
    "Delivery": ("Tracks the delivery", "Waits on the day", "Courier installs it"),
    "Use": ("First wash", "Gets care tips in the app"),
    "After-sales": ("Reports a fault", "Technician visits", "Tells friends"),
}


def a_map(stages: Mapping[str, Sequence[str]] | None = None, title: str = "Buying a washing machine") -> Journey:
    """A map whose ids are `s0`, `s1` for stages and `t0`, `t1` for touchpoints, counted over the whole map."""
    stages = WASHING if stages is None else stages
    records: list[Record] = [make(JourneyInfo, title=title), make(Channel, id="c", title="Everywhere")]
    n = 0
    for i, (stage, touchpoints) in enumerate(stages.items()):
        records.append(make(Stage, id=f"s{i}", title=stage, order=float(i)))
        for place, touchpoint in enumerate(touchpoints):
            fields = {"stage": f"s{i}", "channel": "c", "order": float(place)}
            records.append(make(Touchpoint, id=f"t{n}", title=touchpoint, **fields))
            n += 1
    return Journey(records=records)


def a_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], name: str = "survey.csv", decimal: str = "."
) -> Table:
    """A table as if it had been read."""
    reading = Reading("csv", "utf-8", ",", 1, decimal)
    cells = [tuple(row) for row in rows]
    return Table(tuple(columns), cells, reading, name=name, labels=("",) * len(columns), aliases=((),) * len(columns))


def question(name: str, target: str, metric: Metric = "nps", scale: Scale = (0.0, 10.0), good: bool = True) -> Question:
    """One line of a plan."""
    return Question(question=name, target=target, metric=metric, scale=scale, high_is_good=good)


def a_plan(*questions: Question, **fields: object) -> Plan:
    """A plan of these questions, wide unless said otherwise."""
    return make(Plan, questions=questions, **fields)


def counts(target: str, values: Mapping[float, int] | Mapping[int, int], wave: str = "w", **fields: object) -> Counts:
    """Counts of a target, NPS unless said otherwise."""
    wanted: dict[str, object] = {"metric": "nps", "scale": (0.0, 10.0), **fields}
    return make(
        Counts,
        target=target,
        wave=wave,
        values=tuple(sorted((float(value), n) for value, n in values.items())),
        **wanted,
    )


def with_counts(journey: Journey, *found: Counts, waves: Sequence[Wave] = ()) -> Journey:
    """The map with these counts, and the waves (one called Autumn 2026 where none are given)."""
    all_waves = list(waves) or [make(Wave, id="w", title="Autumn 2026", source="survey.csv")]
    return Journey(records=[*journey.records.values(), *all_waves, *found])


def write(folder: Path, text: str | bytes, name: str = "survey.csv", encoding: str = "utf-8") -> Path:
    """A file of this text."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


def workbook_of(rows: str, dimension: str = "A1:B2") -> bytes:
    """A spreadsheet made by hand, with these rows as XML."""
    office = "http://schemas.openxmlformats.org"
    relations = f"{office}/officeDocument/2006/relationships"
    main = f"{office}/spreadsheetml/2006/main"
    package = f"{office}/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}">'
        '<sheets><sheet name="Answers" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><dimension ref="{dimension}"/>'
        f"<sheetData>{rows}</sheetData></worksheet>",
    }
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
