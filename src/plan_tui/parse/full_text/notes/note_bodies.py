"""The bodies of footnotes: their lines, and their text and name in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.parsed import ParsedFootnote
from plan_tui.parse.common.spacing import join_printed
from plan_tui.parse.full_text.notes.note_numbers import (
    NoteHead,
)
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedPage
from plan_tui.text.record import field, record
from plan_tui.text.traced import Traced
from plan_tui.text.width import width

FULL_LINE = 0.93
"""The part of the widest note's line that a full one has at least."""
_FEWEST_LINES = 3
"""Lines of a number, its footnote's end, and the first line of the next."""
_SHORT = 3.0
"""Ems that a note's line lacks at least which ends a paragraph."""
_SENTENCE_END = re.compile(r"[。．.][」』）)\]]*$")
_ADDRESS_END = re.compile(r"https?://\S+$")
_PARAGRAPH_START = re.compile(r"[・●○■□◆▪※]|https?://")


@record(frozen=False)
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


@record(frozen=False)
class NotesSoFar:
    """What is known of the footnotes up to some page."""

    notes: list[NoteBody] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number of the last footnote; 0 before the first."""
        return self.notes[-1].head.value if self.notes else 0

    @property
    def width(self) -> int:
        """The width of the widest line of a footnote, in terminal columns."""
        return max(line_width(line) for note in self.notes for line in note.lines)


def line_width(line: UnplacedLine) -> int:
    """Return the width of a line's text in terminal columns."""
    return width(line.text.text.strip())


def open_notes(
    reading: NotesSoFar,
    page: UnplacedPage,
    lines: Sequence[UnplacedLine],
    heads: dict[int, NoteHead],
) -> None:
    """Add the footnotes whose ``heads`` stand in ``lines``; each goes on up to the next."""
    starts = sorted(heads)
    displaced = {
        head.number.first_line
        for start, head in heads.items()
        if head.number.first_line != lines[start].number
    }
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        head = heads[start]
        first = UnplacedLine(lines[start].line, lines[start].text[head.end :])
        above = _opening(reading, head)
        rest = [line for line in lines[start + 1 : end] if line.number not in displaced]
        _share(reading.notes[-1:], rest)
        reading.notes.append(NoteBody(head, page.number, [*above, first, *rest]))


def _opening(reading: NotesSoFar, head: NoteHead) -> list[UnplacedLine]:
    """Take the last line from the footnote before, if it opens that of a number alone below it.

    The extraction writes a raised number below the first line that it stands beside. That line
    is full, follows the end of a sentence and ends none itself.
    """
    before = reading.notes[-1] if reading.notes else None
    if before is None or not head.alone or head.raised or len(before.lines) < _FEWEST_LINES:
        return []
    *_, ending, last = before.lines
    full = line_width(last) >= FULL_LINE * reading.width
    if not full or not before.unfinished or not _SENTENCE_END.search(ending.text.text.rstrip()):
        return []
    before.lines.remove(last)
    return [last]


def _share(before: Sequence[NoteBody], lines: list[UnplacedLine]) -> None:
    """Give the first of ``lines`` to a footnote whose number alone stood before another's."""
    if before and len(lines) > 1 and not any(line.solid for line in before[0].lines):
        before[0].lines.append(lines.pop(0))


def parsed_note(note: NoteBody, blanks: str) -> ParsedFootnote:
    """Return a footnote as the document has it; line breaks stand between its paragraphs.

    ``blanks`` are the kinds of blanks that were printed between words.
    """
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
    texts = [join_printed(paragraph, blanks) for paragraph in paragraphs]
    return ParsedFootnote(number, Traced.join(texts, "\n"))


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


def name_notes(notes: Sequence[NoteBody]) -> None:
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
