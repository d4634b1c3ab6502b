"""The lines of a diagram, and which lines of one block of text belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.common.markup import strip_markup
from plan_tui.parse.common.numbering import CIRCLED
from plan_tui.parse.slides.slide_text import clean, clean_cell, is_phrase, is_predicate, is_sentence
from plan_tui.parse.slides.units import SlideUnit, UnitKind, split_items, split_marker
from plan_tui.text.characters import CIRCLED_NUMBERS
from plan_tui.text.record import record
from plan_tui.text.traced import Traced

OPEN_END = re.compile(r"[、，/／・（(をにのはがとでへやも]$")
"""The end of a line after which its sentence or phrase must go on in the next line."""


@record
class DiagramLine:
    """One printed line, split into its marker and its text."""

    kind: UnitKind
    marker: Traced
    """The bullet, sign or number that it begins with; empty if none."""
    rest: Traced
    """The line after its marker."""
    whole: Traced
    """The line with its marker."""

    @property
    def plain(self) -> bool:
        """Whether it has no marker; text in brackets is plain too."""
        return not self.marker


def read_blocks(lines: Sequence[str], furniture: FurnitureCollector) -> list[list[DiagramLine]]:
    """Return the blocks of lines between blank lines; markup goes to ``furniture``."""
    blocks: list[list[DiagramLine]] = [[]]
    for number, text in enumerate(lines, 1):
        if not text.strip():
            blocks.append([])
            continue
        line = strip_markup(Traced.of_line(number, text), furniture).strip()
        blocks[-1].append(DiagramLine(*split_marker(line), line))
    return [block for block in blocks if block]


def is_complete(text: str) -> bool:
    """Return whether a bullet's text is complete: a sentence, or all of its brackets closed."""
    if is_sentence(text):
        return True
    opened = sum(text.count(sign) for sign in "（(")
    return opened > 0 and opened == sum(text.count(sign) for sign in "）)")


def is_title(line: DiagramLine) -> bool:
    """Return whether a line can be a box's title."""
    text = line.whole.text
    return line.plain and is_phrase(text) and not is_predicate(text) and not OPEN_END.search(text)


def wrapped_titles(lines: Sequence[DiagramLine]) -> list[Traced]:
    """Return the titles that stand in ``lines``; a line that ends open goes on in the next."""
    groups: list[list[Traced]] = []
    for line in lines:
        if groups and OPEN_END.search(groups[-1][-1].text):
            groups[-1].append(line.whole)
        else:
            groups.append([line.whole])
    return [clean(*group) for group in groups]


def begins_box(block: Sequence[DiagramLine], index: int) -> bool:
    """Return whether ``block[index]`` titles the next box.

    It does if it is a phrase with another line below it, and the line above does not end open.
    """
    return (
        index + 1 < len(block)
        and is_title(block[index])
        and not OPEN_END.search(block[index - 1].whole.text)
    )


def remark_units(block: Sequence[DiagramLine]) -> list[SlideUnit]:
    """Return the remarks and list items of a block.

    A line continues the one above while a bracket is open or a line ends open, and in a list
    as long as the numbers count up.
    """
    groups: list[list[DiagramLine]] = []
    for line in block:
        if groups and _continues(groups[-1], line):
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


def counts_on(text: str, marker: str) -> bool:
    """Return whether a circled number is the one after the last in ``text``."""
    numbers = CIRCLED.findall(text)
    return bool(numbers and marker) and f"{numbers[-1]}{marker}" in CIRCLED_NUMBERS


def _continues(group: Sequence[DiagramLine], line: DiagramLine) -> bool:
    """Return whether ``line`` belongs to the same remark or list as the lines of ``group``."""
    text = "".join(previous.whole.text for previous in group)
    is_list = group[0].kind is UnitKind.ENUM
    if not line.plain:
        return is_list and counts_on(text, line.marker.text)
    return is_list or text.count("（") > text.count("）") or bool(OPEN_END.search(text))
