"""What pages bear beside their text, as scanned ones do: page numbers, heads, stamps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plan_tui.model.paged_text import SourcePage

_NUMBER = re.compile(
    r"\D{0,4}[0-9０-９]{1,4}(?:\s*(?:[/／]|of)\s*[0-9０-９]{1,4})?\D{0,2}|[\W_ivxIVXⅰ-ⅻⅠ-Ⅻ]{0,9}"
)
"""A whole line, without blanks: a page number with the signs or a word around it."""
_DIGITS = re.compile(r"[0-9０-９]+")
_FEWEST = 3
"""Pages that bear the same line, from which on it is a head or a stamp."""


def left_text(pages: Sequence[SourcePage]) -> int:
    """Return how many characters pages have beside numbers and what most of them bear alike."""
    words = [[*_lines(page)] for page in pages]
    alike = Counter(line for lines in words for line in set(lines))
    fewest = max(_FEWEST, len(pages) / 2)
    return sum(len(line) for lines in words for line in lines if alike[line] < fewest)


def _lines(page: SourcePage) -> Iterator[str]:
    """Yield the lines of a page that are no numbers, without blanks and digits."""
    for line in page.lines:
        words = "".join(line.text.split())
        if not _NUMBER.fullmatch(words):
            yield _DIGITS.sub("", words)
