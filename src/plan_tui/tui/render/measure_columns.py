"""How the columns of the list of measures share the width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.measure_names import KPI_KINDS, KPI_KINDS_SHORT, STATUS
from plan_tui.model.measure_cards import Order
from plan_tui.model.records import Edition
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.tui.render.measure_chapters import BROAD

EDITION = Phrase("版", "Ed.")
NUMBER = Phrase("番号", "No.")
CHAPTER = Phrase("章", "Ch.")
TITLE = Phrase("施策", "Measure")
KPI = Phrase("KPI", "KPI")
TARGET = Phrase("数値目標", "Target")
DUE = Phrase("期限(本文)", "Due (text)")
"""Dates that only the body names stand in brackets, as the word does here."""

TARGET_SHORT = Phrase("目標", "Target")
"""The name of the numbers where there are 7 columns for them."""
KPI_HEADS = {
    kind: Phrase(name.ja, f"{KPI_KINDS_SHORT[kind].en.capitalize()} KPI")
    for kind, name in KPI_KINDS.items()
}
"""Kind of KPI → the name of its column, which has no room for brackets in English."""
_LATER_ORDERS = tuple(order for order in Order if order.asks_later)
_AMPLE, _AMPLE_WITH_LATER = 160, 190
"""Columns from which the statuses stand in words, which take 30 in place of 9 for signs; and where
there are later editions, of which two take 50 then."""
_NARROW = 70
"""Columns below which the number alone tells the chapter, and signs and targets get less, and no
later edition has a column: else a title would have 9 of the 60 columns of the smallest window.
"""
_TWO_LATER, _BOTH_CALENDARS = 116, 125
"""Columns from which two later editions have one, and from which dates have both calendars beside
them. Chosen by what is left to titles and KPIs: 28 and 12."""
LEAST_TITLE = 28
"""Columns of a title from `_TWO_LATER` on."""
_WORD_COLUMNS = {Language.JA: 9, Language.EN: 11}
"""Columns of a word about a later edition: 記載なし, not in text."""
_WORDS_PERCENT = 28
"""Share of a KPI's words in what other columns leave: two of them leave 44% to the title."""


@record
class MeasureColumn:
    """A column of the list."""

    name: Phrase
    size: int
    """In columns of the terminal, without the blank behind it."""
    sorts: tuple[Order, ...] = ()
    """The orders that go by it."""
    later: str = ""
    """Id of the later edition that it is about; empty for the others."""


def measure_columns(
    columns: int,
    editions: Iterable[str] = (),
    later: Sequence[Edition] = (),
    language: Language = Language.JA,
) -> tuple[MeasureColumn, ...]:
    """Share the columns out: dates and numbers as wide as they need, titles what is left.

    Args:
        columns: of the terminal.
        editions: ids of the editions that hold measures, where several do.
        later: the later editions that say something of them, oldest first; the newest are shown.
        language: that of the words in the columns.

    """
    narrow, broad = columns < _NARROW, columns >= BROAD
    ample = columns >= (_AMPLE_WITH_LATER if later else _AMPLE)
    later_columns = _later_columns(columns, later, language)
    last = (
        *_status_columns(narrow=narrow, broad=broad and bool(later), ample=ample),
        MeasureColumn(
            TARGET_SHORT if narrow else TARGET,
            _target_size(columns, with_later=bool(later)),
            (Order.TARGET,),
        ),
        MeasureColumn(DUE, _due_size(columns, with_later=bool(later)), (Order.DUE,)),
    )
    is_in_number = narrow or bool(broad and later and not ample)
    first = (*_edition_column(editions), *_number_columns(with_chapter=not is_in_number))
    rest = columns - 1 - sum(column.size + 1 for column in (*first, *later_columns, *last))
    words = min(rest * _WORDS_PERCENT // 100, (rest - LEAST_TITLE) // 2 - 1) if broad else 0
    in_words = [MeasureColumn(name, words) for name in KPI_HEADS.values()] if words > 0 else []
    title = rest - len(in_words) * (words + 1)
    sorts = (Order.TITLE, *(() if later_columns else _LATER_ORDERS))
    return (*first, MeasureColumn(TITLE, title, sorts), *later_columns, *in_words, *last)


def _edition_column(editions: Iterable[str]) -> list[MeasureColumn]:
    longest = max(map(len, editions), default=0)
    return [MeasureColumn(EDITION, longest)] if longest else []


def _number_columns(*, with_chapter: bool) -> list[MeasureColumn]:
    """Return the number (``1-12``), which tells the chapter where that has no column."""
    if not with_chapter:
        return [MeasureColumn(NUMBER, 5, (Order.NUMBER, Order.CHAPTER))]
    return [MeasureColumn(NUMBER, 5, (Order.NUMBER,)), MeasureColumn(CHAPTER, 5, (Order.CHAPTER,))]


def _later_columns(
    columns: int, later: Sequence[Edition], language: Language
) -> list[MeasureColumn]:
    """Return a column for each of the newest editions that have room, oldest first."""
    if columns < _NARROW or not later:
        return []
    if columns < BROAD:
        count, size = 1, _WORD_COLUMNS[language]
    elif columns < _AMPLE:
        count, size = 1 if columns < _TWO_LATER else 2, 14
    else:
        count, size = 2 + max(0, columns - _AMPLE_WITH_LATER) // 60, 18
        size = 24 if columns >= _AMPLE_WITH_LATER else size
    shown = later[-count:]
    return [
        MeasureColumn(
            Phrase(edition_name(edition.id, Language.JA), edition.id),
            size,
            _LATER_ORDERS if edition is shown[-1] else (),
            edition.id,
        )
        for edition in shown
    ]


def _status_columns(*, narrow: bool, broad: bool, ample: bool) -> list[MeasureColumn]:
    """Return the statuses in words, or as signs, which stand before the KPIs where it is broad."""
    if ample:
        return [MeasureColumn(STATUS, 22 if broad else 30, (Order.STATUS,))]
    if broad:
        return []
    return [MeasureColumn(KPI, 5 if narrow else 9, (Order.STATUS,))]


def _target_size(columns: int, *, with_later: bool) -> int:
    if columns < _NARROW:
        return 7
    if columns < BROAD:
        return 10 if with_later else 13
    return 9 if with_later and columns < _AMPLE else 16


def _due_size(columns: int, *, with_later: bool) -> int:
    """Return what a day in brackets needs: 12 or, in both calendars, 20; ``+1`` needs 3 more."""
    if columns < BROAD:
        return 15
    return 16 if with_later and columns < _BOTH_CALENDARS else 24


def has_both_calendars(columns: int, *, with_later: bool) -> bool:
    """Tell whether dates have room for both calendars."""
    return _due_size(columns, with_later=with_later) > 16
