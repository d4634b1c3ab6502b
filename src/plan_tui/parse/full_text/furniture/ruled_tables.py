"""Tables that their pages draw with lines: cells to rows, and parts on several pages to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan_tui.model.enums import BlockKind, FurnitureKind
from plan_tui.model.paged_text import RuledTable
from plan_tui.model.parsed import ParsedBlock
from plan_tui.parse.common.spacing import join_lines
from plan_tui.parse.full_text.item_markers import item_marker
from plan_tui.parse.full_text.notes.note_marks import MarksByPlace, place_note_marks
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedPage, UnplacedText
from plan_tui.text.record import record
from plan_tui.text.traced import Traced

_FOOT = 0.2
"""The part of a page's height that is its foot; a table that ends there may be cut."""

_Row = list[Traced]
"""The clean text of each of a row's cells."""


@record(frozen=False)
class TableDraft:
    """A table as its pages have it."""

    first_line: int
    """The 1-based line of the source that it begins on."""
    rows: list[_Row]
    filled: list[list[str]] | None
    """The texts of the cells, a merged one's in each of its places; None where the source does
    not tell merged cells from empty ones."""
    heads: int = 1
    """How many rows name the columns."""

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max(len(row) for row in self.rows)

    @property
    def head(self) -> list[list[str]]:
        """The texts of the rows that name the columns, without blanks."""
        return [["".join(cell.text.split()) for cell in row] for row in self.rows[: self.heads]]


def lines_in_tables(page: UnplacedPage) -> frozenset[int]:
    """Return the numbers of the lines that stand in a page's tables."""
    return frozenset(n for table in page.tables if _is_table(table) for n in _numbers(table))


def take_tables(text: UnplacedText) -> list[TableDraft]:
    """Take the tables out of the pages of ``text``, which is changed.

    One that reaches its page's foot goes on in one of as many columns that opens the next page;
    where its head stands again there, the repeated rows are furniture.
    """
    tables: list[TableDraft] = []
    cut = False  # whether the last table ends at its page's foot
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
            if goes_on and (
                _repeats(tables[-1], draft) or (cut and tables[-1].columns == draft.columns)
            ):
                _add_part(tables[-1], draft, text)
            else:
                tables.append(draft)
        cut = bool(page.lines) and _is_at_foot(page, page.lines[-1])
        if page.lines:
            open_page = page.number if page.lines[-1].number in inside else 0
        page.lines = [line for line in page.lines if line.number not in inside]
    return tables


def table_block(table: TableDraft, marks: MarksByPlace) -> ParsedBlock:
    """Return a table as a block; of several rows that name the columns each adds a name."""
    text = Traced.join([Traced.join(row, "\t") for row in table.rows], "\n")
    cells = _filled(table) if table.filled is None else table.filled
    names = zip(*cells[: table.heads], strict=True)
    return ParsedBlock(
        BlockKind.TABLE,
        text,
        marks=place_note_marks(text, marks),
        columns=tuple(" ".join(filter(None, dict.fromkeys(column))) for column in names),
        rows=tuple(tuple(row) for row in cells[table.heads :]),
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
        [_cell(lines[number].text for number in cell if number in lines) for cell in row]
        for row in table.rows
    ]
    numbers = [number for number in _numbers(table) if number in lines]
    if not numbers:
        return None
    printed = [index for index, row in enumerate(rows) if any(row)]
    filled = None
    if table.merged is not None:
        filled = [[cell.text for cell in row] for row in rows]
        for merged in table.merged:
            for row in filled[merged.row : merged.row + merged.rows]:
                span = slice(merged.column, merged.column + merged.columns)
                row[span] = [rows[merged.row][merged.column].text] * merged.columns
        filled = [filled[index] for index in printed]
    heads = sum(index < _heads(table) for index in printed)
    return TableDraft(min(numbers), [rows[index] for index in printed], filled, max(heads, 1))


def _cell(lines: Iterable[Traced]) -> Traced:
    """Return the text of a cell; a blank parts the items of a list in it."""
    items: list[list[Traced]] = []
    for line in lines:
        if not items or item_marker(line.text):
            items.append([])
        items[-1].append(line)
    return Traced.join([join_lines(item) for item in items], " ")


def _heads(table: RuledTable) -> int:
    """Return how many rows name the columns: names below a common one stand beside taller ones."""
    first = [cell for cell in table.merged or () if cell.row == 0]
    spans = any(cell.columns > 1 for cell in first)
    tallest = max((cell.rows for cell in first), default=1)
    return tallest if spans and tallest < len(table.rows) else 1


def _add_part(table: TableDraft, part: TableDraft, text: UnplacedText) -> None:
    """Let a table go on with the part on the next page; a repeated head is put to the furniture."""
    heads = part.heads if _repeats(table, part) else 0
    for row in part.rows[:heads]:
        for cell in row:
            text.put(FurnitureKind.REPEATED_TABLE, cell)
    table.rows += part.rows[heads:]
    if table.filled is not None and part.filled is not None:
        table.filled += part.filled[heads:]


def _is_at_foot(page: UnplacedPage, line: UnplacedLine) -> bool:
    baseline = line.line.baseline
    return bool(baseline and page.height and baseline < _FOOT * page.height)


def _repeats(table: TableDraft, part: TableDraft) -> bool:
    same = table.columns == part.columns and table.head == part.head
    return same and len(part.rows) > part.heads


def _filled(table: TableDraft) -> list[list[str]]:
    """Return rows with what may be merged cells filled.

    In the first row from the left; below it in the first columns, which name the row, from above.
    """
    count = table.columns
    filled: list[list[str]] = []
    for cells in table.rows:
        row = [cell.text for cell in cells] + [""] * (count - len(cells))
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
    return filled
