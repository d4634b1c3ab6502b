"""Editions, documents and the headings of their outlines, as the database gives them back."""

from __future__ import annotations

from collections.abc import Callable

from plan_tui.text.language import Language
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.outline_enums import DocumentKind, SectionKind


@record
class Edition:
    """One edition of the plan."""

    id: str
    """``2021``, ``2021-12``, ``2022``, ``2025`` …"""
    label: str
    """Japanese name for people."""
    label_en: str
    """The same in English."""
    decided_on: str
    """ISO date of the cabinet decision."""
    ordinal: int
    """Order in time, from 1."""
    note: str
    """What of this edition's text is held, in Japanese."""
    note_en: str
    """The same in English."""

    def name(self, language: Language) -> str:
        """Return the edition's name for people, in ``language``."""
        return self.label if language is Language.JA else self.label_en

    def held(self, language: Language) -> str:
        """Return what of this edition's text is held, in ``language``."""
        return self.note if language is Language.JA else self.note_en


@record
class Document:
    """One source text of an edition."""

    id: str
    edition_id: str
    title: str
    kind: DocumentKind
    dated: str
    """ISO date."""
    publisher: str
    url: str
    licence: str
    source_file: str
    """Name of the file below ``data/sources/``."""
    sha256: str
    lines: int
    """Lines of the source file."""
    ordinal: int
    """Order in time, from 1."""


@record
class Attribution:
    """What every export says of where its text comes from."""

    lines: tuple[str, ...]
    """Sentences to give word for word, in order."""
    documents: tuple[Document, ...]
    """All that are held; an export names those that it cites."""
    lines_en: tuple[str, ...] = ()
    """The sentences in unofficial English."""

    def said(self, language: Language) -> tuple[str, ...]:
        """Return the sentences word for word; in English, their English follows them."""
        return self.lines if language is Language.JA else (*self.lines, *self.lines_en)


Attributed = Callable[[], Attribution]
"""Asks the plan where its text comes from; called by formats that say it."""


@record
class Section:
    """A heading of a document's outline, without its text."""

    id: int
    document_id: str
    edition_id: str
    parent_id: int | None
    ordinal: int
    """Reading order in the document, from 1."""
    depth: int
    """1 for the top of the outline."""
    kind: SectionKind
    label: str
    """As printed without spaces; may be empty."""
    title: str
    key: str
    """Short ASCII name that a person cites and types; unique."""
    citation: str
    """The section's place in words, for a quotation."""
    reading: str
    """Kana of the title; empty if not made."""
    title_en: str | None
    """Unofficial English title."""
    toc_only: bool
    """True if only the heading is held, from a contents page."""
    line_start: int | None
    """First source line of the heading (1-based)."""
    line_end: int | None
    """Last source line of the section's own text."""
    children: int
    """Number of direct children."""

    @property
    def heading(self) -> str:
        """Label and title as one line."""
        return f"{self.label} {self.title}".strip()
