"""The parser of slide decks: a contents page, slide titles, and what stands on the slides."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.slides.chapter_outline import chapter_outline
from plan_tui.parse.slides.contents import read_contents
from plan_tui.parse.slides.contents_outline import contents_outline
from plan_tui.parse.slides.drafts import SectionDraft, finished_sections
from plan_tui.parse.slides.slide_footnotes import take_footnotes
from plan_tui.parse.slides.unit_reader import join_open_lines, read_units
from plan_tui.text.traced import Traced


def parse(lines: Sequence[str]) -> ParsedDocument:
    """Parse a deck's lines.

    A contents page of several levels is the outline, and each entry is looked for on the slides;
    one that lists chapters alone gives the chapters, and the slides the levels below. Without a
    contents page the whole deck is read as the slides of one chapter.
    """
    furniture = FurnitureCollector()
    numbered = list(enumerate(lines, 1))
    contents = read_contents(numbered)
    body = numbered
    if contents is not None:
        for number, text in numbered[: contents.start]:
            furniture.put(FurnitureKind.COVER, Traced.of_line(number, text))
        furniture.put(FurnitureKind.CONTENTS, contents.heading)
        body = numbered[contents.end :]
    units = join_open_lines(read_units(body, furniture))
    units, marks, footnotes = take_footnotes(units, furniture)
    drafts: list[SectionDraft]
    if contents is not None and contents.deep:
        drafts = contents_outline(contents.entries, units, furniture)
    else:
        drafts = chapter_outline(contents.entries if contents else (), units, furniture)
    return ParsedDocument(
        sections=finished_sections(drafts, marks),
        footnotes=tuple(footnotes),
        ruby=tuple(furniture.ruby),
        furniture=furniture.in_order(),
    )
