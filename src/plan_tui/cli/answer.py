"""What a command answers: one view, ready to be written in any of the formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plan_tui.export.json_lists import Record, dump
from plan_tui.export.plain_text import Paint
from plan_tui.export.tsv import table


@dataclass(frozen=True, slots=True)
class Answer:
    """A view and its writers; only the one for the asked format runs."""

    records: Callable[[], list[Record]]
    """The view as objects, for JSON."""
    columns: Sequence[str]
    """Which fields of the objects a TSV table shows."""
    text: Callable[[Paint], str]
    markdown: Callable[[str], str]
    """Takes the command line that gives the same view."""
    found: bool = True
    """False if nothing matched."""
    nothing: str = ""
    """What to say when nothing matched."""
    rows: Callable[[], list[Record]] | None = None
    """The objects of a TSV table where they are not ``records``."""

    def write(self, form: str, paint: Paint, command: str) -> str:
        """Return the view in a format (``text``, ``json``, ``md`` or ``tsv``).

        Where nothing matched, JSON is an empty list, TSV its header, text and Markdown nothing.
        """
        if form == "json":
            return dump(self.records())
        if form == "tsv":
            return table((self.rows or self.records)(), self.columns)
        if not self.found:
            return ""
        return self.markdown(command) if form == "md" else self.text(paint)
