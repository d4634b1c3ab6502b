"""Which words of texts that were read by a dictionary can be read alike without it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from plan_tui.importer.known_words import (
    AFTER_NUMBER,
    ALONE,
    KnownWords,
    mark_of,
    normal,
)
from plan_tui.importer.readings import KANJI, Word
from plan_tui.text.record import record

_LEARNED = re.compile(f"{KANJI.pattern}|[A-Za-z]")
"""A word is learned if there is a kanji or a Latin letter in it; others are read by themselves."""
_TOLERATED = 0.02
"""Share of a word's uses that may be wrong: the dictionary itself splits numbers oddly."""
_Readings = defaultdict[str, Counter[str]]


@record
class _ReadText:
    """A text as it is read by known words."""

    pieces: Sequence[tuple[bool, list[str]]]
    """Whether a piece is read as its words say, and the known words used for it."""
    looked_up: frozenset[str]
    """All known words that were found in the text, also beside what is not read."""


def learn_words(texts: Iterable[tuple[str, Sequence[Word]]]) -> dict[str, str]:
    """Return words with their readings, by which `KnownWords` reads these texts as they are read.

    A word is learned that is always read alike; of another, the compounds that tell how it is
    read. What then still misleads, as a word that begins inside another, is taken out
    again.

    Args:
        texts: printed texts, each with its words as the dictionary reads them.

    """
    plain = [_in_normal_form(text, words) for text, words in texts]
    singles, compounds = _collect(plain)
    known = _without_errors(_certain(singles), plain)
    reader = KnownWords(known)
    learned = {
        word: reading
        for word, reading in _certain(compounds).items()
        if word not in known and _aloud(reader.words(word.removeprefix(AFTER_NUMBER))) != reading
    }
    known = _without_errors(known | learned, plain)
    return {
        word: reading
        for word, reading in known.items()
        if word[0] != ALONE or known.get(word[1:]) != reading
    }


def _in_normal_form(text: str, words: Sequence[Word]) -> tuple[str, list[Word]]:
    """Return a text in the normal form, with its words at their places in it."""
    plain, moved = "", []
    for word in words:
        surface = normal(text[word.start : word.end])
        moved.append(
            Word(len(plain), len(plain) + len(surface), word.reading, unknown=word.unknown)
        )
        plain += surface
    return plain, moved


def _collect(texts: Iterable[tuple[str, Sequence[Word]]]) -> tuple[_Readings, _Readings]:
    """Return how each word is read, and each compound of two words, with how often."""
    singles: _Readings = defaultdict(Counter)
    compounds: _Readings = defaultdict(Counter)
    for text, words in texts:
        before = None
        for word in words:
            surface = text[word.start : word.end]
            if not _LEARNED.search(surface) or not word.reading:
                before = None
                continue
            mark = mark_of(text, word.start)
            singles[mark + surface][word.reading] += 1
            if mark == ALONE:
                singles[surface][word.reading] += 1
            if before is not None:
                mark = AFTER_NUMBER * text[before.start - 1 : before.start].isdecimal()
                whole = mark + text[before.start : word.end]
                compounds[whole][before.reading + word.reading] += 1
            before = word
    return singles, compounds


def _certain(readings: _Readings) -> dict[str, str]:
    return {word: next(iter(counts)) for word, counts in readings.items() if len(counts) == 1}


def _aloud(words: Iterable[Word]) -> str | None:
    words = list(words)
    return None if any(word.unknown for word in words) else "".join(w.reading for w in words)


def _without_errors(
    known: dict[str, str], texts: Sequence[tuple[str, Sequence[Word]]]
) -> dict[str, str]:
    """Return known words without those by which the texts are read wrongly.

    Once some are taken out, only texts in which one of them was found can be read otherwise.
    """
    read: list[_ReadText] = [_ReadText((), frozenset())] * len(texts)
    anew: Iterable[int] = range(len(texts))
    while True:
        reader = KnownWords(known)
        for number in anew:
            read[number] = _read_by(reader, *texts[number])
        uses: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for is_right, keys in chain.from_iterable(text.pieces for text in read):
            uses[is_right].update(keys)
        wrong = {
            word
            for word, times in uses[False].items()
            if times > _TOLERATED * (times + uses[True][word])
        }
        if not wrong:
            return known
        known = {word: reading for word, reading in known.items() if word not in wrong}
        anew = [number for number, text in enumerate(read) if not wrong.isdisjoint(text.looked_up)]


def _read_by(reader: KnownWords, text: str, words: Sequence[Word]) -> _ReadText:
    used = reader.used(text)
    return _ReadText([*_pieces(used, words)], frozenset(key for _, key in used))


def _pieces(
    used_words: Iterable[tuple[Word, str]], words: Sequence[Word]
) -> Iterator[tuple[bool, list[str]]]:
    """Yield whether a piece of a text is read as its words say, and the known words used for it.

    A piece ends where a word ends for both; what is not read at all is left out.
    """
    ends = {word.end: number for number, word in enumerate(words)}
    done = 0
    piece: list[tuple[Word, str]] = []
    for used in used_words:
        piece.append(used)
        number = ends.get(used[0].end)
        if number is not None:
            reading = _aloud(word for word, _ in piece)
            if reading is not None:
                is_right = reading == _aloud(words[done : number + 1])
                yield is_right, [key for _, key in piece if key]
            done, piece = number + 1, []
