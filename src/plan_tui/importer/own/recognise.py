"""From the bytes of a file to its text with pages, and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from plan_tui.errors import UsageError
from plan_tui.model.enums import DocumentKind, Layout
from plan_tui.model.paged_text import PagedText
from plan_tui.sources.manifest import split_lines
from plan_tui.text.language import Phrase

_NOT_TEXT = Phrase("{name}：UTF-8のテキストでない", "{name}: is not UTF-8 text")
_KINDS = {Layout.SLIDES: DocumentKind.DECK, Layout.DIAGRAM: DocumentKind.SUMMARY}


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file as it is read."""

    text: PagedText
    layout: Layout
    title: str = ""
    """As its cover says; empty if it says none."""
    dated: str = ""
    """ISO day, the same."""

    @property
    def kind(self) -> DocumentKind:
        """What the document is, by its layout."""
        return _KINDS.get(self.layout, DocumentKind.FULL_TEXT)


def recognise(name: str, content: bytes) -> Recognised:
    """Read a file.

    Raises:
        UsageError: it holds no text that can be read.

    """
    try:
        lines = split_lines(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(_NOT_TEXT.of(name=name)) from error
    return Recognised(PagedText.of_lines(lines), Layout.FULL_TEXT_2025)
