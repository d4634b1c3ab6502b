"""Wrapping keeps every character, fits the width, and obeys the rules of typesetting."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text import wrap as wrapping
from plan_tui.text.width import width
from plan_tui.text.wrap import NOT_FIRST, NOT_LAST, wrap


def lines(text: str, columns: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, columns)]


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("森の図書館", 10, ["森の図書館"]),
        ("森の図書館", 4, ["森の", "図書", "館"]),
        ("梟が鳴く。朝", 8, ["梟が鳴", "く。朝"]),
        ("森で「梟」を見る", 6, ["森で", "「梟」", "を見る"]),
        ("あいキャンプ", 6, ["あい", "キャン", "プ"]),
        ("森のコーヒー豆", 6, ["森の", "コー", "ヒー豆"]),
        ("冊数は1,200冊だ", 8, ["冊数は", "1,200冊", "だ"]),
        ("開館は令和６年度末である", 16, ["開館は", "令和６年度末であ", "る"]),
        ("開館は2024年10月3日だ", 14, ["開館は", "2024年10月3日", "だ"]),
        ("森 https://owl.example/a-(b)?c=1#d だ", 36, ["森 https://owl.example/a-(b)?c=1#d", "だ"]),
        ("出典：https://owl.example/森", 20, ["出典：", "https://owl.example/", "森"]),
        ("the quick owl flies", 9, ["the quick", "owl flies"]),
        ("一行目\n二行目", 10, ["一行目", "二行目"]),
        ("", 10, [""]),
        ("森\n\n梟", 10, ["森", "", "梟"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("利用率は45.5％だ", 8, ["利用率は", "45.5％だ"]),
    ],
)
def test_lines(text: str, columns: int, expected: list[str]) -> None:
    assert lines(text, columns) == expected


WIDE = "、。・「」ーァィゥェォャュョッ！？）（％＞＜：；］［"
HALF = "､｡･｢｣ｰｧｨｩｪｫｬｭｮｯ!?)(%><:;]["


@pytest.mark.parametrize(("wide", "half"), zip(WIDE, HALF, strict=True))
def test_half_width_marks_break_lines_as_their_twins_do(wide: str, half: str) -> None:
    for rule in (NOT_FIRST, NOT_LAST):
        assert (wide in rule) == (half in rule)
    assert (half in NOT_FIRST) != (half in NOT_LAST)


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("梟が鳴く｡朝", 8, ["梟が鳴", "く｡朝"]),
        ("梟と鷹､鷲", 6, ["梟と", "鷹､鷲"]),
        ("森で｢梟｣を見る", 5, ["森で", "｢梟｣", "を見", "る"]),
        ("図書館･児童館", 6, ["図書", "館･児", "童館"]),
        ("森のｷｬﾗｸﾀｰだ", 5, ["森の", "ｷｬﾗｸ", "ﾀｰだ"]),
        ("森のﾊﾞｽだ", 5, ["森の", "ﾊﾞｽだ"]),
    ],
)
def test_lines_of_half_width_text(text: str, columns: int, expected: list[str]) -> None:
    assert lines(text, columns) == expected


def test_tied_offsets_do_not_break() -> None:
    text = "梟の森[1]と"
    assert [text[start:end] for start, end in wrap(text, 6)] == ["梟の森", "[1]と"]
    assert [text[start:end] for start, end in wrap(text, 6, tied={3})] == ["梟の", "森[1]", "と"]


MARKS = "\u3099\u309a\u0301"
words = st.text(
    alphabet=f"森の図書館か。、「」（）ー年度月令和0123456789 abっゃ％\n{MARKS}", max_size=80
)


@given(words, st.integers(2, 30))
def test_nothing_but_blanks_is_lost(text: str, columns: int) -> None:
    kept = "".join(lines(text, columns))
    assert kept.replace(" ", "") == text.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("あいうか\u3099。えお", 8, ["あいう", "か\u3099。えお"]),
        ("森のか\u3099っこうだ", 6, ["森の", "か\u3099っこ", "うだ"]),
        ("か\u3099き\u3099", 2, ["か\u3099", "き\u3099"]),
    ],
)
def test_a_letter_keeps_its_mark(text: str, columns: int, expected: list[str]) -> None:
    assert lines(text, columns) == expected


@given(words, st.integers(2, 30))
def test_no_line_begins_with_a_mark_of_the_line_before(text: str, columns: int) -> None:
    for (_, end), (start, after) in pairwise(wrap(text, columns)):
        if end == start < after:
            assert text[start] not in MARKS


@given(words, st.integers(2, 30))
def test_lines_fit_and_follow_each_other(text: str, columns: int) -> None:
    place = 0
    for start, end in wrap(text, columns):
        assert place <= start <= end
        assert width(text[start:end]) <= columns
        place = end


@given(st.text(alphabet=f"森の図書館。、「」ー{MARKS}", max_size=60), st.integers(12, 30))
def test_rules_hold_where_no_stretch_is_too_wide(text: str, columns: int) -> None:
    ranges = wrap(text, columns)
    for (_, end), (start, _) in pairwise(ranges):
        if end == start and width(_stretch(text, start)) <= columns:
            assert text[start] not in NOT_FIRST
            assert text[start - 1] not in NOT_LAST
            assert text[start] not in MARKS


def _stretch(text: str, place: int) -> str:
    """Return the unbreakable stretch around an offset."""
    first = after = place
    while first > 0 and _is_held(text, first):
        first -= 1
    while after < len(text) and _is_held(text, after):
        after += 1
    return text[first:after]


def _is_held(text: str, place: int) -> bool:
    return text[place] in NOT_FIRST or text[place] in MARKS or text[place - 1] in NOT_LAST


@pytest.mark.parametrize(
    "key",
    ["2021:M1-8", "2021:2.1.1.1.a", "2021-12:2.s3", "own:1.2", "edition:2025", "due:<=x", "a:b:c"],
)
def test_keys_and_filters_stay_on_one_line(key: str) -> None:
    text = f"plan-tui show {key}"
    columns = len(text) - 1
    whole = [text[start:end] for start, end in wrap(text, columns)]
    assert whole[-1] == key


def test_a_line_may_still_break_behind_a_colon_and_a_blank() -> None:
    text = "footnote 1: after it"
    assert [text[start:end] for start, end in wrap(text, 12)] == ["footnote 1:", "after it"]


def test_breaks_are_looked_for_where_a_line_is_full_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    may_break = wrapping._may_break

    def counted(line: str, offset: int, held: Collection[int]) -> bool:
        asked.append(offset)
        return may_break(line, offset, held)

    monkeypatch.setattr(wrapping, "_may_break", counted)
    broken = wrap("梟が鳴くと森が静まる" * 200, 40)
    assert len(broken) == 100
    assert len(asked) <= 2 * len(broken)
