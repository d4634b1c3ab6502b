"""Where the remarks and lists of a diagram belong that stand outside its boxes.

Only what the text itself tells is used: a count in a title, a mark in a text, initials, a word
that one box alone shares. What nothing tells stays with the diagram's title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.parse.diagram.boxes import Box
from plan_tui.parse.slides.units import SlideUnit, UnitKind

_COUNT = re.compile(r"([0-9０-９]+)つ")
_COUNTED_NOUN = re.compile(r"[0-9０-９]+([㐀-鿿]{2,})")
_MARKED_WORD = re.compile(r"([㐀-鿿]{2})※")
_RUN = re.compile(r"[ァ-ヺー㐀-鿿々]+")
_SHORTEST_SHARED = 4


def place_remarks(general: Box, boxes: Sequence[Box], loose: Sequence[Sequence[SlideUnit]]) -> None:
    """Give each loose group to the box that the text names, else to ``general``."""
    for group in loose:
        box = _counting(boxes, group) or _remarked(boxes, group)
        (box or general).units.extend(group)


def _counting(boxes: Sequence[Box], group: Sequence[SlideUnit]) -> Box | None:
    """Return the box whose title counts as many things as the list has items."""
    if group[0].kind is not UnitKind.ENUM:
        return None
    for box in boxes:
        found = _COUNT.search(box.title.text)
        if found and int(found.group(1)) == len(group) and not box.units:
            return box
    return None


def _remarked(boxes: Sequence[Box], group: Sequence[SlideUnit]) -> Box | None:
    """Return the box that a remark explains."""
    first = group[0]
    if first.kind is not UnitKind.NOTE:
        return None
    remark = first.text.text
    return (
        (_marked(boxes, remark) if first.marker.text == "※" else None)
        or _abbreviated(boxes, first)
        or _counted(boxes, remark)
        or _sharing([(box, box.title.text) for box in boxes], remark)
        or _sharing([(box, _words(box)) for box in boxes], remark)
    )


def _words(box: Box) -> str:
    return "\n".join([box.title.text, *(unit.text.text for unit in box.units)])


def _marked(boxes: Sequence[Box], remark: str) -> Box | None:
    """Return the box with a ※ behind a word that the remark takes up."""
    for box in boxes:
        if any(word in remark for word in _MARKED_WORD.findall(_words(box))):
            return box
    return None


def _abbreviated(boxes: Sequence[Box], unit: SlideUnit) -> Box | None:
    """Return the nearest box with the abbreviation that the remark's English words spell out."""
    words = re.findall(r"[A-Za-z]+", unit.text.text)
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) < 2 or "".join(words) == initials:
        return None
    line = unit.text.first_line or 0
    found = [
        (abs((text.first_line or 0) - line), number)
        for number, box in enumerate(boxes)
        for text in (box.title, *(part.text for part in box.units))
        if re.search(rf"(?<![A-Za-z]){initials}(?![A-Za-z])", text.text)
    ]
    return boxes[min(found)[1]] if found else None


def _counted(boxes: Sequence[Box], remark: str) -> Box | None:
    """Return the box with a remark that counts the same kind of thing (``10原則``, ``3原則``)."""
    nouns = set(_COUNTED_NOUN.findall(remark))
    for box in boxes:
        notes = [unit for unit in box.units if unit.kind is UnitKind.NOTE]
        if any(nouns & set(_COUNTED_NOUN.findall(note.text.text)) for note in notes):
            return box
    return None


def _sharing(texts: Sequence[tuple[Box, str]], remark: str) -> Box | None:
    """Return the one box that shares the longest run of kanji and katakana with the remark."""
    pieces = {
        run[start:end]
        for run in _RUN.findall(remark)
        for start in range(len(run))
        for end in range(start + _SHORTEST_SHARED, len(run) + 1)
    }
    for piece in sorted(pieces, key=lambda piece: (-len(piece), piece)):
        holders = [box for box, text in texts if piece in text]
        if len(holders) == 1:
            return holders[0]
    return None
