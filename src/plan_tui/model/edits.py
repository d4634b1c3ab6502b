"""What a reader corrects in the reading of a source, beside the source itself."""

from __future__ import annotations

from collections.abc import Mapping

from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum


class EditKind(StrEnum):
    """What a line is, or how it belongs to the line before."""

    HEADING = "heading"
    NOT_HEADING = "not_heading"
    NOTE = "note"
    """The line begins a footnote's body."""
    NOT_NOTE = "not_note"
    FURNITURE = "furniture"
    NOT_FURNITURE = "not_furniture"
    JOIN = "join"
    """The line goes on with the passage of the line before."""
    SPLIT = "split"
    """The line begins a passage of its own."""


@record
class SourceEdit:
    """One correction, as its file has it; names the line by number, or by page and text."""

    kind: EditKind
    line: int | None = None
    page: int | None = None
    text: str = ""
    """What the line's text holds, blanks aside."""


LineEdits = Mapping[int, frozenset[EditKind]]
"""Line number → the corrections that a parser has to obey there."""
