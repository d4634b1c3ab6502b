"""Slide decks: a contents page, slide titles, and what stands on the slides."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.common.markup import Leftovers
from plan_tui.parse.slides.blocks import join_open, read_units
from plan_tui.parse.slides.chapters import chapter_outline
from plan_tui.parse.slides.contents import read_contents
from plan_tui.parse.slides.entries import entry_outline
from plan_tui.parse.slides.notes import take_footnotes
from plan_tui.parse.slides.outline import Draft, finish
from plan_tui.text.traced import Traced


def parse(lines: Sequence[str]) -> ParsedDocument:
    """Parse a deck's lines.

    A contents page of several levels is the outline, and each entry is sought on the slides;
    one of chapters only gives the chapters, and the slides give the rest. Without a contents
    page the whole deck is read as one chapter's slides.
    """
    left = Leftovers()
    numbered = list(enumerate(lines, 1))
    contents = read_contents(numbered)
    body = numbered
    if contents is not None:
        for number, text in numbered[: contents.start]:
            left.put(FurnitureKind.COVER, Traced.of_line(number, text))
        left.put(FurnitureKind.CONTENTS, contents.head)
        body = numbered[contents.end :]
    units = join_open(read_units(body, left))
    units, marks, footnotes = take_footnotes(units, left)
    drafts: list[Draft]
    if contents is not None and contents.deep:
        drafts = entry_outline(contents.entries, units, left)
    else:
        drafts = chapter_outline(contents.entries if contents else (), units, left)
    return ParsedDocument(
        sections=finish(drafts, marks),
        footnotes=tuple(footnotes),
        ruby=tuple(left.ruby),
        furniture=left.in_order(),
    )
