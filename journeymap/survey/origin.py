"""Which survey tool wrote a file, and which of its rows the file itself calls previews or unfinished."""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from journeymap.survey.words import folded, phrases

Origin = Literal["", "qualtrics", "surveymonkey", "limesurvey", "google-forms", "typeform"]
RowReason = Literal["preview", "unfinished"]

_PREVIEW_CODES = frozenset({"1", "2", "9", "17"})  # survey preview, survey test, spam preview, offline preview
_PREVIEW = re.compile(r"preview|test|vorschau|onizleme|apercu|предпросмотр|предварительн|پیش نمایش")
_QUALTRICS_TOO = frozenset({"response set", "recorded date", "distribution channel"})
_NO = phrases("0|false|no|falsch|nein|faux|non|hayir|yanlis|нет|ложь|خیر|نادرست|falso")
_LIME_DUMMY = "1980-01-01"
_LIME_SUBMITTED = phrases("submitdate|date submitted|datum abgeschickt|abgesendet|gonderilme tarihi|дата отправки")
_LIME_LAST = phrases("lastpage|last page|letzte seite|son sayfa|последняя страница")


def origin(names: Sequence[str], aliases: Sequence[Sequence[str]], codes: Sequence[str]) -> Origin:
    """The tool that wrote the file, by its headings; "" where they don't tell."""
    if codes:
        return "qualtrics"
    known = {folded(name) for name in names} | {folded(other) for others in aliases for other in others}
    if {"response id", "finished", "start date"} <= known and known & _QUALTRICS_TOO:
        return "qualtrics"
    if {"respondent id", "collector id"} <= known:
        return "surveymonkey"
    if known & _LIME_SUBMITTED and known & _LIME_LAST:
        return "limesurvey"
    if names and names[0].strip() == "#" and "network id" in known:
        return "typeform"
    if names and folded(names[0]) in {"timestamp", "zeitstempel", "zaman damgasi", "отметка времени", "horodateur"}:
        return "google-forms"
    return ""


def row_reasons(
    by: Origin, names: Sequence[str], aliases: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]
) -> Callable[[Sequence[str]], RowReason | None]:
    """A function that says of a row whether the file itself calls it a preview or unfinished; it does so for none of an unknown file."""
    if by == "qualtrics":
        return _qualtrics(_place(names, aliases, "status"), _place(names, aliases, "finished"))
    if by == "limesurvey":
        submitted = next(
            (i for i, name in enumerate(names) if {folded(name), *map(folded, aliases[i])} & _LIME_SUBMITTED), None
        )
        # Without a date in any row the survey was not date-stamped, which says nothing of being finished.
        if submitted is not None and any(row[submitted].strip() for row in rows):
            place = submitted
            return lambda row: "unfinished" if _unsent(row[place]) else None
    return lambda row: None


def _qualtrics(status: int | None, finished: int | None) -> Callable[[Sequence[str]], RowReason | None]:
    def reason(row: Sequence[str]) -> RowReason | None:
        if status is not None:
            cell = row[status].strip()
            if cell in _PREVIEW_CODES or _PREVIEW.search(folded(cell)):
                return "preview"
        if finished is not None and folded(row[finished]) in _NO:
            return "unfinished"
        return None

    return reason


def _unsent(cell: str) -> bool:
    cell = cell.strip()
    return not cell or cell in {"N", "NULL"}


def _place(names: Sequence[str], aliases: Sequence[Sequence[str]], wanted: str) -> int | None:
    for i, name in enumerate(names):
        if wanted in {folded(name), *map(folded, aliases[i])}:
            return i
    return None
