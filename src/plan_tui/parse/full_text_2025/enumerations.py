"""Numbered lists of the 2025 layout, with several items on a line, in rows or in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.geometry import PrintedLine
from plan_tui.parse.common.numbering import CIRCLED, value_of
from plan_tui.text.record import field, record
from plan_tui.text.traced import Traced

_NUMBER_STYLES = (
    CIRCLED.pattern,
    r"[（(]\s*[0-9０-９]+\s*[）)]",
    r"第\s*[0-9０-９]+\s*条",
)
_NUMBERS = tuple(re.compile(rf"(?<!\S){style}\s*(?=\S)") for style in _NUMBER_STYLES)


@record(frozen=False)
class ListGroup:
    """Printed lines that become one block."""

    kind: BlockKind
    marker: Traced = NOTHING
    """The bullet or number before the text; empty if none."""
    texts: list[Traced] = field(default_factory=list)
    """The block's part of each line."""
    lines: list[PrintedLine] = field(default_factory=list)
    """The whole lines; several items may share one."""

    @property
    def ends_sentence(self) -> bool:
        """Whether the text ends a sentence."""
        return bool(self.lines) and self.lines[-1].ends_sentence


def item_numbers(text: str, before: str = "") -> list[re.Match[str]]:
    """Return the item numbers in a line that count up, the first of them at its start.

    ``before`` is the marker of the item before the line: a list begins with 1, or continues.
    """
    for pattern in _NUMBERS:
        if not pattern.match(text):
            continue
        numbers: list[re.Match[str]] = []
        same_style = bool(before) and bool(pattern.match(f"{before}・"))
        expected = _value(before) + 1 if same_style else 1
        for number in pattern.finditer(text):
            value = _value(number.group())
            if value == expected or (not numbers and value == 1):
                numbers.append(number)
                expected = value + 1
            elif not numbers:
                break
        return numbers
    return []


def holds_items(text: str) -> bool:
    """Return whether several numbered items stand on a line, whatever the first number is."""
    for pattern in _NUMBERS:
        values = [_value(number.group()) for number in pattern.finditer(text)]
        if pattern.match(text) and len(values) > 1:
            return values == list(range(values[0], values[0] + len(values)))
    return False


def _value(marker: str) -> int:
    """Return an item's number; 0 for what is none."""
    bare = re.sub(r"[第条（）()\s]", "", marker)
    return (value_of(bare) or 0) if bare else 0


def items_of(line: PrintedLine, before: str) -> list[ListGroup]:
    """Return the numbered items that stand on a line; empty if it begins with none.

    ``before`` is the marker of the item before the line.
    """
    text = line.text
    numbers = item_numbers(text.text, before)
    ends = [number.start() for number in numbers[1:]] + [len(text)] if numbers else []
    return [
        ListGroup(
            BlockKind.LIST_ITEM,
            text[number.start() : number.end()].without_spaces(),
            [text[number.end() : end]],
            [line],
        )
        for number, end in zip(numbers, ends, strict=True)
    ]


def join_column_tails(groups: list[ListGroup]) -> None:
    """Join the second line of a column's last item to that item; ``groups`` is changed.

    The extraction writes each column of a list as one line, and the second line of a column's
    last item after all columns. The last column's would stand on that column's line, so this one
    belongs to an earlier column: to the one whose last item is longest.
    """
    for index in range(len(groups) - 1, 0, -1):
        tail = groups[index]
        columns = _columns_before(groups, index)
        short = len(tail.lines) == 1 and not tail.ends_sentence
        if tail.kind is not BlockKind.PARAGRAPH or not short or len(columns) < 2:
            continue
        wrapped_item = max(columns[:-1], key=lambda group: len(group.texts[-1]))
        wrapped_item.texts += tail.texts
        del groups[index]


def _columns_before(groups: Sequence[ListGroup], index: int) -> list[ListGroup]:
    """Return the last item of each of the lines of items just before ``groups[index]``.

    Empty if one of those lines has a single item.
    """
    columns: list[list[ListGroup]] = []
    for group in reversed(groups[:index]):
        if group.kind is not BlockKind.LIST_ITEM:
            break
        if columns and columns[0][0].lines[0] is group.lines[0]:
            columns[0].insert(0, group)
        else:
            columns.insert(0, [group])
    return [column[-1] for column in columns] if all(len(c) > 1 for c in columns) else []
