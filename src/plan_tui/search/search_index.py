"""Search over everything: one query in, ranked hits out, one a section."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from plan_tui.model.outline_enums import SearchTier
from plan_tui.query.grammar import Query, parse_query
from plan_tui.search.aliases import Aliases
from plan_tui.search.corpus import Corpus
from plan_tui.search.finder import Finder
from plan_tui.search.hits import Hits, SearchResult, hit
from plan_tui.search.matches import read_together
from plan_tui.search.ranking import Scoreboard, Scored, SharedScore
from plan_tui.store.alias_queries import StoredAliases
from plan_tui.text.characters import readable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.records import Section
    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.search.hits import Hit
    from plan_tui.store.plan import Plan

_NEAREST = 5
"""Sections that are offered where nothing is found: as many as are read at a glance, by hand."""
_READ_TOGETHER = 32
"""Hits whose sections are read at once: about a screen of them."""
_CONTROLS_AS_BLANKS = dict.fromkeys((*range(0x20), 0x7F), " ")
TIERS = tuple(tier for tier in SearchTier if tier not in (SearchTier.SOME, SearchTier.LISTED))
"""The ways of finding, in the order in which they are tried; see `Hit.why`."""


class SearchIndex:
    """The searchable plan. Loads when first searched; belongs to its plan's thread."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._last: tuple[tuple[str, ...], Scoreboard] | None = None

    @cached_property
    def filter_facts(self) -> FilterFacts:
        """What the filters of queries ask."""
        from plan_tui.query.filter_facts import FilterFacts

        return FilterFacts(self._plan)

    @cached_property
    def corpus(self) -> Corpus:
        """The strings in memory."""
        return Corpus(self._plan)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.corpus, Aliases(StoredAliases(self._plan)))

    def search(self, text: str, limit: int | None = None) -> SearchResult:
        """Return the hits of a query, best first.

        Raises:
            UsageError: a filter is wrong.

        """
        query = self._taken(parse_query(readable(text).translate(_CONTROLS_AS_BLANKS)))
        scores = self._filtered(query, self._scores(query.words))
        order, similar = self._in_order(scores)
        hits = self._hits(scores, order[:limit], query.text)
        result = SearchResult(
            text,
            hits,
            len(order),
            self.corpus.facets(order),
            similar=similar,
            left_out=self._scores(query.words).left_out,
        )
        return result if hits or not query.words else self._nothing(result, query)

    def sections(self, query: Query) -> tuple[Section, ...]:
        """Return the sections that a query finds, in reading order; cheaper than their hits.

        Raises:
            UsageError: a filter is wrong.

        """
        query = self._taken(query)
        scores = self._filtered(query, self._scores(query.words))
        return self.corpus.sections(sorted(scores))

    def holding(self, query: Query) -> tuple[Section, ...]:
        """Return the sections that hold all words of a query, in reading order, for lists.

        A list shows no reasons, so unlike `search` it takes nothing that is only like the words
        where some section holds them: as they are spelled in any way, by their reading, or as an
        alias, each in the section or in a title above it. The words are folded first, so that
        equal spellings give equal rows in whatever way they are found.

        Raises:
            UsageError: a filter is wrong.

        """
        from plan_tui.query.word_matcher import with_folded_words

        query = with_folded_words(self._taken(query))
        words = tuple(map(self._finder.usual_form, query.words))
        scores = self._filtered(query, self._finder.held(words) or self._scores(words))
        return self.corpus.sections(sorted(scores))

    def _taken(self, query: Query) -> Query:
        """Return a query; its whole text as one word where that is a title with a dash in it."""
        if query.without and self._finder.is_name(query.raw):
            return Query(query.raw, (query.raw.strip(),), (), ())
        return query

    def _scores(self, words: tuple[str, ...]) -> Scoreboard:
        """Return all that words find, whatever the filters; not to be changed.

        While a filter is typed its words are asked for again and again, so the last are kept.
        """
        if not words:
            return Scoreboard()
        if self._last is None or self._last[0] != words:
            self._last = words, self._finder.find(words)
        return self._last[1]

    def _filtered(self, query: Query, scores: Scoreboard) -> Scoreboard:
        """Return what a query's filters leave of what its words found.

        They come after the words, so that a filter takes hits away and never lets looser ones in.
        """
        corpus = self.corpus
        if not query.words and (query.filters or query.without):
            listed = Scored(0.0, SearchTier.LISTED, ())
            scores = Scoreboard(dict.fromkeys(range(len(corpus)), listed))
        if query.filters:
            from plan_tui.query.selector import section_test

            passes = section_test(query, self.filter_facts)
            corpus.load(scores)
            kept = ((n, scored) for n, scored in scores.items() if passes(corpus.section(n)))
            scores = Scoreboard(kept)
        for word in query.without:
            holding = self._finder.holding(word)
            scores = Scoreboard({n: scored for n, scored in scores.items() if n not in holding})
        return scores

    def _in_order(self, scores: Scoreboard) -> tuple[list[int], int]:
        """Return the numbers of the sections found, best first, and how many are only similar.

        All that hold the whole query come before those that are only like it (`Scored.rank`), then
        the weight decides, then the section's place in `Corpus.order`.
        """
        place = self.corpus.order.__getitem__
        by_offer = defaultdict[Scored | SharedScore, list[int]](list)
        for n, held in scores.items():
            by_offer[held].append(n)
        alike = defaultdict[tuple[bool, float], list[int]](list)
        for held, numbers in by_offer.items():
            alike[held.rank] += numbers
        ranks = sorted(alike, reverse=True)
        order = [n for rank in ranks for n in sorted(alike[rank], key=place)]
        return order, sum(len(alike[rank]) for rank in ranks if not rank[0])

    def _hits(self, scores: Scoreboard, order: list[int], phrase: str) -> Sequence[Hit]:
        scored: dict[int, Scored] = {}

        def read(places: Sequence[int]) -> None:
            some = [order[place] for place in places]
            self.corpus.load_hits(some)
            read_together(string for n in some for string in scores[n].looked_at(n))
            scored.update((n, scores[n].scored(n)) for n in some)
            held = (match for n in some for match in scored[n].matches)
            read_together((match.layer.printed, match.unit) for match in held)

        def make(place: int) -> Hit:
            n = order[place]
            if n not in scored:
                # What follows is drawn too, as a rule, and read with it.
                read(range(place, min(place + _READ_TOGETHER, len(order))))
            return hit(self.corpus, n, scored[n], phrase)

        return Hits(len(order), read, make) if order else ()

    def _nothing(self, result: SearchResult, query: Query) -> SearchResult:
        """Return the result of a query without a hit, with what comes nearest.

        That is what the filters took away, or else titles that are a little like the query.
        """
        scores = self._scores(query.words)
        tried = () if scores else TIERS
        if tried:
            scores = self._finder.nearest(query.text, _NEAREST)
        order = self._in_order(scores)[0][:_NEAREST]
        nearest = self._hits(scores, order, query.text)
        return SearchResult(result.query, (), 0, result.facets, tried, nearest)
