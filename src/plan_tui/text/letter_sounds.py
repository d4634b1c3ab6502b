"""How a text sounds to who types its Latin words as they are spelled (``ai katuyou``)."""

from __future__ import annotations

from functools import lru_cache

from plan_tui.text.fold import fold_spelling
from plan_tui.text.late_pattern import late_pattern

_LATIN = late_pattern("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")
_JAPANESE = late_pattern("[ぁ-ゖァ-ヺー一-鿿々]+")
"""Words of these are no Latin letters, however they are folded."""
_WORD = late_pattern(r"[0-9a-z]+")


_folded = lru_cache(maxsize=1024)(fold_spelling)
"""Folds a word; few words of Latin letters stand in many texts."""


def letter_sound(text: str, sound: str, cuts: str) -> str:
    """Return a text's sound with its Latin words as they are spelled; empty without any.

    Args:
        text: as printed.
        sound: the words' sounds, each after a blank.
        cuts: printed characters of each word, one base-36 digit a word.

    """
    if not _LATIN.search(text):
        return ""
    place, words, latin = 0, [], False
    for spoken, cut in zip(sound.split(" ")[1:], cuts, strict=True):
        end = place + int(cut, 36)
        if not _JAPANESE.fullmatch(text, place, end):
            surface = _folded(text[place:end])
            if _WORD.fullmatch(surface):
                latin = latin or surface != spoken
                spoken = surface
        place = end
        words.append(f" {spoken}")
    return "".join(words) if latin else ""
