"""Which sections words find: the plain ways first, the looser ones while hits are few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from plan_tui.model.enums import SearchTier
from plan_tui.search.aliases import Aliases
from plan_tui.search.all_words import all_words, halves, most_words, pieces
from plan_tui.search.corpus import Corpus
from plan_tui.search.matcher import Matcher
from plan_tui.search.matches import Match, Matches, MatchForm, MatchTier
from plan_tui.search.near_matches import LONG_TITLE, Guesser
from plan_tui.search.ranking import MISSPELLED_ALIAS, share_weight, weight, words_weight
from plan_tui.search.scoreboard import Scoreboard
from plan_tui.search.year_words import edition_word
from plan_tui.text.fold import fold_spelling

_FEW = 8
"""Hits below which the fuzzy tiers are asked too."""
_FIRST = 5
"""Hits that hold all words below which those that hold most of them are given too."""
_NAMED = 99.5
"""Weight of a section that the query names by key, number, citation or heading."""
_SURE = 95.0
"""Weight of a title that is the query: nothing looser is needed, unless the title is long."""
_NO_TITLE_ELSE = (MatchForm.ALL, MatchForm.LETTERS)
"""Forms of a match with a long title that leave no room for one that differs by a word."""
_TIERS: dict[MatchTier, SearchTier] = {
    tier: SearchTier(tier) for tier in MatchTier if tier is not MatchTier.LOOSE
}
"""How a section was found by one match. A loose one counts as folded, or as words."""
_MOST_PARTS = 8
"""Words into which an unspaced query is cut at most."""
_CUT, _CUT_INSIDE = 2.0, 6.0
"""What words are worth less that were cut out of others, at the borders of scripts or inside."""
_LONG = 4
"""Characters of a query that is looked for with one more error if nothing else is found."""
_NEAREST = 20.0
"""Weight of a title that is just like the query, where nothing is found."""


class Finder:
    """Finds the sections that hold words, or are like them.

    ``numbers`` tells the measures' numbers by section id.
    """

    def __init__(self, corpus: Corpus, aliases: Aliases, numbers: Mapping[int, str]) -> None:
        self._corpus = corpus
        self._aliases = aliases
        self._numbers = numbers
        self._matcher = Matcher(corpus, aliases)
        self._guesser = Guesser(corpus)

    @cached_property
    def _names(self) -> dict[str, list[int]]:
        """Folded key, measure number, citation, label, heading → the sections so named."""
        names: dict[str, dict[int, None]] = {}
        named: list[str] = []
        for section in self._corpus.sections:
            own = [section.key, section.citation, section.heading, section.label]
            own += [section.key.partition(":")[2], self._numbers.get(section.id, "")]
            named.append("\0".join(own))
        for n, own_names in enumerate(fold_spelling("\1".join(named)).split("\1")):
            for name in own_names.split("\0"):
                if len(name) > 1:
                    names.setdefault(name, {})[n] = None
        return {name: list(found) for name, found in names.items()}

    def is_name(self, text: str) -> bool:
        """Tell whether text is a section's key, number, citation, label or heading."""
        return fold_spelling(text) in self._names

    def holding(self, word: str) -> set[int]:
        """Return the numbers of the sections in which a word stands."""
        return {found.section for found in self._matcher.match(word).values()}

    def held(self, words: tuple[str, ...]) -> Scoreboard:
        """Return the sections that hold all words, as one phrase or one by one, spelled rightly.

        Nothing that is only like a word counts, whatever else is found or not.
        """
        scores = Scoreboard()
        if words:
            self._named(scores, " ".join(words))
            self._direct(scores, " ".join(words))
        if len(words) > 1 and all(map(self._matcher.match, words)):
            self._words(scores, words)
        return scores

    def find(self, words: tuple[str, ...]) -> Scoreboard:
        """Return all that words find, in one section together or as one phrase."""
        board = Scoreboard()
        phrase = " ".join(words)
        self._named(board, phrase)
        self._direct(board, phrase)
        if len(words) > 1:
            self._words(board, words)
        sure = [one.found[0] for one in board.values() if one.weight >= _SURE]
        if sure and (len(phrase) < LONG_TITLE or any(one.form in _NO_TITLE_ELSE for one in sure)):
            return board
        if board.has_fewer(_FEW):
            self._cut(board, words)
        if board.has_fewer(_FEW):
            self._fuzzy(board, phrase)
        if not sure and board.has_fewer(_FIRST):
            self._most(board, words)
        if not board and len(phrase) >= _LONG:
            self._guessed(board, self._guesser.typos(self._corpus.titles, phrase, more=1))
        return board

    def nearest(self, phrase: str, most: int) -> Scoreboard:
        """Return the titles that are the least unlike a phrase that nothing holds."""
        board = Scoreboard()
        for found in self._guesser.nearest(phrase, most):
            board.keep(found.section, _NEAREST * found.quality, SearchTier.TYPO, (found,))
        return board

    def _named(self, scores: Scoreboard, phrase: str) -> None:
        """Take the sections whose key, number, citation, label or heading the phrase is."""
        for n in self._names.get(fold_spelling(phrase), ()):
            match = Match(self._corpus.titles, n, MatchTier.PRINTED, MatchForm.ALL, 0, 0, True)
            scores.keep(n, _NAMED, SearchTier.PRINTED, (match,))

    def _direct(self, board: Scoreboard, phrase: str) -> None:
        loose = SearchTier.WORDS if len(phrase.split()) > 1 else SearchTier.FOLDED
        for found in self._matcher.match(phrase).values():
            why = _TIERS.get(found.tier, loose)
            board.keep(found.section, weight(found), why, (found,))

    def _guessed(self, board: Scoreboard, matches: Iterable[Match], less: float = 0) -> None:
        for found in matches:
            board.keep(found.section, weight(found) - less, SearchTier.TYPO, (found,))

    def _words(self, board: Scoreboard, words: Iterable[str], cut: float = 0) -> None:
        words = tuple(dict.fromkeys(words))
        matches = [self._matcher.match(word) for word in words]
        misspelled = cut != _CUT_INSIDE and not all(matches)
        if misspelled:
            pairs = zip(words, matches, strict=True)
            matches = [found or self._misspelled(word) for word, found in pairs]
        editions = [frozenset(filter(None, [edition_word(word)])) for word in words]
        for one in all_words(self._corpus, matches, editions):
            value = words_weight(one.spread, one.found, misspelled) - cut
            board.keep(
                one.section, value, SearchTier.TYPO if misspelled else SearchTier.WORDS, one.found
            )

    def _misspelled(self, word: str) -> Matches:
        guesser = self._guesser
        found = (*guesser.typos(self._corpus.titles, word), *guesser.misheard(word))
        return Matches({(0, one.unit): one for one in found})

    def _cut(self, board: Scoreboard, words: tuple[str, ...]) -> None:
        """Look for the words that an unspaced query seems to be made of."""
        parts = _parts(words)
        if 1 < len(parts) <= _MOST_PARTS and parts != words and min(map(len, parts)) > 1:
            self._words(board, parts, _CUT)
        if len(words) == 1:
            for cut in halves(words[0]):
                if all(map(self._matcher.match, cut)):
                    self._words(board, cut, _CUT_INSIDE)

    def _most(self, board: Scoreboard, words: tuple[str, ...]) -> None:
        """Look for the sections that hold most of the words, where hardly any holds all."""
        editions = {named for word in words if (named := edition_word(word))}
        said = tuple(word for word in words if not edition_word(word))
        cut = [part for part in _parts(said) if len(part) > 1 or part in said]
        parts = [known for part in cut for known in self._known(part)]
        if len(parts) < 2:
            return
        matches = [self._matcher.match(part) for part in parts[:_MOST_PARTS]]
        for n, share, found in most_words(self._corpus, matches):
            if not editions or self._corpus.sections[n].edition_id[:4] in editions:
                lacking = zip(parts, matches, strict=False)
                without = tuple(part for part, found in lacking if n not in found.by_section)
                board.keep(n, share_weight(share), SearchTier.SOME, found, without)

    def _known(self, word: str) -> tuple[str, ...]:
        """Return a word, or the two that it is made of if it stands nowhere and they do."""
        match = self._matcher.match
        if not match(word):
            for cut in halves(word):
                if all(map(match, cut)):
                    return cut
        return (word,)

    def _fuzzy(self, board: Scoreboard, phrase: str) -> None:
        guesser = self._guesser
        for other in self._aliases.misspelled(phrase):
            self._guessed(board, self._matcher.match(other).values(), MISSPELLED_ALIAS)
        for found in guesser.subsequences(phrase):
            board.keep(found.section, weight(found), SearchTier.SUBSEQUENCE, (found,))
        self._guessed(board, guesser.typos(self._corpus.titles, phrase))
        self._guessed(board, guesser.misheard(phrase))
        self._guessed(board, guesser.alike(phrase))
        if len(board) < _FEW:
            self._guessed(board, guesser.typos(self._corpus.texts, phrase))


def _parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that words seem to be made of, each once."""
    return tuple(dict.fromkeys(part for word in words for part in pieces(word) or (word,)))
