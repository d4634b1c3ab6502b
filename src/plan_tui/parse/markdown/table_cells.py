"""Tables of any notation: the text of their cells, and the block that they make."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import ParsedBlock
from plan_tui.parse.markdown.block_reader import ContentLine
from plan_tui.parse.markdown.written_passages import MarkedPlace, SignCollector, place_marks
from plan_tui.text.traced import Traced


def cell_text(
    lines: Sequence[ContentLine], marks: list[MarkedPlace], signs: SignCollector
) -> Traced:
    """Return a cell's clean text, a blank between its passages; its marks are added."""
    passages = signs.passages(lines)
    marks += [mark for passage in passages for mark in passage.marks]
    return Traced.join((passage.text for passage in passages), " ")


def table_block(
    rows: Sequence[Sequence[Traced]],
    filled: Sequence[Sequence[str]],
    marks: Sequence[MarkedPlace],
) -> list[ParsedBlock]:
    """Return a table as one block; none if all of its cells are blank.

    Args:
        rows: the cells as written, the names of the columns first.
        filled: the same with merged cells filled, each row as long as the first.
        marks: the footnotes' marks of all cells.

    """
    if not any(map(any, rows)):
        return []
    text = Traced.join((Traced.join(row, "\t") for row in rows), "\n")
    placed = place_marks(text, marks)
    body = tuple(tuple(row) for row in filled[1:])
    return [ParsedBlock(BlockKind.TABLE, text, marks=placed, columns=tuple(filled[0]), rows=body)]
