"""The order in which the lines of a PDF are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.sources.pdf.flows import page_flows
from plan_tui.sources.pdf.page_frame import PageFrame
from tests.made_up_pdf import MARGIN, MadeUpPdf, read_book
from tests.pdf_parts import Gap

WIDE = "段いっぱいに続く文章がここにある"


def column(name: str, rows: int) -> list[str]:
    return [f"{name}{number}{WIDE}" for number in range(1, rows)] + [f"{name}終わる。"]


LEFT, RIGHT = column("左", 6), column("右", 6)


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    book = MadeUpPdf()
    book.page().columns(LEFT, RIGHT)
    assert list(read_book(book, tmp_path).texts) == [*LEFT, *RIGHT]


def test_a_heading_and_a_text_over_the_whole_width_part_the_columns(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    across = "この文章は頁の幅いっぱいに続き、二つの段の間を越えて右の端まで達している。"
    page.running_head("重点の計画")
    page.line("第１　暮らし", size=16)
    page.line(across)
    page.columns(LEFT, RIGHT)
    page.line(across)
    page.columns(RIGHT, LEFT)
    page.page_number("3")
    expected = [
        "重点の計画", "第１　暮らし", across, *LEFT, *RIGHT, across, *RIGHT, *LEFT, "3",
    ]  # fmt: skip
    assert list(read_book(book, tmp_path).texts) == expected


def test_a_short_heading_below_columns_stays_with_its_text(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    across = "この文章は頁の幅いっぱいに続き、二つの段の間を越えて右の端まで達している。"
    page.columns(LEFT, RIGHT)
    page.line("２．次の章", down=3)
    page.line(across)
    assert list(read_book(book, tmp_path).texts) == [*LEFT, *RIGHT, "２．次の章", across]


def test_columns_of_unequal_length(tmp_path: Path) -> None:
    book = MadeUpPdf()
    short = column("右", 4)
    book.page().columns(column("左", 9), short)
    assert list(read_book(book, tmp_path).texts) == [*column("左", 9), *short]


def test_columns_whose_baselines_differ(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page.line(left, at=700 - 19.2 * number)
        page.line(right, left=309, at=694 - 19.2 * number)
    assert list(read_book(book, tmp_path).texts) == [*LEFT, *RIGHT]


def test_three_columns(tmp_path: Path) -> None:
    book = MadeUpPdf(size=8)
    columns = [column(name, 6) for name in "左中右"]
    book.page().columns(*columns)
    assert list(read_book(book, tmp_path).texts) == [line for lines in columns for line in lines]


def test_columns_written_line_by_line_across_in_the_file(tmp_path: Path) -> None:
    book = MadeUpPdf(size=10)
    page = book.page()
    for number in range(5):
        page.line(LEFT[number], Gap(4), RIGHT[number])
    assert list(read_book(book, tmp_path).texts) == [*LEFT[:5], *RIGHT[:5]]


@pytest.mark.parametrize(
    ("lefts", "rights"),
    [
        (["１．窓口", "２．役所", "３．学校", "４．病院"], ["3", "12", "15", "20"]),
        (["名前", "住所", "電話", "年齢"], [f"{WIDE}の欄に書く" for _ in range(4)]),
        (
            ["2025年4月", "2026年4月", "2027年4月", "2028年4月"],
            ["始める", "広げる", "見直す", "終える"],
        ),
        (["（１）窓口", "（２）役所", "（３）学校"], ["担当：総務", "担当：財務", "担当：教育"]),
        ([f"{WIDE}について", "役所", "学校"], ["済", "未", "済"]),
    ],
)
def test_labels_and_what_stands_beside_them_are_rows(
    tmp_path: Path, lefts: list[str], rights: list[str]
) -> None:
    book = MadeUpPdf()
    page = book.page()
    for left, right in zip(lefts, rights, strict=True):
        page.line(left)
        page.line(right, left=320, at=page.y)
    expected = [f"{left} {right}" for left, right in zip(lefts, rights, strict=True)]
    assert list(read_book(book, tmp_path).texts) == expected


@pytest.mark.parametrize(
    "label",
    [
        "①②③④⑤⑥",
        "（１） （２） （３） （４） （５） （６）",
        "第１条 第２条 第３条 第４条 第５条 第６条",
        "1. 2. 3. 4. 5. 6.",
    ],
)
def test_a_numbered_list_in_two_columns_is_read_by_its_numbers(tmp_path: Path, label: str) -> None:
    labels = label.split() if " " in label else list(label)
    items = [f"{each}{name}" for each, name in zip(labels, "一二三四五六", strict=True)]
    book = MadeUpPdf()
    page = book.page()
    for left, right in zip(items[:3], items[3:], strict=True):
        page.line(left)
        page.line(right, left=300, at=page.y)
    assert list(read_book(book, tmp_path).texts) == items


def test_a_list_numbered_across_is_read_across(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    for left, right in (("①一", "②二"), ("③三", "④四"), ("⑤五", "⑥六")):
        page.line(left)
        page.line(right, left=300, at=page.y)
    assert list(read_book(book, tmp_path).texts) == ["①一 ②二", "③三 ④四", "⑤五 ⑥六"]


def test_an_item_that_reaches_the_next_column_is_parted_there(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    lefts = ["第１条　始める", "第２条　広げる", "第３条　長く続く条は隣の段まで届"]
    rights = ["第４条　見直す", "第５条　改める", "第６条　終わりに"]
    for left, right in zip(lefts, rights, strict=True):
        page.line(left)
        page.line(right, left=261, at=page.y)
    page.line("いて次の行に続く")
    page.line("12", left=255, at=40)
    expected = [*lefts, "いて次の行に続く", *rights, "12"]
    assert list(read_book(book, tmp_path).texts) == expected


def test_options_beside_what_they_do_are_rows(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    names = ["--check-everything", "--output=FILE-NAME", "--all", "--name-of-table=NAME"]
    tasks = ["checks the syntax only", "writes a file", "all of them", "takes this name"]
    for name, task in zip(names, tasks, strict=True):
        page.line(name)
        page.line(task, left=230, at=page.y)
    expected = [f"{name} {task}" for name, task in zip(names, tasks, strict=True)]
    assert list(read_book(book, tmp_path).texts) == expected


@pytest.mark.parametrize("step", [1, 5, 10])
@pytest.mark.parametrize("left", [25.0, 560.0])
def test_numbers_of_rows_in_the_margin_are_lines_of_their_own(
    tmp_path: Path, step: int, left: float
) -> None:
    book = MadeUpPdf(size=10)
    page = book.page()
    texts = [f"{WIDE}、{WIDE}{chr(0x3042 + n)}" for n in range(30)]
    numbers = []
    for number, text in enumerate(texts, 1):
        page.line(text)
        if number % step == 0:
            page.line(str(number), left=left, at=page.y, size=8)
            numbers.append(str(number))
    assert list(read_book(book, tmp_path).texts) == texts + numbers


def test_numbers_of_a_list_stay_in_their_rows(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.line("次の五つに取り組む。これらは別に定める工程に従って進める。", left=MARGIN)
    for number in range(1, 6):
        page.line(str(number), Gap(1.5), f"{WIDE}{number}")
    expected = [f"{number} {WIDE}{number}" for number in range(1, 6)]
    assert list(read_book(book, tmp_path).texts)[1:] == expected


def test_columns_written_downwards_are_read_from_the_right(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    texts = ["国は、窓口を減らす。", "自治体は、待つ時間を", "短くする。（重点）"]
    for number, text in enumerate(texts):
        page.downwards(text, 500 - 24 * number, 760)
    read = read_book(book, tmp_path)
    assert list(read.texts) == texts
    assert read.lines[0].left == pytest.approx(494, abs=1)


@pytest.mark.parametrize(
    ("rotation", "x", "y", "step"),
    [(90, 300, 100, (20, 0)), (180, 400, 300, (0, 20)), (270, 300, 500, (-20, 0))],
)
def test_a_turned_page_is_read_as_it_is_seen(
    tmp_path: Path, rotation: int, x: float, y: float, step: tuple[float, float]
) -> None:
    book = MadeUpPdf()
    page = book.page(rotation=rotation)
    page.turned("横に広い表の頁", x, y, rotation)
    page.turned("二行目がある", x + step[0], y + step[1], rotation)
    read = read_book(book, tmp_path)
    assert read.texts == ("横に広い表の頁", "二行目がある")
    assert (read.pages[0].width, read.pages[0].height) == (595.0, 842.0)
    first, second = read.lines
    assert first.left == second.left
    assert (first.baseline or 0) - (second.baseline or 0) == pytest.approx(20, abs=0.1)


def test_a_page_whose_text_is_turned_is_seen_upright(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.turned("横倒しの頁の一行目", 300, 100, 90)
    page.turned("横倒しの頁の二行目", 320, 100, 90)
    read = read_book(book, tmp_path)
    assert read.texts == ("横倒しの頁の一行目", "横倒しの頁の二行目")
    assert (read.pages[0].width, read.pages[0].height) == (842.0, 595.0)


@pytest.mark.parametrize("degrees", [20, 45, 60, 90, 270])
def test_a_stamp_across_the_page_comes_last(tmp_path: Path, degrees: int) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.line("一行目の文章がここにある。")
    page.turned("検討案", 100, 700, degrees, size=60)
    page.line("二行目の文章がここにある。")
    texts = read_book(book, tmp_path).texts
    assert texts == ("一行目の文章がここにある。", "二行目の文章がここにある。", "検討案")


def test_what_lies_outside_the_page_is_not_read() -> None:
    frame = PageFrame(0, 0, 100, 100, 0)
    assert page_flows(frame, []).upright == ()
    assert frame.turned(5).turns == 1
