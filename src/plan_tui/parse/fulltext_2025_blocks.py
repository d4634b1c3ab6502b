"""The text below a heading of the 2025 layout: paragraphs, bullets and lists.

Printed lines become groups, a group for each paragraph or item, by the lines' geometry and by
the marks and numbers they begin with; groups become blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plan_tui.model.kinds import BlockKind
from plan_tui.model.parsed import NOTHING, ParsedBlock
from plan_tui.parse.fulltext_2025_footnotes import Marks
from plan_tui.parse.fulltext_2025_geometry import SHORT, Printed, ends_paragraph
from plan_tui.parse.fulltext_2025_marks import lift_marks
from plan_tui.parse.numbering import value_of
from plan_tui.text.traced import Traced

_BULLET = re.compile(r"\s*([・•●○■□◆◇▪‣➢✓※])\s*")
_NUMBER = re.compile(
    r"(?<!\S)(?:([①-⑳㉑-㉟㊱-㊿])|([（(][0-9０-９]+[）)])|(第\s*[0-9０-９]+\s*条))\s*(?=\S)"
)
_ANNOUNCES = re.compile(r"(?:以下|次)の[^。]*。$")


@dataclass(slots=True)
class Group:
    """Printed lines that belong to one block."""

    kind: BlockKind
    marker: Traced = NOTHING
    texts: list[Traced] = field(default_factory=list)
    lines: list[Printed] = field(default_factory=list)
    """The printed lines, whole; several items may share one."""

    @property
    def closed(self) -> bool:
        """Whether the text ends a sentence."""
        return bool(self.lines) and self.lines[-1].ends_sentence


def read_blocks(lines: Sequence[Printed], full: float, marks: Marks) -> tuple[ParsedBlock, ...]:
    """Return the blocks that stand in the printed ``lines`` of one section.

    ``full`` is the width of a full line there.
    """
    groups = _groups(lines, full)
    _return_column_tails(groups)
    _restore_bullets(groups, full)
    return tuple(_block(group, marks) for group in groups)


def _groups(lines: Sequence[Printed], full: float) -> list[Group]:
    groups: list[Group] = []
    ended = True
    for index, line in enumerate(lines):
        opened = list(_opened(line, ended, groups))
        if opened:
            groups += opened
        elif ended or not groups:
            groups.append(Group(BlockKind.PARAGRAPH, NOTHING, [line.text], [line]))
        else:
            groups[-1].texts.append(line.text)
            groups[-1].lines.append(line)
        if index + 1 < len(lines):
            ended = _ends(lines, index, full, groups[-1])
    return groups


def _ends(lines: Sequence[Printed], index: int, full: float, group: Group) -> bool:
    if ends_paragraph(lines, index, full):
        return True
    starts_item = bool(list(_opened(lines[index + 1], True, [group])))
    return starts_item and lines[index].width < full - SHORT / 2


def _opened(line: Printed, ended: bool, groups: Sequence[Group]) -> Iterator[Group]:
    """Yield the items that a line begins with or holds, if any."""
    if not ended:
        return
    bullet = _BULLET.match(line.text.text)
    if bullet:
        marker, text = line.text[: bullet.end(1)], line.text[bullet.end() :]
        yield Group(BlockKind.BULLET, marker.strip(), [text], [line])
        return
    found = _sequence(line.text.text, groups)
    if not found:
        return
    ends = [number.start() for number in found[1:]] + [len(line.text)]
    for number, end in zip(found, ends, strict=True):
        marker = line.text[number.start() : number.end()].without_spaces()
        yield Group(BlockKind.LIST_ITEM, marker, [line.text[number.end() : end]], [line])


def _sequence(text: str, groups: Sequence[Group]) -> list[re.Match[str]]:
    """Return the item numbers in a line that count on, the first of them at its start."""
    found: list[re.Match[str]] = []
    expected = _item_value(groups[-1].marker.text) + 1 if groups else 1
    for number in _NUMBER.finditer(text):
        if not found and number.start():
            break
        value = _item_value(number.group())
        if value == expected or (not found and value == 1):
            found.append(number)
            expected = value + 1
        elif not found:
            break
    return found


def _item_value(marker: str) -> int:
    """Return an item's number; 0 for what is none."""
    bare = re.sub(r"[第条（）()\s]", "", marker)
    return (value_of(bare) or 0) if bare else 0


def _return_column_tails(groups: list[Group]) -> None:
    """Give the wrapped end of a column's last item back to it.

    Of a list in columns each column comes out as one line, and what the last item of a column
    wrapped to the next line comes after all columns. The last column's own tail would have
    come with it, so the tail belongs to an earlier column's, the widest, item.
    """
    for index in range(len(groups) - 1, 0, -1):
        tail = groups[index]
        columns = _columns_before(groups, index)
        short = len(tail.lines) == 1 and not tail.closed
        if tail.kind is not BlockKind.PARAGRAPH or not short or len(columns) < 2:
            continue
        owner = max(columns[:-1], key=lambda group: len(group.texts[-1]))
        owner.texts += tail.texts
        del groups[index]


def _columns_before(groups: Sequence[Group], index: int) -> list[Group]:
    """Return the last item of each line of items right before ``groups[index]``."""
    last: list[Group] = []
    for group in reversed(groups[:index]):
        if group.kind is not BlockKind.LIST_ITEM:
            break
        if not last or last[0].lines[0] is not group.lines[0]:
            last.insert(0, group)
    return last


def _restore_bullets(groups: list[Group], full: float) -> None:
    """Mark as bullets the items whose mark the extraction lost.

    They follow a sentence that is left open and are no sentences themselves; or they follow
    an announcement and some of them hang: their further lines lack a character at the left.
    """
    index = 0
    while index + 1 < len(groups):
        head = groups[index]
        index += 1
        if head.kind is not BlockKind.PARAGRAPH:
            continue
        items: list[Group] = []
        if head.texts[-1].text.endswith("、"):
            items = _open_items(groups[index:])
        elif _ANNOUNCES.search(head.texts[-1].text):
            items = _hanging_items(groups[index:], full)
        for item in items:
            item.kind = BlockKind.BULLET


def _open_items(groups: Sequence[Group]) -> list[Group]:
    items: list[Group] = []
    for group in groups:
        if group.kind is not BlockKind.PARAGRAPH or group.closed:
            return items if group.kind is BlockKind.PARAGRAPH else []
        items.append(group)
    return []


def _hanging_items(groups: Sequence[Group], full: float) -> list[Group]:
    items: list[Group] = []
    for group in groups:
        if group.kind is not BlockKind.PARAGRAPH or _hangs(group, full) is False:
            break
        items.append(group)
    return items if any(_hangs(item, full) for item in items) else []


def _hangs(group: Group, full: float) -> bool | None:
    """Return whether the full lines after a group's first lack a hanging indent.

    None if there are none to judge by.
    """
    inner = group.lines[1:-1]
    if not inner:
        return None
    return max(line.width for line in inner) <= full - 0.5


def _block(group: Group, marks: Marks) -> ParsedBlock:
    text, found = lift_marks(group.texts, marks)
    return ParsedBlock(group.kind, text, group.marker, 0, found)
