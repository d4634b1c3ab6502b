"""Objects as tab-separated tables for spreadsheets: one line a record, a header line first.

Tabs and line breaks inside a value become blanks, lists are joined with `` / ``, and a KPI
stands for its text, so that every record stays on one line with a fixed number of fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.export.table_cell import cell
from plan_tui.model.outline_records import Attributed
from plan_tui.views.view import Paint, Record, View


def write(view: View, attributed: Attributed, paint: Paint) -> str:
    """Return a view as a table; its header alone where nothing matched."""
    return table(view.rows(), view.columns)


def table(records: Iterable[Record], columns: Sequence[str]) -> str:
    """Return the records' ``columns`` with a header line."""
    lines = ["\t".join(columns)]
    lines += ["\t".join(cell(record.get(name)) for name in columns) for record in records]
    return "\n".join(lines) + "\n"
