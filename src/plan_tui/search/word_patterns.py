"""Patterns for words that are printed a little otherwise: kana endings, marks, other kana.

All of them are looked for in texts as `plan_tui.text.fold.fold_printed` gives them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, compress, groupby, islice, pairwise

from plan_tui.model.outline_enums import TextPlace
from plan_tui.text.characters import (
    cuts_number,
    has_number,
    is_kanji,
    nfkc,
)
from plan_tui.text.fold import fold_printed, is_mark, without_marks
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.search_keys import folded_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from plan_tui.search.strings import Strings, TextLayer
    from plan_tui.text.ranges import Range

_GAP = "[ぁ-ん]{0,2}"
_NARROW_GAP = "(?:[りきいえけげしちみめれせび]|わせ|っ)?"
"""Kana endings; what joins two words (と, や, の, を) is none."""
_SHORT = 3
"""Kanji of a word that may be made of the ends of two others (確保し育成), and so must have borders
of its own where kana stand in it."""
_SHORTEST_STEM = 3
"""Kana of a word in which a ``ー`` more or less leaves the same word (サーバ); of fewer (キー) it
makes another."""
_LEAST_PIECE = 2
"""Characters of a word on each side of a mark that it may be printed with: one alone is the end of
another word (確保・育成)."""
AT_START, AT_END, EXACT = 0.51, 0.29, 0.2
"""Parts of a sound's quality: it begins at a word, ends at one, has the same vowel lengths. The
ranking takes a quality below the first for a broken word."""
_SHORTEST_READING = 2
"""Katakana that are the reading of a whole word only; more may also begin one."""
_LONG = 5
"""Kana of a word that is known inside a longer one, and with marks inside."""


def date_forms(word: str) -> tuple[str, ...]:
    """Return all notations of a date word; empty if it is none, as few words are."""
    if not has_number(word):
        return ()
    from plan_tui.search.year_words import year_forms

    return year_forms(word)


def has_kanji_borders(text: str, start: int, end: int) -> bool:
    """Tell whether no kanji stands before or after a range, so that it cuts no word of kanji."""
    around = text[start - 1 : start] + text[end : end + 1] if start else text[end : end + 1]
    return not any("一" <= letter <= "鿿" for letter in around)


def loose_pattern(word: str) -> re.Pattern[str] | None:
    """Return a pattern for ``word`` with kana between its kanji written or not.

    None if the word has fewer than two kanji, so that there is nothing to hold on to.
    """
    plain = nfkc(word).replace(" ", "")
    classes = _classes(plain)
    kanji = classes.count("K")
    if kanji < 2:
        return None
    gaps = _NARROW_GAP if kanji <= _SHORT else _GAP
    return late_pattern(lambda: _loose_source(plain, classes, gaps))


def _loose_source(plain: str, classes: str, gaps: str) -> str:
    import re

    pattern, gap, end = "", False, 0
    for kind, run in groupby(classes):
        start, end = end, end + len(list(run))
        printed = plain[start:end]
        if kind == "K":
            letters = [re.escape(fold_printed(letter)) for letter in printed]
            pattern += (gaps if gap else "") + gaps.join(letters)
            gap = True
        elif kind == "k" and gap and len(printed) <= 2:
            # An ending; only a gap between two kanji, nothing after the last.
            gap = "K" in classes[end:]
        else:
            pattern += re.escape(fold_printed(printed))
            gap = False
    return pattern


def _classes(text: str) -> str:
    """Return for each character ``K`` for a kanji, ``k`` for hiragana, ``o`` for any other."""
    return "".join(
        "K" if is_kanji(letter) else "k" if "ぁ" <= letter <= "ん" else "o" for letter in text
    )


def loose_keys(word: str) -> list[str]:
    """Return keys (`plan_tui.text.search_keys`) that each text has in which a pattern is found.

    They are pairs of kanji with nothing but kana between them, of a word that `loose_pattern`
    takes; its single kanji where there is no such pair.
    """
    plain = nfkc(word).replace(" ", "")
    classes = _classes(plain)
    places = [place for place, kind in enumerate(classes) if kind == "K"]
    pairs = [(a, b) for a, b in pairwise(places) if classes[a + 1 : b] in ("", "k", "kk")]
    kanji = [fold_printed(plain[place]) for place in places]
    keys = [fold_printed(plain[a]) + fold_printed(plain[b]) for a, b in pairs] or kanji
    return list(dict.fromkeys(key for pair in keys for key in folded_keys(pair)))


def is_short_kanji(word: str) -> bool:
    """Tell whether a word has so few kanji that it may be made of the ends of two others."""
    return sum("一" <= letter <= "鿿" or letter == "々" for letter in word) <= _SHORT


class MarkedWord:
    """A word with marks or blanks in other places than typed (死亡相続, 死亡・相続)."""

    def __init__(self, word: str, least: int = _LEAST_PIECE) -> None:
        self._letters, self._least = without_marks(word), least
        kept = [not is_mark(character) for character in word]
        self._cuts = {sum(kept[:at]) for at, letter in enumerate(kept) if not letter}
        self._kind = [_kind(self._letters[:1]), _kind(self._letters[-1:])]

    @property
    def is_possible(self) -> bool:
        """Whether the word is long enough to be told from the ends of two others."""
        letters = self._letters
        return letters.isascii() or len(letters) >= 2 * self._least or bool(self._cuts)

    def place(self, text: str, plain: str) -> Range | None:
        """Return where the word stands in a text, not torn by a mark.

        Args:
            text: as `fold_printed` gives it.
            plain: the same without marks.

        """
        starts = _starts(plain, self._letters)
        unmarked = _starts(text, self._letters)
        places: Sequence[int] = range(len(text))
        if len(unmarked) == len(starts):  # so that no mark stands in any
            starts = unmarked
        else:
            places = [place for place in places if not is_mark(text[place])]
        for at in starts:
            printed = places[at : at + len(self._letters)]
            if self._is_whole(printed) and self._has_borders(text, printed[0], printed[-1] + 1):
                return printed[0], printed[-1] + 1
        return None

    def _is_whole(self, printed: Sequence[int]) -> bool:
        """Tell whether no mark leaves a single character, unless one was typed there."""
        if self._letters.isascii():
            return True
        cuts = [n for n in range(1, len(printed)) if printed[n] > printed[n - 1] + 1]
        borders = [0, *(cut for cut in cuts if cut not in self._cuts), len(printed)]
        return all(after - before >= self._least for before, after in pairwise(borders))

    def _has_borders(self, text: str, start: int, end: int) -> bool:
        """Tell whether no word of katakana or Latin letters is cut, and no number."""
        first, last = self._kind
        return not (
            (first and start and _kind(text[start - 1]) == first)
            or (last and end < len(text) and _kind(text[end]) == last)
            or cuts_number(text, start, end)
        )


def _starts(text: str, word: str) -> list[int]:
    """Return where a word stands in a text, each time."""
    starts = list[int]()
    at = text.find(word)
    while at >= 0:
        starts.append(at)
        at = text.find(word, at + 1)
    return starts


class KanaWord:
    """A word with kana that is printed in other kana, or with ``ー`` or without.

    Hiragana stand for katakana (でーた, データ), katakana never for hiragana (メール is not める).
    """

    def __init__(self, word: str) -> None:
        plain = without_marks(word)
        # In a short word a ``ー`` more or less makes another.
        self._drops = "ー" if len(plain.replace("ー", "")) >= _SHORTEST_STEM else ""
        self._letters = plain.replace(self._drops, "") if self._drops else plain
        self._pattern = late_pattern(lambda: "".join(map(_in_other_kana, self._letters)))
        self.is_possible = len(self._letters) > 1 and any("ぁ" <= c <= "ヺ" for c in plain)
        self._has_borders = len(self._letters) < _LONG
        self._pure = all("ぁ" <= c <= "ヺ" or c == "ー" for c in self._letters)
        self._katakana = as_katakana(self._letters)

    def place(self, text: str, plain: str) -> Range | None:
        """Return where the word stands in a text, which is given as to `MarkedWord.place`."""
        plain = plain.replace(self._drops, "") if self._drops else plain
        if self._pure and self._katakana not in plain:
            return None
        match = self._pattern.search(plain)
        while match:
            span = match.span()
            is_whole = not self._has_borders or is_whole_katakana(plain, *span)
            if is_whole and not cuts_number(plain, *span):
                places = self._places(text, match.end())[match.start() :]
                end = places[-1] + 1
                return places[0], end + (self._drops != "" and text.startswith("ー", end))
            match = self._pattern.search(plain, match.start() + 1)
        return None

    def _places(self, text: str, count: int) -> list[int]:
        """Return where in a text the first characters stand that are neither marks nor dropped."""
        kept = (not is_mark(letter) and letter != self._drops for letter in text)
        return list(islice(compress(range(len(text)), kept), count))


def _in_other_kana(letter: str) -> str:
    """Return a pattern for a letter, and if it is hiragana for its katakana."""
    import re

    other = as_katakana(letter)
    return re.escape(letter) if other == letter else f"[{letter}{other}]"


_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def is_katakana(word: str) -> bool:
    """Tell whether a word is katakana alone."""
    plain = without_marks(word)
    return bool(plain) and all(_kind(letter) == "katakana" for letter in plain)


def is_hiragana(word: str) -> bool:
    """Tell whether a word is hiragana alone."""
    return bool(word) and all("ぁ" <= letter <= "ゖ" or letter == "ー" for letter in word)


def as_katakana(word: str) -> str:
    """Return a word with its hiragana as katakana."""
    return word.translate(_TO_KATAKANA)


def as_hiragana(word: str) -> str:
    """Return katakana as hiragana, if long enough to be a word there (コドモ), else ""."""
    from plan_tui.text.kana import hiragana

    plain = hiragana(word)
    return plain if len(plain) >= _SHORTEST_STEM else ""


def without_final_mark(word: str) -> str:
    """Return katakana that end in ``ー`` without it, if that is the same word; else ""."""
    stem = word.removesuffix("ー")
    same = stem != word and len(stem) >= _SHORTEST_STEM and is_katakana(word)
    return stem if same else ""


def is_whole_katakana(text: str, start: int, end: int) -> bool:
    """Tell whether a range of a text is a whole run of katakana."""
    return _kind(text[start - 1 : start]) != "katakana" != _kind(text[end : end + 1])


def _kind(letter: str) -> str:
    """Return what a letter is, if it is of a script whose words have no other borders, else ""."""
    if "ァ" <= letter <= "ヺ" or letter == "ー":
        return "katakana"
    return "latin" if "a" <= letter <= "z" else ""


# Latin words and numbers


def joins_parts(needle: str, layer: TextLayer, unit: int) -> bool:
    """Tell whether a word stands in an English title only over others' blanks, not as them whole.

    Folding drops the blanks, so that ``theme`` would stand in ``the media``.
    """
    if layer.place(unit) is not TextPlace.TITLE_EN:
        return False
    printed = layer.printed.part(unit).lower()
    return needle not in printed and not _stands_over_blanks(needle, printed)


def stands_only_so(folded: str, spelled: str, layer: TextLayer, unit: int) -> bool:
    """Tell whether a folded word stands in a string nowhere but where it is spelled so."""
    return layer.folded.part(unit).count(folded) == layer.spelled.part(unit).count(spelled)


def looked_at_also(needle: str, layer: TextLayer) -> tuple[Strings, ...]:
    """Return what is asked for where a word is found folded, and by `joins_parts` then."""
    return (layer.spelled, layer.printed) if needle.isascii() else (layer.spelled,)


def _stands_over_blanks(needle: str, printed: str) -> bool:
    """Tell whether a word stands in a text from the beginning of a word to the end of one."""
    if not all(map(_is_of_word, needle)):
        return _over_blanks(needle).search(printed) is not None
    words = printed.translate(_OTHERS_AS_BLANKS).split()
    borders = frozenset(accumulate(map(len, words), initial=0))
    letters = "".join(words)
    at = letters.find(needle)
    while at >= 0:
        if at in borders and at + len(needle) in borders:
            return True
        at = letters.find(needle, at + 1)
    return False


class _OthersAsBlanks(dict[int, str]):
    """Code point → its sign if that is of a word, else a blank."""

    def __missing__(self, code: int) -> str:
        sign = self[code] = chr(code) if _is_of_word(chr(code)) else " "
        return sign


_OTHERS_AS_BLANKS = _OthersAsBlanks()


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@lru_cache(maxsize=8)
def _over_blanks(needle: str) -> re.Pattern[str]:
    import re

    return re.compile(r"\b" + r"\W*".join(map(re.escape, needle)) + r"\b")


# Sounds


def is_meant(word: str, layer: TextLayer, unit: int, quality: float, *, alike: bool) -> bool:
    """Tell whether katakana are a reading, not a foreign word that sounds like another.

    Most hiragana that sound like it are grammar (から, める), and a ``ー`` is in no reading.
    """
    if "ー" in word or "ｰ" in word:
        return False
    if alike:
        hidden = as_hiragana(word)
        return bool(hidden) and hidden in layer.spelled.part(unit)
    return quality >= (AT_START if len(word) > _SHORTEST_READING else 1.0)


def part_and_letters(layer: TextLayer, unit: int) -> tuple[str, str]:
    """Return a string as it is spelled, and that without marks."""
    return layer.spelled.part(unit), layer.plain.part(unit)
