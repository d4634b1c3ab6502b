"""What all rows of the database are.

The row types are the only declaration of tables and columns. A field is a column, in this order;
its type is the column's (words and bools are stored as TEXT and 0/1), and ``None`` in it lets the
column be NULL. `plan_tui.store.schema` adds keys and indexes, ``docs/database.md`` says the same
for readers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of any table."""
