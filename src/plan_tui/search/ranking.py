"""How good a match is: exact titles first, titles before texts, and the plainer way first."""

from __future__ import annotations

from plan_tui.model.enums import TextPlace
from plan_tui.search.all_words import WordSpread
from plan_tui.search.matches import TITLES, Match, MatchTier

_WHOLE_TITLE = {
    MatchTier.PRINTED: 100,
    MatchTier.FOLDED: 100,
    MatchTier.LOOSE: 98,
    MatchTier.READING: 96,
    MatchTier.ALIAS: 93,
}
_TITLE = {
    MatchTier.PRINTED: 88,
    MatchTier.FOLDED: 86,
    MatchTier.LOOSE: 84,
    MatchTier.READING: 82,
    MatchTier.ALIAS: 78,
}
_TITLE |= {MatchTier.TYPO: 46, MatchTier.SUBSEQUENCE: 36}
_TEXT = {
    MatchTier.PRINTED: 64,
    MatchTier.FOLDED: 62,
    MatchTier.LOOSE: 60,
    MatchTier.ALIAS: 56,
    MatchTier.READING: 54,
}
_TEXT |= {MatchTier.TYPO: 30, MatchTier.SUBSEQUENCE: 20}
_WORDS = {
    WordSpread.TITLE: 80.0,
    WordSpread.PATH: 74.0,
    WordSpread.MIXED: 68.0,
    WordSpread.UNIT: 58.0,
    WordSpread.SECTION: 52.0,
    WordSpread.ABOVE: 50.0,
}
_AS_WRITTEN = (MatchTier.PRINTED, MatchTier.FOLDED, MatchTier.LOOSE)
MISSPELLED_ALIAS = 33.0
"""What a match by an alias that was typed wrongly is worth less than by one typed rightly."""
_MOST_WORDS = 24.0
_SHARE = 20.0  # what all words together add to that
_TITLED = 4.0  # what a title that holds nearly all words is worth, the rest being in the text
_ERRORS = 8.0
_COMPACT = 8.0
_WIDER = 8.0
_ENGLISH = 10.0
_INSIDE_LATIN = 8.0
_LOOSELY = 2.0
_AT_A_BORDER = 0.5
_MOSTLY = 1.2
_BEGINNING = 0.6
_BY_SOUND = 3.0
_BY_ALIAS = 6.0
_MISSPELLED = 22.0
_BROKEN_WORD = 36.0  # a reading that begins in the middle of a word


def weight(found: Match) -> float:
    """Return a direct or fuzzy match's weight, 0 to 100."""
    value = _title_weight(found) if found.place in TITLES else float(_TEXT[found.tier])
    if found.tier in (MatchTier.PRINTED, MatchTier.FOLDED):
        value -= _INSIDE_LATIN * (1 - found.quality)
    elif found.tier is MatchTier.READING and not found.whole:
        value -= _BROKEN_WORD * (found.quality < _AT_A_BORDER) + _LOOSELY * (1 - found.quality)
    elif found.tier is MatchTier.ALIAS:
        value -= _WIDER * (1 - found.quality)
    elif found.tier is MatchTier.TYPO:
        value -= _ERRORS * (1 - found.quality)
    elif found.tier is MatchTier.SUBSEQUENCE:
        value += _COMPACT * found.quality
    return value


def _title_weight(found: Match) -> float:
    if found.whole and found.tier in _WHOLE_TITLE:
        value = float(_WHOLE_TITLE[found.tier])
    else:
        value = _TITLE[found.tier] + _fullness(found.coverage)
        value += _BEGINNING * (found.start <= 1) + _MOSTLY * found.whole
    return value - _ENGLISH * (found.place is TextPlace.TITLE_EN)


def _fullness(coverage: float) -> float:
    """Return what a match is worth for filling half of the title, or a good part of it."""
    return _MOSTLY * (0.5 * (coverage >= 0.5) + 0.5 * (coverage >= 0.3))


def words_weight(spread: WordSpread, found: tuple[Match, ...], misspelled: bool) -> float:
    """Return the weight of a section that holds all words, spread as ``spread`` says.

    ``misspelled`` tells that a word stands there, or in a title above, only but for an error.
    """
    tiers = [one.tier for one in found]
    plain = sum(map(tiers.count, _AS_WRITTEN)) / len(found)
    heard, alias = (
        tiers.count(MatchTier.READING) / len(found),
        tiers.count(MatchTier.ALIAS) / len(found),
    )
    full = _fullness(sum(one.coverage for one in found)) if spread is WordSpread.TITLE else 0.0
    english = all(one.place is TextPlace.TITLE_EN for one in found)
    less = _ENGLISH * english + _BY_SOUND * heard + _BY_ALIAS * alias + _MISSPELLED * misspelled
    if spread is WordSpread.MIXED:
        titled = sum(one.place in TITLES for one in found) / len(found)
        full = _TITLED * (titled - 0.5)
    return _WORDS[spread] + plain + full - less


def share_weight(share: float) -> float:
    """Return the weight of a section that holds a share (0 to 1) of the words, not all."""
    return _MOST_WORDS + _SHARE * share
