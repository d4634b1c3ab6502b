"""Text folded and without blanks, which knows where each of its characters was printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plan_tui.text.numerals import fold_in_place

_BLANKS = re.compile(" +")
_ERA_SIGNS = {"㋿": "令和", "㍻": "平成", "㍼": "昭和", "㍽": "大正", "㍾": "明治"}
"""Eras printed as one character."""


@dataclass(frozen=True, slots=True)
class Compact:
    """Folded text without blanks."""

    printed: str
    """The text as printed."""
    text: str
    """Folded; a blank is left only between two ASCII letters or digits."""
    offsets: tuple[int, ...]
    """For each character of ``text`` its offset into ``printed``."""

    @classmethod
    def of(cls, printed: str) -> Compact:
        """Fold ``printed`` and leave out its blanks."""
        folded = fold_in_place(printed)
        kept: list[int] = []
        position = 0
        for blank in _BLANKS.finditer(folded):
            kept.extend(range(position, blank.start()))
            around = folded[blank.start() - 1 : blank.start()] + folded[blank.end() :][:1]
            if len(around) == 2 and around.isascii() and around.isalnum():
                kept.append(blank.start())
            position = blank.end()
        kept.extend(range(position, len(folded)))
        signs = [(_ERA_SIGNS.get(folded[index], folded[index]), index) for index in kept]
        offsets = tuple(index for sign, index in signs for _ in sign)
        return cls(printed, "".join(sign for sign, _ in signs), offsets)

    def span(self, start: int, end: int) -> tuple[int, str]:
        """Return (offset, printed words) of the characters ``start:end`` of ``text``."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return first, self.printed[first:last]

    def replaced(self, stretches: Iterable[tuple[int, int, str]]) -> Compact:
        """Return the same with stretches of ``text`` written otherwise.

        Args:
            stretches: (start, end, new text), in order and apart. New characters stand where the
                old ones were printed, in order, the last where the last one was; where nothing
                is replaced (``start`` is ``end``), at the character before.

        """
        text, offsets, position = "", list[int](), 0
        for start, end, new in stretches:
            last = max(start, end - 1) if end > start else start - 1
            places = [min(start + index, last) for index in range(len(new) - 1)]
            text += self.text[position:start] + new
            offsets += self.offsets[position:start]
            offsets += [self.offsets[place] for place in (*places, last)][: len(new)]
            position = end
        kept = (*offsets, *self.offsets[position:])
        return Compact(self.printed, text + self.text[position:], kept)
