"""From a document's layout to its parser."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plan_tui.model.edits import LineEdits
from plan_tui.model.enums import Layout
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.diagram import parser as diagram
from plan_tui.parse.full_text import parser as full_text
from plan_tui.parse.full_text_2021 import parser as full_text_2021
from plan_tui.parse.full_text_2025 import parser as full_text_2025
from plan_tui.parse.markdown import parser as markdown
from plan_tui.parse.slides import parser as slides

Parser = Callable[[PagedText, LineEdits], ParsedDocument]
"""Takes a source, and the corrections that a reader made, and returns all that stands in it."""


def _of_lines(parse_lines: Callable[[Sequence[str]], ParsedDocument]) -> Parser:
    """Return the parser of a layout that knows lines alone and takes no corrections."""
    return lambda text, _edits: parse_lines(text.texts)


PARSERS: dict[Layout, Parser] = {
    Layout.FULL_TEXT: full_text.parse,
    Layout.MARKDOWN: markdown.parse,
    Layout.FULL_TEXT_2021: _of_lines(full_text_2021.parse),
    Layout.FULL_TEXT_2025: _of_lines(full_text_2025.parse),
    Layout.SLIDES: _of_lines(slides.parse),
    Layout.DIAGRAM: _of_lines(diagram.parse),
}


def parse(layout: Layout, text: PagedText, edits: LineEdits) -> ParsedDocument:
    """Parse a source by its ``layout``, with the corrections of a reader (often none)."""
    return PARSERS[layout](text, edits)
