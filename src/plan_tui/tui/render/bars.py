"""Bars, plain or stacked, of characters whose width is certain; the digits stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.text.width import width
from plan_tui.tui.render.line import Piece, fit

BLOCK = "▬"
"""Fills a bar; the usual block characters are of ambiguous width."""
EDITION_SIGNS = "▬▪▮▰"
"""A sign for each edition, by its order in time; colour never tells them apart alone."""


def sign_of(ordinal: int) -> str:
    """Return the sign of an edition in bars; ``ordinal`` from 1."""
    return EDITION_SIGNS[(ordinal - 1) % len(EDITION_SIGNS)]


@dataclass(frozen=True, slots=True)
class BarPart:
    """One stretch of a bar."""

    count: int
    sign: str
    role: str


def bar(rate: float, most: float, columns: int) -> str:
    """Return a bar of at most ``columns``, as long as ``rate`` of ``most``; 0 has none."""
    if rate <= 0 or most <= 0:
        return ""
    return BLOCK * max(1, round(columns * rate / most))


def counted(number: int, most: int, columns: int) -> str:
    """Return a bar for a number of things; see `stacked`."""
    return "".join(piece.text for piece in stacked([BarPart(number, BLOCK, "")], most, columns))


def stacked(parts: Sequence[BarPart], most: int, columns: int) -> list[Piece]:
    """Return a bar of at most ``columns``, as long as its parts' sum of ``most``.

    There are never more characters than things: one for each while ``most`` of them have room, else
    fewer, of which a part that counts anything has at least one.
    """
    columns = min(columns, most)
    there = [part for part in parts if part.count > 0]
    if not there or most <= 0 or columns < len(there):
        return []
    left = max(len(there), round(columns * sum(part.count for part in there) / most))
    rest = sum(part.count for part in there)
    pieces = []
    for number, part in enumerate(there, 1):
        after = len(there) - number
        size = min(max(1, round(left * part.count / rest)), left - after)
        pieces.append(Piece(part.sign * size, part.role, ours=True))
        left -= size
        rest -= part.count
    return pieces


def cell(pieces: Sequence[Piece], columns: int, gap: int = 1) -> tuple[Piece, ...]:
    """Return pieces cut or filled to ``columns``, and ``gap`` blanks after them."""
    kept = fit(pieces, columns)
    left = columns - sum(width(piece.text) for piece in kept)
    return (*kept, Piece(" " * (left + gap)))


def number_cell(number: int, columns: int, role: str = "text") -> Piece:
    """Return a number at the right end of ``columns``; a dash for 0, with a blank after it."""
    return Piece(f"{number or '-':>{columns}} ", role if number else "muted")
