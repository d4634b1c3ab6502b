"""Wraps Japanese text to a number of columns by the rules of line breaking (kinsoku).

No line starts with a closing mark, a small kana or a prolonged sound mark, none ends with an
opening bracket, and no line breaks inside a number, a date, an address or a Latin word, as far as
the width allows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from plan_tui.text.calendar import ERA_NAMES
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.ranges import Range
from plan_tui.text.width import COLUMNS


def _with_twins(characters: str) -> frozenset[str]:
    """Return characters with what differs from them in width alone (｡ and 。, ＞ and >)."""
    forms = map(chr, range(0xFF01, 0xFFEF))  # the block of half-width and full-width forms
    plain = {unicodedata.normalize("NFKC", character) for character in characters}
    return frozenset(characters).union(
        form for form in forms if unicodedata.normalize("NFKC", form) in plain
    )


NOT_FIRST = _with_twins(
    "、。，．,.・：；:;？！?!゛゜ヽヾゝゞ々ー―…‥～〜"
    "’”）〕］｝〉》」』】〙〗〟)]}>»"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%℃\u00a0"
    "ﾞﾟ"  # in NFKC they are marks that join the letter before
)
"""Characters that may not start a line."""
NOT_LAST = _with_twins("‘“（〔［｛〈《「『【〘〖〝([{<«￥＄¥$№#＃\u00a0")
"""Characters that may not end a line."""

_D = "0-9０-９"
_YEAR = rf"(?:{ERA_NAMES}|[RHSＲＨＳ])?[{_D}元]{{1,4}}(?:[～〜~－-][{_D}]{{1,4}})?年(?:度)?"
_UNBREAKABLE = late_pattern(
    r"https?://[!-~]+"
    r"|[A-Za-z0-9][A-Za-z0-9._-]*(?::[A-Za-z0-9<>=._#-]+)+"
    rf"|{_YEAR}(?:[{_D}]{{1,2}}月(?:[{_D}]{{1,2}}日)?)?[末中頃]?"
    rf"|[{_D}]{{1,2}}月(?:[{_D}]{{1,2}}日)?[末中頃]?"
    rf"|[{_D}]+(?:[.．,，][{_D}]+)*(?:[％%]|[万億兆千百]?(?:か所|箇所|[A-Za-z円件人回個社割点羽館年]))?"
    r"|[A-Za-zＡ-Ｚａ-ｚ0-9０-９_@&/+.'’-]+"
)
_SIGN_OF_UNBREAKABLE = late_pattern(f"[A-Za-z{_D}Ａ-Ｚａ-ｚ元@&/+_.'’-]")
"""One of them stands in all that is not broken."""
_WIDE = late_pattern("[\u3000-\u3029ぁ-ゖァ-ー一-鿿！-～]+")
_NARROW = late_pattern("[ -~]+")
"""Characters of two columns and of one, as most are: many at once take less time."""
_BEFORE_SIGN = 2
"""Characters that stand before it there: an era's name."""


def wrap(text: str, columns: int, tied: Collection[int] = ()) -> tuple[Range, ...]:
    """Return the range of each line of ``text``, of at most ``columns`` (2 if it is less).

    Blanks at a line break belong to no line; every other character stands in exactly one. Line
    breaks of the text stay. ``tied`` are offsets before which no line may break. A stretch
    without allowed breaks that is wider than a line is broken anywhere.
    """
    lines: list[Range] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        lines.extend(_wrap_line(text, start, end, max(columns, 2), tied))
        start = end + 1
    return tuple(lines)


def _wrap_line(text: str, start: int, end: int, columns: int, tied: Collection[int]) -> list[Range]:
    size = end - start
    if 2 * size <= columns:  # no character takes more
        return [_trimmed(text, start, end)]
    line = text[start:end]
    fitting = _fitting(line, 0, columns)
    if fitting == size:
        return [_trimmed(text, start, end)]
    held = _unbreakable(line) | {offset - start for offset in tied}
    lines: list[Range] = []
    first = 0
    while fitting < size:
        cut = fitting
        while cut > first and not _may_break(line, cut, held):
            cut -= 1
        if cut == first:
            cut = max(fitting, first + 1)
            lines.append((start + first, start + cut))
        else:
            if not line[first:cut].isspace():
                lines.append(_trimmed(text, start + first, start + cut))
            cut += line[cut] == " "
        first = cut
        fitting = _fitting(line, first, columns)
    if first < size:
        lines.append(_trimmed(text, start + first, end))
    return lines


def _fitting(line: str, first: int, columns: int) -> int:
    """Return the offset up to which a line fits in some columns from ``first`` on."""
    place = first
    while place < len(line):
        wide = _WIDE.match(line, place, place + columns // 2)
        if wide:
            columns -= 2 * (wide.end() - place)
            place = wide.end()
        narrow = _NARROW.match(line, place, place + columns)
        if narrow:
            columns -= narrow.end() - place
            place = narrow.end()
        elif place < len(line):
            taken = COLUMNS[line[place]]
            if taken > columns:
                break
            columns -= taken
            place += 1
    return place


def _unbreakable(line: str) -> set[int]:
    """Return the offsets inside numbers, dates, addresses and words."""
    offsets: set[int] = set()
    place = 0
    while sign := _SIGN_OF_UNBREAKABLE.search(line, place):
        match = _UNBREAKABLE.search(line, max(place, sign.start() - _BEFORE_SIGN))
        if match is None:
            break
        place = match.end()
        offsets.update(range(match.start() + 1, place))
    return offsets


def _may_break(line: str, offset: int, held: Collection[int]) -> bool:
    before, after = line[offset - 1], line[offset]
    if not COLUMNS[after]:
        return False  # it is a mark of the letter before
    return before == " " or not (offset in held or after in NOT_FIRST or before in NOT_LAST)


def _trimmed(text: str, start: int, end: int) -> Range:
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end
