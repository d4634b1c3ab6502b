"""The numbering of headings: a layout's labels, the depth of each, and which may come next.

A label alone does not make a heading: ``①`` also opens the items of a list. What tells them
apart here is the sequence: a heading's label is the next one at its depth, or the first below
the heading before it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plan_tui.model.enums import SectionKind
from plan_tui.text.characters import CIRCLED_NUMBERS
from plan_tui.text.record import field, record

_KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
CIRCLED = re.compile(f"[{CIRCLED_NUMBERS}]")
"""A circled number."""


@record
class Level:
    """One level of a layout's numbering."""

    depth: int
    """In the outline, from 1."""
    kind: SectionKind
    """What a section with such a label is."""
    pattern: re.Pattern[str]
    """Matches a line from its first solid character: group 1 is the label, group 2 its number."""
    roman: bool = False
    """True if its numbers are Roman numerals."""


@record
class Label:
    """A label found at the start of a line."""

    level: Level
    """The level of the numbering that it belongs to."""
    text: str
    """As it stands in the line."""
    value: int
    """Its number, from 1."""
    start: int
    """0-based column of the label's first character."""
    end: int
    """0-based column after its last character, before any blanks."""

    @property
    def depth(self) -> int:
        """Depth in the outline, from 1."""
        return self.level.depth


def value_of(numeral: str) -> int | None:
    """Return the number that a numeral stands for, or None.

    Understands ``１２``, ``③``, ``IV`` and ``Ⅳ`` (also full width), ``イ``, ``B`` and ``ｂ``.
    A single Latin letter is read as a letter of the alphabet; use `roman_value` for numerals.
    """
    if CIRCLED.fullmatch(numeral):
        return CIRCLED_NUMBERS.index(numeral) + 1
    plain = unicodedata.normalize("NFKC", numeral).replace(" ", "")
    if plain.isdecimal():
        return int(plain)
    if len(plain) == 1 and plain in _KANA:
        return _KANA.index(plain) + 1
    if len(plain) == 1 and plain.isascii() and plain.isalpha():
        return ord(plain.upper()) - ord("A") + 1
    return roman_value(plain)


def roman_value(numeral: str) -> int | None:
    """Return the number of a Roman numeral of any width, or None."""
    plain = unicodedata.normalize("NFKC", numeral).upper()
    if not plain or any(character not in _ROMAN for character in plain):
        return None
    values = [_ROMAN[character] for character in plain]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _level(depth: int, kind: SectionKind, pattern: str, *, roman: bool = False) -> Level:
    return Level(depth, kind, re.compile(r"\s*" + pattern), roman)


_DIGITS = r"([0-9０-９]+)"
_CIRCLED = rf"(({CIRCLED.pattern}))"

LEVELS_2021: tuple[Level, ...] = (
    _level(1, SectionKind.PART, rf"(第\s*{_DIGITS}\s*部)(?=\s|$)"),
    _level(2, SectionKind.SECTION, rf"({_DIGITS}[．.])(?![0-9０-９])"),
    _level(2, SectionKind.CHAPTER, r"(([IVXＩＶＸⅠ-Ⅻ]+)[．.])", roman=True),
    _level(3, SectionKind.SECTION, rf"([（(]\s*{_DIGITS}\s*[）)])"),
    _level(3, SectionKind.MEASURE, rf"(\[\s*No[.．]?\s*[0-9０-９]+\s*[－ー−‐-]\s*{_DIGITS}\s*\])"),
    _level(4, SectionKind.ITEM, rf"{_CIRCLED}(?=\s)"),
    _level(5, SectionKind.ITEM, r"(([ア-ン]))(?=\s)"),
)
"""``第１部``, ``１．`` or ``Ｉ．``, ``（１）`` or a measure's ``[No.１－８]``, ``①`` and ``ア``,
the last two set off by a blank."""

LEVELS_2025: tuple[Level, ...] = (
    _level(1, SectionKind.CHAPTER, rf"(第\s*{_DIGITS})(?=\s)"),
    _level(2, SectionKind.SECTION, rf"({_DIGITS}[．.])(?![0-9０-９])"),
    _level(3, SectionKind.SECTION, rf"([（(]\s*{_DIGITS}\s*[）)])"),
    _level(4, SectionKind.ITEM, rf"{_CIRCLED}(?=\s)"),
    _level(5, SectionKind.ITEM, r"(([ア-ン]))(?=\s)"),
    _level(6, SectionKind.ITEM, r"([（(]([ア-ン])[）)])"),
    _level(7, SectionKind.ITEM, r"(([A-ZＡ-Ｚ]))(?=\s)"),
    _level(8, SectionKind.ITEM, r"([（(]([a-zａ-ｚ])[）)])"),
)
"""``第１``, ``１．``, ``（１）``, ``①``, ``ア``, ``（ア）``, ``A``, ``（ａ）``."""


def labels(line: str, levels: tuple[Level, ...]) -> Iterator[Label]:
    """Yield the labels of ``levels`` that ``line`` may begin with; mostly none or one."""
    for level in levels:
        match = level.pattern.match(line)
        if match:
            numeral = match.group(2)
            value = roman_value(numeral) if level.roman else value_of(numeral)
            if value:
                yield Label(level, match.group(1), value, match.start(1), match.end(1))


@record(frozen=False)
class NumberedOutline:
    """The numbers of the heading that was opened last and of its ancestors, by depth."""

    _open: dict[int, int] = field(default_factory=dict)
    """Depth → number."""

    def expects(self, depth: int, value: int) -> bool:
        """Return whether ``value`` at ``depth`` may be the next heading.

        It is the number after the open heading's at that depth, or 1 below the open heading
        (a level may be left out).
        """
        return value == self._open.get(depth, 0) + 1

    def enter(self, depth: int, value: int) -> None:
        """Open a heading; all deeper ones are closed."""
        self._open = {d: v for d, v in self._open.items() if d < depth} | {depth: value}
