"""Wraps Japanese text to a number of columns by the rules of line breaking (kinsoku).

No line starts with a closing mark, a small kana or a prolonged sound mark, none ends with an
opening bracket, and no line breaks inside a number, a date, an address or a Latin word, as far as
the width allows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from plan_tui.text.calendar import ERA_NAMES
from plan_tui.text.ranges import Range
from plan_tui.text.width import char_width


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
_UNBREAKABLE = re.compile(
    r"https?://[!-~]+"
    r"|[A-Za-z0-9][A-Za-z0-9._-]*(?::[A-Za-z0-9<>=._#-]+)+"
    rf"|{_YEAR}(?:[{_D}]{{1,2}}月(?:[{_D}]{{1,2}}日)?)?[末中頃]?"
    rf"|[{_D}]{{1,2}}月(?:[{_D}]{{1,2}}日)?[末中頃]?"
    rf"|[{_D}]+(?:[.．,，][{_D}]+)*(?:[％%]|[万億兆千百]?(?:か所|箇所|[A-Za-z円件人回個社割点羽館年]))?"
    r"|[A-Za-zＡ-Ｚａ-ｚ0-9０-９_@&/+.'’-]+"
)


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
    if start == end:
        return [(start, end)]
    lines: list[Range] = []
    first, used = start, 0
    for begin, after in _segments(text, start, end, tied):
        size = sum(map(char_width, text[begin:after]))
        if used + size <= columns:
            used += size
            continue
        if text[first:begin].strip():
            lines.append(_trimmed(text, first, begin))
        first = _skip_blanks(text, begin, after)
        used = sum(map(char_width, text[first:after]))
        while used > columns:
            cut = _fitting(text, first, after, columns)
            lines.append((first, cut))
            first, used = cut, sum(map(char_width, text[cut:after]))
    if first < end:
        lines.append(_trimmed(text, first, end))
    return lines


def _segments(text: str, start: int, end: int, tied: Collection[int]) -> list[Range]:
    """Return the segments of ``text[start:end]`` between which a line may break."""
    unbreakable = {
        offset
        for match in _UNBREAKABLE.finditer(text, start, end)
        for offset in range(match.start() + 1, match.end())
    }
    segments: list[Range] = []
    first = start
    for offset in range(start + 1, end):
        prohibited = (
            offset in unbreakable
            or offset in tied
            or text[offset] in NOT_FIRST
            or text[offset - 1] in NOT_LAST
        )
        if not prohibited or text[offset - 1] == " ":
            segments.append((first, offset))
            first = offset
    return [*segments, (first, end)]


def _fitting(text: str, start: int, end: int, columns: int) -> int:
    """Return the offset after the last character that fits; at least one character is taken."""
    used = 0
    for offset in range(start, end):
        used += char_width(text[offset])
        if used > columns and offset > start:
            return offset
    return end


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> Range:
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end
