"""Kana, and the sound that a kana reading stands for.

A *sound* is a plain ASCII spelling, the same for every way to write a reading: ``し``, ``shi``
and ``si`` are ``si``; ``ぢ``, ``じ`` and ``ディ`` are ``zi``; ``を`` is ``o``; long-vowel marks go.
Sounds are compared by `plan_tui.text.romaji.sound_pattern`, which lets vowels be long or short.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from plan_tui.text.late_pattern import late_pattern

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの",
    "h": "はひふへほ", "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ",
    "d": "だ  でど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
_EXTRA = {
    "や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n",
    "ぢ": "zi", "づ": "zu", "ゔ": "bu", "ゕ": "ka", "ゖ": "ke",
    "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo",
    "ゎ": "wa", "うぃ": "wi", "うぇ": "we", "うぉ": "wo",
    "てぃ": "ti", "でぃ": "zi", "とぅ": "tu", "どぅ": "zu",
    "てゅ": "tyu", "でゅ": "zyu", "ふゅ": "hyu", "しぇ": "sye", "じぇ": "zye", "ちぇ": "tye",
    "ぢぇ": "zye", "いぇ": "ye", "ぢゃ": "zya", "ぢゅ": "zyu", "ぢょ": "zyo",
    "ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo",
    "ゔぁ": "ba", "ゔぃ": "bi", "ゔぇ": "be", "ゔぉ": "bo", "ゔゅ": "byu",
}  # fmt: skip


@cache
def _syllables() -> dict[str, str]:
    table = dict(_EXTRA)
    for consonant, row in _ROWS.items():
        for kana, vowel in zip(row, "aiueo", strict=True):
            if kana != " ":
                table[kana] = consonant + vowel
        if row[1] != " " and consonant:
            for small, vowel in zip("ゃゅょ", "auo", strict=True):
                table[row[1] + small] = f"{consonant}y{vowel}"
    return table


_TOKEN = late_pattern(
    lambda: "|".join(sorted(_syllables(), key=len, reverse=True)) + "|っ|.", re.DOTALL
)
_LARGE = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_VOICED = late_pattern("[\u3099\u309a]")
_VOWELS = {"a": "あ", "i": "い", "u": "う", "e": "え", "o": "お"}
_WITH_KANA = frozenset("ゝゞー・ \u3000-")
"""What stands among kana: long-vowel marks, middle dots and blanks."""


def hiragana(text: str) -> str:
    """Return ``text`` with its katakana as hiragana, half-width forms included."""
    return unicodedata.normalize("NFKC", text).translate(_KATAKANA)


def is_kana(text: str) -> bool:
    """Return whether ``text`` is kana alone, with long-vowel marks, middle dots and blanks."""
    others = {letter for letter in unicodedata.normalize("NFKC", text) if not _is_letter(letter)}
    return others <= _WITH_KANA and any(map(_is_letter, unicodedata.normalize("NFKC", text)))


def _is_letter(letter: str) -> bool:
    return "ぁ" <= letter <= "ゖ" or "ァ" <= letter <= "ヺ"


def has_katakana(text: str) -> bool:
    """Return whether there is katakana in ``text``, of half width too."""
    return any("ァ" <= letter <= "ヺ" or "ｦ" <= letter <= "ﾝ" for letter in text)


def kana_order(reading: str) -> tuple[str, str]:
    """Return the sort key of a reading by which Japanese dictionaries are ordered.

    Voiced and small kana stand with the plain ones and differ only where all else is equal; a
    long-vowel mark is the vowel before it (``えーあい``, as ``ええあい``, stands before ``える``);
    marks and blanks do not count.
    """
    plain = ""
    for character in hiragana(reading):
        if character == "ー":
            plain += _VOWELS.get(_syllables().get(plain[-1:], "")[-1:], "")
        elif character.isalnum():
            base = _VOICED.sub("", unicodedata.normalize("NFD", character))
            plain += base.translate(_LARGE).casefold()
    return plain, hiragana(reading)


def sound(kana: str) -> str:
    """Return the sound of a kana reading.

    Latin letters are lowered and digits kept; long-vowel marks, blanks and everything else go.
    A ``っ`` doubles the consonant after it and goes where there is none.
    """
    result = ""
    double = False
    for token in _TOKEN.findall(hiragana(kana)):
        if token == "っ":
            double = True
            continue
        spelled = _syllables().get(token, token.lower() if re.match(r"[0-9A-Za-z]", token) else "")
        if spelled and double and spelled[0] not in "aiueon":
            result += spelled[0]
        double = False
        result += spelled
    return result
