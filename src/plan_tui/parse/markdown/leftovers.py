"""What no text has taken up: the signs of blocks, and text that no block held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.paged_text import PageLine
from plan_tui.text.record import record
from plan_tui.text.traced import Place, Traced

_RUN = re.compile(r"\S+(?:[ \t]+\S+)*")
_FENCE = re.compile(r"`{3}|~{3}")
_EMPTY_ITEM = re.compile(r"[-+*]|[0-9]{1,9}[.)]")
_RULE = re.compile(r"[|:+=-]+(?:\s+[|:+=-]+)*")
_NOTE_SIGN = re.compile(r"\[\^|\]:")


@record
class SpecialLines:
    """Lines of the source whose remains are known."""

    head: frozenset[int]
    """Lines of the front matter."""
    taken_out: frozenset[int]
    """Lines that a correction calls furniture."""
    targets: frozenset[int]
    """Lines that define where links lead."""
    tables: frozenset[int]


def leftovers(
    lines: Iterable[PageLine], taken: set[Place], special: SpecialLines
) -> Iterator[tuple[FurnitureKind | None, Traced]]:
    """Yield what no text has taken up, with its kind; None if it is text after all."""
    for line in lines:
        free = "".join(
            " " if (line.number, column) in taken else character
            for column, character in enumerate(line.text)
        )
        for run in _RUN.finditer(free):
            for piece in _unbroken(line.traced[run.start() : run.end()], taken):
                yield _kind(line.number, piece.text, special), piece


def _unbroken(run: Traced, taken: set[Place]) -> Iterator[Traced]:
    """Yield the parts of a run between which characters were taken up."""
    start = 0
    for offset, place in enumerate(run.places):
        if place in taken:
            if run[start:offset].strip():
                yield run[start:offset].strip()
            start = offset + 1
    if run[start:].strip():
        yield run[start:].strip()


def _kind(line: int, text: str, special: SpecialLines) -> FurnitureKind | None:
    if line in special.head:
        return FurnitureKind.COVER
    if line in special.taken_out:
        return FurnitureKind.RUNNING_HEAD
    if line in special.targets:
        return FurnitureKind.LINK_TARGET
    if line in special.tables and _RULE.fullmatch(text):
        return FurnitureKind.TABLE_SIGN
    if _NOTE_SIGN.fullmatch(text):
        return FurnitureKind.FOOTNOTE_SIGN
    if _EMPTY_ITEM.fullmatch(text):
        return FurnitureKind.EMPTY_BULLET
    if _FENCE.match(text) or not any(map(str.isalnum, text)):
        return FurnitureKind.MARKDOWN_SIGN
    return None
