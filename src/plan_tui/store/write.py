"""Writes the database: all rows in one transaction, into a file that then replaces the old one."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from plan_tui.errors import DataError
from plan_tui.store.schema import SCHEMA_VERSION, TABLES, VIEWS, TableShape
from plan_tui.text.language import Phrase

_NOT_WRITTEN = Phrase("{path}：書けない（{error}）", "{path}: cannot be written ({error})")
_BROKEN_KEYS = Phrase(
    "行の外部キーが{count}件つながらない。最初は{first}",
    "the rows break {count} foreign {count:key|keys}, first {first}",
)
_OTHER_COLUMNS = Phrase("{table}：列が違う：{columns}", "{table}: columns differ: {columns}")
Row = dict[str, Any]
Rows = Mapping[str, Sequence[Row]]
"""Table name → its rows, in the order in which they are to be stored."""


def write_database(path: Path, rows: Rows) -> None:
    """Write ``rows`` to ``path``, replacing the file only when all of them are in it.

    The same rows give the same bytes (with one version of SQLite): tables, rows and indexes
    are written in a fixed order and nothing depends on the clock.

    Raises:
        DataError: a row breaks the schema or a foreign key, or the file cannot be written;
            ``path`` is then left as it was.

    """
    temporary = path.with_name(path.name + ".tmp")
    try:
        temporary.unlink(missing_ok=True)
        _write(temporary, rows)
        temporary.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise DataError(_NOT_WRITTEN.of(path=path, error=error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _write(path: Path, rows: Rows) -> None:
    """Write a new database file."""
    database = Database(path)
    try:
        database.execute("pragma page_size = 4096")
        database.execute("pragma journal_mode = memory")
        with database.conn:
            for shape in TABLES:
                _fill(database, shape, rows.get(shape.name, ()))
            for name, sql in VIEWS.items():
                database.create_view(
                    name, "\n".join(line.strip() for line in sql.strip().split("\n"))
                )
        broken = database.execute("pragma foreign_key_check").fetchall()
        if broken:
            raise DataError(_BROKEN_KEYS.of(count=len(broken), first=broken[0]))
        database.execute(f"pragma user_version = {SCHEMA_VERSION}")
        database.vacuum()
    finally:
        database.close()


def _fill(database: Database, shape: TableShape, rows: Sequence[Row]) -> None:
    table = database.table(shape.name)
    table.create(
        shape.columns,
        pk=shape.pk,
        foreign_keys=[(column, other, "id") for column, other in shape.foreign_keys.items()],
        not_null=set(shape.columns) - shape.optional,
    )
    for row in rows:
        if set(row) != set(shape.columns):
            differing = ", ".join(sorted(set(row) ^ set(shape.columns)))
            raise DataError(_OTHER_COLUMNS.of(table=shape.name, columns=differing))
    if rows:
        table.insert_all(rows)
    for columns in shape.unique:
        table.create_index(columns, unique=True)
    for columns in shape.indexes:
        table.create_index(columns)
