"""What the reader asks to add, and what follows from it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from plan_tui.errors import UsageError
from plan_tui.importer.adding import ADDED, Addition
from plan_tui.importer.own.originals import digest, original_name
from plan_tui.importer.own.read_document import ReadDocument
from plan_tui.sources.edition_entry import (
    DocumentNames,
    EditionEntry,
    checked_edition_id,
    document_names,
    edition_entry,
    edition_id,
)
from plan_tui.sources.manifest import Source
from plan_tui.store.added_documents import AddedDocument
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.source_rows import DocumentRow, EditionRow
from plan_tui.text.language import Phrase
from plan_tui.text.record import record, replaced

_HELD = Phrase(
    "{file}：文書{document}として既に収録しています。何も変えません",
    "{file}: is held already as {document}; nothing is changed",
)
_NO_DATE = Phrase(
    "{file}：表紙に日付がありません。--date 2026-06-13 のように指定してください",
    "{file}: its cover has no date; give one, such as --date 2026-06-13",
)
_NO_DOCUMENT = Phrase(
    "文書{id!r}はありません。あるもの：{known}", "no document {id!r}; there are {known}"
)
_OTHER_EDITION = Phrase(
    "文書{document}は版{edition}のものです。--as {other}と一緒には使えません",
    "{document} is of edition {edition}; --as {other} does not go with it",
)
_KEY_IN_USE = Phrase(
    "--as {id}：キー{id}:…は文書{document}が使っています。別の名前を指定してください",
    "--as {id}: the keys {id}:… are those of {document}; choose another name",
)
_OTHER_YEAR = Phrase(
    "版の名前は指定どおり{edition}とします。決定の日は{dated}です",
    "the edition is named {edition}, as you asked; it was decided on {dated}",
)
_TRIED = "new"
"""Id of an edition that is only tried and of which no day is known."""
_ANY_DAY = "2000-01-01"


@record
class AddRequest:
    """A file to add, with what the reader says of it; empty where nothing is said."""

    file: Path
    content: bytes
    edition: str = ""
    """Id of the edition, new or held."""
    dated: str = ""
    """ISO day."""
    title: str = ""
    replaces: str = ""
    """Id of the document whose place it takes."""
    trial: bool = False
    """Whether it is only tried: nothing is written, and the day need not be known."""

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.file.name


def refuse_held(request: AddRequest, rows: DatabaseRows) -> None:
    """Refuse a file that stands in the database.

    Raises:
        UsageError: it does.

    """
    sha256 = digest(request.content)
    for document in rows.documents:
        if document.sha256 == sha256:
            raise UsageError(_HELD.of(file=request.name, document=document.id))


def refuse_same_text(request: AddRequest, read: ReadDocument, rows: DatabaseRows) -> None:
    """Refuse a text that is held: line ends, encoding and blanks at lines' ends make no other.

    A PDF has places too, and what takes the place of another is asked for: neither is refused.

    Raises:
        UsageError: its lines are those of a document that is held.

    """
    if read.text.has_positions or request.replaces:
        return
    lines = _without_ends(enumerate(read.text.texts, 1))
    held: dict[str, list[tuple[int, str]]] = {}
    for row in rows.source_lines:
        held.setdefault(row.document_id, []).append((row.line, row.text))
    for document, texts in held.items():
        if _without_ends(sorted(texts)) == lines:
            raise UsageError(_HELD.of(file=request.name, document=document))


def _without_ends(lines: Iterable[tuple[int, str]]) -> list[str]:
    """Return the texts of numbered lines that have any, without blanks at their ends."""
    return [solid for _, text in lines if (solid := text.rstrip())]


def addition_of(request: AddRequest, read: ReadDocument, rows: DatabaseRows) -> Addition:
    """Return the document to add, with ids, keys and names that are not in use.

    Raises:
        UsageError: no date is known, or an id is unknown, not possible, or in use.

    """
    replaced = _replaced(request, rows)
    dated = request.dated or read.dated
    edition = _edition(request, dated, replaced, rows)
    if replaced:
        names = _names_of(replaced, edition, rows)
    else:
        ids = [document.id for document in rows.documents]
        names = document_names(edition.id, read.kind, ids, document_keys(rows))
    source = Source(
        id=names.id,
        edition=edition.id,
        key=names.key,
        title=request.title or read.title or request.file.stem,
        kind=read.kind,
        layout=read.layout,
        dated=dated or edition.decided_on,
        publisher=replaced.publisher if replaced else "",
        short=names.short,
        file=request.name,
        sha256=digest(request.content),
        text=read.text,
        edits=read.edits,
    )
    original = original_name(request.name, request.content)
    return Addition(source, edition, original, replaced.id if replaced else None)


def day_to_give(
    request: AddRequest, read: ReadDocument, addition: Addition, rows: DatabaseRows
) -> tuple[Phrase, ...]:
    """Return what the reader of a trial has to say of the day before the file can be added."""
    is_held = any(row.id == addition.edition.id for row in rows.editions)
    is_known = request.dated or read.dated or is_held
    return () if is_known else (_NO_DATE.of(file=request.name),)


def other_year(request: AddRequest, read: ReadDocument, addition: Addition) -> tuple[Phrase, ...]:
    """Say so if the reader names an edition by a year that is not that of its day."""
    dated = request.dated or read.dated
    name = request.edition
    if not dated or not re.fullmatch(r"(19|20)\d\d", name) or name == dated[:4]:
        return ()
    return (_OTHER_YEAR.of(edition=addition.edition.id, dated=dated),)


def addition_again(added: AddedDocument, read: ReadDocument, rows: DatabaseRows) -> Addition:
    """Return a document that was added before, under the names that it has."""
    held = {row.id: row for row in rows.editions}
    edition = (
        _entry(held[added.edition])
        if added.edition in held
        else _new_edition(added.edition, added.decided_on, added.file)
    )
    source = Source(
        id=added.id,
        edition=added.edition,
        key=added.key,
        title=added.title,
        kind=added.kind,
        layout=added.layout,
        dated=added.dated,
        publisher=added.publisher,
        short=added.short,
        file=added.file,
        sha256=added.sha256,
        text=read.text,
        edits=read.edits,
    )
    return Addition(source, edition, added.original, added.replaces)


def document_keys(rows: DatabaseRows) -> dict[str, str]:
    """Return how the keys of each document's sections begin → the document."""
    return {row.key.partition(":")[0]: row.document_id for row in rows.sections}


def _replaced(request: AddRequest, rows: DatabaseRows) -> DocumentRow | None:
    if not request.replaces:
        return None
    for document in rows.documents:
        if document.id == request.replaces:
            if request.edition not in ("", document.edition_id):
                raise UsageError(
                    _OTHER_EDITION.of(
                        document=document.id, edition=document.edition_id, other=request.edition
                    )
                )
            return document
    known = ", ".join(document.id for document in rows.documents)
    raise UsageError(_NO_DOCUMENT.of(id=request.replaces, known=known))


def _edition(
    request: AddRequest, dated: str, replaced: DocumentRow | None, rows: DatabaseRows
) -> EditionEntry:
    """Return the edition that the document is of: a held one, or a new one."""
    held = {row.id: row for row in rows.editions}
    if replaced:
        return _entry(held[replaced.edition_id])
    if request.edition in held:
        return _entry(held[request.edition])
    if not dated and not request.trial:
        raise UsageError(_NO_DATE.of(file=request.name))
    if not dated:
        newest = max((row.decided_on for row in rows.editions), default=_ANY_DAY)
        return _new_edition(request.edition or _TRIED, newest, request.name)
    if not request.edition:
        same_day = [row for row in rows.editions if row.decided_on == dated]
        if same_day:
            return _entry(same_day[0])
    keys = document_keys(rows)
    name = checked_edition_id(request.edition) if request.edition else _free_id(dated, held, keys)
    for key, document in keys.items():
        if key.casefold() == name.casefold():
            raise UsageError(_KEY_IN_USE.of(id=name, document=document))
    return _new_edition(name, dated, request.name)


def _new_edition(edition: str, decided_on: str, file: str) -> EditionEntry:
    entry = edition_entry(edition, decided_on)
    note = ADDED.of(file=file)
    return replaced(entry, note=note.ja, note_en=note.en)


def _free_id(dated: str, held: Collection[str], keys: Collection[str]) -> str:
    return edition_id(dated, {*held, *keys})


def _entry(row: EditionRow) -> EditionEntry:
    return EditionEntry(
        row.id, row.label, row.label_en, row.cite, row.decided_on, row.note, row.note_en
    )


def _names_of(replaced: DocumentRow, edition: EditionEntry, rows: DatabaseRows) -> DocumentNames:
    """Return the names of a document, which another is to have."""
    first = next((row for row in rows.sections if row.document_id == replaced.id), None)
    if first is None:
        return DocumentNames(replaced.id, replaced.id, "")
    named = re.match(re.escape(edition.cite) + "（(.+?)） ", first.citation)
    return DocumentNames(replaced.id, first.key.partition(":")[0], named[1] if named else "")
