"""Makes a database many times the size of the packaged one, of the same shape.

Copy 0 is the database as it is. Each further copy repeats every row that belongs to a document,
with row ids, document ids and keys of its own, and with a quarter of its kanji exchanged among
themselves, so that a word of two kanji survives in about half of the copies. Lengths, offsets and
the characters of dates and numbers stay, so that every place still names what it named.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from plan_tui.importer.row_numbers import OWNER_TABLES, PLACE_TABLES
from plan_tui.store.index_anew import index_anew
from plan_tui.store.indexing import INDEX
from plan_tui.store.schema import TABLES, TableShape
from plan_tui.store.seal import SEAL, digests

_FACTS = set(
    "年月日度末期令和平成昭頃中旬目途以降前後時点現在標限予定春夏秋冬上下半第一二三四五六七八九十百"
    "千万億兆件円人割分倍個者数自治体部章節号条項項次"
)
"""Kanji that dates, numbers and headings are written with."""
_SHARED = frozenset(
    ("meta", "editions", "added_documents", "aliases", "word_readings", "typical_words", *INDEX)
)
"""Tables whose rows belong to no document, and the index, which is made anew."""
_REPEATED = {"overview_counts": "where kind in ('document', 'part')"}
"""Table → which of its rows belong to a document, where not all do."""
_NAMES = frozenset(
    (
        *("track_sections.track", "promise_steps.track", "promise_repeats.track"),
        "overview_counts.name",
    )
)
"""Columns with the key of a section, or the id of a topic or document."""
_NAMED = {
    "documents": {"id", "source_file"},
    "topics": {"id"},
    "topic_sections": {"topic_id"},
    "topic_blocks": {"topic_id"},
}
"""Table → its columns that get the number of the copy."""
_WORDED = frozenset(
    (
        *("title", "citation", "text", "data", "word", "reason", "note", "form"),
        *("expected", "found", "quotation"),
    )
)
"""Columns whose kanji are exchanged."""


def enlarge(source: Path | str, target: Path, times: int) -> None:
    """Write a database of ``times`` the documents of ``source``; ``target`` must not exist."""
    shutil.copyfile(source, target)
    database = sqlite3.connect(target)
    try:
        database.executescript("pragma journal_mode = off; pragma synchronous = off;")
        kanji = _kanji(database)
        tops = _highest(database)
        indexes = _without_indexes(database)
        database.execute("update documents set ordinal = ordinal * ?", (times,))
        for shape in TABLES:
            if shape.name not in _SHARED:
                _repeat(database, shape, tops, times, kanji)
        for sql in indexes:
            database.execute(sql)
        database.commit()
        index_anew(target)
        _seal(database)
        database.commit()
    finally:
        database.close()


def _kanji(database: sqlite3.Connection) -> list[str]:
    texts = database.execute("select text from blocks")
    return sorted({c for (text,) in texts for c in text if "一" <= c <= "鿿"} - _FACTS)


def _highest(database: sqlite3.Connection) -> dict[str, int]:
    """Return table → its highest row id, of those whose ids are numbers."""
    numbered = [shape.name for shape in TABLES if shape.columns.get("id") is int]
    return {
        name: database.execute(f"select coalesce(max(id), 0) from {name}").fetchone()[0]
        for name in numbered
    }


def _without_indexes(database: sqlite3.Connection) -> list[str]:
    """Drop the indexes, which are made faster at the end; return the SQL of each."""
    rows = database.execute(
        "select name, sql from sqlite_master where type = 'index' and sql is not null"
    ).fetchall()
    for name, _sql in rows:
        database.execute(f'drop index "{name}"')
    return [sql for _name, sql in rows]


def _repeat(
    database: sqlite3.Connection,
    shape: TableShape,
    tops: dict[str, int],
    times: int,
    kanji: list[str],
) -> None:
    """Repeat the rows of a table."""
    name = shape.name
    chosen = _REPEATED.get(name, "")
    database.execute(
        f'create temp table original as select * from main."{name}" {chosen} order by rowid'
    )
    columns = ", ".join(f'"{column}"' for column in shape.columns)
    for copy in range(1, times):
        database.create_function("reworded", 1, reworded(kanji, copy), deterministic=True)
        values = ", ".join(_value(shape, column, tops) for column in shape.columns)
        sql = f'insert into main."{name}" ({columns}) select {values} from original order by rowid'
        database.execute(sql, {"copy": copy})
    database.execute("drop table original")


def _value(shape: TableShape, column: str, tops: dict[str, int]) -> str:
    """Return what SQL a column has in a copy, whose number is ``:copy``."""
    other = shape.foreign_keys.get(column)
    if other in tops:
        return f'"{column}" + :copy * {tops[other]}'
    if column == "id" and shape.name in tops:
        return f"id + :copy * {tops[shape.name]}"
    if other == "documents" or column in _NAMED.get(shape.name, ()):
        return f"{column} || '-' || :copy"
    if f"{shape.name}.{column}" in _NAMES:
        return (
            f"case when instr({column}, ':') then {_key(column)} else {column} || '-' || :copy end"
        )
    if shape.name == "sections" and column == "key":
        return _key(column)
    if shape.name == "measures" and column == "number":
        return "number || '-' || :copy"
    if shape.name == "documents" and column == "ordinal":
        return "ordinal + :copy"
    if shape.name == "provenance" and column == "owner_id":
        return _moved("role", "owner_id", {role.value: t for role, t in OWNER_TABLES.items()}, tops)
    if shape.name == "search_texts" and column == "row_id":
        return _moved("place", "row_id", {p.value: t for p, t in PLACE_TABLES.items()}, tops)
    return f'reworded("{column}")' if column in _WORDED else f'"{column}"'


def _key(column: str) -> str:
    return f"replace({column}, ':', ':x' || :copy || '.')"


def _moved(kind: str, column: str, tables: dict[str, str], tops: dict[str, int]) -> str:
    cases = " ".join(f"when '{value}' then {tops[table]}" for value, table in tables.items())
    return f"{column} + :copy * case {kind} {cases} else 0 end"


def reworded(kanji: list[str], copy: int) -> Callable[[str | None], str | None]:
    """Return what exchanges a quarter of some kanji in a text, in each copy others."""
    chance = random.Random(copy)
    exchanged = chance.sample(kanji, len(kanji) // 4)
    others = chance.sample(exchanged, len(exchanged))
    table = str.maketrans(dict(zip(exchanged, others, strict=True)))
    return lambda text: text and text.translate(table)


def _seal(database: sqlite3.Connection) -> None:
    """Store the digests of what the database holds now."""
    database.execute(f"delete from meta where key like '{SEAL}%'")
    sealed = sorted(digests(lambda sql: database.execute(sql).fetchall()))
    database.executemany("insert into meta values (?, ?)", sealed)
