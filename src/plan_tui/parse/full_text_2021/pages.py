"""The pages of the 2021 full text: body lines, footnotes, readings and page numbers.

They are told apart by the blanks of the extraction: it writes an empty line after each line of
the body, but none before a footnote, before a reading in small type, and before the next page,
whose first line begins with a blank. A line that ends in a blank ends its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFurniture, ParsedRuby
from plan_tui.parse.common.ruby_readings import ends_in_kanji, looks_like_reading, ruby, word_before
from plan_tui.text.record import field, record
from plan_tui.text.traced import Traced

_NOTE = re.compile(r"(\d+)\s+\S")
_NEXT_NOTE = re.compile(r"[。）」]\s+((\d+)\s+\D)")
"""A footnote (group 1) that shares its first line with the end of the one before."""
_PAGE_NUMBER = re.compile(r"\s*(\d+)\s*")
_BLANKS_ABOVE_NUMBER = 3
"""Blank lines between a page's text and its printed number. Between lines of the body there is
one; above the numbers in the source there are five or more, so that 2 to 5 tell them apart."""


@record
class LineOfPage:
    """A printed line of text."""

    text: Traced
    """Without blanks at its end, nor at its beginning if those only mark a new page."""
    ends: bool
    """True if a blank at its end marks the end of its paragraph."""
    opens_page: bool
    """True for the first line of a page."""


@record(frozen=False)
class Note:
    """A footnote at a page's foot."""

    number: Traced
    lines: list[LineOfPage]
    """Its lines, those at the next page's foot included."""

    @property
    def value(self) -> int:
        """The footnote's number."""
        return int(self.number.text)


@record(frozen=False)
class Page:
    """The lines of one page."""

    body: list[LineOfPage] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    """Footnotes that begin on this page."""


@record(frozen=False)
class Pages:
    """A whole source, taken apart."""

    pages: list[Page] = field(default_factory=list)
    ruby: list[ParsedRuby] = field(default_factory=list)
    furniture: list[ParsedFurniture] = field(default_factory=list)


def read_pages(lines: Sequence[str]) -> Pages:
    """Return the pages that stand in a source's ``lines`` (line n is ``lines[n - 1]``)."""
    return _PageReader(lines).read()


class _PageReader:
    """Walks down the lines of a source; a page's first line ends the footnotes of the last."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._pages = Pages()
        self._at_foot = False  # whether a footnote of this page was read
        self._page_number = 0  # of the page before
        self._opens_page = True  # whether the next line is a page's first
        self._note: Note | None = None  # the footnote read last
        self._next_note = 1  # the number that the next footnote must have

    def read(self) -> Pages:
        for index, raw in enumerate(self._lines):
            if raw.strip():
                self._read_line(index, raw)
        return self._pages

    def _read_line(self, index: int, raw: str) -> None:
        traced = Traced.of_line(index + 1, raw)
        if self._is_page_number(index, raw):
            self._page_number = int(raw)
            self._pages.furniture.append(ParsedFurniture(FurnitureKind.PAGE_NUMBER, traced.strip()))
            self._opens_page = True
            return
        if self._is_reading(index, raw):
            before = self._lines[index - 1]
            self._pages.ruby.append(ruby(traced, word_before(before, raw)))
            return
        if self._opens_page or (raw[0].isspace() and self._follows_at_once(index)):
            self._pages.pages.append(Page())
            self._opens_page, self._at_foot = True, False
        text = traced.strip() if self._opens_page else traced[: len(raw.rstrip())]
        self._add(index, LineOfPage(text, raw[-1].isspace(), self._opens_page))
        self._opens_page = False

    def _add(self, index: int, line: LineOfPage) -> None:
        """Add a line to a footnote or to the page's body."""
        number = _NOTE.match(line.text.text)
        if number and self._follows_at_once(index) and int(number.group(1)) == self._next_note:
            self._open_note(line, number.end(1))
        elif self._note and (self._at_foot or self._continues_last_note(index, line)):
            self._continue_note(line)
        else:
            self._pages.pages[-1].body.append(line)

    def _open_note(self, line: LineOfPage, number_end: int) -> None:
        self._note = Note(line.text[:number_end], [])
        self._pages.pages[-1].notes.append(self._note)
        self._next_note += 1
        self._continue_note(LineOfPage(line.text[number_end:].strip(), line.ends, opens_page=False))

    def _continue_note(self, line: LineOfPage) -> None:
        """Add a line to the open footnote, up to where the next one begins in it."""
        assert self._note is not None
        self._at_foot = True
        numbers = _NEXT_NOTE.finditer(line.text.text)
        shared = next((number for number in numbers if int(number[2]) == self._next_note), None)
        if not shared:
            self._note.lines.append(line)
            return
        end_of_note = line.text[: shared.start(1)].strip()
        self._note.lines.append(LineOfPage(end_of_note, ends=True, opens_page=False))
        next_note = LineOfPage(line.text[shared.start(1) :], line.ends, opens_page=False)
        self._open_note(next_note, shared.end(2) - shared.start(1))

    def _continues_last_note(self, index: int, line: LineOfPage) -> bool:
        """Return whether an unfinished footnote of the last page goes on at this page's foot.

        The rule above the footnotes came out as a line of one blank.
        """
        below_rule = index > 0 and self._lines[index - 1] == " "
        unfinished = self._note is not None and not self._note.lines[-1].ends
        body = self._pages.pages[-1].body
        return unfinished and below_rule and bool(body) and not line.opens_page

    def _follows_at_once(self, index: int) -> bool:
        """Return whether no empty line stands before the line ``index``."""
        return index > 0 and self._lines[index - 1] != ""

    def _is_reading(self, index: int, raw: str) -> bool:
        before = self._lines[index - 1] if index else ""
        return looks_like_reading(raw) and ends_in_kanji(before) and not before[-1].isspace()

    def _is_page_number(self, index: int, raw: str) -> bool:
        above = self._lines[max(0, index - _BLANKS_ABOVE_NUMBER) : index]
        return (
            bool(_PAGE_NUMBER.fullmatch(raw))
            and int(raw) > self._page_number
            and len(above) == _BLANKS_ABOVE_NUMBER
            and not any(line.strip() for line in above)
        )
