"""Footnotes and endnotes that their numbers tell, and the marks in the text above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.edits import EditKind
from plan_tui.parse.common.footnote_marks import find_marks
from plan_tui.parse.full_text.notes.counted_numbers import without_counted
from plan_tui.parse.full_text.notes.note_bodies import (
    FULL_LINE,
    NotesSoFar,
    line_width,
    open_notes,
)
from plan_tui.parse.full_text.notes.note_ends import text_below_notes, without_lines
from plan_tui.parse.full_text.notes.note_numbers import (
    MARKS,
    NoteForm,
    NoteHead,
    note_head,
    number_value,
    raised_numbers,
    with_ascii_digits,
)
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedPage, UnplacedText
from plan_tui.text.record import replaced

_SKIPPED = 12
"""Numbers by which a footnote may exceed the one expected, if its own is missing."""
_LARGEST_PART = 0.7
"""The part of a page's lines that footnotes take at most, where their size does not tell them."""
_MOST_LINES = 60
"""Lines that a page's footnotes take at most."""
_LONGEST_REST = 15
"""Lines of a footnote that goes on over a page, where their size does not tell them."""


def take_marked_notes(text: UnplacedText, page: UnplacedPage, reading: NotesSoFar) -> None:
    """Take footnotes at a page's foot whose numbers stand as marks in the lines above."""
    lines = page.lines
    start = _forced_note(text, page)
    if start is None:
        start = _first_note(text, page, reading)
    end = len(lines) if start is None else start
    rest = _rest_of_last(text, page, reading, end)
    below_lines: list[UnplacedLine] = []
    if rest is not None:
        reading.notes[-1].lines += lines[rest:end]
    if start is not None:
        notes = _parted(lines[start:])
        heads = _chain(text, notes, 0, reading.last)
        heads |= _restarted(text, lines[:start], notes, max(heads, default=0))
        below = text_below_notes(text, notes, heads)
        open_notes(reading, page, *without_lines(notes, heads, below))
        below_lines = [notes[index] for index in below]
    page.lines = lines[: end if rest is None else rest] + below_lines


def _forced_note(text: UnplacedText, page: UnplacedPage) -> int | None:
    """Return the index of the first line that a reader says begins a footnote, if it can."""
    lines = enumerate(page.lines)
    forced = (i for i, line in lines if text.edited(line, EditKind.NOTE) and note_head(line))
    return next(forced, None)


def _parted(lines: Sequence[UnplacedLine]) -> list[UnplacedLine]:
    """Return the lines of footnotes with each cut where the next begins after a sentence's end."""
    parts: list[UnplacedLine] = []
    value = 0
    for line in lines:
        head = note_head(line)
        value = head.value if head and head.value in (value + 1, value or head.value) else value
        rest = line
        while cut := re.search(rf"[。．.）)」』]\s+(?={value + 1}\s)", rest.text.text):
            parts.append(replaced(rest, text=rest.text[: cut.end()]))
            rest = replaced(rest, text=rest.text[cut.end() :])
            value += 1
        parts.append(rest)
    return parts


def _first_note(text: UnplacedText, page: UnplacedPage, reading: NotesSoFar) -> int | None:
    """Return the index of the line on which a page's footnotes begin, if it has any."""
    last = reading.last
    form = reading.notes[-1].head.form if reading.notes else None
    heads = {i: head for i, line in enumerate(page.lines) if (head := note_head(line))}
    for expected in (*range(last + 1, last + 1 + _SKIPPED), 1):
        for index in sorted(heads, reverse=True):
            if heads[index].value == expected and _is_first(text, page, index, last, form):
                return index
    return None


def _is_first(
    text: UnplacedText, page: UnplacedPage, index: int, last: int, form: NoteForm | None
) -> bool:
    """Return whether a page's footnotes begin at ``index``; ``form`` is that of those before."""
    lines = page.lines
    heads = _chain(text, lines, index, last)
    if index not in heads or not index or len(lines) - index > _MOST_LINES:
        return False
    head = heads[index]
    if head.form is not (form or head.form):
        return False
    if head.alone and head.value == last + 1 and lines[index].number in text.gaps and form:
        return True
    apart = head.alone or head.raised or lines[index].number in text.gaps
    if not apart and len(lines) - index > _LARGEST_PART * len(lines):
        return False
    marked = _marked(text, lines[:index], list(heads.values()))
    return marked == len(heads) or (marked > 0 and (head.alone or head.raised))


def _chain(
    text: UnplacedText, lines: Sequence[UnplacedLine], start: int, last: int
) -> dict[int, NoteHead]:
    """Return the heads of the footnotes from ``start`` on, whose numbers count up."""
    heads: dict[int, NoteHead] = {}
    form: NoteForm | None = None
    for index in range(start, len(lines)):
        head = note_head(lines[index])
        if head is None or text.edited(lines[index], EditKind.NOT_NOTE):
            continue
        if heads and head.alone and head.value == last + 2:
            heads |= _displaced(lines, max(heads), index, last + 1)
            last = max(last, *(other.value for other in heads.values()))
        forced = text.edited(lines[index], EditKind.NOTE)
        if forced or (head.value == last + 1 and form in (None, head.form)) or not heads:
            heads[index] = head
            last, form = head.value, head.form
    return heads


def _restarted(
    text: UnplacedText,
    above: Sequence[UnplacedLine],
    notes: Sequence[UnplacedLine],
    before: int,
) -> dict[int, NoteHead]:
    """Return the heads of the footnotes below ``before`` whose numbers begin anew on the page.

    All of them are marked in the lines ``above``.
    """
    for index in range(before + 1, len(notes)):
        head = note_head(notes[index])
        if head and head.value == 1 and not text.edited(notes[index], EditKind.NOT_NOTE):
            heads = _chain(text, notes, index, 0)
            if _marked(text, above, list(heads.values())) == len(heads):
                return heads
    return {}


def _displaced(
    lines: Sequence[UnplacedLine], before: int, after: int, value: int
) -> dict[int, NoteHead]:
    """Return a footnote whose number the extraction wrote below other footnotes.

    Its body stands between the heads at ``before`` and ``after``, below the first line that is
    not full.
    """
    number = next(
        (h for line in lines[after:] if (h := note_head(line)) and h.alone and h.value == value),
        None,
    )
    full = max(line_width(line) for line in lines[before:])
    for index in range(before + 1, after - 1):
        if number and line_width(lines[index]) < _LARGEST_PART * full:
            return {index + 1: replaced(number, end=0)}
    return {}


def _marked(text: UnplacedText, lines: Sequence[UnplacedLine], heads: Sequence[NoteHead]) -> int:
    """Return how many of the footnotes are marked in ``lines``."""
    form = heads[0].form
    numbers = [head.value for head in heads]
    if form is not NoteForm.PLAIN:
        marks = {
            number_value(match["number"])
            for line in lines
            for match in MARKS[form].finditer(line.text.text)
        }
        return sum(number in marks for number in numbers)
    if text.positioned:
        raised = raised_numbers(lines)
        return sum(number in raised for number in numbers)
    alone = {int(line.solid) for line in lines if line.solid.isdecimal()}
    possible = [with_ascii_digits(line) for line in without_counted(lines, text.gaps, numbers)]
    glued = {mark.number for mark in find_marks(possible, numbers)}
    return sum(number in alone | glued for number in numbers)


def _rest_of_last(
    text: UnplacedText, page: UnplacedPage, reading: NotesSoFar, end: int
) -> int | None:
    """Return where the lines up to ``end`` begin that go on with the last page's footnote."""
    if text.positioned or not reading.notes or reading.notes[-1].page != page.number - 1:
        return None
    note = reading.notes[-1]
    if not note.unfinished or line_width(note.lines[-1]) < FULL_LINE * reading.width:
        return None
    start = end - 1
    while start > 0 and page.lines[start].number not in text.gaps:
        start -= 1
    rest = [line_width(line) for line in page.lines[start:end]]
    body = max((line_width(line) for line in page.lines[:start]), default=0)
    small = len(rest) == 1 or max(rest) > body
    return start if start > 0 and len(rest) <= _LONGEST_REST and small else None


def take_endnotes(text: UnplacedText, reading: NotesSoFar) -> None:
    """Take the notes that stand after all text, if no footnotes were found before."""
    if reading.notes:
        return
    pages = text.pages
    stream = [(page, line) for page in pages for line in page.lines]
    heads = [note_head(line) for _, line in stream]
    for start in range(len(stream) - 1, len(stream) // 2, -1):
        head = heads[start]
        if head is None or head.value != 1 or head.form is NoteForm.PARENTHESIS:
            continue
        lines = [line for _, line in stream]
        chain = _chain(text, lines, start, 0)
        above = lines[:start]
        if chain and _marked(text, above, list(chain.values())) == len(chain):
            page, notes = stream[start][0], lines[start:]
            chain = {i - start: head for i, head in chain.items()}
            below = text_below_notes(text, notes, chain)
            kept, chain = without_lines(notes, chain, below)
            open_notes(reading, page, kept, chain)
            taken = {line.number for line in kept}
            for each in pages:
                each.lines = [line for line in each.lines if line.number not in taken]
            return
