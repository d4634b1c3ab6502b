"""Rows that name others which are not there, looked for before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from plan_tui.store.database_rows import RESULTS, DatabaseRows
from plan_tui.store.schema import TABLES
from plan_tui.text.language import Phrase

BROKEN_KEYS = Phrase(
    "行の外部キーが{count}件つながりません。最初のもの：{first}",
    "the rows break {count} foreign {count:key|keys}, first {first}",
)
_ID = attrgetter("id")


def lost_rows(rows: DatabaseRows) -> Phrase | None:
    """Return what to say where rows name others that are not there; None where all are.

    `RESULTS`, which are made of the others, are not looked at.
    """
    lost = list(_lost_rows(rows))
    return BROKEN_KEYS.of(count=len(lost), first=lost[0]) if lost else None


def _lost_rows(rows: DatabaseRows) -> Iterator[str]:
    """Yield the table, column and value of each reference that leads to nothing."""
    ids = {
        shape.name: set(map(_ID, rows.of_table(shape.name)))
        for shape in TABLES
        if "id" in shape.columns
    }
    for shape in TABLES:
        if shape.name in RESULTS:
            continue
        for column, other in shape.foreign_keys.items():
            known = ids[other] | {None}
            for row in rows.of_table(shape.name):
                value = getattr(row, column)
                if value not in known:
                    yield f"{shape.name}.{column} {value}"
