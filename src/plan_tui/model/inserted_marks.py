"""Text cut at marks: footnote numbers put back where they stood, matches made visible."""

from __future__ import annotations

from plan_tui.text.ranges import merge_ranges

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from plan_tui.model.records import FootnoteRef, SectionText
    from plan_tui.text.ranges import Range

    Part = TypeVar("Part")
    """What a stretch of text is written as: text again, or runs of a document."""


def with_notes(
    text: str,
    refs: Iterable[FootnoteRef],
    words: Callable[[str], Part],
    mark: Callable[[str], Part],
) -> list[Part]:
    """Return the parts of ``text`` with each footnote's mark at its offset.

    Stretches of text go through ``words``, numbers through ``mark``; marks that stand at one
    place keep their order. An offset past the end counts as the end.
    """
    parts, start = [], 0
    for ref in sorted(refs, key=lambda ref: ref.offset):
        end = min(max(ref.offset, start), len(text))
        parts += [words(text[start:end]), mark(ref.number)]
        start = end
    return [*parts, words(text[start:])]


def with_ranges(
    text: str,
    ranges: Iterable[Range],
    words: Callable[[str], Part],
    marked: Callable[[str], Part],
) -> list[Part]:
    """Return the parts of ``text``: what ``ranges`` cover by ``marked``, the rest by ``words``.

    Ranges that overlap or touch are one; empty ones are nothing.
    """
    parts, position = [], 0
    for start, end in merge_ranges(ranges, len(text)):
        parts += [words(text[position:start]), marked(text[start:end])]
        position = end
    return [*parts, words(text[position:])]


def title_refs(text: SectionText) -> list[FootnoteRef]:
    """Return the footnote marks that stand in a section's title."""
    return [ref for ref in text.refs if ref.block_id is None and ref.kpi_id is None]


def block_refs(text: SectionText, block_id: int) -> list[FootnoteRef]:
    """Return the footnote marks that stand in one block."""
    return [ref for ref in text.refs if ref.block_id == block_id]


def kpi_refs(text: SectionText, kpi_id: int) -> list[FootnoteRef]:
    """Return the footnote marks that stand in one KPI."""
    return [ref for ref in text.refs if ref.kpi_id == kpi_id]
