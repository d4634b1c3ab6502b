"""The boxes of a diagram, recognised from its lines.

A box's title is a phrase with something below it: bullets, a remark (``→``), or lines of
text. A bullet continues over blank lines until its bracket closes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.diagram.lines import (
    OPEN_END,
    DiagramLine,
    begins_box,
    counts_on,
    is_complete,
    is_title,
    read_blocks,
    remark_units,
    wrapped_titles,
)
from plan_tui.parse.slides.slide_text import clean, clean_cell, is_phrase
from plan_tui.parse.slides.units import SlideUnit, UnitKind
from plan_tui.text.record import field, record, replaced
from plan_tui.text.traced import Traced


class BoxContent(Enum):
    """What stands below a box's title."""

    BULLETS = "bullets"
    REMARKS = "remarks"
    TEXT = "text"
    EMPTY = "empty"


@record(frozen=False, eq=False)
class Box:
    """A box while the diagram is being read."""

    title: Traced
    content: BoxContent
    units: list[SlideUnit] = field(default_factory=list)
    """What stands in it, in the order of the text."""
    parent: Box | None = None
    """The outer box; None for an outer box itself."""


_TITLE_GAP = re.compile(r"(?<=[ァ-ヺー々㐀-鿿）)])[ \u3000]+(?=[ァ-ヺー々㐀-鿿A-Zぁ-ゖ「（])")
_SHORTEST_PAIRED_TITLE = 6
"""Characters of a title that stands beside another on one line. Shorter stretches are words with
a printed blank between them. The titles in the source have 12 or more; any value from 1 to 12
reads it alike."""


def read_boxes(
    lines: Sequence[str], furniture: FurnitureCollector
) -> tuple[Box, list[Box], list[list[SlideUnit]]]:
    """Return the box of the diagram's title, the other boxes, and the units in no box.

    Those come in groups: one remark, or the items of one list.
    """
    reader = _BoxReader()
    for block in read_blocks(lines, furniture):
        reader.read(block)
    return reader.result()


class _BoxReader:
    """Reads block after block; keeps the open box and the open bullet."""

    def __init__(self) -> None:
        self._boxes: list[Box] = []
        self._unboxed: list[list[SlideUnit]] = []
        self._bullet: list[Traced] = []
        """The lines of the open bullet."""
        self._box: Box | None = None
        self._marker = NOTHING
        """The marker of the open bullet, or of the one before."""
        self._outer_titles: list[Box] = []
        """Boxes whose title stands right above another box's title."""
        self._side_by_side: list[list[Box]] = []
        """Boxes whose titles stand on one line, in the order of the text."""

    def result(self) -> tuple[Box, list[Box], list[list[SlideUnit]]]:
        self._end_bullet()
        empty = [
            box for box in self._boxes if box.content is BoxContent.EMPTY and box.parent is None
        ]
        outer = [*(box for boxes in self._side_by_side for box in boxes), *self._outer_titles]
        title_box = next((box for box in empty if box not in outer), Box(NOTHING, BoxContent.EMPTY))
        boxes = [box for box in self._boxes if box is not title_box]
        self._nest(boxes)
        return title_box, boxes, self._unboxed

    def read(self, block: Sequence[DiagramLine]) -> None:
        index = 0
        while index < len(block) and self._continues_bullet(block, index):
            self._bullet.append(block[index].whole)
            index += 1
        if index == len(block):
            return
        self._end_bullet()
        first = block[index]
        if first.kind is UnitKind.BULLET:
            self._read_bullets(block[index:])
        elif first.marker:
            self._read_unboxed(block[index:])
        elif first.kind is UnitKind.NOTE:
            self._unboxed.append(
                [SlideUnit(UnitKind.NOTE, clean(line.whole)) for line in block[index:]]
            )
        else:
            self._read_box(block[index:])

    def _continues_bullet(self, block: Sequence[DiagramLine], index: int) -> bool:
        """Return whether the open bullet continues in ``block[index]``.

        It does not where its text is complete, or where the line titles the next box.
        """
        text = "".join(line.text for line in self._bullet)
        if not self._bullet or not block[index].plain or is_complete(text):
            return False
        if not is_title(block[index]) or index + 1 == len(block):
            return True
        below = block[index + 1]
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
        if self._box is None or self._marker.text != first.marker.text:
            self._box = Box(NOTHING, BoxContent.BULLETS)
            self._unboxed.append(self._box.units)
        self._marker = first.marker
        for index, line in enumerate(block):
            if line.kind is UnitKind.BULLET:
                self._end_bullet()
                self._marker = line.marker
                self._bullet = [line.rest]
            elif self._continues_bullet(block, index):
                self._bullet.append(line.whole)
            else:
                self._end_bullet()
                self.read(block[index:])
                return

    def _read_unboxed(self, block: Sequence[DiagramLine]) -> None:
        """Read a remark or a list outside every box."""
        if self._continues_list(block[0]):
            group = self._unboxed[-1]
            text = clean_cell(Traced.join([line.whole for line in block], " "))
            group[-1] = replaced(group[-1], text=Traced.join([group[-1].text, text], " "))
            return
        self._unboxed.append(remark_units(block))

    def _continues_list(self, line: DiagramLine) -> bool:
        """Return whether a line's circled number follows the last one of the unit above."""
        if line.kind is not UnitKind.ENUM or not self._unboxed or not self._unboxed[-1]:
            return False
        return counts_on(self._unboxed[-1][-1].text.text, line.marker.text[0])

    def _read_box(self, block: Sequence[DiagramLine]) -> None:
        """Read a block that begins with plain words: titles, and what stands below them."""
        end = next((i for i, line in enumerate(block) if line.marker), len(block))
        if end == len(block):
            self._read_text_boxes(block)
            return
        titles = wrapped_titles(block[:end])
        bulleted = block[end].kind is UnitKind.BULLET
        if not bulleted and len(titles) > 1:
            self._read_text_boxes(block[:end])
            self._read_unboxed(block[end:])
            return
        self._open_titled_boxes(titles, BoxContent.BULLETS if bulleted else BoxContent.REMARKS)
        if bulleted:
            self._marker = block[end].marker
            self._read_bullets(block[end:])
        else:
            self._boxes[-1].units += remark_units(block[end:])

    def _open_titled_boxes(self, titles: Sequence[Traced], content: BoxContent) -> None:
        """Add a box for each title; the last holds what follows, and stands in the one before."""
        outer = [Box(title, BoxContent.EMPTY) for title in titles[:-1]]
        self._box = Box(titles[-1], content, parent=outer[-1] if outer else None)
        self._boxes += [*outer, self._box]
        self._outer_titles += outer

    def _read_text_boxes(self, block: Sequence[DiagramLine]) -> None:
        """Read boxes whose text has no markers: a title, and the lines up to the next title."""
        start = 0
        while start < len(block):
            title_end = start + 1
            while title_end < len(block) and OPEN_END.search(block[title_end - 1].whole.text):
                title_end += 1
            end = title_end
            while end < len(block) and not (end > title_end and begins_box(block, end)):
                end += 1
            self._add_text_box(block[start:title_end], block[title_end:end])
            start = end

    def _add_text_box(
        self, title_lines: Sequence[DiagramLine], text_lines: Sequence[DiagramLine]
    ) -> None:
        """Add a box without markers, or boxes side by side, or else a text outside every box."""
        title = clean(*(line.whole for line in title_lines))
        if not is_phrase(title.text):
            lines = [line.whole for line in (*title_lines, *text_lines)]
            if len(lines) > 1 or not self._add_side_by_side(lines[0]):
                self._unboxed.append([SlideUnit(UnitKind.TEXT, clean(*lines))])
            return
        if not text_lines and self._add_side_by_side(title_lines[0].whole):
            return
        self._box = Box(title, BoxContent.TEXT if text_lines else BoxContent.EMPTY)
        self._marker = NOTHING
        if text_lines:
            text = clean(*(line.whole for line in text_lines))
            self._box.units.append(SlideUnit(UnitKind.TEXT, text))
        self._boxes.append(self._box)

    def _add_side_by_side(self, line: Traced) -> bool:
        """Add the boxes whose titles stand side by side on one line; return whether they do."""
        cuts = [0, *(gap.end() for gap in _TITLE_GAP.finditer(line.text)), len(line)]
        titles = [line[start:end].strip() for start, end in pairwise(cuts)]
        if len(titles) < 2 or not all(map(_is_paired_title, titles)):
            return False
        above = self._boxes[-1] if self._boxes else None
        # The first such line titles outer boxes, further ones continue what stands above them.
        content = above.content if above and self._side_by_side else BoxContent.EMPTY
        boxes = [Box(clean(title), content) for title in titles]
        self._side_by_side.append(boxes)
        self._boxes += boxes
        return True

    def _nest(self, boxes: Sequence[Box]) -> None:
        """Put inner boxes into outer ones.

        Bulleted boxes belong to the title that stands right above one of them. Of titles side
        by side (the first such line), each takes the boxes with one kind of content, in the
        order in which these kinds begin below it.
        """
        for box in boxes:
            if box.content is BoxContent.BULLETS and box.parent is None and self._outer_titles:
                box.parent = self._outer_titles[-1]
        if not self._side_by_side:
            return
        outer_boxes = self._side_by_side[0]
        below = boxes[boxes.index(outer_boxes[-1]) + 1 :]
        contents = dict.fromkeys(
            box.content for box in below if box.content in (BoxContent.REMARKS, BoxContent.TEXT)
        )
        for content, outer in zip(contents, outer_boxes, strict=False):
            for box in boxes:
                if box.content is content and box not in outer_boxes:
                    box.parent = outer


def _is_paired_title(title: Traced) -> bool:
    return len(title) >= _SHORTEST_PAIRED_TITLE and is_phrase(title.text)
