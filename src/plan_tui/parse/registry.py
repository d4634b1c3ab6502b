"""From a document's layout to its parser."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plan_tui.model.kinds import Layout
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse import diagram, fulltext, slides

Parser = Callable[[Sequence[str]], ParsedDocument]
"""Takes a source's lines (line n is ``lines[n - 1]``) and returns all that stands in them."""

PARSERS: dict[Layout, Parser] = {
    Layout.FULL_TEXT_2021: fulltext.parse_2021,
    Layout.FULL_TEXT_2025: fulltext.parse_2025,
    Layout.SLIDES: slides.parse,
    Layout.DIAGRAM: diagram.parse,
}


def parse(layout: Layout, lines: Sequence[str]) -> ParsedDocument:
    """Parse a source's ``lines`` by its ``layout``."""
    return PARSERS[layout](lines)
