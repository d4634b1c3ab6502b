"""Raised numbers that a file gives as lines of their own: put back into the lines they mark."""

from __future__ import annotations

import re

from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedText
from plan_tui.text.record import replaced

_NUMBER = re.compile(
    r"\s*[\[［(（*＊※]?\s*(?:注|脚注)?\s*[0-9０-９¹²³⁰⁴-⁹,、，]{1,7}\s*[\]］)）]?\s*"
)
_SMALL = 0.8
"""The size of a raised number at most, as a part of its line's."""
_LOWEST, _HIGHEST = 0.04, 0.8
"""How high it stands above its line's baseline, as a part of the line's size."""
_NEAR = 2
"""Lines between it and its line, at most."""
_BESIDE = 1.0
"""Ems that it may stand beside its line's ends."""
_OVERLAP = 0.3
"""Ems by which the character before it may reach below it."""


def attach_raised_numbers(text: UnplacedText) -> None:
    """Put numbers that stand raised on lines of their own into their lines; ``text`` changes."""
    if not text.positioned:
        return
    for page in text.pages:
        for line in [line for line in page.lines if _NUMBER.fullmatch(line.text.text)]:
            index = page.lines.index(line)
            near = page.lines[max(0, index - _NEAR) : index + _NEAR + 1]
            base = next((other for other in near if _marks(line, other)), None)
            if base:
                page.lines[page.lines.index(base)] = _joined(base, line)
                page.lines.remove(line)


def _marks(line: UnplacedLine, base: UnplacedLine) -> bool:
    """Return whether a number stands raised on the line ``base``."""
    small, large = line.line, base.line
    if line is base or small.baseline is None or large.baseline is None:
        return False
    size = large.size or 0.0
    height = (small.baseline - large.baseline) / size
    reach = _BESIDE * size
    left, start, end = small.left or 0.0, large.left or 0.0, large.right or 0.0
    beside = start - reach <= left <= end + reach
    return (small.size or 0.0) <= _SMALL * size and _LOWEST <= height <= _HIGHEST and beside


def _joined(base: UnplacedLine, number: UnplacedLine) -> UnplacedLine:
    """Return a line with a number put behind the character left of it."""
    left, size = number.line.left or 0.0, base.line.size or 0.0
    before = [
        index
        for index in range(len(base.text))
        if (box := base.box(index)) and box.right <= left + _OVERLAP * size
    ]
    cut = max(before, default=-1) + 1
    text = base.text[:cut] + number.text.strip() + base.text[cut:]
    return replaced(base, text=text, others=(*base.others, number.line))
