"""What the application needs of a terminal, and which lack its signs, by encoding and ``$TERM``."""

from __future__ import annotations

import os

LEAST_COLUMNS, LEAST_LINES = 60, 20
"""The smallest terminal that the screens are designed and tested for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

_JAPANESE = "計画"

_WITHOUT_SIGNS = ("linux", "ansi", "vt")
"""What ``$TERM`` starts with where fonts are known to lack the signs: consoles, serial lines."""


def send_japanese(stream: TextIO) -> None:
    """Let a stream send UTF-8 if its encoding has no Japanese.

    Such an encoding (ASCII, Latin-1) comes of a locale such as C, which says nothing of what the
    terminal shows.
    """
    try:
        _JAPANESE.encode(stream.encoding)
    except (UnicodeEncodeError, LookupError, TypeError):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors=stream.errors)


def is_utf8(encoding: str) -> bool:
    """Return whether an encoding's name means UTF-8."""
    return encoding.lower().replace("-", "") == "utf8"


def lacks_signs(encoding: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a terminal is known to lack the signs that the application draws.

    ``encoding`` is that of the stream to it. The application then draws the signs in ASCII.
    """
    term = environment.get("TERM", "")
    return not is_utf8(encoding) or term.startswith(_WITHOUT_SIGNS)
