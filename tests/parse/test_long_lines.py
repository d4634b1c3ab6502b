"""What reads a line does work that grows as the line does, whatever it is made of.

The work is counted in lines of Python that are run, and so the same on every machine. What a
pattern does by itself is not counted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from plan_tui.compare.promises.promised_object import objects, theme
from plan_tui.compare.text.named_entities import names
from plan_tui.export.markdown_escape import inline, table
from plan_tui.parse.common.footnote_marks import find_marks
from plan_tui.parse.common.spacing import without_inserted_blanks
from plan_tui.parse.facts.dates import DateContext, find_dates
from plan_tui.parse.facts.quantities import find_quantities
from plan_tui.text.controls import visible_on_screen
from plan_tui.text.fold import fold_printed_map, fold_spelling_map
from plan_tui.text.sentences import sentence_range, sentences
from plan_tui.text.tokens import fold_notation, tokens
from plan_tui.text.traced import Traced
from plan_tui.text.wrap import wrap

if TYPE_CHECKING:
    from _typeshed import TraceFunction

FEW, MANY = 250, 1_000
"""Repetitions."""
_GROWTH = 1.5 * MANY / FEW
"""Work for the many, of that for the few: half more than in proportion; what looks at each of them
from each of them does four times as much more."""

DATES = (
    *("令和１２年", "2030年度まで、", "2030年度開始、", "(2030年", "「2030年", "2030年4月・", "R7"),
    *(
        "令和4・",
        "１・",
        "早期に",
        "年度内に",
        "毎年９月",
        "2030年を見据え",
        "同年",
        "4月",
        "第1・",
    ),
    *("2030年～", "2030年から", "2025年（令和７年）", "2030年に行うため、", "十年", "一九九"),
    *("2026年9月上・", "2025/4～", "2026年春・秋、", "中旬・", "R7.4～", "同８年", "2026年Q3、"),
    *("一、", "令和六、", "二〇二六～", "四月・", "令和六年四月一日、", "第一・"),
    *("2030年度末までに始める。", "2030年の施行（", "2030年時点", "次期通常国会", "October "),
    *("2026，", "，2027年度、", "9，", "1,2027年度，", "．2027年度．", "第一，", "R8，"),
    *("2026年または", "四もしくは", "令和六および", "9若しくは", "春ならびに"),
)


def _dates(line: str) -> object:
    return find_dates(line, DateContext("2025-06-13"))


def _marks(line: str) -> object:
    return find_marks([Traced.of_line(1, line)], range(1, 9))


def _sentences(line: str) -> object:
    return [sentence_range(line, offset) for offset in range(0, len(line), 3)]


READERS: dict[str, tuple[Callable[[str], object], tuple[str, ...]]] = {
    "dates": (_dates, DATES),
    "quantities": (
        find_quantities,
        ("１００人", "1,234", "一、七四一", "一〇、", "十", "約３割", "３分の１", "1.", "百万"),
    ),
    "names": (
        names.__wrapped__,
        ("図書庁", "森の図書庁、", "「森」", "『本", "Ａｂ", "カード", "（略称"),
    ),
    "marks": (_marks, ("※１", "１", "語1", "注2)", "（注３）", "1,2", "^1", " 1 ")),
    "tokens": (
        tokens,
        ("森の", "カード", "ａｂｃ", "令和１２年", "１．５％", "㍿", "a-", "・", "が゛"),
    ),
    "notation": (fold_notation, ("Ａ", "㍿", "ｶﾞ", "１", "〜", "e\u0301", "‐", "　")),
    "printed": (fold_printed_map.__wrapped__, ("Ａ", "㍿", "ｶﾞ", "か゛", "e\u0301", "ー", "々")),
    "spelling": (
        fold_spelling_map.__wrapped__,
        ("ヴァ", "ユーザー", "ー", "取組み", "ヶ月", "サーバ"),
    ),
    "sentences": (sentences, ("森。", "（", "）", "「森。」", "！？", "。")),
    "places of sentences": (_sentences, ("森。", "森", "（森。", "「森。」")),
    "lines on the screen": (lambda line: wrap(line, 40), ("森", "a", "a ", "、", "（", "ー", "\n")),
    "blanks": (
        lambda line: without_inserted_blanks(Traced.of_line(1, line)),
        ("森 ", "a ", " ", "１ ", "。 "),
    ),
    "links": (inline, ("https://example.invalid/a ", "[", "[a](b)", "<a>", "*", "_", "`", "\\")),
    "tables": (lambda line: table(["a"], [[cell] for cell in line]), ("|", "森", "a\n")),
    "controls": (visible_on_screen, ("\x1b[2J", "\u202e", "森\u200b", "a")),
    "objects": (objects, ("森", "森を、", "図書館へ", "(森)", "(", "や、")),
    "themes": (theme, ("森", "森について", "について、", "、")),
}
"""What is read → who reads it, and units of which a line can be made."""


def work(read: Callable[[str], object], line: str) -> int:
    """Return how many lines of Python a reader runs."""
    count = 0

    def see(frame: FrameType, event: str, argument: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return see

    before = sys.gettrace()
    sys.settrace(see)
    try:
        read(line)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    ("name", "unit"), [(name, unit) for name, (_, units) in READERS.items() for unit in units]
)
def test_the_work_grows_as_the_line(name: str, unit: str) -> None:
    read, _ = READERS[name]
    read(unit * (MANY + 1))  # compiles its patterns, and leaves nothing of either line behind
    assert work(read, unit * MANY) <= _GROWTH * work(read, unit * FEW) + 100


@pytest.mark.parametrize("unit", DATES)
def test_dates_of_a_long_line_are_those_of_a_short_one(unit: str) -> None:
    few, many = (_mentions(unit * number) for number in (200, 600))
    half = len(few) // 2
    assert many[:half] == few[:half]
    if half:
        assert len(many) == pytest.approx(3 * len(few), abs=3)


def _mentions(line: str) -> list[tuple[str, int, object]]:
    mentions = find_dates(line, DateContext("2025-06-13"))
    return [(each.text, each.offset, each.modality) for each in mentions]
