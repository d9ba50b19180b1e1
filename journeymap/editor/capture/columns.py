"""Which column of a whiteboard's table holds the texts, which one says what they are, which one where. No Qt in here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.survey.words import folded, names_one_of, phrases, tokens

# The headings of such columns, as whiteboards write them in the languages of the program and their neighbours.
TEXT_NAMES = phrases(
    "text|plain text|content|contents|sticky note|sticky notes|sticky|note|notes|post it|title|card|idea|ideas|comment|"
    "message|description|label|body|touchpoint|touchpoints|text content|inhalt|notiz|notizen|haftnotiz|titel|idee|ideen|"
    "texte|contenu|idée|titre|texto|contenido|nota|notas|título|testo|contenuto|conteúdo|metin|içerik|not|notlar|"
    "yapışkan not|başlık|fikir|текст|содержание|заметка|заметки|стикер|стикеры|идея|заголовок|متن|محتوا|یادداشت|عنوان|ایده"
)
# The heading of a list without other columns; any other word there may be a note itself.
LONE_NAMES = phrases(
    "text|content|contents|sticky note|sticky notes|notes|inhalt|notizen|texte|contenu|texto|contenido|testo|contenuto|"
    "metin|içerik|notlar|текст|содержание|заметки|متن|محتوا|یادداشت‌ها"
)
TYPE_NAMES = phrases(
    "type|item type|widget type|object type|element type|kind|shape type|typ|art|tipo|tür|tip|тип|вид|نوع"
)
PLACE_NAMES = phrases(
    "stage|phase|frame|area|section|group|cluster|column|list|board section|parent|frame title|area title|section name|"
    "phase name|rahmen|bereich|abschnitt|gruppe|etappe|étape|cadre|zone|etapa|fase|aşama|bölüm|alan|çerçeve|grup|"
    "этап|фрейм|область|раздел|группа|стадия|مرحله|بخش|گروه|قاب"
)
OTHER_NAMES = phrases(
    "id|item id|widget id|uuid|url|link|links|hyperlink|color|colour|background color|bg color|farbe|couleur|renk|цвет|رنگ|"
    "x|y|position x|position y|pos x|pos y|width|height|w|h|size|rotation|author|created by|modified by|last modified by|"
    "updated by|creator|user|username|owner|autor|auteur|yazar|автор|نویسنده|created|created at|created on|modified|"
    "modified at|updated|updated at|date|time|timestamp|votes|vote count|reactions|emoji|emojis|tags|tag|number|no|count|"
    "stimmen|oy|голоса"
)
# What is on a whiteboard beside notes, by its type.
SKIPPED = phrases(
    "frame|frames|connector|connectors|line|arrow|image|picture|photo|icon|emoji|drawing|pen|stroke|area|section|embed|"
    "preview|video|document|file|board|comment|rahmen|linie|pfeil|bild|cadre|ligne|flèche|imagen|línea|marco|çerçeve|"
    "çizgi|ok|resim|görsel|рамка|фрейм|линия|стрелка|изображение|картинка|قاب|خط|پیکان|تصویر"
)
SAMPLE = 400
_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_TEXT = re.compile(
    r"#?[0-9a-f]{6,8}|#[0-9a-f]{3}|https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\S+"
    r"|\d{4}-\d\d-\d\d.*|[0-9a-f]{8}-[0-9a-f-]{20,}|true|false|rgba?\(.*\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers of columns. `text` None: every cell is a text of its own; `type` and `place` None: there is no such column."""

    text: int | None
    type: int | None = None
    place: int | None = None


def is_heading(row: Sequence[str]) -> bool:
    """Whether a row names columns: one of them is known, and none holds a sentence."""
    filled = [cell for cell in row if cell.strip()]
    known = TEXT_NAMES | TYPE_NAMES | PLACE_NAMES if len(row) > 1 else LONE_NAMES
    return bool(filled) and all(len(cell) <= 40 for cell in filled) and any(folded(cell) in known for cell in filled)


def find_columns(names: Sequence[str], body: Sequence[Sequence[str]]) -> Columns:
    """The columns by their headings and by what stands in them; without headings every cell may be a note."""
    width = len(names)
    values = [[row[place] for row in body[:SAMPLE] if row[place].strip()] for place in range(width)]
    readable = [text_share(cells) for cells in values]
    if width <= 1:
        return Columns(0 if width else None)
    if not any(name.strip() for name in names):
        texts = [place for place in range(width) if readable[place] > 0.6 and not _repeats(values[place])]
        return Columns(None if len(texts) > 1 else texts[0] if texts else None)
    kind = _named(names, TYPE_NAMES)
    place = _named(names, PLACE_NAMES)
    free = [column for column in range(width) if column not in (kind, place)] or list(range(width))
    best = max(free, key=lambda column: _worth(names[column], values[column], readable[column], len(body)))
    return Columns(best, kind, place)


def text_share(cells: Sequence[str]) -> float:
    """How much of these cells is words: not numbers, colours, links, dates or ids."""
    return sum(map(is_text, cells)) / len(cells) if cells else 0.0


def is_text(cell: str) -> bool:
    """Whether a cell holds words that somebody wrote."""
    cell = cell.strip()
    if not _WORD.search(cell) or _NO_TEXT.fullmatch(cell):
        return False
    # An id is one word of letters and digits mixed.
    return " " in cell or not (len(cell) >= 8 and re.search(r"\d", cell) and cell.isascii())


def is_skipped(type: str) -> bool:
    """Whether a type is that of a frame, a connector, an image, and so no note."""
    return names_one_of(tokens(type), SKIPPED)


def _named(names: Sequence[str], known: frozenset[str]) -> int | None:
    return next((place for place, name in enumerate(names) if folded(name) in known), None)


def _repeats(cells: Sequence[str]) -> bool:
    """Whether a column says the same few things again and again: colours, names of persons."""
    return len(cells) >= 4 and len(set(cells)) <= 0.5 * len(cells)


def _worth(name: str, cells: Sequence[str], readable: float, rows: int) -> float:
    """How likely a column holds the texts: by its name, by how much of it is words, how many, and how different they are."""
    folded_name = folded(name)
    named = 1.0 if folded_name in TEXT_NAMES else -1.0 if folded_name in OTHER_NAMES else 0.0
    if not cells:
        return named - 2
    words = sum(len(cell.split()) for cell in cells) / len(cells)
    distinct = len(set(cells)) / len(cells)
    return named + readable * (0.4 + 0.6 * distinct) * (0.5 + min(words, 8) / 8) + 0.5 * len(cells) / max(rows, 1)
