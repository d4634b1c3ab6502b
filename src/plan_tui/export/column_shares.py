"""How wide the columns of a document's tables are, and whether its pages must be wide."""

from __future__ import annotations

import math

from plan_tui.model.rich_document import Content, DataTable, RichDocument, TextRun
from plan_tui.text.width import width

_BESIDE_EACH_OTHER = 3
"""Columns of a table that compares: they are read against each other, each as wide as the other."""
_MOST_UPRIGHT = 5
"""Columns that a page higher than wide takes."""
_NARROWEST = 3.2
"""Square root of the columns that a short head or a number on one line asks for."""


def column_shares(table: DataTable) -> tuple[int, ...]:
    """Return how wide the columns of a table are beside each other.

    Where the table does not say, many columns are as wide as their text asks for: long texts get
    more, by the square root, since they may take several lines.
    """
    if table.shares:
        return table.shares
    if len(table.columns) <= _BESIDE_EACH_OTHER:
        return (1,) * len(table.columns)
    columns = [[head] for head in table.columns]
    for row in table.rows:
        for column, cell in zip(columns, row, strict=True):
            column.append(cell)
    return tuple(round(10 * _root(column)) for column in columns)


def has_wide_pages(document: RichDocument) -> bool:
    """Tell whether the pages are wider than high: the document asks for it, or a table needs it."""
    tables = [block for block in document.blocks if isinstance(block, DataTable)]
    return document.landscape or any(len(table.columns) > _MOST_UPRIGHT for table in tables)


def _root(column: list[Content]) -> float:
    """Return the square root of how much a column's cells that say anything hold on average."""
    sizes = [size for cell in column if (size := _size(cell))]
    return max(math.sqrt(sum(sizes) / len(sizes)) if sizes else 0.0, _NARROWEST)


def _size(cell: Content) -> int:
    return sum(width(part.text) for part in cell if isinstance(part, TextRun))
