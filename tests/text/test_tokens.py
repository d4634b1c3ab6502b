"""Character-class tokens: nothing is lost, and folding hides notation but never a value."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text.tokens import TokenKind, fold_notation, fold_width, tokens

MIXED = st.text(
    alphabet="\u200b\ufeff\u3099か一二〇十千⽉⻑"
    "令和平成元RH年度月日（）()～-012345６７８９，,.．、。末館梟をカードABｗ①²½㈱⾧ \n",
    max_size=40,
)


@given(MIXED)
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


@given(st.text(max_size=30))
def test_any_text_can_be_cut(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("梟の巣箱を12基置く", ["梟", "の", "巣箱", "を", "12", "基置", "く"]),
        (
            "梟の調査及び巣箱又は小屋の管理",
            ["梟", "の", "調査", "及び", "巣箱", "又は", "小屋", "の", "管理"],
        ),
        ("貸出カードとe-Book", ["貸出", "カード", "と", "e-Book"]),
        ("約１，２００冊の8.5％", ["約", "１，２００", "冊", "の", "8.5", "％"]),
        ("令和６年度（2024年度）末", ["令和６年度（2024年度）", "末"]),
        ("令和６（2024）年度", ["令和６（2024）年度"]),
        ("R6.11.3と11月３日", ["R6.11.3", "と", "11月３日"]),
        ("令和５～７年度", ["令和５～７年度"]),
        ("令和６年度（2023年度）", ["令和６年度", "（", "2023年度", "）"]),
        ("原則令和六年度末", ["原則", "令和六年度", "末"]),
        ("翌二〇二四年十一月三日頃", ["翌", "二〇二四年十一月三日", "頃"]),
        ("原則令和六（2024）年度末", ["原則", "令和六（2024）年度", "末"]),
        ("原則令和五～七年度", ["原則", "令和五～七年度"]),
        ("毎年十一月末", ["毎年", "十一月", "末"]),
        ("千年の森で三年待つ", ["千年", "の", "森", "で", "三年待", "つ"]),
        ("二十二月", ["二", "十二月"]),
        ("図\u200b書館\ufeffか\u3099開く", ["図\u200b書館\ufeff", "か\u3099", "開", "く"]),
    ],
)
def test_numbers_and_dates_stay_whole(text: str, parts: list[str]) -> None:
    assert [token.text for token in tokens(text)] == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("令和６年度", "2024年度"),
        ("令和６年度（2024年度）", "２０２４年度"),
        ("平成31年４月", "2019年4月"),
        ("令和元年", "2019年"),
        ("R6.11.3", "令和６年（2024年）11月３日"),
        ("H29.7", "平成29年７月"),
        ("令和５～７年度", "2023～2025年度"),
        ("１，２００冊", "1200冊"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("８〜９", "8～9"),
        ("⾧い道", "長い道"),
        ("令和六年度", "2024年度"),
        ("令和六年度", "令和６年度"),
        ("令和六年度", "２０２４年度"),
        ("二〇二四年度", "2024年度"),
        ("二○二四年", "2024年"),
        ("二千二十四年", "2024年"),
        ("平成三十一年四月", "2019年4月"),
        ("昭和六十三年", "1988年"),
        ("大正十二年九月一日", "1923年9月1日"),
        ("令和元年十二月二十日", "2019年12月20日"),
        ("令和十年度末", "2028年度末"),
        ("㋿六年", "令和６年"),
        ("令和六（二〇二四）年度", "2024年度"),
        ("2024年度（令和六年度）", "令和六年度"),
        ("令和五～七年度", "2023～2025年度"),
        ("令和五年度～七年度", "2023年度～2025年度"),
        ("令和元年度から令和三年度まで", "2019年度から2021年度まで"),
        ("令和６⽉", "令和６月"),
        ("令和\ufeff六\u200b年度", "2024年度"),
        ("毎年十一月三日", "毎年11月３日"),
        ("か\u3099いと\u3099", "がいど"),
        ("⺠間の⻄の森", "民間の西の森"),
        ("葛\U000e0100の森", "葛の森"),
        ("1\u200b7館", "17館"),
    ],
)
def test_notation_is_folded(one: str, other: str) -> None:
    assert fold_notation(one) == fold_notation(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("令和６年度", "2025年度"),
        ("2024年度", "2024年"),
        ("令和５～７年度", "2023～2026年度"),
        ("17館", "20館"),
        ("1.5倍", "15倍"),
        ("1,200", "1.200"),
        ("10²", "102"),
        ("①", "1"),
        ("−5", "5"),
        ("令和５年度（2024年度）", "令和６年度（2024年度）"),
        ("令和六年度", "2025年度"),
        ("令和六年度", "令和六年"),
        ("二〇二四年度", "2042年度"),
        ("令和五～七年度", "令和五～八年度"),
        ("十一月", "1月"),
        ("令和元年", "令和十年"),
        ("令和０年度", "2018年度"),
        ("R0.4.1", "2018年４月１日"),
        ("か\u3099", "か"),
    ],
)
def test_values_are_not_folded(one: str, other: str) -> None:
    assert fold_notation(one) != fold_notation(other)


def in_kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else " 一二三四五六七八九"[tens])
        + "十" * (tens > 0)
        + (" 一二三四五六七八九"[ones] if ones else "")
    )


@given(st.integers(1, 40), st.integers(1, 12), st.integers(1, 31))
def test_kanji_dates_are_dates(year: int, month: int, day: int) -> None:
    kanji = f"令和{in_kanji(year)}年{in_kanji(month)}月{in_kanji(day)}日"
    assert fold_notation(kanji) == fold_notation(f"{2018 + year}年{month}月{day}日")
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(2018 + year))
    assert fold_notation(f"{digits}年度") == fold_notation(f"令和{in_kanji(year)}年度")


@given(st.integers(1, 30), st.integers(1, 30))
def test_years_fold_together_only_if_equal(one: int, other: int) -> None:
    assert (fold_notation(f"令和{one}年度") == fold_notation(f"{2018 + other}年度")) == (
        one == other
    )


@given(st.from_regex(re.compile(r"[0-9]{1,7}(\.[0-9]{1,3})?"), fullmatch=True))
def test_a_number_is_one_token(number: str) -> None:
    (token,) = tokens(number)
    assert token.kind is TokenKind.NUMBER
    assert token.folded == number


def test_width_alone_is_folded() -> None:
    assert fold_width("ＡＢＣ１２") == "ABC12"
    assert fold_width("①²½") == "①²½"
