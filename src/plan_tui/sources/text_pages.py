"""From the characters of a text file to numbered lines, with the pages that form feeds make."""

from __future__ import annotations

import re

from plan_tui.model.paged_text import PagedText, PageLine, SourcePage

_LINE_END = re.compile(r"\r\n|[\r\n]")


def paged_text(text: str) -> PagedText:
    """Return a text as lines that are numbered through.

    A line ends at a line feed, a carriage return, or both; all other separators stay in it. A
    form feed begins a page, as pdftotext writes it after each; it belongs to no line. Without one
    the text is a single page that has no number.
    """
    pages = text.split("\f")
    has_pages = len(pages) > 1
    if has_pages and not pages[-1].strip("\r\n"):
        pages.pop()
    numbered: list[SourcePage] = []
    last = 0
    for page, content in enumerate(pages, 1):
        lines = _lines(content)
        texts = enumerate(lines, last + 1)
        page_lines = tuple(PageLine(n, line, page if has_pages else None) for n, line in texts)
        numbered.append(SourcePage(page, None, None, page_lines))
        last += len(lines)
    return PagedText(tuple(numbered))


def _lines(content: str) -> list[str]:
    """Split at line ends; the final one ends the last line."""
    lines = _LINE_END.split(content)
    return lines if lines[-1] else lines[:-1]
