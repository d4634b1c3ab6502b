"""Bars, plain or stacked, of characters whose width is certain; the digits stand beside them."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.text.record import record
from plan_tui.tui.render.line import Piece, columns_of, fit

BLOCK = "▬"
"""Fills a bar; the usual block characters are one column wide in some terminals, two in others."""
EDITION_SIGNS = "▬▪▮▰▯▱◘❖"
"""A sign for each edition, by its order in time; colour never tells them apart alone."""
_FURTHER_SIGN = "▭"
"""The sign of all editions beyond those: their names alone tell them apart."""


def sign_of(ordinal: int) -> str:
    """Return the sign of an edition in bars; ``ordinal`` from 1."""
    return EDITION_SIGNS[ordinal - 1] if ordinal <= len(EDITION_SIGNS) else _FURTHER_SIGN


@record
class BarPart:
    """One stretch of a bar."""

    count: int
    """How many things it stands for."""
    sign: str
    """The character that fills it, one column wide."""
    role: str


def bar(rate: float, most: float, columns: int) -> str:
    """Return a bar of ``columns`` × ``rate`` / ``most``, at least one; none for 0."""
    if rate <= 0 or most <= 0:
        return ""
    return BLOCK * max(1, round(columns * rate / most))


def count_bar(number: int, most: int, columns: int) -> str:
    """Return a bar for a number of things; see `stacked`."""
    return "".join(piece.text for piece in stacked([BarPart(number, BLOCK, "")], most, columns))


def stacked(parts: Sequence[BarPart], most: int, columns: int) -> list[Piece]:
    """Return a bar of ``columns`` × the sum of its parts / ``most``.

    There are never more characters than things: one for each while ``most`` of them have room, else
    fewer, of which a part that counts anything has at least one.
    """
    columns = min(columns, most)
    parts = [part for part in parts if part.count > 0]
    if not parts or most <= 0 or columns < len(parts):
        return []
    count_left = sum(part.count for part in parts)
    columns_left = max(len(parts), round(columns * count_left / most))
    pieces = []
    for number, part in enumerate(parts, 1):
        parts_left = len(parts) - number
        size = max(1, round(columns_left * part.count / count_left))
        size = min(size, columns_left - parts_left)
        pieces.append(Piece(part.sign * size, part.role, decorative=True))
        columns_left -= size
        count_left -= part.count
    return pieces


def cell(pieces: Sequence[Piece], columns: int, gap: int = 1) -> tuple[Piece, ...]:
    """Return pieces cut or filled to ``columns``, and ``gap`` blanks after them."""
    fitting = fit(pieces, columns)
    return (*fitting, Piece(" " * (columns - columns_of(fitting) + gap)))


def number_cell(number: int, columns: int, role: str = "text") -> Piece:
    """Return a number at the right end of ``columns``, a dash for 0; then a blank."""
    return Piece(f"{number or '-':>{columns}} ", role if number else "muted")
