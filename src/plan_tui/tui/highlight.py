"""Where the words of a query stand in a text, in any spelling that folds to the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.errors import UsageError
from plan_tui.model.comparison import Mark
from plan_tui.model.enums import TextPlace
from plan_tui.query.grammar import parse_query
from plan_tui.text.fold import fold_spelling, fold_spelling_map
from plan_tui.text.ranges import merge_ranges
from plan_tui.tui.render.marked_text import MarkFinder, find_nothing


@dataclass(frozen=True, slots=True)
class Spot:
    """Printed words at their place in a section."""

    place: TextPlace
    passage: str
    """The block, KPI or footnote, whole."""
    start: int
    end: int


def spot_finder(spot: Spot) -> MarkFinder:
    """Return a function that marks the words of a spot, in its passage or in its table's cell."""
    first = max(spot.passage.rfind(sign, 0, spot.start) for sign in "\t\n") + 1
    ends = [at for sign in "\t\n" if (at := spot.passage.find(sign, spot.end)) >= 0]
    cell = spot.passage[first : min(ends, default=len(spot.passage))]

    def find(text: str) -> Sequence[Mark]:
        if text == spot.passage:
            return [(spot.start, spot.end)]
        return [(spot.start - first, spot.end - first)] if text == cell else []

    return find


def finder(query: str) -> MarkFinder:
    """Return a function that gives the ranges of a text where a word of ``query`` stands."""
    try:
        words = parse_query(query).words
    except UsageError:
        words = ()
    wanted = [folded for word in words if (folded := fold_spelling(word).replace("\0", ""))]
    if not wanted:
        return find_nothing

    def find(text: str) -> Sequence[Mark]:
        folded = fold_spelling_map(text)
        found = set()
        for word in wanted:
            at = folded.text.find(word)
            while at >= 0:
                found.add(folded.printed(at, at + len(word)))
                at = folded.text.find(word, at + len(word))
        return merge_ranges(found, len(text))

    return find
