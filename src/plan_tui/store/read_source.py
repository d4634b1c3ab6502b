"""Queries about where the text comes from."""

from __future__ import annotations

from plan_tui.store.read import Plan


def furniture_kinds(plan: Plan, document_id: str) -> dict[int, str]:
    """Return the kind of each piece of a document's page furniture, by row id."""
    sql = "select id, kind from furniture where document_id = ?"
    return dict(plan._rows(sql, document_id))
