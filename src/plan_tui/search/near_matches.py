"""Matches that are only like a word or phrase: errors in typing, in hearing, in a word."""

from __future__ import annotations

from functools import cached_property

from plan_tui.search.fuzzy import errors_allowed, subsequences, typos
from plan_tui.search.matches import Match, MatchForm, MatchTier
from plan_tui.search.ranking import LONG_TITLE
from plan_tui.search.strings import ahead
from plan_tui.text.fold import fold_spelling
from plan_tui.text.romaji import romaji_sound, short, sound_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.search.corpus import Corpus
    from plan_tui.search.strings import Strings, TextLayer

# These are set by hand on the own query set, tests/queries.toml.
_MOST_ALIKE = 8
"""Titles that a long phrase may be meant for: as many as fuzzy hits are wanted at all."""
_ALIKE = 72
"""Likeness in percent (`rapidfuzz.fuzz.ratio`) from which a long phrase is taken to be meant for a
title: about one word of four differs. Lower, and titles that share only their endings are taken."""
_NEAR = 25
"""Likeness in percent from which a title is offered where nothing is found: a character or two in
common. Moves how often there is nothing to offer."""
_LEAST_PIECE, _LEAST_SOUND_PIECE = 2, 3
"""Characters, and letters of a sound, that must stand unchanged beside a typing error; one in a
title. Shorter pieces stand nearly everywhere."""


class Guesser:
    """Yields what a word or phrase may have been meant for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def typos(self, layer: TextLayer, word: str, more: int = 0) -> Iterator[Match]:
        """Yield strings that hold a word but for typing errors; ``more`` of them than usual."""
        folded = fold_spelling(word)
        allowed = errors_allowed(folded) + more
        least = 1 if layer is self._corpus.titles and not more else _LEAST_PIECE
        telling = _telling_kanji(folded)
        for unit, start, end, errors in typos(layer.folded, folded, least_piece=least, more=more):
            if telling and telling.isdisjoint(layer.folded.part(unit)[start:end]):
                continue
            quality = 1 - errors / (allowed + 1)
            whole = end - start == len(layer.folded.part(unit))
            yield Match(layer, unit, MatchTier.TYPO, MatchForm.FOLDED, start, end, whole, quality)

    def misheard(self, word: str) -> Iterator[Match]:
        """Yield titles that sound like a word in kana or romaji but for a typing error."""
        spoken = sound_of(word) or romaji_sound(word, lenient=True)
        if not spoken:
            return
        titles, heard = self._corpus.titles, short(spoken)
        allowed = errors_allowed(heard)
        for unit, start, end, errors in typos(
            titles.short_sounds, heard, least_piece=_LEAST_SOUND_PIECE
        ):
            quality = 1 - errors / (allowed + 1)
            whole = end - start == len(titles.short_sounds.part(unit))
            yield Match(titles, unit, MatchTier.TYPO, MatchForm.SHORT, start, end, whole, quality)

    def subsequences(self, phrase: str) -> Iterator[Match]:
        """Yield titles that hold a phrase's characters in order, with gaps."""
        titles = self._corpus.titles
        # Not in English titles: without their blanks, letters in order are chance.
        count = len(self._corpus)
        for unit, start, end, quality in subsequences(titles, fold_spelling(phrase), count):
            yield Match(
                titles, unit, MatchTier.SUBSEQUENCE, MatchForm.FOLDED, start, end, False, quality
            )

    def alike(self, phrase: str) -> Iterator[Match]:
        """Yield titles that are a long phrase but for a word or several errors."""
        needle = fold_spelling(phrase)
        if len(needle) >= LONG_TITLE:
            yield from self._likest(needle, self._folded_titles, _MOST_ALIKE, _ALIKE)

    def nearest(self, phrase: str, most: int) -> Iterator[Match]:
        """Yield the titles that are, or sound, the least unlike a phrase; likeness as quality."""
        spoken = sound_of(phrase)
        if not spoken:
            yield from self._likest(fold_spelling(phrase), self._folded_titles, most, _NEAR)
            return
        heard = self._titles_as(self._corpus.titles.short_sounds)
        yield from self._likest(short(spoken), heard, most, _NEAR)

    def _likest(
        self, needle: str, titles: Sequence[str], most: int, least: float
    ) -> Iterator[Match]:
        from rapidfuzz import fuzz, process

        for _, score, n in process.extract(
            needle, titles, scorer=fuzz.ratio, limit=most, score_cutoff=least
        ):
            yield Match(
                self._corpus.titles, n, MatchTier.TYPO, MatchForm.ALL, 0, 0, False, score / 100
            )

    @cached_property
    def _folded_titles(self) -> list[str]:
        """The folded titles, as `rapidfuzz` wants them."""
        return self._titles_as(self._corpus.titles.folded)

    def _titles_as(self, form: Strings) -> list[str]:
        """Return all titles but the English ones in a form, read together."""
        numbers = range(len(self._corpus))
        return [title for some in ahead(numbers) for title in form.parts(some)]


def _telling_kanji(word: str) -> set[str]:
    """Return the kanji of a word if kana follow each: without them, its endings are left."""
    kanji = {letter for letter in word if "一" <= letter <= "鿿"}
    pairs = zip(word, f"{word[1:]} ", strict=False)
    is_each = all("ぁ" <= after <= "ん" for letter, after in pairs if letter in kanji)
    return kanji if is_each else set()
