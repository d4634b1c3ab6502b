"""The database's shape: its tables as the row types declare them, keys, indexes, views.

The writer creates what stands here, the documentation lists it, and a test compares both.
"""

from __future__ import annotations

from types import NoneType
from typing import get_args, get_type_hints

from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.row import Row
from plan_tui.store.sql_views import SQL_VIEWS
from plan_tui.text.record import field_names, record
from plan_tui.text.vocabulary import StrEnum


@record
class TableKeys:
    """What ties a table's rows together and finds them."""

    pk: str | tuple[str, ...] | None = "id"
    foreign_keys: str = ""
    """``column>table`` words; the referenced column is ``id``."""
    unique: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()


@record
class TableShape:
    """One table."""

    name: str
    columns: dict[str, type]
    """Column → int, str, float or bytes, in their order."""
    kinds: dict[str, type]
    """Column → the type of its values in the rows: that of the column, a vocabulary or bool."""
    optional: frozenset[str]
    """Columns that may be NULL."""
    pk: str | tuple[str, ...] | None
    foreign_keys: dict[str, str]
    """Column → table; the referenced column is ``id``."""
    unique: tuple[tuple[str, ...], ...]
    indexes: tuple[tuple[str, ...], ...]


KEYS: dict[str, TableKeys] = {
    "meta": TableKeys("key"),
    "documents": TableKeys(foreign_keys="edition_id>editions"),
    "added_documents": TableKeys(foreign_keys="id>documents"),
    "sections": TableKeys(
        foreign_keys="document_id>documents parent_id>sections",
        unique=(("key",),),
        indexes=(("document_id", "ordinal"), ("parent_id",)),
    ),
    "blocks": TableKeys(foreign_keys="section_id>sections", indexes=(("section_id", "ordinal"),)),
    "footnotes": TableKeys(
        foreign_keys="document_id>documents", unique=(("document_id", "number"),)
    ),
    "measures": TableKeys("section_id", foreign_keys="section_id>sections"),
    "kpis": TableKeys(
        foreign_keys="section_id>sections", indexes=(("section_id", "kind", "ordinal"),)
    ),
    "footnote_refs": TableKeys(
        None,
        "footnote_id>footnotes section_id>sections block_id>blocks kpi_id>kpis",
        indexes=(("section_id",), ("footnote_id",)),
    ),
    "dates": TableKeys(
        foreign_keys="section_id>sections block_id>blocks kpi_id>kpis footnote_id>footnotes",
        indexes=(("section_id",), ("footnote_id",), ("start",)),
    ),
    "quantities": TableKeys(
        foreign_keys="section_id>sections block_id>blocks kpi_id>kpis",
        indexes=(("section_id",),),
    ),
    "topic_sections": TableKeys(
        ("topic_id", "section_id"),
        "topic_id>topics section_id>sections",
        indexes=(("section_id",),),
    ),
    "topic_blocks": TableKeys(
        ("topic_id", "section_id", "block_id"),
        "topic_id>topics section_id>sections block_id>blocks",
    ),
    "links": TableKeys(
        foreign_keys="from_section_id>sections to_section_id>sections from_block_id>blocks "
        "to_block_id>blocks",
        indexes=(("from_section_id",), ("to_section_id",)),
    ),
    "verdicts": TableKeys(("section_id", "edition_id"), "section_id>sections edition_id>editions"),
    "section_changes": TableKeys(
        ("section_id", "edition_id"), "section_id>sections edition_id>editions"
    ),
    "ruby": TableKeys(None, "document_id>documents", indexes=(("document_id",),)),
    "furniture": TableKeys(foreign_keys="document_id>documents", indexes=(("document_id",),)),
    "source_lines": TableKeys(("document_id", "line"), "document_id>documents"),
    "provenance": TableKeys(("document_id", "line", "column_start"), "document_id>documents"),
    "doubts": TableKeys(foreign_keys="document_id>documents", indexes=(("document_id",),)),
    "search_texts": TableKeys(("place", "row_id")),
    "aliases": TableKeys(indexes=(("group_id",), ("folded",), ("short_sound",))),
    "word_readings": TableKeys("word"),
    "statements": TableKeys(foreign_keys="section_id>sections block_id>blocks"),
    "track_sections": TableKeys(("track", "section_id"), "section_id>sections"),
    "promise_steps": TableKeys(
        foreign_keys="older_id>statements newer_id>statements",
        indexes=(("track",), ("listed",)),
    ),
    "promise_repeats": TableKeys(("track", "promise", "statement_id"), "statement_id>statements"),
    "typical_words": TableKeys(("edition_id", "ordinal"), "edition_id>editions"),
    "counterpart_order": TableKeys(
        ("section_id", "other_id"), "section_id>sections other_id>sections"
    ),
    "overview_counts": TableKeys(("kind", "edition", "name", "figure"), "section_id>sections"),
    "search_strings": TableKeys(("layer", "first")),
    "search_postings": TableKeys(("form", "key")),
    "search_columns": TableKeys("name"),
}
"""Table → its keys; a table that is not named has the primary key ``id`` and no other."""


def _shape(name: str, row: type[Row]) -> TableShape:
    """Return a table's shape: its columns from the type of its rows, the rest from `KEYS`."""
    hints = get_type_hints(row)
    columns, row_kinds, optional = {}, {}, set()
    for column in field_names(row):
        kinds = set(get_args(hints[column]) or (hints[column],))
        if NoneType in kinds:
            optional.add(column)
        (kind,) = kinds - {NoneType}
        row_kinds[column] = kind
        columns[column] = _stored_as(kind)
    keys = KEYS.get(name, TableKeys())
    references = dict(word.split(">", 1) for word in keys.foreign_keys.split())
    return TableShape(
        name,
        columns,
        row_kinds,
        frozenset(optional),
        keys.pk,
        references,
        keys.unique,
        keys.indexes,
    )


def _stored_as(kind: type) -> type:
    """Return the type that a field's values are stored as: int, str, float or bytes."""
    return str if issubclass(kind, StrEnum) else int if kind is bool else kind


TABLES: tuple[TableShape, ...] = tuple(
    _shape(name, get_args(rows)[0]) for name, rows in get_type_hints(DatabaseRows).items()
)

VIEWS: dict[str, str] = {view.name: view.sql for view in SQL_VIEWS}
"""View → its SQL."""
