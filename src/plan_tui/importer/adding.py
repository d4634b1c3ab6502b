"""Adds one document to the rows of a database, with all that follows from it."""

from __future__ import annotations

from typing import Protocol

from plan_tui.importer.assembler import assemble
from plan_tui.importer.fact_rows import add_facts
from plan_tui.importer.linking.link_rows import add_links_of_document
from plan_tui.importer.reading_rows import add_missing_readings
from plan_tui.importer.replacing import take_place
from plan_tui.importer.row_numbers import number_after
from plan_tui.model.parsed import ParsedDocument
from plan_tui.sources.edition_entry import EditionEntry
from plan_tui.sources.manifest import Manifest, Source
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.source_rows import AddedDocumentRow, EditionRow
from plan_tui.text.language import Phrase
from plan_tui.text.record import record, replaced


class Tell(Protocol):
    """Is told of each step as it begins or goes on."""

    def __call__(self, step: Phrase, done: int = 0, total: int = 0) -> None:
        """Take a step's name, and how much of it is done of what, if that is known."""


ADDED = Phrase("追加した文書：{file}。", "Added: {file}.")
"""What the note of an edition says of a document that the reader added; stored as data."""
_LAYING_OUT = Phrase("日付と数値の読み取り", "reading dates and numbers")
_READING_ALOUD = Phrase("読み仮名の付与", "finding the readings")
_COMPARING = Phrase("他の版との比較", "comparing it with the other editions")


@record
class Addition:
    """A document to add, with all that was told of it or follows."""

    source: Source
    edition: EditionEntry
    """Of a new edition, or of the one that it joins."""
    original: str
    """Name of the file in the folder of the originals."""
    replaces: str | None = None
    """The document whose place it takes, which has its id."""


def add_document(
    rows: DatabaseRows, addition: Addition, parsed: ParsedDocument, tell: Tell
) -> tuple[Phrase, ...]:
    """Add a document behind the rows that are there, whose ids stay as they are.

    Args:
        rows: all rows of a database; changed in place.
        addition: the document.
        parsed: what stands in it.
        tell: told of each step.

    Returns:
        What the reader should know of a document that was replaced.

    Raises:
        UsageError: a key of the document that is replaced would name something else.
        DataError: a measure has no number, or page furniture stands in no line.

    """
    tell(_LAYING_OUT)
    part = _rows_alone(rows, addition, parsed)
    number_after(part, rows)
    notes: tuple[Phrase, ...] = ()
    if addition.replaces:
        notes = take_place(rows, part, addition.replaces)
    rows.add(part)
    _put_in_order(rows)
    tell(_READING_ALOUD)
    add_missing_readings(rows)
    tell(_COMPARING)
    add_links_of_document(rows, addition.source.id)
    return notes


def _rows_alone(rows: DatabaseRows, addition: Addition, parsed: ParsedDocument) -> DatabaseRows:
    """Return the rows that follow from the document alone, numbered from 1."""
    source = addition.source
    # Nobody knows where the reader's file is from, unless it takes the place of another.
    places = {row.id: (row.url, row.licence) for row in rows.documents}
    url, licence = places.get(addition.replaces or "", ("", ""))
    manifest = Manifest((addition.edition,), (source,), url, licence, ())
    part = assemble(manifest, [parsed])
    add_facts(part)
    if any(row.id == addition.edition.id for row in rows.editions):
        part.editions = []
        rows.editions = [
            _with_note(row, source.file) if row.id == addition.edition.id else row
            for row in rows.editions
        ]
    added = {row.id: row for row in rows.added_documents}
    replaces = addition.replaces
    if replaces in added:
        replaces = added[replaces].replaces  # a packaged document, or none: that is built first
    last = max((row.ordinal for row in rows.documents), default=0)
    part.documents = [replaced(row, ordinal=last + 1) for row in part.documents]
    order = max((row.ordinal for row in added.values()), default=0) + 1
    part.added_documents.append(
        AddedDocumentRow(
            id=source.id,
            ordinal=order,
            original=addition.original,
            layout=source.layout,
            key=source.key,
            short=source.short,
            replaces=replaces,
        )
    )
    return part


def _with_note(edition: EditionRow, file: str) -> EditionRow:
    """Let the note on what is held of an edition name a further document."""
    note = ADDED.of(file=file)
    if note.ja in edition.note:
        return edition
    return replaced(
        edition, note=edition.note + note.ja, note_en=f"{edition.note_en} {note.en}".strip()
    )


def _put_in_order(rows: DatabaseRows) -> None:
    """Put editions into the order of their days, and documents into that of their editions."""
    rows.editions = [
        replaced(row, ordinal=ordinal)
        for ordinal, row in enumerate(sorted(rows.editions, key=lambda row: row.decided_on), 1)
    ]
    place = {row.id: row.ordinal for row in rows.editions}
    in_order = sorted(rows.documents, key=lambda row: (place[row.edition_id], row.ordinal))
    ordinals = {row.id: ordinal for ordinal, row in enumerate(in_order, 1)}
    rows.documents = [replaced(row, ordinal=ordinals[row.id]) for row in rows.documents]
