"""A measure's KPIs in lines: progress and outcome apart, what their words mean below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.labels import terms
from plan_tui.model.records import Kpi, PrintedDate, PrintedNumber, SectionText
from plan_tui.text.day_names import days
from plan_tui.text.language import Phrase
from plan_tui.text.width import width
from plan_tui.tui import interface_terms
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, Style, fit, ours
from plan_tui.tui.render.section_text import Options, with_marks

NONE = Phrase("KPIの欄なし", "no KPI list")
NO_TARGET = Phrase("期限ではない", "no deadline")
NO_REASON = Phrase("理由の記載なし", "no reason given")

_REASON = re.compile(r"未設定\s*[（(](?P<reason>.*)[）)]\s*$", re.DOTALL)


def kpi_lines(text: SectionText, columns: int, options: Options) -> list[Line]:
    """Draw the KPIs of a measure; a list that the card lacks is named as lacking."""
    made: list[Line] = []
    for kind, name in terms.KPI_KIND.items():
        found = [kpi for kpi in text.kpis if kpi.kind == kind]
        if made:
            made.append(EMPTY)
        made.append(Line.of(Piece(name.say(options.language), "heading")))
        if not found:
            made.append(Line.of(Piece(f"  {NONE.say(options.language)}", "muted")))
        for kpi in found:
            made += _kpi(kpi, text, columns, options)
    return made


def reason_of(kpi: Kpi) -> str:
    """Return the words in brackets after 未設定, or nothing."""
    found = _REASON.search(kpi.text)
    return found["reason"] if found else ""


def _kpi(kpi: Kpi, text: SectionText, columns: int, options: Options) -> list[Line]:
    language = options.language
    refs = [ref for ref in text.refs if ref.kpi_id == kpi.id]
    dates = [date for date in text.dates if date.kpi_id == kpi.id]
    numbers = [number for number in text.numbers if number.kpi_id == kpi.id]
    under = [Style(d.offset, d.offset + len(d.text), "date") for d in dates]
    under += [Style(n.offset, n.offset + len(n.text), "number") for n in numbers]
    shown, styles, tied, stops = with_marks(kpi.text, refs, options.find, under=under)
    unset = interface_terms.is_unset(kpi)
    tag = interface_terms.kpi_status(kpi, language) or "-"
    first = (Piece("  "), Piece(f" {tag} ", "unset" if unset else "tag", ours=True), Piece(" "))
    rest = (Piece(" " * (width(tag) + 5)),)
    if unset and (where := kpi.text.find("未設定")) >= 0:
        styles = (*styles, Style(where, where + 3, "warning"))
    paragraph = Paragraph(
        shown, styles, part=f"kpi:{kpi.id}", first=first, rest=rest, tied=tied, stops=stops
    )
    made = paragraph.lines(columns)
    meanings = [(date.offset, *_date(date, options)) for date in dates]
    meanings += [(number.offset, *_number(number)) for number in numbers]
    for _, printed, meant, note in sorted(meanings, key=lambda meaning: meaning[0]):
        own = [Piece("› ", "muted"), Piece(meant, "strong")]
        own += [Piece(f"  {note}", "muted")] if note else []
        made += ours(_meaning(rest, printed, own, columns))
    if unset and not reason_of(kpi):
        made += Paragraph(NO_REASON.say(language), role="muted", first=rest, rest=rest).lines(
            columns
        )
    return made


Meaning = tuple[tuple[Piece, ...], str, str]
"""The printed words, what they mean, and how they bind."""


def _meaning(
    indent: Sequence[Piece], printed: Sequence[Piece], own: Sequence[Piece], columns: int
) -> list[Line]:
    """Return the printed words and what they mean on one line, or on two where it is narrow."""
    whole = Line.of(*indent, *printed, " ", *own)
    if whole.columns <= columns:
        return [whole]
    return [Line.of(*fit([*indent, *part], columns)) for part in (printed, own)]


def _date(date: PrintedDate, options: Options) -> Meaning:
    meant = days(date.start, date.end, date.basis, options.language, options.calendar)
    note = date.modality if date.is_target else NO_TARGET.say(options.language)
    return (Piece(" ".join(date.text.split()), "date"),), meant, note


def _number(number: PrintedNumber) -> Meaning:
    return (Piece(" ".join(number.text.split()), "number"),), value_words(number), ""


def value_words(number: PrintedNumber) -> str:
    """Return a number as digits with its unit: ``1741 市区町村``, ``>= 30 %``."""
    if number.value is None:
        return ""
    sign = f"{number.comparator} " if number.comparator else ""
    grouped = "," if abs(number.value) >= 10_000 else ""
    return f"{sign}{number.value:{grouped}.10g} {number.unit}".rstrip()
