"""Copies of a database in which something was changed by hand: damaged, or filled with a text."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.store.index_anew import index_anew
from plan_tui.store.seal import SEAL, digests

SHOWN_TEXTS = {
    "blocks": "text marker",
    "dates": "text",
    "documents": "title publisher url licence source_file",
    "editions": "label note",
    "footnotes": "text number",
    "furniture": "text",
    "kpis": "text",
    "links": "reason",
    "measures": "number",
    "quantities": "text unit",
    "sections": "label title title_en citation reading",
    "source_lines": "text",
    "statements": "quotation text",
    "topics": "title title_en note",
    "typical_words": "word",
    "verdicts": "reason",
}
"""Table → the columns of text that somebody else wrote and that the program shows."""
_CELL = "東"
"""The text of a cell of the made-up plan's table."""
_UNIQUE = {("footnotes", "number"), ("measures", "number")}


def altered(database: Path, target: Path, *statements: str, sealed: bool = True) -> Path:
    """Copy a database to ``target``, run SQL on the copy, and return its path.

    The copy is as if it had been written so, unless it is not to be ``sealed``.
    """
    shutil.copy(database, target)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("pragma ignore_check_constraints = on")  # as damage does
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    if sealed:
        # Some are damaged so far that they cannot be read.
        with suppress(DataError, sqlite3.Error, KeyError, TypeError, ValueError):
            index_anew(target)
        with suppress(sqlite3.Error):
            seal_anew(target)
    return target


def seal_anew(path: Path) -> None:
    """Let a database count as written the way it is."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("delete from meta where key like ?", (f"{SEAL}%",))
        sealed = sorted(digests(lambda sql: connection.execute(sql).fetchall()))
        connection.executemany("insert into meta (key, value) values (?, ?)", sealed)
        connection.commit()


def hostile(database: Path, target: Path, text: str, *, after: bool = False) -> Path:
    """Copy a database to ``target``, put a text into all that is shown, and return the path.

    The text takes the place of every other, or stands ``after`` it, then in a table's cell too.
    """
    quoted = _quoted(text)
    columns = [(table, column) for table, names in SHOWN_TEXTS.items() for column in names.split()]
    statements = [
        f"update {table} set {column} = {f'{column} || {quoted}' if after else quoted}"
        for table, column in columns
        if after or (table, column) not in _UNIQUE
    ]
    attribution = f"value || {quoted}" if after else quoted
    statements.append(f"update meta set value = {attribution} where key like 'attribution%'")
    if after:
        in_json = _quoted(json.dumps(_CELL + text).strip('"'))
        statements.append(f"update blocks set data = replace(data, '{_CELL}', {in_json})")
    return altered(database, target, *statements)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
