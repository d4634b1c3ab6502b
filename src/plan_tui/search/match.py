"""The direct ways in which a word can stand in a string: as printed, folded, sounded, aliased."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from plan_tui.model.views import Mark
from plan_tui.search.aliases import Aliases
from plan_tui.search.corpus import Corpus, Layer
from plan_tui.search.years import year_forms
from plan_tui.text.fold import fold, fold_map
from plan_tui.text.romaji import short, sound_of, sound_pattern

_LEAST_SOUND = 4  # letters of a sound that are enough to look for it in all texts
_LEAST_KANA = 3  # the same where it was typed in kana
_KEPT = 12  # words whose matches are kept
_LONG_SOUND = 8  # letters of a sound that may also begin inside a word


class Found(NamedTuple):
    """A match in one string (thousands are made per key press, hence no dataclass)."""

    layer: Layer
    unit: int
    tier: str
    """``printed``, ``folded``, ``loose``, ``reading``, ``alias``, ``subsequence``, ``typo``."""
    form: str
    """What the offsets count: ``printed``, ``folded``, ``sound``, ``letters`` (a sound with Latin
    words as spelled), ``short`` (a sound without blanks, vowels short) or ``all`` (no offsets)."""
    start: int
    end: int
    whole: bool
    """True if the match is the whole string."""
    quality: float = 1.0
    """0 to 1, among matches of one tier."""

    @property
    def section(self) -> int:
        """Number of the section."""
        return self.layer.units[self.unit].section

    @property
    def place(self) -> str:
        """``title``, ``title_en``, ``text``, ``footnote`` or ``kpi``."""
        return self.layer.units[self.unit].place

    @property
    def text(self) -> str:
        """The string as printed."""
        return self.layer.printed.part(self.unit)

    @property
    def coverage(self) -> float:
        """How much of the string is matched, 0 to 1."""
        if self.form == "printed":
            return (self.end - self.start) / max(1, len(self.text))
        if self.form == "folded":
            return (self.end - self.start) / max(1, len(self.layer.folded.part(self.unit)))
        return (self.end - self.start) / max(1, len(self.layer.sounds.part(self.unit)))

    def marks(self) -> tuple[Mark, ...]:
        """Return the matched range of the printed string."""
        if self.form == "printed":
            return ((self.start, self.end),)
        if self.form == "folded":
            return (fold_map(self.text).printed(self.start, self.end),)
        return () if self.form == "all" else (self._sounded(),)

    def _sounded(self) -> Mark:
        """Return the printed words whose sounds overlap the match."""
        printed = 0
        first, last = None, 0
        cuts = self.layer.reading(self.unit).cuts
        for (begins, ends), cut in zip(self._spoken(), cuts, strict=True):
            length = int(cut, 36)
            if first is None and ends > self.start:
                first = printed
            if begins < self.end:
                last = printed + length
            printed += length
        return _trimmed(self.text, first or 0, last)

    def _spoken(self) -> Iterator[tuple[int, int]]:
        """Yield where each word's sound stands in what the offsets count."""
        sounds = self.layer.letter_sounds if self.form == "letters" else self.layer.sounds
        words = sounds.part(self.unit).split(" ")[1:]
        if self.form == "short":
            # A vowel may be long across two words: what counts is how far all so far reach.
            reach = [len(short("".join(words[:count]))) for count in range(len(words) + 1)]
            yield from pairwise(reach)
            return
        at = 0
        for word in words:
            yield at + 1, at + 1 + len(word)
            at += 1 + len(word)


def _trimmed(text: str, start: int, end: int) -> Mark:
    """Return the range without the signs that belong to its last word."""
    while end > start + 1 and not text[end - 1].isalnum() and text[end - 1] not in "ー々":
        end -= 1
    return start, end


Matches = dict[tuple[int, int], Found]
"""Layer (0 titles, 1 texts) and string number → the best match in it."""


class Matcher:
    """Finds one word, or one phrase taken as one word, in every string."""

    def __init__(self, corpus: Corpus, aliases: Aliases) -> None:
        self._corpus = corpus
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
            best: Matches = {}
            for found in self._direct(word, best):
                best.setdefault((found.layer is self._corpus.texts, found.unit), found)
            while len(self._matched) >= _KEPT:
                self._matched.pop(next(iter(self._matched)))
            self._matched[word] = best
        return self._matched[word]

    def _direct(self, word: str, best: Matches) -> Iterator[Found]:
        """Yield matches, the best way first; strings already in ``best`` may be left out."""
        years = year_forms(word)
        yield from self._printed(word)
        for form in years or (word,):
            yield from self._folded(fold(form), "folded", best)
        if years:
            return
        yield from self._loose(word)
        yield from self._sounding(word, best)
        for place, other in enumerate(self._aliases.others(word)):
            # A group's first form is the plan's own word; the others are ever wider.
            yield from self._folded(other, "alias", best, 1.0 if place == 0 else 0.5)

    def _printed(self, word: str) -> Iterator[Found]:
        latin = word.isascii()
        for layer in self._layers:
            for unit, start, end in layer.printed.find(word):
                text = layer.printed.part(unit)
                quality = 0.5 if latin and _inside_word(text, start, end) else 1.0
                whole = len(text) == len(word)
                yield Found(layer, unit, "printed", "printed", start, end, whole, quality)

    def _folded(
        self, needle: str, tier: str, best: Matches, quality: float = 1.0
    ) -> Iterator[Found]:
        if not needle or needle in self._absent:
            return
        latin, present = needle.isascii(), False
        torn = torn_pattern(needle)
        for layer in self._layers:
            is_text = layer is self._corpus.texts
            for unit, start, end in layer.folded.find(needle):
                present = True
                if (is_text, unit) in best:
                    continue
                text = layer.folded.part(unit)
                if torn and torn.search(layer.printed.part(unit)):
                    continue
                inside = latin and _inside_word(text, start, end)
                if inside and tier == "alias":
                    continue
                good, whole = 0.5 if inside else quality, len(text) == len(needle)
                yield Found(layer, unit, tier, "folded", start, end, whole, good)
        if tier == "alias" and not present:
            self._absent.add(needle)

    def _loose(self, word: str) -> Iterator[Found]:
        """Find words whose kana endings are written or not (取り組み, 取組)."""
        pattern = loose_pattern(word)
        if pattern is None:
            return
        torn = torn_pattern(fold(word))
        for layer in self._layers:
            for unit, start, end in layer.folded.match(pattern):
                if torn and torn.search(layer.printed.part(unit)):
                    continue
                whole = end - start == len(layer.folded.part(unit))
                yield Found(layer, unit, "loose", "folded", start, end, whole)

    def _sounding(self, word: str, best: Matches) -> Iterator[Found]:
        # What is written so needs no sound when it is an abbreviation, or half a syllable.
        spoken = sound_of(word, typing=not best)
        if spoken is None or len(spoken) < 2:
            return
        if best and word.isascii() and (word.isupper() or len(spoken) < _LEAST_SOUND):
            return
        pattern = sound_pattern(spoken)
        titles = self._corpus.titles
        for sounds, form in ((titles.sounds, "sound"), (titles.letter_sounds, "letters")):
            yield from _heard(titles, spoken, sounds.match(pattern), sounds.part, form)
        if len(spoken) >= (_LEAST_SOUND if word.isascii() else _LEAST_KANA):
            texts = self._corpus.texts
            at_word = re.compile(" " + pattern.pattern)
            found = texts.sounds.match(at_word)
            yield from _heard(texts, spoken, found, texts.sounds.part, "sound")


def _heard(
    layer: Layer,
    spoken: str,
    matches: Iterable[tuple[int, int, int]],
    part: Callable[[int], str],
    form: str,
) -> Iterator[Found]:
    for unit, start, end in matches:
        sound = part(unit)
        at_start = " " in sound[max(0, start - 1) : start + 1] or len(spoken) >= _LONG_SOUND
        at_end = end == len(sound) or " " in sound[end - 1 : end + 1]
        exact = sound[start:end].replace(" ", "") == spoken
        quality = 0.5 * at_start + 0.3 * at_end + 0.2 * exact
        whole = start <= 1 and end == len(sound)
        yield Found(layer, unit, "reading", form, start, end, whole, quality)


def _inside_word(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin match is only part of a longer Latin word."""
    before = start > 0 and text[start - 1].isascii() and text[start - 1].isalpha()
    after = end < len(text) and text[end].isascii() and text[end].isalpha()
    return before or after


_MARKS = "[・、，「」『』（）()【】]+"


@lru_cache(maxsize=64)
def torn_pattern(word: str) -> re.Pattern[str] | None:
    """Return a pattern for a short kanji word with a mark inside, which is two others' ends.

    Folding drops the mark, so that 保育 would stand in 確保・育成. Words of two kanji or more
    on both sides are a list written without its marks (死亡相続).
    """
    if not 2 <= len(word) <= 3 or not re.fullmatch(f"[{_KANJI}]+", word):
        return None
    return re.compile("|".join(word[:cut] + _MARKS + word[cut:] for cut in range(1, len(word))))


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
            pattern += (_GAP if gap else "") + re.escape(fold(part["kanji"]))
            gap = True
        elif kana and gap and len(kana) <= 2:
            # An ending; only a gap between two kanji, nothing after the last.
            gap = any(later["kanji"] for later in parts[number + 1 :])
        else:
            pattern += re.escape(fold(part.group()))
            gap = False
    return re.compile(pattern)
