"""What a text is by its own signs: Markdown, running text, or the text of slides."""

from __future__ import annotations

import re
from statistics import median

from plan_tui.model.paged_text import PagedText

_STRONG = re.compile(
    r" {0,3}#{1,6}[ \t]+\S"  # a heading
    r"|={3,}\s*$"  # the line below a heading
    r"|\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$|\s*\|\s*:?-{2,}:?\s*\|\s*$"  # a table's
    r"|\s*\[\^[^\]\s]+\]:"  # a footnote's body
    r"|\s*(?:`{3}|~{3})[\w+-]*\s*$"
    r"|.*?\*\*[^*\s](?:[^*]*[^*\s])?\*\*"
)
_WEAK = (
    re.compile(r"\s*[-*+][ \t]+\S"),
    re.compile(r"\s*>[ \t]*\S"),
    re.compile(r".*?!?\[[^\]]*\]\([^)\s]+\)"),
    re.compile(r"-{3,}\s*$"),
)
_HEAD = re.compile(r"(?:---|\+\+\+)\s*$")
_FIELD = re.compile(r"[^\s:=#-][^:=]*?\s*[:=]")
_SPARSE, _SPARSE_ON_PAGES = 200, 100
"""Lines for each of which there is at least one sign. Pages are what PDFs have, not Markdown."""
_FEWEST_ON_PAGES = 3
_FEWEST_WEAK = 3
_SENTENCE_END = re.compile(r"。|(?<![0-9０-９A-Za-zＡ-Ｚ])．")
_KANA = re.compile("[ぁ-ゖ]")
_LEAST_KANA = 0.05
"""The share of hiragana in a Japanese text; the phrases of slides still have 0.1 and more."""
_CHARACTERS_OF_A_SENTENCE = 500
"""Full texts have a full stop for each 100 to 200 characters, slides one for 3,000."""
_FEWEST_PAGES = 4
_FEW_CHARACTERS = 800
"""A page of a document holds 1,000 and more, a slide about half of it."""
_LONG_LINE = 200
"""Characters of a line that no slide has room for; lines of a page have 40 to 80."""
_LONG = 2000
"""Characters of a text without pages that tell what it is."""


def is_markdown(text: PagedText) -> bool:
    """Return whether a text has the signs of Markdown; a list's dashes alone are none."""
    lines = [line for line in text.texts if line.strip()]
    if len(lines) > 1 and _HEAD.match(lines[0]) and _FIELD.match(lines[1]):
        return True
    strong = sum(bool(_STRONG.match(line)) for line in lines)
    if _has_pages(text):
        return strong >= max(_FEWEST_ON_PAGES, len(lines) / _SPARSE_ON_PAGES)
    if strong and strong >= len(lines) / _SPARSE:
        return True
    weak = [sum(bool(sign.match(line)) for line in lines) for sign in _WEAK]
    return sum(map(bool, weak)) > 1 and sum(weak) >= max(_FEWEST_WEAK, len(lines) / _SPARSE)


def is_text_of_slides(text: PagedText) -> bool:
    """Return whether a text without positions is that of slides: phrases, hardly a sentence."""
    pages = [_solid("".join(line.text for line in page.lines)) for page in text.pages]
    sizes = [size for size in pages if size]
    joined = "\n".join(text.texts)
    sentences = len(_SENTENCE_END.findall(joined))
    if len(_KANA.findall(joined)) < _LEAST_KANA * sum(sizes):
        return False
    if sentences * _CHARACTERS_OF_A_SENTENCE >= sum(sizes):
        return False
    if sum(map(_solid, _long_lines(text))) * 2 > sum(sizes):
        return False
    if _has_pages(text):
        return len(sizes) >= _FEWEST_PAGES and median(sizes) < _FEW_CHARACTERS
    return sum(sizes) >= _LONG and not sentences * 2 * _CHARACTERS_OF_A_SENTENCE >= sum(sizes)


def _long_lines(text: PagedText) -> list[str]:
    return [line for line in text.texts if len(line) > _LONG_LINE]


def _has_pages(text: PagedText) -> bool:
    return any(line.page is not None for page in text.pages for line in page.lines)


def _solid(text: str) -> int:
    return len("".join(text.split()))
