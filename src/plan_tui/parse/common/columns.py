"""Lists that the page set in two columns, side by side on each printed line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.parse.common.numbering import value_of
from plan_tui.text.traced import Traced


@dataclass(frozen=True, slots=True)
class ColumnItem:
    """An item of a numbered list."""

    label: Traced
    text: Traced
    """As printed after the label, not yet tidied."""
    value: int


def read_items(lines: Sequence[Traced], label: re.Pattern[str]) -> list[ColumnItem]:
    """Split printed lines of a list into its items, in the order of their numbers.

    ``label`` matches an item's label, its numeral in group 1. A label counts at the start of
    a line and after a blank inside it (the next column), so that a label inside a sentence
    does not.
    """
    items: list[ColumnItem] = []
    for line in lines:
        starts = [
            found
            for found in label.finditer(line.text)
            if not line.text[: found.start()].strip() or line.text[found.start() - 1].isspace()
        ]
        ends = [found.start() for found in starts[1:]] + [len(line)]
        for found, end in zip(starts, ends, strict=True):
            value = value_of(found.group(1))
            items.append(
                ColumnItem(line[found.start() : found.end()], line[found.end() : end], value or 0)
            )
    return sorted(items, key=lambda item: item.value) if _several_columns(items) else items


def _several_columns(items: Sequence[ColumnItem]) -> bool:
    """Return whether the numbers are all different and run from 1 (or any) without a gap."""
    values = sorted(item.value for item in items)
    return values == list(range(values[0], values[0] + len(values))) if values else False
