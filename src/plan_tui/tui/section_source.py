"""The source lines of a section, and which of their characters went into which of its texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from plan_tui.model.enums import (
    CharacterRole,
    FurnitureKind,
)
from plan_tui.model.records import Document, Provenance, SectionText
from plan_tui.store import source_queries
from plan_tui.store.plan import Plan
from plan_tui.text.record import field, record

REMOVED_ROLES = frozenset((CharacterRole.MARK, CharacterRole.RUBY, CharacterRole.FURNITURE))
"""Roles of characters that are not in the clean text."""

Owner = tuple[CharacterRole, int]
"""A text that was made of source characters: its role, and the id of its row."""

TEXT_BEHIND = {
    CharacterRole.LABEL: CharacterRole.TITLE,
    CharacterRole.MARKER: CharacterRole.TEXT,
    CharacterRole.FOOTNOTE_NUMBER: CharacterRole.FOOTNOTE,
}
"""Role of what stands before a text → the text's role."""
LABEL_BEFORE = {role: label for label, role in TEXT_BEHIND.items()}
"""Role of a text → the role of what stands before it."""


@record
class SourceLine:
    """One line of the source and where its characters went."""

    number: int
    """From 1."""
    text: str
    runs: tuple[Provenance, ...]

    @property
    def owners(self) -> tuple[Owner, ...]:
        """The titles, blocks, KPIs and footnotes that the line's characters went into."""
        clean = (run for run in self.runs if run.role not in REMOVED_ROLES)
        return tuple(
            dict.fromkeys((TEXT_BEHIND.get(run.role, run.role), run.owner_id) for run in clean)
        )

    @property
    def removed(self) -> tuple[Provenance, ...]:
        """The runs that are not in the clean text."""
        return tuple(run for run in self.runs if run.role in REMOVED_ROLES)


@record
class SectionSource:
    """The source lines of a section and of its footnotes."""

    file: str
    """Name of the source file."""
    body: tuple[SourceLine, ...]
    notes: tuple[SourceLine, ...]
    """Lines of footnotes outside of ``body``."""
    texts: Mapping[Owner, str]
    """The document's clean texts."""
    kinds: Mapping[int, FurnitureKind] = field(default_factory=dict)
    """Row id of furniture → its kind."""


AROUND = 40
"""Lines before and after the one that a reader is brought to: about a page each."""


def section_source(plan: Plan, text: SectionText, line: int | None = None) -> SectionSource:
    """Read where a section comes from, or the lines around one of its document."""
    document = text.document
    provenance = source_queries.provenance(plan, document.id)
    runs = {
        number: tuple(of_line) for number, of_line in groupby(provenance, key=lambda run: run.line)
    }
    lines = dict(source_queries.source_lines(plan, document.id))

    def numbered(numbers: Iterable[int]) -> tuple[SourceLine, ...]:
        known = (number for number in numbers if number in lines)
        return tuple(SourceLine(n, lines[n], runs.get(n, ())) for n in known)

    body = _range(text.section.line_start, text.section.line_end)
    if line is not None:
        around = numbered(range(line - AROUND, line + AROUND + 1))
        return _of_lines(plan, document, around, ())
    notes = [n for note in text.footnotes for n in _range(note.line_start, note.line_end)]
    others = numbered(number for number in dict.fromkeys(notes) if number not in body)
    return _of_lines(plan, document, numbered(body), others)


def _of_lines(
    plan: Plan, document: Document, body: tuple[SourceLine, ...], notes: tuple[SourceLine, ...]
) -> SectionSource:
    return SectionSource(
        document.source_file,
        body,
        notes,
        source_queries.owned_texts(plan, document.id),
        source_queries.furniture_kinds(plan, document.id),
    )


def _range(start: int | None, end: int | None) -> range:
    """Return the numbers of lines from the first to the last; none where none is recorded."""
    return range(start, (end or start) + 1) if start is not None else range(0)
