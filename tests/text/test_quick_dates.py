"""A date is looked for only in the forms whose signs stand near, and none is missed by that."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.compare.text import named_entities
from plan_tui.text import dates_in_notation
from plan_tui.text.dates_in_notation import date_at
from plan_tui.text.shapes import SHAPES

PARTS = [
    *("令和", "平成", "R", "Ｒ", "㋿", "元", "七", "十二", "二〇二五", "二千二十", "2025"),
    *("２０２１", "7", "12", "年", "年度", "月", "日", "（", "）", "(", ")", "～", "〜", "~"),
    *("－", "−", "‐", "–", "—", "-", ".", "．", " ", "\u3000", "森"),
]
JOINED = re.compile(r"[一-龥々ァ-ヴーA-Za-zＡ-Ｚａ-ｚ0-9０-９]+・$")


def in_all_forms(text: str) -> tuple[str, str] | None:
    """Return the date at the beginning of a text, each form tried."""
    for _, read in dates_in_notation._FORMS:
        try:
            end, value = read(text, text.translate(SHAPES))
        except ValueError:
            continue
        if value:
            return text[:end], f"@{value}"
    return None


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map("".join))
def test_each_date_is_found_by_its_signs(text: str) -> None:
    assert date_at(text, 0) == in_all_forms(text)
    assert date_at(f"森{text}", 1) == in_all_forms(text)


@given(st.text("物質材料々ァヴーヵazAZ09ａｚＡＺ０９龥龦・の\n \t", max_size=8))
def test_the_words_before_a_middle_dot_are_what_a_pattern_finds(before: str) -> None:
    match = JOINED.search(before)
    assert named_entities._words_before_dot(before, len(before)) == (match[0] if match else "")


@given(st.text("一龥龦々aア", max_size=3))
def test_one_word_is_of_one_or_two_kanji(name: str) -> None:
    pattern = "[一-龥々]{1,2}"
    assert named_entities._is_one_word(name) == (re.fullmatch(pattern, name) is not None)
