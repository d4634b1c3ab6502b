"""To which box the remarks and lists of a diagram belong that stand outside its boxes.

Only the wording decides: a count in a title, a ※ behind a word, an abbreviation that the remark
spells out, a word that it shares with one box alone. All others go to the diagram's title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.parse.diagram.boxes import Box
from plan_tui.parse.slides.units import SlideUnit, UnitKind

_COUNT = re.compile(r"([0-9０-９]+)つ")
_COUNTED_NOUN = re.compile(r"[0-9０-９]+([㐀-鿿]{2,})")
_MARKED_WORD = re.compile(r"([㐀-鿿]{2})※")
_WORD = re.compile(r"[ァ-ヺー㐀-鿿々]+")
_SHORTEST_SHARED = 4
"""Characters of a word that ties a remark to a box. Two kanji (行政, 社会) stand in many boxes, and
by chance in one alone; with 5 a remark of the source goes to another box."""


def place_remarks(
    title_box: Box, boxes: Sequence[Box], unboxed: Sequence[Sequence[SlideUnit]]
) -> None:
    """Add each group of ``unboxed`` units to the box that its wording names, else to the title's.

    A group is one remark, or the items of one list.
    """
    for group in unboxed:
        box = _box_of_list(boxes, group) or _box_of_remark(boxes, group)
        (box or title_box).units.extend(group)


def _box_of_list(boxes: Sequence[Box], group: Sequence[SlideUnit]) -> Box | None:
    """Return the box without text whose title states the number of the list's items."""
    if group[0].kind is not UnitKind.ENUM:
        return None
    for box in boxes:
        count = _COUNT.search(box.title.text)
        if count and int(count.group(1)) == len(group) and not box.units:
            return box
    return None


def _box_of_remark(boxes: Sequence[Box], group: Sequence[SlideUnit]) -> Box | None:
    """Return the box that a remark explains; the surest sign is tried first."""
    first = group[0]
    if first.kind is not UnitKind.NOTE:
        return None
    remark = first.text.text
    return (
        (_box_with_mark(boxes, remark) if first.marker.text == "※" else None)
        or _box_with_abbreviation(boxes, first)
        or _box_with_counted_noun(boxes, remark)
        or _box_sharing_word([(box, box.title.text) for box in boxes], remark)
        or _box_sharing_word([(box, _text(box)) for box in boxes], remark)
    )


def _text(box: Box) -> str:
    return "\n".join([box.title.text, *(unit.text.text for unit in box.units)])


def _box_with_mark(boxes: Sequence[Box], remark: str) -> Box | None:
    """Return the box with a ※ behind a word that stands in the remark."""
    for box in boxes:
        if any(word in remark for word in _MARKED_WORD.findall(_text(box))):
            return box
    return None


def _box_with_abbreviation(boxes: Sequence[Box], unit: SlideUnit) -> Box | None:
    """Return the nearest box with the abbreviation that the remark's English words spell out.

    Nearest is the one whose source line differs least.
    """
    words = re.findall(r"[A-Za-z]+", unit.text.text)
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) < 2 or "".join(words) == initials:
        return None
    line = unit.text.first_line or 0
    distances = [
        (abs((text.first_line or 0) - line), number)
        for number, box in enumerate(boxes)
        for text in (box.title, *(part.text for part in box.units))
        if re.search(rf"(?<![A-Za-z]){initials}(?![A-Za-z])", text.text)
    ]
    return boxes[min(distances)[1]] if distances else None


def _box_with_counted_noun(boxes: Sequence[Box], remark: str) -> Box | None:
    """Return the box with a remark that counts the same noun (``10原則``, ``3原則``)."""
    nouns = set(_COUNTED_NOUN.findall(remark))
    for box in boxes:
        notes = [unit for unit in box.units if unit.kind is UnitKind.NOTE]
        if any(nouns & set(_COUNTED_NOUN.findall(note.text.text)) for note in notes):
            return box
    return None


def _box_sharing_word(texts: Sequence[tuple[Box, str]], remark: str) -> Box | None:
    """Return the box whose text alone contains a substring of the remark, the longest first.

    The substrings are of kanji and katakana.
    """
    substrings = {
        word[start:end]
        for word in _WORD.findall(remark)
        for start in range(len(word))
        for end in range(start + _SHORTEST_SHARED, len(word) + 1)
    }
    for substring in sorted(substrings, key=lambda substring: (-len(substring), substring)):
        sharing = [box for box, text in texts if substring in text]
        if len(sharing) == 1:
            return sharing[0]
    return None
