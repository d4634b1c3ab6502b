"""Statements of time whose days cannot be told: 早期に, 次期通常国会, a month of no year.

They have no end that could be worked out, and none is made up for them: when a session of the
Diet is convened or closed, and how soon 早期 is, no text says. No such statements are manners
(速やかに, 迅速に), what is early within something else (早期発見, 発災後早期), and yearly months.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from plan_tui.parse.facts.dates_absolute import NOT_IN_NUMBER
from plan_tui.parse.facts.dates_relative import is_yearly
from plan_tui.text.record import record


class Bearing(Enum):
    """Which way a statement without known days points."""

    TO_COME = auto()
    """To something that has not begun (次期国会)."""
    OPEN = auto()
    """To something that may have begun or passed (今国会, ９月末)."""
    SOON = auto()
    """To as soon as may be (早期に)."""
    MEANWHILE = auto()
    """To what holds for now (当面), and is due at no time."""


@record
class UnresolvedTime:
    """A statement of time without known days, and which way it points."""

    end: int
    """Offset after its words."""
    bearing: Bearing


_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日(?!間)"
_PART = r"の?(?:末日?(?![端尾])|[上初中下]旬|初め|初頭|半ば|中(?:頃|ごろ)|[前後]半(?!期))"
_NO_MONTH = "[間刊額号例次曜光面雨あ]|当[たり]|以[内上下]|ごと|に[1一]回"
"""What follows the number of a month that is a name, or a number of months."""
_MONTH = rf"{_NUMBER}月(?!{_NO_MONTH})(?:{_DAY}|{_PART})?"
_MONTH_WITHOUT_YEAR = re.compile(
    rf"{NOT_IN_NUMBER}(?<![/第何数十一二三四五六七八九])(?<!毎)(?<!年)(?<!年度)(?<![年度]の)(?:[同翌前]年の?)?{_MONTH}"
    rf"(?:(?:頃|から|[~\-ー])(?:[同翌]年の?)?{_MONTH})?"
)
_DIET = re.compile(
    r"(?<![\u4e00-\u9fff])(?:(?P<next>次期|次の|来る|次回(?:の)?)|[今本]|今次|今期)(?:の)?"
    r"(?:通常|臨時|特別)?国会(?![図議])"
)
_AS_POSSIBLE = (
    r"(?:(?:でき(?:る(?:だけ|限り|かぎり)|うる限り|得る限り)|可能な(?:限り|かぎり)|なるべく|極力)"
    r"(?:早期|早く|早い(?:時期|段階)|早急|速やか|すみやか))(?![期い])"
)
_DEED = (
    "(?:実現|導入|実装|実用化|商用化|実施|開始|整備|移行|提出|成立|策定|完了|解決|公表|普及|確立"
    "|構築|達成|展開|締結|設置|見直し|[一-龥ァ-ヶー]化)"
)
_OF_EVENTS = "(?:発見|検知|探知|察知|覚知|診断|治療|把握|対処|避難|離職|退職|分か|気[付づ])"
_ABLE = "[一-龥]{1,6}(?:でき(?!るよう)|可能)"
"""What one can do early when something happens, and nobody does by a day."""
_SOON = re.compile(
    rf"{_AS_POSSIBLE}"
    rf"|(?<![後々時最年代度])(?:早期(?:(?=に(?!{_OF_EVENTS}|わた|{_ABLE}))"
    rf"|(?=の(?!{_OF_EVENTS}|段階|うち|頃|時|年))|(?=かつ)"
    rf"|(?=[一-龥ァ-ヶー]{{0,6}}?{_DEED}))|早急(?=に)|早い時期(?=に))"
    r"|近い将来|近日中|近々|(?<![最身付])近いうち"
)
_MEANWHILE = re.compile(r"当分の間|当面(?:の間)?(?!する|し|の)")
STARTS = re.compile(
    r"[早当で可極近次来今本]|なるべ|(?:[同翌前]年の?)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月"
)
"""Where such a statement may begin."""


def read_unresolved(text: str, position: int) -> UnresolvedTime | None:
    """Return the statement of time without known days that begins at ``position``, or None."""
    month = _MONTH_WITHOUT_YEAR.match(text, position)
    if month:
        yearly = is_yearly(text, position)
        return None if yearly else UnresolvedTime(month.end(), Bearing.OPEN)
    diet = _DIET.match(text, position)
    if diet:
        return UnresolvedTime(diet.end(), Bearing.TO_COME if diet["next"] else Bearing.OPEN)
    for words, bearing in ((_SOON, Bearing.SOON), (_MEANWHILE, Bearing.MEANWHILE)):
        match = words.match(text, position)
        if match:
            return UnresolvedTime(match.end(), bearing)
    return None
