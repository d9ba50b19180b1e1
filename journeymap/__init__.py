"""Journeymap: customer journey maps with measured scores, on one laptop."""

from journeymap.model.journey import Journey
from journeymap.version import __version__

__all__ = ["Journey", "__version__"]
