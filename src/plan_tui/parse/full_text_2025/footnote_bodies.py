"""Footnotes of the 2025 layout: bodies fused on the lines above the page number, marks in text.

The page's footnotes say which numbers must occur on it: lines are footnotes if their marks do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.model.parsed import ParsedFootnote
from plan_tui.parse.common.footnote_marks import find_marks
from plan_tui.parse.common.spacing import without_inserted_blanks
from plan_tui.parse.full_text_2025.geometry import measure, printed, width
from plan_tui.text.traced import Place, Traced

Marks = dict[Place, str]
"""The place of each digit that belongs to a footnote's mark → the footnote's number."""

_CLOSES = tuple("。．.）)」』")
_ADDRESS = re.compile(r"https?://\S+$")


@dataclass(frozen=True, slots=True)
class PageText:
    """A page taken apart."""

    body: tuple[Traced, ...]
    footnotes: tuple[ParsedFootnote, ...]
    marks: Marks
    continued: Traced
    """The rest of the page before's last footnote, moved to this page; mostly empty."""


def take_footnotes(page: Sequence[Traced], first: int, unfinished: bool) -> PageText:
    """Take the footnotes off the foot of a page.

    ``first`` is the number that the next footnote must have; ``unfinished`` says that the one
    before it broke off at the end of the page before.
    """
    for start in range(len(page) - 1, -1, -1):
        head = re.match(rf"{first}\s", page[start].text)
        if not head:
            continue
        notes = split_notes(Traced.join(page[start:], " "), first)
        moved = 1 if unfinished and start else 0
        body = page[: start - moved]
        marks = locate_marks(body, [note.number.text for note in notes])
        if marks is not None:
            rest = page[start - 1] if moved else Traced()
            return PageText(tuple(body), tuple(notes), marks, rest)
    if unfinished and page:
        return PageText(tuple(page[:-1]), (), {}, page[-1])
    return PageText(tuple(page), (), {}, Traced())


def split_notes(block: Traced, first: int) -> list[ParsedFootnote]:
    """Split footnotes that share their lines; ``block`` begins with the number ``first``.

    The next one begins at its number where that stands alone after the end of a sentence.
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
    for found in re.finditer(rf"(?<=\s){number}(?=\s)", text[start:]):
        before = text[: start + found.start()].rstrip()
        if before.endswith(_CLOSES) or _ADDRESS.search(before):
            return start + found.start()
    return None


def breaks_off(page: Sequence[Traced], note: Traced) -> bool:
    """Return whether a page's last footnote goes on after the page's end.

    ``note`` is its text with the blanks that part printed lines. It does if its last line is
    full (footnotes are set smaller, so fuller than a line of the ``page``) and ends no sentence.
    """
    if note.text.rstrip().endswith(_CLOSES):
        return False
    full = measure(printed(line, ()) for line in page)
    last = re.split(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", note.text.rstrip())[-1]
    return full is not None and width(Traced.supplied(last)) > full + 5


def locate_marks(body: Sequence[Traced], numbers: Sequence[str]) -> Marks | None:
    """Find where the marks ``numbers`` stand in a page's lines, or None if one is missing."""
    found = find_marks(body, [int(number) for number in numbers])
    if len(found) < len(numbers):
        return None
    return {place: str(mark.number) for mark in found for place in mark.text.places if place}
