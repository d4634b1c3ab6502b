"""From parsed documents to the database's rows: editions, documents and their lines."""

from __future__ import annotations

from collections.abc import Iterable

from plan_tui.importer.document_rows import DocumentRows
from plan_tui.model.enums import Layout
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.address import citations, keys
from plan_tui.parse.understanding.understanding import understanding
from plan_tui.sources.edition_entry import held_note
from plan_tui.sources.manifest import Manifest, Source
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.source_rows import DocumentRow, DoubtRow, EditionRow, SourceLineRow


def assemble(manifest: Manifest, parsed: Iterable[ParsedDocument]) -> DatabaseRows:
    """Lay out everything that was parsed as numbered rows.

    Args:
        manifest: the editions and sources.
        parsed: what stands in each of ``manifest.sources``, in their order.

    Returns:
        The rows that follow from each document alone, in the order of the documents and of
        their text; what later steps add (dates, links, readings …) is empty.

    Raises:
        DataError: a measure has no number, or page furniture stands in no line.

    """
    rows = DatabaseRows(editions=_edition_rows(manifest))
    cites = {edition.id: edition.cite for edition in manifest.editions}
    for ordinal, (source, document) in enumerate(zip(manifest.sources, parsed, strict=True), 1):
        rows.documents.append(_document_row(manifest, source, ordinal))
        rows.source_lines += [
            SourceLineRow(document_id=source.id, line=line.number, page=line.page, text=line.text)
            for line in source.text.lines
        ]
        name = f"（{source.short}）" if source.short else ""
        DocumentRows(rows, source.id).add(
            document,
            keys(source.key, document.sections, dotted=source.layout is not Layout.SLIDES),
            citations(cites[source.edition], name, document.sections),
        )
        rows.doubts += _doubt_rows(source, document, len(rows.doubts))
    return rows


def _doubt_rows(source: Source, document: ParsedDocument, before: int) -> list[DoubtRow]:
    """Return what is in doubt of a document, numbered after the ``before`` rows there are."""
    doubts = (*source.edits.doubts, *understanding(source.text, document, source.layout))
    return [
        DoubtRow(
            id=number,
            document_id=source.id,
            kind=doubt.kind,
            severity=doubt.severity,
            page=doubt.page,
            line=doubt.line,
            expected=doubt.expected,
            found=doubt.found,
        )
        for number, doubt in enumerate(doubts, before + 1)
    ]


def _edition_rows(manifest: Manifest) -> list[EditionRow]:
    rows = []
    for ordinal, edition in enumerate(manifest.editions, 1):
        kinds = {source.kind for source in manifest.sources if source.edition == edition.id}
        held = held_note(kinds)
        row = EditionRow(
            id=edition.id,
            label=edition.label,
            label_en=edition.label_en,
            decided_on=edition.decided_on,
            ordinal=ordinal,
            note=edition.note or held.ja,
            note_en=edition.note_en or held.en,
            cite=edition.cite,
        )
        rows.append(row)
    return rows


def _document_row(manifest: Manifest, source: Source, ordinal: int) -> DocumentRow:
    return DocumentRow(
        id=source.id,
        edition_id=source.edition,
        title=source.title,
        kind=source.kind,
        dated=source.dated,
        publisher=source.publisher,
        url=manifest.url,
        licence=manifest.licence,
        source_file=source.file,
        sha256=source.sha256,
        lines=len(source.text.lines),
        ordinal=ordinal,
    )
