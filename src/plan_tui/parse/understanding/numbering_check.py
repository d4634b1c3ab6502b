"""Whether headings follow their numbering: below one heading 1, 2, 3 … in each style of label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import SectionKind
from plan_tui.parse.understanding.heading_number import HeadingNumber, heading_numbers
from plan_tui.parse.understanding.read_source import ReadSource, heading_line, heading_words

_Styles = dict[tuple[int, str], HeadingNumber]
"""Depth in the outline and style of a label → the number that was there last."""


def check_numbering(source: ReadSource) -> Iterator[Doubt]:
    """Yield each heading before which one is missing, or whose number stands there already.

    A numbering that goes on through several headings above it (measures, chapters) is followed
    too; after a heading without a number it may begin anew.
    """
    siblings: _Styles = {}
    earlier: _Styles = {}
    for section in source.document.sections:
        if not source.flows and section.kind in (SectionKind.ITEM, SectionKind.SLIDE):
            continue  # slides quote single headings of other texts
        depth = section.depth
        ways = heading_numbers(section.label.text)
        siblings = {
            key: number
            for key, number in siblings.items()
            if key[0] < depth or (ways and key[0] == depth)
        }
        if not ways:
            continue
        right = _right_ways(ways, depth, siblings, earlier)
        if not right:
            expected = _expected(ways, depth, siblings)
            line, words = heading_line(section), heading_words(section)
            kind = DoubtKind.NUMBERING
            yield source.at(kind, Severity.ERROR, line, expected, words)
        now = {(depth, way.style): way for way in right or ways}
        for way in ways:
            siblings.pop((depth, way.style), None)
        siblings |= now
        earlier |= now


def _right_ways(
    ways: Sequence[HeadingNumber], depth: int, siblings: _Styles, earlier: _Styles
) -> list[HeadingNumber]:
    """Return the ways to read a label by which it may stand there.

    Where a numbering goes on, it has to go on: another way to read the label may not begin one.
    """
    going = [way for way in ways if (depth, way.style) in siblings]
    if going:
        return [way for way in going if way.follows(siblings[depth, way.style])]
    return [
        way
        for way in ways
        if way.is_first
        or ((depth, way.style) in earlier and way.follows(earlier[depth, way.style]))
    ]


def _expected(ways: Sequence[HeadingNumber], depth: int, siblings: _Styles) -> str:
    """Return the number that should stand there, in digits: ``3`` or ``2-1``."""
    for way in ways:
        before = siblings.get((depth, way.style))
        if before:
            *first, last = before.values
            return "-".join(map(str, (*first, last + 1)))
    *first, _ = ways[0].values
    return "-".join(map(str, (*first, 1)))
