"""A measure's KPIs in lines: progress and outcome apart, the meaning of dates and numbers below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plan_tui.labels.measure_names import KPI_KINDS, status_word
from plan_tui.labels.named_organisations import in_charge_words
from plan_tui.model.records import Kpi, MeasureCard, PrintedDate, PrintedNumber, SectionText
from plan_tui.text.day_names import days
from plan_tui.text.language import Phrase
from plan_tui.tui.render.later_columns import later_detail
from plan_tui.tui.render.line import (
    EMPTY,
    Line,
    Paragraph,
    Piece,
    Style,
    as_decoration,
    columns_of,
    fit,
)
from plan_tui.tui.render.marked_text import with_marks
from plan_tui.tui.render.section_text import Options

NONE = Phrase("KPIの欄なし", "no KPI list")
NO_TARGET = Phrase("期限以外の日付", "no deadline")
BINDS = Phrase("{words}", "in the plan's words: {words}")
"""How a date binds, in the words that are printed beside it."""
NO_REASON = Phrase("理由の記載なし", "no reason given")

_UNSET = "未設定"
"""Printed in place of a KPI that is not set."""
_REASON = re.compile(r"未設定\s*[（(](?P<reason>.*)[）)]\s*$", re.DOTALL)


def kpi_lines(
    text: SectionText, columns: int, options: Options, card: MeasureCard | None = None
) -> list[Line]:
    """Draw the KPIs of a measure; a list that the card lacks is named as lacking.

    Below them stands what later editions say of its ``card``, and, where that is so, that the card
    names nobody in charge.
    """
    lines: list[Line] = []
    for kind, name in KPI_KINDS.items():
        kpis = [kpi for kpi in text.kpis if kpi.kind == kind]
        if lines:
            lines.append(EMPTY)
        lines.append(Line.of(Piece(name.say(options.language), "heading")))
        if not kpis:
            lines.append(Line.of(Piece(f"  {NONE.say(options.language)}", "muted")))
        for kpi in kpis:
            lines += _kpi(kpi, text, columns, options)
    lines += as_decoration(later_detail(card, columns, options.language, options.calendar))
    in_charge = in_charge_words(text, options.language)
    if in_charge:
        lines += as_decoration([EMPTY, *Paragraph(in_charge, role="muted").lines(columns)])
    return lines


def reason_of(kpi: Kpi) -> str:
    """Return the words in brackets after 未設定, or nothing."""
    match = _REASON.search(kpi.text)
    return match["reason"] if match else ""


def _kpi(kpi: Kpi, text: SectionText, columns: int, options: Options) -> list[Line]:
    """Draw a KPI behind its status; below it what its dates and numbers mean."""
    unset = kpi.is_unset
    status = status_word(kpi, options.language) or "-"
    tag = Piece(f" {status} ", "unset" if unset else "tag", decorative=True)
    first = (Piece("  "), tag, Piece(" "))
    rest = (Piece(" " * columns_of(first)),)
    dates = [date for date in text.dates if date.kpi_id == kpi.id]
    numbers = [number for number in text.numbers if number.kpi_id == kpi.id]
    lines = _printed(kpi, text, (*dates, *numbers), options, first, rest).lines(columns)
    meanings = [(date.offset, _date(date, options)) for date in dates]
    meanings += [(number.offset, _number(number)) for number in numbers]
    for _, meaning in sorted(meanings, key=lambda placed: placed[0]):
        lines += as_decoration(_meaning_lines(rest, meaning, columns))
    if unset and not reason_of(kpi):
        no_reason = NO_REASON.say(options.language)
        lines += Paragraph(no_reason, role="muted", first=rest, rest=rest).lines(columns)
    return lines


def _printed(
    kpi: Kpi,
    text: SectionText,
    values: Iterable[PrintedDate | PrintedNumber],
    options: Options,
    first: tuple[Piece, ...],
    rest: tuple[Piece, ...],
) -> Paragraph:
    """Return a KPI as printed, with its dates, numbers, footnote marks and matches marked."""
    refs = [ref for ref in text.refs if ref.kpi_id == kpi.id]
    under = [
        Style(
            value.offset,
            value.offset + len(value.text),
            "date" if isinstance(value, PrintedDate) else "number",
        )
        for value in values
    ]
    printed, styles, tied, stops = with_marks(kpi.text, refs, options.find, under=under)
    if kpi.is_unset and (start := kpi.text.find(_UNSET)) >= 0:
        styles = (*styles, Style(start, start + len(_UNSET), "warning"))
    return Paragraph(printed, styles, "text", f"kpi:{kpi.id}", first, rest, tied, stops)


class _Meaning(NamedTuple):
    """What printed words mean."""

    printed: Piece
    value: str
    note: str
    """How they bind; empty if nothing is said of it."""


def _meaning_lines(indent: Sequence[Piece], meaning: _Meaning, columns: int) -> list[Line]:
    """Return the printed words and what they mean on one line, or on several where it is narrow."""
    value = [Piece("› ", "muted"), Piece(meaning.value, "strong")]
    note = [Piece(f"  {meaning.note}", "muted")] if meaning.note else []
    whole = Line.of(*indent, meaning.printed, " ", *value, *note)
    if whole.columns <= columns:
        return [whole]
    printed, meant = (
        Line.of(*fit([*indent, *part], columns)) for part in ([meaning.printed], value)
    )
    if meant.columns + columns_of(note) <= columns:
        return [printed, Line.of(*meant.pieces, *note)]
    below = Paragraph(meaning.note, role="muted", first=tuple(indent), rest=tuple(indent))
    return [printed, meant, *(below.lines(columns) if note else [])]


def _date(date: PrintedDate, options: Options) -> _Meaning:
    meant = days(date.start, date.end, date.basis, options.language, options.calendar)
    binds = BINDS.say(options.language, words=date.modality) if date.modality else ""
    note = binds if date.is_target else NO_TARGET.say(options.language)
    return _Meaning(Piece(" ".join(date.text.split()), "date"), meant, note)


def _number(number: PrintedNumber) -> _Meaning:
    printed = Piece(" ".join(number.text.split()), "number")
    return _Meaning(printed, value_words(number), "")


_GROUPED_FROM = 10_000
"""Numbers from this on have commas; those of four digits have none, as years have none."""


def value_words(number: PrintedNumber) -> str:
    """Return a number as digits with its unit: ``1741 市区町村``, ``>= 30 %``."""
    if number.value is None:
        return ""
    comparator = f"{number.comparator} " if number.comparator else ""
    separator = "," if abs(number.value) >= _GROUPED_FROM else ""
    return f"{comparator}{number.value:{separator}.15g} {number.unit}".rstrip()
