"""Text cut at marks: footnote numbers put back where they stood, matches made visible."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plan_tui.model.records import FootnoteRef, SectionText
from plan_tui.text.ranges import Range, merge_ranges

Words = Callable[[str], str]
"""How a stretch of plain text is written."""
Mark = Callable[[str], str]
"""How a footnote's number is written."""


def with_notes(text: str, refs: Iterable[FootnoteRef], words: Words, mark: Mark) -> str:
    """Return ``text`` with each footnote's mark at its offset.

    Stretches of text go through ``words``, numbers through ``mark``; marks that stand at one
    place keep their order. An offset past the end counts as the end.
    """
    written, start = [], 0
    for ref in sorted(refs, key=lambda ref: ref.offset):
        end = min(max(ref.offset, start), len(text))
        written += [words(text[start:end]), mark(ref.number)]
        start = end
    return "".join([*written, words(text[start:])])


def with_ranges(
    text: str, ranges: Iterable[Range], words: Words, marked: Callable[[str], str]
) -> str:
    """Return ``text`` with the characters in ``ranges`` written by ``marked``, others by ``words``.

    Ranges that overlap or touch are one; empty ones are nothing.
    """
    written, position = [], 0
    for start, end in merge_ranges(ranges, len(text)):
        written += [words(text[position:start]), marked(text[start:end])]
        position = end
    return "".join([*written, words(text[position:])])


def title_refs(text: SectionText) -> list[FootnoteRef]:
    """Return the footnote marks that stand in a section's title."""
    return [ref for ref in text.refs if ref.block_id is None and ref.kpi_id is None]


def block_refs(text: SectionText, block_id: int) -> list[FootnoteRef]:
    """Return the footnote marks that stand in one block."""
    return [ref for ref in text.refs if ref.block_id == block_id]


def kpi_refs(text: SectionText, kpi_id: int) -> list[FootnoteRef]:
    """Return the footnote marks that stand in one KPI."""
    return [ref for ref in text.refs if ref.kpi_id == kpi_id]
