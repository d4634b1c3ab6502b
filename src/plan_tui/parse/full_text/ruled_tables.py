"""Tables that their pages draw with lines: cells to rows, and parts on several pages to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plan_tui.model.enums import BlockKind, FurnitureKind
from plan_tui.model.paged_text import RuledTable
from plan_tui.model.parsed import ParsedBlock
from plan_tui.parse.common.spacing import join_lines
from plan_tui.parse.full_text.note_marks import MarksByPlace, place_note_marks
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedPage, UnplacedText
from plan_tui.text.traced import Traced

_Row = list[Traced]
"""The clean text of each of a row's cells."""


@dataclass(slots=True)
class TableDraft:
    """A table as its pages have it."""

    first_line: int
    """The 1-based line of the source that it begins on."""
    rows: list[_Row]

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max(len(row) for row in self.rows)

    @property
    def head(self) -> list[str]:
        """The texts of the first row, without blanks."""
        return ["".join(cell.text.split()) for cell in self.rows[0]]


def lines_in_tables(page: UnplacedPage) -> frozenset[int]:
    """Return the numbers of the lines that stand in a page's tables."""
    return frozenset(n for table in page.tables if _is_table(table) for n in _numbers(table))


def take_tables(text: UnplacedText) -> list[TableDraft]:
    """Take the tables out of the pages of ``text``, which is changed.

    A table whose first row stands again at the top of the next page goes on there; the repeated
    row is furniture.
    """
    tables: list[TableDraft] = []
    open_page = 0  # the page whose last text is the end of the last table
    for page in text.pages:
        by_number = {line.number: line for line in page.lines}
        inside = lines_in_tables(page)
        for table in filter(_is_table, page.tables):
            draft = _draft(table, by_number)
            if draft is None:
                continue
            above = (line.number for line in page.lines if line.number < draft.first_line)
            opens = all(number in inside for number in above)
            goes_on = opens and open_page == page.number - 1 and bool(tables)
            if goes_on and _repeats(tables[-1], draft):
                for cell in draft.rows[0]:
                    text.put(FurnitureKind.REPEATED_TABLE, cell)
                tables[-1].rows += draft.rows[1:]
            else:
                tables.append(draft)
        if page.lines:
            open_page = page.number if page.lines[-1].number in inside else 0
        page.lines = [line for line in page.lines if line.number not in inside]
    return tables


def table_block(table: TableDraft, marks: MarksByPlace) -> ParsedBlock:
    """Return a table as a block; its first row names the columns."""
    count = table.columns
    text = Traced.join([Traced.join(row, "\t") for row in table.rows], "\n")
    cells = [[cell.text for cell in row] + [""] * (count - len(row)) for row in table.rows]
    columns, *rows = _filled(cells)
    return ParsedBlock(
        BlockKind.TABLE,
        text,
        marks=place_note_marks(text, marks),
        columns=columns,
        rows=tuple(rows),
    )


def _is_table(table: RuledTable) -> bool:
    """Return whether lines make a table, and not a box around text."""
    several = [row for row in table.rows if sum(map(bool, row)) > 1]
    return len(table.rows) > 1 and bool(several)


def _numbers(table: RuledTable) -> Iterator[int]:
    return (number for row in table.rows for cell in row for number in cell)


def _draft(table: RuledTable, lines: dict[int, UnplacedLine]) -> TableDraft | None:
    """Return a table with the rest of its lines; None if nothing of them is left."""
    rows = [
        [join_lines(lines[number].text for number in cell if number in lines) for cell in row]
        for row in table.rows
    ]
    rows = [row for row in rows if any(row)]
    numbers = [number for number in _numbers(table) if number in lines]
    return TableDraft(min(numbers), rows) if numbers else None


def _repeats(table: TableDraft, part: TableDraft) -> bool:
    return table.columns == part.columns and table.head == part.head and len(part.rows) > 1


def _filled(cells: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return rows with merged cells filled.

    In the first row from the left; below it in the first columns, which name the row, from above.
    """
    filled: list[list[str]] = []
    for row in cells:
        values = list(row)
        for index, value in enumerate(values):
            if value:
                if filled:
                    break
                continue
            if filled and len(filled) > 1:
                values[index] = filled[-1][index]
            elif not filled and index:
                values[index] = values[index - 1]
        filled.append(values)
    return [tuple(row) for row in filled]
