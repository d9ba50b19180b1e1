"""Capitals by the rules of the language that is spoken (Turkish has two letters I)."""

from PySide6.QtCore import QLocale

from journeymap.language import language


def upper(text: str) -> str:
    """The text in capitals."""
    return QLocale(language()).toUpper(text)
