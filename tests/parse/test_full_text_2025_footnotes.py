"""The 2025 layout: footnote marks, footnotes and pages, on made-up lines."""

from __future__ import annotations

import pytest

from plan_tui.parse.full_text_2025.footnote_bodies import locate_marks, split_notes, take_footnotes
from plan_tui.parse.full_text_2025.glued_marks import extract_marks
from plan_tui.parse.full_text_2025.pages import read_pages
from plan_tui.text.traced import Traced
from tests.layout_2025 import traced


def marked(number: str, *lines: str) -> tuple[str, str] | None:
    """Return the words before and after the mark that is found."""
    body = traced(*lines)
    found = locate_marks(body, [number])
    if found is None:
        return None
    (line, column), *rest = sorted(found)
    text = lines[line - 1]
    return text[max(0, column - 4) : column], text[column + 1 + len(rest) :][:2]


@pytest.mark.parametrize(
    ("number", "line", "where"),
    [
        ("7", "森の制度7は古い", ("森の制度", "は古")),
        ("30", "取りまとめ203030年版", None),
        ("30", "森の取りまとめ202530に基づく", ("2025", "に基")),
        ("20", "20 年前から森のweb320を使い20人が", ("web3", "を使")),
        ("5", "5Gと森の５割と 5 人と第5回の森林地図5を", ("森林地図", "を")),
        ("47", "森の指針FRST 2.2 47等を", ("2.2 ", "等を")),
        ("3", "森は33.3％、川は3,300本ある。", None),
        ("12", "12月に12本、森（小屋12）を建てる", ("森（小屋", "）を")),
    ],
)
def test_a_mark_among_other_digits(number: str, line: str, where: tuple[str, str] | None) -> None:
    assert marked(number, line) == where


def test_marks_ascend_through_the_page() -> None:
    body = traced("川の台帳2と森の台帳1を作り、", "海の台帳2と山の台帳3を作る。")
    found = locate_marks(body, ["1", "2", "3"])
    assert found == {(1, 10): "1", (2, 4): "2", (2, 10): "3"}


def test_a_missing_mark_is_reported() -> None:
    assert locate_marks(traced("森に小屋を建てる。"), ["4"]) is None


def test_marks_leave_the_text_with_their_offset() -> None:
    line = Traced.of_line(1, "森の web320 と川の地図21。")
    places = dict.fromkeys([(1, 7), (1, 8)], "20") | dict.fromkeys([(1, 15), (1, 16)], "21")
    text, found = extract_marks([line], places)
    assert text.text == "森のweb3と川の地図。"
    assert [(m.number, m.offset, m.mark.text) for m in found] == [("20", 6, "20"), ("21", 11, "21")]


def test_neighbouring_marks_stay_two() -> None:
    line = Traced.of_line(1, "森12、")
    _, found = extract_marks([line], {(1, 1): "1", (1, 2): "2"})
    assert [(m.number, m.offset) for m in found] == [("1", 1), ("2", 1)]


def test_fused_footnotes_with_a_number_that_looks_like_the_next() -> None:
    block = Traced.of_line(1, "8 森は 9 か所。川の 9 割。 9 森法（第 10 条）。 10 海の 11 月")
    notes = split_notes(block, 8)
    assert [(n.number.text, n.text.text) for n in notes] == [
        ("8", "森は9か所。川の9割。"),
        ("9", "森法（第10条）。"),
        ("10", "海の11月"),
    ]


def test_a_footnote_may_end_in_an_address() -> None:
    notes = split_notes(Traced.of_line(1, "1 https://mori.example/a 2 川の地図。"), 1)
    assert [n.text.text for n in notes] == ["https://mori.example/a", "川の地図。"]


def test_a_body_line_that_looks_like_a_footnote() -> None:
    page = traced("森の道を直す。道には", "1 つの小屋と地図1を置く。", "1 森の地図。")
    found = take_footnotes(page, 1, unfinished=False)
    assert [line.text for line in found.body] == [line.text for line in page[:2]]
    assert [note.text.text for note in found.footnotes] == ["森の地図。"]
    assert found.marks == {(2, 9): "1"}


def test_a_page_without_footnotes_keeps_its_last_line() -> None:
    page = traced("森の道を直す。", "1 つの小屋を建てる。")
    assert take_footnotes(page, 1, unfinished=False).footnotes == ()


def test_a_footnote_goes_on_after_the_page_break() -> None:
    long = "森に木を植える人を育て、" * 3
    body = read_pages(
        traced(
            "森の苗木1を育てるため、毎年山の南の広い畑に",
            "苗木の種をまく。",
            f"1 {long}苗木を山の南の畑で大きく育て",
            "1",
            "川の小屋2を山の北の川のすぐそばに建てて、水",
            "車を回す。",
            "る仕組みのこと。",
            "2 川の家。",
            "2",
        )
    )
    assert [(n.number.text, n.text.text) for n in body.footnotes] == [
        ("1", f"{long}苗木を山の南の畑で大きく育てる仕組みのこと。"),
        ("2", "川の家。"),
    ]
    assert [line.text for line in body.lines][-1] == "車を回す。"


def test_only_the_next_number_alone_on_a_line_ends_a_page() -> None:
    body = read_pages(traced("森は", "1", "2040", "年に", "2"))
    assert [line.text for line in body.lines] == ["森は", "2040", "年に"]
    assert [f.text.text for f in body.furniture] == ["1", "2"]
