"""Numbers in the text that look like marks of footnotes, but were not read as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from plan_tui.model.paged_text import CharacterBox, PageLine
from plan_tui.parse.understanding.read_source import ReadSource
from plan_tui.text.traced import Traced

_SMALL, _RAISED = 0.8, 0.1
"""A mark's size at most, and how high it stands at least, in sizes of its line."""
_EXPONENT = re.compile(r"(?:^|[^A-Za-z])[kcm]?m$|[0-9]$")
"""What a raised number stands after that is no mark."""


def raised_numbers(source: ReadSource) -> Iterator[tuple[int, int]]:
    """Yield each number that stands raised in a text, with its line; none without positions."""
    lines = {line.number: line for line in source.text.lines if line.boxes}
    for block in source.blocks() if lines else ():
        yield from _in_text(block.text, lines)


def glued_line(
    source: ReadSource, number: int, start: int | None, end: int | None, *, heads: bool = True
) -> int | None:
    """Return the line from ``start`` to before ``end`` on which a number may be a note's or a mark.

    It is glued to a word and followed by no unit, or opens the line (``heads``); None if several
    pages have one.
    """
    glued = rf"(?<=[ぁ-んァ-ヶ一-鿿）」]){number}(?=[、。ぁ-んァ-ヶ（「])"
    pattern = re.compile(rf"^\s*{number}(?=\s)|{glued}" if heads else glued)
    lines = source.text.lines[(start or 1) - 1 : (end or len(source.text.lines) + 1) - 1]
    pages = {
        source.pages.get(line.number): line.number for line in lines if pattern.search(line.text)
    }
    return next(iter(pages.values())) if len(pages) == 1 else None


def _in_text(text: Traced, lines: Mapping[int, PageLine]) -> Iterator[tuple[int, int]]:
    raised = [
        index
        for index, character in enumerate(text.text)
        if character.isdecimal() and _is_raised(text.places[index], lines)
    ]
    for _, group in groupby(enumerate(raised), key=lambda pair: pair[1] - pair[0]):
        run = [index for _, index in group]
        place = text.places[run[0]]
        if place and not _EXPONENT.search(text.text[: run[0]]):
            yield int(text.text[run[0] : run[-1] + 1]), place[0]


def _is_raised(place: tuple[int, int] | None, lines: Mapping[int, PageLine]) -> bool:
    line = lines.get(place[0]) if place else None
    box: CharacterBox | None = line.boxes[place[1]] if line and place else None
    if line is None or box is None or not line.size or line.baseline is None:
        return False
    return box.size <= _SMALL * line.size and box.baseline - line.baseline >= _RAISED * line.size
