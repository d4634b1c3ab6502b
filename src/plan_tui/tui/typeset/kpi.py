"""A measure's KPIs in lines: progress and outcome apart, unset ones with their reason."""

from __future__ import annotations

import re

from plan_tui.export import phrases
from plan_tui.model.records import Kpi, SectionText
from plan_tui.text.language import Phrase
from plan_tui.text.width import width
from plan_tui.tui import words
from plan_tui.tui.typeset.line import EMPTY, Line, Paragraph, Piece, Style, line
from plan_tui.tui.typeset.section import Options, with_marks

NONE = Phrase("KPIの欄なし", "no KPI list")
NO_REASON = Phrase("理由の記載なし", "no reason given")

_REASON = re.compile(r"未設定\s*[（(](?P<reason>.*)[）)]\s*$", re.DOTALL)


def kpi_lines(text: SectionText, columns: int, options: Options) -> list[Line]:
    """Draw the KPIs of a measure; a list that the card lacks is named as lacking."""
    made: list[Line] = []
    for kind, name in phrases.KPI_KIND.items():
        found = [kpi for kpi in text.kpis if kpi.kind == kind]
        if made:
            made.append(EMPTY)
        made.append(line(Piece(name.say(options.language), "heading")))
        if not found:
            made.append(line(Piece(f"  {NONE.say(options.language)}", "muted")))
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
    shown, styles, tied, stops = with_marks(kpi.text, refs, options.find)
    unset = words.is_unset(kpi)
    tag = words.kpi_status(kpi, language) or "-"
    first = (Piece("  "), Piece(f" {tag} ", "unset" if unset else "tag"), Piece(" "))
    rest = (Piece(" " * (width(tag) + 5)),)
    if unset and (where := kpi.text.find("未設定")) >= 0:
        styles = (Style(where, where + 3, "warning"), *styles)
    paragraph = Paragraph(
        shown, styles, part=f"kpi:{kpi.id}", first=first, rest=rest, tied=tied, stops=stops
    )
    made = paragraph.lines(columns)
    if unset and not reason_of(kpi):
        made += Paragraph(NO_REASON.say(language), role="muted", first=rest, rest=rest).lines(
            columns
        )
    return made
