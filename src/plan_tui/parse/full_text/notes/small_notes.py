"""Footnotes at the pages' feet that positions tell: small lines behind a raised number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from plan_tui.model.edits import EditKind
from plan_tui.parse.common.spacing import is_japanese_letter
from plan_tui.parse.full_text.notes.note_bodies import (
    NotesSoFar,
    open_notes,
)
from plan_tui.parse.full_text.notes.note_numbers import (
    NoteForm,
    NoteHead,
    note_head,
    raised_numbers,
)
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedPage, UnplacedText

_SMALLER = 0.96
"""A footnote's size at most, as a part of the body's."""
_SKIPPED = 4
"""Numbers by which a footnote may exceed the one expected, if its own is missing."""


def take_small_notes(
    text: UnplacedText, page: UnplacedPage, reading: NotesSoFar, size: float
) -> bool:
    """Take footnotes that positions tell: small lines, of which the first has a raised number."""
    taken: set[int] = set()
    for start, end in _small_runs(page, size):
        lines = page.lines[start:end]
        heads = _heads(text, lines, reading.last, raised_numbers(page.lines[:start]))
        first = min(heads, default=len(lines))
        at_foot = end == len(page.lines)
        if first and at_foot and _goes_on(reading, page, lines[:first]):
            reading.notes[-1].lines += lines[:first]
            taken |= {line.number for line in lines[:first]}
        if heads:
            open_notes(reading, page, lines, heads)
            taken |= {line.number for line in lines[first:]}
    page.lines = [line for line in page.lines if line.number not in taken]
    return bool(taken)


def _small_runs(page: UnplacedPage, size: float) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for index, line in enumerate([*page.lines, None]):
        small = line is not None and (line.line.size or size) <= _SMALLER * size
        if small and start is None:
            start = index
        if not small and start is not None:
            yield start, index
            start = None


def _heads(
    text: UnplacedText, lines: Sequence[UnplacedLine], last: int, marked: Collection[int]
) -> dict[int, NoteHead]:
    """Return which of a run of small ``lines`` begin footnotes; numbers go on after ``last``.

    What is ``marked`` in the text above needs no raised number here.
    """
    heads: dict[int, NoteHead] = {}
    for index, line in enumerate(lines):
        head = note_head(line)
        if text.edited(line, EditKind.NOT_NOTE) or head is None:
            continue
        follows = head.value == last + 1
        near = last < head.value <= last + _SKIPPED
        restarts = head.value == 1 and (not heads or 1 in marked)
        raised = head.raised or _raised_alone(lines, index, head)
        told = raised or head.value in marked
        sure = told or head.form not in (NoteForm.PLAIN, NoteForm.PARENTHESIS)
        forced = text.edited(line, EditKind.NOTE)
        if forced or (follows and (sure or heads or head.alone)) or (sure and (near or restarts)):
            heads[index] = head
            last = head.value
    return heads


def _raised_alone(lines: Sequence[UnplacedLine], index: int, head: NoteHead) -> bool:
    """Return whether a number alone on its line is smaller than the line after it."""
    if not head.alone or index + 1 >= len(lines):
        return False
    size, below = lines[index].line.size, lines[index + 1].line.size
    return bool(size and below and size < below)


def _goes_on(reading: NotesSoFar, page: UnplacedPage, lines: Sequence[UnplacedLine]) -> bool:
    """Return whether small ``lines`` at a page's foot go on with the last footnote."""
    if not reading.notes or reading.notes[-1].page != page.number - 1:
        return False
    note = reading.notes[-1]
    sizes = {round(line.line.size or 0.0) for line in note.lines if line.solid}
    return note.unfinished and all(round(line.line.size or 0.0) in sizes for line in lines)


def body_size(text: UnplacedText) -> float | None:
    """Return the size that most characters of the source have, in points."""
    sizes: Counter[float] = Counter()
    for page in text.pages:
        for line in page.lines:
            size = line.line.size
            if size:
                sizes[size] += sum(map(is_japanese_letter, line.solid)) or 1
    return sizes.most_common(1)[0][0] if sizes else None
