"""The whole proof of understanding: each check in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plan_tui.model.doubts import Doubt
from plan_tui.model.enums import Layout
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.understanding.block_check import check_blocks
from plan_tui.parse.understanding.character_check import check_characters
from plan_tui.parse.understanding.contents_check import check_contents
from plan_tui.parse.understanding.footnote_check import check_footnotes
from plan_tui.parse.understanding.layout_check import check_layout
from plan_tui.parse.understanding.lost_heading_check import check_lost_headings
from plan_tui.parse.understanding.note_heading_check import check_note_headings
from plan_tui.parse.understanding.numbering_check import check_numbering
from plan_tui.parse.understanding.page_check import check_page_numbers, check_text_is_there
from plan_tui.parse.understanding.read_source import ReadSource
from plan_tui.parse.understanding.share_check import check_shares

_CHECKS: tuple[Callable[[ReadSource], Iterator[Doubt]], ...] = (
    check_text_is_there,
    check_layout,
    check_contents,
    check_numbering,
    check_lost_headings,
    check_footnotes,
    check_note_headings,
    check_page_numbers,
    check_shares,
    check_blocks,
    check_characters,
)


def understanding(text: PagedText, parsed: ParsedDocument, layout: Layout) -> tuple[Doubt, ...]:
    """Return what is in doubt of a source's reading, check by check, each in reading order.

    Two notes say how much was found: `DoubtKind.CONTENTS_FOUND` and `DoubtKind.FOOTNOTES_FOUND`,
    the number there should be in ``expected``, the number that is right in ``found``.
    """
    source = ReadSource.of(text, parsed, layout)
    return tuple(doubt for check in _CHECKS for doubt in check(source))
