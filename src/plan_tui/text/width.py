"""How many terminal columns text takes, and text cut or filled to a number of columns.

Wide and full-width characters take 2 columns, combining ones and controls 0, all others 1;
characters of ambiguous width (``①``, ``※``) count as 1, as terminals draw them by default.
"""

from __future__ import annotations

_NO_WIDTH = frozenset(("Mn", "Me", "Cf", "Cc"))
CUT = "⋯"
"""Shows that text goes on; unlike ``…``, which is printed too, its width is certain."""


class _Columns(dict[str, int]):
    """Character → the columns that it takes; few of all characters occur."""

    def __missing__(self, character: str) -> int:
        columns = self[character] = _columns_of(character)
        return columns


def _columns_of(character: str) -> int:
    if "一" <= character <= "鿿":
        return 2  # a kanji
    if character.isascii():
        return 1 if character.isprintable() else 0
    import unicodedata

    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


COLUMNS = _Columns()
char_width = COLUMNS.__getitem__
"""Gives the columns that one character takes: 0, 1 or 2."""


def width(text: str) -> int:
    """Return the columns that ``text``, one line, takes."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(char_width, text))


def pad(text: str, columns: int) -> str:
    """Return ``text`` with blanks after it, so that it takes at least ``columns``."""
    return text + " " * max(0, columns - width(text))


def cut(text: str, columns: int) -> str:
    """Return as much of ``text`` as fits in ``columns``, with `CUT` where it was cut."""
    if width(text) <= columns:
        return text
    fitting, used = "", 0
    for character in text:
        used += char_width(character)
        if used > columns - 1:
            break
        fitting += character
    return fitting + CUT if columns > 0 else ""
