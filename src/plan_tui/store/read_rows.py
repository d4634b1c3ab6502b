"""Reads a database back into the rows that it was written from."""

from __future__ import annotations

from collections.abc import Callable, Container
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

from plan_tui.store.connect import OpenDatabase
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.lost_rows import lost_rows
from plan_tui.store.row import Row
from plan_tui.store.seal import SEAL
from plan_tui.text.record import field_names
from plan_tui.text.vocabulary import StrEnum

Value = str | int | float | bytes | None


def read_rows(path: Path, tables: Container[str] | None = None) -> DatabaseRows:
    """Return all rows of a database, each table's in the order in which it is stored.

    Other tables than ``tables``, if they are named, stay empty; none of these may be named by a
    row. The digests are left out: whoever
    writes the rows makes them anew.

    Raises:
        DataError: the file is missing, is not a database, has another schema version, or is
            damaged, such as by a row that names another which is not there.

    """
    database = OpenDatabase(path)
    try:
        rows = DatabaseRows()
        for name, kind in get_type_hints(DatabaseRows).items():
            if tables is not None and name not in tables:
                continue
            (row,) = get_args(kind)
            columns = ", ".join(f'"{name}"' for name in field_names(row))
            sql = f"select {columns} from {name} order by rowid"
            getattr(rows, name).extend(database.objects(_maker(row), sql))
        if fault := lost_rows(rows):
            raise database.damaged(fault)
        rows.meta = [row for row in rows.meta if not row.key.startswith(SEAL)]
        return rows
    finally:
        database.close()


def _maker(row: type[Row]) -> Callable[[tuple[Any, ...]], Row]:
    """Return what makes a row of its stored values: words of a vocabulary, and booleans."""
    hints = get_type_hints(row)
    names = field_names(row)
    kinds = [_vocabulary(hints[name]) for name in names]

    def make(values: tuple[Value, ...]) -> Row:
        return row(
            **{
                name: value if kind is None or value is None else kind(value)
                for name, kind, value in zip(names, kinds, values, strict=True)
            }
        )

    return make


def _vocabulary(hint: Any) -> Callable[[Value], Value] | None:  # noqa: ANN401
    """Return the type that a stored value is turned into; None where it stays as it is."""
    (kind,) = set(get_args(hint) or (hint,)) - {NoneType}
    return kind if kind is bool or issubclass(kind, StrEnum) else None
