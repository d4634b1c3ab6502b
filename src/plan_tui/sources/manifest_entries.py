"""The entries of the manifest: editions and documents, with what follows where it is not told."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from unicodedata import normalize

from plan_tui.errors import UsageError
from plan_tui.model.enums import DocumentKind, Layout
from plan_tui.sources.edition_entry import (
    EditionEntry,
    checked_edition_id,
    document_names,
    edition_entry,
    edition_id,
)
from plan_tui.sources.toml_fields import TomlTable, fields_of
from plan_tui.sources.toml_tables import TomlFile
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import field_names, record

_EDITION = Phrase("版{name}", "edition {name}")
_DOCUMENT = Phrase("文書{name}", "document {name}")
_TWICE = Phrase("{value}は{other}と重なります", "{value} is also that of {other}")
_OUTSIDE = Phrase(
    "{value}は一覧のフォルダーの中のファイルではありません",
    "{value} is not a file inside the manifest's folder",
)
_NO_DIGEST = Phrase(
    "{value}はSHA-256ではありません。16進数64桁で書くか、この行を消してください",
    "{value} is not a SHA-256; write 64 hexadecimal digits, or leave the line out",
)
_ANY_DAY = "2000-01-01"
"""In place of a day that is none, which is told; nothing that follows from it is used."""
_DIGEST = re.compile(r"[0-9a-fA-F]{64}")
_LAYOUTS = {
    DocumentKind.FULL_TEXT: Layout.FULL_TEXT,
    DocumentKind.OVERVIEW: Layout.SLIDES,
    DocumentKind.SUMMARY: Layout.DIAGRAM,
    DocumentKind.DECK: Layout.SLIDES,
}
"""Kind → the layout where none is told."""


@record
class DocumentEntry:
    """A document as the manifest describes it."""

    id: str
    edition: str
    key: str
    title: str
    kind: DocumentKind
    layout: Layout
    dated: str
    publisher: str
    short: str
    file: str
    sha256: str
    """In lower case; empty where it is not told."""


class ListedTables:
    """The entries ``[[edition]]`` or ``[[document]]`` of a manifest, one after the other."""

    def __init__(self, file: TomlFile, name: str, called: Phrase) -> None:
        self._file = file
        self._name = name
        self._called = called
        self._numbers = file.entries(name, needed=True)

    def _values(self, number: int) -> Mapping[str, object]:
        return fields_of(self._file, (self._name, number))

    def told(self, field: str) -> frozenset[str]:
        """Return the texts that are written in a field of any entry."""
        values = (self._values(number).get(field) for number in self._numbers)
        return frozenset(value for value in values if isinstance(value, str))

    def each(self, known: Iterable[str]) -> Iterator[TomlTable]:
        """Yield the entries, called by id or file, else by their number."""
        names = tuple(known)
        for number in self._numbers:
            values = self._values(number)
            named = [
                values[field] for field in ("id", "file") if isinstance(values.get(field), str)
            ]
            called = f'"{named[0]}"' if named else f"{number + 1}"
            yield TomlTable(self._file, (self._name, number), self._called.of(name=called), names)

    def refuse_twice(self, field: str, values: Sequence[str], tables: Sequence[TomlTable]) -> None:
        """Note each value of a field that an earlier entry has too.

        Two are one if they would lead to one file on some system, as those do that differ in
        capitals, in how accents are written, or by steps that lead nowhere (``./``).
        """
        plain = [_where_it_leads(value) for value in values]
        for number, (value, table) in enumerate(zip(values, tables, strict=True)):
            if value and plain[number] in plain[:number]:
                other = self._called.of(name=plain.index(plain[number]) + 1)
                table.fault(field, _TWICE.of(value=value, other=other))


def editions(file: TomlFile) -> tuple[EditionEntry, ...]:
    """Return the editions, oldest first; what is wrong with them is noted in the file."""
    listed = ListedTables(file, "edition", _EDITION)
    tables = list(listed.each(field_names(EditionEntry)))
    taken = set(listed.told("id"))
    held = []
    for table in tables:
        held.append(_edition(table, taken))
        taken.add(held[-1].id)
    listed.refuse_twice("id", [each.id for each in held], tables)
    return tuple(sorted(held, key=lambda each: each.decided_on))


def _edition(table: TomlTable, taken: Collection[str]) -> EditionEntry:
    decided_on = table.day("decided_on")
    ident = table.text("id", edition_id(decided_on, taken))
    try:
        checked_edition_id(ident)
    except UsageError as error:
        if ident or table.told("id"):
            table.fault("id", Phrase(error.say(Language.JA), error.say(Language.EN)))
    derived = edition_entry(ident, decided_on or _ANY_DAY)
    return EditionEntry(
        id=ident,
        label=table.text("label", derived.label),
        label_en=table.text("label_en", derived.label_en),
        cite=table.text("cite", derived.cite),
        decided_on=decided_on,
        note=table.text("note", ""),
        note_en=table.text("note_en", ""),
    )


def documents(
    file: TomlFile, held: Sequence[EditionEntry]
) -> tuple[tuple[DocumentEntry, TomlTable], ...]:
    """Return the documents, those of older editions first, each with the table that lists it."""
    listed = ListedTables(file, "document", _DOCUMENT)
    tables = list(listed.each(field_names(DocumentEntry)))
    ids, keys = set(listed.told("id")), set(listed.told("key"))
    days = {edition.id: edition.decided_on for edition in held}
    entries = []
    for table in tables:
        entries.append(_document(table, days, ids, keys))
        ids.add(entries[-1].id)
        keys.add(entries[-1].key)
    for field in ("id", "key", "file"):
        listed.refuse_twice(field, [getattr(each, field) for each in entries], tables)
    order = list(days)
    listed_by = zip(entries, tables, strict=True)
    return tuple(
        sorted(listed_by, key=lambda each: (*order, each[0].edition).index(each[0].edition))
    )


def _document(
    table: TomlTable, days: Mapping[str, str], ids: Collection[str], keys: Collection[str]
) -> DocumentEntry:
    edition = table.one_of("edition", days)
    kind = table.word("kind", DocumentKind, DocumentKind.FULL_TEXT)
    names = document_names(edition, kind, ids, keys)
    file = table.text("file")
    if file and not _is_inside(file):
        table.fault("file", _OUTSIDE.of(value=repr(file)))
    usual = Layout.MARKDOWN if file.lower().endswith((".md", ".markdown")) else _LAYOUTS[kind]
    digest = table.text("sha256", "")
    if digest.strip() and not _DIGEST.fullmatch(digest):
        table.fault("sha256", _NO_DIGEST.of(value=repr(digest)))
    return DocumentEntry(
        id=table.name("id", names.id),
        edition=edition,
        key=table.name("key", names.key),
        title=table.text("title"),
        kind=kind,
        layout=table.word("layout", Layout, usual),
        dated=table.day("dated", days.get(edition, "")),
        publisher=table.text("publisher", ""),
        short=table.text("short", names.short, may_be_empty=True),
        file=file,
        sha256=digest.lower(),
    )


def _where_it_leads(name: str) -> str:
    return posixpath.normpath(normalize("NFC", name.replace("\\", "/")).casefold())


def _is_inside(file: str) -> bool:
    """Tell whether a path names something below the folder that it is relative to."""
    path = PurePosixPath(file.replace("\\", "/"))
    return bool(path.name) and not path.is_absolute() and not {"..", "~"} & set(path.parts)
