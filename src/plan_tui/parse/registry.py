"""From a document's layout to its parser."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plan_tui.model.enums import Layout
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.diagram import parser as diagram
from plan_tui.parse.full_text_2021 import parser as full_text_2021
from plan_tui.parse.full_text_2025 import parser as full_text_2025
from plan_tui.parse.slides import parser as slides

Parser = Callable[[Sequence[str]], ParsedDocument]
"""Takes a source's lines (line n is ``lines[n - 1]``) and returns all that stands in them."""

PARSERS: dict[Layout, Parser] = {
    Layout.FULL_TEXT_2021: full_text_2021.parse,
    Layout.FULL_TEXT_2025: full_text_2025.parse,
    Layout.SLIDES: slides.parse,
    Layout.DIAGRAM: diagram.parse,
}


def parse(layout: Layout, lines: Sequence[str]) -> ParsedDocument:
    """Parse a source's ``lines`` by its ``layout``."""
    return PARSERS[layout](lines)
