"""The direct ways in which a word can stand in a string: as printed, folded, sounded, aliased."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from plan_tui.model.outline_enums import KeyForm, TextPlace
from plan_tui.search.matches import Match, Matches, MatchForm, MatchTier
from plan_tui.search.ranking import AT_A_BORDER
from plan_tui.search.word_patterns import (
    KanaWord,
    MarkedWord,
    as_hiragana,
    has_kanji_borders,
    is_katakana,
    is_short_kanji,
    is_whole_katakana,
    loose_keys,
    loose_pattern,
    without_final_mark,
)
from plan_tui.text.characters import has_number, is_kanji
from plan_tui.text.fold import (
    COUNTER,
    fold_printed,
    fold_scripts,
    fold_sound,
    fold_spelling,
    without_marks,
)
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.search_keys import folded_keys, spelled_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator, Sequence

    from plan_tui.search.aliases import Aliases, OtherWord
    from plan_tui.search.corpus import Corpus
    from plan_tui.search.strings import Strings, TextLayer
    from plan_tui.text.ranges import Range

# Sounds are short and alike: these keep chance out. Set by hand on the own query set,
# tests/queries.toml; lower, and romaji being typed fills the list with what it does not mean.
_LEAST_SOUND = 4
"""Letters of a sound that are enough to look for it in all texts, and beside what is written so."""
_LEAST_KANA = 3
"""The same for all texts where it was typed in kana, which are no other language's word."""
_LONG_SOUND = 8
"""Letters of a sound that may also begin inside a word."""
_AT_START, _AT_END, _EXACT = 0.51, 0.29, 0.2
"""Parts of a sound's quality: it begins at a word, ends at one, has the same vowel lengths. The
ranking takes a quality below the first for a broken word."""
_INSIDE = 0.5
"""Quality of Latin letters inside a longer word."""
_SHORTEST_READING = 2
"""Katakana that are the reading of a whole word only; more may also begin one."""
_OTHER_KANA = 0.9
"""Quality of a word in other kana than typed (でーた, データ)."""
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
        self._unlike: set[str] = set()
        self._matched: dict[str, tuple[Matches, Matches]] = {}

    def match(self, word: str) -> Matches:
        """Return the best direct match of each string that has one; not to be changed.

        While a query is typed all its words but the last are asked for again and again, so
        what they match is kept.
        """
        return self._kept(word)[0]

    def doubtful(self, word: str) -> Matches:
        """Return where nothing but what sounds like a word stands: inside one, or in other kana.

        No string is in it that `match` gives; not to be changed.
        """
        return self._kept(word)[1]

    def _kept(self, word: str) -> tuple[Matches, Matches]:
        if word not in self._matched:
            while len(self._matched) >= _KEPT:
                self._matched.pop(next(iter(self._matched)))
            self._matched[word] = self._direct(word)
        return self._matched[word]

    def _direct(self, word: str) -> tuple[Matches, Matches]:
        """Look for a word in each way, the best first: a string matched in one keeps it."""
        best, doubtful = Matches(), Matches()
        years = _year_forms(word)
        self._printed(word, best)
        for form in years or (word,):
            self._spelled(fold_printed(form), MatchTier.FOLDED, best)
        if years:
            for form in years:
                self._marked(MarkedWord(fold_printed(form), least=1), fold_spelling(form), best)
            return best, doubtful
        self._loose(word, best)
        self._alike(fold_printed(word), best, doubtful)
        self._sounding(word, best, doubtful)
        titled = any(match.place is TextPlace.TITLE for match in best.values())
        others = self._aliases.others(word)
        self._read_keys(others)
        for other in others:
            # Where the plan has a heading with the everyday word itself, that is what is meant.
            if not (other.everyday and titled):
                self._aliased(other, best)
        return best, Matches({key: m for key, m in doubtful.items() if key not in best})

    def _printed(self, word: str, best: Matches) -> None:
        latin, spelled = word.isascii(), fold_printed(word)
        for is_text, layer in enumerate(self._layers):
            # か before a counter is no particle, so that what is printed alike may be another word.
            counted = COUNTER in spelled and {unit for unit, *_ in layer.spelled.find(spelled)}
            for unit, start, end in layer.printed.find(word):
                if counted is not False and unit not in counted:
                    continue
                inside = latin and _inside_word(layer.printed.part(unit), start, end)
                whole = not start and end == layer.printed.length(unit)
                quality = _INSIDE if inside else 1.0
                best[is_text, unit] = Match(
                    layer, unit, MatchTier.PRINTED, MatchForm.PRINTED, start, end, whole, quality
                )

    def _spelled(self, needle: str, tier: MatchTier, best: Matches, quality: float = 1.0) -> None:
        """Find what is printed as a word, width, case and variants aside."""
        if not needle or needle in self._absent:
            return
        latin, present = needle.isascii(), False
        for is_text, layer in enumerate(self._layers):
            holding = layer.spelled.holding(needle)
            lacking = best.lacking(is_text, holding)
            present = present or len(lacking) < len(holding)
            places = layer.spelled.find(needle, lacking)
            for unit, start, end in chain(places, _stems(needle, layer)):
                present = True
                if (is_text, unit) in best:
                    continue
                inside = latin and _inside_word(layer.spelled.part(unit), start, end)
                if inside and tier is not MatchTier.FOLDED:
                    continue
                whole = not start and end == layer.spelled.length(unit)
                good = _INSIDE if inside else quality
                best[is_text, unit] = Match(
                    layer, unit, tier, MatchForm.SPELLED, start, end, whole, good
                )
        if tier is not MatchTier.FOLDED and not present:
            self._absent.add(needle)

    def _loose(self, word: str, best: Matches) -> None:
        """Find words whose kana endings are written or not (取り組み, 取組)."""
        pattern = loose_pattern(word)
        if pattern is None:
            return
        is_short, pairs = is_short_kanji(word), loose_keys(word)
        for is_text, layer in enumerate(self._layers):
            possible = best.lacking(is_text, layer.with_keys(KeyForm.TEXT, pairs))
            for unit, start, end in layer.spelled.match(pattern, possible):
                if (is_text, unit) in best:
                    continue
                # A short word may be made of the ends of two others (確保し育成).
                if not is_short or has_kanji_borders(layer.spelled.part(unit), start, end):
                    best[is_text, unit] = _spelled_match(layer, unit, MatchTier.LOOSE, (start, end))

    def _marked(self, word: MarkedWord, needle: str, best: Matches) -> None:
        """Find a word with marks in other places than typed."""
        for is_text, layer in enumerate(self._layers):
            lacking = best.lacking(is_text, layer.folded.holding(needle))
            for unit, _, _ in layer.folded.find(needle, lacking, (layer.spelled,)):
                if (is_text, unit) not in best and (place := word.place(*_part(layer, unit))):
                    best[is_text, unit] = _spelled_match(layer, unit, MatchTier.LOOSE, place)

    def _alike(self, word: str, best: Matches, doubtful: Matches) -> None:
        """Find what is equal only once it is folded to its sound, and see in what it differs."""
        needle, letters = fold_sound(word), without_marks(word)
        if not needle:
            return
        marked, kana = MarkedWord(word), KanaWord(word)
        possible, latin, single = marked.is_possible, needle.isascii(), len(needle) == 1
        for is_text, layer in enumerate(self._layers):
            lacking = best.lacking(is_text, layer.folded.holding(needle))
            also = () if single else _forms(needle, layer)
            for unit, start, end in layer.folded.find(needle, lacking, also):
                if latin and joins_parts(needle, layer, unit):
                    continue
                if single:
                    doubtful[is_text, unit] = _doubtful_match(layer, unit, start, end)
                    continue
                spelled, plain = _part(layer, unit)
                if possible and (place := marked.place(spelled, plain)):
                    best[is_text, unit] = _spelled_match(layer, unit, MatchTier.LOOSE, place)
                elif kana.is_possible and (place := kana.place(spelled, plain)):
                    best[is_text, unit] = _spelled_match(
                        layer, unit, MatchTier.READING, place, _OTHER_KANA
                    )
                elif letters not in plain:
                    match = _doubtful_match(layer, unit, start, end)
                    if fold_scripts(letters) in fold_scripts(plain):
                        best[is_text, unit] = match.with_quality(_OTHER_KANA)
                    else:
                        doubtful[is_text, unit] = match

    def _sounding(self, word: str, best: Matches, doubtful: Matches) -> None:
        if any(map(is_kanji, word)):
            return
        from plan_tui.text.romaji import sound_of, sound_pattern

        # What is written so needs no sound when it is an abbreviation, or half a syllable.
        spoken = sound_of(word, typing=not best)
        if spoken is None or len(spoken) < 2:
            return
        if best and word.isascii() and (word.isupper() or len(spoken) < _LEAST_SOUND):
            return
        pattern = sound_pattern(spoken)
        at_word = late_pattern(" " + pattern.pattern)
        titles, texts = self._layers
        # Letters that begin inside a word are chance, unless they are many.
        by_chance = word.isascii() and len(spoken) < _LONG_SOUND
        titled = at_word if by_chance else pattern
        heard = Matches()
        # What is found so far is not listened to: that would not change how it is found.
        known, known_below = best.units(0), best.units(1)
        self._heard(spoken, titled, titles, titles.sounds, MatchForm.SOUND, heard, known)
        known |= heard.units(0)
        self._heard(spoken, titled, titles, titles.letter_sounds, MatchForm.LETTERS, heard, known)
        if len(spoken) >= (_LEAST_SOUND if word.isascii() else _LEAST_KANA):
            self._heard(spoken, at_word, texts, texts.sounds, MatchForm.SOUND, heard, known_below)
        katakana = is_katakana(fold_printed(word))
        for key, match in heard.items():
            sure = match.quality >= AT_A_BORDER or match.whole
            if katakana:
                sure = self._is_meant(word, match, alike=key in doubtful)
            (best if sure else doubtful)[key] = match if sure else match.with_quality(0.0)

    def _is_meant(self, word: str, match: Match, *, alike: bool) -> bool:
        """Tell whether katakana are a reading, not a foreign word that sounds like another.

        Most hiragana that sound like it are grammar (から, める), and a ``ー`` is in no reading.
        """
        if "ー" in word or "ｰ" in word:
            return False
        if alike:
            hidden = as_hiragana(word)
            return bool(hidden) and hidden in match.layer.spelled.part(match.unit)
        return match.quality >= (_AT_START if len(word) > _SHORTEST_READING else 1.0)

    def _heard(
        self,
        spoken: str,
        pattern: re.Pattern[str],
        layer: TextLayer,
        sounds: Strings,
        form: MatchForm,
        heard: Matches,
        known: Collection[int],
    ) -> None:
        is_text = self._layers.index(layer)
        possible = [unit for unit in layer.heard(spoken) if unit not in known]
        for unit, start, end in sounds.match(pattern, possible):
            sound = sounds.part(unit)
            at_start = " " in sound[max(0, start - 1) : start + 1] or len(spoken) >= _LONG_SOUND
            at_end = end == len(sound) or " " in sound[end - 1 : end + 1]
            exact = sound[start:end].replace(" ", "") == spoken
            quality = _AT_START * at_start + _AT_END * at_end + _EXACT * exact
            whole = start <= 1 and end == len(sound)
            heard[is_text, unit] = Match(
                layer, unit, MatchTier.READING, form, start, end, whole, quality
            )

    def _read_keys(self, others: Sequence[OtherWord]) -> None:
        """Read together which strings may hold words that will be looked for one by one."""
        forms = [other.form for other in others]
        keys = [key for form in forms for key in spelled_keys(form)]
        keys += [key for form in forms for key in folded_keys(fold_sound(form))]
        for layer in self._layers if keys else ():
            layer.with_each_key(KeyForm.TEXT, tuple(dict.fromkeys(keys)))

    def _aliased(self, other: OtherWord, best: Matches) -> None:
        """Find a word that stands for the one asked for, alone or in its place inside it."""
        tier = MatchTier.EVERYDAY if other.everyday else MatchTier.ALIAS
        # A group's first form is the plan's own word; the others are ever wider.
        quality = 1.0 if other.is_first else _WIDER
        self._spelled(other.form, tier, best, quality)
        needle = fold_sound(other.form)
        if needle in self._unlike:
            return
        marked, present = MarkedWord(other.form), False
        for is_text, layer in enumerate(self._layers) if marked.is_possible else ():
            holding = layer.folded.holding(needle)
            lacking = best.lacking(is_text, holding)
            present = present or len(lacking) < len(holding)
            for unit, _, _ in layer.folded.find(needle, lacking, _forms(needle, layer)):
                present = True
                if joins_parts(needle, layer, unit):
                    continue
                if place := marked.place(*_part(layer, unit)):
                    best[is_text, unit] = _spelled_match(layer, unit, tier, place, quality)
        if not present:
            self._unlike.add(needle)


def _year_forms(word: str) -> tuple[str, ...]:
    """Return all notations of a date word; empty if it is none, as few words are."""
    if not has_number(word):
        return ()
    from plan_tui.search.year_words import year_forms

    return year_forms(word)


def _doubtful_match(layer: TextLayer, unit: int, start: int, end: int) -> Match:
    return Match(layer, unit, MatchTier.READING, MatchForm.FOLDED, start, end, False, 0.0)


def _part(layer: TextLayer, unit: int) -> tuple[str, str]:
    """Return a string as it is spelled, and that without marks."""
    return layer.spelled.part(unit), layer.plain.part(unit)


def _forms(needle: str, layer: TextLayer) -> tuple[Strings, ...]:
    """Return what is asked for where a word is found folded; see `_part` and `joins_parts`."""
    return (layer.spelled, layer.printed) if needle.isascii() else (layer.spelled,)


def _stems(word: str, layer: TextLayer) -> Iterator[tuple[int, int, int]]:
    """Yield where a word of katakana stands without the ``ー`` at its end."""
    if stem := without_final_mark(word):
        for unit, start, end in layer.spelled.find(stem):
            if is_whole_katakana(layer.spelled.part(unit), start, end):
                yield unit, start, end


def _spelled_match(
    layer: TextLayer, unit: int, tier: MatchTier, place: Range, quality: float = 1.0
) -> Match:
    start, end = place
    whole = not start and end == layer.spelled.length(unit)
    return Match(layer, unit, tier, MatchForm.SPELLED, start, end, whole, quality)


def _inside_word(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin match is only part of a longer Latin word."""
    before = start > 0 and text[start - 1].isascii() and text[start - 1].isalpha()
    after = end < len(text) and text[end].isascii() and text[end].isalpha()
    return before or after


def joins_parts(needle: str, layer: TextLayer, unit: int) -> bool:
    """Tell whether a word stands in an English title only over others' blanks, not as them whole.

    Folding drops the blanks, so that ``theme`` would stand in ``the media``.
    """
    if layer.place(unit) is not TextPlace.TITLE_EN:
        return False
    printed = layer.printed.part(unit).lower()
    return needle not in printed and not _stands_over_blanks(needle, printed)


def _stands_over_blanks(needle: str, printed: str) -> bool:
    """Tell whether a word stands in a text from the beginning of a word to the end of one."""
    if not all(map(_is_of_word, needle)):
        return _over_blanks(needle).search(printed) is not None
    places = [n for n, sign in enumerate(printed) if _is_of_word(sign)]
    letters = "".join([printed[n] for n in places])
    at = letters.find(needle)
    while at >= 0:
        first, last = places[at], places[at + len(needle) - 1]
        around = printed[first - 1 : first] if first else "", printed[last + 1 : last + 2]
        if not any(map(_is_of_word, around)):
            return True
        at = letters.find(needle, at + 1)
    return False


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@lru_cache(maxsize=8)
def _over_blanks(needle: str) -> re.Pattern[str]:
    import re

    return re.compile(r"\b" + r"\W*".join(map(re.escape, needle)) + r"\b")
