"""A pasted text of several lines as one query."""

from __future__ import annotations

import re
import unicodedata

from plan_tui.query.grammar import is_filter

_WIDE = frozenset("WFH")
"""East Asian widths of the characters that Japanese is written with."""
_BROKEN = re.compile(r"\w[-‐\u00ad]\Z")


def in_one_line(text: str) -> str:
    """Return a text without its line breaks, of which none stands within a Japanese word.

    They fall away with the indentation beside them where Japanese goes on, and become one blank
    between words of other scripts and before and after a filter. All other blanks become spaces,
    and what cannot be printed is dropped.
    """
    first, *others = text.strip("\r\n").splitlines() or [""]
    joined = _blanks(first)
    for line in others:
        joined = _joined(joined.rstrip(), _blanks(line).strip())
    return "".join(character for character in joined if character.isprintable())


def _blanks(line: str) -> str:
    return "".join(" " if character.isspace() else character for character in line)


def _joined(before: str, after: str) -> str:
    if not before or not after or _BROKEN.search(before):
        return before + after
    parted = not (_is_wide(before[-1]) or _is_wide(after[0]))
    parted = parted or is_filter(before.split()[-1]) or is_filter(after.split()[0])
    return f"{before} {after}" if parted else before + after


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in _WIDE
