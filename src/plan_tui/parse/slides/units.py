"""The units of a slide: bullets, notes, enumerated items, paragraphs, tables.

A unit is a paragraph, list item, heading or table: lines that the page wrapped are one unit, a
bullet or number at its start is its marker. Its kind is its form alone; whether it is a heading,
a list item or running text is decided later, from its neighbours.
"""

from __future__ import annotations

import re
from enum import Enum

from plan_tui.model.parsed import NOTHING, ParsedBlock
from plan_tui.parse.common.numbering import CIRCLED
from plan_tui.parse.slides.slide_text import clean, is_enclosed, is_phrase, is_predicate
from plan_tui.text.characters import CIRCLED_NUMBERS
from plan_tui.text.record import record, replaced
from plan_tui.text.traced import Traced


class UnitKind(Enum):
    """The form of a unit, told from its own characters."""

    TEXT = "text"
    BULLET = "bullet"
    NOTE = "note"
    ENUM = "enum"
    TABLE = "table"


@record
class SlideUnit:
    """One unit of a slide; its text is clean."""

    kind: UnitKind
    text: Traced
    marker: Traced = NOTHING
    """The bullet, sign or number before the text; empty if none."""
    level: int = 0
    """Depth of indentation, from 0."""
    dashed: bool = False
    """True if the converter wrote it as an item of a Markdown list."""
    gap: int = 0
    """Blank lines above; 0 inside a block of lines."""
    solo: bool = False
    """True for the only unmarked line of its block of lines."""
    figure: bool = False
    """True for one of several unmarked lines of a block that are not one sentence: the labels
    of a figure."""
    listed: bool = False
    """True for an item out of a grid or out of a line of items."""
    table: ParsedBlock | None = None
    """The table of a unit of kind `UnitKind.TABLE`."""


_MARKERS: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    (UnitKind.BULLET, re.compile(r"([・•✓✔▶►●○◯■□◆◇▪])\s*")),
    (UnitKind.NOTE, re.compile(r"(※+[0-9０-９]*|→|➡|⇒|⇨|=(?=\s))\s*")),
    (
        UnitKind.ENUM,
        re.compile(
            rf"({CIRCLED.pattern}|[0-9]+[)）]|[(（][0-9０-９ア-ンa-zａ-ｚ]{{1,2}}[)）]"
            r"|(?:I{1,3}|IV|VI{0,3}|IX|X|[Ⅰ-Ⅻ])\.?(?=\s+[^!-~])"
            r"|[0-9]+\.(?=\s)|[0-9]+(?:\.[0-9]+)+(?=\s))\s*"
        ),
    ),
)


def split_marker(text: Traced) -> tuple[UnitKind, Traced, Traced]:
    """Return a line's kind, its marker (empty for plain text) and its text after the marker."""
    for kind, pattern in _MARKERS:
        match = pattern.match(text.text)
        if match:
            return kind, text[: match.end(1)], text[match.end() :]
    return (UnitKind.NOTE if is_enclosed(text.text) else UnitKind.TEXT), NOTHING, text


_FEWEST_ITEMS = 3
"""Circled numbers from which on a text is a run-in list: two are as often references."""


def split_items(unit: SlideUnit, least: int = _FEWEST_ITEMS) -> list[SlideUnit]:
    """Return the items of a unit that is a run-in list (``①…②…③…``); else the unit alone.

    A text with fewer than ``least`` numbers is no list, nor is one whose numbers do not count up
    or follow a comma.
    """
    text = unit.marker + unit.text
    starts = [number.start() for number in CIRCLED.finditer(text.text)]
    numbers = [CIRCLED_NUMBERS.index(text.text[start]) for start in starts]
    if len(starts) < least or starts[0] != 0:
        return [unit]
    counts_up = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if not counts_up or any(text.text[start - 1] in "、，" for start in starts[1:]):
        return [unit]
    ends = [*starts[1:], len(text)]
    items = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return [
        replaced(unit, kind=UnitKind.ENUM, marker=item[:1], text=clean(item[1:]), listed=True)
        for item in items
    ]


def is_heading_line(unit: SlideUnit) -> bool:
    """Return whether a unit has the form of an unnumbered heading: a noun phrase on its own."""
    text = unit.text.text
    return unit.kind is UnitKind.TEXT and unit.solo and is_phrase(text) and not is_predicate(text)
