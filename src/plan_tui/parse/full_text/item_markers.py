"""The bullets, numbers and signs that items and notes begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plan_tui.model.enums import BlockKind
from plan_tui.parse.common.numbering import CIRCLED, roman_value, value_of
from plan_tui.text.characters import CIRCLED_NUMBERS
from plan_tui.text.record import record

_BULLET = r"[・･•‣⁃●○◯〇◎■□◆◇▪▫◾◽▶►▷▸➢➤➔⇒✓✔☑◦∙★☆\uf020-\uf0ff]"
"""Printed bullets, and the private-use characters that Wingdings and Symbol give."""
_DASH = r"[-－−‐‑–—](?=\s|[^\x00-\x7f－−‐–—―ー])"
_NOTE = r"(?:※[0-9０-９]*|[（(]※[0-9０-９]*[）)]|[（(]注[）)]|注[：:]|＊|\*(?=\s))"
_LETTER = r"[0-9０-９ァ-ヺｱ-ﾝa-zａ-ｚA-ZＡ-Ｚⅰ-ⅻⅠ-Ⅻ]"
_NUMBER = (
    rf"[{CIRCLED_NUMBERS}❶-❿⑴-⒇ⓐ-ⓩ]"
    rf"|[（(]\s*(?:{_LETTER}|[0-9０-９]{{2}}|[ivx]{{2,4}})\s*[)）]"
    rf"|(?:{_LETTER}{{1,2}}|[IVXivx]{{2,5}})[)）]"
    r"|[0-9０-９]{1,2}[.．](?![0-9０-９])"
    r"|(?:[a-zA-Zａ-ｚＡ-Ｚァ-ヺⅰ-ⅻⅠ-Ⅻ]|[IVXivx]{2,5})[.．](?![a-zA-Z])"
    r"|[ivx]{2,5}[.．](?=[A-Z])"
    r"|第\s*[0-9０-９一二三四五六七八九十]+\s*(?:条|項|号)(?![のにはをがと、。，（(第～~－か及又並若])"
)
_MARKERS = (
    (BlockKind.NOTE, re.compile(rf"\s*({_NOTE})\s*(?=\S)")),
    (BlockKind.BULLET, re.compile(rf"\s*({_BULLET}|{_DASH})\s*(?=\S)")),
    (BlockKind.LIST_ITEM, re.compile(rf"\s*({_NUMBER})\s*(?=\S)")),
)
_BARE = re.compile(
    r"\s*([0-9０-９]{1,2}|[一二三四五六七八九十]|[ァ-ヺｱ-ﾝ]|[a-zａ-ｚA-ZＡ-Ｚ]|[ⅰ-ⅻⅠ-Ⅻ])\s+(?=\S)"
)
"""A numeral with nothing but a blank behind it."""
_KANJI = "一二三四五六七八九十"
_IROHA = "イロハニホヘトチリヌルヲ"
_SIGNS = re.compile(r"[第条項号()（）.．\s]")
_ROMAN = re.compile(r"[IVXivxⅰ-ⅻⅠ-Ⅻ]+")
_NUMERALS = (
    ("1", re.compile(r"[0-9０-９]+")),
    ("①", CIRCLED),
    ("ア", re.compile(r"[ァ-ヺｱ-ﾝ]")),
    ("i", _ROMAN),
    ("a", re.compile(r"[a-zａ-ｚ]")),
    ("A", re.compile(r"[A-ZＡ-Ｚ]")),
    ("一", re.compile(rf"[{_KANJI}]")),
)
"""The kinds of numerals, of which a list has one."""
_SUBHEAD = re.compile(r"\s*[【〔〈＜《][^】〕〉＞》]+[】〕〉＞》]\s*")


@record
class ItemMarker:
    """A bullet, number or sign at a line's beginning."""

    kind: BlockKind
    start: int
    """0-based column of the marker."""
    end: int
    """0-based column after it."""
    text_start: int
    """0-based column of the text behind it."""
    style: str
    """What markers of one list share."""
    value: int
    """Its number; 0 for a bullet."""


def item_marker(text: str) -> ItemMarker | None:
    """Return the marker that ``text`` begins with; None if with none."""
    for kind, pattern in _MARKERS:
        match = pattern.match(text)
        if match:
            start, end = match.span(1)
            marker = text[start:end]
            return ItemMarker(kind, start, end, match.end(), _style(marker), _value(marker))
    return None


def bare_markers(texts: Sequence[str]) -> dict[int, ItemMarker]:
    """Return the numerals without a sign that texts begin with, by the index of the text.

    ``ア　…`` and ``１　…`` number items only if another one counts on: alone they are words.
    """
    markers: dict[int, ItemMarker] = {}
    by_style: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        match = _BARE.match(text)
        if match and item_marker(text) is None:
            start, end = match.span(1)
            style = f"{_style(match[1])} "
            markers[index] = ItemMarker(
                BlockKind.LIST_ITEM, start, end, match.end(), style, _value(match[1])
            )
            by_style.setdefault(style, []).append(index)
    counted: set[int] = set()
    for indexes in by_style.values():
        for before, after in pairwise(indexes):
            if _counts_on(texts[before].lstrip()[0], texts[after].lstrip()[0]) or (
                markers[after].value == markers[before].value + 1
            ):
                counted |= {before, after}
    return {index: marker for index, marker in markers.items() if index in counted}


def _counts_on(numeral: str, following: str) -> bool:
    """Return whether two kana follow each other as in a count by イ, ロ, ハ."""
    return f"{numeral}{following}" in _IROHA


def is_lone_marker(text: str) -> bool:
    """Return whether a text is a bullet or number alone."""
    marker = item_marker(f"{text.strip()}字")
    return marker is not None and marker.text_start == len(text.strip())


def is_subhead(text: str) -> bool:
    """Return whether a whole text stands in brackets, as a small heading does."""
    return bool(_SUBHEAD.fullmatch(text))


def _value(marker: str) -> int:
    """Return a marker's number; 0 for what has none."""
    numeral = _SIGNS.sub("", marker)
    if _ROMAN.fullmatch(numeral):
        return roman_value(numeral) or 0
    if len(numeral) == 1 and numeral in _KANJI:
        return _KANJI.index(numeral) + 1
    return (value_of(numeral) or 0) if numeral else 0


def _style(marker: str) -> str:
    """Return a marker with its numeral replaced by the numeral's kind."""
    marker = "".join(marker.split())
    numeral = _SIGNS.sub("", marker)
    for kind, pattern in _NUMERALS:
        if pattern.fullmatch(numeral):
            return marker.replace(numeral, kind)
    return marker
