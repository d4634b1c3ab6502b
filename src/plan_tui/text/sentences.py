"""Splits Japanese text into sentences that together are the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = "。！？!?"
_OPENING = "（(「『〔【［[〈《"
_CLOSING = "）)」』〕】］]〉》"
_SIGNS = late_pattern(f"[{re.escape(_ENDS + _OPENING + _CLOSING)}]")
_DEPTH = {**dict.fromkeys(_OPENING, 1), **dict.fromkeys(_CLOSING, -1)}
_GOES_ON = frozenset((*_ENDS, *_CLOSING, "\n", ""))
"""What follows a mark that does not end a sentence; nothing follows that of the line's end."""


def sentences(text: str) -> list[str]:
    """Split ``text`` after each sentence; the parts together are ``text``.

    A sentence ends at 。！？ outside brackets and at a line break, which stays with it. In a
    line whose brackets do not balance every 。 ends a sentence.
    """
    return [part for line in text.splitlines(keepends=True) for part in _of_line(line)]


def sentence_range(text: str, offset: int) -> tuple[int, int]:
    """Return where the sentence at ``offset`` stands in ``text``, blanks at its ends left out."""
    parts, starts = _placed(text)
    if offset < len(text):
        number = max(0, bisect_right(starts, offset) - 1)
        start, part = starts[number], parts[number]
    else:
        start, part = 0, text
    lead = len(part) - len(part.lstrip())
    return start + lead, start + lead + len(part.strip())


@lru_cache(maxsize=4)  # asked for each of the dates and numbers of a text, one after the other
def _placed(text: str) -> tuple[list[str], list[int]]:
    """Return the sentences of a text and where each begins."""
    parts = sentences(text)
    return parts, list(accumulate(map(len, parts), initial=0))


def _of_line(line: str) -> list[str]:
    inner = line.rstrip("\n")[:-1]
    if not any(map(inner.__contains__, _ENDS)):
        return [line]
    signs = [(match.start(), match.group()) for match in _SIGNS.finditer(line)]
    balanced = _balanced(sign for _, sign in signs)
    parts: list[str] = []
    start = depth = 0
    for place, sign in signs:
        if sign not in _ENDS:
            depth += _DEPTH[sign] if balanced else 0
        elif depth == 0 and line[place + 1 : place + 2] not in _GOES_ON:
            parts.append(line[start : place + 1])
            start = place + 1
    return [*parts, line[start:]] if line[start:] else parts


def _balanced(signs: Iterable[str]) -> bool:
    depth = 0
    for sign in signs:
        depth += _DEPTH.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0
