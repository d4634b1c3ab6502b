"""Footnotes of the 2025 layout: bodies on the lines above the page number, several to a line.

Lines at a page's foot are taken for footnotes only if all their numbers occur as marks in the
text above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.parsed import ParsedFootnote
from plan_tui.parse.common.footnote_marks import find_marks
from plan_tui.parse.common.geometry import estimate_measure, printed_line, printed_width
from plan_tui.parse.common.spacing import without_inserted_blanks
from plan_tui.text.record import record
from plan_tui.text.traced import Place, Traced

Marks = dict[Place, str]
"""The place of each digit that belongs to a footnote mark → the footnote's number."""

_SENTENCE_END = tuple("。．.）)」』")
_ADDRESS = re.compile(r"https?://\S+$")
_FULL_NOTE_LINE = 5.0
"""Ems, in the footnote's size, by which its full lines exceed the text's measure: set at nine
tenths of the size, a line gains 5 on a measure of 45. No footnote in the source goes on over a
page."""


@record
class PageText:
    """A page split into body and footnotes."""

    body: tuple[Traced, ...]
    """Its lines above the footnotes."""
    footnotes: tuple[ParsedFootnote, ...]
    """Those that begin on it."""
    marks: Marks
    """The footnote marks in ``body``."""
    continued: Traced
    """The line on which the last footnote of the page before ends; empty if none does."""


def take_footnotes(page: Sequence[Traced], first: int, unfinished: bool) -> PageText:
    """Split a page into its body and the footnotes at its foot.

    ``first`` is the number that its first footnote must have; ``unfinished`` says that the last
    footnote of the page before goes on here. It goes on above this page's own footnotes.
    """
    for start in range(len(page) - 1, -1, -1):
        if not re.match(rf"{first}\s", page[start].text):
            continue
        notes = split_notes(Traced.join(page[start:], " "), first)
        continued_lines = 1 if unfinished and start else 0
        body = page[: start - continued_lines]
        marks = locate_marks(body, [note.number.text for note in notes])
        if marks is not None:
            continued = page[start - 1] if continued_lines else Traced()
            return PageText(tuple(body), tuple(notes), marks, continued)
    if unfinished and page:
        return PageText(tuple(page[:-1]), (), {}, page[-1])
    return PageText(tuple(page), (), {}, Traced())


def split_notes(block: Traced, first: int) -> list[ParsedFootnote]:
    """Split footnotes that share lines; ``block`` begins with the number ``first``.

    The next one begins at its number, where that stands alone after the end of a sentence.
    """
    notes: list[ParsedFootnote] = []
    start, number = 0, first
    while True:
        text_start = start + len(str(number))
        end = _next_note(block.text, text_start, number + 1)
        notes.append(
            ParsedFootnote(block[start:text_start], without_inserted_blanks(block[text_start:end]))
        )
        if end is None:
            return notes
        start, number = end, number + 1


def _next_note(text: str, start: int, number: int) -> int | None:
    """Return the offset in ``text``, from ``start`` on, where the footnote ``number`` begins."""
    for match in re.finditer(rf"(?<=\s){number}(?=\s)", text[start:]):
        before = text[: start + match.start()].rstrip()
        if before.endswith(_SENTENCE_END) or _ADDRESS.search(before):
            return start + match.start()
    return None


def breaks_off(page: Sequence[Traced], note: Traced) -> bool:
    """Return whether a page's last footnote goes on on the next page.

    ``note`` is its text with blanks between printed lines. It goes on if its last line is
    measure (footnotes are set smaller, so fuller than a line of the ``page``) and ends no sentence.
    """
    if note.text.rstrip().endswith(_SENTENCE_END):
        return False
    measure = estimate_measure(printed_line(line, ()) for line in page)
    last = re.split(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", note.text.rstrip())[-1]
    return measure is not None and printed_width(Traced.supplied(last)) > measure + _FULL_NOTE_LINE


def locate_marks(body: Sequence[Traced], numbers: Sequence[str]) -> Marks | None:
    """Find where the marks ``numbers`` stand in a page's lines, or None if one is missing."""
    found_marks = find_marks(body, [int(number) for number in numbers])
    if len(found_marks) < len(numbers):
        return None
    return {place: str(mark.number) for mark in found_marks for place in mark.text.places if place}
