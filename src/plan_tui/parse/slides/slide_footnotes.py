"""Footnotes on slides: a superscript in the text, and ``1) …`` below it in the same block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFootnote, ParsedMark
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.slides.units import SlideUnit, UnitKind
from plan_tui.text.record import replaced
from plan_tui.text.traced import Traced

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_NOTE_LABEL = re.compile(r"([0-9]+)[)）]$")


def take_footnotes(
    units: Sequence[SlideUnit], furniture: FurnitureCollector
) -> tuple[list[SlideUnit], dict[Traced, tuple[ParsedMark, ...]], list[ParsedFootnote]]:
    """Take footnotes' bodies and their marks out of the units.

    A body is an undashed ``1) …`` in the block of lines whose text has the superscript. Where a
    number comes again in the deck (each slide counting for itself) only the first is a footnote;
    the others stay as printed. A superscript without a body (m²) is text.

    Returns:
        The other units, clean text → its marks, and the footnotes in the order of their bodies.

    """
    body_text: list[SlideUnit] = []
    marks: dict[Traced, tuple[ParsedMark, ...]] = {}
    notes: dict[str, ParsedFootnote] = {}
    block_start = 0
    for unit in units:
        if unit.gap:
            block_start = len(body_text)
        label = _NOTE_LABEL.match(unit.marker.text)
        is_note = unit.kind is UnitKind.ENUM and not unit.dashed and not unit.gap and label
        number = label.group(1) if label else ""
        block = range(len(body_text) - 1, block_start - 1, -1)
        owner = next((i for i in block if number in _numbers(body_text[i])), None)
        if not is_note or owner is None or number in notes:
            body_text.append(unit)
            continue
        digits = len(number)
        furniture.put(FurnitureKind.FOOTNOTE_SIGN, unit.marker[digits:])
        notes[number] = ParsedFootnote(unit.marker[:digits], unit.text)
        body_text[owner] = _without_mark(body_text[owner], number, marks)
    return body_text, marks, list(notes.values())


def _numbers(unit: SlideUnit) -> list[str]:
    """Return the numbers that stand in a unit as superscripts, in ASCII digits."""
    return [mark.group().translate(_SUPERSCRIPT) for mark in _MARK.finditer(unit.text.text)]


def _without_mark(
    unit: SlideUnit, number: str, marks: dict[Traced, tuple[ParsedMark, ...]]
) -> SlideUnit:
    """Return a unit without one mark; ``marks`` gets the mark with its offset in the new text."""
    superscript = next(
        mark
        for mark in _MARK.finditer(unit.text.text)
        if mark.group().translate(_SUPERSCRIPT) == number
    )
    start, end = superscript.span()
    new_mark = ParsedMark(number, start, unit.text[start:end])
    text = unit.text.without(start, end)
    other_marks = [
        replaced(mark, offset=mark.offset - (end - start) * (mark.offset > start))
        for mark in marks.pop(unit.text, ())
    ]
    marks[text] = tuple(sorted([*other_marks, new_mark], key=lambda mark: mark.offset))
    return replaced(unit, text=text)
