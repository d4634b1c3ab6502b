"""How far the words of a date's sentence reach.

Each date is judged by the words after it. In a line of thousands of dates without a full stop
they would be all the rest of the line each time; a bound keeps the work for each date the same.
"""

from __future__ import annotations

import re

FARTHEST = 1000
"""Characters that words can stand from their date: three times the longest sentence of the
sources."""
_SENTENCE_END = re.compile(r"[。\n\t]")


def sentence_end(text: str, position: int) -> int:
    """Return where the sentence of ``position`` ends: its full stop, line or cell, or the bound."""
    farthest = min(len(text), position + FARTHEST)
    end = _SENTENCE_END.search(text, position, farthest)
    return end.start() if end else farthest
