"""Ruby: readings in small type that the extraction left on lines of their own.

A reading breaks a word in two (``強靱`` / ``じん`` / ``性``). Whether a line of hiragana is a
reading depends on the lines around it, which each layout's parser judges; this module holds
what they share.
"""

from __future__ import annotations

import re

from plan_tui.model.parsed import ParsedRuby
from plan_tui.text.traced import Traced

_READING = re.compile(r"[ぁ-ゖー][ぁ-ゖー\s]*")
_LONGEST_READING = 12
"""In kana. A reading of one word: those in the sources have 1 to 5, and long ones, of four kanji,
about 8. A longer line of hiragana alone is text; none is in the sources."""
_KANJI_TAIL = re.compile(r"[㐀-䶿一-鿿豈-﫿々]+$")
_MORAE_PER_KANJI = 2
"""Most readings of kanji in compounds have one or two morae. 1 takes too many kanji for readings
in the sources, 3 too few."""
_SMALL = "ぁぃぅぇぉゃゅょゎ"
"""Kana that make one mora with the kana before them."""


def looks_like_reading(line: str) -> bool:
    """Return whether a line holds hiragana alone (blanks aside) and is short enough."""
    kana = "".join(line.split())
    return len(kana) <= _LONGEST_READING and bool(_READING.fullmatch(kana))


def ends_in_kanji(line: str) -> bool:
    """Return whether a line ends in a kanji (blanks aside), so that a reading may follow."""
    return bool(_KANJI_TAIL.search(line.rstrip()))


def ruby(reading: Traced, word: str) -> ParsedRuby:
    """Return a reading as data, without the blanks that the print spread it with."""
    return ParsedRuby(reading.without_spaces(), word)


def word_before(text: str, reading: str) -> str:
    """Return the kanji at the end of ``text`` that ``reading`` may stand for; empty if none.

    ``きょうじん`` (four morae) is two kanji, ``じん`` one.
    """
    morae = sum(not character.isspace() and character not in _SMALL for character in reading)
    kanji = _KANJI_TAIL.search("".join(text.split()))
    return kanji.group()[-((morae + 1) // _MORAE_PER_KANJI) :] if kanji else ""
