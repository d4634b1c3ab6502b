"""The footnotes of a Markdown text: their labels, numbers and bodies.

``[^1]:`` with what is indented below it, and a paragraph that begins with ``<sup>1</sup>``, as
converters leave it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFootnote
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.markdown.block_reader import BlockForm, MarkdownBlock
from plan_tui.text.record import field, record, replaced
from plan_tui.text.traced import Traced

_RAISED = re.compile(r"<sup>\s*\[?([0-9]+)\]?\s*</sup>(?=\s*[^\s<])", re.IGNORECASE)
_MOST_DIGITS = 5
"""Digits of a number that counts footnotes."""


def with_raised_notes(
    blocks: Iterable[MarkdownBlock], furniture: FurnitureCollector
) -> list[MarkdownBlock]:
    """Return the blocks, those that begin with a raised number as footnotes' bodies."""
    read = []
    for block in blocks:
        match = _RAISED.match(block.lines[0].text.text) if block.lines else None
        is_plain = block.form is BlockForm.PARAGRAPH and not block.marker and block.note is None
        if match and is_plain:
            first = block.lines[0]
            furniture.put(FurnitureKind.FOOTNOTE_SIGN, first.text[: match.start(1)])
            furniture.put(FurnitureKind.FOOTNOTE_SIGN, first.text[match.end(1) : match.end()])
            rest = replaced(first, text=first.text[match.end() :].strip())
            label = first.text[match.start(1) : match.end(1)]
            block = replaced(block, note=label, lines=(rest, *block.lines[1:]))
        read.append(block)
    return read


def note_numbers(blocks: Iterable[MarkdownBlock]) -> dict[str, str]:
    """Return the number of each footnote by its label, in ASCII digits.

    A number is its own; a word gets the lowest number that is free.
    """
    labels = list(dict.fromkeys(block.note.text for block in blocks if block.note))
    numbers = {label: str(int(label)) for label in labels if _is_number(label)}
    free = 1
    for label in labels:
        if label not in numbers:
            while str(free) in numbers.values():
                free += 1
            numbers[label] = str(free)
    return {label: numbers[label] for label in labels}


def _is_number(label: str) -> bool:
    """Return whether a label is a number as it is counted; ``01`` is a name."""
    is_short = len(label) <= _MOST_DIGITS
    return (
        is_short and label.isdecimal() and str(int(label)) == unicodedata.normalize("NFKC", label)
    )


@record(frozen=False)
class NoteBodies:
    """Collects the footnotes' bodies in the order in which they stand."""

    numbers: dict[str, str]
    _labels: dict[str, Traced] = field(default_factory=dict)
    _texts: dict[str, list[Traced]] = field(default_factory=dict)

    def takes(self, label: Traced) -> bool:
        """Return whether a body belongs to its number's first definition."""
        number = self.numbers[label.text]
        return self._labels.setdefault(number, label).places == label.places

    def add(self, label: Traced, texts: Sequence[Traced]) -> None:
        """Add the passages of one block."""
        self._texts.setdefault(self.numbers[label.text], []).extend(texts)

    def footnotes(self, furniture: FurnitureCollector) -> tuple[ParsedFootnote, ...]:
        """Return the footnotes; a label that is no number is furniture."""
        notes = []
        for number, texts in self._texts.items():
            label = self._labels[number]
            if not _is_number(label.text):
                furniture.put(FurnitureKind.FOOTNOTE_SIGN, label)
                label = Traced.supplied(number)
            notes.append(ParsedFootnote(label, Traced.join(texts, "\n")))
        return tuple(notes)
