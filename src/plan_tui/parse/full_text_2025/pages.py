"""Pages of the 2025 layout: page numbers on lines of their own, footnotes above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFootnote, ParsedFurniture
from plan_tui.parse.common.spacing import join_lines
from plan_tui.parse.full_text_2025.footnote_bodies import Marks, breaks_off, take_footnotes
from plan_tui.text.traced import Traced


@dataclass(slots=True)
class Body:
    """The running text of all pages, with what was taken out of it."""

    lines: list[Traced] = field(default_factory=list)
    """Source lines of the text, in order."""
    footnotes: list[ParsedFootnote] = field(default_factory=list)
    marks: Marks = field(default_factory=dict)
    furniture: list[ParsedFurniture] = field(default_factory=list)


def read_pages(lines: Sequence[Traced]) -> Body:
    """Take page numbers and footnotes out of the ``lines`` of the text proper."""
    body = Body()
    unfinished = False
    for page, number in _split_pages(lines):
        found = take_footnotes(page, len(body.footnotes) + 1, unfinished)
        if found.continued:
            _continue_last(body.footnotes, found.continued)
        body.lines += found.body
        body.footnotes += found.footnotes
        body.marks |= found.marks
        if number:
            body.furniture.append(ParsedFurniture(FurnitureKind.PAGE_NUMBER, number))
        unfinished = _unfinished(page, len(found.body))
    return body


def _unfinished(page: Sequence[Traced], notes_start: int) -> bool:
    notes = page[notes_start:]
    return bool(notes) and breaks_off(page[:notes_start], notes[-1])


def _continue_last(footnotes: list[ParsedFootnote], rest: Traced) -> None:
    last = footnotes[-1]
    footnotes[-1] = ParsedFootnote(last.number, join_lines((last.text, rest)))


def _split_pages(lines: Sequence[Traced]) -> list[tuple[list[Traced], Traced]]:
    """Return each page's lines and its number (empty if the last page has none).

    A page number is a line of digits alone that follows the number of the page before.
    """
    pages: list[tuple[list[Traced], Traced]] = []
    page: list[Traced] = []
    expected: int | None = None
    for line in lines:
        if line.text.isdecimal() and expected in (None, int(line.text)):
            pages.append((page, line))
            page, expected = [], int(line.text) + 1
        else:
            page.append(line)
    return [*pages, (page, Traced())] if page else pages
