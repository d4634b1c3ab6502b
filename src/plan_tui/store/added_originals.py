"""Where the file is that a reader added, and how the reader corrects its reading."""

from __future__ import annotations

from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.edits import EditKind, SourceEdit
from plan_tui.sources.edit_entry import append_edit
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase

BASE = "begun-from.db"
"""In the folder of the originals: a copy of what a database was begun from, if it was not the
packaged one."""
_PACKAGED = Phrase(
    "同梱の文書は訂正できません。訂正できるのは`plan-tui add`で追加した文書だけです",
    "packaged documents cannot be corrected, only those added with `plan-tui add`",
)


def originals_folder(database: Path) -> Path:
    """Return the folder of the originals that were added to a database."""
    name = "originals" if database.name == "plan.db" else f"{database.name}.originals"
    return database.with_name(name)


def original_of(plan: Plan, document_id: str) -> Path | None:
    """Return the original of a document that the reader added; None for a packaged one."""
    sql = "select original from added_documents where id = ?"
    names = plan.database.rows(sql, document_id)
    return originals_folder(plan.file) / names[0][0] if names else None


def mend(plan: Plan, document_id: str, line: int, kind: EditKind) -> Path:
    """Write what a line of an added document is into the file beside its original; return that.

    Raises:
        DataError: it was not added, or the file cannot be read or written.

    """
    original = original_of(plan, document_id)
    if original is None:
        raise DataError(_PACKAGED)
    sql = "select page, text from source_lines where document_id = ? and line = ?"
    ((page, text),) = plan.database.rows(sql, document_id, line)
    return append_edit(original, SourceEdit(kind, line, page, text.strip()))
