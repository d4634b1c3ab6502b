"""Footnotes on slides: a raised figure in the text, and ``1) …`` below it in the same block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFootnote, ParsedMark
from plan_tui.parse.common.markup import Leftovers
from plan_tui.parse.slides.units import SlideUnit, UnitKind
from plan_tui.text.traced import Traced

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_BODY = re.compile(r"([0-9]+)[)）]$")


def take_footnotes(
    units: Sequence[SlideUnit], left: Leftovers
) -> tuple[list[SlideUnit], dict[Traced, tuple[ParsedMark, ...]], list[ParsedFootnote]]:
    """Take bodies and their marks out of the units.

    A body is an undashed ``1) …`` in the block of lines whose text bears the raised figure.
    Where a number comes again in the deck (each slide counting for itself) only the first is a
    footnote; the others stay as printed. A raised figure without a body (m²) is text.
    """
    kept: list[SlideUnit] = []
    marks: dict[Traced, tuple[ParsedMark, ...]] = {}
    notes: dict[str, ParsedFootnote] = {}
    opening = 0
    for unit in units:
        if unit.gap:
            opening = len(kept)
        found = _BODY.match(unit.marker.text)
        is_body = unit.kind is UnitKind.ENUM and not unit.dashed and not unit.gap and found
        number = found.group(1) if found else ""
        owner = next(
            (i for i in range(len(kept) - 1, opening - 1, -1) if number in _numbers(kept[i])), None
        )
        if not is_body or owner is None or number in notes:
            kept.append(unit)
            continue
        digits = len(number)
        left.put(FurnitureKind.FOOTNOTE_SIGN, unit.marker[digits:])
        notes[number] = ParsedFootnote(unit.marker[:digits], unit.text)
        kept[owner] = _without_mark(kept[owner], number, marks)
    return kept, marks, list(notes.values())


def _numbers(unit: SlideUnit) -> list[str]:
    return [found.group().translate(_RAISED) for found in _MARK.finditer(unit.text.text)]


def _without_mark(
    unit: SlideUnit, number: str, marks: dict[Traced, tuple[ParsedMark, ...]]
) -> SlideUnit:
    """Take one mark out of a unit's text and note where it stood."""
    found = next(
        found
        for found in _MARK.finditer(unit.text.text)
        if found.group().translate(_RAISED) == number
    )
    start, end = found.span()
    mark = ParsedMark(number, start, unit.text[start:end])
    text = unit.text.without(start, end)
    earlier = [
        replace(other, offset=other.offset - (end - start) * (other.offset > start))
        for other in marks.pop(unit.text, ())
    ]
    marks[text] = tuple(sorted([*earlier, mark], key=lambda other: other.offset))
    return replace(unit, text=text)
