"""The label that a heading begins with, and what kind of section it names.

Markdown says by its own signs what is a heading and how deep it is; so a label need not follow
any numbering here. It is told from a title that merely begins with a number.
"""

from __future__ import annotations

import re

from plan_tui.model.enums import SectionKind
from plan_tui.parse.address import measure_number
from plan_tui.parse.common.numbering import CIRCLED

_NUMBER = r"[0-9０-９]+"
_KANJI = "[一二三四五六七八九十百]+"
_DASH = r"\s*[-－ー−–—‐‑―の]\s*"
_POINT = r"[．.\-－−‐]"
_AFTER = r"(?=[\s:：]|$)"
_LABELS = re.compile(
    rf"\[No[.．]?\s*{_NUMBER}{_DASH}{_NUMBER}\s*\]"
    rf"|第\s*(?:{_NUMBER}|{_KANJI})(?:{_DASH}{_NUMBER})*"
    rf"(?:\s*(?:[章節編]|[部款項条]{_AFTER})|{_AFTER})"
    rf"|[（(]\s*(?:{_NUMBER}|{_KANJI}|[ア-ン]|[A-Za-zＡ-Ｚａ-ｚ]|[ⅰ-ⅻⅠ-Ⅻ]|[ivxIVX]+)\s*[）)]"
    rf"|{CIRCLED.pattern}|[⑴-⒇❶-❿]"
    rf"|{_NUMBER}(?:{_POINT}{_NUMBER})*[．.、)）](?![0-9０-９])"
    rf"|{_NUMBER}(?:{_POINT}{_NUMBER})+{_AFTER}"
    rf"|[0-9０-９]{{1,2}}(?=\s+(?![つ年月日割か])\S|\s*[:：]|$)"
    r"|[Ⅰ-Ⅻⅰ-ⅻ]+(?:[．.、]|(?![0-9A-Za-z]))"
    rf"|[IVXＩＶＸ]+(?:[．.]|{_AFTER})"
    rf"|[ア-ン](?:[．.)）、]|{_AFTER})"
    r"|[A-ZＡ-Ｚa-zａ-ｚ][．.)）](?![A-Za-z0-9])"
    r"|[A-ZＡ-Ｚ](?=\s+[^\sA-Za-z0-9])"
    rf"|(?:別紙|別添|別表|付録|附属資料|参考|資料|コラム)\s*{_NUMBER}{_AFTER}"
    rf"|(?:Part|Chapter|Section|Appendix)\s+(?:{_NUMBER}|[IVX]+|[A-Z])\b\.?",
)
_COLON = re.compile(r"\s*[:：]")
_PART = re.compile(r"^第.*[部編]$|^Part\b")
_CHAPTER = re.compile(r"^第(?!.*[節款項条]$)|^Chapter\b")
_ITEM_DEPTH = 4
"""From this depth on a section is an item, as in the numbering of the plan's full texts."""


def label_end(heading: str) -> int:
    """Return how many characters of a heading are its label, with a colon behind it; 0 if none."""
    match = _LABELS.match(heading)
    if not match or not match.group().strip():
        return 0
    colon = _COLON.match(heading, match.end())
    return colon.end() if colon else match.end()


def section_kind(label: str, depth: int) -> SectionKind:
    """Return what a section is, by its label (printed without blanks) and depth."""
    if measure_number(label):
        return SectionKind.MEASURE
    if _PART.search(label):
        return SectionKind.PART
    if depth == 1 or _CHAPTER.search(label):
        return SectionKind.CHAPTER
    return SectionKind.SECTION if depth < _ITEM_DEPTH else SectionKind.ITEM
