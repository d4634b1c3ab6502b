"""The units of a slide: bullets, notes, enumerated items, paragraphs, tables.

A unit is what a reader takes in as one piece: lines that the page wrapped are one unit, a
bullet or number at its start is its marker. What a unit means (head, list, text) is decided
later, from its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from plan_tui.model.parsed import NOTHING, ParsedBlock
from plan_tui.parse.slides.text import clean, is_enclosed, is_phrase, is_predicate
from plan_tui.text.traced import Traced


class UnitKind(Enum):
    """What a unit is by its own look."""

    TEXT = "text"
    BULLET = "bullet"
    NOTE = "note"
    ENUM = "enum"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class SlideUnit:
    """One piece of a slide, clean."""

    kind: UnitKind
    text: Traced
    marker: Traced = NOTHING
    level: int = 0
    """Depth of indentation, from 0."""
    dashed: bool = False
    """True behind the converter's list dash."""
    gap: int = 0
    """Blank lines above; 0 inside a block of lines."""
    solo: bool = False
    """True for a single unmarked line without another unmarked line beside it."""
    figure: bool = False
    """True for one of several short lines that stand together unjoined."""
    listed: bool = False
    """True for an item out of a grid or out of a line of items."""
    table: ParsedBlock | None = None


_MARKERS: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    (UnitKind.BULLET, re.compile(r"([・•✓✔▶►●○◯■□◆◇▪])\s*")),
    (UnitKind.NOTE, re.compile(r"(※+[0-9０-９]*|→|➡|⇒|⇨|=(?=\s))\s*")),
    (
        UnitKind.ENUM,
        re.compile(
            r"([①-⑳]|[0-9]+[)）]|[(（][0-9０-９ア-ンa-zａ-ｚ]{1,2}[)）]"
            r"|(?:I{1,3}|IV|VI{0,3}|IX|X|[Ⅰ-Ⅻ])\.?(?=\s+[^!-~])"
            r"|[0-9]+\.(?=\s)|[0-9]+(?:\.[0-9]+)+(?=\s))\s*"
        ),
    ),
)
_INLINE_ITEM = re.compile(r"[①-⑳]")


def split_marker(text: Traced) -> tuple[UnitKind, Traced, Traced]:
    """Return a piece's kind, its marker (empty for plain text) and the rest."""
    for kind, pattern in _MARKERS:
        found = pattern.match(text.text)
        if found:
            return kind, text[: found.end(1)], text[found.end() :]
    return (UnitKind.NOTE if is_enclosed(text.text) else UnitKind.TEXT), NOTHING, text


def split_items(unit: SlideUnit, least: int = 3) -> list[SlideUnit]:
    """Return the items of a unit that strings ``①…②…③…`` together; else the unit alone.

    A text with fewer than ``least`` numbers is no list.
    """
    text = unit.marker + unit.text
    starts = [found.start() for found in _INLINE_ITEM.finditer(text.text)]
    numbers = [ord(text.text[start]) - 0x2460 for start in starts]
    if len(starts) < least or starts[0] != 0:
        return [unit]
    strung = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if not strung or any(text.text[start - 1] in "、，" for start in starts[1:]):
        return [unit]
    parts = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [
        replace(unit, kind=UnitKind.ENUM, marker=part[:1], text=clean(part[1:]), listed=True)
        for part in parts
    ]


def is_head_line(unit: SlideUnit) -> bool:
    """Return whether a unit looks like a head without a number: a noun phrase on its own."""
    text = unit.text.text
    return unit.kind is UnitKind.TEXT and unit.solo and is_phrase(text) and not is_predicate(text)
