"""The direct ways in which a word can stand in a string: as printed, folded, sounded, aliased."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plan_tui.model.enums import TextPlace
from plan_tui.query.word_matcher import is_short_kanji, torn_places
from plan_tui.search.aliases import Aliases
from plan_tui.search.corpus import Corpus, Joined, TextLayer
from plan_tui.search.matches import Match, Matches, MatchForm, MatchTier
from plan_tui.search.year_words import year_forms
from plan_tui.text.fold import fold_spelling
from plan_tui.text.romaji import sound_of, sound_pattern

# Sounds are short and alike: these keep chance out. Set by hand on the own query set,
# tests/queries.toml; lower, and romaji being typed fills the list with what it does not mean.
_LEAST_SOUND = 4
"""Letters of a sound that are enough to look for it in all texts, and beside what is written so."""
_LEAST_KANA = 3
"""The same for all texts where it was typed in kana, which are no other language's word."""
_LONG_SOUND = 8
"""Letters of a sound that may also begin inside a word."""
_AT_START, _AT_END, _EXACT = 0.5, 0.3, 0.2
"""Parts of a sound's quality: it begins at a word, ends at one, has the same vowel lengths. The
ranking takes a quality below the first for a broken word."""
_INSIDE = 0.5
"""Quality of Latin letters inside a longer word."""
_WIDER = 0.5
"""Quality of an alias that is not the plan's own word."""
_KEPT = 64
"""Words whose matches are kept: more than a query has, so that while its last word is typed the
others cost nothing. Moves memory only."""


class Matcher:
    """Finds one word, or one phrase taken as one word, in every string."""

    def __init__(self, corpus: Corpus, aliases: Aliases) -> None:
        self._aliases = aliases
        self._layers = (corpus.titles, corpus.texts)
        # Aliases that stand nowhere (most English ones); each key press would look for them anew.
        self._absent: set[str] = set()
        self._matched: dict[str, Matches] = {}

    def match(self, word: str) -> Matches:
        """Return the best direct match of each string that has one; not to be changed.

        While a query is typed all its words but the last are asked for again and again, so
        what they match is kept.
        """
        if word not in self._matched:
            while len(self._matched) >= _KEPT:
                self._matched.pop(next(iter(self._matched)))
            self._matched[word] = self._direct(word)
        return self._matched[word]

    def _direct(self, word: str) -> Matches:
        """Look for a word in each way, the best first: a string matched in one keeps it."""
        best = Matches()
        years = year_forms(word)
        self._printed(word, best)
        for form in years or (word,):
            self._folded(fold_spelling(form), MatchTier.FOLDED, best)
        if years:
            return best
        self._loose(word, best)
        self._sounding(word, best)
        for place, alias in enumerate(self._aliases.others(word)):
            # A group's first form is the plan's own word; the others are ever wider.
            self._folded(alias, MatchTier.ALIAS, best, 1.0 if place == 0 else _WIDER)
        return best

    def _printed(self, word: str, best: Matches) -> None:
        latin = word.isascii()
        for is_text, layer in enumerate(self._layers):
            for unit, start, end in layer.printed.find(word):
                inside = latin and _inside_word(layer.printed.part(unit), start, end)
                whole = end - start == layer.printed.length(unit)
                quality = _INSIDE if inside else 1.0
                best[is_text, unit] = Match(
                    layer, unit, MatchTier.PRINTED, MatchForm.PRINTED, start, end, whole, quality
                )

    def _folded(self, needle: str, tier: MatchTier, best: Matches, quality: float = 1.0) -> None:
        if not needle or needle in self._absent:
            return
        latin, present, short_kanji = needle.isascii(), False, is_short_kanji(needle)
        for is_text, layer in enumerate(self._layers):
            for unit, start, end in layer.folded.find(needle):
                present = True
                if (is_text, unit) in best:
                    continue
                if short_kanji and torn_places(needle, layer.printed.part(unit)):
                    continue
                inside = latin and _inside_word(layer.folded.part(unit), start, end)
                if inside and tier is MatchTier.ALIAS:
                    continue
                if latin and joins_parts(needle, layer, unit):
                    continue
                whole, good = end - start == layer.folded.length(unit), 0.5 if inside else quality
                best[is_text, unit] = Match(
                    layer, unit, tier, MatchForm.FOLDED, start, end, whole, good
                )
        if tier is MatchTier.ALIAS and not present:
            self._absent.add(needle)

    def _loose(self, word: str, best: Matches) -> None:
        """Find words whose kana endings are written or not (取り組み, 取組)."""
        pattern, needle = loose_pattern(word), fold_spelling(word)
        short_kanji = is_short_kanji(needle)
        if pattern is None:
            return
        for is_text, layer in enumerate(self._layers):
            for unit, start, end in layer.folded.match(pattern):
                if (is_text, unit) in best:
                    continue
                if short_kanji and torn_places(needle, layer.printed.part(unit)):
                    continue
                whole = end - start == layer.folded.length(unit)
                best[is_text, unit] = Match(
                    layer, unit, MatchTier.LOOSE, MatchForm.FOLDED, start, end, whole
                )

    def _sounding(self, word: str, best: Matches) -> None:
        # What is written so needs no sound when it is an abbreviation, or half a syllable.
        spoken = sound_of(word, typing=not best)
        if spoken is None or len(spoken) < 2:
            return
        if best and word.isascii() and (word.isupper() or len(spoken) < _LEAST_SOUND):
            return
        pattern = sound_pattern(spoken)
        at_word = re.compile(" " + pattern.pattern)
        titles, texts = self._layers
        # Letters that begin inside a word are chance, unless they are many.
        by_chance = word.isascii() and len(spoken) < _LONG_SOUND
        titled = at_word if by_chance else pattern
        self._heard(spoken, titled, titles, titles.sounds, MatchForm.SOUND, best)
        self._heard(spoken, titled, titles, titles.letter_sounds, MatchForm.LETTERS, best)
        if len(spoken) >= (_LEAST_SOUND if word.isascii() else _LEAST_KANA):
            self._heard(spoken, at_word, texts, texts.sounds, MatchForm.SOUND, best)

    def _heard(
        self,
        spoken: str,
        pattern: re.Pattern[str],
        layer: TextLayer,
        sounds: Joined,
        form: MatchForm,
        best: Matches,
    ) -> None:
        is_text = self._layers.index(layer)
        for unit, start, end in sounds.match(pattern):
            if (is_text, unit) in best:
                continue
            sound = sounds.part(unit)
            at_start = " " in sound[max(0, start - 1) : start + 1] or len(spoken) >= _LONG_SOUND
            at_end = end == len(sound) or " " in sound[end - 1 : end + 1]
            exact = sound[start:end].replace(" ", "") == spoken
            quality = _AT_START * at_start + _AT_END * at_end + _EXACT * exact
            whole = start <= 1 and end == len(sound)
            best[is_text, unit] = Match(
                layer, unit, MatchTier.READING, form, start, end, whole, quality
            )


def _inside_word(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin match is only part of a longer Latin word."""
    before = start > 0 and text[start - 1].isascii() and text[start - 1].isalpha()
    after = end < len(text) and text[end].isascii() and text[end].isalpha()
    return before or after


def joins_parts(needle: str, layer: TextLayer, unit: int) -> bool:
    """Tell whether a word stands in an English title only over others' blanks, not as them whole.

    Folding drops the blanks, so that ``theme`` would stand in ``the media``.
    """
    if layer.units[unit].place is not TextPlace.TITLE_EN:
        return False
    printed = layer.printed.part(unit).lower()
    return needle not in printed and not _over_blanks(needle).search(printed)


@lru_cache(maxsize=8)
def _over_blanks(needle: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\W*".join(map(re.escape, needle)) + r"\b")


_KANJI = "一-鿿㐀-䶿豈-﫿々"


_PARTS = re.compile(rf"(?P<kanji>[{_KANJI}])|(?P<kana>[ぁ-ん]+)|(?P<other>[^ぁ-ん{_KANJI}]+)")
_GAP = "[ぁ-ん]{0,2}"


def loose_pattern(word: str) -> re.Pattern[str] | None:
    """Return a pattern for ``word`` with kana between its kanji written or not.

    None if the word has fewer than two kanji, so that there is nothing to hold on to.
    """
    parts = list(_PARTS.finditer(unicodedata.normalize("NFKC", word).replace(" ", "")))
    if sum(part["kanji"] is not None for part in parts) < 2:
        return None
    pattern, gap = "", False
    for number, part in enumerate(parts):
        kana = part["kana"]
        if part["kanji"]:
            pattern += (_GAP if gap else "") + re.escape(fold_spelling(part["kanji"]))
            gap = True
        elif kana and gap and len(kana) <= 2:
            # An ending; only a gap between two kanji, nothing after the last.
            gap = any(later["kanji"] for later in parts[number + 1 :])
        else:
            pattern += re.escape(fold_spelling(part.group()))
            gap = False
    return re.compile(pattern)
