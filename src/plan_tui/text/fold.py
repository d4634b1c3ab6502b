"""Folds printed Japanese so that spellings which mean the same compare equal, in two steps.

`fold_printed` folds away what leaves a printed word the same word: width and compatibility forms
(NFKC), case, characters that nobody sees, radicals and old or variant kanji, shapes of dashes and
waves, hyphens inside Latin words, the signs for か of a counter (5ヶ年, 5か年), and a table of
words that are written in several ways. Katakana stays katakana, and marks and ``ー`` stay.

`fold_spelling` goes on to the sound: katakana as hiragana, without long-vowel marks, middle dots,
blanks, quotation marks, brackets and commas. What is only equal so is another word at times
(メール, める), so the search looks at what stands there before it is sure.

The maps keep, for each folded character, the printed characters it comes from, since folding
changes lengths (``㈱`` → ``株``). What a comparison of editions takes for the same is less: see
`plan_tui.text.tokens.fold_notation`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property, lru_cache
from itertools import chain, compress, repeat

from plan_tui.text.characters import INVISIBLE, RADICALS
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record
from plan_tui.text.spellings import SPELLINGS, VARIANT_KANJI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_DASHES = "-‐‑‒–—―−﹣－"
_WAVES = "~〜～∼˜"
_LONG = "ー"
_MARKS = " \t\r\n\u3000\u00a0・･·•‧,、，'’‘\"“”「」『』【】〔〕［］[]〈〉《》()（）{}｛｝"
_KATAKANA = "ァ-ヺー"
_KANJI = "一-鿿㐀-䶿々"
_SHORT = 2000
"""Characters of a text up to which looking for each word is quicker than compiling all."""
COUNTER = "ヶ"
"""What stands for か, カ, ケ, ヵ, ヶ and 箇 before a counter."""


def _printed_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(old): usual for old, usual in VARIANT_KANJI.items()}
    table |= {ord(dash): "-" for dash in _DASHES} | {ord(wave): "~" for wave in _WAVES}
    return table | {ord("ヵ"): COUNTER}


def _sound_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {code: chr(code - 0x60) for code in range(0x30A1, 0x30F5)}
    table |= {ord("ヽ"): "ゝ", ord("ヾ"): "ゞ"}
    return table | {ord(mark): None for mark in _MARKS + _LONG}


class _Folding(dict[int, str]):
    """Code point → folded text, computed at the first use of a character: few of all occur."""

    _after = _printed_table()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if any(low <= character <= high for low, high in _unseen()):
            folded = ""
        else:
            kanji = RADICALS.get(character, character)
            folded = unicodedata.normalize("NFKC", kanji).lower().translate(self._after)
        self[code] = folded
        return folded


@cache
def _unseen() -> tuple[tuple[str, str], ...]:
    """Return the first and the last of each range of invisible characters."""
    parts = re.findall("(.)(?:-(.))?", INVISIBLE)
    return tuple((low, high or low) for low, high in parts)


_FOLDING = _Folding()
_SOUND = _sound_table()
_COMBINING = frozenset("ﾞﾟ\u3099\u309a").union(map(chr, range(0x300, 0x370)))
# A base character and the voicing or accent marks that NFKC composes with it.
_COMBINED = late_pattern("[^\0](?:[ﾞﾟ]|[\u0300-\u036f\u3099\u309a])+")


# Signs that say the same in their place. Each alternative begins with its sign, for speed.
_NUMBERS = "一二三四五六七八九十百千万"
_NUMERAL = (
    # Not the end of another word (統一, 人数).
    rf"(?:[0-9]|(?<![{_KANJI}])[数幾{_NUMBERS}]|(?<=[{_NUMBERS}約全計各第])[{_NUMBERS}])"
)
_COUNTED = "所月年国条店村町市社校省庁語項地区県島館院港"
_NOT_COUNTED = "所[得定管在属有要蔵持見]"
_SHAPES = late_pattern(
    # A dash after kana stands for a long-vowel mark, by typing or by the extraction.
    rf"(?P<long>-(?<=[ぁ-ゖ{_KATAKANA}]-)-*)"
    r"|(?P<hyphen>-(?=[a-z])(?<=[a-z0-9]-)|-(?=[0-9])(?<=[a-z]-))"
    rf"|(?P<counter>[ケカか箇](?=[{_COUNTED}])(?!{_NOT_COUNTED})(?<={_NUMERAL}.)"
    # か is also a particle (何か国に求める), and so stands alone only where a query begins.
    rf"|[ケカか箇](?=[所月])(?!{_NOT_COUNTED})(?<=(?<![{_KANJI}])何.)"
    rf"|[ケカ](?=[所月年国条])(?!{_NOT_COUNTED})(?<![{_KATAKANA}].)|箇(?=[所月年国条])|個(?=所)"
    rf"|か(?=[所月年国条])(?!{_NOT_COUNTED})(?<![^\0].))"
    rf"|(?P<place>[ヶケ](?=[{_KANJI}])(?![{_COUNTED}])(?<=[{_KANJI}].)(?<![数何幾{_NUMBERS}].))"
)
_SHAPED = ("-", "ヶ", "ケ", "個所", *(sign + word for sign in "カか箇" for word in _COUNTED))
"""One of them stands wherever `_SHAPES` finds something."""
_REPLACED = {"long": _LONG, "hyphen": "", "counter": COUNTER, "place": "が"}


def _shape(sign: re.Match[str]) -> str:
    return _REPLACED[sign.lastgroup or ""]


def _compose(combined: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", combined.group())


def _characters(text: str) -> str:
    if not _COMBINING.isdisjoint(text):
        text = _COMBINED.sub(_compose, text)
    return text.translate(_FOLDING)


def _has_shapes(text: str) -> bool:
    """Tell whether it may hold a sign of `_SHAPES`, which takes long to compile."""
    return len(text) > _SHORT or any(sign in text for sign in _SHAPED)


class _Spellings:
    """Words written in several ways, each in the place of its usual spelling."""

    def __init__(self, table: Callable[[], dict[str, str]]) -> None:
        self._table = table

    @cached_property
    def _usual(self) -> dict[str, str]:
        """Another spelling → the usual one, the longest first."""
        table = self._table()
        return {old: table[old] for old in sorted(table, key=len, reverse=True)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self._usual)))

    def pattern_for(self, text: str) -> re.Pattern[str] | None:
        """Return what finds the spellings in a text; None if it holds none.

        For one short text it is made of those that are there: all would take longer to compile.
        """
        if len(text) > _SHORT:
            return self._pattern
        there = [old for old in self._usual if old in text]
        return re.compile("|".join(map(re.escape, there))) if there else None

    def put_into(self, text: str) -> str:
        """Return a text with the usual spellings."""
        pattern = self.pattern_for(text)
        return pattern.sub(self, text) if pattern else text

    def __call__(self, match: re.Match[str]) -> str:
        return self._usual[match.group()]


def _spelled(fold: Callable[[str], str], keep: Callable[[str], bool]) -> dict[str, str]:
    """Return other spelling → usual one; the table has words as `_characters` gives them."""
    table = {
        fold(variant): fold(standard)
        for standard, variants in SPELLINGS.items()
        for variant in variants.split()
        if keep(variant)
    }
    return {old: usual for old, usual in table.items() if old != usual}


def _is_katakana(letter: str) -> bool:
    return "ァ" <= letter <= "ヺ" or letter == _LONG


def _sounds() -> dict[str, str]:
    return _spelled(lambda word: word.translate(_SOUND), lambda word: True)


# What is katakana in one spelling and none in the other is read alike, not printed alike.
_PRINTED_SPELLINGS = _Spellings(
    lambda: _spelled(str, lambda word: not any(map(_is_katakana, word)))
)
_SOUND_SPELLINGS = _Spellings(_sounds)
_SCRIPTS = _Spellings(lambda: _spelled(str, lambda word: all(map(_is_katakana, word))))


@record
class Folded:
    """A folded text with the printed range of each of its characters."""

    text: str
    starts: tuple[int, ...]
    """For each folded character, the offset of the first printed character it stands for."""
    ends: tuple[int, ...]
    """For each folded character, the offset after the last printed character it stands for."""

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """Return the printed range of the folded range ``start`` to ``end`` (not empty)."""
        return self.starts[start], self.ends[end - 1]


def plain_sound(character: str) -> str:
    """Return what a character by itself folds to as a sound; empty for a mark.

    What stands around it does not matter, so that a part of a text has part of its characters.
    """
    return plain_letter(character).translate(_SOUND)


def plain_letter(character: str) -> str:
    """Return what a character by itself folds to as printed, without marks and long vowels."""
    folded = _FOLDING[ord(character)]
    return "".join(c for c in folded if not (is_mark(c) or c == _LONG or c in _COMBINING))


def fold_printed(text: str) -> str:
    """Return a text in which words that are printed alike are equal; NUL characters stay."""
    plain = _characters(text)
    return _PRINTED_SPELLINGS.put_into(_SHAPES.sub(_shape, plain) if _has_shapes(plain) else plain)


def fold_spelling(text: str) -> str:
    """Return the folded text. NUL characters stay, so that joined texts can be folded at once."""
    return fold_sound(fold_printed(text))


def fold_sound(printed: str) -> str:
    """Return what `fold_spelling` gives of a text that `fold_printed` has folded."""
    return _SOUND_SPELLINGS.put_into(printed.translate(_SOUND))


def fold_scripts(printed: str) -> str:
    """Return a folded text in which words of two scripts (ウェブ, Web) are written in one."""
    return _SCRIPTS.put_into(printed)


def without_marks(printed: str) -> str:
    """Return a folded text without the marks and blanks that `fold_sound` drops."""
    return _MARKED.sub("", printed)


_MARKED = late_pattern(f"[{re.escape(_MARKS)}]+")
"""Twice as quick as a table is, over all texts at once."""


def is_mark(character: str) -> bool:
    """Tell whether a character is a mark or blank that `fold_sound` drops."""
    return character in _MARKS


@lru_cache(maxsize=512)
def fold_printed_map(text: str) -> Folded:
    """Fold ``text`` as `fold_printed` does and keep the printed place of each character."""
    plain, starts, ends = _clusters(text)
    sizes = list(map(len, plain))
    folded = Folded("".join(plain), _each(starts, sizes), _each(ends, sizes))
    shaped = _replaced(folded, _SHAPES, _shape) if _has_shapes(folded.text) else folded
    return _usual_spellings(shaped, _PRINTED_SPELLINGS)


@lru_cache(maxsize=512)
def fold_spelling_map(text: str) -> Folded:
    """Fold ``text`` and keep the printed place of each folded character.

    The folded text is the same as `fold_spelling` gives.
    """
    printed = fold_printed_map(text)
    kept = [_SOUND.get(ord(character), character) is not None for character in printed.text]
    folded = Folded(
        printed.text.translate(_SOUND),
        tuple(compress(printed.starts, kept)),
        tuple(compress(printed.ends, kept)),
    )
    return _usual_spellings(folded, _SOUND_SPELLINGS)


def _usual_spellings(folded: Folded, spellings: _Spellings) -> Folded:
    pattern = spellings.pattern_for(folded.text)
    return _replaced(folded, pattern, spellings) if pattern else folded


def _clusters(text: str) -> tuple[list[str], Sequence[int], Sequence[int]]:
    """Return the folded clusters, and the printed start and end offset of each.

    A cluster is a character, or a base character with its combining marks.
    """
    every = range(len(text) + 1)
    plain = list(map(_FOLDING.__getitem__, map(ord, text)))
    if _COMBINING.isdisjoint(text):
        return plain, every[:-1], every[1:]
    combined = list(_COMBINED.finditer(text))
    starts, ends = list(every[:-1]), list(every[1:])
    for cluster in reversed(combined):
        start, end = cluster.span()
        plain[start:end] = [_characters(cluster.group())]
        starts[start:end], ends[start:end] = [start], [end]
    return plain, starts, ends


def _each(values: Sequence[int], times: Sequence[int]) -> tuple[int, ...]:
    """Return each value repeated as often as ``times`` says for it."""
    if max(times, default=0) > 1:
        return tuple(chain.from_iterable(map(repeat, values, times)))
    return tuple(compress(values, times))


def _replaced(
    folded: Folded, pattern: re.Pattern[str], usual: Callable[[re.Match[str]], str]
) -> Folded:
    """Replace each match; every character of a replacement has the whole match's printed range."""
    matches = list(pattern.finditer(folded.text))
    if not matches:
        return folded
    texts, starts, ends, position = list[str](), list[int](), list[int](), 0
    for match in matches:
        first, after = match.span()
        spelling = usual(match)
        texts += folded.text[position:first], spelling
        starts += folded.starts[position:first]
        starts += [folded.starts[first]] * len(spelling)
        ends += folded.ends[position:first]
        ends += [folded.ends[after - 1]] * len(spelling)
        position = after
    texts.append(folded.text[position:])
    starts += folded.starts[position:]
    ends += folded.ends[position:]
    return Folded("".join(texts), tuple(starts), tuple(ends))
