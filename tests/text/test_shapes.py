"""The shapes of a text tell its characters apart as patterns of them would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text import shapes
from plan_tui.text.shapes import SHAPES, in_shapes

KANJI = "[\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆〇\U00020000-\U0003ffff]"
CLASSES = {
    "[0-9０-９]": shapes.NUMBER,
    "[A-Za-zＡ-Ｚａ-ｚ]": shapes.LATINS,
    "[ぁ-ゖゝゞ]": shapes.HIRAGANAS,
    KANJI: shapes.KANJIS,
    "[ァ-ヺーヽヾｦ-ﾟ]": shapes.KATAKANAS,
    "[\0-\x03\uf900-\ufaff\uff5f\uff60\uff62\uff63\uff66-\uffef]": shapes.RARES,
    r"\s": f" {shapes.SPACE}",
    "[一二三四五六七八九〇零○◯]": shapes.KANJI_DIGITS,
    "[-‐'’&＆]": "-&",
    "[～〜~－−‐–—-]": "~-",
    "[（(]": "(",
    "[.．]": ".",
    "[,，]": ",",
    "[RHＲＨ]": "R",
    "[㋿㍻㍼㍽㍾]": "E",
}


@pytest.mark.parametrize("pattern", CLASSES)
def test_a_class_has_its_shapes_and_no_other_has_them(pattern: str) -> None:
    members = re.compile(pattern)
    every = [
        chr(code)
        for code in (
            *range(0x3200),
            *range(0x4DB0, 0x9FFF, 7),
            *range(0xF8F0, 0xFB10),
            *range(0xFF00, 0xFFF0),
        )
    ]
    for character in (*every, *"年月日元千十及並又若"):
        is_member = members.match(character) is not None
        assert (character.translate(SHAPES) in CLASSES[pattern]) == is_member, character


@given(st.text())
def test_each_character_has_one_shape(text: str) -> None:
    found = text.translate(SHAPES)
    assert len(found) == len(text)
    assert found.isascii()


@pytest.mark.parametrize("letter", "令和平成昭大正明治元年月日度千十及並又若びにはしく一二")
def test_a_letter_of_patterns_has_a_shape_of_its_own(letter: str) -> None:
    others = {chr(code) for code in range(0x3000, 0xA000)} - {letter}
    assert in_shapes(letter) == letter.translate(SHAPES)
    assert all(other.translate(SHAPES) != in_shapes(letter) for other in others)
