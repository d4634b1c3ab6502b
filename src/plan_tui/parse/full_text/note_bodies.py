"""Footnotes: their bodies at the pages' feet, set smaller, or told by their numbers and marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plan_tui.model.edits import EditKind
from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFootnote
from plan_tui.parse.common.footnote_marks import find_marks
from plan_tui.parse.common.spacing import is_japanese_letter, join_lines
from plan_tui.parse.full_text.note_numbers import (
    MARKS,
    NoteForm,
    NoteHead,
    note_head,
    number_value,
    raised_runs,
)
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedPage, UnplacedText
from plan_tui.text.traced import Traced
from plan_tui.text.width import width

_SMALLER = 0.96
"""A footnote's size at most, as a part of the body's."""
_SKIPPED = 4
"""Numbers by which a footnote may exceed the one expected, if its own is missing."""
_LARGEST_PART = 0.7
"""The part of a page's lines that footnotes take at most, where their size does not tell them."""
_FULL = 0.93
"""The part of the widest note's line that a full one has at least."""
_FEWEST_LINES = 3
"""Lines of a number, its footnote's end, and the first line of the next."""
_LONGEST_REST = 15
"""Lines of a footnote that goes on over a page, where their size does not tell them."""
_SHORT = 3.0
"""Ems that a note's line lacks at least which ends a paragraph."""
_SENTENCE_END = re.compile(r"[。．.][」』）)\]]*$")
_ADDRESS_END = re.compile(r"https?://\S+$")
_PARAGRAPH_START = re.compile(r"[・●○■□◆▪※]|https?://")


@dataclass(slots=True)
class NoteBody:
    """A footnote's body."""

    head: NoteHead
    page: int
    """The 1-based page of the file that it begins on."""
    lines: list[UnplacedLine]
    """Its lines without the number; the first may be blank."""
    name: str = ""
    """What its marks are stored with: its number, with its page where the numbering restarts."""

    @property
    def unfinished(self) -> bool:
        """Whether its last line ends neither a sentence nor an address."""
        last = self.lines[-1].text.text.strip() if self.lines else ""
        return not (_SENTENCE_END.search(last) or _ADDRESS_END.search(last))


@dataclass(slots=True)
class _Reading:
    """What is known of the footnotes up to some page."""

    notes: list[NoteBody] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number of the last footnote; 0 before the first."""
        return self.notes[-1].head.value if self.notes else 0

    @property
    def width(self) -> int:
        """The width of the widest line of a footnote, in terminal columns."""
        return max(_line_width(line) for note in self.notes for line in note.lines)


def take_notes(text: UnplacedText) -> list[NoteBody]:
    """Take the footnotes' bodies out of the pages of ``text``, which is changed."""
    reading = _Reading()
    size = _body_size(text) if text.positioned else None
    for page in text.pages:
        taken = _take_small(text, page, reading, size) if size else False
        if not taken:
            _take_by_marks(text, page, reading)
    _take_endnotes(text, reading)
    _name(reading.notes)
    for note in reading.notes:
        for sign in note.head.signs:
            text.put(FurnitureKind.FOOTNOTE_SIGN, sign)
    return reading.notes


def _line_width(line: UnplacedLine) -> int:
    return width(line.text.text.strip())


def parsed_note(note: NoteBody) -> ParsedFootnote:
    """Return a footnote as the document has it; line breaks stand between its paragraphs."""
    paragraphs: list[list[Traced]] = []
    ends = _paragraph_ends(note.lines)
    begins = True
    for line, end in zip(note.lines, ends, strict=True):
        if begins:
            paragraphs.append([])
        paragraphs[-1].append(line.text)
        begins = end
    digits = note.head.number
    prefix = note.name.removesuffix(str(note.head.value))
    number = Traced.supplied(prefix) + digits if prefix else digits
    return ParsedFootnote(number, Traced.join([join_lines(p) for p in paragraphs], "\n"))


def _paragraph_ends(lines: Sequence[UnplacedLine]) -> list[bool]:
    """Return of each line whether a paragraph of its footnote ends with it."""
    rights = [line.line.right for line in lines]
    widest = max((right for right in rights if right), default=0.0)
    ends: list[bool] = []
    for index, line in enumerate(lines):
        following = lines[index + 1].solid if index + 1 < len(lines) else ""
        right = rights[index]
        short = bool(right and (widest - right) > _SHORT * (line.line.size or 0.0))
        stop = bool(_SENTENCE_END.search(line.text.text.rstrip()))
        bullet = bool(_PARAGRAPH_START.match(following))
        unit = bullet and (short or stop or right is None)
        ends.append(bool(line.solid) and (unit or (short and stop)))
    return ends


def _body_size(text: UnplacedText) -> float | None:
    """Return the size that most characters of the source have, in points."""
    sizes: Counter[float] = Counter()
    for page in text.pages:
        for line in page.lines:
            size = line.line.size
            if size:
                sizes[size] += sum(map(is_japanese_letter, line.solid)) or 1
    return sizes.most_common(1)[0][0] if sizes else None


# Footnotes that are set smaller than the body


def _take_small(text: UnplacedText, page: UnplacedPage, reading: _Reading, size: float) -> bool:
    """Take footnotes that positions tell: small lines, of which the first has a raised number."""
    taken: set[int] = set()
    for start, end in _small_runs(page, size):
        lines = page.lines[start:end]
        heads = _heads(text, lines, reading.last)
        first = min(heads, default=len(lines))
        at_foot = end == len(page.lines)
        if first and at_foot and _goes_on(reading, page, lines[:first]):
            reading.notes[-1].lines += lines[:first]
            taken |= {line.number for line in lines[:first]}
        if heads:
            _open_notes(reading, page, lines, heads)
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


def _heads(text: UnplacedText, lines: Sequence[UnplacedLine], last: int) -> dict[int, NoteHead]:
    """Return which of a run of small ``lines`` begin footnotes; numbers go on after ``last``."""
    heads: dict[int, NoteHead] = {}
    for index, line in enumerate(lines):
        head = note_head(line)
        if text.edited(line, EditKind.NOT_NOTE) or head is None:
            continue
        follows = head.value == last + 1
        near = last < head.value <= last + _SKIPPED
        restarts = head.value == 1 and not heads
        raised = head.raised or _raised_alone(lines, index, head)
        sure = raised or head.form not in (NoteForm.PLAIN, NoteForm.PARENTHESIS)
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


def _goes_on(reading: _Reading, page: UnplacedPage, lines: Sequence[UnplacedLine]) -> bool:
    """Return whether small ``lines`` at a page's foot go on with the last footnote."""
    if not reading.notes or reading.notes[-1].page != page.number - 1:
        return False
    note = reading.notes[-1]
    sizes = {round(line.line.size or 0.0) for line in note.lines if line.solid}
    return note.unfinished and all(round(line.line.size or 0.0) in sizes for line in lines)


def _open_notes(
    reading: _Reading,
    page: UnplacedPage,
    lines: Sequence[UnplacedLine],
    heads: dict[int, NoteHead],
) -> None:
    """Add the footnotes whose ``heads`` stand in ``lines``; each goes on up to the next."""
    starts = sorted(heads)
    numbers = {head.number.first_line for head in heads.values()}
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        head = heads[start]
        first = UnplacedLine(lines[start].line, lines[start].text[head.end :])
        above = _opening(reading, head)
        rest = [line for line in lines[start + 1 : end] if line.number not in numbers]
        _share(reading.notes[-1:], rest)
        reading.notes.append(NoteBody(head, page.number, [*above, first, *rest]))


def _opening(reading: _Reading, head: NoteHead) -> list[UnplacedLine]:
    """Take the last line from the footnote before, if it opens that of a number alone below it.

    The extraction writes a raised number below the first line that it stands beside. That line
    is full, follows the end of a sentence and ends none itself.
    """
    before = reading.notes[-1] if reading.notes else None
    if before is None or not head.alone or head.raised or len(before.lines) < _FEWEST_LINES:
        return []
    *_, ending, last = before.lines
    full = _line_width(last) >= _FULL * reading.width
    if not full or not before.unfinished or not _SENTENCE_END.search(ending.text.text.rstrip()):
        return []
    before.lines.remove(last)
    return [last]


def _share(before: Sequence[NoteBody], lines: list[UnplacedLine]) -> None:
    """Give the first of ``lines`` to a footnote whose number alone stood before another's."""
    if before and len(lines) > 1 and not any(line.solid for line in before[0].lines):
        before[0].lines.append(lines.pop(0))


# Footnotes that their marks in the text tell


def _take_by_marks(text: UnplacedText, page: UnplacedPage, reading: _Reading) -> None:
    """Take footnotes at a page's foot whose numbers stand as marks in the lines above."""
    lines = page.lines
    forced = [i for i, line in enumerate(lines) if text.edited(line, EditKind.NOTE)]
    start = forced[0] if forced else _first_note(text, page, reading)
    rest = _rest_of_last(text, page, reading, len(lines) if start is None else start)
    if rest:
        reading.notes[-1].lines += lines[rest[0] : rest[1]]
    if start is not None:
        heads = _chain(text, lines, start, reading.last)
        _open_notes(reading, page, lines[start:], {i - start: head for i, head in heads.items()})
    until = rest[0] if rest else len(lines) if start is None else start
    page.lines = lines[:until] + (lines[rest[1] : start or rest[1]] if rest else [])


def _first_note(text: UnplacedText, page: UnplacedPage, reading: _Reading) -> int | None:
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
    if index not in heads or not index:
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
    full = max(_line_width(line) for line in lines[before:])
    for index in range(before + 1, after - 1):
        if number and _line_width(lines[index]) < _LARGEST_PART * full:
            return {index + 1: replace(number, end=0)}
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
        raised = {
            int(digits)
            for line in lines
            for start, end in raised_runs(line)
            for digits in re.findall(r"[0-9]+", line.text.text[start:end])
        }
        return sum(number in raised for number in numbers)
    alone = {int(line.solid) for line in lines if line.solid.isdecimal()}
    glued = {mark.number for mark in find_marks([line.text for line in lines], numbers)}
    return sum(number in alone | glued for number in numbers)


def _rest_of_last(
    text: UnplacedText, page: UnplacedPage, reading: _Reading, end: int
) -> tuple[int, int] | None:
    """Return the lines before ``end`` at a page's foot that go on with its last footnote."""
    if text.positioned or not reading.notes or reading.notes[-1].page != page.number - 1:
        return None
    note = reading.notes[-1]
    if not note.unfinished or _line_width(note.lines[-1]) < _FULL * reading.width:
        return None
    start = end - 1
    while start > 0 and page.lines[start].number not in text.gaps:
        start -= 1
    rest = [_line_width(line) for line in page.lines[start:end]]
    body = max((_line_width(line) for line in page.lines[:start]), default=0)
    small = len(rest) == 1 or max(rest) > body
    return (start, end) if start > 0 and len(rest) <= _LONGEST_REST and small else None


# Notes at the end of a chapter, or of all


def _take_endnotes(text: UnplacedText, reading: _Reading) -> None:
    """Take the notes that stand after all text, if no footnotes were found before."""
    if reading.notes:
        return
    pages = text.pages
    stream = [(page, line) for page in pages for line in page.lines]
    heads = [note_head(line) for _, line in stream]
    for start in range(len(stream) - 1, -1, -1):
        head = heads[start]
        if head is None or head.value != 1 or head.form is NoteForm.PARENTHESIS:
            continue
        lines = [line for _, line in stream]
        chain = _chain(text, lines, start, 0)
        above = lines[:start]
        if chain and _marked(text, above, list(chain.values())) == len(chain):
            page = stream[start][0]
            _open_notes(
                reading, page, lines[start:], {i - start: head for i, head in chain.items()}
            )
            taken = {line.number for line in lines[start:]}
            for each in pages:
                each.lines = [line for line in each.lines if line.number not in taken]
            return


def _name(notes: Sequence[NoteBody]) -> None:
    """Name each footnote by its number; where the numbering restarts, by its page as well."""
    used: set[str] = set()
    for note in notes:
        name = str(note.head.value)
        if name in used:
            name = f"{note.page}-{name}"
        count = 2
        while name in used:
            name, count = f"{note.page}-{count}-{note.head.value}", count + 1
        used.add(name)
        note.name = name
