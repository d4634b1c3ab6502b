"""The direct ways in which a word can stand in a string: as printed, folded, sounded, aliased."""

from __future__ import annotations

from plan_tui.model.outline_enums import KeyForm
from plan_tui.search.match_runs import MadeRun, Matches, WordMatches, WordRun
from plan_tui.search.matches import (
    Match,
    MatchForm,
    MatchTier,
    doubtful_match,
    holders,
    spelled_match,
)
from plan_tui.search.ranking import AT_A_BORDER
from plan_tui.search.word_patterns import (
    KanaWord,
    MarkedWord,
    date_forms,
    has_kanji_borders,
    is_katakana,
    is_meant,
    is_short_kanji,
    is_whole_katakana,
    joins_parts,
    looked_at_also,
    loose_keys,
    loose_pattern,
    part_and_letters,
    stands_only_so,
    without_final_mark,
)
from plan_tui.text.characters import cuts_number, ends_in_number, find_whole, is_kanji
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
    from collections.abc import Collection, Container, Sequence

    from plan_tui.search.aliases import Aliases, OtherWord
    from plan_tui.search.corpus import Corpus
    from plan_tui.search.heard_words import Heard
    from plan_tui.search.match_runs import Wanted

# Sounds are short and alike: these keep chance out. Set by hand on the own query set,
# tests/queries.toml; lower, and romaji being typed fills the list with what it does not mean.
_LEAST_SOUND = 4
"""Letters of a sound that are enough to look for it in all texts, and beside what is written so."""
_LEAST_KANA = 3
"""The same for all texts where it was typed in kana, which are no other language's word."""
_OTHER_KANA = 0.9
"""Quality of a word in other kana than typed (でーた, データ)."""
_WIDER = 0.5
"""Quality of an alias that is not the plan's own word."""
_KEPT = 64
"""Words whose matches are kept: more than a query has, so that while its last word is typed the
others cost nothing. Moves memory only."""
_KEPT_UNITS = 400_000
"""Strings in which these words stand: twice those of a hundred times the plan, in which a syllable
stands nearly everywhere. Moves memory only."""


class Matcher:
    """Finds one word, or one phrase taken as one word, in every string."""

    def __init__(self, corpus: Corpus, aliases: Aliases) -> None:
        self._aliases = aliases
        self._layers = (corpus.titles, corpus.texts)
        # Aliases that stand nowhere (most English ones); each key press would look for them anew.
        self._absent: set[str] = set()
        self._unlike: set[str] = set()
        self._matched: dict[str, WordMatches] = {}
        self._size = 0

    def plain(self, word: str) -> Matches:
        """Return what `match` does, but for what stands for the word; not to be changed."""
        return self._kept(word).plain

    def match(self, word: str) -> Matches:
        """Return the best direct match of each string that has one; not to be changed.

        While a query is typed all its words but the last are asked for again and again, so
        what they match is kept.
        """
        self.aliased(word)
        return self._kept(word).whole[0]

    def aliased(self, word: str, wanted: Wanted | None = None) -> Sequence[WordRun | MadeRun]:
        """Return where what stands for a word is the best match, of all strings or of some."""
        kept = self._kept(word)
        if kept.is_whole:
            return kept.whole[0].runs[len(kept.plain.runs) :]
        best = kept.plain.beyond(wanted)
        for other in self._others(word, kept.plain):
            self._aliased(other, best, in_english=word.isascii())
        if not best.is_partial:
            self._size -= len(kept)
            kept.add(best)
            self._size += len(kept)
        return best.runs

    def doubtful(self, word: str, but: Container[int] = ()) -> Matches:
        """Return where nothing but what is like a word stands: in sound, or a longer number.

        No string is in it that `match` gives, and none of the sections ``but``, where these would
        take long and are all that `plain` and `aliased` have; not to be changed.
        """
        if not but:
            self.aliased(word)
        best, heard = self._kept(word).whole
        if but:
            heard = heard.outside(but)
        needle = fold_sound(fold_printed(word))
        if len(needle) != 1 or date_forms(word):
            return heard
        from plan_tui.search.longer_words import letter_anywhere

        return letter_anywhere(needle, self._layers, best, heard, but)

    def _kept(self, word: str) -> WordMatches:
        if word not in self._matched:
            matched = WordMatches(*self._direct(word))
            size = len(matched)
            while self._matched and (
                len(self._matched) >= _KEPT or self._size + size > _KEPT_UNITS
            ):
                self._size -= len(self._matched.pop(next(iter(self._matched))))
            self._matched[word], self._size = matched, self._size + size
        return self._matched[word]

    def _direct(self, word: str) -> tuple[Matches, Matches]:
        """Return what a word itself matches, in each way, the best first; and what is doubtful."""
        best, doubtful = Matches(), dict[tuple[int, int], Match]()
        years, spelled = date_forms(word), fold_printed(word)
        begun = self._printed(word, best)
        cut = (set[int](), set[int]())
        for form in years or (word,):
            cut = self._spelled(form, MatchTier.FOLDED, best, begun=begun)
        if years:
            for form in years:
                self._marked(MarkedWord(fold_printed(form), least=1), fold_spelling(form), best)
        else:
            self._loose(word, best)
            self._alike(spelled, best, doubtful, cut)
            self._sounding(word, best, doubtful)
            if not best:
                self._in_digits(word, best)
        if ends_in_number(spelled):
            from plan_tui.search.longer_words import in_longer_numbers

            doubtful |= in_longer_numbers(spelled, self._layers, best)
        unsure = Matches.of({key: m for key, m in doubtful.items() if key not in best})
        if any(cut):
            from plan_tui.search.longer_words import in_longer_words

            in_longer_words(spelled, self._layers, cut, best, unsure)
        return best, unsure

    def _in_digits(self, word: str, best: Matches) -> None:
        """Find a word with numerals in kanji that stands nowhere so (else they may be none)."""
        from plan_tui.search.year_words import in_digits

        if (other := in_digits(word)) != word:
            self._spelled(other, MatchTier.FOLDED, best)

    def _printed(self, word: str, best: Matches) -> tuple[Collection[int], ...]:
        """Find what is printed as typed; return for each layer where that only begins a word."""
        begun: list[Collection[int]] = []
        spelled = fold_printed(word)
        for is_text, layer in enumerate(self._layers):
            held = holders(layer.printed, word, None, layer.printed)
            begun.append(held.begun)
            units: Sequence[int] = [unit for unit in held.units if unit not in held.begun]
            if COUNTER in spelled:
                # か before a counter is no particle: what is printed alike may be another word.
                counted = set(layer.spelled.holders(spelled))
                units = [unit for unit in units if unit in counted]
            tier, form = MatchTier.PRINTED, MatchForm.PRINTED
            best.add(WordRun(is_text, layer, units, word, tier, form, 1.0, held))
        return tuple(begun)

    def _spelled(
        self,
        word: str,
        tier: MatchTier,
        best: Matches,
        quality: float = 1.0,
        *,
        begun: Sequence[Collection[int]] | None = None,
        in_english: bool = True,
    ) -> tuple[set[int], set[int]]:
        """Find what is printed as a word, width, case and variants aside.

        Return for each layer where it is left out, since it stands only inside longer Latin words,
        or at their beginnings. These count only if ``begun`` is given, where the word is printed
        so, and if it is not typed in capitals (an abbreviation) wherever it is folded so.
        """
        needle, left_out = fold_printed(word), (set[int](), set[int]())
        if not needle or needle in self._absent:
            return left_out
        present = False
        for is_text, layer in enumerate(self._layers):
            holding = layer.spelled.holding(needle)
            lacking = best.lacking(is_text, holding)
            # What stands for a word is long and many: its capitals are not looked at.
            printed = layer.printed if begun else None
            held = holders(layer.spelled, needle, lacking, printed)
            present = present or len(lacking) < len(holding) or bool(held.units or held.within)
            left_out[is_text].update(held.within)
            if begun is None or word.isupper():
                left_out[is_text].update({*held.begun}.difference(begun[is_text] if begun else ()))
            units = [unit for unit in held.units if unit not in left_out[is_text]]
            if not (in_english or is_text):
                units = [unit for unit in units if unit < layer.first_english]
            form = MatchForm.SPELLED
            best.add(WordRun(is_text, layer, units, needle, tier, form, quality, held))
            if stem := without_final_mark(needle):
                holding = layer.spelled.holding(stem)
                lacking = best.lacking(is_text, holding)
                places = layer.spelled.find(stem, lacking)
                ended = [u for u, *at in places if is_whole_katakana(layer.spelled.part(u), *at)]
                present = present or len(lacking) < len(holding) or bool(ended)
                best.add(WordRun(is_text, layer, ended, stem, tier, form, quality))
        if tier is not MatchTier.FOLDED and not present:
            self._absent.add(needle)
        return left_out

    def _loose(self, word: str, best: Matches) -> None:
        """Find words whose kana endings are written or not (取り組み, 取組)."""
        pattern = loose_pattern(word)
        if pattern is None:
            return
        is_short, pairs = is_short_kanji(word), loose_keys(word)
        for is_text, layer in enumerate(self._layers):
            possible = best.lacking(is_text, layer.with_keys(KeyForm.TEXT, pairs))
            places = layer.spelled.match(pattern, possible)
            # A short word may be made of the ends of two others (確保し育成).
            matches = {
                unit: spelled_match(layer, unit, MatchTier.LOOSE, (start, end))
                for unit, start, end in places
                if not is_short or has_kanji_borders(layer.spelled.part(unit), start, end)
                if not cuts_number(layer.spelled.part(unit), start, end)
            }
            best.add(MadeRun(is_text, layer, matches))

    def _marked(self, word: MarkedWord, needle: str, best: Matches) -> None:
        """Find a word with marks in other places than typed."""
        for is_text, layer in enumerate(self._layers):
            lacking = best.lacking(is_text, layer.folded.holding(needle))
            matches = {}
            for unit, _, _ in layer.folded.find(needle, lacking, (layer.spelled,)):
                if place := word.place(*part_and_letters(layer, unit)):
                    matches[unit] = spelled_match(layer, unit, MatchTier.LOOSE, place)
            best.add(MadeRun(is_text, layer, matches))

    def _alike(
        self,
        word: str,
        best: Matches,
        doubtful: dict[tuple[int, int], Match],
        cut: tuple[set[int], set[int]],
    ) -> None:
        """Find what is equal only once it is folded to its sound, and see in what it differs.

        ``cut`` tells for each layer where the word stands inside Latin ones.
        """
        needle, letters = fold_sound(word), without_marks(word)
        if len(needle) < 2:
            return  # a single letter makes no word; see `doubtful`
        marked, kana = MarkedWord(word), KanaWord(word)
        possible, latin = marked.is_possible, needle.isascii()
        for is_text, layer in enumerate(self._layers):
            lacking = best.lacking(is_text, layer.folded.holding(needle))
            matches = {}
            for unit, start, end in layer.folded.find(
                needle, lacking, looked_at_also(needle, layer)
            ):
                if unit in cut[is_text] and stands_only_so(needle, word, layer, unit):
                    continue
                if latin and joins_parts(needle, layer, unit):
                    continue
                spelled, plain = part_and_letters(layer, unit)
                if possible and (place := marked.place(spelled, plain)):
                    matches[unit] = spelled_match(layer, unit, MatchTier.LOOSE, place)
                elif kana.is_possible and (place := kana.place(spelled, plain)):
                    matches[unit] = spelled_match(
                        layer, unit, MatchTier.READING, place, _OTHER_KANA
                    )
                elif letters not in plain:
                    match = doubtful_match(layer, unit, start, end)
                    if find_whole(fold_scripts(plain), fold_scripts(letters)) >= 0:
                        matches[unit] = match.with_quality(_OTHER_KANA)
                    else:
                        doubtful[is_text, unit] = match
            best.add(MadeRun(is_text, layer, matches))

    def _sounding(self, word: str, best: Matches, doubtful: dict[tuple[int, int], Match]) -> None:
        if any(map(is_kanji, word)):
            return
        from plan_tui.search.heard_words import LONG_SOUND, heard_in
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
        by_chance = word.isascii() and len(spoken) < LONG_SOUND
        titled = at_word if by_chance else pattern
        heard: dict[tuple[int, int], Heard] = {}
        # What is found so far is not listened to: that would not change how it is found.
        known, known_below = best.known
        by_sound = heard_in(titles, titles.sounds, MatchForm.SOUND, spoken, titled, known)
        heard |= {(0, unit): place for unit, place in by_sound}
        known = known.union(unit for _, unit in heard)
        by_letters = heard_in(
            titles, titles.letter_sounds, MatchForm.LETTERS, spoken, titled, known
        )
        heard |= {(0, unit): place for unit, place in by_letters}
        if len(spoken) >= (_LEAST_SOUND if word.isascii() else _LEAST_KANA):
            below = heard_in(texts, texts.sounds, MatchForm.SOUND, spoken, at_word, known_below)
            heard |= {(1, unit): place for unit, place in below}
        katakana = is_katakana(fold_printed(word))
        needle = fold_sound(fold_printed(word))
        alike = [{unit for is_text, unit in doubtful if is_text == at} for at in (0, 1)]
        if katakana and len(needle) == 1:
            alike = [set(layer.with_letter(needle)) for layer in self._layers]
        meant: dict[tuple[int, int], Match] = {}
        for (is_text, unit), (form, start, end, whole, quality) in heard.items():
            layer = self._layers[is_text]
            sure = quality >= AT_A_BORDER or whole
            if katakana:
                sure = is_meant(word, layer, unit, quality, alike=unit in alike[is_text])
            match = Match(layer, unit, MatchTier.READING, form, start, end, whole, quality)
            (meant if sure else doubtful)[is_text, unit] = match if sure else match.with_quality(0)
        for run in Matches.of(meant).runs:
            best.add(run)

    def _others(self, word: str, plain: Matches) -> Sequence[OtherWord]:
        """Return what stands for a word, with the keys of all read together."""
        if date_forms(word):
            return ()
        others = self._aliases.others(word)
        self._read_keys(others)
        titles = (run for run in plain.runs if not run.is_text)
        titled = any(unit < run.layer.first_english for run in titles for unit in run.units)
        # Where the plan has a heading with the everyday word itself, that is what is meant.
        return [other for other in others if not (other.everyday and titled)]

    def _read_keys(self, others: Sequence[OtherWord]) -> None:
        """Read together which strings may hold words that will be looked for one by one."""
        forms = [other.form for other in others]
        keys = [key for form in forms for key in spelled_keys(form)]
        keys += [key for form in forms for key in folded_keys(fold_sound(form))]
        for layer in self._layers if keys else ():
            layer.with_each_key(KeyForm.TEXT, tuple(dict.fromkeys(keys)))

    def _aliased(self, other: OtherWord, best: Matches, *, in_english: bool) -> None:
        """Find a word that stands for the one asked for, alone or in its place inside it.

        Without ``in_english``, for a Japanese word, not in translations ("social security").
        """
        tier = MatchTier.EVERYDAY if other.everyday else MatchTier.ALIAS
        # A group's first form is the plan's own word; the others are ever wider.
        quality = 1.0 if other.is_first else _WIDER
        inside = self._spelled(other.form, tier, best, quality, in_english=in_english)
        if (needle := fold_sound(other.form)) in self._unlike:
            return
        marked, present = MarkedWord(other.form), False
        for is_text, layer in enumerate(self._layers) if marked.is_possible else ():
            holding = layer.folded.holding(needle)
            lacking = best.lacking(is_text, holding)
            present = present or len(lacking) < len(holding)
            matches = {}
            for unit, _, _ in layer.folded.find(needle, lacking, looked_at_also(needle, layer)):
                present = True
                if unit in inside[is_text] and layer.folded.part(unit).count(needle) == 1:
                    continue  # nor does it stand anywhere else
                is_left_out = not (in_english or is_text) and unit >= layer.first_english
                if is_left_out or joins_parts(needle, layer, unit):
                    continue
                if place := marked.place(*part_and_letters(layer, unit)):
                    matches[unit] = spelled_match(layer, unit, tier, place, quality)
            best.add(MadeRun(is_text, layer, matches))
        if not present:
            self._unlike.add(needle)
