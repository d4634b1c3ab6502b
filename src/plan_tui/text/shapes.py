"""Texts as shapes: one ASCII letter for each character, by which patterns tell what it is.

A pattern with a class of kanji or kana takes as long to compile as all else that a command does
with it, one of ASCII letters a tenth of that. So tokens and dates are looked for in the shapes of a
text, and what is found is cut out of the text itself.
"""

from __future__ import annotations

_SINGLE = dict(zip("令和平成昭大正明治元年月日度千十及並又若", "ABCDFGIJMNOPQTUVWXYZ", strict=True))
"""Kanji of which patterns speak one by one."""
_PARTICLES = dict(zip("びにはしく", "uvwxy", strict=True))
"""The same of hiragana."""
_DIGITS = {
    **dict.fromkeys("三四五六七八九", "b"),
    **dict.fromkeys("〇零", "z"),
    "一": "a",
    "二": "e",
}
_MARKS = {
    **dict.fromkeys(" \u3000", " "),
    **dict.fromkeys(",，", ","),
    **dict.fromkeys(".．", "."),
    **dict.fromkeys("-‐", "-"),
    **dict.fromkeys("～〜~－−–—", "~"),
    **dict.fromkeys("'’&＆", "&"),
    **dict.fromkeys("（(", "("),
    **dict.fromkeys("）)", ")"),
    **dict.fromkeys("㋿㍻㍼㍽㍾", "E"),
    **dict.fromkeys("○◯", "o"),
}
_LETTERS = {**_SINGLE, **_PARTICLES, **_DIGITS, **_MARKS, **dict.fromkeys("RHＲＨ", "R")}
NUMBER, LATIN, HIRAGANA, KANJI, KATAKANA, SPACE, MARK = "0LhKksm"
"""The shapes of characters that have none of their own."""
LATINS = f"{LATIN}R"
HIRAGANAS = f"{HIRAGANA}{''.join(_PARTICLES.values())}"
KANJIS = f"{KANJI}{''.join({**_SINGLE, **_DIGITS}.values())}"
"""The shapes of all characters of a class, for a class of a pattern."""
KANJI_DIGITS = "abezo"
"""The shapes of kanji that are digits, and of the circles that are printed for zero."""
_RANGES = (
    (NUMBER, "09０９"),
    (LATIN, "AZazＡＺａｚ"),
    (HIRAGANA, "ぁゖゝゞ"),
    (KANJI, "\u2e80\u2fdf\u3400\u4dbf\u4e00\u9fff\uf900\ufaff々々〆〆〇〇\U00020000\U0003ffff"),
    (KATAKANA, "ァヺーーヽヾｦﾟ"),
)
"""The first and the last of each range of the characters of a class."""


def class_of(character: str) -> str:
    """Return the shape that a character has as one of its class."""
    for shape, ranges in _RANGES:
        pairs = zip(ranges[::2], ranges[1::2], strict=True)
        if any(low <= character <= high for low, high in pairs):
            return shape
    return SPACE if character.isspace() else MARK


class _Shapes(dict[int, str]):
    """Code point → shape, found when a text first has the character."""

    def __missing__(self, code: int) -> str:
        shape = self[code] = _LETTERS.get(chr(code)) or class_of(chr(code))
        return shape


SHAPES = _Shapes()
"""What `str.translate` makes the shapes of a text with."""


def in_shapes(pattern: str) -> str:
    """Return a pattern whose single kanji and kana are written as such, to look in shapes."""
    return pattern.translate(
        {ord(letter): shape for letter, shape in _LETTERS.items() if letter > "\x7f"}
    )
