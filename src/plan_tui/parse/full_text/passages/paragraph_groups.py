"""The body's lines as paragraphs, bullets, items and notes: where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from plan_tui.model.edits import EditKind, LineEdits
from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.kpi_lists import kpi_label
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.item_markers import (
    ItemMarker,
    bare_markers,
    is_subhead,
    item_marker,
)
from plan_tui.parse.full_text.passages.column_lists import ColumnPart, row_parts, wrapped_parts
from plan_tui.parse.full_text.passages.line_places import LinePlaces
from plan_tui.text.record import field, record
from plan_tui.text.traced import Traced

_OUTDENT = 2.5
"""Ems by which a paragraph's second line may stand left of its first."""
_GAP = 1.7
"""The distance to the line above, as a multiple of the usual one, that sets a paragraph apart."""
_OTHER_SIZE = 0.08
"""The difference of two lines' sizes, as multiples of the body's, that parts their blocks."""
_SHORT = 3.0
"""Ems that a line lacks at least which ends its paragraph without ending a sentence."""
_INDENT = 0.6
"""Ems that a paragraph's first line lacks at least, by its indent of one."""
_SENTENCE_END = re.compile(r"[。！？][」』）)】]*\s*$")
_GOES_ON = re.compile(r"[、，,（(「『【・／/＝=－―]\s*$")
"""A line's end after which its paragraph must go on."""
_CLAUSE_END = re.compile(r"[、，。]")
_WITHIN_SENTENCES = re.compile(r"[・･\-－−‐‑–—（(]")
"""Markers that a sentence may hold as well."""
_PARTICLE_END = re.compile(r"[ぁ-ん一-鿿][をにはがのとでへや]$")
_PARTICLE_START = re.compile(
    r"\s*(?:[をがの]|に(?!つい|おい|向け)|は(?!じめ)|と(?!り|こ|も)|で(?!き|も)|へ|等|及び|又は|並びに)"
)
"""Words with which a sentence goes on, unless it is また or another that begins one."""
_NO_START = re.compile(r"\s*[、。，．）」』】〕］｝〉》々ーをぁぃぅぇぉっゃゅょァィゥェォッャュョ]")
"""A line's beginning with which no paragraph begins."""


@record(frozen=False)
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
    value: int = 0
    """Its marker's number; 0 without one."""
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
        self._hanging = _items_hang(places)
        self._bare: dict[int, ItemMarker] = {}
        """Numerals without a sign that number an item of the section, by the line's number."""

    def read(self, lines: Sequence[BodyLine]) -> list[ParagraphGroup]:
        """Return the blocks that ``lines`` make."""
        groups: list[ParagraphGroup] = []
        bare = bare_markers([line.text.text for line in lines])
        self._bare = {lines[index].line.number: marker for index, marker in bare.items()}
        row: list[ColumnPart] = []  # the items of the last line, if it held several
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            items = row_parts(line)
            wrapped = wrapped_parts(line, row) if row and not items else []
            for part in wrapped:
                groups[part.column - len(row)].add(part.line, self._places.left(part.line))
            groups += [self._open(part.line) for part in items]
            if not items and not wrapped:
                if groups and not row and not self._begins(groups[-1], line, following):
                    groups[-1].add(line, self._places.left(line))
                else:
                    groups.append(self._open(line))
            row = items or (row if wrapped else [])
        groups = _by_number(groups)
        _nest(groups, self._places)
        return groups

    def _marker(self, line: BodyLine) -> ItemMarker | None:
        return item_marker(line.text.text) or self._bare.get(line.line.number)

    def _open(self, line: BodyLine) -> ParagraphGroup:
        marker = self._marker(line)
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
            marker.value,
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
        open_end = _goes_on(before.text.text, line.text.text, sure=line.positioned)
        marker = self._marker(line)
        within = self._places.ragged and not ends and _is_within_sentence(group)
        if within and _GOES_ON.search(before.text.text.rstrip()):
            return False
        if marker and self._marker_begins(group, line, marker, full=full, ends=ends):
            return True
        if kpi_label(line.text):
            return True
        if is_subhead(line.text.text) or (group.kind is BlockKind.NOTE and not group.marker):
            return not (full and not ends)
        if not ends and _NO_START.match(line.text.text):
            return False
        if open_end and not ends and (full or not line.positioned):
            return False
        if within:
            return False
        if not self._places.indented:
            return self._begins_by_width(before, line, following, full=full, ends=ends)
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
        if marker.kind is not BlockKind.LIST_ITEM and not _WITHIN_SENTENCES.match(marker.style):
            return True
        if not self._places.indented:
            return False
        left = self._places.left(line)
        expected = group.rest_left if group.rest_left is not None else None
        if expected is not None:
            return abs(left - expected) > self._places.same
        outdented = -_OUTDENT <= left - group.left <= self._places.same
        hanging = group.text_left is not None and abs(left - group.text_left) <= self._places.same
        return not (outdented or hanging)

    def _begins_by_width(
        self,
        before: BodyLine,
        line: BodyLine,
        following: BodyLine | None,
        *,
        full: bool,
        ends: bool,
    ) -> bool:
        """Return whether a block begins as far as the lines' widths tell.

        After a full line that ends a sentence it does if the line lacks an indent's width.
        """
        if not ends:
            return self._places.room(before) >= _SHORT and not full
        if not full:
            return True
        indented = self._places.room(line) >= _INDENT
        return indented and following is not None and self._places.fits(line, following)

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
        outdented = bool(group.marker) and self._places.left(line) < group.left - self._places.same
        resized = abs(line.size - before.size) > _OTHER_SIZE
        if resized or (outdented and self._hanging):
            return True
        if full and not ends:
            return False
        turned = before.line.page != line.line.page
        if not full:
            return True
        if line.above is not None and line.above > _GAP and not turned:
            return True
        left = self._places.left(line)
        if group.rest_left is not None:
            return abs(left - group.rest_left) > self._places.same
        if group.text_left is not None and abs(left - group.text_left) <= self._places.same:
            return False
        if abs(left - group.left) > self._places.same:
            return not -_OUTDENT <= left - group.left < 0
        # A single full line above one with the same edge: is this one the first of a paragraph?
        if following is None:
            return False
        return -_OUTDENT <= self._places.left(following) - left < -self._places.same


def _goes_on(before: str, after: str, *, sure: bool) -> bool:
    """Return whether the words say that a sentence goes on from one line to the next.

    Where positions tell (``sure``), particles do not count: a list's items may end in them.
    """
    if _GOES_ON.search(before.rstrip()) or _NO_START.match(after):
        return True
    return not sure and bool(_PARTICLE_END.search(before.rstrip()) or _PARTICLE_START.match(after))


def _is_within_sentence(group: ParagraphGroup) -> bool:
    """Return whether a block's words are those of a sentence, and not of a title or caption."""
    return any(_CLAUSE_END.search(text.text) for text in group.texts)


def _items_hang(places: LinePlaces) -> bool:
    """Return whether the second lines of items stand below their text, not left of the marker."""
    hanging = 0
    for line, below in pairwise(places.lines):
        marker = item_marker(line.text.text)
        text_left = places.text_left(line, marker.text_start) if marker else None
        if text_left is None or item_marker(below.text.text) or not places.is_full(line, below):
            continue
        left = places.left(below)
        hanging += abs(left - text_left) <= places.same
        hanging -= left < places.left(line) - places.same
    return hanging > 0


def _by_number(groups: Sequence[ParagraphGroup]) -> list[ParagraphGroup]:
    """Return groups with items of one list, which its columns put out of order, in order."""
    ordered: list[ParagraphGroup] = []
    for _, run in groupby(groups, key=lambda group: (group.kind, group.style)):
        items = list(run)
        numbers = [item.value for item in items]
        if sorted(numbers) == list(range(1, len(items) + 1)):
            items.sort(key=lambda item: item.value)
        ordered += items
    return ordered


def _nest(groups: Sequence[ParagraphGroup], places: LinePlaces) -> None:
    """Give bullets, items and notes their levels, by left edges, else by their markers."""
    by_left = places.indented
    open_items: list[ParagraphGroup] = []
    for group in groups:
        sibling = _sibling(group, open_items, by_left=by_left)
        if sibling is not None:
            del open_items[sibling:]
        elif by_left:
            while open_items and open_items[-1].left > group.left - places.same:
                open_items.pop()
        elif not group.marker:
            open_items.clear()
        if group.marker:
            group.level = len(open_items)
            open_items.append(group)


def _sibling(
    group: ParagraphGroup, open_items: Sequence[ParagraphGroup], *, by_left: bool
) -> int | None:
    """Return which of the open items a group goes on from: the next number, else a like marker."""
    for index, item in enumerate(open_items):
        next_number = group.value > 0 and group.value == item.value + 1
        if group.marker and item.style == group.style and (next_number or not by_left):
            return index
    return None
