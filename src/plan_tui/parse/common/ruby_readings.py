"""Ruby: readings in small type that the extraction left on lines of their own.

A reading breaks a word in two (``強靱`` / ``じん`` / ``性``). Which line is one depends on
the page: the layouts' parsers decide by the lines around it; here stands what they share.
"""

from __future__ import annotations

import re

from plan_tui.model.parsed import ParsedRuby
from plan_tui.text.traced import Traced

_READING = re.compile(r"[ぁ-ゖー][ぁ-ゖー\s]*")
_LONGEST = 12
_KANJI_TAIL = re.compile(r"[㐀-䶿一-鿿豈-﫿々]+$")
_SMALL = "ぁぃぅぇぉゃゅょゎ"


def looks_like_reading(line: str) -> bool:
    """Return whether a line holds hiragana alone (blanks aside) and is short enough."""
    solid = "".join(line.split())
    return len(solid) <= _LONGEST and bool(_READING.fullmatch(solid))


def ends_in_kanji(line: str) -> bool:
    """Return whether a line's last solid character is a kanji, so that a reading may follow."""
    return bool(_KANJI_TAIL.search(line.rstrip()))


def ruby(reading: Traced, word: str) -> ParsedRuby:
    """Return a reading as data, without the blanks that the print spread it with."""
    return ParsedRuby(reading.without_spaces(), word)


def word_before(text: str, reading: str) -> str:
    """Return the kanji at the end of ``text`` that ``reading`` may stand for; empty if none.

    A kanji is read in about two morae, so ``きょうじん`` (four) is two kanji, ``じん`` one.
    """
    morae = sum(not character.isspace() and character not in _SMALL for character in reading)
    found = _KANJI_TAIL.search("".join(text.split()))
    return found.group()[-((morae + 1) // 2) :] if found else ""
