"""Tables of full texts whose source tells merged cells from empty ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from plan_tui.model.enums import BlockKind
from plan_tui.model.paged_text import MergedCell, PagedText
from plan_tui.model.parsed import ParsedBlock
from tests.printed_pages import HEAD, MadeUpPage, blocks, furniture, passage, positioned, read

Rows = Sequence[Sequence[str]]


def _table(page: MadeUpPage, rows: Rows) -> MadeUpPage:
    """Add a table; the lines of a cell are parted by ``|``."""
    grid: list[list[list[int]]] = []
    for row in rows:
        top = page.y
        cells: list[list[int]] = []
        for column, text in enumerate(row):
            page.y = top
            cells.append([])
            for line in filter(None, text.split("|")):
                cells[-1].append(len(page.lines))
                page.put(line, column * 8)
        page.y = top - 18 * max(len(text.split("|")) for text in row)
        grid.append(cells)
    page.cells.append(grid)
    return page


def _merge(text: PagedText, *merged: MergedCell) -> PagedText:
    """Return a source each of whose tables has these merged cells."""
    pages = [
        replace(page, tables=tuple(replace(table, merged=merged) for table in page.tables))
        for page in text.pages
    ]
    return replace(text, pages=tuple(pages))


def _read(rows: Rows, *merged: MergedCell) -> ParsedBlock:
    page = _table(MadeUpPage().head(HEAD).flow(passage(1)), rows).flow(passage(2))
    tables = [b for b in blocks(read(_merge(positioned(page), *merged))) if b.columns]
    assert len(tables) == 1
    return tables[0]


def test_an_empty_cell_stays_empty() -> None:
    table = _read([["場所", "", "当番"], ["小屋", "毎朝", "一人"], ["", "毎晩", ""]])
    assert table.columns == ("場所", "", "当番")
    assert table.rows == (("小屋", "毎朝", "一人"), ("", "毎晩", ""))


@pytest.mark.parametrize("row", [1, 2])
def test_a_merged_cell_stands_in_each_of_its_rows(row: int) -> None:
    rows = [["場所", "回数"], ["小屋", "毎朝"], ["橋", "毎晩"], ["", "月初め"], ["船", ""]]
    rows[row][0], rows[row + 1][0] = "岸", ""
    table = _read(rows, MergedCell(row, 0, 2, 1))
    assert [cells[0] for cells in table.rows][row - 1 : row + 1] == ["岸", "岸"]
    assert table.rows[-1] == ("船", "")


def test_a_merged_cell_stands_in_each_of_its_columns() -> None:
    rows = [["場所", "回数", "当番"], ["小屋", "毎朝一人で", ""], ["橋", "", "二人"]]
    table = _read(rows, MergedCell(1, 1, 1, 2))
    assert table.rows == (("小屋", "毎朝一人で", "毎朝一人で"), ("橋", "", "二人"))


def test_names_below_a_common_one_name_the_columns() -> None:
    rows = [
        ["場所", "回数", "", "当番"],
        ["", "夏", "冬", ""],
        ["小屋", "毎朝", "毎晩", "一人"],
        ["橋", "", "月初め", "二人"],
    ]
    merged = (MergedCell(0, 0, 2, 1), MergedCell(0, 1, 1, 2), MergedCell(0, 3, 2, 1))
    table = _read(rows, *merged)
    assert table.columns == ("場所", "回数 夏", "回数 冬", "当番")
    assert table.rows == (("小屋", "毎朝", "毎晩", "一人"), ("橋", "", "月初め", "二人"))
    assert table.text.text.startswith("場所\t回数\t\t当番\n\t夏\t冬\t\n小屋")


def test_three_rows_may_name_the_columns() -> None:
    rows = [
        ["場所", "年間", "", ""],
        ["", "回数", "", "費用"],
        ["", "夏", "冬", ""],
        ["小屋", "三", "四", "少し"],
    ]
    merged = (
        MergedCell(0, 0, 3, 1),
        MergedCell(0, 1, 1, 3),
        MergedCell(1, 1, 1, 2),
        MergedCell(1, 3, 2, 1),
    )
    table = _read(rows, *merged)
    assert table.columns == ("場所", "年間 回数 夏", "年間 回数 冬", "年間 費用")
    assert table.rows == (("小屋", "三", "四", "少し"),)


def test_a_row_that_is_named_at_the_top_is_no_head() -> None:
    rows = [["場所", "回数"], ["", "毎朝"], ["橋", "毎晩"]]
    table = _read(rows, MergedCell(0, 0, 2, 1))
    assert table.columns == ("場所", "回数")
    assert table.rows == (("場所", "毎朝"), ("橋", "毎晩"))


def test_a_head_of_two_rows_is_repeated_on_the_next_page() -> None:
    head = [["場所", "回数", ""], ["", "夏", "冬"]]
    merged = (MergedCell(0, 0, 2, 1), MergedCell(0, 1, 1, 2))
    first = _table(MadeUpPage().head(HEAD).flow(passage(1)), [*head, ["小屋", "三", "四"]])
    second = _table(MadeUpPage(), [*head, ["橋", "", "五"]]).flow(passage(2)).foot("2")
    text = positioned(first.foot("1"), second, MadeUpPage().flow(passage(3)).foot("3"))
    document = read(_merge(text, *merged))
    tables = [block for block in blocks(document) if block.kind is BlockKind.TABLE]
    assert [table.rows for table in tables] == [(("小屋", "三", "四"), ("橋", "", "五"))]
    assert furniture(document, "repeated_table") == ["場所", "回数", "夏", "冬"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("①窓口の|改善|②帳面", "①窓口の改善 ②帳面"),
        ("・窓口|・帳面の|整理", "・窓口 ・帳面の整理"),
        ("i.窓口|ii.AIの|利用", "i.窓口 ii.AIの利用"),
        ("（１）窓口|（２）帳面", "（１）窓口 （２）帳面"),
        ("a)窓口|b)帳面", "a)窓口 b)帳面"),
        ("窓口の|改善と帳面", "窓口の改善と帳面"),
    ],
)
def test_a_list_in_a_cell_is_parted(lines: str, expected: str) -> None:
    table = _read([["場所", "取組"], ["小屋", lines]])
    assert table.rows == (("小屋", expected),)
