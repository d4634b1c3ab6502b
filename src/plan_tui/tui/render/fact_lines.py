"""The comparison's facts: dates, numbers, organisations and systems, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plan_tui.labels.fact_names import FACT_KINDS
from plan_tui.model.enums import FactChange, FactKind
from plan_tui.model.tracks import Fact, FactRow
from plan_tui.text.calendar import DateBasis
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Phrase
from plan_tui.tui.render.comparison_state import STACKED_BELOW, ComparisonState, beside, size_of
from plan_tui.tui.render.difference_signs import (
    ADDED,
    CHANGED,
    GONE,
    KEPT,
    NO_SIGN,
    SIGN_ROLES,
)
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, Style

NO_FACTS = Phrase(
    "日付・数値・組織・システムの記載はありません。",
    "No date, number, organisation or system is named.",
)
ABSENT = Phrase("なし", "none")
TARGET = Phrase("期限", "deadline")
EARLIER_LATER = " › "
"""Between the earlier and the later value of a fact."""
GAP = "  "
"""Between a fact and what is said of it."""

OPS = (FactChange.CHANGED, FactChange.ADDED, FactChange.GONE, FactChange.KEPT)
"""What became of a fact, in the order in which they are counted."""
SIGNS: dict[FactChange, str] = {
    FactChange.KEPT: KEPT,
    FactChange.CHANGED: CHANGED,
    FactChange.ADDED: ADDED,
    FactChange.GONE: GONE,
}
_ROLES = {
    FactChange.KEPT: "text",
    FactChange.CHANGED: "changed",
    FactChange.ADDED: "new",
    FactChange.GONE: "gone",
}


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact of the base, or one that only other editions name."""

    kind: FactKind
    base: Fact | None
    """None if the base does not name it."""
    cells: Mapping[int, FactRow]
    """Index of a side → what became of it there; a side that compares another text is missing."""


def fact_table(columns: Mapping[int, Sequence[FactRow]]) -> list[FactLine]:
    """Lay the facts of several sides out in one table: kind by kind, those of the base first."""
    table: list[FactLine] = []
    for kind in FactKind:
        cells_of: dict[tuple[bool, str], tuple[Fact | None, dict[int, FactRow]]] = {}
        for of_base in (True, False):
            for number, rows in columns.items():
                for row in rows:
                    fact = row.left if of_base else row.right
                    if row.kind != kind or fact is None or (row.left is None) is of_base:
                        continue
                    _, cells = cells_of.setdefault((of_base, fact.value), (row.left, {}))
                    cells[number] = row
        table += [FactLine(kind, base, cells) for base, cells in cells_of.values()]
    return table


def fact_counts(rows: Sequence[FactRow]) -> list[tuple[FactChange, int]]:
    """Return how many facts were changed, added, gone and kept."""
    return [(op, sum(row.op == op for row in rows)) for op in OPS]


def fact_lines(state: ComparisonState, columns: int) -> list[Line]:
    """Draw the facts: base and sides in columns, or base and active side in one line."""
    visible = state.visible(columns)
    table = fact_table({number: state.facts(number) for number in visible})
    if not table:
        return [Line.of(Piece(NO_SIGN + NO_FACTS.say(state.language), "muted"))]
    if columns < STACKED_BELOW:
        return _in_lines(state, table, columns)
    return _in_columns(state, table, visible, size_of(columns, len(visible) + 1))


def _by_kind(table: Sequence[FactLine]) -> Iterator[tuple[FactKind, list[FactLine]]]:
    for kind in FactKind:
        facts = [fact for fact in table if fact.kind == kind]
        if facts:
            yield kind, facts


def _head(state: ComparisonState, kind: FactKind) -> Line:
    return Line.of(Piece(NO_SIGN), Piece(FACT_KINDS[kind].say(state.language), "heading"))


def _in_lines(state: ComparisonState, table: Sequence[FactLine], columns: int) -> list[Line]:
    lines: list[Line] = []
    for kind, facts in _by_kind(table):
        lines.append(_head(state, kind))
        for fact in facts:
            row = fact.cells.get(state.active)
            if row is not None:
                lines += _paragraph(row.op, _pair(state, row), columns)
        lines.append(EMPTY)
    return lines


def _pair(state: ComparisonState, row: FactRow) -> list[Piece]:
    """Return both values of a fact in order of time; one of them if they are printed alike."""
    values = [_fact(state, fact, row.op) for fact in (row.left, row.right) if fact is not None]
    if not state.base_is_older(state.active):
        values.reverse()
    if len(values) == 2 and values[0] == values[1]:
        values.pop()
    pieces = values[0]
    for value in values[1:]:
        pieces = [*pieces, Piece(EARLIER_LATER, "muted"), *value]
    return pieces


def _in_columns(
    state: ComparisonState, table: Sequence[FactLine], visible: Sequence[int], size: int
) -> list[Line]:
    lines: list[Line] = []
    no_cells: list[list[Line]] = [[] for _ in visible]
    for kind, facts in _by_kind(table):
        lines += beside([[_head(state, kind)], *no_cells], size)
        for fact in facts:
            cells = [_base_cell(state, fact, size)]
            cells += [_cell(state, fact, number, size) for number in visible]
            lines += beside(cells, size)
        lines += beside([[EMPTY], *no_cells], size)
    return lines


def _base_cell(state: ComparisonState, fact: FactLine, size: int) -> list[Line]:
    row = fact.cells.get(state.active)
    if fact.base is None:
        return []
    op = row.op if row is not None else None
    return _paragraph(op, _fact(state, fact.base, op), size)


def _cell(state: ComparisonState, fact: FactLine, number: int, size: int) -> list[Line]:
    row = fact.cells.get(number)
    if row is None:
        return []
    if row.right is None:
        return _paragraph(None, [Piece(ABSENT.say(state.language), "muted")], size)
    pieces = _fact(state, row.right, row.op)
    return _paragraph(row.op, pieces, size, stops=number == state.active)


def _fact(state: ComparisonState, fact: Fact, op: FactChange | None) -> list[Piece]:
    """Return a fact as printed, a date with its days, a deadline with the word."""
    pieces = [Piece(" ".join(fact.text.split("\n")), _ROLES[op] if op else "text")]
    if fact.kind is FactKind.DATE:
        start, _, end = fact.value.partition("..")
        first, last = (None if day in ("", "None") else day for day in (start, end))
        meaning = days(first, last, DateBasis.DAY, state.language, Calendar.WESTERN)
        pieces.append(Piece(f"{GAP}{meaning}", "muted"))
    if fact.is_target:
        pieces.append(Piece(f"{GAP}{TARGET.say(state.language)}", "label"))
    return pieces


def _paragraph(
    op: FactChange | None, pieces: Sequence[Piece], columns: int, *, stops: bool = True
) -> list[Line]:
    """Draw a fact after the sign of ``op``; with ``stops``, `n` stops there if it is not kept."""
    text, styles, tied = "", [], set[int]()
    for number, piece in enumerate(pieces):
        if number:  # days and labels are not broken
            tied |= set(range(len(text) + len(GAP) + 1, len(text) + len(piece.text)))
        styles.append(Style(len(text), len(text) + len(piece.text), piece.role))
        text += piece.text
    sign = SIGNS[op] if op else NO_SIGN
    differs = op not in (None, FactChange.KEPT)
    return Paragraph(
        text,
        tuple(styles),
        first=(Piece(sign, SIGN_ROLES[sign]),),
        rest=(Piece(NO_SIGN),),
        tied=frozenset(tied),
        stops=frozenset((0,)) if stops and differs else frozenset(),
    ).lines(columns)
