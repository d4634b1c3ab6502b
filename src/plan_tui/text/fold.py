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

from functools import cache, lru_cache
from itertools import chain, compress, repeat

from plan_tui.text.characters import INVISIBLE, is_its_own_form, is_kanji, kanji_of, nfkc
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record
from plan_tui.text.spellings import SHORT, SPELLINGS, VARIANT_KANJI, SpellingTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

    from plan_tui.text.spellings import Spelled

_DASHES = "-‐‑‒–—―−﹣－"
_WAVES = "~〜～∼˜"
_LONG = "ー"
_MARKS = " \t\r\n\u3000\u00a0・･·•‧,、，'’‘\"“”「」『』【】〔〕［］[]〈〉《》()（）{}｛｝"
_WORD = 32
"""Characters of a text up to which looking at each is quicker than compiling `_MARKED`."""
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

    def __init__(self) -> None:
        self.uneven = set[str]()
        """Characters so far that are folded to none, or to several."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isascii() or is_its_own_form(character):
            folded = character.lower().translate(self._after)
        elif any(low <= character <= high for low, high in _unseen()):
            folded = ""
        else:
            folded = nfkc(kanji_of(character)).lower().translate(self._after)
        if len(folded) != 1:
            self.uneven.add(character)
        self[code] = folded
        return folded


@cache
def _unseen() -> tuple[tuple[str, str], ...]:
    """Return the first and the last of each range of invisible characters."""
    spans = list[tuple[str, str]]()
    place = 0
    while place < len(INVISIBLE):
        size = 3 if INVISIBLE[place + 1 : place + 2] == "-" else 1
        spans.append((INVISIBLE[place], INVISIBLE[place + size - 1]))
        place += size
    return tuple(spans)


_FOLDING = _Folding()
_SOUND = _sound_table()
_COMBINING = frozenset("ﾞﾟ\u3099\u309a").union(map(chr, range(0x300, 0x370)))
# A base character and the voicing or accent marks that NFKC composes with it.
_COMBINED = late_pattern("[^\0](?:[ﾞﾟ]|[\u0300-\u036f\u3099\u309a])+")


# Signs that say the same in their place. The pattern finds what may be one, `_shape` looks around
# it: classes of kanji and of other far characters take longer to compile than all else.
_NUMBERS = "一二三四五六七八九十百千万"
_COUNTED = "所月年国条店村町市社校省庁語項地区県島館院港"
_COUNTED_ALONE = "所月年国条"
"""What is counted, whatever stands before the sign."""
_OTHER_WORDS = ("得", "定", "管", "在", "属", "有", "要", "蔵", "持", "見")
"""What makes 所 the beginning of another word (か所管)."""
_SHAPES = late_pattern(f"-+|ヶ|ケ|個(?=所)|[カか箇](?=[{_COUNTED}])")
_SHAPED = ("-", "ヶ", "ケ", "個所", *(sign + word for sign in "カか箇" for word in _COUNTED))
"""One of them stands wherever `_SHAPES` finds something."""
_SIGN_LETTERS = frozenset("-ヶケカか箇個")
"""What they begin with."""


def _shape(sign: re.Match[str]) -> str:
    """Return what a sign is in its place; the sign itself where its neighbours are others'."""
    text, place, first = sign.string, sign.start(), sign[0]
    before, after = text[max(0, place - 1) : place], text[sign.end() : sign.end() + 1]
    if first[0] == "-":
        return _dash(first, before, after)
    if _counts(first, text[max(0, place - 2) : place], text[place + 1 : place + 3]):
        return COUNTER
    is_between = is_kanji(before) and is_kanji(after)
    if first in "ヶケ" and is_between and before not in f"数何幾{_NUMBERS}":
        return first if after in _COUNTED else "が"
    return first


def _dash(dashes: str, before: str, after: str) -> str:
    """Return a long-vowel mark after kana, for which dashes stand by typing or by the extraction.

    Inside a word of Latin letters, or of these and a number behind them, one dash is nothing.
    """
    if "ぁ" <= before <= "ゖ" or _is_katakana(before):
        return _LONG
    is_latin, goes_on = "a" <= before <= "z", "a" <= after <= "z"
    is_digit, digit_follows = "0" <= before <= "9", "0" <= after <= "9"
    is_inside = (goes_on and (is_latin or is_digit)) or (digit_follows and is_latin)
    return "" if is_inside and len(dashes) == 1 else dashes


def _counts(sign: str, before: str, after: str) -> bool:
    """Tell whether a sign stands for か before a counter, by up to two characters on each side."""
    last, word = before[-1:], after[:1]
    if not word or word not in _COUNTED:
        return False
    if sign == "個" or (sign == "箇" and word in _COUNTED_ALONE):
        return True
    if sign == "ヶ" or (word == "所" and after.endswith(_OTHER_WORDS)):
        return False
    # A numeral is none at the end of another word (統一, 人数), but for one behind a numeral.
    is_alone = len(before) < 2 or not is_kanji(before[0])
    if "0" <= last <= "9" or (is_alone and last != "" and last in f"数幾{_NUMBERS}"):
        return True
    if len(before) > 1 and before[0] in f"{_NUMBERS}約全計各第" and last in _NUMBERS:
        return True
    if last == "何" and is_alone and word in "所月":
        return True
    if sign == "か":  # also a particle (何か国に求める): it stands alone where a query begins
        return word in _COUNTED_ALONE and last in ("", "\0")
    return sign in "ケカ" and word in _COUNTED_ALONE and not _is_katakana(last)


def _compose(combined: re.Match[str]) -> str:
    return nfkc(combined.group())


def _characters(text: str) -> str:
    if not _COMBINING.isdisjoint(text):
        text = _COMBINED.sub(_compose, text)
    return text.translate(_FOLDING)


def _has_shapes(text: str) -> bool:
    """Tell whether it may hold a sign of `_SHAPES`, which takes long to compile."""
    if _SIGN_LETTERS.isdisjoint(text):
        return False
    return len(text) > SHORT or any(sign in text for sign in _SHAPED)


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
_PRINTED_SPELLINGS = SpellingTable(
    lambda: _spelled(str, lambda word: not any(map(_is_katakana, word)))
)
_SOUND_SPELLINGS = SpellingTable(_sounds)
_SCRIPTS = SpellingTable(lambda: _spelled(str, lambda word: all(map(_is_katakana, word))))


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


def folds_alone(word: str) -> bool:
    """Tell whether a word's characters fold alike wherever it stands, and each by itself."""
    plain = _characters(word)
    return _is_alone(plain) and not _SOUND_SPELLINGS.touches(plain.translate(_SOUND))


def _is_alone(plain: str) -> bool:
    """Tell whether a word of folded characters is part of no sign or spelling of several."""
    in_a_shape = _has_shapes(plain) or plain[-1:] in _SIGN_LETTERS
    return not in_a_shape and not _PRINTED_SPELLINGS.touches(plain)


def fold_scripts(printed: str) -> str:
    """Return a folded text in which words of two scripts (ウェブ, Web) are written in one."""
    return _SCRIPTS.put_into(printed)


def without_marks(printed: str) -> str:
    """Return a folded text without the marks and blanks that `fold_sound` drops."""
    if len(printed) <= _WORD:
        return "".join(letter for letter in printed if letter not in _MARKS)
    return _MARKED.sub("", printed)


_MARKED = late_pattern("[" + _MARKS.replace("[", r"\[").replace("]", r"\]") + "]+")
"""Twice as quick as a table is, over all texts at once."""


def is_mark(character: str) -> bool:
    """Tell whether a character is a mark or blank that `fold_sound` drops."""
    return character in _MARKS


def place_as_printed(text: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a part of what `fold_printed` gives of a text is printed, if that is plain.

    It is where the part is a word that stands once in both, or all characters are in their places.
    Else the answer is in `fold_printed_map`.
    """
    word = folded[start:end]
    first = text.find(word)
    is_alone = first == text.rfind(word) >= 0 and start == folded.find(word) == folded.rfind(word)
    if is_alone and _stays(word):
        after = first + len(word)
        if text[after : after + 1] not in _COMBINING:
            return first, after
    return (start, end) if _stands_as_printed(text, folded) else None


@lru_cache(maxsize=64)
def _stays(word: str) -> bool:
    """Tell whether `fold_printed` leaves a word as it is wherever it stands without marks."""
    plain = _characters(word)
    return plain == word and _COMBINING.isdisjoint(word) and _is_alone(plain)


def _stands_as_printed(text: str, folded: str) -> bool:
    """Tell whether a text that `fold_printed` folds so has each character where it is printed."""
    if "--" in folded or not _COMBINING.isdisjoint(text):
        return False  # several characters are one sign
    if text == folded:
        return True
    return text.translate(_FOLDING) == folded and _FOLDING.uneven.isdisjoint(text)


@lru_cache(maxsize=512)
def fold_printed_map(text: str) -> Folded:
    """Fold ``text`` as `fold_printed` does and keep the printed place of each character."""
    folded = _folded_characters(text)
    if _has_shapes(folded.text):
        signs = _SHAPES.finditer(folded.text)
        folded = _replaced(folded, [(*sign.span(), _shape(sign)) for sign in signs])
    return _replaced(folded, _PRINTED_SPELLINGS.places(folded.text))


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
    return _replaced(folded, _SOUND_SPELLINGS.places(folded.text))


def _folded_characters(text: str) -> Folded:
    """Return a text as `_characters` folds it, with the place of each character."""
    if _COMBINING.isdisjoint(text):
        plain, every = text.translate(_FOLDING), range(len(text) + 1)
        if _FOLDING.uneven.isdisjoint(text):
            return Folded(plain, tuple(every[:-1]), tuple(every[1:]))
    clusters, starts, ends = _clusters(text)
    sizes = list(map(len, clusters))
    return Folded("".join(clusters), _each(starts, sizes), _each(ends, sizes))


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


def _replaced(folded: Folded, spelled: Sequence[Spelled]) -> Folded:
    """Replace parts; every character of what stands there then has the part's printed range."""
    if not spelled:
        return folded
    texts, starts, ends, position = list[str](), list[int](), list[int](), 0
    for first, after, spelling in spelled:
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
