"""Printed numbers as values, and text folded so that numbers can be read from it.

`fold_in_place` maps character to character, so a place in the folded text is a place in the
printed text; `Compact` also leaves out blanks and keeps the way back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from plan_tui.text.calendar import ERA_NAMES

_DASHES = dict.fromkeys("－−‐‑‒–—―", "-")
_WAVES = dict.fromkeys("～〜", "~")
_ASCII = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
# PDF extraction prints radicals and compatibility ideographs for plain 年, 月, 日, 万 …
_RADICALS = {
    chr(code): plain
    for first, last in ((0x2E80, 0x2FE0), (0xF900, 0xFB00))
    for code in range(first, last)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1
}
_FOLD = str.maketrans(
    {**_RADICALS, **_ASCII, **_DASHES, **_WAVES, "，": ",", "．": ".", "\u3000": " ", "\u00a0": " "}
)
_BLANKS = re.compile(" +")

MAGNITUDES = {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
"""The value of a sign of magnitude after digits."""
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""Pattern of one run of digits in folded text: ``1,741``, ``98.6``, ``30``."""
_KANJI_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_KANJI_DATE = re.compile(
    rf"(?:(?:{ERA_NAMES})(?P<era>{_KANJI})|(?P<year>[一二][〇零一二三四五六七八九]{{3}}))年"
    rf"(?:の?(?P<month>{_KANJI})月(?:(?P<day>{_KANJI})日)?)?"
)
_GROUP = re.compile(rf"({NUMBER})([十百千]?[万億兆]|[十百千])?")


def fold_in_place(text: str) -> str:
    """Return ``text`` with full-width and compatibility shapes made plain, of the same length.

    All dashes become ``-`` and all waves ``~``; ``ー``, which belongs to words, stays.
    """
    return text.translate(_FOLD)


def number(printed: str) -> float:
    """Return the value of printed digits with their magnitudes: ``7,800万`` is 78,000,000.

    Groups add up: ``１億2,300万`` is 123,000,000. ``2千万`` is 20,000,000.

    Raises:
        ValueError: ``printed`` is not such a number.

    """
    folded = fold_in_place(printed).replace(" ", "")
    total, position = 0.0, 0
    while position < len(folded):
        group = _GROUP.match(folded, position)
        if group is None:
            raise ValueError(f"not a number: {printed!r}")
        value = float(group.group(1).replace(",", ""))
        for sign in group.group(2) or "":
            value *= MAGNITUDES[sign]
        total += value
        position = group.end()
    if not folded:
        raise ValueError("not a number: ''")
    return total


def kanji_number(printed: str) -> int:
    """Return the value of a number of up to two digits, or digit by digit, in kanji.

    ``二十五`` is 25, ``十`` is 10, ``二〇二五`` is 2025.

    Raises:
        KeyError: ``printed`` has a sign that is no such digit.

    """
    tens, ten, ones = printed.rpartition("十")
    value = 10 * (_KANJI_DIGITS[tens] if tens else 1) if ten else 0
    units = 0
    for sign in ones:
        units = 10 * units + _KANJI_DIGITS[sign]
    return value + units


@dataclass(frozen=True, slots=True)
class Compact:
    """Folded text without blanks, which knows where each character was printed."""

    printed: str
    """The text as printed."""
    text: str
    """Folded; a blank is left only between two ASCII letters or digits."""
    offsets: tuple[int, ...]
    """For each character of ``text`` its offset into ``printed``."""

    @classmethod
    def of(cls, printed: str) -> Compact:
        """Fold ``printed`` and leave out its blanks."""
        folded = fold_in_place(printed)
        kept: list[int] = []
        position = 0
        for blank in _BLANKS.finditer(folded):
            kept.extend(range(position, blank.start()))
            around = folded[blank.start() - 1 : blank.start()] + folded[blank.end() :][:1]
            if len(around) == 2 and around.isascii() and around.isalnum():
                kept.append(blank.start())
            position = blank.end()
        kept.extend(range(position, len(folded)))
        return cls(printed, "".join(folded[index] for index in kept), tuple(kept))

    def span(self, start: int, end: int) -> tuple[int, str]:
        """Return (offset, printed words) of the characters ``start:end`` of ``text``."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return first, self.printed[first:last]

    def with_digits(self) -> Compact:
        """Return the same with the years, months and days printed in kanji as digits.

        ``令和十年`` becomes ``令和10年``; the digits stand where the kanji were printed.
        """
        text, offsets, position = "", list[int](), 0
        for start, end in self._kanji_spans():
            digits = str(kanji_number(self.text[start:end]))
            places = [min(start + index, end - 1) for index in range(len(digits) - 1)] + [end - 1]
            text += self.text[position:start] + digits
            offsets += [*self.offsets[position:start], *(self.offsets[place] for place in places)]
            position = end
        kept = (*offsets, *self.offsets[position:])
        return Compact(self.printed, text + self.text[position:], kept)

    def _kanji_spans(self) -> Iterator[tuple[int, int]]:
        for match in _KANJI_DATE.finditer(self.text):
            for name in ("era", "year", "month", "day"):
                if match[name]:
                    yield match.span(name)
