"""Measures as rows of a list: what each column holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from plan_tui.labels.measure_names import STATUS, status_word, status_words
from plan_tui.model import headings
from plan_tui.model.measure_cards import Order, due_dates, numeric_targets, targets_of
from plan_tui.model.records import Edition, Kpi, MeasureCard
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT
from plan_tui.tui.render.bars import cell
from plan_tui.tui.render.kpi import reason_of
from plan_tui.tui.render.later_columns import later_pieces
from plan_tui.tui.render.line import Line, Piece, fit
from plan_tui.tui.render.measure_chapters import NUMERIC_KPI, SET_KPI, UNSET_KPI, KpiStage
from plan_tui.tui.render.measure_columns import (
    CHAPTER,
    DUE,
    EDITION,
    KPI,
    KPI_HEADS,
    NUMBER,
    TARGET,
    TARGET_SHORT,
    TITLE,
    has_both_calendars,
    measure_columns,
)
from plan_tui.tui.themes import edition_role

NO_ORDINALS: Mapping[str, int] = {}
NO_KPI = Phrase("なし", "none")
_BY_WHAT = {
    Order.TITLE: Phrase("（五十音順）", " (A-Z)"),
    Order.LATER: Phrase("（後の版）", " (later edition)"),
    Order.LATER_DUE: Phrase("（後の版の期限）", " (later due)"),
}
"""Said behind the name of a column that sorts by what it does not show itself."""
_WITH_STATUS = 20
"""Columns of a KPI from which "unset" stands before the reason."""
_BY_DUE = Phrase("期限", " due")
"""Said behind a later edition that sorts by its deadline."""


def head_pieces(
    columns: int,
    language: Language,
    order: Order = Order.NUMBER,
    editions: Iterable[str] = (),
    later: Sequence[Edition] = (),
    *,
    reverse: bool = False,
) -> tuple[Piece, ...]:
    """Return the names of the columns; a sign stands at the one that sorts."""
    pieces: list[Piece] = []
    for column in measure_columns(columns, editions, later, language):
        sign = ("▴" if reverse else "▾") if order in column.sorts else ""
        name = f"{sign}{column.name.say(language)}"
        if sign and column.name is TITLE and order in _BY_WHAT:
            name += _BY_WHAT[order].say(language)
        elif sign and order is Order.LATER_DUE:
            name += _BY_DUE.say(language)
        pieces += cell([Piece(name, "strong")], column.size)
    return tuple(pieces)


def measure_line(
    card: MeasureCard,
    columns: int,
    language: Language,
    calendar: Calendar = Calendar.BOTH,
    ordinals: Mapping[str, int] = NO_ORDINALS,
    later: Sequence[Edition] = (),
) -> Line:
    """Draw a measure in one line.

    ``ordinals`` are of the editions that hold measures, if several do; ``later`` are the editions
    that say something of them later.
    """
    both = has_both_calendars(columns, with_later=bool(later)) or calendar is not Calendar.BOTH
    shown = measure_columns(columns, ordinals, later, language)
    sizes = {column.name: column.size for column in shown}
    edition = card.section.edition_id
    cells = {
        EDITION: [Piece(edition, edition_role(ordinals.get(edition, 1)))],
        NUMBER: [Piece(card.number, "label")],
        CHAPTER: [Piece(card.chapter, "muted")],
        TITLE: [Piece(headings.title(card.section, language))],
        STATUS: _status(card, language),
        KPI: _signs(card, sizes.get(KPI, 0)) or [Piece(NO_KPI.say(language), "muted")],
        TARGET: (targets := _first([Piece(number.text) for number in numeric_targets(card)])),
        TARGET_SHORT: targets,
        DUE: _due(card, language, calendar if both else Calendar.WESTERN),
    }
    cells |= {
        name: _kpis(card, card.of_kind(kind), sizes.get(name, 0), language)
        for kind, name in KPI_HEADS.items()
    }
    in_one = Calendar.WESTERN if calendar is Calendar.BOTH else calendar
    cells |= {
        column.name: later_pieces(card, column.later, column.size, language, in_one)
        for column in shown
        if column.later
    }
    pieces: list[Piece] = []
    for name, size in sizes.items():
        pieces += _with_last(cells[name], size)
    return Line.of(*fit(pieces, columns))


def _with_last(pieces: Sequence[Piece], size: int) -> tuple[Piece, ...]:
    """Return a cell in which the pieces before ``+2`` are cut, so that it stays whole."""
    more = pieces[-1] if pieces else Piece("")
    if not more.text.startswith(" +"):
        return cell(pieces, size)
    first = fit(pieces[:-1], max(0, size - len(more.text)))
    return cell([*first, more], size)


def _first(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the first of several, and how many more there are."""
    return [*pieces[:1], *_more(len(pieces))]


def _more(count: int) -> list[Piece]:
    """Count what stands behind the first."""
    return [Piece(f" +{count - 1}", "muted")] if count > 1 else []


def _status(card: MeasureCard, language: Language) -> list[Piece]:
    """Return the statuses of a measure's KPIs in words."""
    statuses = status_words(card, language)
    if not statuses:
        return [Piece(NO_KPI.say(language), "muted")]
    return [Piece(statuses, "warning" if statuses == UNSET_KPI.name.say(language) else "text")]


def _due(card: MeasureCard, language: Language, calendar: Calendar) -> list[Piece]:
    """Return the first due date, in brackets if it is not of a KPI, and how many more there are."""
    pieces = []
    for date in due_dates(card):
        words = days(date.start, date.end, date.basis, language, calendar)
        of_text = date.kpi_id is None
        pieces.append(Piece(f"({words})" if of_text else words, "muted" if of_text else "text"))
    return _first(pieces)


def _kpis(
    card: MeasureCard, kpis: tuple[Kpi, ...], columns: int, language: Language
) -> list[Piece]:
    """Return the first KPI of a kind behind its sign, in words, and how many more there are.

    Of one that is unset its reason stands in brackets, if one is printed; where a cell is narrow
    the sign alone says that it is unset, as its legend above the list does.
    """
    if not kpis:
        return [Piece(NO_KPI.say(language), "muted")]
    first = kpis[0]
    stage = _stage(card, first)
    sign = Piece(f"{stage.sign} ", stage.role)
    words = [Piece(" ".join(first.text.split()))]
    if first.is_unset:
        words = _unset_words(first, columns, language)
    return [sign, *words, *_more(len(kpis))]


def _unset_words(kpi: Kpi, columns: int, language: Language) -> list[Piece]:
    reason, status = reason_of(kpi), Piece(status_word(kpi, language), "warning")
    if not reason:
        return [status]
    told = Piece(f"({' '.join(reason.split())})", "warning")
    return [status, told] if columns >= _WITH_STATUS else [told]


def _signs(card: MeasureCard, columns: int) -> list[Piece]:
    """Return a sign for each KPI, those of progress, a blank, those of the outcome; or a cut."""
    kinds = [[_sign(card, kpi) for kpi in card.of_kind(kind)] for kind in KPI_HEADS]
    blank = [Piece(" ")] if all(kinds) else []
    signs = [*kinds[0], *blank, *kinds[1]]
    return signs if len(signs) <= columns else [*signs[: max(0, columns - 1)], Piece(CUT, "muted")]


def _sign(card: MeasureCard, kpi: Kpi) -> Piece:
    stage = _stage(card, kpi)
    return Piece(stage.sign, stage.role)


def _stage(card: MeasureCard, kpi: Kpi) -> KpiStage:
    if kpi.is_unset:
        return UNSET_KPI
    return NUMERIC_KPI if targets_of(kpi, card.numbers) else SET_KPI
