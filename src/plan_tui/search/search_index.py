"""Search over everything: one query in, ranked hits out, one a section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from plan_tui.model.comparison import SIMILAR, Hit, SearchResult
from plan_tui.model.enums import SearchTier
from plan_tui.model.records import Section
from plan_tui.query.grammar import Query, parse_query
from plan_tui.query.selector import Selector
from plan_tui.search.aliases import Aliases
from plan_tui.search.corpus import Corpus
from plan_tui.search.finder import Finder
from plan_tui.search.hits import Hits, hit
from plan_tui.search.scoreboard import Scoreboard, Scored
from plan_tui.store.plan import Plan
from plan_tui.store.search_queries import aliases

_NEAREST = 5
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
TIERS = tuple(t for t in SearchTier if t not in (SearchTier.SOME, SearchTier.LISTED))
"""The ways of finding, in the order in which they are tried; see `Hit.why`."""


class SearchIndex:
    """The searchable plan. Loads when first searched; belongs to its plan's thread.

    Attributes:
        selector: applies filters to sections.

    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._last: tuple[tuple[str, ...], Scoreboard] | None = None
        self.selector = Selector(plan)

    @cached_property
    def corpus(self) -> Corpus:
        """The strings in memory."""
        return Corpus(self._plan)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.corpus, Aliases(aliases(self._plan)), self.selector.facts.numbers)

    def search(self, text: str, limit: int | None = None) -> SearchResult:
        """Return the hits of a query, best first.

        Raises:
            UsageError: a filter is wrong.

        """
        query, board = self._found(text)
        order = sorted(board, key=lambda n: self._order(n, board[n]))
        hits = self._hits(board, order[:limit], query.text)
        similar = sum(board[n].why in SIMILAR for n in order)
        result = SearchResult(text, hits, len(order), self._facets(order), similar=similar)
        return result if hits or not query.words else self._nothing(result, query)

    def sections(self, text: str) -> tuple[Section, ...]:
        """Return the sections that a query finds, in reading order; cheaper than their hits.

        Raises:
            UsageError: a filter is wrong.

        """
        _, board = self._found(text)
        return tuple(self.corpus.sections[n] for n in sorted(board))

    def _found(self, text: str) -> tuple[Query, Scoreboard]:
        query = parse_query(_CONTROL.sub(" ", text))
        if query.without and self._finder.is_name(text):
            # A title with a dash in it, not a word to leave out.
            query = Query(text, (text.strip(),), (), ())
        passes = self.selector.passes(query)
        sections = self.corpus.sections
        if query.words:
            board = self._board(query.words)
        elif query.filters or query.without:
            board = Scoreboard(
                {n: Scored(0.0, SearchTier.LISTED, ()) for n in range(len(sections))}
            )
        else:
            return query, Scoreboard()
        # Only now, so that a filter takes hits away and never lets looser ones in.
        if query.filters:
            board = Scoreboard({n: scored for n, scored in board.items() if passes(sections[n])})
        for word in query.without:
            holding = self._finder.holding(word)
            board = Scoreboard({n: scored for n, scored in board.items() if n not in holding})
        return query, board

    def _board(self, words: tuple[str, ...]) -> Scoreboard:
        """Return all that words find, whatever the filters; not to be changed.

        While a filter is typed its words are asked for again and again, so the last are kept.
        """
        if self._last is None or self._last[0] != words:
            self._last = words, self._finder.find(words)
        return self._last[1]

    def _order(self, n: int, scored: Scored) -> tuple[bool, float, int, int, int]:
        section = self.corpus.sections[n]
        newest_first = -self.corpus.edition_order[section.edition_id]
        whole, weight = scored.rank
        return (not whole, -weight, section.depth, newest_first, n)

    def _hits(self, board: Scoreboard, order: list[int], phrase: str) -> Sequence[Hit]:
        def make(place: int) -> Hit:
            n = order[place]
            return hit(self.corpus.sections[n], board[n], phrase)

        return Hits(len(order), make) if order else ()

    def _facets(self, order: list[int]) -> dict[str, dict[str, int]]:
        sections = [self.corpus.sections[n] for n in order]
        chapters = self.selector.facts.chapters
        return {
            "edition": dict(Counter(section.edition_id for section in sections)),
            "kind": dict(Counter(section.kind for section in sections)),
            "chapter": dict(
                Counter(chapters[section.id] for section in sections if section.id in chapters)
            ),
        }

    def _nothing(self, result: SearchResult, query: Query) -> SearchResult:
        """Return the result of a query without a hit, with what comes nearest.

        That is what the filters took away, or else titles that are a little like the query.
        """
        board = self._board(query.words)
        tried = () if board else TIERS
        if tried:
            board = self._finder.nearest(query.text, _NEAREST)
        order = sorted(board, key=lambda n: self._order(n, board[n]))[:_NEAREST]
        nearest = self._hits(board, order, query.text)
        return SearchResult(result.query, (), 0, result.facets, tried, nearest)
