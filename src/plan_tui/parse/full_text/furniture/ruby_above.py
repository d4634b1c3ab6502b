"""Ruby: readings in small type above their words, found by position or by the cut line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan_tui.model.paged_text import CharacterBox
from plan_tui.model.parsed import ParsedRuby
from plan_tui.parse.common.geometry import printed_width
from plan_tui.parse.common.ruby_readings import ends_in_kanji, looks_like_reading, ruby, word_before
from plan_tui.parse.full_text.headings.printed_titles import holds_nothing
from plan_tui.parse.full_text.item_markers import item_marker
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedPage, UnplacedText
from plan_tui.text.traced import Traced

_READING = re.compile(r"[ぁ-ゖァ-ヺー][ぁ-ゖァ-ヺー\s]*")
_SMALL = 0.7
"""A reading's size at most, as a part of its word's."""
_ABOVE = 2.0
"""Ems of the word's size from its baseline up to the reading's, at most."""
_APART = 1.5
"""Ems of the reading's size between two readings on a line."""
_TOLERANCE = 0.3
"""Ems of the word's size by which a reading's edge may stand inside its word's outer kanji."""
_LONGEST = 8
"""Kana of a reading where positions do not tell it from text."""
_SET_IN = 6
"""Blanks by which a reading stands farther right than the lines around begin."""
_SPREAD = re.compile(r"[㐀-䶿一-鿿\uf900-\ufaff](?: [㐀-䶿一-鿿\uf900-\ufaff])+")
"""Kanji that the print spread below their reading."""
_KANJI = re.compile(r"[々〆㐀-䶿一-鿿\uf900-\ufaff]")


def take_ruby(text: UnplacedText) -> list[ParsedRuby]:
    """Take the readings out of the lines of ``text``, which is changed."""
    readings: list[ParsedRuby] = []
    for page in text.pages:
        taken: set[int] = set()
        for index, line in enumerate(page.lines):
            if not _READING.fullmatch(line.text.text.strip()):
                continue
            words = _words_below(page, index) if line.line.boxes else _word_cut(page, index)
            if words:
                readings += words
                taken.add(line.number)
        page.lines = [line for line in page.lines if line.number not in taken]
    return readings


def _words_below(page: UnplacedPage, index: int) -> list[ParsedRuby]:
    """Return the readings of a line of small kana with their words; empty if it is none."""
    line = page.lines[index]
    base = _base_line(page, index)
    if base is None:
        return []
    return [ruby(part, _word(base, boxes)) for part, boxes in _parts(line)]


def _base_line(page: UnplacedPage, index: int) -> UnplacedLine | None:
    """Return the larger line just below a reading, if there is one."""
    small = page.lines[index].line
    size, baseline = small.size, small.baseline
    for near in page.lines[max(0, index - 1) : index + 3]:
        below, large = near.line.baseline, near.line.size
        if not (size and baseline and below and large):
            continue
        if size <= _SMALL * large and 0 < baseline - below <= _ABOVE * large:
            return near
    return None


def _parts(line: UnplacedLine) -> Iterator[tuple[Traced, list[CharacterBox]]]:
    """Yield the readings that stand apart on one line, each with the boxes of its kana."""
    start = 0
    boxes: list[CharacterBox] = []
    for index, character in enumerate(line.text.text):
        box = line.box(index)
        if character.isspace() or box is None:
            continue
        if boxes and box.left - boxes[-1].right > _APART * box.size:
            yield line.text[start:index], boxes
            start, boxes = index, []
        boxes.append(box)
    if boxes:
        yield line.text[start:], boxes


def _word(base: UnplacedLine, reading: list[CharacterBox]) -> str:
    """Return the kanji of the line ``base`` that stand below a reading; empty if none do."""
    word = ""
    left, right = reading[0].left, reading[-1].right
    for index, character in enumerate(base.text.text):
        box = base.box(index)
        if box is None or not _KANJI.match(character):
            continue
        middle = (box.left + box.right) / 2
        if left - _TOLERANCE * box.size <= middle <= right + _TOLERANCE * box.size:
            word += character
    return word


def _word_cut(page: UnplacedPage, index: int) -> list[ParsedRuby]:
    """Return the reading on a line without boxes, with its word if the lines around tell it."""
    line = page.lines[index]
    solid = line.solid
    if len(solid) > _LONGEST or holds_nothing(solid) or not looks_like_reading(solid):
        return []
    if not 0 < index < len(page.lines) - 1:
        return []
    above, below = page.lines[index - 1], page.lines[index + 1]
    spread = _SPREAD.search(below.text.text)
    if spread:
        kanji = "".join(spread.group().split())
        return [ruby(line.text, kanji[: _kanji_count(solid)])]
    if _indent(line) > _indent(below) + _SET_IN and _indent(line) > _indent(above) + _SET_IN:
        return [ruby(line.text, "")]
    full = max(printed_width(other.text.strip()) for other in page.lines)
    width = printed_width(above.text.strip()) + printed_width(below.text.strip())
    cuts = ends_in_kanji(above.text.text) and width <= full + 1 and not item_marker(below.text.text)
    return [ruby(line.text, word_before(above.text.text, solid))] if cuts else []


def _indent(line: UnplacedLine) -> int:
    """Return the blanks before a line's text."""
    return len(line.text.text) - len(line.text.text.lstrip())


def _kanji_count(reading: str) -> int:
    """Return how many kanji a reading may stand for."""
    return len(word_before("字" * _LONGEST, reading))
