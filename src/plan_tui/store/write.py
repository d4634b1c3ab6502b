"""Writes the database: all rows, into a file that then replaces the old one."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sqlite_utils import Database

from plan_tui.errors import DataError
from plan_tui.store.database_rows import RESULTS, DatabaseRows
from plan_tui.store.full_disk import full_disk
from plan_tui.store.indexing import with_search_index
from plan_tui.store.locate import SCHEMA_VERSION
from plan_tui.store.lost_rows import BROKEN_KEYS
from plan_tui.store.plan import Plan
from plan_tui.store.row import Row
from plan_tui.store.row_rules import all_rules
from plan_tui.store.schema import TABLES, VIEWS, TableShape
from plan_tui.store.seal import digests
from plan_tui.text.language import Phrase
from plan_tui.text.whole_file import put_in_place, reason_of

_NOT_WRITTEN = Phrase("{path}：書けません（{error}）", "{path}: cannot be written ({error})")


AddResults = Callable[[Plan, DatabaseRows], None]
"""Puts what follows from all other rows, which stand in the plan, into the tables `RESULTS`."""


def write_database(path: Path, rows: DatabaseRows, add_results: AddResults | None = None) -> None:
    """Write ``rows`` to ``path``, replacing the file only when all of them are in it.

    Those of the search index are made anew (`plan_tui.store.indexing`).

    The same rows give the same bytes (with one version of SQLite): tables, rows and indexes
    are written in a fixed order and nothing depends on the clock.

    Args:
        path: the file.
        rows: all rows; those of `RESULTS` are made anew if there is ``add_results``.
        add_results: is given the new database once all other rows are in it.

    Raises:
        DataError: a row breaks the schema or a foreign key, or the file cannot be written;
            ``path`` is then left as it was.

    """
    temporary = path.with_name(path.name + ".tmp")
    try:
        temporary.unlink(missing_ok=True)
        _write(temporary, with_search_index(rows), add_results)
        put_in_place(temporary, path)
    except (OSError, sqlite3.Error) as error:
        not_written = DataError(_NOT_WRITTEN.of(path=path, error=reason_of(error)))
        raise full_disk(path, error) or not_written from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _write(path: Path, rows: DatabaseRows, add_results: AddResults | None) -> None:
    """Write a new database file."""
    database = Database(path)
    try:
        database.execute("pragma page_size = 4096")
        database.execute("pragma journal_mode = memory")
        rules = all_rules()
        with database.conn:
            for shape in TABLES:
                if shape.name not in RESULTS:
                    _fill(database, shape, rows.of_table(shape.name), rules)
            database.execute(f"pragma user_version = {SCHEMA_VERSION}")
        if add_results:
            with Plan(path) as plan:
                add_results(plan, rows)
        with database.conn:
            for shape in TABLES:
                if shape.name in RESULTS:
                    _fill(database, shape, rows.of_table(shape.name), rules)
            for name, sql in VIEWS.items():
                database.create_view(
                    name, "\n".join(line.strip() for line in sql.strip().split("\n"))
                )
            _seal(database)
        broken = database.execute("pragma foreign_key_check").fetchall()
        if broken:
            raise DataError(BROKEN_KEYS.of(count=len(broken), first=broken[0]))
        database.vacuum()
    finally:
        database.close()


def _seal(database: Database) -> None:
    """Store the digests of what is written; sorted by key, as the other rows of `meta` are."""
    sealed = digests(lambda sql: database.execute(sql).fetchall())
    _insert(database, "meta", ("key", "value"), sorted(sealed))


def _fill(
    database: Database, shape: TableShape, rows: Sequence[Row], rules: Mapping[str, Sequence[str]]
) -> None:
    database.execute(_create_sql(database, shape, rules.get(shape.name, ())))
    table = database.table(shape.name)
    _insert(database, shape.name, shape.columns, _records(shape, rows))
    for columns in shape.unique:
        table.create_index(columns, unique=True)
    for columns in shape.indexes:
        table.create_index(columns)


def _create_sql(database: Database, shape: TableShape, rules: Sequence[str]) -> str:
    """Return the SQL that makes a table, the rules of its rows as constraints."""
    keys = [(column, other, "id") for column, other in shape.foreign_keys.items()]
    required = set(shape.columns) - shape.optional
    sql = database.create_table_sql(
        shape.name, shape.columns, pk=shape.pk, foreign_keys=keys, not_null=required
    )
    checks = "".join(f",\n   check ({rule})" for rule in rules)
    columns, _, end = sql.rpartition("\n)")
    return f"{columns}{checks}\n){end}"


def _insert(
    database: Database, table: str, columns: Iterable[str], records: Iterable[Sequence[object]]
) -> None:
    names = [f'"{column}"' for column in columns]
    marks = ", ".join("?" * len(names))
    sql = f'insert into "{table}" ({", ".join(names)}) values ({marks})'
    database.conn.executemany(sql, records)


def _records(shape: TableShape, rows: Iterable[Row]) -> Iterator[list[object]]:
    """Yield the values of rows, of the columns' types: words as plain text, bools as 0 or 1."""
    columns = tuple(shape.columns.items())
    for row in rows:
        values = ((kind, getattr(row, column)) for column, kind in columns)
        yield [None if value is None else kind(value) for kind, value in values]
