"""Rows of what stands in the sources: editions, documents, outline, text, provenance."""

from __future__ import annotations

from dataclasses import dataclass

from plan_tui.model.doubts import DoubtKind, Severity
from plan_tui.model.enums import (
    BlockKind,
    CharacterRole,
    DocumentKind,
    FurnitureKind,
    KpiKind,
    KpiStatus,
    Layout,
    SectionKind,
)
from plan_tui.store.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaRow(Row):
    """What the database says of itself."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRow(Row):
    """An edition of the plan."""

    id: str
    label: str
    label_en: str
    decided_on: str
    """ISO day of the cabinet decision."""
    ordinal: int
    """Order in time, from 1."""
    note: str
    """What of the edition's text is held, in Japanese."""
    note_en: str
    cite: str
    """How a citation of this edition begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(Row):
    """A source text of an edition."""

    id: str
    edition_id: str
    title: str
    kind: DocumentKind
    dated: str
    """ISO day."""
    publisher: str
    url: str
    """The page it was published on."""
    licence: str
    source_file: str
    """Name below ``data/sources/``."""
    sha256: str
    """Of the source file, hexadecimal."""
    lines: int
    """Lines of the source file."""
    ordinal: int
    """Order among all documents, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedDocumentRow(Row):
    """What is needed to read anew a document that the reader added."""

    id: str
    """The document."""
    ordinal: int
    """Order in which they were added, from 1."""
    original: str
    """Name of the file in the folder of the originals."""
    layout: Layout
    key: str
    """How the keys of its sections begin."""
    short: str
    """Its name inside citations; may be empty."""
    replaces: str | None
    """The packaged document whose place it takes; its own id, or NULL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow(Row):
    """A heading; its text is in its blocks."""

    id: int
    document_id: str
    parent_id: int | None
    """The heading above; None at the top."""
    ordinal: int
    """Reading order in the document, from 1."""
    depth: int
    """1 at the top."""
    kind: SectionKind
    label: str
    """As printed without spaces; may be empty."""
    title: str
    """Without the label."""
    key: str
    """Unique short ASCII name to cite and type."""
    citation: str
    """The place in words, in Japanese."""
    reading: str = ""
    """The title in kana; empty if the reading of one of its words is not known."""
    title_en: str | None = None
    """Unofficial English title."""
    toc_only: bool = False
    """Whether only a contents page tells of it and its text is not held."""
    line_start: int | None
    """First source line of the heading; None if the heading was supplied."""
    line_end: int | None
    """Last source line of the section's own text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow(Row):
    """A paragraph, bullet, list item, table or note of a section."""

    id: int
    section_id: int
    ordinal: int
    """Order in the section, from 1."""
    kind: BlockKind
    marker: str
    """The printed bullet or number, which is not in the text."""
    level: int
    """Nesting depth of a bullet or list item, from 0."""
    text: str
    """Clean text; a table's cells with tabs between columns and line feeds between rows."""
    data: str | None
    """A table as JSON, ``{"columns": […], "rows": [[…]]}``; None for other kinds."""
    line_start: int | None
    line_end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteRow(Row):
    """A footnote's body."""

    id: int
    document_id: str
    number: str
    """As numbered in the document, in ASCII digits."""
    text: str
    line_start: int | None
    line_end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteRefRow(Row):
    """Where a footnote's mark stood: in a block, a KPI, or (neither) in the section's title."""

    footnote_id: int
    section_id: int
    block_id: int | None = None
    kpi_id: int | None = None
    offset: int
    """Characters of the clean text before the mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow(Row):
    """What a section of the kind ``measure`` has beside its text."""

    section_id: int
    number: str
    """``1-1`` … ``9-10``."""
    chapter: str
    """``I`` … ``IX``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiRow(Row):
    """One bullet or printed line group of a measure's KPI lists."""

    id: int
    section_id: int
    kind: KpiKind
    ordinal: int
    """Order in its list, from 1."""
    text: str
    status: KpiStatus
    line_start: int | None
    line_end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RubyRow(Row):
    """A reading printed beside a word."""

    document_id: str
    line: int
    """Source line of the reading."""
    reading: str
    word: str
    """The characters it reads; empty if unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRow(Row):
    """What the page or the extraction put in and is not the plan's text."""

    id: int
    document_id: str
    line: int
    """First source line."""
    kind: FurnitureKind
    text: str
    """As it stands in the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLineRow(Row):
    """A line of a source as extracted."""

    document_id: str
    line: int
    """From 1."""
    page: int | None
    """The page of the file, from 1; NULL where the source has no pages."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow(Row):
    """What the proof of understanding found in the reading of a source."""

    id: int
    document_id: str
    kind: DoubtKind
    severity: Severity
    page: int | None
    line: int | None
    expected: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceRow(Row):
    """Where a run of source characters went."""

    document_id: str
    line: int
    column_start: int
    """First character, from 0."""
    column_end: int
    """After the last character."""
    role: CharacterRole
    owner_id: int
    """Row id in the table that the role names."""
    offset: int
    """Characters into the owner's text; -1 where it has none."""
