"""What a selection takes of drawn lines: the printed text, without what we draw around it.

A selection stays in the column in which it began, and in the text in which it began where two
stand one above the other. Lines of one paragraph are joined as they were printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plan_tui.text.sentences import sentence_range
from plan_tui.text.width import char_width
from plan_tui.tui.render.line import RULE, Line, Piece

ENDLESS = 1 << 20
"""A column to the right of all others."""

_APART = re.compile(" {2,}")

Spot = tuple[int, int]
"""A line's number and a column."""


@dataclass(frozen=True, slots=True)
class SelectionSpan:
    """What is selected: all that stands between two spots, in some columns of one text."""

    start: Spot
    end: Spot
    """Its column is the one after the last."""
    left: int = 0
    right: int = ENDLESS
    side: int = 0
    """See `Line.side`."""

    def on(self, number: int) -> tuple[int, int]:
        """Return the columns between which a line is selected."""
        first = self.start[1] if number == self.start[0] else 0
        return first, self.end[1] if number == self.end[0] else ENDLESS


@dataclass(frozen=True, slots=True)
class Bit:
    """Printed characters that stand beside each other on a line."""

    text: str
    columns: tuple[int, ...]
    """Where each character starts, and where the last one ends."""
    joint: str | None
    """What stood between them and the line above; None if they begin a paragraph."""


def span_between(lines: Sequence[Line], first: Spot, last: Spot) -> SelectionSpan:
    """Return the selection of a drag from the character at ``first`` to the one at ``last``."""
    made = lines[first[0]]
    left, right = next((left, right) for left, right, _ in _cells(made) if first[1] < right)
    start, end = sorted((first, last))
    return SelectionSpan(start, (end[0], end[1] + 1), left, right, made.side)


def _cells(made: Line) -> Iterator[tuple[int, int, Sequence[Piece]]]:
    """Yield the columns of a line from rule to rule, the outer ones as wide as can be."""
    rules = [number for number, piece in enumerate(made.pieces) if piece.role == RULE]
    at = 0
    for before, after in pairwise((-1, *rules, len(made.pieces))):
        pieces = made.pieces[before + 1 : after]
        end = at + sum(char_width(character) for piece in pieces for character in piece.text)
        yield at if before >= 0 else 0, end if after < len(made.pieces) else ENDLESS, pieces
        if after < len(made.pieces):
            at = end + len(made.pieces[after].text)


def bits(made: Line, span: SelectionSpan, number: int) -> list[Bit]:
    """Return what is selected of a line: a bit for each of its columns, which may be empty."""
    if made.side != span.side:
        return []
    first, after = span.on(number)
    return [
        _bit(pieces, left, first, after)
        for left, right, pieces in _cells(made)
        if left < span.right and span.left < right
    ]


def _bit(pieces: Sequence[Piece], at: int, first: int, after: int) -> Bit:
    text, columns, joint, end = "", list[int](), None, at
    for piece in pieces:
        for character in piece.text:
            start, end = end, end + char_width(character)
            if not piece.ours and start < after and first < end:
                text += character
                columns.append(start)
        joint = joint if piece.joint is None else piece.joint
    lead = len(text) - len(text.lstrip(" "))
    text = text.strip(" ")
    columns = columns[lead : lead + len(text)]
    return Bit(text, (*columns, columns[-1] + char_width(text[-1])) if text else (), joint)


def taken(lines: Sequence[Line], span: SelectionSpan) -> str:
    """Return the selected text: a line for each paragraph or row, cells parted by tabs.

    Blank lines between paragraphs stay, one for several.
    """
    rows: list[list[str]] = []
    blank = False
    for number in range(span.start[0], min(span.end[0] + 1, len(lines))):
        found = bits(lines[number], span, number)
        blank = blank or not lines[number].pieces
        if not any(bit.text for bit in found):
            continue
        if rows and len(rows[-1]) == len(found) and _goes_on(found):
            rows[-1] = [
                cell + (bit.joint or "") + bit.text
                for cell, bit in zip(rows[-1], found, strict=True)
            ]
        else:
            rows += [[""]] if blank and rows else []
            rows.append([bit.text for bit in found])
        blank = False
    return "\n".join("\t".join(row).rstrip("\t") for row in rows)


def _goes_on(found: Sequence[Bit]) -> bool:
    return all(bit.joint is not None for bit in found if bit.text)


def sentence_at(lines: Sequence[Line], spot: Spot) -> SelectionSpan | None:
    """Return the sentence that has a character at ``spot``."""
    column = span_between(lines, spot, spot)
    whole = replace(column, start=(0, 0), end=(len(lines), 0))
    for paragraph in _paragraphs(lines, whole):
        here = next((n for n, one in enumerate(paragraph) if one.is_at(spot)), None)
        if here is not None:
            start, end = sentence_range("".join(one.text for one in paragraph), here)
            first, last = paragraph[start], paragraph[max(start, end - 1)]
            return replace(whole, start=(first.line, first.start), end=(last.line, last.end))
    return None


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    line: int
    start: int
    end: int

    def is_at(self, spot: Spot) -> bool:
        return self.line == spot[0] and self.start <= spot[1] < self.end


def _paragraphs(lines: Sequence[Line], span: SelectionSpan) -> Iterator[list[_Character]]:
    """Yield the printed characters of each paragraph in the first column of a span."""
    made: list[_Character] = []
    for number, one in enumerate(lines):
        found = next(iter(bits(one, span, number)), None)
        if found is None or not found.text:
            continue
        if found.joint is None and made:
            yield made
            made = []
        start = found.columns[0]
        made += [_Character(character, number, start, start) for character in found.joint or ""]
        places = zip(found.text, pairwise(found.columns), strict=True)
        made += [_Character(character, number, *place) for character, place in places]
    yield made


def row_text(lines: Iterable[Line]) -> str:
    """Return the text of a list's row; what stands apart on a line is parted by tabs."""
    rows = ("".join(p.text for p in one.pieces if not p.ours).strip(" ") for one in lines)
    return "\n".join(_APART.sub("\t", row) for row in rows if row)
