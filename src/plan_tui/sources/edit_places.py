"""Finds the line that each correction of a source means."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.edits import EditKind, LineEdits, SourceEdit
from plan_tui.model.paged_text import PagedText, PageLine

_OPPOSITES = {
    EditKind.HEADING: {EditKind.NOT_HEADING, EditKind.NOTE, EditKind.FURNITURE, EditKind.JOIN},
    EditKind.NOT_HEADING: {EditKind.HEADING},
    EditKind.NOTE: {EditKind.NOT_NOTE, EditKind.HEADING, EditKind.FURNITURE, EditKind.JOIN},
    EditKind.NOT_NOTE: {EditKind.NOTE},
    EditKind.FURNITURE: {
        *(EditKind.NOT_FURNITURE, EditKind.HEADING, EditKind.NOTE),
        *(EditKind.JOIN, EditKind.SPLIT),
    },
    EditKind.NOT_FURNITURE: {EditKind.FURNITURE},
    EditKind.JOIN: {EditKind.SPLIT, EditKind.HEADING, EditKind.NOTE, EditKind.FURNITURE},
    EditKind.SPLIT: {EditKind.JOIN, EditKind.FURNITURE},
}
"""What a line cannot be beside each kind; of two such corrections the later one counts."""


def place_edits(
    edits: Sequence[SourceEdit], text: PagedText
) -> tuple[LineEdits, tuple[Doubt, ...]]:
    """Return the corrections by line, and a doubt for each that fits no line, or several.

    A line that is given with words has to hold them; if it does not, as after a change of the
    source, the words are looked for.
    """
    by_line: dict[int, frozenset[EditKind]] = {}
    doubts: list[Doubt] = []
    for edit in edits:
        lines = _lines_of(edit, text)
        if len(lines) == 1:
            number = lines[0].number
            others = by_line.get(number, frozenset()) - _OPPOSITES[edit.kind]
            by_line[number] = others | {edit.kind}
        else:
            doubts.append(_without_place(edit, lines))
    return by_line, tuple(doubts)


def _lines_of(edit: SourceEdit, text: PagedText) -> list[PageLine]:
    words = _solid(edit.text)
    lines = text.lines
    if edit.line is not None and edit.line <= len(lines):
        line = lines[edit.line - 1]
        if words in _solid(line.text) and line.text.strip():
            return [line]
    if not words:
        return []
    on_page = [line for line in lines if edit.page in (None, line.page)]
    holding = [line for line in on_page if words in _solid(line.text)]
    beginning = [line for line in holding if _solid(line.text).startswith(words)]
    whole = [line for line in holding if _solid(line.text) == words]
    return next((lines for lines in (whole, beginning, holding) if len(lines) == 1), holding)


def _without_place(edit: SourceEdit, lines: Sequence[PageLine]) -> Doubt:
    fields = {"kind": f'"{edit.kind}"', "line": edit.line, "page": edit.page}
    fields |= {"text": f'"{edit.text}"' if edit.text else None}
    words = ", ".join(f"{name} = {value}" for name, value in fields.items() if value is not None)
    return Doubt(
        DoubtKind.EDIT_WITHOUT_PLACE,
        Severity.WARNING,
        edit.page,
        lines[0].number if lines else None,
        words,
        ", ".join(str(line.number) for line in lines),
    )


def _solid(text: str) -> str:
    return "".join(text.split())
