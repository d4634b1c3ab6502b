"""Widths of panes that stand side by side, which the reader may change by key and by mouse."""

from __future__ import annotations

from textual.widget import Widget

LEAST_WIDTH = 20
"""Columns that a pane keeps: ten wide characters."""
STEP = 4
"""Columns by which a key moves the edge between two panes."""


def pane_of(widget: Widget | None) -> Widget | None:
    """Return the widget or what it stands in that has others beside it; None if there are none."""
    while widget is not None and isinstance(widget.parent, Widget):
        if len(_row_of(widget)) > 1:
            return widget
        widget = widget.parent
    return None


def edge_at(widget: Widget | None, column: int) -> tuple[Widget, Widget] | None:
    """Return the panes whose edge is at a column of the screen, of those a widget stands in."""
    while widget is not None and isinstance(widget.parent, Widget):
        row = _row_of(widget)
        place = row.index(widget) if widget in row else 0
        if place and widget.region.x == column:
            return row[place - 1], widget
        widget = widget.parent
    return None


def widen(pane: Widget, columns: int) -> tuple[Widget, ...]:
    """Give a pane more columns, or fewer, at the cost of its neighbour; return both."""
    row = _row_of(pane)
    place = row.index(pane)
    if place + 1 < len(row):
        return move_edge(pane, row[place + 1], pane.outer_size.width + columns)
    left = row[place - 1]
    return move_edge(left, pane, left.outer_size.width - columns)


def move_edge(left: Widget, right: Widget, width: int) -> tuple[Widget, ...]:
    """Make the left one of two neighbours so wide, as far as both keep `LEAST_WIDTH`.

    Returns:
        The panes that have a width of their own now.

    """
    both = left.outer_size.width + right.outer_size.width
    if both < 2 * LEAST_WIDTH:
        return ()
    width = max(LEAST_WIDTH, min(both - LEAST_WIDTH, width))
    for pane, columns in ((left, width), (right, both - width)):
        pane.styles.min_width, pane.styles.max_width = 0, both
        pane.styles.width = columns
    return left, right


def forget_width(pane: Widget) -> None:
    """Let a pane share the columns of its row as it did at first."""
    for rule in ("width", "min_width", "max_width"):
        pane.styles.clear_rule(rule)


def _row_of(pane: Widget) -> list[Widget]:
    """Return the panes that stand beside each other with one, which is among them, by place."""
    parent = pane.parent
    if not isinstance(parent, Widget) or parent.styles.layout is None:
        return [pane]
    if parent.styles.layout.name != "horizontal":
        return [pane]
    return [child for child in parent.children if child.display and child.outer_size.width]
