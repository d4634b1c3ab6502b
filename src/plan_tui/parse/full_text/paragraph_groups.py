"""The body's lines as paragraphs, bullets, items and notes: where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plan_tui.model.edits import EditKind, LineEdits
from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.item_markers import ItemMarker, is_subhead, item_marker
from plan_tui.parse.full_text.line_places import LinePlaces
from plan_tui.text.traced import Traced

_SAME = 0.6
"""Ems by which left edges differ that are the same: an adjusted first character, a mark."""
_OUTDENT = 2.5
"""Ems by which a paragraph's second line may stand left of its first."""
_GAP = 1.7
"""The distance to the line above, as a multiple of the usual one, that sets a paragraph apart."""
_SHORT = 3.0
"""Ems that a line lacks at least which ends its paragraph without ending a sentence."""
_SENTENCE_END = re.compile(r"[。！？][」』）)】]*\s*$")
_GOES_ON = re.compile(r"[、，,（(「『【・／/＝=－―]\s*$")
"""A line's end after which its paragraph must go on."""
_NO_START = re.compile(r"\s*[、。，．）」』】〕］｝〉》々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]")
"""A line's beginning with which no paragraph begins."""


@dataclass(slots=True)
class ParagraphGroup:
    """The lines of one block."""

    kind: BlockKind
    marker: Traced
    lines: list[BodyLine]
    left: float
    """Ems from the body's left edge to its first character."""
    text_left: float | None
    """To the text behind its marker; None if unknown."""
    style: str = ""
    """That of its marker."""
    level: int = 0
    texts: list[Traced] = field(default_factory=list)
    """Its lines without the marker."""
    rest_left: float | None = None
    """To its second line; None while it has none."""

    def add(self, line: BodyLine, left: float) -> None:
        """Let a line go on with the block."""
        self.lines.append(line)
        self.texts.append(line.text)
        if self.rest_left is None:
            self.rest_left = left


class GroupReader:
    """Divides the lines of one section into blocks."""

    def __init__(self, places: LinePlaces, edits: LineEdits) -> None:
        self._places = places
        self._edits = edits

    def read(self, lines: Sequence[BodyLine]) -> list[ParagraphGroup]:
        """Return the blocks that ``lines`` make."""
        groups: list[ParagraphGroup] = []
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            if groups and not self._begins(groups[-1], line, following):
                groups[-1].add(line, self._places.left(line))
            else:
                groups.append(self._open(line))
        _nest(groups, by_left=self._places.indented)
        return groups

    def _open(self, line: BodyLine) -> ParagraphGroup:
        marker = item_marker(line.text.text)
        left = self._places.left(line)
        if marker is None:
            kind = BlockKind.NOTE if is_subhead(line.text.text) else BlockKind.PARAGRAPH
            return ParagraphGroup(kind, NOTHING, [line], left, None, texts=[line.text])
        return ParagraphGroup(
            marker.kind,
            line.text[marker.start : marker.end].without_spaces(),
            [line],
            left,
            self._places.text_left(line, marker.text_start),
            marker.style,
            texts=[line.text[marker.text_start :]],
        )

    def _begins(self, group: ParagraphGroup, line: BodyLine, following: BodyLine | None) -> bool:
        """Return whether ``line`` begins a block of its own, and does not go on with ``group``."""
        kinds = self._edits.get(line.line.number, frozenset())
        if EditKind.JOIN in kinds or EditKind.SPLIT in kinds:
            return EditKind.SPLIT in kinds
        before = group.lines[-1]
        ends = bool(_SENTENCE_END.search(before.text.text))
        full = self._places.is_full(before, line)
        open_end = bool(_GOES_ON.search(before.text.text.rstrip())) or bool(
            _NO_START.match(line.text.text)
        )
        marker = item_marker(line.text.text)
        if marker and self._marker_begins(group, line, marker, full=full, ends=ends):
            return True
        if is_subhead(line.text.text) or (group.kind is BlockKind.NOTE and not group.marker):
            return not (full and not ends)
        if open_end and not ends and (full or not self._places.indented):
            return False
        if not self._places.indented:
            return self._begins_by_width(before, full=full, ends=ends)
        return self._begins_by_place(group, line, following, full=full, ends=ends)

    def _marker_begins(
        self,
        group: ParagraphGroup,
        line: BodyLine,
        marker: ItemMarker,
        *,
        full: bool,
        ends: bool,
    ) -> bool:
        """Return whether a line that begins with a marker is an item, not a wrapped sentence."""
        if ends or not full or group.style == marker.style:
            return True
        if not self._places.indented:
            return marker.kind is BlockKind.BULLET and marker.style != "・"
        left = self._places.left(line)
        expected = group.rest_left if group.rest_left is not None else None
        if expected is not None:
            return abs(left - expected) > _SAME
        outdented = -_OUTDENT <= left - group.left <= _SAME
        hanging = group.text_left is not None and abs(left - group.text_left) <= _SAME
        return not (outdented or hanging)

    def _begins_by_width(self, before: BodyLine, *, full: bool, ends: bool) -> bool:
        room = self._places.room(before)
        return not full if ends else room >= _SHORT and not full

    def _begins_by_place(
        self,
        group: ParagraphGroup,
        line: BodyLine,
        following: BodyLine | None,
        *,
        full: bool,
        ends: bool,
    ) -> bool:
        before = group.lines[-1]
        if full and not ends:
            return False
        turned = before.line.page != line.line.page
        if not full:
            return True
        if line.above is not None and line.above > _GAP and not turned:
            return True
        left = self._places.left(line)
        if group.rest_left is not None:
            return abs(left - group.rest_left) > _SAME
        if group.text_left is not None and abs(left - group.text_left) <= _SAME:
            return False
        if abs(left - group.left) > _SAME:
            return not -_OUTDENT <= left - group.left < 0
        # A single full line above one with the same edge: is this one the first of a paragraph?
        if following is None or following.line.page != line.line.page:
            return False
        return -_OUTDENT <= self._places.left(following) - left < -_SAME


def _nest(groups: Sequence[ParagraphGroup], *, by_left: bool) -> None:
    """Give bullets, items and notes their levels, by left edges, else by their markers."""
    open_items: list[ParagraphGroup] = []
    for group in groups:
        if not group.marker:
            if by_left:
                while open_items and open_items[-1].left > group.left - _SAME:
                    open_items.pop()
            else:
                open_items.clear()
            continue
        if by_left:
            while open_items and open_items[-1].left > group.left - _SAME:
                open_items.pop()
        else:
            styles = [item.style for item in open_items]
            if group.style in styles:
                del open_items[styles.index(group.style) :]
        group.level = len(open_items)
        open_items.append(group)
