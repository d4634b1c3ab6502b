"""Rows that are changed by SQL to what could stand there: each change is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial

from plan_tui.store.schema import TABLES, TableShape
from tests.store.test_seal import faults, held
from tests.torture.cases import Case, Ground
from tests.torture.turned_bytes import held_before
from tests.worlds.altered import altered, seal_anew


def cases(ground: Ground) -> Sequence[Case]:
    """Return the changes of every table and column."""
    database = ground.database()
    filled = _filled(ground)
    changes = [change for shape in TABLES if shape.name in filled for change in _changes(shape)]
    assert database
    return [Case(change, partial(_change, ground, n, change)) for n, change in enumerate(changes)]


def _filled(ground: Ground) -> set[str]:
    with closing(sqlite3.connect(ground.database())) as connection:
        return {
            shape.name
            for shape in TABLES
            if connection.execute(f"select 1 from {shape.name}").fetchone()
        }


def _changes(shape: TableShape) -> Iterator[str]:
    """Yield changes of a table to what could have stood there."""
    name = shape.name
    first = f"rowid = (select min(rowid) from {name})"
    last = f"(select rowid from {name} order by rowid desc limit 1)"
    yield f"delete from {name}"
    yield f"delete from {name} where {first}"
    yield f"update {name} set rowid = -rowid"
    for column, kind in shape.columns.items():
        quoted = f'"{column}"'
        other = f"(select {quoted} from {name} where rowid = {last})"
        yield f"update or ignore {name} set {quoted} = {other} where {first}"
        yield f"update or ignore {name} set {quoted} = {other}"
        if kind is not str:
            yield f"update or ignore {name} set {quoted} = {quoted} + 1"
            yield f"update or ignore {name} set {quoted} = 1 - {quoted} where {first}"
        else:
            yield f"update or ignore {name} set {quoted} = {quoted} || '。' where {first}"
            yield f"update or ignore {name} set {quoted} = substr({quoted}, 2) where {first}"
        if column in shape.optional:
            yield f"update {name} set {quoted} = null"


def _change(ground: Ground, number: int, change: str) -> str:
    path = ground.folder / f"changed-{number}.db"
    try:
        altered(ground.database(), path, change, sealed=False)
        same = held(path) == held_before(ground.database())
        is_named = bool(faults(path))
        assert same or is_named, change
        if same:
            return "harmless: it alters nothing"
        seal_anew(path)
        return "found, sealed anew too" if faults(path) else "found by the seal"
    finally:
        path.unlink(missing_ok=True)
