"""Text folded and without blanks, which knows where each of its characters was printed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plan_tui.text.characters import end_of_character, readable_map
from plan_tui.text.numerals import fold_in_place
from plan_tui.text.record import record

_BLANKS = re.compile(" +")
_ERA_SIGNS = {"㋿": "令和", "㍻": "平成", "㍼": "昭和", "㍽": "大正", "㍾": "明治"}
"""Eras printed as one character."""


@record
class Compact:
    """Folded text without blanks."""

    printed: str
    """The text as printed."""
    text: str
    """Composed and folded; a blank is left only between two ASCII letters or digits."""
    offsets: tuple[int, ...]
    """For each character of ``text`` its offset into ``printed``, where marks that stand apart
    (か and U+3099) and what nobody sees follow their character."""

    @classmethod
    def of(cls, printed: str) -> Compact:
        """Compose and fold ``printed``, and leave out its blanks."""
        plain, places = readable_map(printed)
        folded = fold_in_place(plain)
        offsets: list[int] = []
        position = 0
        for blank in _BLANKS.finditer(folded):
            offsets.extend(range(position, blank.start()))
            around = folded[blank.start() - 1 : blank.start()] + folded[blank.end() :][:1]
            if len(around) == 2 and around.isascii() and around.isalnum():
                offsets.append(blank.start())
            position = blank.end()
        offsets.extend(range(position, len(folded)))
        texts = [_ERA_SIGNS.get(folded[offset], folded[offset]) for offset in offsets]
        repeated = (places[at] for text, at in zip(texts, offsets, strict=True) for _ in text)
        return cls(printed, "".join(texts), tuple(repeated))

    def span(self, start: int, end: int) -> tuple[int, str]:
        """Return (offset, printed words) of the characters ``start:end`` of ``text``."""
        first, last = self.offsets[start], end_of_character(self.printed, self.offsets[end - 1])
        return first, self.printed[first:last]

    def replaced(self, stretches: Iterable[tuple[int, int, str]]) -> Compact:
        """Return the same with stretches of ``text`` replaced.

        Args:
            stretches: (start, end, replacement), in order and not overlapping. The characters of
                a replacement have the offsets of those they replace, one by one, and the last
                that of the last; an insertion (``start`` is ``end``) has that of the character
                before.

        """
        stretches = tuple(stretches)
        if not stretches:
            return self
        text, offsets, position = "", list[int](), 0
        for start, end, replacement in stretches:
            last = max(start, end - 1) if end > start else start - 1
            indices = [min(start + index, last) for index in range(len(replacement) - 1)]
            text += self.text[position:start] + replacement
            offsets += self.offsets[position:start]
            offsets += [self.offsets[index] for index in (*indices, last)][: len(replacement)]
            position = end
        offsets += self.offsets[position:]
        return Compact(self.printed, text + self.text[position:], tuple(offsets))
