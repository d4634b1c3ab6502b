"""The lines of a diagram and how they hang together inside one block of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.parse.common.markup import Leftovers, strip_markup
from plan_tui.parse.slides.text import clean, clean_cell, is_phrase, is_predicate, is_sentence
from plan_tui.parse.slides.units import SlideUnit, UnitKind, split_items, split_marker
from plan_tui.text.traced import Traced

OPEN_END = re.compile(r"[、，/／・（(をにのはがとでへやも]$")
"""Where a line that the box wrapped ends: more must follow."""


@dataclass(frozen=True, slots=True)
class DiagramLine:
    """One printed line, parted from its marker."""

    kind: UnitKind
    marker: Traced
    rest: Traced
    whole: Traced
    """The line with its marker."""

    @property
    def plain(self) -> bool:
        """True for words without a marker, also in brackets."""
        return not self.marker


def read_blocks(lines: Sequence[str], left: Leftovers) -> list[list[DiagramLine]]:
    """Return the blocks of lines between blank lines."""
    blocks: list[list[DiagramLine]] = [[]]
    for number, text in enumerate(lines, 1):
        if not text.strip():
            blocks.append([])
            continue
        line = strip_markup(Traced.of_line(number, text), left).strip()
        blocks[-1].append(DiagramLine(*split_marker(line), line))
    return [block for block in blocks if block]


def is_closed(text: str) -> bool:
    """Return whether a bullet is at its end: a sentence, or its brackets opened and closed."""
    if is_sentence(text):
        return True
    opened = sum(text.count(sign) for sign in "（(")
    return opened > 0 and opened == sum(text.count(sign) for sign in "）)")


def is_title(line: DiagramLine) -> bool:
    """Return whether a line can be a box's title."""
    text = line.whole.text
    return line.plain and is_phrase(text) and not is_predicate(text) and not OPEN_END.search(text)


def wrapped(lines: Sequence[DiagramLine]) -> list[Traced]:
    """Return titles, joining a line that ends open with the next."""
    groups: list[list[Traced]] = []
    for line in lines:
        if groups and OPEN_END.search(groups[-1][-1].text):
            groups[-1].append(line.whole)
        else:
            groups.append([line.whole])
    return [clean(*group) for group in groups]


def begins_box(block: Sequence[DiagramLine], place: int) -> bool:
    """Return whether a line is the next box's title: a phrase after ended text, with text below."""
    return (
        place + 1 < len(block)
        and is_title(block[place])
        and not OPEN_END.search(block[place - 1].whole.text)
    )


def units_of(block: Sequence[DiagramLine]) -> list[SlideUnit]:
    """Return remarks and lists; lines run on while a bracket, a list or its numbers do."""
    groups: list[list[DiagramLine]] = []
    for line in block:
        if groups and _goes_on(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    units: list[SlideUnit] = []
    for group in groups:
        first = group[0]
        if len(group) > 1 or first.kind is UnitKind.ENUM:
            text = clean(first.rest, *(line.whole for line in group[1:]))
        else:
            text = clean_cell(first.rest)
        unit = SlideUnit(first.kind, text, first.marker)
        units += split_items(unit, least=2) if first.kind is UnitKind.ENUM else [unit]
    return units


def _goes_on(group: Sequence[DiagramLine], line: DiagramLine) -> bool:
    text = "".join(part.whole.text for part in group)
    is_list = group[0].kind is UnitKind.ENUM
    if not line.plain:
        numbers = re.findall(r"[①-⑳]", text)
        return is_list and bool(numbers) and line.marker.text == chr(ord(numbers[-1]) + 1)
    return is_list or text.count("（") > text.count("）") or bool(OPEN_END.search(text))
