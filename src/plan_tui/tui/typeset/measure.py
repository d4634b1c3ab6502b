"""A measure as a row of the list of measures."""

from __future__ import annotations

from plan_tui.export import phrases
from plan_tui.model.records import Kpi, MeasureCard
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui import words
from plan_tui.tui.typeset.line import Line, Piece, fit, line

NUMBER = Phrase("番号", "No.")
CHAPTER = Phrase("章", "Ch.")
TITLE = Phrase("施策", "Measure")
NO_KPI = Phrase("なし", "none")

_NUMBER = 6
_CHAPTER = 5
_STATUS = 12
_BROAD = 100
"""Columns from which the KPIs' words stand in the row."""


def _sizes(columns: int) -> tuple[int, int]:
    """Return the columns of the title and of each KPI."""
    rest = columns - _NUMBER - _CHAPTER - 2
    kpi = max(_STATUS, rest * 32 // 100) if columns >= _BROAD else _STATUS
    return rest - 2 * (kpi + 1), kpi


def _cell(pieces: list[Piece], columns: int) -> tuple[Piece, ...]:
    kept = fit(pieces, columns)
    gap = columns - sum(width(piece.text) for piece in kept)
    return (*kept, Piece(" " * (gap + 1)))


def head_pieces(columns: int, language: Language) -> tuple[Piece, ...]:
    """Return the names of the columns."""
    title, kpi = _sizes(columns)
    cells = (
        (NUMBER, _NUMBER - 1),
        (CHAPTER, _CHAPTER - 1),
        (TITLE, title),
        (phrases.PROGRESS, kpi),
        (phrases.OUTCOME, kpi),
    )
    return tuple(
        piece
        for name, size in cells
        for piece in _cell([Piece(name.say(language), "strong")], size)
    )


def measure_line(card: MeasureCard, columns: int, language: Language) -> Line:
    """Draw a measure in one line."""
    title, size = _sizes(columns)
    pieces = [
        *_cell([Piece(card.number, "label")], _NUMBER - 1),
        *_cell([Piece(card.chapter, "muted")], _CHAPTER - 1),
        *_cell([Piece(words.title(card.section, language))], title),
    ]
    for kind in phrases.KPI_KIND:
        pieces += _cell(_kpis(card.of_kind(kind), columns >= _BROAD, language), size)
    return line(*pieces)


def _kpis(kpis: tuple[Kpi, ...], broad: bool, language: Language) -> list[Piece]:
    if not kpis:
        return [Piece(NO_KPI.say(language), "muted")]
    first = kpis[0]
    unset = words.is_unset(first)
    more = f" +{len(kpis) - 1}" if len(kpis) > 1 else ""
    tag = words.kpi_status(first, language)
    if unset or not broad:
        shown = tag or first.text
        return [Piece(shown, "warning" if unset else "text"), Piece(more, "muted")]
    return [Piece(f"{first.text}", "text"), Piece(more, "muted")]
