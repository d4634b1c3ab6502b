"""Signs that say the same in their place: the rule beside one pattern that says all of it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text import fold
from plan_tui.text.fold import fold_printed, fold_printed_map

KATAKANA = "ァ-ヺー"
KANJI = "一-鿿㐀-䶿々"
NUMBERS = "一二三四五六七八九十百千万"
NUMERAL = rf"(?:[0-9]|(?<![{KANJI}])[数幾{NUMBERS}]|(?<=[{NUMBERS}約全計各第])[{NUMBERS}])"
COUNTED = "所月年国条店村町市社校省庁語項地区県島館院港"
NOT_COUNTED = "所[得定管在属有要蔵持見]"
SIGNS = re.compile(
    rf"(?P<long>-(?<=[ぁ-ゖ{KATAKANA}]-)-*)"
    r"|(?P<hyphen>-(?=[a-z])(?<=[a-z0-9]-)|-(?=[0-9])(?<=[a-z]-))"
    rf"|(?P<counter>[ケカか箇](?=[{COUNTED}])(?!{NOT_COUNTED})(?<={NUMERAL}.)"
    rf"|[ケカか箇](?=[所月])(?!{NOT_COUNTED})(?<=(?<![{KANJI}])何.)"
    rf"|[ケカ](?=[所月年国条])(?!{NOT_COUNTED})(?<![{KATAKANA}].)|箇(?=[所月年国条])|個(?=所)"
    rf"|か(?=[所月年国条])(?!{NOT_COUNTED})(?<![^\0].))"
    rf"|(?P<place>[ヶケ](?=[{KANJI}])(?![{COUNTED}])(?<=[{KANJI}].)(?<![数何幾{NUMBERS}].))"
)
"""The rule in one pattern, which takes too long to compile for a command that is typed."""
USUAL = {"long": "ー", "hyphen": "", "counter": "ヶ", "place": "が"}
LETTERS = (
    "ケカか箇個ヶ--ケカか箇個ヶ--" + NUMBERS + "約全計各第数幾何" + COUNTED + "得定管在属有要蔵持見"
    "12azぁゖアンヺー々㐀䶿一鿿森館霞関\0\n豈ヽ"
)


def by_pattern(text: str) -> str:
    """Return a text with the usual signs, as the pattern says."""
    return SIGNS.sub(lambda sign: USUAL[sign.lastgroup or ""], text)


@given(st.text(LETTERS, max_size=9))
def test_signs_are_told_by_their_neighbours_as_the_pattern_tells_them(text: str) -> None:
    assert fold._SHAPES.sub(fold._shape, text) == by_pattern(text)


@given(st.text(LETTERS, max_size=9))
def test_places_of_signs_are_kept(text: str) -> None:
    folded = fold_printed_map(text)
    assert folded.text == fold_printed(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)


@given(st.lists(st.sampled_from([*"及び又は子ども供等受け付けるし森"]), max_size=16).map("".join))
def test_several_spellings_are_replaced_as_one_pattern_replaces_them(text: str) -> None:
    for spellings in (fold._PRINTED_SPELLINGS, fold._SOUND_SPELLINGS):
        assert spellings.put_into(text) == spellings._pattern.sub(spellings, text)
