"""Measures as rows of a list: what each column holds, and how the columns share the width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plan_tui.labels.measure_names import DUE, KPI_KINDS, STATUS, status_word, status_words
from plan_tui.model import headings
from plan_tui.model.enums import KpiKind
from plan_tui.model.measure_cards import Order, due_dates, numeric_targets, targets_of
from plan_tui.model.records import Kpi, MeasureCard
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT
from plan_tui.tui.render.bars import cell
from plan_tui.tui.render.line import Line, Piece, fit
from plan_tui.tui.render.measure_chapters import BROAD, NUMERIC_KPI, SET_KPI, UNSET_KPI
from plan_tui.tui.themes import edition_role

NO_ORDINALS: Mapping[str, int] = {}
EDITION = Phrase("版", "Ed.")
NUMBER = Phrase("番号", "No.")
CHAPTER = Phrase("章", "Ch.")
TITLE = Phrase("施策", "Measure")
KPI = Phrase("KPI", "KPI")
TARGET = Phrase("数値目標", "Target")
BY_KANA = Phrase("（五十音順）", " (A-Z)")
"""Said behind the name of titles that are sorted by their reading, which is not shown."""
NO_KPI = Phrase("なし", "none")

_KINDS = {
    KPI_KINDS[KpiKind.PROGRESS]: KpiKind.PROGRESS,
    KPI_KINDS[KpiKind.OUTCOME]: KpiKind.OUTCOME,
}
"""Columns of the KPIs in words → the kind of KPI that each is about."""
_AMPLE = 160
"""Columns from which the statuses stand in words, which take 30 in place of 9 for signs."""
_NARROW = 70
"""Columns below which the number alone tells the chapter, and signs and targets get less: else a
title would have 9 of the 60 columns of the smallest window, not 23.
"""
_WORDS_PERCENT = 28
"""Share of a KPI's words in what other columns leave: two of them leave 44% to the title."""


@dataclass(frozen=True, slots=True)
class MeasureColumn:
    """A column of the list."""

    name: Phrase
    size: int
    """In columns of the terminal, without the blank behind it."""
    sorts: tuple[Order, ...] = ()
    """The orders that go by it."""


def _columns(columns: int, editions: Iterable[str] = ()) -> tuple[MeasureColumn, ...]:
    """Share the columns out: dates and numbers as wide as they need, titles what is left.

    ``editions`` are the ids of those that hold measures, where several do.

    Numbers have 5 columns (``1-12``), dates 22 in both calendars (a day has 18) and 13 in one;
    longer ones are cut.
    """
    broad, ample, narrow = columns >= BROAD, columns >= _AMPLE, columns < _NARROW
    chapter = () if narrow else (MeasureColumn(CHAPTER, 5, (Order.CHAPTER,)),)
    signs, target = (5, 9) if narrow else (9, 16 if broad else 13)
    last = (
        MeasureColumn(STATUS if ample else KPI, 30 if ample else signs, (Order.STATUS,)),
        MeasureColumn(TARGET, target, (Order.TARGET,)),
        MeasureColumn(DUE, 22 if broad else 13, (Order.DUE,)),
    )
    number = MeasureColumn(NUMBER, 5, (Order.NUMBER, Order.CHAPTER) if narrow else (Order.NUMBER,))
    longest = max(map(len, editions), default=0)
    edition = (MeasureColumn(EDITION, longest),) if longest else ()
    first = (*edition, number, *chapter)
    rest = columns - 1 - sum(column.size + 1 for column in (*first, *last))
    words_size = rest * _WORDS_PERCENT // 100 if broad else 0
    in_words = [MeasureColumn(name, words_size) for name in _KINDS] if broad else []
    title = MeasureColumn(TITLE, rest - len(in_words) * (words_size + 1), (Order.TITLE,))
    return (*first, title, *in_words, *last)


def head_pieces(
    columns: int,
    language: Language,
    order: Order = Order.NUMBER,
    editions: Iterable[str] = (),
    *,
    reverse: bool = False,
) -> tuple[Piece, ...]:
    """Return the names of the columns; a sign stands at the one that sorts."""
    pieces: list[Piece] = []
    for column in _columns(columns, editions):
        sign = ("▴" if reverse else "▾") if order in column.sorts else ""
        name = f"{sign}{column.name.say(language)}"
        if sign and order is Order.TITLE:
            name += BY_KANA.say(language)
        pieces += cell([Piece(name, "strong")], column.size)
    return tuple(pieces)


def measure_line(
    card: MeasureCard,
    columns: int,
    language: Language,
    calendar: Calendar = Calendar.BOTH,
    ordinals: Mapping[str, int] = NO_ORDINALS,
) -> Line:
    """Draw a measure in one line; ``ordinals`` of the editions that hold measures, if several."""
    one_calendar = columns < BROAD and calendar is Calendar.BOTH
    sizes = {column.name: column.size for column in _columns(columns, ordinals)}
    edition = card.section.edition_id
    cells = {
        EDITION: [Piece(edition, edition_role(ordinals.get(edition, 1)))],
        NUMBER: [Piece(card.number, "label")],
        CHAPTER: [Piece(card.chapter, "muted")],
        TITLE: [Piece(headings.title(card.section, language))],
        STATUS: _status(card, language),
        KPI: _signs(card, sizes.get(KPI, 0)) or [Piece(NO_KPI.say(language), "muted")],
        TARGET: _first([Piece(number.text) for number in numeric_targets(card)]),
        DUE: _due(card, language, Calendar.WESTERN if one_calendar else calendar),
    }
    cells |= {name: _kpis(card.of_kind(kind), language) for name, kind in _KINDS.items()}
    pieces: list[Piece] = []
    for name, size in sizes.items():
        pieces += _with_last(cells[name], size)
    return Line.of(*fit(pieces, columns))


def _with_last(pieces: Sequence[Piece], size: int) -> tuple[Piece, ...]:
    """Return a cell in which the first piece is cut, so that ``+2`` behind it stays whole."""
    if len(pieces) < 2:
        return cell(pieces, size)
    more = pieces[-1]
    first = fit(pieces[:-1], max(0, size - len(more.text)))
    return cell([*first, more], size)


def _first(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the first of several, and how many more there are."""
    if not pieces:
        return []
    more = [Piece(f" +{len(pieces) - 1}", "muted")] if len(pieces) > 1 else []
    return [pieces[0], *more]


def _status(card: MeasureCard, language: Language) -> list[Piece]:
    """Return the statuses of a measure's KPIs in words."""
    statuses = status_words(card, language)
    if not statuses:
        return [Piece(NO_KPI.say(language), "muted")]
    return [Piece(statuses, "warning" if statuses == UNSET_KPI.name.say(language) else "text")]


def _due(card: MeasureCard, language: Language, calendar: Calendar) -> list[Piece]:
    """Return the first due date, muted if it is not of a KPI, and how many more there are."""
    return _first(
        [
            Piece(
                days(date.start, date.end, date.basis, language, calendar),
                "muted" if date.kpi_id is None else "text",
            )
            for date in due_dates(card)
        ]
    )


def _kpis(kpis: tuple[Kpi, ...], language: Language) -> list[Piece]:
    """Return the first KPI of a kind, in words, and how many more there are."""
    pieces = []
    for kpi in kpis:
        unset = kpi.is_unset
        words = (status_word(kpi, language) or kpi.text) if unset else kpi.text
        pieces.append(Piece(words, "warning" if unset else "text"))
    return _first(pieces) or [Piece(NO_KPI.say(language), "muted")]


def _signs(card: MeasureCard, columns: int) -> list[Piece]:
    """Return a sign for each KPI, those of progress, a blank, those of the outcome; or a cut."""
    kinds = [[_sign(card, kpi) for kpi in card.of_kind(kind)] for kind in _KINDS.values()]
    blank = [Piece(" ")] if all(kinds) else []
    signs = [*kinds[0], *blank, *kinds[1]]
    return signs if len(signs) <= columns else [*signs[: max(0, columns - 1)], Piece(CUT, "muted")]


def _sign(card: MeasureCard, kpi: Kpi) -> Piece:
    if kpi.is_unset:
        stage = UNSET_KPI
    else:
        stage = NUMERIC_KPI if targets_of(kpi, card.dates, card.numbers) else SET_KPI
    return Piece(stage.sign, stage.role)
