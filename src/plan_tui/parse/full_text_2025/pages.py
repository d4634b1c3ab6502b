"""The pages of the 2025 layout: page numbers on lines of their own, footnotes above them."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFootnote, ParsedFurniture
from plan_tui.parse.common.spacing import join_lines
from plan_tui.parse.full_text_2025.footnote_bodies import Marks, breaks_off, take_footnotes
from plan_tui.text.record import field, record
from plan_tui.text.traced import Traced


@record(frozen=False)
class Body:
    """The running text of all pages, with what was taken out of it."""

    lines: list[Traced] = field(default_factory=list)
    """Source lines of the text, in order."""
    footnotes: list[ParsedFootnote] = field(default_factory=list)
    marks: Marks = field(default_factory=dict)
    """The footnote marks, which are still in ``lines``."""
    furniture: list[ParsedFurniture] = field(default_factory=list)
    """The page numbers."""


def read_pages(lines: Sequence[Traced]) -> Body:
    """Take page numbers and footnotes out of the ``lines`` of the text proper."""
    body = Body()
    unfinished = False
    for page, number in _split_pages(lines):
        page_text = take_footnotes(page, len(body.footnotes) + 1, unfinished)
        if page_text.continued:
            _continue_last(body.footnotes, page_text.continued)
        body.lines += page_text.body
        body.footnotes += page_text.footnotes
        body.marks |= page_text.marks
        if number:
            body.furniture.append(ParsedFurniture(FurnitureKind.PAGE_NUMBER, number))
        unfinished = _ends_unfinished(page, len(page_text.body))
    return body


def _ends_unfinished(page: Sequence[Traced], notes_start: int) -> bool:
    """Return whether a page's last footnote goes on; its footnotes begin at ``notes_start``."""
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
