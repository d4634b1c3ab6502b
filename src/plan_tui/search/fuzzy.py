"""The last resorts: the query's characters in order with gaps, and typing errors."""

from __future__ import annotations

import unicodedata

from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from plan_tui.search.strings import Strings, TextLayer

_MOST_PLACES = 1000
"""Places that are looked at for one needle: what keeps a key press within its frame, which
``scripts/bench/searches.py`` measures. Lower, and typing errors in long texts are missed."""
# What makes characters in order a match: set by hand on the own query set, tests/queries.toml.
_COMPACT, _AT_BORDERS = 0.6, 0.4
"""Parts of the quality: how close together the characters stand, and how many begin words. The
first is the greater, since a close match of few borders is more often meant than the reverse."""
_WIDEST, _SLACK = 3, 2
"""Characters over which a match may stretch, for each of the needle's and in all; wider ones must
begin words. Wider, and any long title holds a short needle."""
_FROM_ONE, _FROM_TWO = 3, 6
"""Characters of a query (letters: twice as many) from which one and two typing errors are allowed:
an error in a shorter one makes it another word."""
_SHIFTS = [sorted(range(-most, most + 1), key=abs) for most in range(4)]
"""Errors → where a match may begin around the expected place, nearest first."""


class CharacterClass(StrEnum):
    """What a character of Japanese text is."""

    KANJI = "kanji"
    HIRAGANA = "hiragana"
    KATAKANA = "katakana"
    LATIN = "latin"
    DIGIT = "digit"
    SIGN = "sign"


def character_class(character: str) -> CharacterClass:
    """Return what a character is."""
    if "ぁ" <= character <= "ゟ":
        return CharacterClass.HIRAGANA
    if "゠" <= character <= "ヿ" or "ｦ" <= character <= "ﾟ":
        return CharacterClass.KATAKANA
    if unicodedata.category(character) in ("Nd", "No"):
        return CharacterClass.DIGIT
    plain = unicodedata.normalize("NFKC", character)[:1]
    if plain.isascii() and plain.isalpha():
        return CharacterClass.LATIN
    if character.isalpha() or character in "々〆":
        return CharacterClass.KANJI
    return CharacterClass.SIGN


def subsequences(
    layer: TextLayer, needle: str, count: int
) -> Iterator[tuple[int, int, int, float]]:
    """Yield, of the first ``count`` strings, those with all of ``needle``'s characters in order.

    Each with its number, the range and a quality from 0 to 1.

    A match must be compact, or begin words: a character counts more at the border between
    character classes, as the initials of a long compound do.
    """
    if len(needle) < 2:
        return
    texts = layer.folded
    for number in layer.with_characters(needle):
        if number >= count:
            return
        text = texts.part(number)
        places = _in_order(text, needle)
        if places is None:
            continue
        at_border = sum(
            place == 0 or character_class(text[place]) != character_class(text[place - 1])
            for place in places
        )
        width = places[-1] + 1 - places[0]
        quality = _COMPACT * len(needle) / width + _AT_BORDERS * at_border / len(needle)
        if width <= _WIDEST * len(needle) + _SLACK or at_border >= len(needle) - 1:
            yield number, places[0], places[-1] + 1, quality


def _in_order(text: str, needle: str) -> list[int] | None:
    """Return the places of the needle's characters in order, pulled together, or None."""
    place = -1
    for character in needle:
        place = text.find(character, place + 1)
        if place < 0:
            return None
    places, place = [], place + 1
    for character in reversed(needle):
        place = text.rindex(character, 0, place)
        places.append(place)
    return places[::-1]


def errors_allowed(needle: str) -> int:
    """Return how many typing errors a query may have: none below 3 characters, 2 at most."""
    length = len(needle) if not needle.isascii() else len(needle) // 2
    return 0 if length < _FROM_ONE else 1 if length < _FROM_TWO else 2


def typos(
    texts: Strings, needle: str, *, least_piece: int = 1, more: int = 0
) -> Iterator[tuple[int, int, int, int]]:
    """Yield strings that hold ``needle`` but for a few errors: number, range, errors.

    With k errors allowed, one of k+1 pieces of the needle stands in the text unchanged: those
    are found first, and only there is the edit distance measured. ``more`` errors than usual
    are allowed where nothing else is found.
    """
    allowed = errors_allowed(needle) and errors_allowed(needle) + more
    if not allowed:
        return
    best: dict[int, tuple[int, int, int]] = {}  # number → errors and range
    letters, tried, looked = set(needle), set[tuple[int, int]](), 0
    for offset, piece in _pieces(needle, allowed):
        if len(piece) < least_piece:
            continue
        for number, place in texts.find_all(piece):
            looked += 1
            if looked > _MOST_PLACES:
                break
            text, start = texts.part(number), place - offset
            around = text[max(0, start - allowed) : max(0, start + len(needle) + allowed + 1)]
            # An error takes away one character at most.
            if (number, start) in tried or len(letters.difference(around)) > allowed:
                continue
            tried.add((number, start))
            nearest = _nearest(text, needle, start, allowed)
            if nearest and (number not in best or nearest < best[number]):
                best[number] = nearest
    for number, (errors, start, end) in best.items():
        yield number, start, end, errors


def _pieces(needle: str, allowed: int) -> list[tuple[int, str]]:
    """Cut the needle into ``allowed`` + 1 pieces, longest first (the rarest)."""
    size, extra = divmod(len(needle), allowed + 1)
    pieces, offset = [], 0
    for number in range(allowed + 1):
        length = size + (number < extra)
        pieces.append((offset, needle[offset : offset + length]))
        offset += length
    return sorted(pieces, key=lambda piece: -len(piece[1]))


def _nearest(text: str, needle: str, start: int, allowed: int) -> tuple[int, int, int] | None:
    """Return the fewest errors near ``start`` and the range in the text, or None."""
    from rapidfuzz.distance import OSA

    best = None
    for shift in _SHIFTS[allowed]:
        first = start + shift
        if first < 0:
            continue
        for length in (len(needle), len(needle) - 1, len(needle) + 1):
            if first + length > len(text):
                continue
            errors = OSA.distance(text[first : first + length], needle, score_cutoff=allowed)
            if errors <= allowed:
                best = (errors, first, first + length)
                if not errors:
                    return best
                allowed = errors - 1  # from here on only fewer will do
    return best
