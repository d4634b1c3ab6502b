"""Search over everything: one query in, ranked hits out, one a section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from rapidfuzz import fuzz, process

from plan_tui.model.filters import Query, parse_query
from plan_tui.model.records import Section
from plan_tui.model.views import SIMILAR, Hit, SearchResult
from plan_tui.search.aliases import Aliases
from plan_tui.search.corpus import Corpus, Layer
from plan_tui.search.fuzzy import errors_allowed, subsequences, typos
from plan_tui.search.hits import Hits, Scored, hit
from plan_tui.search.match import Found, Matcher, Matches
from plan_tui.search.rank import MISSPELLED_ALIAS, share_weight, weight, words_weight
from plan_tui.search.words import all_words, halves, most_words, pieces
from plan_tui.search.years import edition_word
from plan_tui.store.read import Plan
from plan_tui.store.read_search import aliases
from plan_tui.store.select import Selector
from plan_tui.text.fold import fold
from plan_tui.text.romaji import romaji_sound, short, sound_of

_FEW = 8
"""Hits below which the fuzzy tiers are asked too."""
_FIRST = 5
"""Hits that hold all words below which those that hold most of them are given too."""
_WHOLE = 50.0
"""Weight from which a hit holds all of the query, spelled rightly."""
_SURE = 95.0
"""Weight of a title that is the query: nothing looser is needed, unless the title is long."""
_NO_TITLE_ELSE = ("all", "letters")
"""Forms of a match with a long title that leave no room for one that differs by a word."""
_LONG_TITLE = 8
"""Characters of a title whose like in another edition may differ by a word or an ending."""
_MOST_PARTS = 8
"""Words into which an unspaced query is cut at most."""
_CUT, _CUT_INSIDE = 2.0, 6.0
"""What words are worth less that were cut out of others, at the borders of scripts or inside."""
_NEAREST = 5
_ALIKE = 72
"""Likeness in percent from which a long phrase is taken to be meant for a title."""
_NEAR = 25
"""Likeness in percent from which a title is offered where nothing is found."""
_LONG = 4
"""Characters of a query that is looked for with one more error if nothing else is found."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
TIERS = ("printed", "folded", "reading", "words", "alias", "subsequence", "typo")


_Board = dict[int, Scored]


class SearchIndex:
    """The searchable plan. Loads when first searched; belongs to its plan's thread.

    Attributes:
        selector: applies filters to sections.

    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._last: tuple[tuple[str, ...], _Board] | None = None
        self.selector = Selector(plan)

    @cached_property
    def corpus(self) -> Corpus:
        """The strings in memory."""
        return Corpus(self._plan)

    @cached_property
    def _aliases(self) -> Aliases:
        return Aliases(aliases(self._plan))

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.corpus, self._aliases)

    @cached_property
    def _names(self) -> dict[str, list[int]]:
        """Folded key, measure number, citation, label, heading → the sections so named."""
        names: dict[str, dict[int, None]] = {}
        named: list[str] = []
        numbers = self.selector.facts.numbers
        for section in self.corpus.sections:
            own = [section.key, section.citation, section.heading, section.label]
            own += [section.key.partition(":")[2], numbers.get(section.id, "")]
            named.append("\0".join(own))
        for n, own_names in enumerate(fold("\1".join(named)).split("\1")):
            for name in own_names.split("\0"):
                if len(name) > 1:
                    names.setdefault(name, {})[n] = None
        return {name: list(found) for name, found in names.items()}

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

    # Finding

    def _found(self, text: str) -> tuple[Query, _Board]:
        query = parse_query(_CONTROL.sub(" ", text))
        if query.without and fold(text) in self._names:
            # A title with a dash in it, not a word to leave out.
            query = Query(text, (text.strip(),), (), ())
        passes = self.selector.passes(query)
        if query.words:
            board = self._board(query.words)
        elif query.filters or query.without:
            board = {n: Scored(0.0, "listed", ()) for n in range(len(self.corpus.sections))}
        else:
            return query, {}
        # Only now, so that a filter takes hits away and never lets looser ones in.
        if query.filters:
            sections = self.corpus.sections
            board = {n: scored for n, scored in board.items() if passes(sections[n])}
        for word in query.without:
            board = self._drop(board, word)
        return query, board

    def _board(self, words: tuple[str, ...]) -> _Board:
        """Return all that words find, whatever the filters; not to be changed.

        While a filter is typed its words are asked for again and again, so the last are kept.
        """
        if self._last is None or self._last[0] != words:
            self._last = words, self._find(words)
        return self._last[1]

    def _find(self, words: tuple[str, ...]) -> _Board:
        board: _Board = {}
        phrase = " ".join(words)
        named = self._names.get(fold(phrase), ())
        for n in named:
            found = Found(self.corpus.titles, n, "printed", "all", 0, 0, True)
            _keep(board, n, 99.5, "printed", (found,))
        self._direct(board, self._matcher.match(phrase))
        if len(words) > 1:
            self._words(board, words)
        sure = [one.found[0] for one in board.values() if one.weight >= _SURE]
        if sure and (len(phrase) < _LONG_TITLE or any(one.form in _NO_TITLE_ELSE for one in sure)):
            return board
        if _few(board):
            self._cut(board, words)
        if _few(board):
            self._fuzzy(board, phrase)
        if not sure and _few(board, _FIRST):
            self._most(board, words)
        if not board and len(phrase) >= _LONG:
            for found in self._typos(self.corpus.titles, phrase, more=1):
                _keep(board, found.section, weight(found), "typo", (found,))
        return board

    def _direct(self, board: _Board, matches: Matches) -> None:
        for found in matches.values():
            why = "folded" if found.tier == "loose" else found.tier
            _keep(board, found.section, weight(found), why, (found,))

    def _words(self, board: _Board, words: Iterable[str], cut: float = 0) -> None:
        words = tuple(dict.fromkeys(words))
        matches = [self._matcher.match(word) for word in words]
        misspelled = cut != _CUT_INSIDE and not all(matches)
        if misspelled:
            pairs = zip(words, matches, strict=True)
            matches = [found or self._misspelled(word) for word, found in pairs]
        editions = [frozenset(filter(None, [edition_word(word)])) for word in words]
        for one in all_words(self.corpus, matches, editions):
            value = words_weight(one.spread, one.found, misspelled) - cut
            _keep(board, one.section, value, "typo" if misspelled else "words", one.found)

    def _cut(self, board: _Board, words: tuple[str, ...]) -> None:
        """Look for the words that an unspaced query seems to be made of."""
        parts = _parts(words)
        if 1 < len(parts) <= _MOST_PARTS and parts != words and min(map(len, parts)) > 1:
            self._words(board, parts, _CUT)
        if len(words) == 1:
            for cut in halves(words[0]):
                if all(map(self._matcher.match, cut)):
                    self._words(board, cut, _CUT_INSIDE)

    def _most(self, board: _Board, words: tuple[str, ...]) -> None:
        """Look for the sections that hold most of the words, where hardly any holds all."""
        editions = {named for word in words if (named := edition_word(word))}
        said = tuple(word for word in words if not edition_word(word))
        cut = [part for part in _parts(said) if len(part) > 1 or part in said]
        parts = [known for part in cut for known in self._known(part)]
        if len(parts) < 2:
            return
        matches = [self._matcher.match(part) for part in parts[:_MOST_PARTS]]
        for n, share, found in most_words(self.corpus, matches):
            if not editions or self.corpus.sections[n].edition_id[:4] in editions:
                lacking = zip(parts, matches, strict=False)
                without = tuple(part for part, found in lacking if n not in found.by_section)
                _keep(board, n, share_weight(share), "some", found, without)

    def _known(self, word: str) -> tuple[str, ...]:
        """Return a word, or the two that it is made of if it stands nowhere and they do."""
        match = self._matcher.match
        if not match(word):
            for cut in halves(word):
                if all(map(match, cut)):
                    return cut
        return (word,)

    def _misspelled(self, word: str) -> Matches:
        found = (*self._typos(self.corpus.titles, word), *self._misheard(word))
        return Matches({(0, one.unit): one for one in found})

    def _fuzzy(self, board: _Board, phrase: str) -> None:
        titles, texts = self.corpus.titles, self.corpus.texts
        for other in self._aliases.misspelled(phrase):
            for found in self._matcher.match(other).values():
                value = weight(found) - MISSPELLED_ALIAS
                _keep(board, found.section, value, "typo", (found,))
        # Not in English titles: without their blanks, letters in order are chance.
        count = len(self.corpus.sections)
        for unit, start, end, quality in subsequences(titles.folded, fold(phrase), count):
            found = Found(titles, unit, "subsequence", "folded", start, end, False, quality)
            _keep(board, found.section, weight(found), found.tier, (found,))
        for found in (*self._typos(titles, phrase), *self._misheard(phrase)):
            _keep(board, found.section, weight(found), "typo", (found,))
        for found in self._alike(phrase):
            _keep(board, found.section, weight(found), "typo", (found,))
        if len(board) < _FEW:
            for found in self._typos(texts, phrase):
                _keep(board, found.section, weight(found), "typo", (found,))

    def _typos(self, layer: Layer, word: str, more: int = 0) -> Iterator[Found]:
        folded = fold(word)
        allowed = errors_allowed(folded) + more
        least = 1 if layer is self.corpus.titles and not more else 2
        for unit, start, end, errors in typos(layer.folded, folded, least_piece=least, more=more):
            quality = 1 - errors / (allowed + 1)
            whole = end - start == len(layer.folded.part(unit))
            yield Found(layer, unit, "typo", "folded", start, end, whole, quality)

    def _alike(self, phrase: str) -> Iterator[Found]:
        """Yield titles that are a long phrase but for a word or several errors."""
        needle = fold(phrase)
        if len(needle) < _LONG_TITLE:
            return
        titles = self.corpus.titles
        for _, score, n in process.extract(
            needle, self._folded_titles, scorer=fuzz.ratio, limit=_FEW, score_cutoff=_ALIKE
        ):
            yield Found(titles, n, "typo", "all", 0, 0, False, score / 100)

    @cached_property
    def _folded_titles(self) -> list[str]:
        """The folded titles, as `rapidfuzz` wants them."""
        return [self.corpus.titles.folded.part(n) for n in range(len(self.corpus.sections))]

    def _misheard(self, word: str) -> Iterator[Found]:
        """Yield titles that sound like a word in kana or romaji but for a typing error."""
        spoken = sound_of(word) or romaji_sound(word, lenient=True)
        if not spoken:
            return
        titles, heard = self.corpus.titles, short(spoken)
        allowed = errors_allowed(heard)
        for unit, start, end, errors in typos(titles.short_sounds, heard, least_piece=3):
            quality = 1 - errors / (allowed + 1)
            whole = end - start == len(titles.short_sounds.part(unit))
            yield Found(titles, unit, "typo", "short", start, end, whole, quality)

    def _drop(self, board: _Board, word: str) -> _Board:
        holding = {found.section for found in self._matcher.match(word).values()}
        return {n: scored for n, scored in board.items() if n not in holding}

    # Showing

    def _order(self, n: int, scored: Scored) -> tuple[bool, float, int, int, int]:
        section = self.corpus.sections[n]
        newest_first = -self.corpus.edition_order[section.edition_id]
        whole, weight = scored.rank
        return (not whole, -weight, section.depth, newest_first, n)

    def _hits(self, board: _Board, order: list[int], phrase: str) -> Sequence[Hit]:
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
        board = dict(self._board(query.words))
        tried = () if board else TIERS
        if tried:
            titles = self.corpus.titles
            spoken = sound_of(query.text)
            needle, parts = fold(query.text), self._folded_titles
            if spoken:
                sounds = titles.short_sounds
                needle, parts = short(spoken), [sounds.part(n) for n in range(len(parts))]
            for _, score, n in process.extract(
                needle, parts, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_NEAR
            ):
                found = Found(titles, n, "typo", "all", 0, 0, False, 0.0)
                board[n] = Scored(score / 5, "typo", (found,))
        order = sorted(board, key=lambda n: self._order(n, board[n]))[:_NEAREST]
        nearest = self._hits(board, order, query.text)
        return SearchResult(result.query, (), 0, result.facets, tried, nearest)


def _keep(
    board: _Board,
    n: int,
    value: float,
    why: str,
    found: tuple[Found, ...],
    without: tuple[str, ...] = (),
) -> None:
    known = board.get(n)
    if known is None or known.rank < (why not in SIMILAR, value):
        board[n] = Scored(value, why, found, without)


def _parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that words seem to be made of, each once."""
    return tuple(dict.fromkeys(part for word in words for part in pieces(word) or (word,)))


def _few(board: _Board, few: int = _FEW) -> bool:
    return sum(scored.weight >= _WHOLE for scored in board.values()) < few
