"""Short sequences by which texts are chosen that a word may stand in, before any of them is read.

A text's keys are made once, when the database is built; a word's keys when it is looked for. Where
a word stands in a text, in whatever form both are given, the text has every key of the word. So
keys take away more than folding does (`plan_tui.text.fold`): each character is folded by itself,
without voicing marks that stand apart, and sounds become their consonants.
"""

from __future__ import annotations

from plan_tui.text.fold import plain_letter, plain_sound
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_KANJI = "一-鿿㐀-䶿豈-﫿々"
_PARTED_KANJI = late_pattern(rf"(?=([{_KANJI}])[ぁ-ん]{{1,2}}([{_KANJI}]))")
_CONSONANTS = str.maketrans("w", "h", "aiueo ")
_NASALS = late_pattern("nn+")
_LENGTH = 3
"""Consonants of a key: with two of them nearly every text has each key of a word."""
_LETTERS = 4
"""Letters of a word's key, vowels short: with three of them many words have the same."""
_NEAR = 14
"""Letters of a sound that are enough for a key, as a rule."""
_AFTER = "  "
"""What stands behind the consonants of a text, so that its last ones have keys as well."""


class _Plain(dict[int, str]):
    """Code point → what a character is in a key; empty for marks and long vowels."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, code: int) -> str:
        plain = self[code] = self._fold(chr(code))
        return plain


_SPELLED, _FOLDED = _Plain(plain_letter), _Plain(plain_sound)


def text_keys(printed: str, spelled: str, folded: str) -> set[str]:
    """Return the keys of a text: its characters and pairs of neighbours, in each of its forms.

    Args:
        printed: the text as it is printed.
        spelled: as `plan_tui.text.fold.fold_printed` gives it.
        folded: as `plan_tui.text.fold.fold_spelling` gives it.

    """
    keys: set[str] = set()
    for form, letters in ((printed, _SPELLED), (spelled, _SPELLED), (folded, _FOLDED)):
        plain = form.translate(letters)
        keys.update(plain, map(str.__add__, plain, plain[1:]))
        keys.update(letter for letter in set(form) if not letters[ord(letter)])
    pairs = _PARTED_KANJI.findall(spelled)
    keys.update(_FOLDED[ord(first)] + _FOLDED[ord(second)] for first, second in pairs)
    return keys


def spelled_keys(word: str) -> list[str]:
    """Return keys that every text has in which a word stands as it is printed or spelled."""
    return _keys(word, word.translate(_SPELLED))


def folded_keys(word: str) -> list[str]:
    """Return keys that every text has in which a word stands as it is folded."""
    return _keys(word, word.translate(_FOLDED))


def _keys(word: str, plain: str) -> list[str]:
    if len(plain) > 1:
        return list(dict.fromkeys(map(str.__add__, plain, plain[1:])))
    return [plain] if plain else list(dict.fromkeys(word))


def sound_keys(*sounds: str) -> set[str]:
    """Return the keys of a text's sounds: each of its consonants with the two behind it."""
    keys: set[str] = set()
    for sound in sounds:
        consonants = _consonants(sound)
        after = consonants[1:] + _AFTER
        keys.update(map("".join, zip(consonants, after, after[1:], strict=False)))
    return keys


def word_keys(*sounds: str) -> set[str]:
    """Return the keys of a text's sounds at each word: what is heard from where it begins."""
    keys: set[str] = set()
    for sound in sounds:
        starts = [at for at, letter in enumerate(sound) if letter == " "]
        keys.update(_beginning(sound, at) for at in starts)
    return keys


def _beginning(sound: str, start: int) -> str:
    key = word_key(sound[start : start + _NEAR])
    return key if len(key) == _LETTERS else word_key(sound[start:])


def word_key(sound: str) -> str:
    """Return the key of every text in which a sound is heard from where a word begins.

    One that is shorter than those of texts stands for all that begin with it.
    """
    from plan_tui.text.romaji import short

    return short(sound.replace(" ", "")).replace("w", "h")[:_LETTERS]


def is_whole_word_key(key: str) -> bool:
    """Tell whether a key of `word_key` is one of a text, not the beginning of several."""
    return len(key) == _LETTERS


def heard_keys(sound: str) -> list[str]:
    """Return keys that every text has in which a sound is heard, whatever its vowels' lengths.

    A key that is shorter than those of texts stands for all that begin with it; where there is
    none, nothing is known of the text.
    """
    consonants = _consonants(sound)
    if len(consonants) < _LENGTH:
        return [consonants] if consonants else []
    last = len(consonants) - _LENGTH + 1
    return list(dict.fromkeys(consonants[at : at + _LENGTH] for at in range(last)))


def is_whole_key(key: str) -> bool:
    """Tell whether a key of `heard_keys` is one of a text, not the beginning of several."""
    return len(key) == _LENGTH


def _consonants(sound: str) -> str:
    return _NASALS.sub("n", sound.translate(_CONSONANTS))
