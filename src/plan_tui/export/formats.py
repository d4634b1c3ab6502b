"""The formats in which a view can be written; each has a module with a ``write``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from plan_tui.model.records import Attribution
from plan_tui.views.view import Paint, View, no_paint

WRITERS = {
    "text": "plain_text",
    "json": "json_lists",
    "md": "markdown",
    "tsv": "tab_separated",
}
"""Format → the module of this package that writes it; imported when it is asked for."""

Attributed = Callable[[], Attribution]
"""Asks the plan where its text comes from; called by formats that say it."""


def write(view: View, form: str, attributed: Attributed, paint: Paint = no_paint) -> str | bytes:
    """Return a view in one of the formats of `WRITERS`: text, or what a format of bytes holds.

    Where nothing matched, JSON and tables hold what there is (an empty list, a header alone),
    text and documents are empty.
    """
    writer = import_module(f"plan_tui.export.{WRITERS[form]}")
    written: str | bytes = writer.write(view, attributed, paint)
    return written


def as_markdown(view: View, attributed: Attributed) -> str:
    """Return a view as Markdown, in which the application copies and exports."""
    from plan_tui.export import markdown

    return markdown.write(view, attributed, no_paint)
