"""Readings for search: how each title, text, KPI and footnote sounds.

Needs the ``build`` extra (SudachiPy with its core dictionary); nothing of it is needed to read
the finished database. Corrections by hand stand in ``data/readings.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from plan_tui.errors import DataError
from plan_tui.model.enums import TextPlace
from plan_tui.sources.toml_tables import read_table
from plan_tui.text.kana import hiragana, sound
from plan_tui.text.language import Phrase

_NO_SUDACHI = Phrase(
    "読みを作るにはSudachiPyが要る：pip install 'plan-tui[build]'",
    "readings need SudachiPy; install the extra: pip install 'plan-tui[build]'",
)

Rows = dict[str, list[dict[str, Any]]]

_PLACES = (
    (TextPlace.TITLE, "sections", "title"),
    (TextPlace.TEXT, "blocks", "text"),
    (TextPlace.KPI, "kpis", "text"),
    (TextPlace.FOOTNOTE, "footnotes", "text"),
)
_SENTENCE_END = "。．!?！？\n\t"
_BRACKET = re.compile("[（）()]")
_LONGEST = 35  # one base-36 digit


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    start: int
    end: int
    reading: str
    """Hiragana; Latin letters where no reading is known; empty for punctuation."""


class ReadingMaker:
    """Reads Japanese aloud.

    Raises:
        DataError: SudachiPy is not installed.

    """

    def __init__(self, corrections: Mapping[str, str]) -> None:
        try:
            from sudachipy import Dictionary, SplitMode
        except ImportError as error:
            raise DataError(_NO_SUDACHI) from error
        dictionary = Dictionary()
        self._long = dictionary.tokenizer(mode=SplitMode.C)
        self._small = dictionary.tokenizer(mode=SplitMode.A)
        self._corrections = {unicodedata.normalize("NFKC", k): v for k, v in corrections.items()}
        longest_first = sorted(self._corrections, key=len, reverse=True)
        self._corrected = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def words(self, text: str) -> list[Word]:
        """Return the words of ``text`` with their readings; together they cover it."""
        small = [
            Word(m.begin(), m.end(), _reading(m.surface(), m.reading_form()))
            for m in self._small.tokenize(text)
        ]
        words: list[Word] = []
        place = 0
        small = [part for word in small for part in self._without_brackets(text, word)]
        for long in self._long.tokenize(text):
            parts = []
            while place < len(small) and small[place].end <= long.end():
                parts.append(small[place])
                place += 1
            whole = Word(long.begin(), long.end(), _reading(long.surface(), long.reading_form()))
            agree = "".join(part.reading for part in parts) == whole.reading
            bracketed = _BRACKET.search(text[whole.start : whole.end])
            words += parts if parts and (agree or bracketed) else [whole]
        return list(self._correct(text, words))

    def _without_brackets(self, text: str, word: Word) -> list[Word]:
        """Read what stands in brackets inside one word of the dictionary as words of its own."""
        surface = text[word.start : word.end]
        if len(surface) < 3 or not _BRACKET.search(surface):
            return [word]
        pieces = _BRACKET.finditer(surface)
        borders = sorted({0, len(surface), *(p for found in pieces for p in found.span())})
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
        for found in self._corrected.finditer(normal):
            first, last = starts.get(found.start()), ends.get(found.end())
            if first is None or last is None or first < done:
                continue
            yield from words[done:first]
            yield Word(*found.span(), self._corrections[found.group()])
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
        one = "" if digit == "1" and power else _DIGITS[int(digit)]
        part = one + _TENS[power] if digit != "0" else ""
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


def _reading(surface: str, reading: str) -> str:
    """Return a word's reading in hiragana, from its dictionary reading where that is to be had."""
    plain = unicodedata.normalize("NFKC", surface)
    if plain.isdecimal():
        return number_reading(plain)
    if decimal := re.fullmatch(r"(\d+)\.(\d+)", plain):
        places = "".join(_DIGITS[int(digit)] or "ぜろ" for digit in decimal[2])
        return f"{number_reading(decimal[1])}てん{places}"
    kana = hiragana(plain)
    if re.fullmatch(r"[ぁ-ゖー]+", kana):
        return kana
    if not re.search(r"[0-9A-Za-z々〆ヶぁ-ゖァ-ヺ一-鿿㐀-䶿豈-﫿]", plain):
        return ""
    known = hiragana(reading).lower()
    if plain.isascii() and plain.isalpha():
        # A lone letter is no unit of measure here, and capitals without a reading are spelled.
        capitals = sum(letter.isupper() for letter in plain)
        if len(plain) == 1 or (known.isascii() and capitals > 1):
            return spelled_out(plain)
    return known


def encode(text: str, words: Iterable[Word]) -> tuple[str, str]:
    """Return the sounds and cuts of a text's words, as `plan_tui.store.search_queries` reads them.

    Signs inside a sentence belong to the word before them; the end of a sentence is a word of
    its own (sound ``.``), so that nothing is found across it.
    """
    sounds: list[str] = []
    cuts: list[int] = []
    opening = 0  # signs at the very beginning belong to the first word
    for word in words:
        spoken = sound(word.reading)
        stops = any(character in _SENTENCE_END for character in text[word.start : word.end])
        length = word.end - word.start + opening
        if not spoken and not stops and (not cuts or cuts[-1] + length <= _LONGEST):
            if cuts:
                cuts[-1] += length
            else:
                opening = length
            continue
        opening = 0
        while length > _LONGEST:
            sounds.append("")
            cuts.append(_LONGEST)
            length -= _LONGEST
        sounds.append(spoken or ("." if stops else ""))
        cuts.append(length)
    return "".join(f" {spoken}" for spoken in sounds), "".join(map(_digit, cuts))


def _digit(number: int) -> str:
    return "0123456789abcdefghijklmnopqrstuvwxyz"[number]


def add_readings(rows: Rows, data: Path) -> None:
    """Fill ``sections.reading`` and the tables ``search_texts`` and ``aliases``.

    Args:
        rows: all other tables' rows, as assembled; changed in place.
        data: the folder with ``readings.toml`` and ``aliases.toml``.

    """
    corrections = read_table(data / "readings.toml")
    reader = ReadingMaker(corrections.get("words", {}))
    titles = corrections.get("titles", {})
    for place, table, column in _PLACES:
        for row in rows.get(table, ()):
            text = row[column]
            words = reader.words(text)
            if place is TextPlace.TITLE:
                if text in titles:
                    words = [Word(0, len(text), titles[text])]
                row["reading"] = "".join(word.reading for word in words)
            spoken, cuts = encode(text, words)
            rows["search_texts"].append(
                {"place": str(place), "row_id": row["id"], "sound": spoken, "cuts": cuts}
            )
    for number, group in enumerate(read_table(data / "aliases.toml").get("groups", ()), 1):
        for form in group:
            rows["aliases"].append(
                {
                    "id": len(rows["aliases"]) + 1,
                    "group_id": number,
                    "form": form,
                    "sound": sound(reader.reading(form)),
                }
            )
