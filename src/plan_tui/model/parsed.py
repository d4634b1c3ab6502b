"""What a parser finds in one source: the outline and its text, each character traced.

A parser returns one `ParsedDocument`. Its traced texts together hold every non-space
character of the source exactly once; the build proves that and stores the proof.
"""

from __future__ import annotations

import unicodedata

from plan_tui.model.enums import (
    BlockKind,
    FurnitureKind,
    KpiKind,
    SectionKind,
)
from plan_tui.text.record import record
from plan_tui.text.traced import Traced

NOTHING = Traced()


@record
class ParsedMark:
    """A footnote's mark, taken out of the text it stood in."""

    number: str
    """The footnote's number, ASCII digits."""
    offset: int
    """Characters of the clean text before the mark."""
    mark: Traced
    """The mark as printed."""


@record
class ParsedBlock:
    """A paragraph, bullet, list item, table or note."""

    kind: BlockKind
    text: Traced
    """Clean text; a table's is its cells, tabs between columns and line breaks between rows."""
    marker: Traced = NOTHING
    """The printed bullet or number (``・``, ``①``), outside the text."""
    level: int = 0
    """Nesting depth of a bullet or list item, from 0."""
    marks: tuple[ParsedMark, ...] = ()
    columns: tuple[str, ...] = ()
    """A table's column names; empty for other kinds."""
    rows: tuple[tuple[str, ...], ...] = ()
    """A table's cells, merged cells filled; each row as long as ``columns``."""


@record
class ParsedKpi:
    """One bullet or printed line group of a measure's KPI list."""

    kind: KpiKind
    text: Traced
    """Without its bullet, which is furniture."""
    marks: tuple[ParsedMark, ...] = ()


@record
class ParsedSection:
    """A heading and the text below it, up to the next heading."""

    depth: int
    """1 for the top of the outline; the parent is the nearest earlier section less deep."""
    kind: SectionKind
    label: Traced = NOTHING
    """As printed without spaces: ``第１部``, ``（１）``, ``[No.１－８]``; empty if none."""
    title: Traced = NOTHING
    """Clean title without its label."""
    title_marks: tuple[ParsedMark, ...] = ()
    blocks: tuple[ParsedBlock, ...] = ()
    kpis: tuple[ParsedKpi, ...] = ()
    toc_only: bool = False
    """True for an entry of a contents page whose text is not in the source."""


@record
class ParsedFootnote:
    """A footnote's body."""

    number: Traced
    """As printed; where the numbering restarts, a page is supplied before it (``12-1``)."""
    text: Traced

    @property
    def name(self) -> str:
        """The number in ASCII digits, as the marks name it."""
        return unicodedata.normalize("NFKC", self.number.text)


@record
class ParsedRuby:
    """A reading printed beside a word."""

    reading: Traced
    word: str
    """The characters it reads, as printed in the text; empty if unknown."""


@record
class ParsedFurniture:
    """Something printed, or put in by the extraction, that is not the plan's text."""

    kind: FurnitureKind
    text: Traced


@record
class ParsedContentsEntry:
    """An entry of the contents page, and the section that answers it."""

    label: str
    """As printed without spaces; empty if none."""
    title: str
    printed_page: str
    """The page number that the entry names, ASCII digits; empty if none."""
    line: int
    """The entry's 1-based line."""
    section: int | None
    """Index of the section in the document; None where no heading of the text answers it."""


@record
class ParsedDocument:
    """Everything that stands in one source."""

    sections: tuple[ParsedSection, ...]
    """In reading order; the first has depth 1."""
    footnotes: tuple[ParsedFootnote, ...] = ()
    ruby: tuple[ParsedRuby, ...] = ()
    furniture: tuple[ParsedFurniture, ...] = ()
    contents: tuple[ParsedContentsEntry, ...] = ()
    """The entries of the contents page in their order; empty where the layout's parser tells
    none."""
