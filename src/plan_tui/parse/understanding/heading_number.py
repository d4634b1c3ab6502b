"""The numbers in a printed label, in each way in which they can be read.

``イ`` is the second kana by sound and the first of いろは, ``ｉ`` a letter or a Roman one; which it
is, the labels before it tell. The proof reads labels by itself, not by the parser's rules, so that
it does not repeat their faults.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plan_tui.parse.common.numbering import CIRCLED, roman_value, value_of
from plan_tui.text.record import record

_NUMERAL = re.compile(
    rf"{CIRCLED.pattern}|[0-9０-９]+|[Ⅰ-ⅿ]|[一二三四五六七八九十]+"
    r"|(?<![A-Za-zＡ-Ｚａ-ｚ])[A-Za-zＡ-Ｚａ-ｚ]{1,5}(?![A-Za-zＡ-Ｚａ-ｚ.．]*[0-9０-９])|[ア-ン]"
)
"""A numeral of any kind; letters that stand before digits (``No.``) are none."""
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_KANJI = "一二三四五六七八九"
_BRACKETS = "【〔『「"


@record
class HeadingNumber:
    """One way to read a label: its signs with the kind of each number, and the numbers."""

    style: str
    """Labels of one style are one numbering: ``第<digits>－<digits>``."""
    values: tuple[int, ...]
    """From left to right, at least one."""

    def follows(self, before: HeadingNumber) -> bool:
        """Whether it comes next: the last number by one, or an earlier one, those after it 1."""
        old, new = before.values, self.values
        return any(
            new[:place] == old[:place]
            and new[place] == old[place] + 1
            and set(new[place + 1 :]) <= {1}
            for place in range(min(len(old), len(new)))
        )

    @property
    def is_first(self) -> bool:
        """Whether a numbering may begin with it."""
        return self.values[-1] == 1


def heading_numbers(label: str) -> tuple[HeadingNumber, ...]:
    """Return the ways to read a label; none for words in brackets (``【…】``) and no numbers."""
    compact = "".join(label.split())
    if not compact or compact[0] in _BRACKETS:
        return ()
    readings: list[tuple[str, tuple[int, ...]]] = [("", ())]
    position = 0
    for match in _NUMERAL.finditer(compact):
        between = unicodedata.normalize("NFKC", compact[position : match.start()])
        ways = tuple(_ways(match.group())) or ((match.group(), None),)
        readings = [
            (f"{style}{between}{kind}", values if value is None else (*values, value))
            for style, values in readings
            for kind, value in ways
        ]
        position = match.end()
    rest = unicodedata.normalize("NFKC", compact[position:])
    return tuple(HeadingNumber(style + rest, values) for style, values in readings if values)


def _ways(numeral: str) -> Iterator[tuple[str, int | None]]:
    """Yield each kind of numbering that has the numeral, and its place there, from 1."""
    plain = unicodedata.normalize("NFKC", numeral)
    if CIRCLED.fullmatch(numeral):
        yield "<circled>", value_of(numeral)
    elif plain.isdecimal():
        yield "<digits>", int(plain)
    elif all(sign in _KANJI + "十" for sign in plain):
        yield "<kanji>", _kanji_value(plain)
    elif plain in _IROHA and len(plain) == 1:
        yield "<iroha>", _IROHA.index(plain) + 1
        yield "<kana>", value_of(plain)
    elif plain.isascii():
        case = "upper" if plain.isupper() else "lower"
        if len(plain) == 1:
            yield f"<{case} letter>", value_of(plain)
        if (roman := roman_value(plain)) is not None:
            yield f"<{case} roman>", roman
    elif value := value_of(plain):
        yield "<kana>", value


def _kanji_value(numeral: str) -> int:
    """Return the number of a numeral up to 99 (``二十三``)."""
    tens, ten, ones = numeral.rpartition("十")
    units = _KANJI.index(ones[-1]) + 1 if ones else 0
    return (10 * (_KANJI.index(tens[-1]) + 1 if tens else 1) if ten else 0) + units
