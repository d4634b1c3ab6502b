"""A measure as a row of the list of measures, and a chapter of measures as a bar."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.export import measures as export
from plan_tui.export import phrases
from plan_tui.model.measures import ChapterTally, Order, due_dates, numeric_targets
from plan_tui.model.records import Kpi, MeasureCard
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import names
from plan_tui.tui.typeset.line import Line, Piece, fit, line
from plan_tui.tui.typeset.tally import Part, cell, number_cell, stacked

NUMBER = Phrase("番号", "No.")
CHAPTER = Phrase("章", "Ch.")
TITLE = Phrase("施策", "Measure")
PROGRESS = Phrase("進捗", "progress")
OUTCOME = Phrase("効果", "outcome")
TARGET = Phrase("数値目標", "target")
NO_KPI = Phrase("なし", "none")
NUMERIC = Phrase("数値目標あり", "with a number")
SET = Phrase("その他の設定", "set, no number")
UNSET = Phrase("未設定", "unset")
TALLY = Phrase(
    "施策{measures}　KPI{kpis}　設定{set}（数値{numeric}）　未設定{unset}",
    "{measures} measures, {kpis} KPIs: {set} set ({numeric} numeric), {unset} unset",
)

_PARTS = (("▬", "edition-1", NUMERIC), ("▪", "edition-3", SET), ("▫", "warning", UNSET))
"""Sign, role and meaning of the stretches of a chapter's bar."""
_BROAD = 110
"""Columns from which the KPIs' words stand in the row, and dates in both calendars."""
_AMPLE = 150
"""Columns from which status, number and date are not cut."""
_WORDS = 56
"""Columns of a chapter's counts in words."""

Column = tuple[Order | None, Phrase, int]
"""What the column sorts by, its name, its width."""


def _columns(columns: int, language: Language) -> tuple[Column, ...]:
    broad = columns >= _BROAD
    status, target, due = (12, 12, 19) if broad else (0, 10, 12)
    if columns >= _AMPLE:
        status, target, due = 23, 16, 22
    fixed = 6 + 5 + status + target + due
    gaps = 8 if broad else 7
    rest = columns - fixed - gaps
    kpi = rest * 28 // 100 if broad else 9 if language is Language.JA else 12
    made: tuple[Column, ...] = (
        (Order.NUMBER, NUMBER, 6),
        (Order.CHAPTER, CHAPTER, 5),
        (Order.TITLE, TITLE, max(4, rest - 2 * kpi)),
        (None, phrases.PROGRESS if broad else PROGRESS, kpi),
        (None, phrases.OUTCOME if broad else OUTCOME, kpi),
        (Order.STATUS, export.STATUS, status),
        (Order.TARGET, TARGET, target),
        (Order.DUE, export.DUE, due),
    )
    return tuple(column for column in made if column[2])


def head_pieces(
    columns: int, language: Language, order: Order = Order.NUMBER, *, reverse: bool = False
) -> tuple[Piece, ...]:
    """Return the names of the columns; a sign stands at the one that sorts."""
    pieces: list[Piece] = []
    for sorts, name, size in _columns(columns, language):
        sign = ("▴" if reverse else "▾") if sorts is order else ""
        pieces += cell([Piece(f"{sign}{name.say(language)}", "strong")], size)
    return tuple(pieces)


def measure_line(
    card: MeasureCard, columns: int, language: Language, calendar: Calendar = Calendar.BOTH
) -> Line:
    """Draw a measure in one line."""
    broad = columns >= _BROAD
    narrow = not broad and calendar is Calendar.BOTH
    goals = [Piece(number.text) for number in numeric_targets(card)]
    drawn = {
        NUMBER: [Piece(card.number, "label")],
        CHAPTER: [Piece(card.chapter, "muted")],
        TITLE: [Piece(names.title(card.section, language))],
        export.STATUS: _status(card, language),
        TARGET: _first(goals),
        export.DUE: _due(card, language, Calendar.WESTERN if narrow else calendar),
    }
    kinds = {PROGRESS: "progress", phrases.PROGRESS: "progress"}
    kinds |= {OUTCOME: "outcome", phrases.OUTCOME: "outcome"}
    pieces: list[Piece] = []
    for _, name, size in _columns(columns, language):
        own = drawn.get(name)
        if own is None:
            own = _kpis(card.of_kind(kinds[name]), broad, language)
        pieces += _with_last(own, size)
    return line(*fit(pieces, columns))


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


def _kpis(kpis: tuple[Kpi, ...], broad: bool, language: Language) -> list[Piece]:
    if not kpis:
        return [Piece(NO_KPI.say(language), "muted")]
    made = []
    for kpi in kpis:
        unset = names.is_unset(kpi)
        tag = names.kpi_status(kpi, language)
        shown = (tag or kpi.text) if unset or not broad else kpi.text
        made.append(Piece(shown, "warning" if unset else "text"))
    return _first(made)


def chapter_line(
    tally: ChapterTally, title: str, most: int, columns: int, language: Language
) -> Line:
    """Draw a chapter: number, title, a bar of its KPIs, the counts in words."""
    said = TALLY.say(
        language,
        measures=tally.measures,
        kpis=tally.kpis,
        set=tally.set,
        numeric=tally.numeric,
        unset=tally.unset,
    )
    counts = (tally.numeric, tally.set - tally.numeric, tally.unset)
    parts = [Part(count, sign, role) for count, (sign, role, _) in zip(counts, _PARTS, strict=True)]
    broad = columns >= _BROAD
    name = columns * 25 // 100 if broad else 0
    room = columns - 6 - (name + 1 if broad else 5) - _WORDS - 1
    pieces = [
        *cell([Piece(tally.chapter, "label")], 5),
        *(cell([Piece(title)], name) if broad else [number_cell(tally.kpis, 4, "strong")]),
        *cell(stacked(parts, most, max(0, room)), max(0, room)),
        Piece(said, "muted"),
    ]
    return line(*fit(pieces, columns))


def legend(language: Language) -> list[Piece]:
    """Return what the signs of a chapter's bar mean."""
    return [Piece(f"{sign} {name.say(language)} ", role) for sign, role, name in _PARTS]
