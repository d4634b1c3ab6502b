"""Japanese text as tokens of one character class, numbers and dates kept whole.

Every token remembers its printed text and a folded form. Two tokens with the same folded form
say the same: they may differ in width (``１`` and ``1``), in the calendar of a year
(``令和七年度`` and ``2025年度``), in the shape of a mark (``〜`` and ``～``) or in characters that
nobody sees, never in value.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, pairwise

from plan_tui.text.calendar import ERA_NAMES, western_year
from plan_tui.text.characters import is_readable, readable, readable_map
from plan_tui.text.numerals import ZEROS, kanji_number

_D = "0-9０-９"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_KD = f"一二三四五六七八九{ZEROS}"
"""Kanji that are digits."""
_N = rf"(?:[{_D}]{{1,2}}|[{_KD}十]{{1,3}})"
"""A number of an era's year, a month or a day."""
_ERA = rf"(?:{ERA_NAMES}|[㋿㍻㍼㍽㍾]|[RHＲＨ])"
_KANJI_YEAR = rf"(?:[一二][{_KD}]{{3}}|二千[一二三四五六七八九十]{{0,3}})"
_Y = rf"(?:{_ERA}[ 　]?(?:元|{_N})|[{_D}]{{4}}|{_KANJI_YEAR})"
_U = "(?:年度|年)"
_MONTH = rf"(?:({_N})月(?:({_N})日)?)?"
_ERA_BEFORE = re.compile(rf"{_ERA}[ 　]?")
_DASH = "[～〜~－−‐–—-]"
_BOTH = re.compile(rf"({_Y})({_U})?[（(]({_Y})({_U})?[）)]({_U})?{_MONTH}")
_SPAN = re.compile(rf"({_Y})({_U})?{_DASH}(?:({_Y})|({_N}))({_U})")
_YEAR = re.compile(rf"({_Y})({_U}){_MONTH}")
_DOTTED = re.compile(
    rf"([RHＲＨ][{_D}]{{1,2}})[.．]([{_D}]{{1,2}})(?:[.．]([{_D}]{{1,2}}))?(?![{_D}])"
)
_MONTH_DAY = re.compile(rf"({_N})月(?:({_N})日)?")
_DATE_STARTS = frozenset(
    f"0123456789０１２３４５６７８９{_KD}十㋿㍻㍼㍽㍾RHＲＨ{ERA_NAMES.replace('|', '')}"
)

_KANJI = "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆〇\U00020000-\U0003ffff"
_AND_OR = "及び|並びに|又は|若しくは"
"""Conjunctions written with a kanji. They join words as particles do, and are tokens as these."""
_KANJI_DATE = rf"(?:{ERA_NAMES})(?:元|{_N})年|{_KANJI_YEAR}年|[{_KD}十]{{1,3}}月"
"""A date that begins with kanji ends the kanji before it."""
_TOKEN = re.compile(
    rf"(?P<number>[{_D}]{{1,3}}(?:[,，][{_D}]{{3}})+(?![{_D}])(?:[.．][{_D}]+)?"
    rf"|[{_D}]+(?:[.．][{_D}]+)?)"
    rf"|(?P<latin>[{_LATIN}][{_LATIN}{_D}]*(?:[-‐'’&＆][{_LATIN}][{_LATIN}{_D}]*)*)"
    rf"|(?P<hiragana>{_AND_OR}|[ぁ-ゖゝゞ]+)"
    rf"|(?P<kanji>[{_KANJI}](?:(?!{_AND_OR}|{_KANJI_DATE})[{_KANJI}])*)"
    r"|(?P<katakana>[ァ-ヺーヽヾｦ-ﾟ]+)"
    r"|(?P<space>\s+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_WIDTH = re.compile("[\uff00-\uffef\uf900-\ufaff]+")
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
    return _split(text) if is_readable(text) else _split_unreadable(text)


def _split(text: str) -> list[Token]:
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


def _split_unreadable(text: str) -> list[Token]:
    """Split what is read of ``text``, and give each token all that was printed for it."""
    plain, offsets = readable_map(text)
    split = _split(plain)
    starts = accumulate((len(token.text) for token in split), initial=0)
    cuts = [0, *(offsets[start] for start in [*starts][1:-1]), len(text)]
    if not split:
        return [Token(text, "", TokenKind.SPACE)]
    return [
        Token(text[start:end], token.folded, token.kind)
        for token, (start, end) in zip(split, pairwise(cuts), strict=True)
    ]


def fold_width(text: str) -> str:
    """Return ``text`` with full-width, half-width and compatibility forms normalised.

    Kana come with their voicing marks, radicals as kanji, and nothing that is not seen stays.
    Unlike with NFKC, characters that have a value stay: ``①``, ``²`` and ``½``.
    """
    plain = readable(text)
    return _WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match.group()), plain)


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
        try:
            value = value_of(match) if match else None
        except ValueError:  # kanji that are no number: 十十年
            continue
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
    """Read a range of years; the last may be shortened, the first may lack its unit."""
    first, first_unit, whole, short, unit = match.groups()
    start = _year(first)
    if whole:
        end = _year(whole)
    else:
        printed = _number_of(first)
        end = _number(short) + (start - printed if printed < 100 else start // 100 * 100)
    if end <= start or first_unit not in (None, unit):
        return None
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
    of_year, of_month = _number(month), _number(day) if day else 1
    if year.endswith("年度") or not 1 <= of_year <= 12 or not 1 <= of_month <= 31:
        return None
    return f"{year}{of_year}月" + (f"{of_month}日" if day else "")


def _number(printed: str) -> int:
    """Return the value of digits or kanji; 元 is 1."""
    if printed == "元":
        return 1
    return int(printed) if printed.isdigit() else kanji_number(printed)


def _number_of(year: str) -> int:
    """Return the number that a year is printed with: 7 for ``令和七``, 2025 for ``2025``."""
    return _number(_ERA_BEFORE.sub("", year))


def _year(printed: str) -> int:
    """Return the western year of ``令和７``, ``R7``, ``平成元``, ``二〇二五`` or ``2025``."""
    era = re.match(_ERA, printed)
    number = _number_of(printed)
    if era is None:
        return number
    return western_year(unicodedata.normalize("NFKC", era.group()), number)
