"""What a selection takes of drawn lines: the printed text, without what is drawn around it.

A selection stays in the column in which it began, and in the text in which it began where two
stand one above the other. Lines of one paragraph are joined as they were printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plan_tui.text.record import record, replaced
from plan_tui.text.sentences import sentence_range
from plan_tui.text.width import char_width
from plan_tui.tui.render.line import RULE, Line, Piece

ENDLESS = 1 << 20
"""A column to the right of all that can be drawn."""

_GAP = re.compile(" {2,}")
"""Blanks between what stands apart on a line: one alone is of the text."""

Location = tuple[int, int]
"""A line's number and a column of the terminal, both from 0; Textual's `Location` of editors."""


@record
class SelectionSpan:
    """What is selected: all between two locations, in some columns of one text."""

    start: Location
    end: Location
    """Its column is the one after the last."""
    left: int = 0
    """The first column of the text that the selection stays in."""
    right: int = ENDLESS
    """The column after its last."""
    side: int = 0
    """See `Line.side`."""

    def on(self, number: int) -> tuple[int, int]:
        """Return the first column of a line that is selected, and the one after the last."""
        first = self.start[1] if number == self.start[0] else 0
        return first, self.end[1] if number == self.end[0] else ENDLESS


@record
class SelectedCell:
    """Selected characters that stand beside each other on a line; none where it is empty."""

    text: str
    columns: tuple[int, ...]
    """Where each character starts, and where the last one ends."""
    joint: str | None
    """What stood between them and the line above; None if they begin a paragraph."""


def span_between(lines: Sequence[Line], first: Location, last: Location) -> SelectionSpan:
    """Return the selection of a drag from the character at ``first`` to the one at ``last``."""
    line = lines[first[0]]
    left, right = next((left, right) for left, right, _ in _cells(line) if first[1] < right)
    start, end = sorted((first, last))
    return SelectionSpan(start, (end[0], end[1] + 1), left, right, line.side)


def _cells(line: Line) -> Iterator[tuple[int, int, Sequence[Piece]]]:
    """Yield the columns of a line from rule to rule, the outer ones as wide as can be."""
    rules = [number for number, piece in enumerate(line.pieces) if piece.role == RULE]
    at = 0
    for before, after in pairwise((-1, *rules, len(line.pieces))):
        pieces = line.pieces[before + 1 : after]
        end = at + sum(char_width(character) for piece in pieces for character in piece.text)
        yield at if before >= 0 else 0, end if after < len(line.pieces) else ENDLESS, pieces
        if after < len(line.pieces):
            at = end + len(line.pieces[after].text)


def selected_cells(line: Line, span: SelectionSpan, number: int) -> list[SelectedCell]:
    """Return what is selected of line ``number``: a cell for each of its columns of text."""
    if line.side != span.side:
        return []
    first, after = span.on(number)
    return [
        _selected_cell(pieces, left, first, after)
        for left, right, pieces in _cells(line)
        if left < span.right and span.left < right
    ]


def _selected_cell(pieces: Sequence[Piece], at: int, first: int, after: int) -> SelectedCell:
    """Return the printed characters of pieces from column ``at`` that are selected, stripped."""
    text, columns, joint, end = "", list[int](), None, at
    for piece in pieces:
        for character in piece.text:
            start, end = end, end + char_width(character)
            if not piece.decorative and start < after and first < end:
                text += character
                columns.append(start)
        joint = joint if piece.joint is None else piece.joint
    lead = len(text) - len(text.lstrip(" "))
    text = text.strip(" ")
    columns = columns[lead : lead + len(text)]
    bounds = (*columns, columns[-1] + char_width(text[-1])) if text else ()
    return SelectedCell(text, bounds, joint)


def selected_text(lines: Sequence[Line], span: SelectionSpan) -> str:
    """Return the selected text: a line for each paragraph or row, cells parted by tabs.

    Blank lines between paragraphs stay, one for several.
    """
    rows: list[list[str]] = []
    blank = False
    for number in range(span.start[0], min(span.end[0] + 1, len(lines))):
        cells = selected_cells(lines[number], span, number)
        blank = blank or not lines[number].pieces
        if not any(cell.text for cell in cells):
            continue
        if rows and len(rows[-1]) == len(cells) and _goes_on(cells):
            rows[-1] = [
                above + (cell.joint or "") + cell.text
                for above, cell in zip(rows[-1], cells, strict=True)
            ]
        else:
            rows += [[""]] if blank and rows else []
            rows.append([cell.text for cell in cells])
        blank = False
    return "\n".join("\t".join(row).rstrip("\t") for row in rows)


def _goes_on(cells: Sequence[SelectedCell]) -> bool:
    """Return whether all cells are of the paragraphs above them."""
    return all(cell.joint is not None for cell in cells if cell.text)


def sentence_at(lines: Sequence[Line], location: Location) -> SelectionSpan | None:
    """Return the sentence that has a character at ``location``; None if none stands there."""
    column = span_between(lines, location, location)
    whole = replaced(column, start=(0, 0), end=(len(lines), 0))
    paragraph = _paragraph_at(lines, whole, location[0])
    offset = next((n for n, char in enumerate(paragraph) if char.is_at(location)), None)
    if offset is None:
        return None
    start, end = sentence_range("".join(char.text for char in paragraph), offset)
    first, last = paragraph[start], paragraph[max(start, end - 1)]
    return replaced(whole, start=(first.line, first.start), end=(last.line, last.end))


@record
class _Character:
    """A character on the screen, or one of a joint, which takes no column."""

    text: str
    line: int
    start: int
    end: int

    def is_at(self, location: Location) -> bool:
        return self.line == location[0] and self.start <= location[1] < self.end


def _paragraph_at(lines: Sequence[Line], span: SelectionSpan, number: int) -> list[_Character]:
    """Return the printed characters of the paragraph of a line, in the first column of a span."""
    first = number
    while first and not _begins_paragraph(_first_cell(lines[first], span, first)):
        first -= 1
    paragraph: list[_Character] = []
    for place in range(first, len(lines)):
        cell = _first_cell(lines[place], span, place)
        if cell is None or not cell.text:
            continue
        if cell.joint is None and paragraph:
            break
        start = cell.columns[0]
        paragraph += [_Character(joint, place, start, start) for joint in cell.joint or ""]
        bounds = zip(cell.text, pairwise(cell.columns), strict=True)
        paragraph += [_Character(character, place, *columns) for character, columns in bounds]
    return paragraph


def _first_cell(line: Line, span: SelectionSpan, number: int) -> SelectedCell | None:
    return next(iter(selected_cells(line, span, number)), None)


def _begins_paragraph(cell: SelectedCell | None) -> bool:
    return cell is not None and bool(cell.text) and cell.joint is None


def row_text(lines: Iterable[Line]) -> str:
    """Return the text of a list's row; what stands apart on a line is parted by tabs."""
    texts = ("".join(p.text for p in line.pieces if not p.decorative).strip(" ") for line in lines)
    return "\n".join(_GAP.sub("\t", text) for text in texts if text)
