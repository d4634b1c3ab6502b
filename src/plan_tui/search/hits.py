"""Hits, each worked out when it is looked at: a list draws only those that it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import overload

from plan_tui.model.comparison import Hit
from plan_tui.model.enums import MatchedIn, TextPlace
from plan_tui.model.records import Section
from plan_tui.search.matches import TITLES, Match, MatchTier
from plan_tui.search.scoreboard import Scored
from plan_tui.search.snippet import in_common, snippet
from plan_tui.text.ranges import merge_ranges


class Hits(Sequence[Hit]):
    """Hits in order; each is made once, when it is first asked for."""

    def __init__(self, count: int, make: Callable[[int], Hit]) -> None:
        self._places = range(count)
        self._make = cache(make)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Hit, ...]: ...

    def __getitem__(self, place: int | slice) -> Hit | tuple[Hit, ...]:
        """Return one hit, or several."""
        if isinstance(place, slice):
            return tuple(map(self._make, self._places[place]))
        return self._make(self._places[place])


def hit(section: Section, scored: Scored, phrase: str) -> Hit:
    """Return a section as the hit of ``phrase``, with the printed words around the match."""
    best = scored.found[0] if scored.found else None
    text = section.title if best is None or best.place in TITLES else best.text
    marked = [(found, found.text, found.marks()) for found in scored.found]
    marked = [(found, own, marks or in_common(phrase, own)) for found, own, marks in marked]
    shown, shown_marks = snippet(
        text, [m for _, own, marks in marked if own == text for m in marks]
    )
    title_marks = [m for found, _, marks in marked if found.place is TextPlace.TITLE for m in marks]
    return Hit(
        section,
        round(scored.weight / 100, 4),
        _matched(best),
        scored.why,
        shown,
        shown_marks,
        merge_ranges(title_marks, len(section.title)),
        tuple(dict.fromkeys(own[low:high] for _, own, marks in marked for low, high in marks)),
        scored.without,
    )


def _matched(best: Match | None) -> MatchedIn:
    if best is None or best.place is TextPlace.TITLE_EN:
        return MatchedIn.TITLE
    if best.tier is MatchTier.READING and best.place is TextPlace.TITLE:
        return MatchedIn.READING
    return MatchedIn(best.place)
