"""Japanese text as tokens of one character class, numbers and dates kept whole.

Every token remembers its printed text and a folded form. Two tokens with the same folded form
say the same: they may differ in width (``１`` and ``1``), in the calendar of a year
(``令和７年度`` and ``2025年度``) or in the shape of a mark (``〜`` and ``～``), never in value.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from plan_tui.text.calendar import western_year

_D = "0-9０-９"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_ERA = "(?:令和|平成|昭和|[RHＲＨ])"
_Y = rf"(?:{_ERA}[ 　]?(?:元|[{_D}]{{1,2}})|[{_D}]{{4}})"
_U = "(?:年度|年)"
_MONTH = rf"(?:([{_D}]{{1,2}})月(?:([{_D}]{{1,2}})日)?)?"
_DASH = "[～〜~－−‐–—-]"
_BOTH = re.compile(rf"({_Y})({_U})?[（(]({_Y})({_U})?[）)]({_U})?{_MONTH}")
_SPAN = re.compile(rf"({_Y}){_DASH}({_Y}|[{_D}]{{1,2}})({_U})")
_YEAR = re.compile(rf"({_Y})({_U}){_MONTH}")
_DOTTED = re.compile(
    rf"([RHＲＨ][{_D}]{{1,2}})[.．]([{_D}]{{1,2}})(?:[.．]([{_D}]{{1,2}}))?(?![{_D}])"
)
_MONTH_DAY = re.compile(rf"([{_D}]{{1,2}})月(?:([{_D}]{{1,2}})日)?")
_DATE_STARTS = frozenset("0123456789０１２３４５６７８９令平昭RHＲＨ")

_KANJI = "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆〇\U00020000-\U0003ffff"
_AND_OR = "及び|並びに|又は|若しくは"
"""Conjunctions written with a kanji. They join words as particles do, and are tokens as these."""
_TOKEN = re.compile(
    rf"(?P<number>[{_D}]{{1,3}}(?:[,，][{_D}]{{3}})+(?![{_D}])(?:[.．][{_D}]+)?"
    rf"|[{_D}]+(?:[.．][{_D}]+)?)"
    rf"|(?P<latin>[{_LATIN}][{_LATIN}{_D}]*(?:[-‐'’&＆][{_LATIN}][{_LATIN}{_D}]*)*)"
    rf"|(?P<hiragana>{_AND_OR}|[ぁ-ゖゝゞ]+)"
    rf"|(?P<kanji>(?:(?!{_AND_OR})[{_KANJI}])+)"
    r"|(?P<katakana>[ァ-ヺーヽヾｦ-ﾟ]+)"
    r"|(?P<space>\s+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_WIDTH = re.compile("[\uff00-\uffef\u2e80-\u2fdf\uf900-\ufaff]+")
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("～〜~", "~"),
        **dict.fromkeys("−‐‑–—―", "-"),
        **dict.fromkeys("，､,", "、"),
        "｡": "。",
        **dict.fromkeys("“”〝〟", '"'),
        **dict.fromkeys("‘’", "'"),
        "･": "・",
    }
)
WEAK_MARKS = frozenset("、。・「」『』\"'")
"""Folded marks that can be added or left out without changing what the text says."""


class TokenKind(StrEnum):
    """The character class of a token."""

    KANJI = "kanji"
    HIRAGANA = "hiragana"
    KATAKANA = "katakana"
    LATIN = "latin"
    NUMBER = "number"
    DATE = "date"
    SPACE = "space"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A run of one character class, one mark, one number or one date."""

    text: str
    """As printed."""
    folded: str
    """Equal for tokens that differ in notation alone."""
    kind: TokenKind

    @property
    def weak(self) -> bool:
        """Whether the token carries no content: white space, a comma, a full stop, a quote."""
        return self.kind is TokenKind.SPACE or self.folded in WEAK_MARKS

    @property
    def whole(self) -> bool:
        """Whether the token is a number or a date, which is never shown in parts."""
        return self.kind in (TokenKind.NUMBER, TokenKind.DATE)


def tokens(text: str) -> list[Token]:
    """Split ``text``; the printed texts of the tokens together are ``text``."""
    split: list[Token] = []
    position = 0
    while position < len(text):
        token = _date(text, position) if text[position] in _DATE_STARTS else None
        if token is None:
            match = _TOKEN.match(text, position)
            assert match is not None
            assert match.lastgroup is not None
            token = _plain(match.group(), match.lastgroup)
        split.append(token)
        position += len(token.text)
    return split


def fold_width(text: str) -> str:
    """Return ``text`` with full-width, half-width and compatibility forms normalised.

    Unlike with NFKC, characters that have a value stay: ``①``, ``²`` and ``½``.
    """
    return _WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def fold_notation(text: str) -> str:
    """Return ``text`` with every token folded: equal for texts that differ in notation alone.

    Kana, kanji and case stay, unlike in `plan_tui.text.fold.fold_spelling`, by which words are
    looked for.
    """
    return "".join(token.folded for token in tokens(text))


@lru_cache(maxsize=16384)
def _plain(text: str, name: str) -> Token:
    kind = TokenKind(name)
    if kind is TokenKind.NUMBER:
        return Token(text, fold_width(text).replace(",", ""), kind)
    if kind is TokenKind.MARK:
        return Token(text, fold_width(text.translate(_SHAPES)).translate(_SHAPES), kind)
    if kind is TokenKind.SPACE:
        return Token(text, " ", kind)
    return Token(text, fold_width(text), kind)


def _date(text: str, position: int) -> Token | None:
    """Return the date that begins at ``position``, if one does."""
    for pattern, value_of in _FORMS:
        match = pattern.match(text, position)
        value = value_of(match) if match else None
        if match and value:
            return Token(match.group(), f"@{value}", TokenKind.DATE)
    return None


def _both(match: re.Match[str]) -> str | None:
    """Read a year in both calendars; they must agree, and so must 年 and 年度."""
    units = {unit for unit in match.group(2, 4, 5) if unit}
    year = _year(match.group(1))
    if year != _year(match.group(3)) or len(units) != 1:
        return None
    if match.group(5) and match.group(2):
        return None
    return _day(f"{year}{units.pop()}", match.group(6), match.group(7))


def _span(match: re.Match[str]) -> str | None:
    first, last, unit = match.groups()
    start = _year(first)
    end = _year(last) if len(last) > 2 else int(last)
    if len(last) <= 2:
        end += start - _digits(first) if _digits(first) < 100 else start // 100 * 100
    return f"{start}~{end}{unit}"


def _single(match: re.Match[str]) -> str | None:
    year, unit, month, day = match.groups()
    return _day(f"{_year(year)}{unit}", month, day)


def _dotted(match: re.Match[str]) -> str | None:
    return _day(f"{_year(match.group(1))}年", match.group(2), match.group(3))


def _month_day(match: re.Match[str]) -> str | None:
    return _day("", match.group(1), match.group(2))


_FORMS = (
    (_BOTH, _both),
    (_SPAN, _span),
    (_YEAR, _single),
    (_DOTTED, _dotted),
    (_MONTH_DAY, _month_day),
)


def _day(year: str, month: str | None, day: str | None) -> str | None:
    """Return year, month and day as one value; None if there is no such month or day."""
    if month is None:
        return year or None
    if year.endswith("年度") or not 1 <= int(month) <= 12 or not 1 <= int(day or 1) <= 31:
        return None
    return f"{year}{int(month)}月" + (f"{int(day)}日" if day else "")


def _digits(printed: str) -> int:
    """Return the number that a year is printed with; 元 is 1."""
    digits = re.sub(rf"[^{_D}]", "", printed)
    return int(digits) if digits else 1


def _year(printed: str) -> int:
    """Return the western year of ``令和７``, ``R7``, ``平成元`` or ``2025``."""
    era = re.match(_ERA, printed)
    return western_year(fold_width(era.group()), _digits(printed)) if era else _digits(printed)
