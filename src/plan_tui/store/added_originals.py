"""Where the file is that a reader added, and what the proof's places are in it."""

from __future__ import annotations

from pathlib import Path

from plan_tui.store.plan import Plan

_HAS_ADDED = "select count(*) from sqlite_master where name = 'added_documents'"


def original_of(plan: Plan, document_id: str) -> Path | None:
    """Return the original of a document that the reader added; None for a packaged one."""
    if plan.database.rows(_HAS_ADDED) == [(0,)]:
        return None
    sql = "select original from added_documents where id = ?"
    names = plan.database.rows(sql, document_id)
    return originals_folder(plan.file) / names[0][0] if names else None


def originals_folder(database: Path) -> Path:
    """Return the folder of the originals that were added to a database."""
    name = "originals" if database.name == "plan.db" else f"{database.name}.originals"
    return database.with_name(name)
