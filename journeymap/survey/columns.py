"""What a column is by its name: a person's data, the survey tool's own, a respondent, a date, a segment, groups of NPS."""

import re
from collections.abc import Sequence

from journeymap.survey.words import names_one_of, phrases, starts_one_of, stems, tokens

PERSONAL = phrases(
    "ip|ip address|ipaddr|ip adresse|ip adresi|ip адрес|email|e mail|mail|email address|eposta|e posta|эл почта|почта|ایمیل|"
    "first name|last name|full name|surname|nachname|vorname|name|names|customer name|user name|username|author|author name|"
    "ad|soyad|ad soyad|adi|soyadi|isim|имя|фамилия|фио|отчество|автор|نام|نام خانوادگی|نویسنده|nom|prenom|nombre|apellido|"
    "phone|phone number|telephone|telefon|telefon numarasi|mobile|cell|gsm|телефон|تلفن|موبایل|شماره تماس|"
    "latitude|longitude|location latitude|location longitude|location accuracy|breitengrad|langengrad|lat|lon|lng|"
    "address|street|zip|zip code|postcode|postal code|adresse|plz|adres|адрес|индекс|آدرس|کد پستی|"
    "birth date|date of birth|birthday|geburtsdatum|dogum tarihi|дата рождения|تاریخ تولد|"
    "external reference|external data reference|recipient|recipient email|recipient first name|recipient last name|"
    "contact information|passport|tc kimlik|kimlik no|national id|iban|card number|کد ملی"
)
_NOT_PERSONAL = phrases(
    "product name|shop name|store name|airline name|lounge name|brand name|company name|airport name"
)

TECHNICAL = phrases(
    "status|progress|finished|duration|duration in seconds|distribution channel|user language|collector id|network id|"
    "response set|last page|lastpage|start language|startlanguage|seed|token|refurl|referring url|referrer|datestamp|"
    "interview time|interviewtime|group time|recorded date|total time|seconds|browser|device|operating system|user agent|"
    "custom data|custom data 1|language|response type|ending|tags|version|session|session id|collector|url|link|"
    "aktueller stand|beendet|dauer|antworttyp|row|index|row number|sira|sira no|nr|no|№|п п|ردیف"
)
_TECHNICAL_NAME = re.compile(r"(?:^id$|_id$|[a-z]Id$|[a-z]ID$|^#$|^V\d{1,2}$|^groupTime\d+$|^Unnamed)")

_RESPONDENT = (
    phrases(
        "respondent|respondent id|respondent no|response id|responseid|respondent key|participant|participant id|teilnehmer|"
        "antwort id|teilnehmer id|katilimci|katilimci id|katilimci no|yanit id|респондент|id респондента|номер респондента|"
        "پاسخ دهنده|شناسه پاسخ دهنده|پاسخگو|repondant|encuestado"
    ),
    phrases(
        "customer id|customer|user id|client id|person id|contact id|member id|kunde|kunden id|kundennummer|musteri no|"
        "musteri id|kullanici id|id клиента|клиент id|id пользователя|شناسه مشتری|شناسه کاربر|comment id|review id|external id"
    ),
    phrases("id"),
)
_DATE = phrases(
    "date|submit date|submitdate|date submitted|submitted|end date|enddate|recorded date|timestamp|time stamp|response date|"
    "review date|answered|answered on|completed|completed at|created at|start date|startdate|date started|datum|enddatum|"
    "erfassungsdatum|zeitstempel|tarih|yanit tarihi|zaman damgasi|дата|дата ответа|отметка времени|дата отзыва|تاریخ|"
    "تاریخ پاسخ|زمان ثبت|fecha|marca temporal|horodateur|date visit|survey date|stage date"
)
_SEGMENT = phrases(
    "segment|customer segment|customer type|customer group|group|persona|cohort|region|type of customer|client type|"
    "target group|membership|tier|category of customer|type traveller|traveller type|kundensegment|kundengruppe|kundentyp|"
    "gruppe|zielgruppe|musteri segmenti|musteri tipi|musteri grubu|grup|bolge|сегмент|тип клиента|группа|регион|категория клиента|"
    "بخش|گروه|نوع مشتری|گروه مشتری|منطقه|segmento|region cliente|type de client|groupe"
)
QUESTION_COLUMN = stems(
    "question|touchpoint|touch point|topic|item|stage|step|contact point|moment|frage|kontaktpunkt|schritt|soru|temas|adim|asama|"
    "вопрос|точка|этап|шаг|سوال|پرسش|نقطه تماس|مرحله|pregunta|etape"
)
VALUE_COLUMN = stems(
    "score|rating|value|answer|response|points|grade|mark|stars|result|nps|csat|ces|punkte|wert|antwort|bewertung|note|"
    "puan|cevap|yanit|deger|skor|оценка|балл|ответ|значение|рейтинг|امتیاز|نمره|پاسخ|مقدار|puntuacion|valor"
)
_GROUPS = re.compile(r"(?:nps[ _]?group|nps[ _]?(?:dpp|category|kategorie|type)|_NPS_SCORE)$", re.IGNORECASE)
_GROUP_WORDS = phrases(
    "promoter|passive|detractor|promoters|passives|detractors|passiver|kritiker|indifferente|neutral|destekci|pasif|"
    "kotuleyen|промоутер|нейтрал|критик|детрактор|مروج|منفعل|بدگو|passively satisfied"
)


def is_personal(name: str) -> bool:
    """Whether a column holds what tells who a person is; such columns are never proposed as questions."""
    words = tokens(name)
    line = " ".join(words)
    if line in _NOT_PERSONAL:
        return False
    return line in PERSONAL or (len(words) <= 4 and names_one_of(words, _PERSONAL_WITHIN))


_PERSONAL_WITHIN = phrases(
    "ip address|ipaddr|email|e mail|eposta|e posta|first name|last name|full name|surname|phone|telefon|latitude|longitude|"
    "ایمیل|تلفن|телефон|фамилия|recipient|نام خانوادگی|soyad"
)


def is_technical(name: str) -> bool:
    """Whether a column is the survey tool's own book-keeping: ids, progress, durations, time stamps."""
    return _TECHNICAL_NAME.search(name.strip()) is not None or " ".join(tokens(name)) in TECHNICAL or is_date(name)


def is_date(name: str) -> bool:
    """Whether a column is named as a date is."""
    words = tokens(name)
    return " ".join(words) in _DATE or (
        len(words) <= 4 and words[:2] in {("stage", "date"), ("start", "date"), ("submit", "date")}
    )


def is_segment(name: str) -> bool:
    """Whether a column is named as a segment of customers is."""
    return " ".join(tokens(name)) in _SEGMENT


def respondent_rank(name: str) -> int | None:
    """How surely a column tells respondents apart, 0 the surest; None where it does not look so."""
    line = " ".join(tokens(name))
    for rank, names in enumerate(_RESPONDENT):
        if line in names:
            return rank
    return 0 if name.strip() == "#" else None


def is_nps_group(name: str, values: Sequence[str] = ()) -> bool:
    """Whether a column holds promoter, passive, detractor (as words, 1 to 3 or ±100) beside the answers themselves."""
    if _GROUPS.search(name.strip()):
        return True
    words = {" ".join(tokens(value)) for value in values if value.strip()}
    return bool(words) and len(words) <= 4 and words <= _GROUP_WORDS


def looks_like(name: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a word of a column's name begins with one of these stems."""
    return starts_one_of(tokens(name), beginnings)
