"""Lists of the 2025 layout: numbered items, several on a line, in rows or in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.numbering import value_of
from plan_tui.parse.full_text_2025.geometry import Printed
from plan_tui.text.traced import Traced

_FAMILIES = (
    r"[①-⑳㉑-㉟㊱-㊿]",
    r"[（(]\s*[0-9０-９]+\s*[）)]",
    r"第\s*[0-9０-９]+\s*条",
)
_NUMBERS = tuple(re.compile(rf"(?<!\S){family}\s*(?=\S)") for family in _FAMILIES)


@dataclass(slots=True)
class ListGroup:
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


def item_numbers(text: str, before: str = "") -> list[re.Match[str]]:
    """Return the item numbers in a line that count on, the first of them at its start.

    ``before`` is the marker of the item before the line: a list begins with 1, or goes on.
    """
    for family in _NUMBERS:
        if not family.match(text):
            continue
        found: list[re.Match[str]] = []
        goes_on = bool(before) and bool(family.match(f"{before}・"))
        expected = _value(before) + 1 if goes_on else 1
        for number in family.finditer(text):
            value = _value(number.group())
            if value == expected or (not found and value == 1):
                found.append(number)
                expected = value + 1
            elif not found:
                break
        return found
    return []


def holds_items(text: str) -> bool:
    """Return whether several numbered items stand on a line, whatever the first one's number."""
    for family in _NUMBERS:
        values = [_value(number.group()) for number in family.finditer(text)]
        if family.match(text) and len(values) > 1:
            return values == list(range(values[0], values[0] + len(values)))
    return False


def _value(marker: str) -> int:
    """Return an item's number; 0 for what is none."""
    bare = re.sub(r"[第条（）()\s]", "", marker)
    return (value_of(bare) or 0) if bare else 0


def items_of(line: Printed, before: str) -> list[ListGroup]:
    """Return the numbered items that a line holds; empty if it begins with none."""
    text = line.text
    found = item_numbers(text.text, before)
    ends = [number.start() for number in found[1:]] + [len(text)] if found else []
    return [
        ListGroup(
            BlockKind.LIST_ITEM,
            text[number.start() : number.end()].without_spaces(),
            [text[number.end() : end]],
            [line],
        )
        for number, end in zip(found, ends, strict=True)
    ]


def return_column_tails(groups: list[ListGroup]) -> None:
    """Give the wrapped end of a column's last item back to it.

    Of a list in columns each column comes out as one line, and what the last item of a column
    wrapped to the next line comes after all columns. The last column's own tail would have
    come with it, so the tail belongs to an earlier column's, the widest, last item.
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


def _columns_before(groups: Sequence[ListGroup], index: int) -> list[ListGroup]:
    """Return the last item of each line of several items right before ``groups[index]``."""
    columns: list[list[ListGroup]] = []
    for group in reversed(groups[:index]):
        if group.kind is not BlockKind.LIST_ITEM:
            break
        if columns and columns[0][0].lines[0] is group.lines[0]:
            columns[0].insert(0, group)
        else:
            columns.insert(0, [group])
    return [column[-1] for column in columns] if all(len(c) > 1 for c in columns) else []
