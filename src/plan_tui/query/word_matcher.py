"""The words of a query in the texts of a list's rows: one rule for every list.

A word stands in a text if it does so as both fold (`plan_tui.text.fold.fold_spelling`): width,
case, kana, variant kanji, long-vowel marks, blanks and the table of spellings do not count, so
that equal spellings give equal rows. The search, which also listens to readings and looks up
aliases, keeps the same rule for what is torn.
"""

from __future__ import annotations

from plan_tui.text.characters import is_kanji
from plan_tui.text.fold import fold_spelling
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record, replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.query.grammar import Query

_SHORT = 3
"""Kanji of a word that is short enough to be made of the ends of two others by chance; longer ones
are never torn in the plan's text."""
_CONTROL = late_pattern(r"[\x00-\x1f\x7f]")
_MARKS = late_pattern("[・、，「」『』（）()【】]+")


@record
class SpelledText:
    """What is looked at of a row, in two forms."""

    printed: str
    folded: str

    @classmethod
    def of(cls, *texts: str) -> SpelledText:
        """Return several texts as one, in which no word reaches from one into the next."""
        printed = "\0".join(texts)
        return cls(printed, fold_spelling(printed))


class WordMatcher:
    """Looks for the free words of a query: all of ``words``, none of ``without``."""

    def __init__(self, query: Query) -> None:
        folded = with_folded_words(query)
        self._words, self._without = folded.words, folded.without

    @property
    def asks(self) -> bool:
        """Whether there is a word to look for, or one that may not be there."""
        return bool(self._words or self._without)

    def accepts(self, text: SpelledText) -> bool:
        """Tell whether a text holds every word that it must, and none that it must not."""
        return all(_holds(text, word) for word in self._words) and not any(
            _holds(text, word) for word in self._without
        )


def with_folded_words(query: Query) -> Query:
    """Return a query with its words folded, which makes those of equal spelling equal.

    Words that fold to nothing (a lone ``ー`` or ``・``) stand in every text and are left out, and
    so are control characters, of which one parts the texts that are looked at together.
    """
    return replaced(query, words=_folded(query.words), without=_folded(query.without))


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    plain = (fold_spelling(_CONTROL.sub("", word)) for word in words)
    return tuple(filter(None, plain))


def _holds(text: SpelledText, word: str) -> bool:
    if word not in text.folded:
        return False
    return not is_short_kanji(word) or text.folded.count(word) > torn_places(word, text.printed)


def is_short_kanji(word: str) -> bool:
    """Tell whether a word is of two or three kanji, and may be torn (see `torn_places`)."""
    return 2 <= len(word) <= _SHORT and all(map(is_kanji, word))


def torn_places(word: str, printed: str) -> int:
    """Return how often a word of kanji stands in a text with a mark inside: as two others' ends.

    Folding drops the mark, so that 保育 would stand in 確保・育成. Words of two kanji or more
    on both sides are a list written without its marks (死亡相続), which is why only words that
    are `is_short_kanji` are asked about.
    """
    return sum(
        printed.endswith(word[:cut], 0, marks.start())
        and printed.startswith(word[cut:], marks.end())
        for marks in _MARKS.finditer(printed)
        for cut in range(1, len(word))
    )
