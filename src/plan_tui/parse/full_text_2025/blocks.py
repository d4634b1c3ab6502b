"""The text below a heading of the 2025 layout: paragraphs, bullets and lists.

Printed lines are grouped into paragraphs and items, by the lines' widths and by the bullets and
numbers that they begin with; each group becomes a block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import NOTHING, ParsedBlock
from plan_tui.parse.common.geometry import INDENT, SHORT, PrintedLine, ends_paragraph
from plan_tui.parse.full_text_2025.enumerations import (
    ListGroup,
    holds_items,
    items_of,
    join_column_tails,
)
from plan_tui.parse.full_text_2025.footnote_bodies import Marks
from plan_tui.parse.full_text_2025.glued_marks import extract_marks

_BULLET = re.compile(r"([・•●○■□◆◇▪‣➢✓※])\s*")
_ANNOUNCEMENT = re.compile(r"(?:以下|次)の[^。]*。$")
_SHORT_ABOVE_ITEM = SHORT / 2
"""Ems that a line above an item lacks at least to end its paragraph. The item is a sign of that
by itself, so half of what other lines lack is enough; any value reads the source alike."""
_HANGING_INDENT = INDENT / 2
"""Ems that the lines of an item lack which has a hanging indent: halfway between none and one
character. 0.25 to 1 read the source alike."""
_STOPS = tuple("、。，．：；！？）」』")


def read_blocks(
    lines: Sequence[PrintedLine], measure: float, marks: Marks
) -> tuple[ParsedBlock, ...]:
    """Return the blocks that stand in the printed ``lines`` of one section.

    ``measure`` is the width of a full line there.
    """
    groups = _groups(lines, measure)
    join_column_tails(groups)
    _restore_bullets(groups, measure)
    _name_captions(groups)
    return tuple(_block(group, marks) for group in groups)


def _groups(lines: Sequence[PrintedLine], measure: float) -> list[ListGroup]:
    """Return a group for each paragraph, bullet and item, as far as the lines tell."""
    groups: list[ListGroup] = []
    ended = True
    for index, line in enumerate(lines):
        before = groups[-1].marker.text if groups else ""
        items = _items(line, before) if ended else []
        if items:
            groups += items
        elif ended:
            groups.append(ListGroup(BlockKind.PARAGRAPH, NOTHING, [line.text], [line]))
        else:
            groups[-1].texts.append(line.text)
            groups[-1].lines.append(line)
        if index + 1 < len(lines):
            ended = _ends(lines, index, measure, groups[-1])
    return groups


def _items(line: PrintedLine, before: str) -> list[ListGroup]:
    """Return the bullet, or the numbered items, that stand on a line; empty if none does."""
    bullet = _BULLET.match(line.text.text)
    if bullet:
        marker, text = line.text[: bullet.end(1)], line.text[bullet.end() :]
        kind = BlockKind.NOTE if marker.text == "※" else BlockKind.BULLET
        return [ListGroup(kind, marker, [text], [line])]
    return items_of(line, before)


def _ends(lines: Sequence[PrintedLine], index: int, measure: float, group: ListGroup) -> bool:
    """Return whether ``group`` ends with ``lines[index]``, its last line so far."""
    if holds_items(lines[index].text.text):
        return True
    indented = group.kind is BlockKind.PARAGRAPH and len(group.lines) == 1
    if ends_paragraph(lines, index, measure, indented=indented):
        return True
    item_follows = bool(_items(lines[index + 1], group.marker.text))
    return item_follows and lines[index].width < measure - _SHORT_ABOVE_ITEM


def _restore_bullets(groups: Sequence[ListGroup], measure: float) -> None:
    """Make bullets of the items whose bullet the extraction lost; ``groups`` is changed.

    They follow a sentence that ends in a comma and are no sentences themselves; or they follow
    an announcement and some of them have a hanging indent.
    """
    for index, group in enumerate(groups):
        if group.kind is not BlockKind.PARAGRAPH:
            continue
        end = "".join(text.text for text in group.texts[-2:])
        items: Sequence[ListGroup] = ()
        if end.endswith("、"):
            items = _open_items(groups[index + 1 :])
        elif _ANNOUNCEMENT.search(end):
            items = _hanging_items(groups[index + 1 :], measure)
        for item in items:
            item.kind = BlockKind.BULLET


def _open_items(groups: Sequence[ListGroup]) -> list[ListGroup]:
    """Return the first paragraphs of ``groups`` up to the one that ends a sentence."""
    items: list[ListGroup] = []
    for group in groups:
        if group.kind is not BlockKind.PARAGRAPH:
            break
        if group.ends_sentence:
            return items
        items.append(group)
    return []


def _hanging_items(groups: Sequence[ListGroup], measure: float) -> list[ListGroup]:
    """Return the first paragraphs of ``groups`` if some have a hanging indent and none lacks it."""
    items: list[ListGroup] = []
    for group in groups:
        if group.kind is not BlockKind.PARAGRAPH or _has_hanging_indent(group, measure) is False:
            break
        items.append(group)
    return items if any(_has_hanging_indent(item, measure) for item in items) else []


def _has_hanging_indent(group: ListGroup, measure: float) -> bool | None:
    """Return whether a group has a hanging indent, as bullets have.

    Then all its lines but the first, and but the last, which need not be full, are narrower by
    the indent. None if there are no such lines.
    """
    inner = group.lines[1:-1]
    if not inner:
        return None
    return max(line.set_width for line in inner) <= measure - _HANGING_INDENT


def _name_captions(groups: Sequence[ListGroup]) -> None:
    """Make a note of a single line without a stop above a list: the list's caption."""
    for group, following in pairwise(groups):
        caption = group.kind is BlockKind.PARAGRAPH and len(group.lines) == 1
        if caption and following.kind is BlockKind.LIST_ITEM:
            stops = group.texts[0].text.endswith(_STOPS)
            group.kind = BlockKind.PARAGRAPH if stops else BlockKind.NOTE


def _block(group: ListGroup, marks: Marks) -> ParsedBlock:
    text, parsed_marks = extract_marks(group.texts, marks)
    return ParsedBlock(group.kind, text, group.marker, marks=parsed_marks)
