"""Tables that a PDF draws with lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from plan_tui.model.paged_text import MergedCell, PagedText
from tests.made_up_pdf import MARGIN, MadeUpPdf, read_book
from tests.pdf_parts import Ruby, TableCell

Rows = Sequence[Sequence[str | TableCell]]


def table_of(text: PagedText, page: int = 0, number: int = 0) -> list[list[str]]:
    """Return the cells of a table, lines of a cell joined by |."""
    table = text.pages[page].tables[number]
    return [["|".join(text.texts[n - 1] for n in cell) for cell in row] for row in table.rows]


def read_table(folder: Path, rows: Rows, widths: Sequence[float], **drawn: bool) -> PagedText:
    book = MadeUpPdf()
    page = book.page()
    page.line("表の前の文章がここにある。")
    page.table(rows, widths, **drawn)
    page.line("表の後の文章がここにある。", down=2)
    return read_book(book, folder)


PLAIN: Rows = [
    ["項目", "いつ", "だれ"],
    ["窓口を\n減らす", "2026年", "総務"],
    ["待つ時間", "2027年\n3月", "財務"],
]
PLAIN_CELLS = [
    ["項目", "いつ", "だれ"],
    ["窓口を|減らす", "2026年", "総務"],
    ["待つ時間", "2027年|3月", "財務"],
]


@pytest.mark.parametrize("thin", [False, True])
@pytest.mark.parametrize("open_sides", [False, True])
def test_a_table_is_read_cell_by_cell(tmp_path: Path, thin: bool, open_sides: bool) -> None:
    text = read_table(tmp_path, PLAIN, [120, 90, 80], thin=thin, open_sides=open_sides)
    assert table_of(text) == PLAIN_CELLS
    lines = [n for row in text.pages[0].tables[0].rows for cell in row for n in cell]
    assert lines == list(range(2, 13))
    assert (text.texts[0], text.texts[-1]) == (
        "表の前の文章がここにある。",
        "表の後の文章がここにある。",
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [[TableCell("取組", columns=2), "だれ"], ["窓口", "減らす", "総務"]],
            [["取組", "", "だれ"], ["窓口", "減らす", "総務"]],
        ),
        (
            [[TableCell("窓口", rows=2), "減らす", "総務"], ["まとめる", "財務"]],
            [["窓口", "減らす", "総務"], ["", "まとめる", "財務"]],
        ),
        (
            [[TableCell("全体", columns=3)], ["一", "二", "三"]],
            [["全体", "", ""], ["一", "二", "三"]],
        ),
        (
            [["一", TableCell("広い", columns=2, rows=2)], ["二"], ["三", "四", "五"]],
            [["一", "広い", ""], ["二", "", ""], ["三", "四", "五"]],
        ),
        (
            [["一", "二", TableCell("縦", rows=3)], ["三", "四"], ["五", "六"]],
            [["一", "二", "縦"], ["三", "四", ""], ["五", "六", ""]],
        ),
        ([["", "い", "う"], ["え", "", "か"]], [["", "い", "う"], ["え", "", "か"]]),
    ],
)
def test_merged_and_empty_cells(tmp_path: Path, rows: Rows, expected: list[list[str]]) -> None:
    assert table_of(read_table(tmp_path, rows, [90, 90, 90])) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["い", "ろ", "は"], ["に", "", "へ"]], []),
        ([[TableCell("い", columns=2), "は"], ["に", "ほ", "へ"]], [MergedCell(0, 0, 1, 2)]),
        ([["い", "ろ", TableCell("は", rows=2)], ["に", "ほ"]], [MergedCell(0, 2, 2, 1)]),
        (
            [["い", TableCell("ろ", columns=2, rows=2)], ["に"], ["と", "", "り"]],
            [MergedCell(0, 1, 2, 2)],
        ),
        (
            [[TableCell("い", rows=2), TableCell("ろ", columns=2)], ["ほ", "へ"]],
            [MergedCell(0, 0, 2, 1), MergedCell(0, 1, 1, 2)],
        ),
        ([["い", "ろ", "は"], ["に", TableCell("", columns=2)]], [MergedCell(1, 1, 1, 2)]),
    ],
)
def test_merged_cells_are_told_from_empty_ones(
    tmp_path: Path, rows: Rows, expected: list[MergedCell]
) -> None:
    text = read_table(tmp_path, rows, [90, 90, 90])
    assert text.pages[0].tables[0].merged == tuple(expected)


def test_a_table_over_two_pages_is_two(tmp_path: Path) -> None:
    book = MadeUpPdf()
    book.page().table(PLAIN[:2], [120, 90, 80])
    book.page().table(PLAIN[2:], [120, 90, 80])
    text = read_book(book, tmp_path)
    assert [len(page.tables) for page in text.pages] == [1, 1]
    assert table_of(text, 1) == PLAIN_CELLS[2:]


def test_two_tables_on_a_page(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.table(PLAIN, [120, 90, 80])
    page.line("二つの表の間", down=2)
    page.table([["左", "右"]], [100, 100])
    text = read_book(book, tmp_path)
    assert table_of(text) == PLAIN_CELLS
    assert table_of(text, 0, 1) == [["左", "右"]]
    assert text.texts[11] == "二つの表の間"


def test_ruby_in_a_cell_stands_before_its_line(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.table([["", "右"]], [120, 90])
    page.line(Ruby("裨益", "ひえき"), "する", left=MARGIN + 4, size=8, at=page.y + 5)
    text = read_book(book, tmp_path)
    assert table_of(text) == [["ひえき|裨益する", "右"]]


def test_a_turned_table(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.canvas.translate(595, 0)
    page.canvas.rotate(90)
    page.y = 500
    page.table(PLAIN, [120, 90, 80])
    assert table_of(read_book(book, tmp_path)) == PLAIN_CELLS


def no_table(folder: Path, book: MadeUpPdf, *expected: str) -> None:
    text = read_book(book, folder)
    assert [page.tables for page in text.pages] == [()] * len(text.pages)
    assert text.texts == expected


def test_a_frame_around_a_text_is_no_table(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.line("前の文章")
    page.box("枠の中の一行目", "枠の中の二行目")
    page.line("後の文章")
    no_table(tmp_path, book, "前の文章", "枠の中の一行目", "枠の中の二行目", "後の文章")


def test_a_frame_with_a_title_is_no_table(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.table([["枠の題"], ["枠の中の一行目\n枠の中の二行目"]], [300])
    no_table(tmp_path, book, "枠の題", "枠の中の一行目", "枠の中の二行目")


def test_underlines_and_the_rule_above_notes_are_no_table(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    for text in ("下線のある文章", "続く文章", "終わる文章"):
        page.line(text)
        page.rule(MARGIN, page.y - 2, MARGIN + 80)
    page.notes("1 注の文章")
    no_table(tmp_path, book, "下線のある文章", "続く文章", "終わる文章", "1 注の文章")


def test_a_frame_around_the_page_is_no_table(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.canvas.rect(30, 30, 535, 782)
    page.rule(30, 790, 565)
    page.running_head("重点")
    page.line("頁の文章")
    no_table(tmp_path, book, "重点", "頁の文章")


def test_a_drawing_is_no_table(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    for x, name in ((100, "国"), (250, "県"), (400, "町")):
        page.canvas.rect(x, 500, 60, 30)
        page.line(name, left=x + 20, at=510)
    page.canvas.line(160, 515, 250, 515)
    page.canvas.line(310, 515, 400, 515)
    no_table(tmp_path, book, "国 県 町")


def test_an_empty_grid_is_no_table(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.line("目盛りの前")
    page.table([["", ""], ["", ""]], [60, 60])
    page.line("目盛りの後", down=3)
    no_table(tmp_path, book, "目盛りの前", "目盛りの後")


def test_a_white_cover_and_a_coloured_surface_rule_nothing(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.canvas.setFillGray(1)
    for x in (57, 157, 257):
        page.canvas.rect(x, 600, 0.5, 100, stroke=0, fill=1)
    for y in (600, 650, 700):
        page.canvas.rect(57, y, 200, 0.5, stroke=0, fill=1)
    page.canvas.setFillGray(0.8)
    page.canvas.rect(57, 600, 100, 50, stroke=0, fill=1)
    page.canvas.setFillGray(0)
    page.line("左の上", at=670)
    page.line("右の上", left=170, at=670)
    no_table(tmp_path, book, "左の上 右の上")


@pytest.mark.parametrize("stroked", [False, True])
def test_white_lines_part_the_cells_of_a_coloured_head(tmp_path: Path, stroked: bool) -> None:
    book = MadeUpPdf()
    page = book.page()
    canvas = page.canvas
    for x, fill in ((57, 0.2), (157, 0.4), (257, 0.4)):
        canvas.setFillGray(fill)
        canvas.rect(x, 680, 100, 20, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.setStrokeGray(1)
    for x in (157, 257):
        if stroked:
            canvas.line(x, 680, x, 700)
        else:
            canvas.rect(x, 680, 0.7, 20, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    for number, text in enumerate(("項目", "いつ", "だれ")):
        page.line(text, left=65 + 100 * number, size=10, at=686)
    page.y = 690
    page.table([["窓口", "2026年", "総務"]], [100, 100, 100])
    expected = [["項目", "いつ", "だれ"], ["窓口", "2026年", "総務"]]
    assert table_of(read_book(book, tmp_path)) == expected


def test_a_hatched_drawing_is_no_table(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.line("図の前")
    for number in range(400):
        page.canvas.line(60, 200 + number, 460, 200 + number)
        page.canvas.line(60 + number, 200, 60 + number, 600)
    page.line("図の後", at=150)
    no_table(tmp_path, book, "図の前", "図の後")


def test_a_map_full_of_names_is_read_row_by_row(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    for row in range(40):
        for column in range(15):
            page.line("町", left=60 + 30 * column, size=6, at=700 - 12 * row)
    no_table(tmp_path, book, *[" ".join(["町"] * 15)] * 40)
