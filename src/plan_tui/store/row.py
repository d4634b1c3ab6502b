"""What all rows of the database are.

The row types are the only declaration of tables and columns. A field is a column, in this order;
its type is the column's (words and bools are stored as TEXT and 0/1), and ``None`` in it lets the
column be NULL. `plan_tui.store.schema` adds keys and indexes. The docstring of a type says what its
table holds, the line under a field what its column does, in the words of whoever reads the database
(NULL, 0 and 1): `plan_tui.store.described` takes them from here into ``docs/database.md`` and the
metadata for Datasette.
"""

from __future__ import annotations

from plan_tui.text.record import record


@record(kw_only=True)
class Row:
    """A row of any table."""
