"""A measure as a row of the list of measures, and a chapter of measures as a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.labels import terms
from plan_tui.model import headings
from plan_tui.model.enums import KpiKind
from plan_tui.model.measure_cards import ChapterTally, Order, due_dates, numeric_targets, targets_of
from plan_tui.model.records import Kpi, MeasureCard
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT
from plan_tui.tui import interface_terms
from plan_tui.tui.render.bars import BarPart, cell, number_cell, stacked
from plan_tui.tui.render.line import Line, Piece, fit
from plan_tui.views import measures as export

NUMBER = Phrase("番号", "No.")
CHAPTER = Phrase("章", "Ch.")
TITLE = Phrase("施策", "Measure")
KPI = Phrase("KPI", "KPI")
TARGET = Phrase("数値目標", "Target")
BY_KANA = Phrase("（五十音順）", " (A-Z)")
"""Said behind the name of titles that are sorted by their reading, which is not shown."""
NO_KPI = Phrase("なし", "none")
NUMERIC = Phrase("数値目標あり", "with a number")
SET = Phrase("その他の設定", "set, no number")
UNSET = Phrase("未設定", "unset")
TALLY = Phrase(
    "施策{measures}　KPI{kpis}　設定{set}（数値{numeric}）　未設定{unset}",
    "{measures} {measures:measure|measures}, {kpis} {kpis:KPI|KPIs}: "
    "{set} set ({numeric} numeric), {unset} unset",
)

SHORT_TALLY = Phrase(
    "施策{measures}　未設定{unset}", "{measures} {measures:measure|measures}, {unset} unset"
)

_KINDS = {terms.PROGRESS: KpiKind.PROGRESS, terms.OUTCOME: KpiKind.OUTCOME}
"""Columns of the KPIs in words, and the kind of KPI that each is about."""
_PARTS = (("▬", "edition-1", NUMERIC), ("▪", "edition-3", SET), ("▫", "warning", UNSET))
"""Sign, role and meaning of the stretches of a chapter's bar, and of a KPI in a row."""
_BROAD = 110
"""Columns from which the KPIs' words stand in the row, and dates in both calendars."""
_AMPLE = 160
"""Columns from which the statuses stand in words."""
_NARROW = 70
"""Columns below which the number alone tells the chapter."""
_WORDS, _SHORT_WORDS = 53, 23
"""Columns of a chapter's counts in words, in all and in few."""
_LEAST_BAR = 10
"""Columns of a bar below which the counts are said in few words."""


@dataclass(frozen=True, slots=True)
class MeasureColumn:
    """A column of the list."""

    name: Phrase
    size: int
    sorts: tuple[Order, ...] = ()
    """The orders in which it decides."""


def _columns(columns: int) -> tuple[MeasureColumn, ...]:
    """Share the columns out: dates and numbers as wide as they need, titles what is left."""
    broad, ample, narrow = columns >= _BROAD, columns >= _AMPLE, columns < _NARROW
    chapter = () if narrow else (MeasureColumn(CHAPTER, 5, (Order.CHAPTER,)),)
    signs, target = (5, 9) if narrow else (9, 16 if broad else 13)
    behind = (
        MeasureColumn(export.STATUS if ample else KPI, 30 if ample else signs, (Order.STATUS,)),
        MeasureColumn(TARGET, target, (Order.TARGET,)),
        MeasureColumn(export.DUE, 22 if broad else 13, (Order.DUE,)),
    )
    number = MeasureColumn(NUMBER, 5, (Order.NUMBER, Order.CHAPTER) if narrow else (Order.NUMBER,))
    rest = columns - 1 - sum(column.size + 1 for column in (number, *chapter, *behind))
    words_size = rest * 28 // 100 if broad else 0
    in_words = [MeasureColumn(name, words_size) for name in _KINDS] if broad else []
    title = MeasureColumn(TITLE, rest - len(in_words) * (words_size + 1), (Order.TITLE,))
    return (number, *chapter, title, *in_words, *behind)


def head_pieces(
    columns: int, language: Language, order: Order = Order.NUMBER, *, reverse: bool = False
) -> tuple[Piece, ...]:
    """Return the names of the columns; a sign stands at the one that sorts."""
    pieces: list[Piece] = []
    for column in _columns(columns):
        sign = ("▴" if reverse else "▾") if order in column.sorts else ""
        name = f"{sign}{column.name.say(language)}"
        if sign and order is Order.TITLE:
            name += BY_KANA.say(language)
        pieces += cell([Piece(name, "strong")], column.size)
    return tuple(pieces)


def measure_line(
    card: MeasureCard, columns: int, language: Language, calendar: Calendar = Calendar.BOTH
) -> Line:
    """Draw a measure in one line."""
    narrow = columns < _BROAD and calendar is Calendar.BOTH
    sizes = {column.name: column.size for column in _columns(columns)}
    drawn = {
        NUMBER: [Piece(card.number, "label")],
        CHAPTER: [Piece(card.chapter, "muted")],
        TITLE: [Piece(headings.title(card.section, language))],
        export.STATUS: _status(card, language),
        KPI: _signs(card, sizes.get(KPI, 0)) or [Piece(NO_KPI.say(language), "muted")],
        TARGET: _first([Piece(number.text) for number in numeric_targets(card)]),
        export.DUE: _due(card, language, Calendar.WESTERN if narrow else calendar),
    }
    drawn |= {name: _kpis(card.of_kind(kind), language) for name, kind in _KINDS.items()}
    pieces: list[Piece] = []
    for name, size in sizes.items():
        pieces += _with_last(drawn[name], size)
    return Line.of(*fit(pieces, columns))


def _with_last(pieces: Sequence[Piece], size: int) -> tuple[Piece, ...]:
    """Return a cell in which the first piece is cut, so that `+2` behind it stays."""
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
    said = export.status_words(card, language)
    unset = UNSET.say(language)
    if not said:
        return [Piece(NO_KPI.say(language), "muted")]
    return [Piece(said, "warning" if said == unset else "text")]


def _due(card: MeasureCard, language: Language, calendar: Calendar) -> list[Piece]:
    found = due_dates(card)
    return _first(
        [
            Piece(
                days(date.start, date.end, date.basis, language, calendar),
                "muted" if date.kpi_id is None else "text",
            )
            for date in found
        ]
    )


def _kpis(kpis: tuple[Kpi, ...], language: Language) -> list[Piece]:
    made = []
    for kpi in kpis:
        unset = interface_terms.is_unset(kpi)
        shown = (interface_terms.kpi_status(kpi, language) or kpi.text) if unset else kpi.text
        made.append(Piece(shown, "warning" if unset else "text"))
    return _first(made) or [Piece(NO_KPI.say(language), "muted")]


def _signs(card: MeasureCard, columns: int) -> list[Piece]:
    """Return a sign for each KPI, those of progress, a blank, those of the outcome; or a cut."""
    kinds = [[_sign(card, kpi) for kpi in card.of_kind(kind)] for kind in _KINDS.values()]
    blank = [Piece(" ")] if all(kinds) else []
    signs = [*kinds[0], *blank, *kinds[1]]
    return signs if len(signs) <= columns else [*signs[: max(0, columns - 1)], Piece(CUT, "muted")]


def _sign(card: MeasureCard, kpi: Kpi) -> Piece:
    numeric, other, unset = _PARTS
    part = numeric if targets_of(kpi, card.dates, card.numbers) else other
    sign, role, _ = unset if interface_terms.is_unset(kpi) else part
    return Piece(sign, role)


def chapter_line(
    tally: ChapterTally, title: str, most: int, columns: int, language: Language
) -> Line:
    """Draw a chapter: number, title, a bar of its KPIs, the counts in words."""
    counts = (tally.numeric, tally.set - tally.numeric, tally.unset)
    parts = [
        BarPart(count, sign, role) for count, (sign, role, _) in zip(counts, _PARTS, strict=True)
    ]
    broad = columns >= _BROAD
    name = columns * 25 // 100 if broad else 0
    rest = columns - 6 - (name + 1 if broad else 5)
    full = rest > _WORDS + _LEAST_BAR
    room = rest - 1 - (_WORDS if full else _SHORT_WORDS)
    said = (TALLY if full else SHORT_TALLY).say(
        language,
        measures=tally.measures,
        kpis=tally.kpis,
        set=tally.set,
        numeric=tally.numeric,
        unset=tally.unset,
    )
    pieces = [
        *cell([Piece(tally.chapter, "label")], 5),
        *(cell([Piece(title)], name) if broad else [number_cell(tally.kpis, 4, "strong")]),
        *cell(stacked(parts, most, room), room),
        Piece(said, "muted"),
    ]
    return Line.of(*fit(pieces, columns))


def legend(language: Language) -> list[Piece]:
    """Return what the signs of a chapter's bar mean."""
    return [Piece(f"{sign} {name.say(language)} ", role) for sign, role, name in _PARTS]
