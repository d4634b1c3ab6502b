"""What a search gives: its hits, each worked out when it is looked at.

What a hit tells is said in `Hit` and worked out in `hit`, from what the corpus holds of its
section; screens and exports draw that and look up nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from plan_tui.model.outline_enums import MatchedIn, TextPlace
from plan_tui.search.matches import TITLES, MatchTier
from plan_tui.search.ranking import is_similar
from plan_tui.search.strings import ahead
from plan_tui.text.fold import fold_spelling, fold_spelling_map
from plan_tui.text.ranges import merge_ranges
from plan_tui.text.record import record
from plan_tui.text.width import CUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import overload

    from plan_tui.model.comparison import Mark
    from plan_tui.model.outline_enums import SearchTier
    from plan_tui.model.records import Section
    from plan_tui.search.corpus import Corpus
    from plan_tui.search.matches import Match
    from plan_tui.search.ranking import Scored

_BEFORE, _LENGTH = 24, 90
"""Characters before the first mark, and in all: about a clause, and what a terminal of 180 columns
shows in a line. Set by hand; moves how much is printed around a match."""


@record
class Hit:
    """A section that matches a query, at the place where it matches best."""

    section: Section
    score: float
    """0 to 1, higher is better."""
    matched: MatchedIn
    """Where it matches."""
    why: SearchTier
    """The tier that found it."""
    snippet: str
    """Printed words around the match."""
    marks: tuple[Mark, ...]
    """The matched characters of ``snippet``; no two ranges touch."""
    title_marks: tuple[Mark, ...] = ()
    """The matched characters of the section's title; no two ranges touch."""
    words: tuple[str, ...] = ()
    """The printed words that matched, for marking them wherever they stand in the section."""
    without: tuple[str, ...] = ()
    """Words of the query that stand nowhere in the section."""
    newest: Section | None = None
    """Its whole counterpart in the newest edition, where one is asserted and it is older."""

    @property
    def similar(self) -> bool:
        """True if the section is only like the query: an error, some of the words, a like sound."""
        return is_similar(self.why, 100 * self.score)


@record
class SearchResult:
    """The ranked hits of one query."""

    query: str
    hits: Sequence[Hit]
    """Those that hold all of the query first, then similar ones."""
    total: int
    """Hits before the limit."""
    facets: dict[str, dict[str, int]]
    """``edition``, ``kind``, ``chapter`` → value → number of hits before the limit."""
    tried: tuple[SearchTier, ...] = ()
    """Tiers that found nothing anywhere; empty if it is the filters that leave no hit."""
    nearest: Sequence[Hit] = ()
    """The nearest sections, when ``hits`` is empty."""
    similar: int = 0
    """How many of ``total`` are only similar."""
    left_out: tuple[str, ...] = ()
    """Words of a question that were taken off, where the hits are found by the others."""


class Hits(Sequence[Hit]):
    """Hits in order; each is made once, when it is first asked for: a list draws few of them.

    Args:
        count: how many there are.
        read: reads what the hits at some places are made of, all together.
        make: makes the hit at a place.

    """

    def __init__(
        self, count: int, read: Callable[[Sequence[int]], None], make: Callable[[int], Hit]
    ) -> None:
        self._places = range(count)
        self._read = read
        self._make = cache(make)

    def __len__(self) -> int:
        return len(self._places)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: int) -> Hit: ...
        @overload
        def __getitem__(self, place: slice) -> tuple[Hit, ...]: ...

    def __getitem__(self, place: int | slice) -> Hit | tuple[Hit, ...]:
        """Return one hit, or several: those are read together."""
        if isinstance(place, slice):
            hits = list[Hit]()
            for some in ahead(self._places[place]):
                self._read(some)
                hits += map(self._make, some)
            return tuple(hits)
        return self._make(self._places[place])


def hit(corpus: Corpus, n: int, scored: Scored, phrase: str) -> Hit:
    """Return section ``n`` as the hit of ``phrase``, with the printed words around the match."""
    section = corpus.section(n)
    best = scored.matches[0] if scored.matches else None
    marked = [
        (match.place, text := match.text, match.marks() or in_common(phrase, text))
        for match in scored.matches
    ]
    shown_text = section.title if best is None or marked[0][0] in TITLES else marked[0][1]
    shown, shown_marks = snippet(
        shown_text, [mark for _, text, marks in marked if text == shown_text for mark in marks]
    )
    title_marks = [mark for place, _, marks in marked if place is TextPlace.TITLE for mark in marks]
    return Hit(
        section,
        round(scored.weight / 100, 4),
        _matched(best),
        scored.why,
        shown,
        shown_marks,
        merge_ranges(title_marks, len(section.title)),
        tuple({text[low:high]: 0 for _, text, marks in marked for low, high in marks}),
        scored.without,
        corpus.newest(n),
    )


def _matched(best: Match | None) -> MatchedIn:
    if best is None or best.place is TextPlace.TITLE_EN:
        return MatchedIn.TITLE
    if best.tier is MatchTier.READING and best.place is TextPlace.TITLE:
        return MatchedIn.READING
    return MatchedIn(best.place)


def snippet(text: str, marks: Iterable[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """Return the part of ``text`` around the first mark, and the marks that stand in it.

    Cut ends are shown by `CUT`; line breaks and tabs are shown as blanks, so that the snippet
    is one line.
    """
    ordered = merge_ranges(marks, len(text))
    first = ordered[0][0] if ordered else 0
    start = 0 if len(text) <= _LENGTH else max(0, min(first - _BEFORE, len(text) - _LENGTH))
    end = min(len(text), start + _LENGTH)
    head, tail = CUT if start else "", CUT if end < len(text) else ""
    shift = len(head) - start
    inside = [(low, high) for low, high in ordered if low < end and high > start]
    shown = tuple([(max(low, start) + shift, min(high, end) + shift) for low, high in inside])
    return head + text[start:end].replace("\n", " ").replace("\t", " ") + tail, shown


def in_common(phrase: str, text: str) -> tuple[Mark, ...]:
    """Return what ``text`` has in common with a phrase that is like it as a whole.

    Single characters are left out: they are alike by chance.
    """
    from rapidfuzz.distance import Indel

    folded = fold_spelling_map(text)
    blocks = Indel.opcodes(fold_spelling(phrase), folded.text)
    return tuple(
        folded.printed(block.dest_start, block.dest_end)
        for block in blocks
        if block.tag == "equal" and block.dest_end - block.dest_start > 1
    )
