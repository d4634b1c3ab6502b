"""Blanks between the words of texts without positions."""

from __future__ import annotations

import pytest

from tests.printed_pages import MadeUpPage, blocks, positioned, read, typed

_HEAD = "第１ 湖畔\n\n１．小屋\n\n"
_END = "２．橋\n\n橋を渡し、そのたもとに柳を植えて、灯りを点す。\n\n第２ 山\n\n山を歩く。"


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("氏名　住所", "氏名 住所"),
        ("氏名　　　住所", "氏名 住所"),
        ("氏名 住所", "氏名 住所"),
        ("湖 と 山の道を歩く。", "湖 と 山の道を歩く。"),
        ("組の一　月の市は休む。", "組の一 月の市は休む。"),
        ("平成 12年 ４月に AI と Big Data を使う。", "平成12年４月にAIとBig Dataを使う。"),
        ("Web サイト を作る。", "Webサイト を作る。"),
        ("　湖を歩く。", "湖を歩く。"),
        ("以　上", "以上"),
    ],
)
def test_blanks_between_words_of_a_typed_text_stay(printed: str, clean: str) -> None:
    document = read(typed(f"{_HEAD}{printed}\n\n{_END}"))
    assert blocks(document)[0].text.text == clean


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("対象　地域", "対象 地域"),
        ("対象 の 地域", "対象 の 地域"),
        ("総　　論", "総論"),
        ("む す び", "むすび"),
    ],
)
def test_blanks_between_words_of_a_typed_heading_stay(printed: str, title: str) -> None:
    document = read(typed(f"{_HEAD}小屋を建てる。\n\n{_END}\n\n１．{printed}\n\n道を歩く。"))
    assert document.sections[-1].title.text == title


def test_a_wrapped_line_gives_no_blank() -> None:
    document = read(
        typed(f"{_HEAD}湖のほとりの小屋から、夜の明ける前に、霧の中の　\n山を見る。\n\n{_END}")
    )
    assert (
        blocks(document)[0].text.text == "湖のほとりの小屋から、夜の明ける前に、霧の中の山を見る。"
    )


def test_a_blank_beside_a_footnotes_mark_goes() -> None:
    text = f"{_HEAD}湖の小屋1 を建てる。\n\n山を歩く。\n\n橋を渡る。\n\n1 板の家　のこと。"
    document = read(typed(text))
    assert blocks(document)[0].text.text.startswith("湖の小屋を建てる。")
    assert document.footnotes[0].text.text == "板の家 のこと。"


def test_positions_tell_the_words_without_blanks() -> None:
    page = MadeUpPage().head("１．対象 地域").flow("氏名 住所を書く。")
    document = read(positioned(page))
    assert document.sections[0].title.text == "対象地域"
    assert blocks(document)[0].text.text == "氏名住所を書く。"


def test_narrow_blanks_are_an_extractions_where_it_put_them_beside_digits() -> None:
    pages = "\n".join(
        f"平成 {n}年に 湖の 小屋を建て、 山 の道　別の道を歩いた。\n"
        + "橋を渡る。\n" * 8
        + f"- {n} -"
        for n in range(1, 5)
    )
    document = read(typed(f"{_HEAD}{pages}"))
    assert blocks(document)[0].text.text.startswith(
        "平成1年に湖の小屋を建て、山の道 別の道を歩いた。"
    )
