"""Writes dates so that one grammar reads them: kanji as digits, a unit after each number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan_tui.text.calendar import ERA_NAMES
from plan_tui.text.compact import Compact
from plan_tui.text.numerals import ZEROS, kanji_number

_KANJI = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_KANJI_DATE = re.compile(
    rf"(?:(?:{ERA_NAMES})(?:(?P<era>{_KANJI})|元|\d{{1,2}})"
    rf"|(?P<year>[一二][{ZEROS}一二三四五六七八九]{{3}})|\d{{4}})年(?:度の?)?"
    rf"(?:の?(?P<month>{_KANJI})月(?:(?P<day>{_KANJI})日)?)?"
)
_KANJI_QUARTER = re.compile("第(?P<quarter>[一二三四])四半期")
_LIST_SIGN = "[~\\-ー・,、/]"
_BETWEEN = f"(?:{_LIST_SIGN}|から|及び|又は|並びに|と)"
"""Between the numbers of a list or range whose unit is printed once, after the last."""
_NAMED_YEAR = rf"(?:(?:{ERA_NAMES}|(?<![A-Za-z])[RHS])(?:元|\d{{1,2}})|(?<![\d.,])(?:19|20)\d\d)"
_LATER_YEAR = rf"(?:{ERA_NAMES})?(?:元|\d{{4}}|\d{{1,2}})"
_LISTED = "{1,99}"
"""How many numbers a list has: more are no list, and would all be read anew from each of them."""
_SHARED_UNITS = tuple(
    map(
        re.compile,
        (
            rf"{_NAMED_YEAR}(?=(?:{_BETWEEN}{_LATER_YEAR}){_LISTED}(年度|年(?![代間生齢])))",
            rf"(?<=[\d年度]{_LIST_SIGN})\d{{1,2}}(?=(?:{_BETWEEN}\d{{1,2}}){_LISTED}(年度))",
            rf"(?<![\d.第])\d{{1,2}}(?=(?:{_BETWEEN}\d{{1,2}}){_LISTED}(月)(?![間刊額]))",
            rf"(?<=月)\d{{1,2}}(?=(?:{_BETWEEN}\d{{1,2}}){_LISTED}(日)(?!間))",
            rf"(?<=[\d日]{_LIST_SIGN})\d{{1,2}}(?=(?:{_BETWEEN}\d{{1,2}}){_LISTED}(日)(?!間))",
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

    ``令和十年`` becomes ``令和10年``; the digits stand where the kanji were printed.
    """
    spans = _kanji_spans(compact.text)
    return compact.replaced((a, b, str(kanji_number(compact.text[a:b]))) for a, b in spans)


def _kanji_spans(text: str) -> Iterator[tuple[int, int]]:
    dates = (*_KANJI_DATE.finditer(text), *_KANJI_QUARTER.finditer(text))
    for match in sorted(dates, key=re.Match.start):
        for name, kanji in match.groupdict().items():
            if kanji:
                yield match.span(name)


def with_units(compact: Compact) -> Compact:
    """Return the same with the unit of dates after each number that shares it.

    ``2026年4~9月`` becomes ``2026年4月~9月``; what is put in stands where the number does.
    """
    for shared in _SHARED_UNITS:
        ends = ((match.end(), match[1]) for match in shared.finditer(compact.text))
        compact = compact.replaced([(end, end, unit) for end, unit in ends])
    return compact
