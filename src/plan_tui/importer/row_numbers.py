"""Gives the rows of a new document the row ids behind those that are there."""

from __future__ import annotations

from collections.abc import Mapping

from plan_tui.model.enums import CharacterRole, TextPlace
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.row import Row
from plan_tui.store.schema import TABLES, TableShape
from plan_tui.text.record import replaced

OWNER_TABLES = {
    CharacterRole.LABEL: "sections",
    CharacterRole.TITLE: "sections",
    CharacterRole.MARKER: "blocks",
    CharacterRole.TEXT: "blocks",
    CharacterRole.KPI: "kpis",
    CharacterRole.FOOTNOTE_NUMBER: "footnotes",
    CharacterRole.FOOTNOTE: "footnotes",
    CharacterRole.MARK: "footnotes",
    CharacterRole.FURNITURE: "furniture",
}
"""Role → the table whose row ids `provenance` names; ruby is counted in each document."""
PLACE_TABLES = {
    TextPlace.TITLE: "sections",
    TextPlace.TEXT: "blocks",
    TextPlace.KPI: "kpis",
    TextPlace.FOOTNOTE: "footnotes",
}
"""Place → the table whose row ids `search_texts` names."""


def number_after(part: DatabaseRows, rows: DatabaseRows) -> None:
    """Add to each row id in ``part`` the highest that ``rows`` has in the table it names."""
    highest = {
        shape.name: max((_id(row) for row in rows.of_table(shape.name)), default=0)
        for shape in TABLES
        if shape.columns.get("id") is int
    }
    for shape in TABLES:
        moved = _moved_columns(shape, highest)
        if moved:
            part_rows = part.of_table(shape.name)
            setattr(part, shape.name, [_moved(row, moved) for row in part_rows])
    part.provenance = [
        replaced(row, owner_id=row.owner_id + highest.get(OWNER_TABLES.get(row.role, ""), 0))
        for row in part.provenance
    ]
    part.search_texts = [
        replaced(row, row_id=row.row_id + highest[PLACE_TABLES[row.place]])
        for row in part.search_texts
    ]


def _id(row: Row) -> int:
    number: int = row.id  # type: ignore[attr-defined]
    return number


def _moved_columns(shape: TableShape, highest: Mapping[str, int]) -> dict[str, int]:
    """Return the columns of a table that hold row ids, and how far they move."""
    moved = {
        column: highest[table] for column, table in shape.foreign_keys.items() if table in highest
    }
    if shape.name in highest:
        moved["id"] = highest[shape.name]
    return moved


def _moved(row: Row, columns: Mapping[str, int]) -> Row:
    values = {column: getattr(row, column) for column in columns}
    return replaced(
        row, **{c: value + columns[c] for c, value in values.items() if value is not None}
    )
