"""What the shortest commands ask of a database, without the objects of the others."""

from __future__ import annotations

from plan_tui.store.connect import OpenDatabase
from plan_tui.store.locate import file_digest
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

_HEADINGS = """
    select d.edition_id, s.key from sections s join documents d on d.id = s.document_id
    where d.edition_id = (select id from editions order by ordinal desc limit 1) and s.toc_only = 0
    order by s.depth <= 1, d.ordinal, s.ordinal limit 1
"""
_META = "select key, value from meta where key in ('schema_version', 'sources_sha256')"


@record
class DatabaseIdentity:
    """Which data a database holds."""

    schema_version: str
    digest: str
    """The SHA-256 of the sources that it was made from; of its file if it does not say."""
    added: tuple[str, ...]
    """The ids of the documents that the reader added, in the order of adding."""


def identity(path: Path | str) -> DatabaseIdentity:
    """Return which data a database holds.

    Raises:
        DataError: the file is missing, is not a database, or has another schema version.

    """
    database = OpenDatabase(path)
    try:
        meta = dict(database.rows(_META))
        added = database.rows("select id from added_documents order by ordinal")
    finally:
        database.close()
    ids = tuple(str(document_id) for (document_id,) in added)
    digest = meta.get("sources_sha256") or file_digest(path)
    return DatabaseIdentity(meta.get("schema_version", "-"), digest, ids)


def newest_heading(path: Path | str) -> tuple[str, str] | None:
    """Return the newest edition's id and the key of its first heading below another, if any.

    Without such a heading it is the first of all; None if the edition has none.

    Raises:
        DataError: the file is missing, is not a database, or has another schema version.

    """
    database = OpenDatabase(path)
    try:
        headings = database.rows(_HEADINGS)
    finally:
        database.close()
    return headings[0] if headings else None
