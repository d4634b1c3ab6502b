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
    "csv": "comma_separated",
    "xlsx": "spreadsheet",
}
"""Format → the module of this package that writes it; imported when it is asked for."""

_ENDINGS = {"txt": "text", "bib": "text", "markdown": "md"}
"""Endings of files that are not the names of their formats."""
Attributed = Callable[[], Attribution]
"""Asks the plan where its text comes from; called by formats that say it."""


def form_of(file: str) -> str | None:
    """Return the format that the ending of a file's name asks for; None if it names none."""
    ending = file.rpartition(".")[2].casefold()
    form = _ENDINGS.get(ending, ending)
    return form if form in WRITERS and "." in file else None


def write(
    view: View,
    form: str,
    attributed: Attributed,
    paint: Paint = no_paint,
    *,
    guard: bool = False,
) -> str | bytes:
    """Return a view in one of the formats of `WRITERS`: text, or what a format of bytes holds.

    Where nothing matched, JSON and tables hold what there is (an empty list, a header alone),
    text and documents are empty. With ``guard`` a table of tabs is safe for a spreadsheet too.
    """
    writer = import_module(f"plan_tui.export.{WRITERS[form]}")
    written: str | bytes = writer.write(view, attributed, paint)
    if guard and form == "tsv" and isinstance(written, str):
        from plan_tui.export.spreadsheet_cell import guarded_table

        written = guarded_table(written)
    return written


def as_markdown(view: View, attributed: Attributed) -> str:
    """Return a view as Markdown, in which the application copies and exports."""
    from plan_tui.export import markdown

    return markdown.write(view, attributed, no_paint)
