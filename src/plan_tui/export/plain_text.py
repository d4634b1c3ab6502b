"""Writes a view as text for a terminal or a pipe, which the view itself lays out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.outline_records import Attributed
    from plan_tui.views.view import Paint, View


def write(view: View, attributed: Attributed, paint: Paint) -> str:
    """Return a view as text; nothing where nothing matched."""
    return "" if view.nothing else view.text(paint)
