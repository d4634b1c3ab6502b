"""Rows of what stands in the sources: editions, documents, outline, text, provenance."""

from __future__ import annotations

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
from plan_tui.text.record import record


@record(kw_only=True)
class MetaRow(Row):
    """What the database says of itself."""

    key: str
    """``schema_version``, ``package_version``, ``sources_sha256`` (over all sources),
    ``licence``, ``url``, ``attribution_1`` …, the same in unofficial English:
    ``attribution_en_1`` …;
    ``sha256:TABLE``: the digest of each table, and ``sha256:shape``, that of tables, indexes and
    views, by which ``check`` finds what was changed by hand or by damage."""
    value: str
    """As text."""


@record(kw_only=True)
class EditionRow(Row):
    """The editions of the plan."""

    id: str
    """``2021``, ``2021-12``, ``2022``, ``2025``."""
    label: str
    """Japanese name."""
    label_en: str
    """English name."""
    decided_on: str
    """Day of the cabinet decision, ISO."""
    ordinal: int
    """Order in time, from 1."""
    note: str
    """What of the edition's text is held, in Japanese."""
    note_en: str
    """The same in English."""
    cite: str
    """How a citation of this edition begins."""


@record(kw_only=True)
class DocumentRow(Row):
    """The source texts, one or several of an edition."""

    id: str
    """``plan-2021``, ``hearing-2022``, ``overview-2022``, ``summary-2022``, ``plan-2025``."""
    edition_id: str
    """Its edition."""
    title: str
    """As printed."""
    kind: DocumentKind
    """``full_text``, ``overview``, ``summary`` or ``deck``."""
    dated: str
    """ISO day."""
    publisher: str
    """Who published it."""
    url: str
    """The page it was published on."""
    licence: str
    """Under which it is reused."""
    source_file: str
    """Name below ``data/sources/``."""
    sha256: str
    """Of the source file."""
    lines: int
    """Lines of the source file."""
    ordinal: int
    """Order, from 1."""


@record(kw_only=True)
class AddedDocumentRow(Row):
    """The documents that the reader added (``plan-tui add``), and what is needed to read them anew.

    Empty in the packaged database. ``meta`` then has ``begun_from``, the SHA-256 of the database
    that was begun from, and ``own_decisions``, that of the file of decisions that were taken over,
    if there were any.
    """

    id: str
    """The document."""
    ordinal: int
    """Order in which they were added, from 1."""
    original: str
    """Name of the file in the folder ``originals`` beside the database."""
    layout: Layout
    """The parser that reads it."""
    key: str
    """How the keys of its sections begin."""
    short: str
    """Its name inside citations; may be empty."""
    replaces: str | None
    """The packaged document whose place it takes; NULL if it is one more."""


@record(kw_only=True)
class SectionRow(Row):
    """One row a heading; its text is in ``blocks``."""

    id: int
    """Row id."""
    document_id: str
    """Its document."""
    parent_id: int | None
    """The heading above; NULL at the top."""
    ordinal: int
    """Reading order in the document, from 1."""
    depth: int
    """1 at the top."""
    kind: SectionKind
    """``preface``, ``part``, ``chapter``, ``section``, ``item``, ``slide`` or ``measure``."""
    label: str
    """As printed without spaces (``第１部``, ``（１）``, ``[No.１－８]``); may be empty."""
    title: str
    """Clean title, without the label; titles repeat."""
    key: str
    """Unique short ASCII name to cite and type: ``2021:2.1.1.1.a``, ``2021:M1-8``."""
    citation: str
    """The place in words, in Japanese."""
    reading: str = ""
    """The title in kana; empty if the reading of one of its words is not known."""
    title_en: str | None = None
    """English title, unofficial; NULL if none was made."""
    toc_only: bool = False
    """1 if only a contents page tells of it and its text is not held."""
    line_start: int | None
    """First source line of the heading; NULL if supplied."""
    line_end: int | None
    """Last source line of the section's own text."""


@record(kw_only=True)
class BlockRow(Row):
    """Paragraphs, bullets, list items, tables and notes."""

    id: int
    """Row id."""
    section_id: int
    """Its section."""
    ordinal: int
    """Order in the section, from 1."""
    kind: BlockKind
    """``paragraph``, ``bullet``, ``list_item``, ``table`` or ``note``."""
    marker: str
    """The printed bullet or number, not in ``text``; a sign that only its font gives a look
    (U+E000–U+F8FF) is shown as ``・``."""
    level: int
    """Nesting depth of a bullet or list item, from 0."""
    text: str
    """Clean text; a table's cells with tabs between columns and line feeds between rows."""
    data: str | None
    """A table as JSON, ``{"columns": […], "rows": [[…]]}``, merged cells filled; else NULL."""
    line_start: int | None
    """First source line."""
    line_end: int | None
    """Last source line."""


@record(kw_only=True)
class FootnoteRow(Row):
    """The bodies of the footnotes."""

    id: int
    """Row id."""
    document_id: str
    """Its document."""
    number: str
    """As numbered in the document, in ASCII digits; where the numbering begins anew, with the
    file's page before it (``12-1``)."""
    text: str
    """Clean text."""
    line_start: int | None
    """First source line."""
    line_end: int | None
    """Last source line."""


@record(kw_only=True)
class FootnoteRefRow(Row):
    """Where a footnote's mark stood."""

    footnote_id: int
    """The footnote."""
    section_id: int
    """The section."""
    block_id: int | None = None
    """The block; NULL if the mark stands in the title or in a KPI."""
    kpi_id: int | None = None
    """The KPI; NULL if not in one."""
    offset: int
    """Characters of the clean text before the mark."""


@record(kw_only=True)
class MeasureRow(Row):
    """What sections of the kind ``measure`` have beside their text."""

    section_id: int
    """The measure's section."""
    number: str
    """``1-1`` … ``9-10``."""
    chapter: str
    """``I`` … ``IX``."""


@record(kw_only=True)
class KpiRow(Row):
    """One row a bullet or printed line group of a measure's KPI lists."""

    id: int
    """Row id."""
    section_id: int
    """The measure's section."""
    kind: KpiKind
    """``progress``（進捗） or ``outcome``（効果）."""
    ordinal: int
    """Order in its list, from 1."""
    text: str
    """Clean text; an unset KPI keeps its bracketed reason."""
    status: KpiStatus
    """``unset``, ``quantitative``, ``milestone`` or ``qualitative``, read off the text by rule."""
    line_start: int | None
    """First source line."""
    line_end: int | None
    """Last source line."""


@record(kw_only=True)
class RubyRow(Row):
    """Readings printed beside words."""

    document_id: str
    """The document."""
    line: int
    """Source line of the reading."""
    reading: str
    """As printed."""
    word: str
    """The characters it reads; empty if unknown."""


@record(kw_only=True)
class FurnitureRow(Row):
    """What the page or the extraction put in and is not the plan's text."""

    id: int
    """Row id."""
    document_id: str
    """The document."""
    line: int
    """First source line."""
    kind: FurnitureKind
    """Why it is not text: ``page_number``, ``contents``, ``running_head``, ``kpi_label`` …"""
    text: str
    """As it stands in the source."""


@record(kw_only=True)
class SourceLineRow(Row):
    """The sources, line by line."""

    document_id: str
    """The document."""
    line: int
    """From 1."""
    page: int | None
    """The page of the file, from 1; NULL where the source has no pages."""
    text: str
    """As extracted."""


@record(kw_only=True)
class DoubtRow(Row):
    """What the proof of understanding found in the reading of a source.

    Two kinds are figures of how much was understood; ``docs/proof.md`` has all kinds.
    """

    id: int
    """Row id."""
    document_id: str
    """The document."""
    kind: DoubtKind
    """What is in doubt: ``contents_missing``, ``footnote_missing``, ``page_number_gap`` …"""
    severity: Severity
    """``error`` (not understood), ``warning`` (to be looked at) or ``note``."""
    page: int | None
    """The page of the file; NULL where unknown."""
    line: int | None
    """The line of the source; NULL where unknown."""
    expected: str
    """What should stand there."""
    found: str
    """What does."""


@record(kw_only=True)
class ProvenanceRow(Row):
    """Where each run of source characters went.

    Every non-space character of a source is in exactly one run; ``plan-tui check`` proves it.
    """

    document_id: str
    """The document."""
    line: int
    """Source line."""
    column_start: int
    """First character, from 0."""
    column_end: int
    """After the last character."""
    role: CharacterRole
    """``label``, ``title``, ``marker``, ``text``, ``kpi``, ``footnote_number``, ``footnote``,
    ``mark``, ``ruby`` or ``furniture``."""
    owner_id: int
    """Row id in the table that the role names."""
    offset: int
    """Characters into the owner's text; -1 where it has none."""
