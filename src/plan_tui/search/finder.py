"""Which sections words find: the plain ways first, the looser ones while hits are few."""

from __future__ import annotations

from functools import cached_property

from plan_tui.model.outline_enums import SearchTier
from plan_tui.search.match_runs import Matches, sections_of
from plan_tui.search.matcher import Matcher
from plan_tui.search.matches import Match, MatchForm, MatchTier
from plan_tui.search.ranking import (
    ASKED,
    CUT,
    CUT_INSIDE,
    LONG_TITLE,
    MISSPELLED_ALIAS,
    NAMED,
    NEAREST,
    Scoreboard,
    Scored,
    SharedScore,
    match_weight,
    most_weight,
    share_weight,
    words_weight,
)
from plan_tui.text.characters import ends_in_number
from plan_tui.text.fold import fold_spelling
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from plan_tui.search.aliases import Aliases
    from plan_tui.search.asked_words import Asked
    from plan_tui.search.corpus import Corpus
    from plan_tui.search.match_runs import MadeRun, WordRun
    from plan_tui.search.near_matches import Guesser
    from plan_tui.search.strings import TextLayer

# These are set by hand on the own query set, tests/queries.toml.
_FEW = 8
"""Hits below which the looser ways are asked too. Moves how often what is only like the query
follows what holds it, and what a key press takes."""
_FIRST = 5
"""Hits that hold all words below which those that hold most of them are given too."""
_NO_TITLE_ELSE = (MatchForm.ALL, MatchForm.LETTERS)
"""Forms of a match with a long title that leave no room for one that differs by a word: the query
is a name, or spells a title in letters."""
_MOST_PARTS = 8
"""Words into which an unspaced query is cut at most; bounds what a pasted sentence takes."""
_LONG = 4
"""Characters of a query that is looked for with one more error if nothing else is found; shorter
ones are like too many words."""


class Finder:
    """Finds the sections that hold words, or are like them."""

    def __init__(self, corpus: Corpus, aliases: Aliases) -> None:
        self._corpus = corpus
        self._aliases = aliases
        self._matcher = Matcher(corpus, aliases)

    @cached_property
    def _guesser(self) -> Guesser:
        from plan_tui.search.near_matches import Guesser

        return Guesser(self._corpus)

    def is_name(self, text: str) -> bool:
        """Tell whether text is a section's key, number, citation, label or heading."""
        return len(self._corpus.named(fold_spelling(text))) > 0

    def holding(self, word: str) -> set[int]:
        """Return the numbers of the sections in which a word stands."""
        return self._matcher.match(word).sections

    def usual_form(self, folded: str) -> str:
        """Return how a word that is folded to its sound is printed, if in katakana, else itself."""
        from plan_tui.search.word_patterns import KanaWord

        word = KanaWord(folded)
        for layer in (self._corpus.titles, self._corpus.texts) if word.is_possible else ():
            for unit, *_ in layer.folded.find(folded):
                text = layer.spelled.part(unit)
                if place := word.place(text, layer.plain.part(unit)):
                    return text[slice(*place)]
        return folded

    def held(self, words: tuple[str, ...]) -> Scoreboard:
        """Return the sections that hold all words, as one phrase or one by one, spelled rightly.

        Nothing that is only like a word counts, and no everyday word, whatever else is found or
        not: who gives a list a word means that word.
        """
        scores = Scoreboard()
        if words:
            self._named(scores, " ".join(words))
            self._direct(scores, " ".join(words))
        if len(words) > 1 and all(map(self._matcher.match, words)):
            self._words(scores, words)
        everyday = SearchTier.EVERYDAY
        return Scoreboard({n: kept for n, kept in scores.items() if kept.why is not everyday})

    def find(self, words: tuple[str, ...]) -> Scoreboard:
        """Return all that words find, in one section together or as one phrase."""
        scores = Scoreboard()
        phrase = " ".join(words)
        self._named(scores, phrase)
        self._direct(scores, phrase)
        # No section that is found so far is found better by what is doubtful.
        for run in self._matcher.doubtful(phrase, scores).runs:
            _keep(scores, run, lambda match: SearchTier(match.tier))
        if len(words) > 1:
            self._words(scores, words)
        sure = any(True for _ in scores.sure())
        if sure and (
            len(phrase) < LONG_TITLE
            or any(scored.matches[0].form in _NO_TITLE_ELSE for scored in scores.sure())
        ):
            return scores
        if not scores.has_fewer(_FEW):
            return scores
        asked = self.asked(words)
        self._cut(scores, words, asked)
        if len(words) > 1 and any(map(ends_in_number, words)):
            self._words(scores, words, in_numbers=True)
        if asked.terms and (asked.is_question or phrase.isascii()) and not asked.heavy:
            scores.left_out = asked.left_out
            if len(asked.terms) > 1:
                self._words(scores, asked.terms, ASKED)
            else:
                self._direct(scores, asked.terms[0])
        if scores.has_fewer(_FEW):
            self._fuzzy(scores, phrase)
        if not sure and scores.has_fewer(_FIRST):
            self._most(scores, words, asked)
            scores.left_out = asked.left_out if asked.is_question else ()
        if not scores and len(phrase) >= _LONG:
            self._guessed(scores, self._guesser.typos(self._corpus.titles, phrase, more=1))
        return scores

    def asked(self, words: tuple[str, ...]) -> Asked:
        """Return what a query asks for, each word in a form that stands somewhere, if one does."""
        from plan_tui.search.asked_words import Asked, asked_words

        def hears(word: str) -> float:
            return max((match.quality for match in self._matcher.match(word).values()), default=0)

        asked = asked_words(words, self._aliases.knows, hears)
        if asked.terms == words:
            return Asked((), ())
        return replaced(asked, terms=tuple(dict.fromkeys(map(self._stem, asked.terms))))

    def _stem(self, term: str) -> str:
        """Return a term, or the form of an English word that is known where it is not."""
        from plan_tui.search.asked_words import english_stems

        if not term.isascii() or self._matcher.match(term):
            return term
        return next((stem for stem in english_stems(term) if self._matcher.match(stem)), term)

    def nearest(self, phrase: str, most: int) -> Scoreboard:
        """Return the titles that are the least unlike a phrase that nothing holds."""
        scores = Scoreboard()
        for match in self._guesser.nearest(phrase, most):
            scores.keep(match.section, NEAREST * match.quality, SearchTier.TYPO, (match,))
        return scores

    # The plain ways

    def _named(self, scores: Scoreboard, phrase: str) -> None:
        """Take the sections whose key, number, citation, label or heading the phrase is."""
        for n in self._corpus.named(fold_spelling(phrase)):
            match = Match(self._corpus.titles, n, MatchTier.PRINTED, MatchForm.ALL, 0, 0, True)
            scores.keep(n, NAMED, SearchTier.PRINTED, (match,))

    def _direct(self, scores: Scoreboard, phrase: str) -> None:
        loose = SearchTier.WORDS if len(phrase.split()) > 1 else SearchTier.LOOSE

        def way(match: Match) -> SearchTier:
            return loose if match.tier is MatchTier.LOOSE else SearchTier(match.tier)

        def wanted(is_text: int, units: Sequence[int]) -> Sequence[int]:
            layer = self._corpus.texts if is_text else self._corpus.titles
            return _promising(scores, layer, is_text, units, (MatchTier.ALIAS,))

        for run in self._matcher.plain(phrase).runs:
            _keep(scores, run, way)
        # Most sections have a better match, and what stands for the phrase is long and many.
        for run in self._matcher.aliased(phrase, wanted):
            _keep(scores, run, way)

    def _words(
        self,
        scores: Scoreboard,
        words: Iterable[str],
        less: float = 0,
        *,
        in_numbers: bool = False,
    ) -> None:
        """Take the sections that hold every word, misspelled ones included unless cut inside.

        ``in_numbers``: numbers also within longer ones, which counts as misspelled.
        """
        from plan_tui.search.all_words import AllWords
        from plan_tui.search.year_words import edition_word

        words = tuple(dict.fromkeys(words))
        match = self._matcher.match
        matches = [
            self._in_numbers(word) if in_numbers and ends_in_number(word) else match(word)
            for word in words
        ]
        misspelled = in_numbers or (less not in (CUT_INSIDE, ASKED) and not all(matches))
        if misspelled:
            pairs = zip(words, matches, strict=True)
            matches = [direct or self._misspelled(word) for word, direct in pairs]
        tier = SearchTier.TYPO if misspelled else SearchTier.WORDS
        editions = [frozenset(filter(None, [edition_word(word)])) for word in words]
        held = AllWords(self._corpus, matches, editions)
        for spread, best, sections in held.alike():
            weight = words_weight(spread, best, misspelled) - less
            scores.keep_all(sections, SharedScore(weight, tier, held.matches, held.looked_at))

    def _in_numbers(self, word: str) -> Matches:
        """Return where a word stands, its number by itself or within a longer one."""
        direct, doubtful = self._matcher.match(word), self._matcher.doubtful(word)
        return Matches.of_runs((*direct.runs, *doubtful.runs))

    def _misspelled(self, word: str) -> Matches:
        titles, guesser = self._corpus.titles, self._guesser
        guesses = (*guesser.typos(titles, word), *guesser.misheard(word))
        doubtful = dict(self._matcher.doubtful(word).items())
        return Matches.of(doubtful | {(0, match.unit): match for match in guesses})

    # The looser ways

    def _cut(self, scores: Scoreboard, words: tuple[str, ...], asked: Asked) -> None:
        """Look for the words that an unspaced query seems to be made of."""
        from plan_tui.search.all_words import halves, parts_of

        parts = parts_of(words) if asked.heavy else self._parts(words, asked)
        if 1 < len(parts) <= _MOST_PARTS and parts != words and min(map(len, parts)) > 1:
            self._words(scores, parts, CUT)
        if len(words) == 1:
            for pair in halves(words[0]):
                if all(map(self._matcher.match, pair)):
                    self._words(scores, pair, CUT_INSIDE)

    def _most(self, scores: Scoreboard, words: tuple[str, ...], asked: Asked) -> None:
        """Look for the sections that hold most of the words, where hardly any holds all.

        A question is as a rule about one thing, so that a single word in a text is enough. So it is
        where the words stand nowhere together, the rarest first.
        """
        from plan_tui.search.all_words import most_words
        from plan_tui.search.word_patterns import is_hiragana
        from plan_tui.search.year_words import edition_word

        editions = {*filter(None, map(edition_word, words))}
        terms = tuple(word for word in words if not edition_word(word))
        whole = {*terms, *asked.terms}
        if asked.is_question or " ".join(words).isascii():
            terms = tuple(term for term in asked.terms or terms if not edition_word(term))
            cut = [part for term in terms for part in self._whole(term)]
        else:
            cut = [part for part in self._parts(terms, asked) if len(part) > 1 or part in whole]
        parts = [known for part in cut for known in self._known(part)]
        if len(parts) + len(asked.heavy) < 2:
            return
        matches = [self._heard(part) for part in parts[:_MOST_PARTS]]
        most = most_words(self._corpus, matches, lone=asked.is_question * len(self._corpus))
        if sum(map(bool, matches)) > 1 and all(n in scores for n, *_ in most):
            if not scores:
                most = most_words(self._corpus, matches, lone=len(self._corpus))
            elif set(parts) <= set(words) and not asked.is_question:
                most = most_words(self._corpus, matches, lone=_FEW, but=scores)
        ends = {part for part in parts if is_hiragana(part) and part not in whole}  # った of 買った
        for n, share, best in most:
            if not editions or self._corpus.edition(n)[:4] in editions:
                pairs = zip(parts, matches, strict=False)
                lacking = tuple(part for part, table in pairs if n not in table.sections)
                if not ends.union(lacking).issuperset(parts):
                    without = tuple(dict.fromkeys(lacking + asked.heavy))
                    scores.keep(n, share_weight(share), SearchTier.SOME, best, without)

    def _parts(self, words: tuple[str, ...], asked: Asked) -> tuple[str, ...]:
        """Return the words that words seem to be made of, some words of the table whole."""
        from plan_tui.search.all_words import parts_of

        kept = set(filter(self._is_kept, asked.terms))
        if not kept:
            return parts_of(words)
        parted = ((term,) if term in kept else parts_of((term,)) for term in asked.terms)
        return tuple(dict.fromkeys(part for parts in parted for part in parts))

    def _is_kept(self, term: str) -> bool:
        """Tell of a word of the table whether it is everyday, or its parts stand nowhere."""
        from plan_tui.search.all_words import parts_of

        parts = parts_of((term,))
        if parts == (term,) or not self._aliases.knows(term):
            return False
        is_torn = not all(self._matcher.match(part) for part in parts if len(part) > 1)
        return is_torn or all(other.everyday for other in self._aliases.others(term))

    def _whole(self, term: str) -> tuple[str, ...]:
        """Return a term that stands somewhere, else the words that it is made of."""
        from plan_tui.search.all_words import parts_of

        return (term,) if self._matcher.match(term) else parts_of((term,))

    def _heard(self, part: str) -> Matches:
        """Return where a part of a word stands; one in hiragana may be half a reading (生たい).

        A number that stands nowhere by itself may not be typed to its end.
        """
        from plan_tui.search.word_patterns import is_hiragana

        direct = self._matcher.match(part)
        if not direct and ends_in_number(part):
            return self._in_numbers(part)
        if not is_hiragana(part):
            return direct
        return Matches.of(dict(self._matcher.doubtful(part).items()) | dict(direct.items()))

    def _known(self, word: str) -> tuple[str, ...]:
        """Return a word, or the two that it is made of if it stands nowhere and they do."""
        from plan_tui.search.all_words import halves

        match = self._matcher.match
        if not match(word):
            for pair in halves(word):
                if all(map(match, pair)):
                    return pair
            known = (word[:cut] for cut in range(len(word) - 1, 1, -1))
            return (next(filter(self._aliases.knows, known), word),)
        return (word,)

    def _fuzzy(self, scores: Scoreboard, phrase: str) -> None:
        titles, guesser = self._corpus.titles, self._guesser
        for alias in self._aliases.misspelled(phrase):
            self._guessed(scores, self._matcher.match(alias).values(), MISSPELLED_ALIAS)
        for match in guesser.subsequences(phrase):
            scores.keep(match.section, match_weight(match), SearchTier.SUBSEQUENCE, (match,))
        self._guessed(scores, guesser.typos(titles, phrase))
        self._guessed(scores, guesser.misheard(phrase))
        self._guessed(scores, guesser.alike(phrase))
        if len(scores) < _FEW:
            self._guessed(scores, guesser.typos(self._corpus.texts, phrase))

    def _guessed(self, scores: Scoreboard, matches: Iterable[Match], less: float = 0) -> None:
        for match in matches:
            scores.keep(match.section, match_weight(match) - less, SearchTier.TYPO, (match,))


def _keep(scores: Scoreboard, run: WordRun | MadeRun, way: Callable[[Match], SearchTier]) -> None:
    """Take the sections in which a word stands in one way; ``way`` tells how a match is called."""
    units: Sequence[int] = [*run.units]
    if not run.is_text:  # Texts of a run all weigh the same.
        units = _promising(scores, run.layer, run.is_text, units, map(run.tier, units))
    for match, alike in run.samples(units):
        weight, tier = match_weight(match), match.tier

        def best(section: int, weight: float = weight, tier: MatchTier = tier) -> tuple[Match, ...]:
            units = run.of_section(section)
            if len(units) == 1:
                return (run.match(units[0]),)
            matches = map(run.match, units)
            return (next(m for m in matches if m.tier is tier and match_weight(m) == weight),)

        offer = SharedScore(weight, way(match), best, run.looked_at)
        scores.keep_all(sections_of(run.layer, alike), offer)


def _promising(
    scores: Scoreboard,
    layer: TextLayer,
    is_text: int,
    units: Sequence[int],
    tiers: Iterable[MatchTier],
) -> Sequence[int]:
    """Return those of some strings by which their sections may be ranked higher.

    ``tiers`` are those of the matches in them, or of the best that there may be.
    """
    if not scores:
        return units
    those, offers = set(tiers), set(scores.values())

    def as_good(is_english: bool) -> set[Scored | SharedScore]:
        weights = [most_weight(tier, bool(is_text), is_english) for tier in those]
        return {offer for offer in offers if offer.rank >= (True, max(weights))}

    good, english = (as_good(is_english=False), as_good(is_english=True)), layer.first_english
    pairs = zip(units, layer.sections.of_each(units), strict=True)
    return [unit for unit, n in pairs if scores.get(n) not in good[unit >= english]]
