"""The colours that personas and notes are offered."""

from journeymap.language import N_

# Each can be told from the others and from the heat, and read as a line on the map's paper.
PERSONA_COLOURS: tuple[tuple[str, str], ...] = (
    ("#1B2330", N_("Ink")),
    ("#3A6EA5", N_("Blue")),
    ("#8A4FA3", N_("Violet")),
    ("#B07A1E", N_("Ochre")),
    ("#3F7D58", N_("Green")),
    ("#A34F6D", N_("Rose")),
    ("#6B4A2F", N_("Brown")),
    ("#5B6B7F", N_("Slate")),
    ("#6F7A2A", N_("Olive")),
    ("#C2602E", N_("Copper")),
    ("#2E6E8E", N_("Petrol")),
)

# Light enough for dark ink.
NOTE_COLOURS: tuple[tuple[str, str], ...] = (
    ("#FFF3C4", N_("Yellow")),
    ("#FFE1D6", N_("Apricot")),
    ("#FBDCE6", N_("Rose")),
    ("#E6E0F8", N_("Lilac")),
    ("#D9E8FB", N_("Sky")),
    ("#D8F0E3", N_("Mint")),
    ("#EEF0F4", N_("Grey")),
    ("#FFFFFF", N_("White")),
)
