"""Markdown and HTML that a converter left in a text: taken out, and kept as furniture.

The converter that made the decks' text wrote bold words between asterisks, table cells with
tags, and a reading as ``^{…}``. None of it is the plan's; the words between the signs are.
"""

from __future__ import annotations

import re

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFurniture, ParsedRuby
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
_KANJI = re.compile(r"[々〆㐀-䶿一-鿿豈-﫿]")


class Leftovers:
    """What is taken out of the text on the way.

    Attributes:
        furniture: pieces that are not the plan's text, each with its kind.
        ruby: readings printed beside a word.

    """

    def __init__(self) -> None:
        self.furniture: list[ParsedFurniture] = []
        self.ruby: list[ParsedRuby] = []

    def put(self, kind: FurnitureKind, text: Traced) -> None:
        """Keep ``text`` as furniture; blank text is dropped."""
        bare = text.strip()
        if bare:
            self.furniture.append(ParsedFurniture(kind, bare))

    def in_order(self) -> tuple[ParsedFurniture, ...]:
        """Return the furniture in the order of the source."""
        return tuple(sorted(self.furniture, key=lambda piece: piece.text.places[0] or (0, 0)))


def strip_markup(text: Traced, left: Leftovers) -> Traced:
    """Return ``text`` without asterisks, tags and readings, which go to ``left``.

    An address in angle brackets is no tag and stays. A tag that parts blocks (``<li>``,
    ``<p>`` …) leaves a supplied blank, so that the words beside it do not run together.
    """
    kept = Traced()
    start = 0
    for found in _SIGNS.finditer(text.text):
        kept += text[start : found.start()]
        start = found.end()
        sign = text[found.start() : found.end()]
        if found["ruby"]:
            _keep_ruby(found, text, kept, left)
            continue
        left.put(FurnitureKind("html_tag" if found["html_tag"] else str(found.lastgroup)), sign)
        if found["html_tag"] and found["name"].lower() not in _INLINE_TAGS:
            kept += Traced.supplied(" ")
    return kept + text[start:]


def _keep_ruby(found: re.Match[str], text: Traced, before: Traced, left: Leftovers) -> None:
    """Keep a reading with the kanji it stands after."""
    start, end = found.span("reading")
    left.put(FurnitureKind.RUBY_SIGN, text[found.start() : start])
    left.put(FurnitureKind.RUBY_SIGN, text[end : found.end()])
    word = before.text.rstrip()[-1:]
    left.ruby.append(ParsedRuby(text[start:end], word if _KANJI.match(word) else ""))
