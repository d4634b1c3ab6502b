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
_RARE = {KANJI: "j", KATAKANA: "q", MARK: "c"}
"""Shapes of characters with another width or form, and of controls, that are not folded one by one,
by their class."""
_HALF_WIDTH = "｡､･"
"""Marks that are folded one by one, unlike others of their width."""
RARES = "".join(_RARE.values())
LATINS = f"{LATIN}R"
HIRAGANAS = f"{HIRAGANA}{''.join(_PARTICLES.values())}"
KANJIS = "".join((KANJI, _RARE[KANJI], *_SINGLE.values(), *_DIGITS.values()))
KATAKANAS = f"{KATAKANA}{_RARE[KATAKANA]}"
"""The shapes of all characters of a class, for a class of a pattern."""
KANJI_DIGITS = "abezo"
"""The shapes of kanji that are digits, and of the circles that are printed for zero."""


def class_of(character: str) -> str:
    """Return the shape that a character has as one of its class."""
    if "一" <= character <= "\u9fff":
        return KANJI
    if "ぁ" <= character <= "ゖ" or character in "ゝゞ":
        return HIRAGANA
    if "ァ" <= character <= "ヺ" or "ｦ" <= character <= "ﾟ" or character in "ーヽヾ":
        return KATAKANA
    if "0" <= character <= "9" or "０" <= character <= "９":
        return NUMBER
    if character.isascii() or "Ａ" <= character <= "ｚ":
        if character.isalpha():
            return LATIN
    elif _is_other_kanji(character):
        return KANJI
    return SPACE if character.isspace() else MARK


def _is_other_kanji(character: str) -> bool:
    return (
        character in "々〆〇"
        or "\u3400" <= character <= "\u4dbf"
        or "\u2e80" <= character <= "\u2fdf"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


class _Shapes(dict[int, str]):
    """Code point → shape, found when a text first has the character."""

    def __missing__(self, code: int) -> str:
        shape = _LETTERS.get(chr(code)) or class_of(chr(code))
        if code <= 0x03 or 0xF900 <= code <= 0xFAFF or 0xFF5F <= code <= 0xFFEF:
            shape = shape if chr(code) in _HALF_WIDTH else _RARE[shape]
        self[code] = shape
        return shape


SHAPES = _Shapes()
"""What `str.translate` makes the shapes of a text with."""


_OF_LETTERS = {ord(letter): shape for letter, shape in _LETTERS.items() if letter > "\x7f"}


def in_shapes(pattern: str) -> str:
    """Return a pattern whose single kanji and kana are written as such, to look in shapes."""
    return pattern.translate(_OF_LETTERS)
