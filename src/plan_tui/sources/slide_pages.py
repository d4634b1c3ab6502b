"""Whether the pages of a source are slides: pages to be shown, not a text to be read on."""

from __future__ import annotations

from statistics import median

from plan_tui.model.paged_text import PagedText, SourcePage

LARGE_SIZE = 13.0
"""In points: the text of slides is set in 13 and more, that of documents in 9 to 12."""
FEW_CHARACTERS = 700
"""Half of what a page of a document holds."""
LARGE_TITLE = 1.5
"""How much larger than its text the title of a crowded slide is."""
MOST = 0.7
"""The share of pages that speak for the whole."""


def is_slides(text: PagedText) -> bool:
    """Whether most pages with text are wider than high and each of them looks like a slide.

    A source without sizes of pages is taken for a document.
    """
    pages = [page for page in text.pages if any(line.text.strip() for line in page.lines)]
    slides = [page for page in pages if _is_slide(page)]
    return bool(pages) and len(slides) >= MOST * len(pages)


def _is_slide(page: SourcePage) -> bool:
    """Whether a wide page has large text, little text, or a large title over its text."""
    if page.width is None or page.height is None or page.width <= page.height:
        return False
    sizes = [box.size for line in page.lines for box in line.printed_boxes]
    if not sizes:
        return sum(len(line.text) for line in page.lines) < FEW_CHARACTERS
    usual = median(sizes)
    return len(sizes) < FEW_CHARACTERS or usual >= LARGE_SIZE or _has_title(page, usual)


def _has_title(page: SourcePage, usual: float) -> bool:
    """Whether a line in the upper third is much larger than most of the text."""
    return any(
        (line.size or 0) >= LARGE_TITLE * usual
        and (line.baseline or 0) >= (page.height or 0) * 2 / 3
        for line in page.lines
    )
