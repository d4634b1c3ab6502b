"""The values of printed numbers, and the folding of text in which they are looked for.

`fold_in_place` maps character to character, so a place in the folded text is a place in the
printed text.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from plan_tui.text.late_pattern import late_pattern

_DASHES = dict.fromkeys("－−‐‑‒–—―", "-")
_WAVES = dict.fromkeys("～〜", "~")
_ASCII = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_OTHERS = {"，": ",", "．": ".", "\u3000": " ", "\u00a0": " "}


@cache
def _folding() -> dict[int, str]:
    """Return the table of `fold_in_place`."""
    # PDF extraction prints radicals and compatibility ideographs for plain 年, 月, 日, 万 …
    radicals = {
        chr(code): plain
        for first, last in ((0x2E80, 0x2FE0), (0xF900, 0xFB00))
        for code in range(first, last)
        if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1
    }
    return str.maketrans({**radicals, **_ASCII, **_DASHES, **_WAVES, **_OTHERS})


MAGNITUDES = {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
"""The value of a sign of magnitude after digits."""
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""Pattern of one run of digits in folded text: ``1,741``, ``98.6``, ``30``."""
ZEROS = "〇零○◯"
"""Kanji for zero, and the circles that are printed for it."""
_KANJI_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_KANJI_DIGITS |= dict.fromkeys(ZEROS, 0)
_ONE_LEFT_OUT = late_pattern(r"(?<!\d)(?=[十百千])")
_PART = late_pattern(rf"({NUMBER})|([十百千])|([万億兆])")


def fold_in_place(text: str) -> str:
    """Return ``text`` with full-width and compatibility shapes made plain, of the same length.

    All dashes become ``-`` and all waves ``~``; ``ー``, which belongs to words, stays.
    """
    return text.translate(_folding())


def number(printed: str) -> float:
    """Return the value of printed digits with their magnitudes: ``7,800万`` is 78,000,000.

    Groups add up: ``１億2,300万`` is 123,000,000, ``１千３百万`` is 13,000,000.

    Raises:
        ValueError: ``printed`` is not such a number.

    """
    folded = fold_in_place(printed).replace(" ", "")
    whole, position = 0.0, 0
    digits: float | None = None
    group: float | None = None
    while position < len(folded):
        part = _PART.match(folded, position)
        if part is None or (
            bool(part[1]) is (digits is not None) and not (part[3] and group is not None)
        ):
            raise ValueError(f"not a number: {printed!r}")
        if part[1]:
            digits = float(part[1].replace(",", ""))
        elif part[2]:
            group = (group or 0) + (digits or 0) * MAGNITUDES[part[2]]
            digits = None
        else:
            whole += ((group or 0) + (digits or 0)) * MAGNITUDES[part[3]]
            group = digits = None
        position = part.end()
    if not folded:
        raise ValueError("not a number: ''")
    return whole + (group or 0) + (digits or 0)


def kanji_number(printed: str) -> int:
    """Return the value of a number in kanji, with magnitudes or digit by digit.

    ``二十五`` is 25, ``百二十万`` is 1,200,000, ``二〇二五`` is 2025.

    Raises:
        ValueError: ``printed`` is not such a number.

    """
    digits = "".join(
        str(_KANJI_DIGITS[sign]) if sign in _KANJI_DIGITS else sign for sign in printed
    )
    return int(number(_ONE_LEFT_OUT.sub("1", digits)))
