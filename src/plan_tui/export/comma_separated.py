"""Objects as CSV for spreadsheets (RFC 4180, UTF-8 with the mark by which Excel knows it).

One record a row below a header; lists are joined with `` / ``, line feeds of the text stay inside
their quotes. An apostrophe stands before what a spreadsheet would make a formula or a date of.
"""

from __future__ import annotations

import csv
import io

from plan_tui.export.spreadsheet_cell import guarded
from plan_tui.export.table_cell import written
from plan_tui.model.outline_records import Attributed
from plan_tui.text.controls import visible_in_xml
from plan_tui.views.view import Paint, View


def write(view: View, attributed: Attributed, paint: Paint) -> bytes:
    """Return a view as a table; its header alone where nothing matched.

    Control characters are written as visible escapes here: the line breaks of CSV are no text.
    So is what no spreadsheet can keep.
    """
    lines = io.StringIO(newline="")
    table = csv.writer(lines)
    table.writerow(view.columns)
    for record in view.rows():
        table.writerow([_field(record.get(name)) for name in view.columns])
    return lines.getvalue().encode("utf-8-sig")


def _field(value: object) -> str:
    text = visible_in_xml(written(value))
    return text if isinstance(value, int | float) else guarded(text)
