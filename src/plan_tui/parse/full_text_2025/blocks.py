"""The text below a heading of the 2025 layout: paragraphs, bullets and lists.

Printed lines become groups, a group for each paragraph or item, by the lines' geometry and by
the marks and numbers they begin with; groups become blocks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import NOTHING, ParsedBlock
from plan_tui.parse.full_text_2025.enumerations import (
    ListGroup,
    holds_items,
    items_of,
    return_column_tails,
)
from plan_tui.parse.full_text_2025.footnote_bodies import Marks
from plan_tui.parse.full_text_2025.geometry import INDENT, SHORT, Printed, ends_paragraph
from plan_tui.parse.full_text_2025.glued_marks import extract_marks

_BULLET = re.compile(r"([・•●○■□◆◇▪‣➢✓※])\s*")
_ANNOUNCES = re.compile(r"(?:以下|次)の[^。]*。$")
_STOPS = tuple("、。，．：；！？）」』")


def read_blocks(lines: Sequence[Printed], full: float, marks: Marks) -> tuple[ParsedBlock, ...]:
    """Return the blocks that stand in the printed ``lines`` of one section.

    ``full`` is the width of a full line there.
    """
    groups = _groups(lines, full)
    return_column_tails(groups)
    _restore_bullets(groups, full)
    _name_captions(groups)
    return tuple(_block(group, marks) for group in groups)


def _groups(lines: Sequence[Printed], full: float) -> list[ListGroup]:
    groups: list[ListGroup] = []
    ended = True
    for index, line in enumerate(lines):
        before = groups[-1].marker.text if groups else ""
        opened = _items(line, before) if ended else []
        if opened:
            groups += opened
        elif ended:
            groups.append(ListGroup(BlockKind.PARAGRAPH, NOTHING, [line.text], [line]))
        else:
            groups[-1].texts.append(line.text)
            groups[-1].lines.append(line)
        if index + 1 < len(lines):
            ended = _ends(lines, index, full, groups[-1])
    return groups


def _items(line: Printed, before: str) -> list[ListGroup]:
    """Return the bullet or the numbered items that a line begins with, if any."""
    bullet = _BULLET.match(line.text.text)
    if bullet:
        marker, text = line.text[: bullet.end(1)], line.text[bullet.end() :]
        kind = BlockKind.NOTE if marker.text == "※" else BlockKind.BULLET
        return [ListGroup(kind, marker, [text], [line])]
    return items_of(line, before)


def _ends(lines: Sequence[Printed], index: int, full: float, group: ListGroup) -> bool:
    if holds_items(lines[index].text.text):
        return True
    indented = group.kind is BlockKind.PARAGRAPH and len(group.lines) == 1
    if ends_paragraph(lines, index, full, indented=indented):
        return True
    item_follows = bool(_items(lines[index + 1], group.marker.text))
    return item_follows and lines[index].width < full - SHORT / 2


def _restore_bullets(groups: Sequence[ListGroup], full: float) -> None:
    """Mark as bullets the items whose mark the extraction lost.

    They follow a sentence that is left open and are no sentences themselves; or they follow
    an announcement and some of them hang: their further lines lack a character at the left.
    """
    for index, group in enumerate(groups):
        if group.kind is not BlockKind.PARAGRAPH:
            continue
        end = "".join(text.text for text in group.texts[-2:])
        items: Sequence[ListGroup] = ()
        if end.endswith("、"):
            items = _open_items(groups[index + 1 :])
        elif _ANNOUNCES.search(end):
            items = _hanging_items(groups[index + 1 :], full)
        for item in items:
            item.kind = BlockKind.BULLET


def _open_items(groups: Sequence[ListGroup]) -> list[ListGroup]:
    items: list[ListGroup] = []
    for group in groups:
        if group.kind is not BlockKind.PARAGRAPH:
            break
        if group.closed:
            return items
        items.append(group)
    return []


def _hanging_items(groups: Sequence[ListGroup], full: float) -> list[ListGroup]:
    items: list[ListGroup] = []
    for group in groups:
        if group.kind is not BlockKind.PARAGRAPH or _hangs(group, full) is False:
            break
        items.append(group)
    return items if any(_hangs(item, full) for item in items) else []


def _hangs(group: ListGroup, full: float) -> bool | None:
    """Return whether a group's further lines are all indented, as a bullet's are.

    None if there is no full line after the first to judge by.
    """
    inner = group.lines[1:-1]
    if not inner:
        return None
    return max(line.set_width for line in inner) <= full - INDENT / 2


def _name_captions(groups: Sequence[ListGroup]) -> None:
    """Mark a short line without a stop that stands above a list as the list's caption."""
    for group, following in pairwise(groups):
        caption = group.kind is BlockKind.PARAGRAPH and len(group.lines) == 1
        if caption and following.kind is BlockKind.LIST_ITEM:
            stops = group.texts[0].text.endswith(_STOPS)
            group.kind = BlockKind.PARAGRAPH if stops else BlockKind.NOTE


def _block(group: ListGroup, marks: Marks) -> ParsedBlock:
    text, found = extract_marks(group.texts, marks)
    return ParsedBlock(group.kind, text, group.marker, marks=found)
