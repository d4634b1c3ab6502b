"""Dates with numbers in kanji come out as the same dates in digits. All texts are made up."""

from __future__ import annotations

import pytest

from plan_tui.parse.facts.dates import DateContext, find_dates

CONTEXT = DateContext("2025-06-13")

TWINS = """
digit by digit
    令和一〇年度末までに|令和10年度末までに
    令和二〇年度に|令和20年度に
    平成二九年に|平成29年に
    平成三〇年三月に|平成30年3月に
    令和一二年に|令和12年に
    二〇二七年一二月に|2027年12月に
    令和九年四月二〇日に|令和9年4月20日に
lists and ranges
    令和八、九年度に|令和8、9年度に
    令和六～八年度に|令和6～8年度に
    令和六年度から八年度まで|令和6年度から8年度まで
    令和六年度末から八年度末まで|令和6年度末から8年度末まで
    二〇二六～二〇二八年度に|2026～2028年度に
    二〇二六年～二〇二八年に|2026年～2028年に
    二〇二六年度から四年間|2026年度から4年間
    令和六年度、七年度に|令和6年度、7年度に
    四月～九月に|4月～9月に
    令和六年四月～八年三月に|令和6年4月～8年3月に
    令和六年四月、五月に|令和6年4月、5月に
    令和六年四・五月に|令和6年4・5月に
    六年四月一日から五月十日まで|6年4月1日から5月10日まで
    令和六年四月一日から五月十日まで|令和6年4月1日から5月10日まで
    令和六年四月上旬から五月下旬まで|令和6年4月上旬から5月下旬まで
    令和六年四月十日・十一日に|令和6年4月10日・11日に
    令和六年度第一・第二四半期に|令和6年度第1・第2四半期に
    令和六年度第一～三四半期に|令和6年度第1～3四半期に
by another date
    令和六年に始め、同年十月に|令和6年に始め、同年10月に
    令和六年に始め、翌年三月に|令和6年に始め、翌年3月に
    令和六年四月十日、同月二十日に|令和6年4月10日、同月20日に
    令和六年四月十日・翌十一日に|令和6年4月10日・翌11日に
    令和六年四月に調べ、五月に|令和6年4月に調べ、5月に
    本年十月に|本年10月に
    来年三月に|来年3月に
    昨年十二月二十日に|昨年12月20日に
    十二月二十四日に|12月24日に
    令和六年に始め、毎年九月に|令和6年に始め、毎年9月に
both calendars
    令和六年（二〇二四年）四月に|令和6年（2024年）4月に
    令和六年度（二〇二四）に|令和6年度（2024）に
    平成三十一（令和元）年度に|平成31（令和元）年度に
    平成三十一・令和元年度に|平成31・令和元年度に
"""
ROWS = [row.strip().split("|") for row in TWINS.splitlines() if "|" in row]


@pytest.mark.parametrize(("kanji", "digits"), ROWS)
def test_kanji_are_read_as_digits(kanji: str, digits: str) -> None:
    dates, twins = (find_dates(f"館は{text}開く。", CONTEXT) for text in (kanji, digits))
    assert dates
    for date, twin in zip(dates, twins, strict=True):
        assert (date.start, date.end, date.basis) == (twin.start, twin.end, twin.basis)
        assert (date.modality, date.is_target) == (twin.modality, twin.is_target)
        assert (date.disagreement, date.inferred) == (None, twin.inferred)


@pytest.mark.parametrize("kanji", [row[0] for row in ROWS])
def test_the_words_stay_as_printed(kanji: str) -> None:
    text = f"館は{kanji}開く。"
    for date in find_dates(text, CONTEXT):
        assert text[date.offset : date.offset + len(date.text)] == date.text
        assert not any(sign.isascii() for sign in date.text)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "一日も早く",
            "十分に",
            "三か月で",
            "四半期ごとに",
            "第三者が",
            "六月以内に",
            "一人一人が",
        ),
        *("三日月を", "二月堂の", "一月当たり", "一月に一回", "三月を経過した日に", "第二〇回の"),
    ],
)
def test_words_with_numbers_in_kanji_are_no_dates(words: str) -> None:
    mentions = find_dates(f"令和六年四月一日、{words}開く。", CONTEXT)
    assert [mention.start for mention in mentions if mention.start] == ["2024-04-01"]


@pytest.mark.parametrize("year", ["平成〇", "令和○", "令和●", "令和Ｎ", "二〇××"])
def test_a_year_that_is_left_blank_is_no_running_year(year: str) -> None:
    assert find_dates(f"{year}年度末までに館を開く。", CONTEXT) == ()
