"""Writes dates so that one grammar reads them: kanji as digits, a unit after each number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan_tui.parse.facts.dates_absolute import NOT_IN_NUMBER
from plan_tui.text.calendar import ERA_NAMES
from plan_tui.text.compact import Compact
from plan_tui.text.numerals import ZEROS, kanji_number
from plan_tui.text.tokens import CONJUNCTIONS

_LIST_SIGN = "[~\\-ー・,、/]"
LIST = re.compile(f"(?:[・、,と]|{CONJUNCTIONS})$")
"""All that stands between two dates of a list."""
_BETWEEN = f"(?:{_LIST_SIGN}|から|{CONJUNCTIONS}|と)"
"""Between the numbers of a list or range whose unit is printed once, after the last."""
_NUMERAL = "[一二三四五六七八九]"
_KANJI = f"(?:{_NUMERAL}?十{_NUMERAL}?|{_NUMERAL}[{ZEROS}一二三四五六七八九]?)"
"""A number of years of an era, a month or a day, with 十 or digit by digit: 二十, 二〇."""
_KANJI_YEAR = f"(?:一[八九]|二[{ZEROS}])[{ZEROS}一二三四五六七八九]{{2}}"
_NOT_WITHIN = f"(?<![第数何幾毎各\\d{ZEROS}一二三四五六七八九十百千万])"
_NO_MONTH = r"(?:[間刊額号例次毎堂]|ごと|の期?間|以[内上下]|当た|前(?!半)|を(?:経|超)|に[1一]回)"
"""What follows a number of months: 三月以内 of laws is as long as 三か月."""
_BEGINS = re.compile(
    rf"(?=[{ERA_NAMES}RHS今来本同翌十一二三四五六七八九])(?:"  # most characters go no further
    rf"(?:(?:{ERA_NAMES})|(?<![A-Za-z])[RHS])(?=元|\d|{_KANJI})"
    rf"|{_NOT_WITHIN}(?={_KANJI_YEAR}(?!{_NUMERAL}))"
    rf"|{_NOT_WITHIN}(?=(?:{_KANJI}(?:[~\-・]|{CONJUNCTIONS})){{0,9}}{_KANJI}月(?!{_NO_MONTH}))"
    rf"|(?<![一-龥])(?:[今来本同翌]月(?={_KANJI}日)|翌々?(?={_KANJI}[月日])|同(?={_KANJI}年)))"
)
"""Where a date with numbers in kanji may begin: of no other words are they numbers of a date."""
_GOES_ON = re.compile(
    rf"(?P<western>{_KANJI_YEAR})|(?P<number>{_KANJI})(?![十百千万{ZEROS}一二三四五六七八九])"
    rf"|(?P<unit>年度?|[かカヵヶケ箇]月|月(?!{_NO_MONTH})|日(?!も早|でも早|[々本月]))|元|\d{{1,4}}"
    rf"|{_BETWEEN}|{ERA_NAMES}|[()の同末]|まで|頃|当初|[上下]半?期|[前後]半"
)
_ITS_MONTH = re.compile(rf"の?(?:{_KANJI}|\d{{1,2}})月")
_KANJI_QUARTER = re.compile(
    f"(?:第|(?<=第{_NUMERAL}[・、,~-]))(?P<number>[一二三四])"
    "(?=(?:[・、,~-]第?[一二三四]){0,3}・?四半期)"
)
_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
_MONTHS_IN_DIGITS = re.compile(
    rf"(?<![\d/-])(?<!\d\.)(?:19|20)\d\d(?P<sign>[./])(?P<month>{_MONTH})"
    rf"[~-](?:19|20)\d\d(?P<sign2>[./])(?P<month2>{_MONTH})(?![./%-])"
    rf"|(?<![A-Za-z\d])[RHS] ?(?:元|\d{{1,2}})\.(?P<month3>{_MONTH})"
    rf"~(?P<month4>{_MONTH})(?=[)、。,.にの]|まで|$)"
)
"""A range of months in digits alone: 2025/4~2026/3, R7.4~9."""
_NAMED_YEAR = (
    rf"(?:(?:{ERA_NAMES}|(?<![A-Za-z])[RHS])(?:元|\d{{1,2}})|{NOT_IN_NUMBER}(?:19|20)\d\d)"
)
_LATER_YEAR = rf"(?:{ERA_NAMES})?(?:元|\d{{4}}|\d{{1,2}})"
_LISTED = "{1,99}"
"""How many numbers a list has: more are no list, and would all be read anew from each of them."""
_SHARED_UNITS = tuple(
    map(
        re.compile,
        (
            rf"{_NAMED_YEAR}(?=(?:{_BETWEEN}{_LATER_YEAR}){_LISTED}両?(年度|年(?![代間生齢])))",
            rf"(?<=[\d年度]{_LIST_SIGN})\d{{1,2}}(?=(?:{_BETWEEN}\d{{1,2}}){_LISTED}(年度))",
            rf"(?<![\d第])(?<!\d\.)\d{{1,2}}(?=(?:{_BETWEEN}\d{{1,2}}){_LISTED}(月)(?![間刊額]))",
            rf"(?<=月)\d{{1,2}}(?=(?:{_BETWEEN}\d{{1,2}}){_LISTED}(日)(?!間))",
            rf"(?<=[\d日]{_LIST_SIGN})\d{{1,2}}(?=(?:{_BETWEEN}\d{{1,2}}){_LISTED}(日)(?!間))",
            rf"(?<=月)[上初中](?=(?:{_BETWEEN}[中下]){{1,2}}(旬))",
            rf"(?<=[上中]旬[・、,])中(?={_BETWEEN}下(旬))",
            rf"(?<=[年度])[上前](?={_BETWEEN}[下後](半?期|半))",
            rf"第[1-4](?=(?:{_BETWEEN}第?[1-4]){_LISTED}(四半期))",
        ),
    )
)
"""A number of years, months, days or quarters whose unit is printed after a later number."""


def readable(text: str) -> Compact:
    """Return a text in the one notation that the readers of dates parse."""
    return with_units(with_digits(Compact.of(text)))


def with_digits(compact: Compact) -> Compact:
    """Return the same with the years, months, days and quarters printed in kanji as digits.

    ``令和十年`` becomes ``令和10年``, ``二〇二六~二〇二八年度`` ``2026~2028年度``; the digits stand
    where the kanji were printed.
    """
    spans = sorted({*_of_dates(compact.text), *_of_quarters(compact.text)})
    return compact.replaced((a, b, str(kanji_number(compact.text[a:b]))) for a, b in spans)


def _of_quarters(text: str) -> Iterator[tuple[int, int]]:
    return (match.span("number") for match in _KANJI_QUARTER.finditer(text))


def _of_dates(text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers in kanji stand in dates: a number and its unit, in lists and ranges."""
    position = 0
    while start := _BEGINS.search(text, position):
        position = start.end()
        waiting = list[tuple[int, int]]()  # for the unit that they share
        last = ""
        while part := _GOES_ON.match(text, position):
            position = part.end()
            if part["number"] or part["western"]:
                waiting.append(part.span())
            elif (
                part["unit"] == "年"
                and last in ("月", "日")
                and not _ITS_MONTH.match(text, position)
            ):
                break  # 十月と一年: a year alone goes on from no month
            elif part["unit"] or (part.group() == ")" and len(waiting) == 1):
                yield from waiting
                waiting.clear()
                last = part["unit"] or last


def with_units(compact: Compact) -> Compact:
    """Return the same with the unit of dates after each number that shares it.

    ``2026年4~9月`` becomes ``2026年4月~9月``; what is put in stands where the number does.
    """
    for shared in _SHARED_UNITS:
        ends = ((match.end(), match[1]) for match in shared.finditer(compact.text))
        compact = compact.replaced([(end, end, unit) for end, unit in ends])
    return compact.replaced(
        stretch
        for months in _MONTHS_IN_DIGITS.finditer(compact.text)
        for stretch in _named_months(months)
    )


def _named_months(months: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Yield what names the two months of a range as such."""
    for sign, month in (("sign", "month"), ("sign2", "month2"), ("", "month3"), ("", "month4")):
        if months[month]:
            if sign:
                yield (*months.span(sign), "年")
            yield months.end(month), months.end(month), "月"
