"""Numbered lists set in columns: each printed line holds one item of every column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.parse.common.numbering import value_of
from plan_tui.text.record import record
from plan_tui.text.traced import Traced


@record
class ColumnItem:
    """An item of a numbered list."""

    label: Traced
    """Its printed number (``①``, ``第１条``)."""
    text: Traced
    """As printed after the label, not yet tidied."""
    value: int
    """The label's number; 0 if the numeral cannot be read."""


def read_items(lines: Sequence[Traced], label: re.Pattern[str]) -> list[ColumnItem]:
    """Split printed lines of a list into its items, in the order of their numbers.

    ``label`` matches an item's label, its numeral in group 1. A label counts at the start of
    a line and after a blank inside it (the next column), so that a label inside a sentence
    does not.
    """
    items: list[ColumnItem] = []
    for line in lines:
        matches = [
            match
            for match in label.finditer(line.text)
            if not line.text[: match.start()].strip() or line.text[match.start() - 1].isspace()
        ]
        ends = [match.start() for match in matches[1:]] + [len(line)]
        for match, end in zip(matches, ends, strict=True):
            value = value_of(match.group(1))
            items.append(
                ColumnItem(line[match.start() : match.end()], line[match.end() : end], value or 0)
            )
    return sorted(items, key=lambda item: item.value) if _is_one_list(items) else items


def _is_one_list(items: Sequence[ColumnItem]) -> bool:
    """Return whether the numbers, sorted, count up by one from any first number."""
    values = sorted(item.value for item in items)
    return values == list(range(values[0], values[0] + len(values))) if values else False
