"""What a terminal is known not to show, by what it is sent and what it calls itself."""

from __future__ import annotations

import os
from collections.abc import Mapping

_WITHOUT_SIGNS = ("linux", "ansi", "vt")
"""What ``$TERM`` starts with where fonts are known to lack the signs: consoles, serial lines."""


def is_utf8(encoding: str) -> bool:
    """Return whether an encoding's name means UTF-8."""
    return encoding.lower().replace("-", "") == "utf8"


def lacks_signs(encoding: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a terminal that is sent ``encoding`` is known not to show our signs.

    The application then draws them in ASCII without being asked.
    """
    term = environment.get("TERM", "")
    return not is_utf8(encoding) or term.startswith(_WITHOUT_SIGNS)
