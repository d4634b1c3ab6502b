"""The boxes of a diagram, told from its lines.

A box's title is a phrase with something below it: bullets, a remark (``→``), or lines of
text. A bullet runs on over blank lines until its bracket closes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise

from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.markup import Leftovers
from plan_tui.parse.diagram.lines import (
    OPEN_END,
    DiagramLine,
    begins_box,
    is_closed,
    is_title,
    read_blocks,
    units_of,
    wrapped,
)
from plan_tui.parse.slides.text import clean, clean_cell, is_phrase
from plan_tui.parse.slides.units import SlideUnit, UnitKind
from plan_tui.text.traced import Traced


class Look(Enum):
    """What stands below a box's title."""

    BULLETS = "bullets"
    REMARKS = "remarks"
    TEXT = "text"
    BARE = "bare"


@dataclass(slots=True, eq=False)
class Box:
    """A box in the making."""

    title: Traced
    look: Look
    units: list[SlideUnit] = field(default_factory=list)
    parent: Box | None = None
    """The outer box; None for an outer box itself."""


_PAIR = re.compile(r"(?<=[ァ-ヺー々㐀-鿿）)])[ \u3000]+(?=[ァ-ヺー々㐀-鿿A-Zぁ-ゖ「（])")
_SHORTEST_OF_PAIR = 6


def read_boxes(
    lines: Sequence[str], left: Leftovers
) -> tuple[Box, list[Box], list[list[SlideUnit]]]:
    """Return the diagram's own box (its title), the other boxes, and groups without a box."""
    reader = _BoxReader()
    for block in read_blocks(lines, left):
        reader.read(block)
    return reader.result()


class _BoxReader:
    def __init__(self) -> None:
        self._boxes: list[Box] = []
        self._loose: list[list[SlideUnit]] = []
        self._bullet: list[Traced] = []
        self._box: Box | None = None
        self._marker = NOTHING
        self._containers: list[Box] = []
        self._pairs: list[list[Box]] = []

    def result(self) -> tuple[Box, list[Box], list[list[SlideUnit]]]:
        self._end_bullet()
        bare = [box for box in self._boxes if box.look is Look.BARE and box.parent is None]
        taken = [*(box for pair in self._pairs for box in pair), *self._containers]
        general = next((box for box in bare if box not in taken), Box(NOTHING, Look.BARE))
        boxes = [box for box in self._boxes if box is not general]
        self._nest(boxes)
        return general, boxes, self._loose

    def read(self, block: Sequence[DiagramLine]) -> None:
        place = 0
        while place < len(block) and self._runs_on(block, place):
            self._bullet.append(block[place].whole)
            place += 1
        if place == len(block):
            return
        self._end_bullet()
        first = block[place]
        if first.kind is UnitKind.BULLET:
            self._read_bullets(block[place:])
        elif first.marker:
            self._read_loose(block[place:])
        elif first.kind is UnitKind.NOTE:
            self._loose.append(
                [SlideUnit(UnitKind.NOTE, clean(line.whole)) for line in block[place:]]
            )
        else:
            self._read_box(block[place:])

    def _runs_on(self, block: Sequence[DiagramLine], place: int) -> bool:
        """Return whether an open bullet goes on in this line.

        It does not where its text is at an end, or where the line titles the next box.
        """
        text = "".join(part.text for part in self._bullet)
        if not self._bullet or not block[place].plain or is_closed(text):
            return False
        if not is_title(block[place]) or place + 1 == len(block):
            return True
        below = block[place + 1]
        new_box = below.plain and not OPEN_END.search(text) and below.whole.text[0] not in "（("
        return not (new_box or below.kind is UnitKind.BULLET)

    def _end_bullet(self) -> None:
        if self._bullet and self._box is not None:
            text = clean(*self._bullet)
            self._box.units.append(SlideUnit(UnitKind.BULLET, text, self._marker))
        self._bullet = []

    def _read_bullets(self, block: Sequence[DiagramLine]) -> None:
        """Read bullets of the open box; with another marker they belong to no box."""
        first = block[0]
        known = self._box is not None and self._marker.text == first.marker.text
        if not known:
            self._box = Box(NOTHING, Look.BULLETS)
            self._loose.append(self._box.units)
        self._marker = first.marker
        for place, line in enumerate(block):
            if line.kind is UnitKind.BULLET:
                self._end_bullet()
                self._marker = line.marker
                self._bullet = [line.rest]
            elif self._runs_on(block, place):
                self._bullet.append(line.whole)
            else:
                self._end_bullet()
                self.read(block[place:])
                return

    def _read_loose(self, block: Sequence[DiagramLine]) -> None:
        """Read a remark or a list outside every box."""
        if self._continues_list(block[0]):
            group = self._loose[-1]
            more = clean_cell(Traced.join([line.whole for line in block], " "))
            group[-1] = replace(group[-1], text=Traced.join([group[-1].text, more], " "))
            return
        self._loose.append(units_of(block))

    def _continues_list(self, line: DiagramLine) -> bool:
        """Return whether a number goes on from the last one of the remark above."""
        if line.kind is not UnitKind.ENUM or not self._loose or not self._loose[-1]:
            return False
        numbers = re.findall(r"[①-⑳]", self._loose[-1][-1].text.text)
        return bool(numbers) and ord(numbers[-1]) + 1 == ord(line.marker.text[0])

    def _read_box(self, block: Sequence[DiagramLine]) -> None:
        """Read a block that begins with plain words: titles, and what stands below them."""
        plain = next((i for i, line in enumerate(block) if line.marker), len(block))
        if plain == len(block):
            self._read_text_boxes(block)
            return
        titles = wrapped(block[:plain])
        look = Look.BULLETS if block[plain].kind is UnitKind.BULLET else Look.REMARKS
        if look is Look.REMARKS and len(titles) > 1:
            self._read_text_boxes(block[:plain])
            self._read_loose(block[plain:])
            return
        made = [Box(title, Look.BARE) for title in titles[:-1]] + [Box(titles[-1], look)]
        self._boxes += made
        if len(made) > 1:
            made[-1].parent = made[-2]
            self._containers += made[:-1]
        self._box = made[-1]
        if look is Look.BULLETS:
            self._marker = block[plain].marker
            self._read_bullets(block[plain:])
        else:
            self._box.units += units_of(block[plain:])

    def _read_text_boxes(self, block: Sequence[DiagramLine]) -> None:
        """Read boxes whose text has no markers: a title, and the lines up to the next title."""
        place = 0
        while place < len(block):
            start = place + 1
            while start < len(block) and OPEN_END.search(block[start - 1].whole.text):
                start += 1
            title = clean(*(line.whole for line in block[place:start]))
            end = start
            while end < len(block) and not (end > start and begins_box(block, end)):
                end += 1
            self._add_text_box(title, block[place:start], block[start:end])
            place = end

    def _add_text_box(
        self, title: Traced, head: Sequence[DiagramLine], text: Sequence[DiagramLine]
    ) -> None:
        if not is_phrase(title.text):
            lines = [line.whole for line in (*head, *text)]
            pair = self._pair(lines[0]) if len(lines) == 1 else []
            if not pair:
                self._loose.append([SlideUnit(UnitKind.TEXT, clean(*lines))])
            return
        if not text and self._pair(head[0].whole):
            return
        self._box = Box(title, Look.TEXT if text else Look.BARE)
        self._marker = NOTHING
        if text:
            self._box.units.append(SlideUnit(UnitKind.TEXT, clean(*(line.whole for line in text))))
        self._boxes.append(self._box)

    def _pair(self, line: Traced) -> list[Box]:
        """Add the titles of boxes that stand side by side, printed in one line."""
        cuts = [0, *(found.end() for found in _PAIR.finditer(line.text)), len(line)]
        parts = [line[a:b].strip() for a, b in pairwise(cuts)]
        long = all(len(part) >= _SHORTEST_OF_PAIR and is_phrase(part.text) for part in parts)
        if len(parts) < 2 or not long:
            return []
        boxes = [Box(clean(part), Look.BARE) for part in parts]
        above = self._boxes[-1] if self._boxes else None
        self._pairs.append(boxes)
        self._boxes += boxes
        if len(self._pairs) > 1 and above is not None:
            for box in boxes:
                box.look = above.look
        return boxes

    def _nest(self, boxes: Sequence[Box]) -> None:
        """Put inner boxes into outer ones.

        Bulleted boxes belong to the title that stands right above one of them. Of titles side
        by side (the first such line), each takes the boxes of one look, in the order in which
        the looks begin below it.
        """
        for box in boxes:
            if box.look is Look.BULLETS and box.parent is None and self._containers:
                box.parent = self._containers[-1]
        if not self._pairs:
            return
        first = self._pairs[0]
        below = boxes[boxes.index(first[-1]) + 1 :]
        looks = list(dict.fromkeys(b.look for b in below if b.look in (Look.REMARKS, Look.TEXT)))
        for look, outer in zip(looks, first, strict=False):
            for box in boxes:
                if box.look is look and box not in first:
                    box.parent = outer
