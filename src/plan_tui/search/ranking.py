"""How good a match is: exact titles first, titles before texts, and the plainer way first."""

from __future__ import annotations

from plan_tui.search.matches import Match

_WHOLE_TITLE = {"printed": 100, "folded": 100, "loose": 98, "reading": 96, "alias": 93}
_TITLE = {"printed": 88, "folded": 86, "loose": 84, "reading": 82, "alias": 78}
_TITLE |= {"typo": 46, "subsequence": 36}
_TEXT = {"printed": 64, "folded": 62, "loose": 60, "alias": 56, "reading": 54}
_TEXT |= {"typo": 30, "subsequence": 20}
_WORDS = {"title": 80.0, "path": 74.0, "mixed": 68.0, "unit": 58.0, "section": 52.0, "above": 50.0}
_AS_WRITTEN = ("printed", "folded", "loose")
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
    if found.place in ("title", "title_en"):
        value = _title_weight(found)
    else:
        value = float(_TEXT[found.tier])
    if found.tier in ("printed", "folded"):
        value -= _INSIDE_LATIN * (1 - found.quality)
    elif found.tier == "reading" and not found.whole:
        value -= _BROKEN_WORD * (found.quality < _AT_A_BORDER) + _LOOSELY * (1 - found.quality)
    elif found.tier == "alias":
        value -= _WIDER * (1 - found.quality)
    elif found.tier == "typo":
        value -= _ERRORS * (1 - found.quality)
    elif found.tier == "subsequence":
        value += _COMPACT * found.quality
    return value


def _title_weight(found: Match) -> float:
    if found.whole and found.tier in _WHOLE_TITLE:
        value = float(_WHOLE_TITLE[found.tier])
    else:
        value = _TITLE[found.tier] + _fullness(found.coverage)
        value += _BEGINNING * (found.start <= 1) + _MOSTLY * found.whole
    return value - _ENGLISH * (found.place == "title_en")


def _fullness(coverage: float) -> float:
    """Return what a match is worth for filling half of the title, or a good part of it."""
    return _MOSTLY * (0.5 * (coverage >= 0.5) + 0.5 * (coverage >= 0.3))


def words_weight(spread: str, found: tuple[Match, ...], misspelled: bool) -> float:
    """Return the weight of a section that holds all words, spread as ``spread`` says.

    ``misspelled`` tells that a word stands there, or in a title above, only but for an error.
    """
    tiers = [one.tier for one in found]
    plain = sum(map(tiers.count, _AS_WRITTEN)) / len(found)
    heard, alias = tiers.count("reading") / len(found), tiers.count("alias") / len(found)
    full = _fullness(sum(one.coverage for one in found)) if spread == "title" else 0.0
    english = all(one.place == "title_en" for one in found)
    less = _ENGLISH * english + _BY_SOUND * heard + _BY_ALIAS * alias + _MISSPELLED * misspelled
    if spread == "mixed":
        titled = sum(one.place in ("title", "title_en") for one in found) / len(found)
        full = _TITLED * (titled - 0.5)
    return _WORDS[spread] + plain + full - less


def share_weight(share: float) -> float:
    """Return the weight of a section that holds a share (0 to 1) of the words, not all."""
    return _MOST_WORDS + _SHARE * share
