"""Whether the database is whole: its shape, its keys, and how much stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from plan_tui.store.read import Plan
from plan_tui.store.schema import TABLES, VIEWS


def faults(plan: Plan) -> Iterator[str]:
    """Yield what is wrong with the database's shape, keys and pages; nothing if all is well."""
    yield from _shape(plan)
    for table, rowid, parent, _ in plan._rows("pragma foreign_key_check"):
        yield f"{table} row {rowid} names a row of {parent} that is not there"
    for (message,) in plan._rows("pragma integrity_check"):
        if message != "ok":
            yield f"integrity: {message}"


def _shape(plan: Plan) -> Iterator[str]:
    present = {name for (name,) in plan._rows("select name from sqlite_master")}
    for shape in TABLES:
        if shape.name not in present:
            yield f"table {shape.name} is missing"
            continue
        columns = {row[1] for row in plan._rows(f"pragma table_info({shape.name})")}
        for column in shape.columns:
            if column not in columns:
                yield f"column {shape.name}.{column} is missing"
    for view in VIEWS:
        if view not in present:
            yield f"view {view} is missing"


def document_counts(plan: Plan, document_id: str) -> dict[str, int]:
    """Return how many sections, measures, KPIs, footnotes and cited footnotes a document has."""
    of_document = "section_id in (select id from sections where document_id = ?)"
    queries = {
        "sections": "sections where document_id = ?",
        "measures": f"measures where {of_document}",
        "kpis": f"kpis where {of_document}",
        "footnotes": "footnotes where document_id = ?",
        "cited_footnotes": """footnotes where document_id = ?
            and id in (select footnote_id from footnote_refs)""",
    }
    return {
        name: plan._rows(f"select count(*) from {source}", document_id)[0][0]
        for name, source in queries.items()
    }


def furniture(plan: Plan, document_id: str) -> dict[str, int]:
    """Return how many pieces of each kind of furniture a document has, by kind."""
    sql = """select kind, count(*) from furniture where document_id = ?
             group by kind order by kind"""
    return dict(plan._rows(sql, document_id))
