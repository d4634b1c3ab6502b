"""What a reader of Markdown shows: the words, and which of them are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

READER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
READER.use(footnote_plugin).use(front_matter_plugin)
LINKING = MarkdownIt("gfm-like").use(footnote_plugin).use(front_matter_plugin)
"""A reader that also links addresses that nothing marks as such."""
_TAG = re.compile(r"<(/?)(strong|em|del|u)>")


def inline_tokens(source: str, reader: MarkdownIt = READER) -> Iterator[Token]:
    """Return the tokens inside paragraphs, headings, items and cells, in order."""
    for token in reader.parse(source):
        yield from token.children or ()


def marked_pieces(source: str) -> list[str]:
    """Return the words that are shown marked, in whatever way, a piece for each mark."""
    pieces: list[str] = []
    depth = 0
    for token in inline_tokens(source):
        tag = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        step = token.nesting if token.type in MARKING else 0
        if tag:
            step = -1 if tag[1] else 1
        depth += step
        if step == 1 and depth == 1:
            pieces.append("")
        elif depth and not step:
            pieces[-1] += token.content
    assert depth == 0, source
    return pieces


MARKING = frozenset(f"{kind}_{end}" for kind in ("strong", "em", "s") for end in ("open", "close"))


def plain_words(source: str) -> str:
    """Return the words that are shown as text, without white space."""
    shown = (t.content for t in inline_tokens(source) if t.type in ("text", "code_inline"))
    return "".join("".join(shown).split())


def links(source: str) -> list[str]:
    """Return the words of each link, in a reader that links bare addresses as well."""
    words: list[str] = []
    inside = False
    for token in inline_tokens(source, LINKING):
        if token.type in ("link_open", "link_close"):
            inside = token.type == "link_open"
            words += [""] if inside else []
        elif inside:
            words[-1] += token.content
    return words
