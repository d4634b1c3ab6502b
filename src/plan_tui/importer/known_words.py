"""How Japanese words are read aloud by the words whose readings are known, without a dictionary.

What is not made of such words has no reading: a wrong one would find what does not stand there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from plan_tui.importer.readings import KANJI, Word, read_characters, reading_of

AFTER_NUMBER = "#"
"""Stands before a word that is known as it is read right after a number (``#人``: にん)."""
ALONE = "|"
"""Stands before a kanji that is known as it is read between others than kanji (``|国``: くに)."""
_KANJI_RUN = re.compile(f"{KANJI.pattern}+")
_HIRAGANA = re.compile("[ぁ-ゖ]")
_PARTICLES = "のはがをにでともへ"
"""Hiragana that follow a word; others after a lone kanji are its inflection (高い, 高まる)."""
_PIECE = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?|[A-Za-z]+|[ァ-ヺー]+|.", re.DOTALL
)
_INSIDE = re.compile("[0-9A-Za-z]{2}|[ァ-ヺー]{2}")
"""Two characters with no border of words between them."""


class KnownWords:
    """Reads Japanese aloud, as far as it is made of known words.

    Args:
        known: printed word in the normal form (NFKC) → its reading in hiragana.
        printed: words whose readings the text itself prints beside them; they may be the stem
            of an inflected word.

    """

    def __init__(self, known: Mapping[str, str], printed: Mapping[str, str] | None = None) -> None:
        self._printed = printed or {}
        self._known = {**self._printed, **known}
        self._lengths: dict[str, list[int]] = {}
        for word in sorted(self._known, key=len, reverse=True):
            is_marked = word[0] in (AFTER_NUMBER, ALONE)
            lengths = self._lengths.setdefault(word[:2] if is_marked else word[0], [])
            if len(word) not in lengths:
                lengths.append(len(word))

    def words(self, text: str) -> list[Word]:
        """Return the words of ``text`` with the readings that are known; together they cover it.

        A run of kanji is read whole or not at all.
        """
        joined: list[Word] = []
        for word, _key in self.used(text):
            if word.unknown and joined and joined[-1].unknown:
                joined[-1] = Word(joined[-1].start, word.end, "", unknown=True)
            else:
                joined.append(word)
        return joined

    def used(self, text: str) -> list[tuple[Word, str]]:
        """Return the words piece by piece, each with the known word that was found for it.

        The known word is empty for what is read by itself. It also stands beside a piece without
        a reading, if what is unread is elsewhere in its run of kanji.
        """
        plain, offsets = _normal_characters(text)
        words = list(self._split(plain))
        unread = _unread_runs(plain, words)
        used = []
        for word in words:
            key = self._key(plain, word.start, word.end) if not word.unknown else ""
            is_unread = word.unknown or word.start in unread or word.end - 1 in unread
            reading = "" if is_unread else word.reading
            place = offsets[word.start], offsets[word.end]
            used.append(
                (Word(*place, reading, unknown=is_unread), key if key in self._known else "")
            )
        return used

    def _split(self, plain: str) -> Iterator[Word]:
        """Yield the words, the longest known one at each place."""
        place = 0
        while place < len(plain):
            word = self._known_word(plain, place) or self._by_itself(plain, place)
            yield word
            place = word.end

    def _known_word(self, plain: str, place: int) -> Word | None:
        if _INSIDE.match(plain, max(place - 1, 0)) and place:
            return None
        for mark in dict.fromkeys((mark_of(plain, place), "")):
            for length in self._lengths.get(mark + plain[place], ()):
                end = place + length - len(mark)
                known = self._known.get(mark + plain[place:end])
                if known is not None and end <= len(plain) and self._fits(plain, place, end, mark):
                    return Word(place, end, known)
        return None

    def _fits(self, plain: str, start: int, end: int, mark: str) -> bool:
        """Tell whether a known word can stand there, by what stands around it."""
        if _INSIDE.match(plain, end - 1):
            return False
        if not mark and end - start == 1 and _follows_number(plain, start):
            return False
        return plain[start:end] in self._printed or not _is_stem(plain, end)

    def _by_itself(self, plain: str, place: int) -> Word:
        """Read what needs no dictionary: kana, numbers and Latin letters; nothing of a kanji."""
        match = _PIECE.match(plain, place)
        assert match is not None
        end, piece = match.end(), match.group()
        if KANJI.match(piece):
            return Word(place, end, "", unknown=True)
        while _HIRAGANA.match(piece) and end < len(plain) and _HIRAGANA.match(plain[end]):
            if self._known_word(plain, end):
                break
            end += 1
        surface = plain[place:end].replace(",", "")
        return Word(place, end, reading_of(surface or piece, surface.lower()))

    def _key(self, plain: str, start: int, end: int) -> str:
        word = plain[start:end]
        marked = mark_of(plain, start) + word
        return marked if marked in self._known else word


def _normal_characters(text: str) -> tuple[str, list[int]]:
    """Return a text in the normal form, character by character, and each one's place in it."""
    plain, offsets = read_characters(text)
    forms = {ord(letter): unicodedata.normalize("NFKC", letter) for letter in set(plain)}
    return plain.translate({n: form for n, form in forms.items() if len(form) == 1}), offsets


def mark_of(plain: str, place: int) -> str:
    """Return the mark of a word that begins somewhere, by which it is known as it is read there."""
    if _follows_number(plain, place):
        return AFTER_NUMBER
    around = (*plain[max(place - 1, 0) : place], *plain[place + 1 : place + 2])
    is_alone = KANJI.match(plain, place) and not any(map(KANJI.match, around))
    return ALONE if is_alone else ""


def _follows_number(plain: str, place: int) -> bool:
    return place > 0 and plain[place - 1].isdecimal()


def _is_stem(plain: str, end: int) -> bool:
    """Tell whether a lone kanji ends there that what follows inflects."""
    if end >= len(plain) or not _HIRAGANA.match(plain[end]) or plain[end] in _PARTICLES:
        return False
    lone = end < 2 or not KANJI.match(plain[end - 2])
    return bool(KANJI.match(plain[end - 1])) and lone


def _unread_runs(plain: str, words: Collection[Word]) -> frozenset[int]:
    """Return the places of all runs of kanji in which there is a word that was not read."""
    unread = {place for word in words if word.unknown for place in range(word.start, word.end)}
    return frozenset(
        place
        for run in _KANJI_RUN.finditer(plain)
        if not unread.isdisjoint(range(*run.span()))
        for place in range(*run.span())
    )


def normal(word: str) -> str:
    """Return a word in the normal form in which it is looked up."""
    return unicodedata.normalize("NFKC", word)
