"""The preferences as values: read from the settings, where anything odd counts as not set, and written to them."""

import base64
import binascii
from dataclasses import dataclass, replace

from journeymap.editor.appearance import SCHEME, SYSTEM, TEXT_SIZE, text_scale
from journeymap.editor.schemes import SCHEMES
from journeymap.editor.settings import Settings
from journeymap.language import N_
from journeymap.layout.map_layout import LayoutOptions
from journeymap.layout.palette import DEFAULT_PALETTE, PALETTES
from journeymap.model.journey import Journey
from journeymap.survey.overlay import HeatChoice
from journeymap.survey.score import Thresholds

LANGUAGE, AUTHOR = "language", "map/author"
PALETTE, WITHHOLD, TENTATIVE = "scores/palette", "scores/withhold", "scores/tentative"
FOOTER, LOGO = "export/footer", "export/logo"
MOST_ANSWERS = 1000


@dataclass(frozen=True, slots=True)
class Preferences:
    """`language` "" and `scheme` "system" leave it to the system; `text_size` in per cent; `logo` is a PNG file.

    From `withhold` answers on a score is shown, from `tentative` on without hatching (1 to 1,000, the first not above the second).
    """

    language: str = ""
    scheme: str = SYSTEM
    text_size: int = 100
    palette: str = DEFAULT_PALETTE
    withhold: int = Thresholds().withhold
    tentative: int = Thresholds().tentative
    author: str = ""
    footer: str = ""
    logo: bytes | None = None

    @property
    def thresholds(self) -> Thresholds:
        """From how many answers on a score is shown."""
        return Thresholds(self.withhold, self.tentative)


def read(settings: Settings) -> Preferences:
    """What is set."""
    scheme, palette = settings.text(SCHEME, SYSTEM), settings.text(PALETTE, DEFAULT_PALETTE)
    withhold = _number(settings.text(WITHHOLD), Thresholds().withhold)
    return Preferences(
        language=settings.text(LANGUAGE),
        scheme=scheme if scheme in SCHEMES else SYSTEM,
        text_size=round(text_scale(settings) * 100),
        palette=palette if palette in PALETTES else DEFAULT_PALETTE,
        withhold=withhold,
        tentative=max(withhold, _number(settings.text(TENTATIVE), Thresholds().tentative)),
        author=settings.text(AUTHOR),
        footer=settings.text(FOOTER),
        logo=_image(settings.text(LOGO)),
    )


def write(settings: Settings, preferences: Preferences) -> None:
    """Remember what is set; only what differs is written, so that only that is announced."""
    before = texts(read(settings))
    for name, text in texts(preferences).items():
        if text != before[name]:
            settings.set_text(name, text)


def texts(preferences: Preferences) -> dict[str, str]:
    """The preferences as they stand in the settings."""
    logo = preferences.logo
    return {
        LANGUAGE: preferences.language,
        SCHEME: preferences.scheme,
        TEXT_SIZE: str(preferences.text_size),
        PALETTE: preferences.palette,
        WITHHOLD: str(preferences.withhold),
        TENTATIVE: str(preferences.tentative),
        AUTHOR: preferences.author,
        FOOTER: preferences.footer,
        LOGO: base64.b64encode(logo).decode("ascii") if logo is not None else "",
    }


def first_heat(preferences: Preferences) -> HeatChoice:
    """How a map is heated when it is opened."""
    return HeatChoice(palette=preferences.palette, thresholds=preferences.thresholds)


def signed_options(options: LayoutOptions, settings: Settings) -> LayoutOptions:
    """The options of an export, with footer and logo."""
    preferences = read(settings)
    return replace(options, footer=preferences.footer, logo=preferences.logo)


def sign(journey: Journey, settings: Settings) -> None:
    """Name the author of a new map, where its template names none."""
    author = settings.text(AUTHOR)
    if author and not journey.info.author:
        with journey.edit(N_("Change author")) as edit:
            edit.update(journey.info.id, author=author)


def _number(text: str, otherwise: int) -> int:
    try:
        number = int(text)
    except ValueError:
        return otherwise
    return number if 1 <= number <= MOST_ANSWERS else otherwise


def _image(text: str) -> bytes | None:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data or None
