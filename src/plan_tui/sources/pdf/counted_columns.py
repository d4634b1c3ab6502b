"""Lists in two columns: the numbers of their items tell the order in which they are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NUMBER = re.compile(r"\s*[第(\[【〔]?\s*(\d{1,2})(?![\d,年月日])")
"""A label's number once it is folded: 第６条, （３）, ④, 5., 【７】."""


def counts_on(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether the items of the right column continue the numbers of those of the left."""
    earlier, later = _numbers(left), _numbers(right)
    if len(earlier) < 2 or not later:
        return False
    numbers = earlier + later
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _numbers(rows: Iterable[str]) -> list[int]:
    """Return the numbers of the rows that have one; the others continue an item."""
    matches = (_NUMBER.match(unicodedata.normalize("NFKC", row)) for row in rows)
    return [int(match[1]) for match in matches if match]
