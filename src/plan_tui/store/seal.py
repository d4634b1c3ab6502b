"""The seal of a database: a digest of each table and of the shape, by which a change shows.

Whoever writes the rows stores the digests in ``meta``; whoever proves the database computes them
anew. They tell of accidents and of hands, not of somebody who seals what was changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from plan_tui.text.sha256 import sha256

SEAL = "sha256:"
"""How the keys of `meta` begin whose values are digests: of a table, or of the shape."""
SHAPE = "shape"
"""The name under which the digest of tables, columns, indexes and views stands."""
_SHAPE_SQL = "select type, name, tbl_name, sql from sqlite_master order by type, name"

Ask = Callable[[str], list[tuple[Any, ...]]]
"""Returns all rows of a query."""


_BEFORE_ALL = -(2**63)
"""Less than the number of any row but one, which no row of ours has."""
_AT_ONCE, _LENGTH_AT_ONCE = 200, 1 << 15
"""Rows that are held in memory together at most, and the length of what is digested of them."""


def digests(ask: Ask) -> Iterator[tuple[str, str]]:
    """Yield the key of `meta` and the digest, hexadecimal, of the shape and of each table.

    The rows of a table count in the order in which they are stored, each value with its type.
    `meta` is digested without the digests.
    """
    yield SEAL + SHAPE, _digest([_told(ask(_SHAPE_SQL))])
    tables = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
    for (name,) in ask(f"{tables} order by name"):
        yield SEAL + name, _digest(_rows(ask, name))


def _rows(ask: Ask, table: str) -> Iterator[str]:
    """Yield what is digested of a table's rows with their numbers, a few at once."""
    others = f"and key not like '{SEAL}%'" if table == "meta" else ""
    last, most = _BEFORE_ALL, 1
    while True:
        sql = f'''select rowid, * from "{table}" where rowid > {last} {others}
                  order by rowid limit {most}'''
        rows = ask(sql)
        if not rows:
            return
        told = _told(rows)
        yield told
        last = rows[-1][0]
        most = max(1, min(_AT_ONCE, _LENGTH_AT_ONCE * len(rows) // len(told)))


def _told(rows: list[tuple[Any, ...]]) -> str:
    """Return what is digested of rows."""
    return "".join(map(repr, rows))


def _digest(texts: Iterable[str]) -> str:
    digest = sha256()
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
