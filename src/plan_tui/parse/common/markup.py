"""Markdown and HTML that a converter wrote into a text: taken out, and collected as furniture.

The converter that made the decks' text wrote bold words between asterisks, table cells with
tags, and a reading as ``^{…}``. These signs are not the plan's text; the words between them are.
"""

from __future__ import annotations

import re

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedRuby
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.text.traced import Traced

_SIGNS = re.compile(
    r"(?P<emphasis>\*\*)"
    r"|(?P<html_tag></?(?P<name>[A-Za-z][A-Za-z0-9]*)"
    r"(?:\s+[A-Za-z-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s<>]+))?)*\s*/?>)"
    r"|(?P<ruby>\^\{(?P<reading>[ぁ-ゖァ-ヺー]+)\})"
    r"|(?P<figure_sign>(?<=\s)[{}](?=\s))"
)
_INLINE_TAGS = frozenset(
    {"a", "b", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u"}
)
"""Tags inside a word or sentence; all others end what stands before them."""
_KANJI = re.compile(r"[々〆㐀-䶿一-鿿豈-﫿]")


def strip_markup(text: Traced, furniture: FurnitureCollector) -> Traced:
    """Return ``text`` without asterisks, tags and readings, which go to ``furniture``.

    An address in angle brackets is no tag and stays. A tag that parts blocks (``<li>``,
    ``<p>`` …) leaves a supplied blank, so that the words beside it do not run together.
    """
    stripped = Traced()
    start = 0
    for match in _SIGNS.finditer(text.text):
        stripped += text[start : match.start()]
        start = match.end()
        if match["ruby"]:
            _collect_ruby(match, text, stripped, furniture)
            continue
        kind = FurnitureKind("html_tag" if match["html_tag"] else str(match.lastgroup))
        furniture.put(kind, text[match.start() : match.end()])
        if match["html_tag"] and match["name"].lower() not in _INLINE_TAGS:
            stripped += Traced.supplied(" ")
    return stripped + text[start:]


def _collect_ruby(
    match: re.Match[str], text: Traced, before: Traced, furniture: FurnitureCollector
) -> None:
    """Collect a reading with the kanji it stands after; the signs around it are furniture."""
    start, end = match.span("reading")
    furniture.put(FurnitureKind.RUBY_SIGN, text[match.start() : start])
    furniture.put(FurnitureKind.RUBY_SIGN, text[end : match.end()])
    word = before.text.rstrip()[-1:]
    furniture.ruby.append(ParsedRuby(text[start:end], word if _KANJI.match(word) else ""))
