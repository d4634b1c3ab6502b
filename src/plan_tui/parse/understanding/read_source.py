"""A source together with what was read in it, as the checks of the proof look at it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import BlockKind, FurnitureKind, Layout
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedBlock, ParsedDocument, ParsedSection
from plan_tui.text.record import record
from plan_tui.text.traced import Traced

_PAGE_NUMBER = re.compile(r"\D{0,4}?(\d{1,4})(?:\D{0,4}|\D{1,2}\d{1,4}\D{0,2})")
"""A number with a sign or a word around it, or before the number of all pages."""


@record
class ReadSource:
    """One source, the document that its parser made of it, and where its lines stand."""

    text: PagedText
    document: ParsedDocument
    layout: Layout
    pages: Mapping[int, int]
    """Line number → page of the file; empty where the source has no pages."""
    printed: Mapping[int, int]
    """Page of the file → the number printed on it, for pages that have one in digits."""

    @classmethod
    def of(cls, text: PagedText, document: ParsedDocument, layout: Layout) -> ReadSource:
        """Put a source and its document together."""
        pages = {line.number: line.page for line in text.lines if line.page is not None}
        return cls(text, document, layout, pages, dict(_printed_numbers(document, pages)))

    @property
    def flows(self) -> bool:
        """Whether the text flows over its pages, as that of slides and diagrams does not."""
        return self.layout not in (Layout.SLIDES, Layout.DIAGRAM)

    @property
    def shift(self) -> int | None:
        """What most pages of the file count more than the number printed on them."""
        shifts = Counter(page - number for page, number in self.printed.items())
        return shifts.most_common(1)[0][0] if shifts else None

    @property
    def last_page(self) -> int | None:
        """The last page of the file; None where the source has no pages."""
        return max((page.number for page in self.text.pages), default=0) if self.pages else None

    @property
    def page_numbers(self) -> tuple[tuple[int, int], ...]:
        """The line and the number of each page number in digits, in reading order.

        Empty where they are no sequence in the main: a text without pages may hold a few that
        were left over where all others were taken out before.
        """
        numbers = [
            (piece.text.first_line or 0, number)
            for piece in self.document.furniture
            if piece.kind is FurnitureKind.PAGE_NUMBER
            and (number := page_number(piece.text.text)) is not None
        ]
        steps = list(pairwise(numbers))
        following = sum(after[1] == before[1] + 1 for before, after in steps)
        return tuple(numbers) if following * 2 >= len(steps) else ()

    @property
    def last_printed(self) -> int | None:
        """The number of the last page, printed or not; None if nothing tells it."""
        if self.last_page is not None:
            return self.last_page - self.shift if self.shift is not None else None
        return max((number for _, number in self.page_numbers), default=None)

    def page_of(self, text: Traced) -> int | None:
        """Return the page on which a text begins."""
        return self.pages.get(text.first_line or 0)

    def at(
        self,
        kind: DoubtKind,
        severity: Severity,
        line: int | None,
        expected: str = "",
        seen: str = "",
    ) -> Doubt:
        """Return a doubt about a line, with the line's page; ``seen`` is what stands there."""
        return Doubt(kind, severity, self.pages.get(line or 0), line, expected, seen)

    def blocks(self, *kinds: BlockKind) -> Iterator[ParsedBlock]:
        """Yield the blocks of all sections, of some kinds alone if they are named."""
        for section in self.document.sections:
            yield from (block for block in section.blocks if not kinds or block.kind in kinds)


def solid(text: str) -> int:
    """Return how many characters of a text are no blanks."""
    return len("".join(text.split()))


def own_size(section: ParsedSection) -> int:
    """Return how many characters a section's own text has, its children's not counted."""
    texts = [*(block.text for block in section.blocks), *(kpi.text for kpi in section.kpis)]
    return sum(solid(text.text) for text in texts)


def plain(text: str) -> str:
    """Return a text without blanks and in compatible forms, to compare words of two places."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def heading_line(section: ParsedSection) -> int | None:
    """Return the line on which a heading begins; None if it was supplied."""
    lines = (section.label.first_line, section.title.first_line)
    return min((line for line in lines if line), default=None)


def heading_words(section: ParsedSection) -> str:
    """Return a heading's label and title, as a message names it."""
    return f"{section.label.text} {section.title.text}".strip()


def _printed_numbers(
    document: ParsedDocument, pages: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    for piece in document.furniture:
        if piece.kind is FurnitureKind.PAGE_NUMBER:
            page = pages.get(piece.text.first_line or 0)
            number = page_number(piece.text.text)
            if page is not None and number is not None:
                yield page, number


def page_number(text: str) -> int | None:
    """Return the number that a page number names (``- 3 -``, ``3/12``); None if Roman or none."""
    match = _PAGE_NUMBER.fullmatch(plain(text))
    return int(match[1]) if match else None
