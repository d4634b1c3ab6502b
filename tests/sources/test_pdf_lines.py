"""Lines of a PDF: what stands side by side, with its marks, its blanks, its ruby above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.model.paged_text import PagedText
from tests.made_up_pdf import MadeUpPdf, read_book
from tests.pdf_parts import GOTHIC, LATIN, LATIN_BOLD, MINCHO, Gap, In, Lowered, Part, Raised, Ruby


def read_line(folder: Path, *parts: Part) -> PagedText:
    book = MadeUpPdf()
    page = book.page()
    page.line("前の行がここにあり、長さもある。")
    page.line(*parts)
    page.line("次の行がここにあり、長さもある。")
    return read_book(book, folder)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["窓口", Raised("1"), "で待つ"], "窓口1で待つ"),
        (["窓口", Raised("12"), "で待つ"], "窓口12で待つ"),
        (["窓口で待つ", Raised("3")], "窓口で待つ3"),
        ([Raised("1"), "窓口で待つ"], "1窓口で待つ"),
        (["窓口", Raised("（注１）", 0.6, 0.35), "で待つ"], "窓口（注１）で待つ"),
        (["窓口", Raised("*2", 0.7, 0.3), "で待つ"], "窓口*2で待つ"),
        (["窓口", Raised("※", 0.65, 0.5), "で待つ"], "窓口※で待つ"),
        (["窓口", Raised("［９］", 0.5, 0.7), "で待つ"], "窓口［９］で待つ"),
        (["窓口", Raised("4", 1.0, 0.3), "で待つ"], "窓口4で待つ"),
        (["「窓口」", Gap(-0.5), Raised("22"), Gap(-0.3), "（案）"], "「窓口」22（案）"),
        (["減らす。", Gap(-0.5), Raised("7")], "減らす。7"),
        (["個人情報保護法（仮称）", Gap(-0.45), Raised("41")], "個人情報保護法（仮称）41"),
        (["CO", Lowered("2"), "を減らす"], "CO2を減らす"),
        (["H", Lowered("2"), "O", Raised("1"), "を使う"], "H2O1を使う"),
        (["x", Lowered("ij", 0.5, -0.35), "とする"], "xijとする"),
    ],
)
def test_a_mark_stands_in_its_row(tmp_path: Path, parts: list[Part], expected: str) -> None:
    assert read_line(tmp_path, *parts).texts[1:-1] == (expected,)


@pytest.mark.parametrize(
    ("before", "overlap", "after"),
    [
        ("（", 0.53, "“窓口”）"),
        ("「", 0.53, "‘窓口’」"),
        ("（", 0.6, "〝窓口〟）"),
        ("『", 0.55, "・窓口』"),
        ("【", 0.6, "①窓口】"),
        ("（", 0.55, "※窓口）"),
        ("〔", 0.5, "〒窓口〕"),
        ("「", 0.62, "ア」"),
        ("“", 0.53, "（案）”"),
        ("窓口で。", 0.53, "”"),
        ("（案）", 0.55, "、窓口"),
        ("窓口〟", 0.5, "」"),
    ],
)
def test_what_is_close_set_stands_in_the_order_in_which_it_is_drawn(
    tmp_path: Path, before: str, overlap: float, after: str
) -> None:
    parts: list[Part] = ["町の", before, Gap(-overlap), after, Raised("3"), "を開く"]
    expected = f"町の{before}{after}3を開く"
    assert read_line(tmp_path, *parts).texts[1] == expected


def test_a_raised_mark_is_known_by_its_size_and_baseline(tmp_path: Path) -> None:
    text = read_line(tmp_path, "窓口", Raised("1"), "で待つ")
    line = text.lines[1]
    mark = line.boxes[2]
    assert mark
    assert line.baseline is not None
    assert (mark.size, line.size) == (6.0, 12.0)
    assert mark.baseline - line.baseline == pytest.approx(4.8, abs=0.1)


@pytest.mark.parametrize(
    ("parts", "ruby", "base"),
    [
        (["国民に", Ruby("裨益", "ひえき"), "する"], "ひえき", "国民に裨益する"),
        ([Ruby("誹謗", "ひぼう"), "をやめる"], "ひぼう", "誹謗をやめる"),
        (["暮らしの", Ruby("礎", "いしずえ")], "いしずえ", "暮らしの礎"),
        (["人の", Ruby("絆", "きずな", 0.4, 1.0), "を結ぶ"], "きずな", "人の絆を結ぶ"),
        (["町の", Ruby("賑", "にぎ", 0.5, 0.85), "わい"], "にぎ", "町の賑わい"),
        (
            [Ruby("払拭", "ふっしょく"), "して国民に", Ruby("裨益", "ひえき"), "する"],
            "ふっしょく ひえき",
            "払拭して国民に裨益する",
        ),
    ],
)
def test_ruby_is_a_line_before_its_row(
    tmp_path: Path, parts: list[Part], ruby: str, base: str
) -> None:
    assert read_line(tmp_path, *parts).texts[1:-1] == (ruby, base)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([In("plain", LATIN), Gap(0.25), In("words", LATIN)], "plain words"),
        ([In("one printed", LATIN)], "one printed"),
        ([In("e", LATIN), In("-", LATIN), In("Tax", LATIN)], "e-Tax"),
        ([In("AI", LATIN), Gap(0.25), "の活用"], "AIの活用"),
        (["令和", Gap(0.25), In("7", LATIN), Gap(0.25), "年"], "令和7年"),
        (["目", Gap(2.0), "次"], "目 次"),
        (["ア", Gap(0.8), "窓口の改善"], "ア 窓口の改善"),
        (["ア　窓口の改善"], "ア　窓口の改善"),
        (["暮らし ", Gap(1.0), "の礎"], "暮らし の礎"),
        (["窓口", Gap(3.0), "……", Gap(0.4), "……", Gap(1.0), "12"], "窓口 ………… 12"),
        ([In("s", LATIN), Gap(0.25), In("et apart", LATIN)], "set apart"),
        ([Gap(1.0), "一字下げて始まる"], "一字下げて始まる"),
    ],
)
def test_blanks_are_as_they_are_seen(tmp_path: Path, parts: list[Part], expected: str) -> None:
    line = read_line(tmp_path, *parts).lines[1]
    assert line.text == expected
    assert len(line.boxes) == len(line.text)


def test_boxes_tell_where_each_character_stands(tmp_path: Path) -> None:
    line = read_line(tmp_path, "暮らし", Gap(1.0), In("12", LATIN)).lines[1]
    lefts = [box.left if box else None for box in line.boxes]
    assert lefts == [57.0, 69.0, 81.0, None, 105.0, 111.0]
    assert line.right == 117.0
    assert {box.font for box in line.printed_boxes} == {MINCHO, LATIN}


@pytest.mark.parametrize(
    ("part", "font"),
    [
        (In("暮らし", MINCHO, bold=True), f"{MINCHO}-Bold"),
        (In("暮らし", GOTHIC, bold=True), f"{GOTHIC}-Bold"),
        (In("Words", LATIN_BOLD), "Times-Bold"),
        (In("Words", "Helvetica-BoldOblique"), "Helvetica-BoldOblique-Bold"),
        (In("Words", "Courier-Bold"), "Courier-Bold"),
        (In("Words", LATIN), LATIN),
        (In("暮らし", GOTHIC), GOTHIC),
    ],
)
def test_the_name_of_a_bold_font_ends_in_bold(tmp_path: Path, part: In, font: str) -> None:
    assert read_line(tmp_path, part).lines[1].font == font


@pytest.mark.parametrize("shift", [0.0, 0.2, 0.5, 1.0, 1.5])
def test_what_is_printed_twice_to_look_bold_is_read_once(tmp_path: Path, shift: float) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.line("第１　暮らし", at=700)
    page.line("第１　暮らし", left=57 + shift, at=700 - shift / 2)
    assert read_book(book, tmp_path).texts == ("第１　暮らし",)


@pytest.mark.parametrize(
    "texts", [["ア", "ア", "ア"], ["同上"] * 4, ["－"] * 5, ["1"] * 3, ["いい"]]
)
def test_what_is_printed_again_elsewhere_is_kept(tmp_path: Path, texts: list[str]) -> None:
    book = MadeUpPdf()
    book.page().lines(*texts)
    assert list(read_book(book, tmp_path).texts) == texts


def test_sizes_and_fonts_are_those_that_are_printed(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    canvas = page.canvas
    text = canvas.beginText()
    text.setTextTransform(10.5, 0, 0, 10.5, 57, 700)
    text.setFont(MINCHO, 1)
    text.textOut("一の大きさを行列で広げる")
    canvas.drawText(text)
    assert read_book(book, tmp_path).lines[0].size == 10.5


def test_rows_go_from_top_to_bottom_in_whatever_order_they_are_drawn(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    for number in (3, 1, 4, 2):
        page.line(f"（{number}）の行", at=700 - 20 * number)
    page.running_head("重点")
    page.page_number("7")
    expected = ("重点", "（1）の行", "（2）の行", "（3）の行", "（4）の行", "7")
    assert read_book(book, tmp_path).texts == expected


def test_lines_are_numbered_through_all_pages(tmp_path: Path) -> None:
    book = MadeUpPdf()
    for number in (1, 2, 3):
        page = book.page()
        page.lines(f"{number}の一行目", f"{number}の二行目")
    steps: list[tuple[int, int]] = []
    path = book.save(tmp_path / "three.pdf")
    from plan_tui.sources.pdf.pdf_reader import read_pdf

    text = read_pdf(path, lambda done, total: steps.append((done, total)))
    assert [line.number for line in text.lines] == [1, 2, 3, 4, 5, 6]
    assert [line.page for line in text.lines] == [1, 1, 2, 2, 3, 3]
    assert [(page.width, page.height) for page in text.pages] == [(595.0, 842.0)] * 3
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_contents_entries_and_notes_are_rows(tmp_path: Path) -> None:
    book = MadeUpPdf()
    page = book.page()
    page.contents_entry("１．窓口", "3")
    page.contents_entry("（１）待つ時間", "12", left=69)
    page.notes([Raised("1"), "受付から数える。"], "続きの行")
    page.page_number("- 1 -")
    first, second, *rest = read_book(book, tmp_path).texts
    assert first.startswith("１．窓口……")
    assert first.endswith("…3")
    assert second.endswith("…12")
    assert rest == ["1受付から数える。", "続きの行", "- 1 -"]


def test_bookmarks_lead_to_pages(tmp_path: Path) -> None:
    book = MadeUpPdf()
    book.page().line("はじめに")
    book.bookmark("はじめに")
    book.page().line("第１")
    book.bookmark("第１　暮らし")
    book.bookmark("１．窓口", depth=2)
    book.page().line("（１）")
    book.bookmark("（１）待つ時間", depth=3)
    book.bookmark("第２　仕事")
    bookmarks = read_book(book, tmp_path).bookmarks
    assert [(mark.depth, mark.title, mark.page) for mark in bookmarks] == [
        (1, "はじめに", 1),
        (1, "第１　暮らし", 2),
        (2, "１．窓口", 2),
        (3, "（１）待つ時間", 3),
        (1, "第２　仕事", 3),
    ]
