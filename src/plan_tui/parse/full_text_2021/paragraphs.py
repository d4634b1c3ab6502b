"""The paragraphs of the 2021 full text, put together from its printed lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plan_tui.model.parsed import ParsedFootnote
from plan_tui.parse.common.columns import read_items
from plan_tui.parse.common.kpi_lists import kpi_label
from plan_tui.parse.common.numbering import LEVELS_2021, labels
from plan_tui.parse.common.spacing import join_lines, separates_words, without_inserted_blanks
from plan_tui.parse.full_text_2021.pages import LineOfPage, Note
from plan_tui.text.traced import Traced
from plan_tui.text.width import width

Paragraph = list[Traced]
"""A paragraph's printed lines; the first begins with a solid character."""

BULLET = re.compile(r"[・○●◆◇■□▪►－]")
SENTENCE_END = "。"
_ARTICLE = re.compile(r"第\s*([0-9０-９]+)\s*条")
_FULL = 0.75
"""How wide a line is at least, as a part of the page's widest line, that had no room for one more
Latin word. The words that lines break at in the source reach 0.95; much lower values would join
paragraphs that end in Latin and begin with it."""


def paragraphs(lines: Sequence[LineOfPage]) -> Iterator[Paragraph]:
    """Yield the paragraphs that ``lines`` make, by the marked ends of lines and by page heads."""
    group: list[LineOfPage] = []
    for page in _pages(lines):
        widest = max(width(line.text.text) for line in page)
        for line in page:
            if group and _starts_anew(group[-1], line, widest):
                yield _texts(group)
                group = []
            group.append(line)
    if group:
        yield _texts(group)


def _pages(lines: Sequence[LineOfPage]) -> list[list[LineOfPage]]:
    pages: list[list[LineOfPage]] = []
    for line in lines:
        if line.opens_page or not pages:
            pages.append([])
        pages[-1].append(line)
    return pages


def _starts_anew(before: LineOfPage, line: LineOfPage, widest: int) -> bool:
    """Return whether ``line`` begins a paragraph.

    It does when a blank marks the end of the line before, unless that blank separates two Latin
    words and the line had no room for the second; and when a page begins with a heading or a
    bullet after a complete sentence. ``widest`` is the width of the page's widest line, in
    half-width columns.
    """
    if before.ends:
        return not (
            separates_words(before.text.text, line.text.text.lstrip())
            and _has_no_room(before.text.text, line.text.text, widest)
        )
    if not line.opens_page:
        return False
    text = line.text.text
    labelled = any(labels(text, LEVELS_2021)) or BULLET.match(text) or kpi_label(line.text)
    return bool(labelled) and before.text.text.endswith(SENTENCE_END)


def _has_no_room(before: str, after: str, widest: int) -> bool:
    """Return whether the first Latin word of ``after`` would hardly have fitted on ``before``."""
    word = after.split(maxsplit=1)[0]
    latin = word[: next((i for i, c in enumerate(word) if not c.isascii()), len(word))]
    return width(before) + 1 + width(latin) >= _FULL * widest


def _texts(group: Sequence[LineOfPage]) -> Paragraph:
    first, *rest = [line.text for line in group]
    return [first.strip(), *rest]


def clean(texts: Sequence[Traced]) -> Traced:
    """Join printed lines to clean text; blanks that were printed between words stay."""
    return join_lines(texts, keep_japanese=True)


def footnote(note: Note) -> ParsedFootnote:
    """Return a footnote; line breaks stand between its paragraphs, and a list of articles last."""
    note_paragraphs = list(paragraphs(note.lines))
    articles = [p for p in note_paragraphs[1:] if len(p) == 1 and _ARTICLE.match(p[0].text)]
    parts = [clean(paragraph) for paragraph in note_paragraphs if paragraph not in articles]
    for item in read_items([paragraph[0] for paragraph in articles], _ARTICLE):
        parts.append(without_inserted_blanks(item.label + item.text, keep_japanese=True))
    return ParsedFootnote(note.number, Traced.join(parts, "\n"))
