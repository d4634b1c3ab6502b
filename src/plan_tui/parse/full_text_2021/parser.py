"""The parser of the 2021 full text: parts, numbered sections and the measure cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.common.footnote_marks import Mark, find_marks, without_marks
from plan_tui.parse.full_text_2021.pages import LineOfPage, Pages, read_pages
from plan_tui.parse.full_text_2021.paragraphs import footnote, paragraphs
from plan_tui.parse.full_text_2021.sections import SectionBuilder
from plan_tui.text.traced import Place


def parse(lines: Sequence[str]) -> ParsedDocument:
    """Parse the source's ``lines`` (line n is ``lines[n - 1]``)."""
    pages = read_pages(lines)
    marks = _marks_by_place(pages)
    all_marks = [mark for marks_there in marks.values() for mark in marks_there]
    body = [
        LineOfPage(without_marks(line.text, all_marks), line.ends, line.opens_page)
        for page in pages.pages
        for line in page.body
    ]
    builder = SectionBuilder(marks)
    body_paragraphs = list(paragraphs(body))
    for paragraph, following in zip(body_paragraphs, [*body_paragraphs[1:], None], strict=False):
        builder.add(paragraph, following)
    return ParsedDocument(
        sections=builder.sections(),
        footnotes=tuple(footnote(note) for page in pages.pages for note in page.notes),
        ruby=tuple(pages.ruby),
        furniture=(*pages.furniture, *builder.furniture),
    )


def _marks_by_place(pages: Pages) -> dict[Place, list[Mark]]:
    """Find the footnote marks of all pages; they are keyed by `Mark.after`."""
    marks: dict[Place, list[Mark]] = defaultdict(list)
    for page in pages.pages:
        texts = [line.text for line in page.body]
        for mark in find_marks(texts, [note.value for note in page.notes]):
            if mark.after is not None:
                marks[mark.after].append(mark)
    return marks
