"""From a file to what is understood of it: its text, its outline, and what its cover says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plan_tui.model.enums import DocumentKind, FurnitureKind, Layout
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.full_text.body_lines import body_lines
from plan_tui.parse.full_text.headings.cover import cover_facts
from plan_tui.parse.full_text.printed_blanks import printed_blanks
from plan_tui.parse.full_text.unplaced import UnplacedText
from plan_tui.parse.markdown.front_matter import document_facts
from plan_tui.parse.registry import parse
from plan_tui.query.day_values import read_day
from plan_tui.sources.edits_file import PlacedEdits, edits_beside
from plan_tui.sources.source_file import read_content
from plan_tui.text.record import record

_KINDS = {Layout.SLIDES: DocumentKind.DECK, Layout.DIAGRAM: DocumentKind.SUMMARY}


@record
class ReadDocument:
    """A file as it is understood."""

    text: PagedText
    layout: Layout
    edits: PlacedEdits
    parsed: ParsedDocument
    title: str
    """As its cover says; empty if it says none."""
    dated: str
    """ISO day, the same."""

    @property
    def kind(self) -> DocumentKind:
        """What the document is, by its layout."""
        return _KINDS.get(self.layout, DocumentKind.FULL_TEXT)


def read_document(
    path: Path,
    content: bytes,
    original: Path,
    progress: Callable[[int, int], None],
    layout: Layout | None = None,
) -> ReadDocument:
    """Read a file.

    Args:
        path: the file, for messages.
        content: what it holds.
        original: the file beside which the reader's corrections are.
        progress: told after each page of a PDF how many are read and how many there are.
        layout: what the file was read as before; None to find out.

    Raises:
        DataError: it holds no text that can be read, or the corrections are at fault.

    """
    file = read_content(path, content, progress)
    edits = edits_beside(original, file.text)
    layout = layout or file.layout
    parsed = parse(layout, file.text, edits.lines)
    title, dated = _facts(file.text, layout, parsed)
    return ReadDocument(file.text, layout, edits, parsed, title, dated)


def _facts(text: PagedText, layout: Layout, parsed: ParsedDocument) -> tuple[str, str]:
    """Return the title and the ISO day that the document tells of itself; empty if none."""
    if layout is Layout.MARKDOWN:
        head = document_facts(text)
        return head.title, read_day(head.date) or ""
    lines = {line.number: line for line in text.lines}
    cover = [
        (lines[furniture.text.first_line], furniture.text)
        for furniture in parsed.furniture
        if furniture.kind is FurnitureKind.COVER and furniture.text.first_line
    ]
    blanks = printed_blanks(UnplacedText.of(text, {}))
    facts = cover_facts(body_lines(cover, blanks)) if cover else None
    return (facts.title or "", facts.decided_on or "") if facts else ("", "")
