"""Which language this user's system speaks."""

import locale
import os
from collections.abc import Mapping


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """A code such as `tr` or `pt_BR` from the environment (as gettext reads it), or from the system; `en` where none is said."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            first = value.split(":")[0].split(".")[0].split("@")[0]
            return "en" if first in ("C", "POSIX", "") else first
    try:
        found = locale.getlocale()[0]
    except ValueError:
        found = None
    return found if found and found.isascii() and found[:1].islower() else "en"
