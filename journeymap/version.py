"""The program's version; read by the build as well, so nothing else stands here."""

__version__ = "0.1.0"
