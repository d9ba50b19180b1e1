"""The child process that opens spreadsheets: a crafted file can abort or hang the reader, and then only this process goes.

It is run by its path, with Python's own libraries and python-calamine alone: bytes on stdin, lines of JSON on stdout.
First `{"sheets": [...], "sheet": name}`, then one list of texts a row, then `{"rows": n}`; or `{"error": code, ...}`.
"""

import datetime
import io
import json
import sys
from collections.abc import Iterator
from typing import Any

_MAX_TEXT = 400_000_000  # characters of all answers together


def main(order: dict[str, Any]) -> None:
    """Answer one order: `sheet` (name or None: the first with at least two rows), limits, `path` to import from."""
    sys.path[:] = order["path"]
    import python_calamine

    _limit_this_process(order["memory"], order["seconds"])
    try:
        for line in _answer(python_calamine, sys.stdin.buffer.read(), order):
            sys.stdout.write(json.dumps(line) + "\n")
    except BaseException as error:  # a panic of the reader is a BaseException
        password = isinstance(error, python_calamine.PasswordError)
        sys.stdout.write(
            json.dumps({"error": "password" if password else "damaged", "detail": str(error)[:200]}) + "\n"
        )
    sys.stdout.flush()


def _limit_this_process(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's time limit and the limits on rows remain
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(calamine: Any, data: bytes, order: dict[str, Any]) -> Iterator[object]:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    kinds = calamine.SheetTypeEnum
    visible = calamine.SheetVisibleEnum.Visible
    metadata = [sheet for sheet in book.sheets_metadata if sheet.typ == kinds.WorkSheet]
    names = [sheet.name for sheet in metadata]
    if order["sheet"] is not None:
        wanted = [order["sheet"]]
        if wanted[0] not in names:
            yield {"error": "no-sheet", "sheets": names}
            return
    else:
        wanted = [sheet.name for sheet in metadata if sheet.visible == visible] or names
    for place, name in enumerate(wanted):
        sheet = book.get_sheet_by_name(name)
        height, width = sheet.total_height, sheet.total_width
        if height > order["rows"] or width > order["columns"] or height * width > order["cells"]:
            yield {"error": "too-large", "sheet": name, "rows": height, "columns": width}
            return
        if place + 1 < len(wanted) and sheet.height < 2:
            continue  # an empty sheet or a title page
        yield {"sheets": names, "sheet": name}
        yield from _rows(sheet)
        return
    yield {"error": "empty", "sheets": names}


def _rows(sheet: Any) -> Iterator[object]:
    n = size = 0
    for row in sheet.iter_rows():
        texts = [_text(value) for value in row]
        n += 1
        size += sum(map(len, texts))
        if size > _MAX_TEXT:
            raise MemoryError("too much text")
        yield texts
    yield {"rows": n}


def _text(value: object) -> str:
    """A cell as a person would write it into a text file: 9, 4.5, 2026-07-18, 2026-07-18 09:05:14, TRUE."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.replace(microsecond=0).isoformat(" ")
    return str(value)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
