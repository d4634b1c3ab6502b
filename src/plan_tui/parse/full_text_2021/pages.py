"""The pages of the 2021 full text: its printed lines told apart by how they are set.

This extraction writes an empty line after each printed line, except where something else
follows: the next page (whose first line begins with a blank), a footnote, or a reading in
small type. A line that ends in a blank ends its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFurniture, ParsedRuby
from plan_tui.parse.common.ruby_readings import ends_in_kanji, looks_like_reading, ruby, word_before
from plan_tui.text.traced import Traced

_NOTE = re.compile(r"(\d+)\s+\S")
_NEXT_NOTE = re.compile(r"[。）」]\s+((\d+)\s+\D)")
"""A footnote (group 1) that shares its first line with the end of the one before."""
_PAGE_NUMBER = re.compile(r"\s*(\d+)\s*")
_PAGE_FOOT = 3
"""Blank lines, at least, between a page's text and its printed number."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A printed line of text."""

    text: Traced
    """Without blanks at its end, nor at its beginning if those only mark a new page."""
    ends: bool
    """True if a blank at its end marks the end of its paragraph."""
    opens_page: bool
    """True for the first line of a page."""


@dataclass(slots=True)
class Note:
    """A footnote at a page's foot; its lines may go on at the next page's foot."""

    number: Traced
    lines: list[PageLine]

    @property
    def value(self) -> int:
        """The footnote's number."""
        return int(self.number.text)


@dataclass(slots=True)
class Page:
    """The lines of one page."""

    body: list[PageLine] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    """Footnotes that begin on this page."""


@dataclass(slots=True)
class Pages:
    """A whole source, told apart."""

    pages: list[Page] = field(default_factory=list)
    rubies: list[ParsedRuby] = field(default_factory=list)
    furniture: list[ParsedFurniture] = field(default_factory=list)


def read_pages(lines: Sequence[str]) -> Pages:
    """Tell apart body, footnotes, readings and page numbers (line n is ``lines[n - 1]``)."""
    return _Reader(lines).read()


class _Reader:
    """Walks down the lines; a new page closes the footnotes of the one before."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._found = Pages()
        self._at_foot = False
        self._page_number = 0
        self._opens_page = True
        self._note: Note | None = None
        self._expected = 1

    def read(self) -> Pages:
        for index, raw in enumerate(self._lines):
            if raw.strip():
                self._take(index, raw)
        return self._found

    def _take(self, index: int, raw: str) -> None:
        traced = Traced.of_line(index + 1, raw)
        if self._is_page_number(index, raw):
            self._page_number = int(raw)
            self._found.furniture.append(ParsedFurniture(FurnitureKind.PAGE_NUMBER, traced.strip()))
            self._opens_page = True
            return
        if self._is_reading(index, raw):
            before = self._lines[index - 1]
            self._found.rubies.append(ruby(traced, word_before(before, raw)))
            return
        if self._opens_page or (raw[0].isspace() and self._is_close(index)):
            self._found.pages.append(Page())
            self._opens_page, self._at_foot = True, False
        text = traced.strip() if self._opens_page else traced[: len(raw.rstrip())]
        self._place(index, PageLine(text, raw[-1].isspace(), self._opens_page))
        self._opens_page = False

    def _place(self, index: int, line: PageLine) -> None:
        page = self._found.pages[-1]
        found = _NOTE.match(line.text.text)
        if found and self._is_close(index) and int(found.group(1)) == self._expected:
            self._open_note(line, found.end(1))
        elif self._note and (self._at_foot or self._goes_on(index, line)):
            self._continue_note(line)
        else:
            page.body.append(line)

    def _open_note(self, line: PageLine, number_end: int) -> None:
        self._note = Note(line.text[:number_end], [])
        self._found.pages[-1].notes.append(self._note)
        self._expected += 1
        self._continue_note(PageLine(line.text[number_end:].strip(), line.ends, opens_page=False))

    def _continue_note(self, line: PageLine) -> None:
        """Add a line to the open footnote, up to where the next one begins in it."""
        assert self._note is not None
        self._at_foot = True
        shared = (f for f in _NEXT_NOTE.finditer(line.text.text) if int(f[2]) == self._expected)
        found = next(shared, None)
        if not found:
            self._note.lines.append(line)
            return
        first = line.text[: found.start(1)].strip()
        self._note.lines.append(PageLine(first, ends=True, opens_page=False))
        rest = PageLine(line.text[found.start(1) :], line.ends, opens_page=False)
        self._open_note(rest, found.end(2) - found.start(1))

    def _goes_on(self, index: int, line: PageLine) -> bool:
        """Return whether an unfinished footnote of the last page goes on at this page's foot."""
        below_rule = index > 0 and self._lines[index - 1] == " "
        open_note = self._note is not None and not self._note.lines[-1].ends
        body = self._found.pages[-1].body
        return open_note and below_rule and bool(body) and not line.opens_page

    def _is_close(self, index: int) -> bool:
        """Return whether no empty line stands before this one."""
        return index > 0 and self._lines[index - 1] != ""

    def _is_reading(self, index: int, raw: str) -> bool:
        before = self._lines[index - 1] if index else ""
        return looks_like_reading(raw) and ends_in_kanji(before) and not before[-1].isspace()

    def _is_page_number(self, index: int, raw: str) -> bool:
        found = _PAGE_NUMBER.fullmatch(raw)
        above = self._lines[max(0, index - _PAGE_FOOT) : index]
        return (
            bool(found)
            and int(raw) > self._page_number
            and len(above) == _PAGE_FOOT
            and not any(line.strip() for line in above)
        )
