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
_KANJI_HEAD = re.compile(r"[㐀-䶿一-鿿豈-﫿々]+")


def looks_like_reading(line: str) -> bool:
    """Return whether a line holds hiragana alone (blanks aside) and is short enough."""
    solid = "".join(line.split())
    return len(solid) <= _LONGEST and bool(_READING.fullmatch(solid))


def ends_in_kanji(line: str) -> bool:
    """Return whether a line's last solid character is a kanji, so that a reading may follow."""
    return bool(_KANJI_TAIL.search(line.rstrip()))


def kanji_before(text: str, most: int = 1) -> str:
    """Return the last kanji of ``text``, at most ``most`` of them; empty if it ends otherwise."""
    found = _KANJI_TAIL.search(text.rstrip())
    return found.group()[-most:] if found else ""


def kanji_after(text: str, most: int = 1) -> str:
    """Return the first kanji of ``text``, at most ``most`` of them."""
    found = _KANJI_HEAD.match(text.lstrip())
    return found.group()[:most] if found else ""


def ruby(reading: Traced, word: str) -> ParsedRuby:
    """Return a reading as data, without the blanks that the print spread it with."""
    return ParsedRuby(reading.without_spaces(), word)


def word_before(text: str, reading: str) -> str:
    """Return the kanji at the end of ``text`` that ``reading`` belongs to.

    A kanji is taken to be read with up to two kana: ``じん`` belongs to the last one,
    ``きょうじん`` to the last two (small kana are not counted).
    """
    kana = [c for c in reading if not c.isspace() and c not in "ぁぃぅぇぉゃゅょゎっー"]
    return kanji_before(text, max(1, -(-len(kana) // 2)))
