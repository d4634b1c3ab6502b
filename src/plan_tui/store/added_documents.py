"""What the reader added to a database, read as far as possible from any version of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.enums import DocumentKind, Layout
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.text.record import record

_UNREADABLE = Phrase(
    "{path}：追加した文書の一覧を読めません（{error}）",
    "{path}: the list of what was added cannot be read ({error})",
)
_SQL = """
    select a.id, d.edition_id, e.decided_on, d.title, d.kind, d.dated, d.publisher,
           d.source_file, d.sha256, a.original, a.layout, a.key, a.short, a.replaces
    from added_documents a join documents d on d.id = a.id
    join editions e on e.id = d.edition_id
    order by a.ordinal"""


@record
class AddedDocument:
    """A document that the reader added."""

    id: str
    edition: str
    decided_on: str
    """ISO day of the edition."""
    title: str
    kind: DocumentKind
    dated: str
    publisher: str
    file: str
    """Name of the reader's file."""
    sha256: str
    original: str
    """Name of the copy in the folder of the originals."""
    layout: Layout
    key: str
    short: str
    replaces: str | None
    """The packaged document whose place it takes."""


def added_documents(path: Path) -> tuple[AddedDocument, ...]:
    """Return what was added, in the order of adding; ``path`` may have another schema version.

    Raises:
        DataError: there is no such list, or it cannot be read.

    """
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            return tuple(_added(*row) for row in connection.execute(_SQL))
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeError, ValueError, OSError) as error:
        raise DataError(_UNREADABLE.of(path=path, error=error)) from error


def added_to(plan: Plan) -> tuple[AddedDocument, ...]:
    """Return what was added to an open database, in the order of adding."""
    return plan.database.objects(lambda row: _added(*row), _SQL)


def _added(*values: str) -> AddedDocument:
    id_, edition, decided_on, title, kind, dated, publisher, file, sha256, *rest = values
    original, layout, key, short, replaces = rest
    return AddedDocument(
        id=id_,
        edition=edition,
        decided_on=decided_on,
        title=title,
        kind=DocumentKind(kind),
        dated=dated,
        publisher=publisher,
        file=file,
        sha256=sha256,
        original=original,
        layout=Layout(layout),
        key=key,
        short=short,
        replaces=replaces,
    )
