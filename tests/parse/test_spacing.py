"""Joining wrapped lines and taking out spurious blanks."""

import pytest

from plan_tui.parse.common.spacing import (
    concatenate_lines,
    join_lines,
    separates_words,
    without_inserted_blanks,
)
from plan_tui.text.traced import Traced


def traced(*lines: str) -> list[Traced]:
    return [Traced.of_line(number, line) for number, line in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("平成 15年４月 １日", "平成15年４月１日"),
        ("新しい IT 基盤と AI の活用", "新しいIT基盤とAIの活用"),
        ("Open  Data Charter の採択", "Open Data Charterの採択"),
        ("約 1,200 か所", "約1,200か所"),
        ("第 ２ 期（ 2030 年 ）", "第２期（2030年）"),
        ("  両端の空白  ", "両端の空白"),
        ("Web 3.0 と Web3", "Web 3.0とWeb3"),
        ("図書館、 学校", "図書館、学校"),
        ("施策集 概要", "施策集概要"),
        ("", ""),
    ],
)
def test_only_blanks_between_latin_words_stay(printed: str, clean: str) -> None:
    assert without_inserted_blanks(Traced.of_line(1, printed)).text == clean


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("施策集 概要", "施策集 概要"),
        ("（2030年度） 実証", "（2030年度） 実証"),
        ("図書館、 学校", "図書館、学校"),
        ("第１期 「見本」", "第１期「見本」"),
        ("令和 12年", "令和12年"),
        ("手引 -森の館- 第二版", "手引 -森の館- 第二版"),
        ("- 貸出しの数", "- 貸出しの数"),
        ("e-Park の例", "e-Parkの例"),
    ],
)
def test_printed_blanks_between_japanese_words_can_stay(printed: str, clean: str) -> None:
    assert without_inserted_blanks(Traced.of_line(1, printed), keep_japanese=True).text == clean


@pytest.mark.parametrize(
    ("lines", "clean"),
    [
        (("図書の貸出", "し手続"), "図書の貸出し手続"),
        (("Public", "Library Card の略"), "Public Library Cardの略"),
        (("Society", "9.0 の時代"), "Society 9.0の時代"),
        (("規格 SC", "41 に"), "規格SC41に"),
        (("X-", "Road の例"), "X-Roadの例"),
        (("https://example.jp/a", "b/c を見る"), "https://example.jp/ab/cを見る"),
        (("ABC/DEF", "GHI1/SC7"), "ABC/DEF GHI1/SC7"),
        (("令和 10年（2028", "年）"), "令和10年（2028年）"),
        ((" 頁の初め", "  と続き "), "頁の初めと続き"),
        (("", "一行"), "一行"),
    ],
)
def test_a_wrapped_line_is_joined(lines: tuple[str, ...], clean: str) -> None:
    assert join_lines(traced(*lines)).text == clean


def test_a_blank_that_the_page_break_took_is_supplied_and_no_other() -> None:
    joined = join_lines(traced("Public ", " Library"))
    assert joined.text == "Public Library"
    assert joined.places[6] is None
    assert [place for place in joined.places if place][:2] == [(1, 0), (1, 1)]


def test_a_line_break_gives_no_blank_between_japanese_words() -> None:
    assert join_lines(traced("第一の ", " 事業"), keep_japanese=True).text == "第一の事業"


def test_run_on_keeps_the_printed_blanks() -> None:
    assert concatenate_lines(traced("①公正", " ③迅速")).text == "①公正 ③迅速"


def test_an_address_is_not_two_words() -> None:
    assert not separates_words("http://example.jp/guide", "lines")
    assert separates_words("the guide", "lines")
