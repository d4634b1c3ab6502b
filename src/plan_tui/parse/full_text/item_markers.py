"""The bullets, numbers and signs that items and notes begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plan_tui.model.enums import BlockKind

_BULLET = r"[・･•‣⁃●○◯〇◎■□◆◇▪▫◾◽▶►▷▸➢➤➔⇒✓✔☑◦∙★☆\uf020-\uf0ff]"
"""Printed bullets, and the private-use characters that Wingdings and Symbol give."""
_DASH = r"[-－−‐‑–—](?=\s|[^\x00-\x7f－−‐–—―ー])"
_NOTE = r"(?:※[0-9０-９]*|[（(]※[0-9０-９]*[）)]|[（(]注[）)]|注[：:]|＊|\*(?=\s))"
_LETTER = r"[0-9０-９ァ-ヺｱ-ﾝa-zａ-ｚA-ZＡ-Ｚⅰ-ⅻⅠ-Ⅻ]"
_NUMBER = (
    r"[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇ⓐ-ⓩ]"
    rf"|[（(]\s*(?:{_LETTER}|[0-9０-９]{{2}}|[ivx]{{2,4}})\s*[)）]"
    rf"|{_LETTER}{{1,2}}[)）]"
    r"|[0-9０-９]{1,2}[.．](?![0-9０-９])"
    r"|[a-zA-Zａ-ｚＡ-Ｚァ-ヺⅰ-ⅻⅠ-Ⅻ][.．](?![a-zA-Z])"
    r"|第\s*[0-9０-９一二三四五六七八九十]+\s*(?:条|項|号)(?=\s)"
)
_MARKERS = (
    (BlockKind.NOTE, re.compile(rf"\s*({_NOTE})\s*(?=\S)")),
    (BlockKind.BULLET, re.compile(rf"\s*({_BULLET}|{_DASH})\s*(?=\S)")),
    (BlockKind.LIST_ITEM, re.compile(rf"\s*({_NUMBER})\s*(?=\S)")),
)
_SUBHEAD = re.compile(r"\s*[【〔〈＜《][^】〕〉＞》]+[】〕〉＞》]\s*")


@dataclass(frozen=True, slots=True)
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


def item_marker(text: str) -> ItemMarker | None:
    """Return the marker that ``text`` begins with; None if with none."""
    for kind, pattern in _MARKERS:
        match = pattern.match(text)
        if match:
            start, end = match.span(1)
            return ItemMarker(kind, start, end, match.end(), _style(text[start:end]))
    return None


def is_subhead(text: str) -> bool:
    """Return whether a whole text stands in brackets, as a small heading does."""
    return bool(_SUBHEAD.fullmatch(text))


def _style(marker: str) -> str:
    """Return a marker with its numeral replaced by the numeral's kind."""
    kinds = ((r"[0-9０-９]+", "1"), (r"[①-⑳㉑-㉟㊱-㊿❶-❿]", "①"), (r"[ァ-ヺｱ-ﾝ]", "ア"))
    for pattern, kind in kinds:
        marker = re.sub(pattern, kind, marker)
    return re.sub(r"[a-zａ-ｚ]+", "a", marker)
