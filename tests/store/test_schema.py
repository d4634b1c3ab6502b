"""The database has the declared shape, and the declared shape has all that people rely on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.store.locate import SCHEMA_VERSION
from plan_tui.store.schema import KEYS, TABLES, VIEWS

PROMISED = {
    "meta": "key value",
    "editions": "id label decided_on ordinal note",
    "documents": "id edition_id title kind dated publisher url licence source_file sha256 lines "
    "ordinal",
    "sections": "id document_id parent_id ordinal depth kind label title key citation reading "
    "title_en toc_only line_start line_end",
    "blocks": "id section_id ordinal kind marker level text data line_start line_end",
    "footnotes": "id document_id number text line_start line_end",
    "footnote_refs": "footnote_id section_id block_id kpi_id offset",
    "measures": "section_id number chapter",
    "kpis": "id section_id kind ordinal text status",
    "dates": "id section_id block_id kpi_id footnote_id text offset start end basis modality "
    "is_target",
    "quantities": "id section_id block_id kpi_id text offset value unit comparator is_target",
    "topics": "id title title_en note",
    "topic_sections": "topic_id section_id extent",
    "topic_blocks": "topic_id section_id block_id extent",
    "links": "id from_section_id to_section_id from_block_id to_block_id from_extent to_extent "
    "relation score shared origin accepted reason",
    "verdicts": "section_id edition_id verdict origin accepted reason",
    "section_changes": "section_id edition_id change accepted score below below_all reason",
    "ruby": "document_id line reading word",
    "furniture": "document_id line kind text",
}
"""Tables and columns that other programs may read; changed only with a new schema version."""
PROMISED_VIEWS = ("v_outline", "v_measures", "v_kpis", "v_targets", "v_changes", "v_passages")


@pytest.mark.parametrize("name", PROMISED)
def test_promised_columns_are_declared(name: str) -> None:
    (shape,) = [shape for shape in TABLES if shape.name == name]
    assert set(PROMISED[name].split()) <= set(shape.columns)


def test_keys_name_tables_and_columns_that_there_are() -> None:
    tables = {shape.name: set(shape.columns) for shape in TABLES}
    assert set(KEYS) <= set(tables)
    for shape in TABLES:
        primary = {shape.pk} if isinstance(shape.pk, str) else set(shape.pk or ())
        listed = {column for columns in (*shape.unique, *shape.indexes) for column in columns}
        assert primary | listed | set(shape.foreign_keys) <= tables[shape.name]
        assert set(shape.foreign_keys.values()) <= set(tables)


@pytest.fixture
def connection(made_up_database: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{made_up_database.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


def test_the_file_has_the_declared_tables(connection: sqlite3.Connection) -> None:
    names = {name for (name,) in connection.execute("select name from sqlite_master")}
    assert set(VIEWS) == set(PROMISED_VIEWS)
    assert {shape.name for shape in TABLES} | set(VIEWS) <= names
    types = {int: "INTEGER", str: "TEXT", float: "REAL", bytes: "BLOB"}
    for shape in TABLES:
        rows = list(connection.execute(f"pragma table_info({shape.name})"))
        found = {name: kind for _, name, kind, *_ in rows}
        expected = {name: types[kind] for name, kind in shape.columns.items()}
        # SQLite has written REAL as FLOAT in some versions of the writer.
        assert {n: k.replace("FLOAT", "REAL") for n, k in found.items()} == expected
        keys = {
            (row[3], row[2]) for row in connection.execute(f"pragma foreign_key_list({shape.name})")
        }
        assert keys == set(shape.foreign_keys.items())


def test_columns_are_required_unless_they_may_be_null(connection: sqlite3.Connection) -> None:
    for shape in TABLES:
        primary = {shape.pk} if isinstance(shape.pk, str) else set(shape.pk or ())
        for _, name, _, required, *_ in connection.execute(f"pragma table_info({shape.name})"):
            if name not in primary:
                assert bool(required) == (name not in shape.optional), f"{shape.name}.{name}"


def test_version_and_views_work(connection: sqlite3.Connection) -> None:
    assert connection.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)
    for view in VIEWS:
        connection.execute(f"select * from {view}").fetchall()
    rows = connection.execute("select number, progress, outcome from v_measures").fetchall()
    assert [number for number, *_ in rows] == ["1-1", "1-2", "2-1", "2-2"]
    assert rows[3][1:] == (None, None)
