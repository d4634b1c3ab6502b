"""Writes a view's objects as a JSON list."""

from __future__ import annotations

import json

from plan_tui.text.controls import visible_in_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.export.formats import Attributed
    from plan_tui.views.view import Paint, Record, View


def write(view: View, attributed: Attributed, paint: Paint) -> str:
    """Return a view as a JSON list, which may be empty."""
    return dump(view.records())


def dump(records: Iterable[Record]) -> str:
    """Return the records as a JSON list, one record a line, with Japanese as it is.

    Of other characters, those that a terminal would obey are escaped.
    """
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    body = ",\n ".join(lines)
    return visible_in_json(f"[{body}]\n")
