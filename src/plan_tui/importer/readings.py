"""How Japanese words are read aloud, by a dictionary and corrections to it.

`ReadingMaker` needs the ``build`` extra (SudachiPy with its core dictionary), as the packaged
database does when it is made. Without it `plan_tui.importer.known_words` reads what it can.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Protocol

from plan_tui.errors import DataError
from plan_tui.text.characters import readable_map
from plan_tui.text.kana import hiragana
from plan_tui.text.language import Phrase
from plan_tui.text.record import record, replaced

_NO_SUDACHI = Phrase(
    "読みを作るには追加機能buildが必要です：`pip install 'plan-tui[build]'`",
    "readings need SudachiPy; install the extra: pip install 'plan-tui[build]'",
)

KANJI = re.compile("[々〆一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff]")
_BRACKET = re.compile("[（）()]")
_DECIMAL = re.compile(r"(\d+)\.(\d+)")
_KANA = re.compile(r"[ぁ-ゖー]+")
_SPOKEN = re.compile(r"[0-9A-Za-z々〆ヶぁ-ゖァ-ヺ一-鿿㐀-䶿豈-﫿]")
_COMPATIBLE = re.compile("[\uf900-\ufaff]")
_PIECE = re.compile(r".{1,3999}[。．!?！？\n\t]|.{1,4000}", re.DOTALL)
"""What the dictionary is given at a time, up to the end of a sentence if there is one. It takes
49,149 bytes, and one character may be twelve of them in the normal form (㍿)."""


@record
class Word:
    """A word of a text."""

    start: int
    end: int
    reading: str
    """Hiragana; Latin letters where no reading is known; empty for punctuation."""
    unknown: bool = False
    """Whether it is a word whose reading is not known; ``reading`` is then empty."""


class Reader(Protocol):
    """Who reads Japanese aloud."""

    def words(self, text: str) -> list[Word]:
        """Return the words of ``text`` with their readings; together they cover it."""


class _Morpheme(Protocol):
    """A word as SudachiPy gives it."""

    def begin(self) -> int: ...
    def end(self) -> int: ...
    def surface(self) -> str: ...
    def reading_form(self) -> str: ...


class ReadingMaker:
    """Reads Japanese aloud.

    Args:
        corrections: printed word → its reading in hiragana, where the dictionary is wrong.

    Raises:
        DataError: SudachiPy is not installed.

    """

    def __init__(self, corrections: Mapping[str, str]) -> None:
        try:
            from sudachipy import Dictionary, SplitMode

            dictionary = Dictionary()
        except ImportError as error:
            raise DataError(_NO_SUDACHI) from error
        self._long_units = dictionary.tokenizer(mode=SplitMode.C)
        self._short_units = dictionary.tokenizer(mode=SplitMode.A)
        self._corrections = {unicodedata.normalize("NFKC", k): v for k, v in corrections.items()}
        longest_first = sorted(self._corrections, key=len, reverse=True)
        self._corrected = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def words(self, text: str) -> list[Word]:
        """Return the words of ``text`` with their readings; together they cover it."""
        plain, offsets = read_characters(text)
        words = [
            replaced(word, start=word.start + piece.start(), end=word.end + piece.start())
            for piece in _PIECE.finditer(plain)
            for word in self._words(piece.group())
        ]
        return [
            replaced(word, start=offsets[word.start], end=offsets[word.end])
            for word in self._correct(plain, words)
        ]

    def _words(self, text: str) -> list[Word]:
        """Return the words of a text that is not too long for the dictionary.

        Short units (国 / 会 / 議員) place a reading best, long ones (国会議員) know how a
        compound is read: short ones are taken where both read alike.
        """
        short_words = [
            part
            for morpheme in self._short_units.tokenize(text)
            for part in self._without_brackets(text, _word(morpheme))
        ]
        words: list[Word] = []
        next_short = 0
        for morpheme in self._long_units.tokenize(text):
            long_word = _word(morpheme)
            parts = []
            while next_short < len(short_words) and short_words[next_short].end <= long_word.end:
                parts.append(short_words[next_short])
                next_short += 1
            agree = "".join(part.reading for part in parts) == long_word.reading
            bracketed = _BRACKET.search(text[long_word.start : long_word.end])
            words += parts if parts and (agree or bracketed) else [long_word]
        return words

    def _without_brackets(self, text: str, word: Word) -> list[Word]:
        """Read what stands in brackets inside one word of the dictionary as words of its own."""
        surface = text[word.start : word.end]
        if len(surface) < 3 or not _BRACKET.search(surface):
            return [word]
        brackets = _BRACKET.finditer(surface)
        borders = sorted({0, len(surface), *(end for match in brackets for end in match.span())})
        return [
            Word(word.start + start + part.start, word.start + start + part.end, part.reading)
            for start, end in pairwise(borders)
            for part in self.words(surface[start:end])
        ]

    def reading(self, text: str) -> str:
        """Return the reading of ``text`` in hiragana, without punctuation."""
        return "".join(word.reading for word in self.words(text))

    def _correct(self, text: str, words: list[Word]) -> Iterator[Word]:
        """Put the corrected reading in place of the words that a corrected word is made of."""
        starts = {word.start: number for number, word in enumerate(words)}
        ends = {word.end: number for number, word in enumerate(words)}
        # Character by character, so that places in the normal form are places in the text.
        normal = "".join(unicodedata.normalize("NFKC", c)[:1] or c for c in text)
        done = 0
        for match in self._corrected.finditer(normal):
            first, last = starts.get(match.start()), ends.get(match.end())
            if first is None or last is None or first < done:
                continue
            yield from words[done:first]
            yield Word(*match.span(), self._corrections[match.group()])
            done = last + 1
        yield from words[done:]


_DIGITS = ("", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_TENS = ("", "じゅう", "ひゃく", "せん")
_JOINED = {"さんひゃく": "さんびゃく", "ろくひゃく": "ろっぴゃく", "はちひゃく": "はっぴゃく",
           "さんせん": "さんぜん", "はちせん": "はっせん"}  # fmt: skip


def number_reading(digits: str) -> str:
    """Return how a whole number below 10,000 is read; a longer one is read digit by digit."""
    if len(digits) > 4 or int(digits) == 0:
        return "".join(_DIGITS[int(digit)] or "ぜろ" for digit in digits)
    result = ""
    for digit, power in zip(digits, reversed(range(len(digits))), strict=True):
        name = "" if digit == "1" and power else _DIGITS[int(digit)]
        part = name + _TENS[power] if digit != "0" else ""
        result += _JOINED.get(part, part)
    return result


_LETTER_NAMES = """
    えー びー しー でぃー いー えふ じー えいち あい じぇー けー える えむ
    えぬ おー ぴー きゅー あーる えす てぃー ゆー ぶい だぶりゅー えっくす わい ぜっと
"""
_LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _LETTER_NAMES.split(), strict=True))


def spelled_out(letters: str) -> str:
    """Return how Latin letters are read one by one (``GSS`` → じーえすえす)."""
    return "".join(_LETTERS.get(letter, "") for letter in letters.upper())


def _word(morpheme: _Morpheme) -> Word:
    reading = reading_of(morpheme.surface(), morpheme.reading_form())
    unknown = KANJI.search(reading) is not None  # what the dictionary does not know reads itself
    return Word(morpheme.begin(), morpheme.end(), "" if unknown else reading, unknown=unknown)


def read_characters(text: str) -> tuple[str, list[int]]:
    """Return a text as it is read, and for each place in it the place in ``text``.

    Radicals and compatibility forms are kanji, and nothing that is not seen stays. The last
    place is that after the end.
    """
    plain, offsets = readable_map(text)
    plain = _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), plain)
    return plain, [0, *offsets[1:], len(text)] if plain else [len(text)]


def reading_of(surface: str, reading: str) -> str:
    """Return a word's reading in hiragana, from its dictionary reading where that is to be had."""
    plain = unicodedata.normalize("NFKC", surface)
    if plain.isdecimal():
        return number_reading(plain)
    if decimal := _DECIMAL.fullmatch(plain):
        places = "".join(_DIGITS[int(digit)] or "ぜろ" for digit in decimal[2])
        return f"{number_reading(decimal[1])}てん{places}"
    kana = hiragana(plain)
    if _KANA.fullmatch(kana):
        return kana
    if not _SPOKEN.search(plain):
        return ""
    known = hiragana(reading).lower()
    if plain.isascii() and plain.isalpha():
        # A lone letter is no unit of measure here, and capitals without a reading are spelled.
        capitals = sum(letter.isupper() for letter in plain)
        if len(plain) == 1 or (known.isascii() and capitals > 1):
            return spelled_out(plain)
    return known
