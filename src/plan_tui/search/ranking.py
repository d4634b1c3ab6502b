"""How good a match is, in which order hits stand, and the best match of each section so far.

All weights of the search are here. A weight goes from 0 to 100 and is the hit's score times 100.
All are set by hand on the own query set (``tests/queries.toml``), where only their order and their
distances count: within a table the plainer way weighs more, titles weigh more than texts, and what
is added or taken away is too small to carry a match into the next table, unless its comment says
so. ``docs/searching.md`` gives the reasons.
"""

from __future__ import annotations

from functools import cache
from itertools import islice

from plan_tui.model.outline_enums import SearchTier, TextPlace
from plan_tui.search.matches import TITLES, MatchTier
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from plan_tui.search.matches import Match
    from plan_tui.search.strings import Strings


class WordSpread(StrEnum):
    """How the words of a query are spread over a section that holds them all."""

    TITLE = "title"
    """All in the title."""
    PATH = "path"
    """All in the title and those above it."""
    MIXED = "mixed"
    """Some in the title, some in the text."""
    UNIT = "unit"
    """All in one text."""
    SECTION = "section"
    """Over several texts."""
    ABOVE = "above"
    """Some only in the titles above, none in the section's own."""


LONG_TITLE = 8
"""Characters of a title whose like in another edition may differ by a word or an ending; in a
shorter one a word is most of it."""

# One match

_WHOLE_TITLE = {
    MatchTier.PRINTED: 100.0,
    MatchTier.FOLDED: 100.0,
    MatchTier.LOOSE: 98.0,
    MatchTier.READING: 96.0,
    MatchTier.ALIAS: 93.0,
    MatchTier.EVERYDAY: 62.0,
}
"""The title is the query. Moves how far exact titles stand above all others: to rank them higher
still, lower the rest. An alias is below `SURE`, since the reader may mean its other sense."""
_TITLE = {
    MatchTier.PRINTED: 88.0,
    MatchTier.FOLDED: 86.0,
    MatchTier.LOOSE: 84.0,
    MatchTier.READING: 82.0,
    MatchTier.ALIAS: 78.0,
    MatchTier.EVERYDAY: 59.0,
    MatchTier.TYPO: 46.0,
    MatchTier.SUBSEQUENCE: 36.0,
}
"""The query stands in a title. The first five are above all texts; the last two are below
`HOLDS_ALL`, so that they never count as holding the query."""
_TEXT = {
    MatchTier.PRINTED: 64.0,
    MatchTier.FOLDED: 62.0,
    MatchTier.LOOSE: 60.0,
    MatchTier.ALIAS: 56.0,
    MatchTier.READING: 54.0,
    MatchTier.EVERYDAY: 51.0,
    MatchTier.TYPO: 30.0,
    MatchTier.SUBSEQUENCE: 20.0,
}
"""The query stands in a text, KPI or footnote. A reading comes after an alias here: in long texts
it is more often chance."""

_BEGINS_TITLE, _BEGINS_ENGLISH, _BEGINS_TEXT = 29.0, 25.0, 6.0
"""Taken from a Latin word that only begins a longer one (``AP`` in ``API``; it may be typed on): in
a title it comes after the word by itself in a text, in an English title after any in a text; all
stay above `HOLDS_ALL`. One inside a longer word (``AI`` in ``email``) is a typing error."""
_BROKEN_WORD = 36.0
"""Taken from a reading that begins in the middle of a word: carries it below `HOLDS_ALL`."""
AT_A_BORDER = 0.5
"""Quality from which a reading is none such: it begins at a word, or ends at one and has the same
vowels; see `Matcher`."""
_LOOSELY = 2.0
"""Taken, in part, from a reading that ends inside a word or has vowels of other lengths."""
_WIDER = 8.0
"""Taken, by half, from an alias that is not the plan's own word of its group."""
_ERRORS = 8.0
"""Taken, in part, from a match with typing errors: the more, the more of those allowed it has."""
_COMPACT = 8.0
"""Added, in part, to characters in order that stand close together and at the borders of words."""
_MOSTLY = 1.2
"""Added to a match that fills most of a title, by half if much: with `_BEGINNING` it stays below 2,
the distance of two direct tiers, and only orders titles of one tier."""
_MOST_OF_TITLE, _MUCH_OF_TITLE = 0.5, 0.3
"""Shares of a title that are most of it, and much of it."""
_BEGINNING = 0.6
"""Added to a match that begins a title."""
_ENGLISH = 10.0
"""Taken from a match in the English title, which is not the plan's: a Japanese title of the same
tier comes first, a text after it."""
MISSPELLED_ALIAS = 33.0
"""Taken from a match by an alias that was typed wrongly: carries it below `HOLDS_ALL`, unless the
alias is a whole title."""

# All words, or some

_WORDS = {
    WordSpread.TITLE: 80.0,
    WordSpread.PATH: 74.0,
    WordSpread.MIXED: 68.0,
    WordSpread.UNIT: 58.0,
    WordSpread.SECTION: 52.0,
    WordSpread.ABOVE: 50.0,
}
"""Every word stands in the section: the closer together, the more. A title with all words is about
one with the phrase by reading; words in the title and the text are above the phrase in a text,
words in one text below it."""
_AS_WRITTEN = (MatchTier.PRINTED, MatchTier.FOLDED, MatchTier.LOOSE)
"""Ways of matching for which a word adds its part of 1."""
_TITLED = 4.0
"""Added for the share of the words that the title holds, the rest being in the text, less a half:
more than half of them raise such a hit by up to 2, fewer lower it."""
_BY_SOUND, _BY_ALIAS = 3.0, 6.0
"""Taken for words found by their reading or by an alias, as far as all of them are."""
_MISSPELLED = 22.0
"""Taken where a word stands there only but for an error: carries all but `TITLE` and `PATH` below
`HOLDS_ALL`. Such a hit is similar and comes after all that hold the words in any case."""
CUT, CUT_INSIDE = 2.0, 6.0
"""Taken from words that were cut out of others, at the borders of scripts or inside kanji: a word
that was typed as one comes first."""
ASKED = 1.0
"""Taken from the words that a question asks for, without what makes it one."""
_SOME_WORDS, _ALL_SHARES = 24.0, 20.0
"""A section with some of the words: the weight of none, and what all would add to it. The best is
below `HOLDS_ALL` and about a title with a typing error."""

# The order and its limits

NAMED = 99.5
"""The query is a section's key, number, citation, label or heading: just after a title that is the
query."""
SURE = 95.0
"""Weight from which a title is the query and nothing looser need be looked for: all of
`_WHOLE_TITLE` but an alias or an English title, and `NAMED`."""
HOLDS_ALL = 50.0
"""Weight from which a hit is taken to hold all of the query, spelled rightly: the least of
`_WORDS`. Moves when the looser ways are asked."""
NEAREST = 20.0
"""A title that is just like the query, where nothing is found; only their order is shown."""


def match_weight(match: Match) -> float:
    """Return the weight of one match, direct or fuzzy."""
    value = _title_weight(match) if match.place in TITLES else _TEXT[match.tier]
    if match.tier in (MatchTier.PRINTED, MatchTier.FOLDED):
        value -= _begun_less(match) if match.quality < 1 else 0
    elif match.tier is MatchTier.READING and not match.whole:
        value -= _BROKEN_WORD * (match.quality < AT_A_BORDER) + _LOOSELY * (1 - match.quality)
    elif match.tier is MatchTier.ALIAS:
        value -= _WIDER * (1 - match.quality)
    elif match.tier is MatchTier.TYPO:
        value -= _ERRORS * (1 - match.quality)
    elif match.tier is MatchTier.SUBSEQUENCE:
        value += _COMPACT * match.quality
    return value


def _title_weight(match: Match) -> float:
    if match.whole and match.tier in _WHOLE_TITLE:
        value = _WHOLE_TITLE[match.tier]
    else:
        value = _TITLE[match.tier] + _fullness(match.coverage)
        value += _BEGINNING * (match.start <= 1) + _MOSTLY * match.whole
    return value - _ENGLISH * (match.place is TextPlace.TITLE_EN)


def _begun_less(match: Match) -> float:
    """Return what is taken from a Latin word that only begins a longer one."""
    if match.place not in TITLES:
        return _BEGINS_TEXT
    return _BEGINS_TITLE if match.place is TextPlace.TITLE else _BEGINS_ENGLISH


@cache
def most_weight(tier: MatchTier, is_text: bool, is_english: bool) -> float:
    """Return a weight that no direct match of a tier is above, in a text, or a title as it is."""
    if is_text:
        return _TEXT[tier]
    part = _TITLE[tier] + _MOSTLY + _BEGINNING + _MOSTLY
    return max(_WHOLE_TITLE.get(tier, 0.0), part) - _ENGLISH * is_english


def _fullness(coverage: float) -> float:
    """Return what a match is worth for filling most of the title, or much of it."""
    return _MOSTLY * (0.5 * (coverage >= _MOST_OF_TITLE) + 0.5 * (coverage >= _MUCH_OF_TITLE))


def words_weight(spread: WordSpread, matches: tuple[Match, ...], misspelled: bool) -> float:
    """Return the weight of a section that holds all words, spread as ``spread`` says.

    ``misspelled`` tells that a word stands there, or in a title above, only but for an error.
    """
    tiers = [match.tier for match in matches]
    plain = sum(map(tiers.count, _AS_WRITTEN)) / len(matches)
    heard = tiers.count(MatchTier.READING) / len(matches)
    alias = tiers.count(MatchTier.ALIAS) / len(matches)
    full = 0.0
    if spread is WordSpread.TITLE:
        full = _fullness(sum(match.coverage for match in matches))
    english = all(match.place is TextPlace.TITLE_EN for match in matches)
    less = _ENGLISH * english + _BY_SOUND * heard + _BY_ALIAS * alias + _MISSPELLED * misspelled
    if spread is WordSpread.MIXED:
        titled = sum(match.place in TITLES for match in matches) / len(matches)
        full = _TITLED * (titled - 0.5)
    return _WORDS[spread] + plain + full - less


def share_weight(share: float) -> float:
    """Return the weight of a section that holds a share (0 to 1) of the words, not all."""
    return _SOME_WORDS + _ALL_SHARES * share


# What was found

SIMILAR = frozenset((SearchTier.SOME, SearchTier.SUBSEQUENCE, SearchTier.TYPO))
"""Tiers that find what is like a query, not all of what it says."""


def is_similar(why: SearchTier, weight: float) -> bool:
    """Tell whether a section is only like the query: by its tier, or by a doubtful reading."""
    return why in SIMILAR or (why is SearchTier.READING and weight < HOLDS_ALL)


@record(eq=False)
class Scored:
    """A section's best match so far."""

    weight: float
    """0 to 100."""
    why: SearchTier
    """See `Hit.why`."""
    matches: tuple[Match, ...]
    """The match, or that of each word; empty where the query holds filters alone."""
    without: tuple[str, ...] = ()
    """See `Hit.without`."""

    @property
    def similar(self) -> bool:
        """See `Hit.similar`."""
        return is_similar(self.why, self.weight)

    @property
    def rank(self) -> tuple[bool, float]:
        """What sorts it, best last: all that hold the whole query outrank similar ones."""
        return not self.similar, self.weight

    def scored(self, _: int) -> Scored:
        """Return this; see `SharedScore`."""
        return self

    def looked_at(self, _: int) -> Iterable[tuple[Strings, int]]:
        """Yield nothing: the matches are made; see `SharedScore`."""
        return ()


class SharedScore:
    """What sections have alike as their best match so far; it is made when one is looked at.

    Attributes:
        weight: see `Scored`.
        why: see `Scored`.
        similar: see `Scored`.
        rank: see `Scored`.
        looked_at: yields what is read where a section's match is made; see `read_together`.

    """

    __slots__ = ("_matches", "looked_at", "rank", "similar", "weight", "why")

    def __init__(
        self,
        weight: float,
        why: SearchTier,
        matches: Callable[[int], tuple[Match, ...]],
        looked_at: Callable[[int], Iterable[tuple[Strings, int]]],
    ) -> None:
        self.weight, self.why, self._matches, self.looked_at = weight, why, matches, looked_at
        self.similar = is_similar(why, weight)
        self.rank = (not self.similar, weight)

    def scored(self, section: int) -> Scored:
        """Return a section's match."""
        return Scored(self.weight, self.why, self._matches(section))


class Scoreboard(dict[int, "Scored | SharedScore"]):
    """Number of a section in the corpus → its best match."""

    left_out: tuple[str, ...] = ()
    """See `SearchResult.left_out`."""
    _lowest: tuple[bool, float] = (True, float("inf"))
    """A rank that none is below."""
    _highest = 0.0
    """A weight that none is above."""

    def keep(
        self,
        n: int,
        weight: float,
        why: SearchTier,
        matches: tuple[Match, ...],
        without: tuple[str, ...] = (),
    ) -> None:
        """Take a section's match, unless it has one as good; see `Scored` for what is told."""
        known, rank = self.get(n), (not is_similar(why, weight), weight)
        if known is None or known.rank < rank:
            self[n] = Scored(weight, why, matches, without)
            self._note(rank)

    def keep_all(self, sections: set[int], offer: SharedScore) -> None:
        """Take what some sections have alike, but for those that have one as good."""
        better = [n for n in sections if n not in self]
        if self._lowest < offer.rank and len(better) < len(sections):
            rank = offer.rank
            better = [n for n in sections if n not in self or self[n].rank < rank]
        if better:
            self.update(dict.fromkeys(better, offer))
            self._note(offer.rank)

    def _note(self, rank: tuple[bool, float]) -> None:
        self._lowest = min(self._lowest, rank)
        self._highest = max(self._highest, rank[1])

    def sure(self) -> Iterator[Scored]:
        """Yield what is so good that nothing looser need be looked for."""
        if self._highest >= SURE:
            yield from (held.scored(n) for n, held in self.items() if held.weight >= SURE)

    def has_fewer(self, hits: int) -> bool:
        """Tell whether fewer than ``hits`` sections hold all of the query, spelled rightly."""
        holding = (True for held in self.values() if held.weight >= HOLDS_ALL)
        return sum(islice(holding, hits)) < hits
