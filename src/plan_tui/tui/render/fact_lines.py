"""The layer of facts: dates, numbers, organisations and systems, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plan_tui.labels import terms
from plan_tui.model.enums import FactChange, FactKind
from plan_tui.model.tracks import Fact, FactRow
from plan_tui.text.calendar import DateBasis
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Phrase
from plan_tui.tui.render.comparison_state import STACKED_BELOW, ComparisonState, beside, size_of
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, Style

NO_FACTS = Phrase(
    "日付・数値・組織・システムの記載はありません。",
    "No date, number, organisation or system is named.",
)
ABSENT = Phrase("なし", "none")
TARGET = Phrase("期限", "deadline")
STEP = " › "
"""Between the earlier and the later value of a fact."""
SPACE = "  "
"""Between a fact and what is said of it."""

OPS = (FactChange.CHANGED, FactChange.ADDED, FactChange.GONE, FactChange.KEPT)
"""In the order in which they are counted."""
SIGNS: dict[FactChange, str] = {
    FactChange.KEPT: "＝ ",
    FactChange.CHANGED: "～ ",
    FactChange.ADDED: "＋ ",
    FactChange.GONE: "－ ",
}
_INKS = {"＝ ": "muted", "～ ": "warning", "＋ ": "good", "－ ": "bad"}
_ROLES = {
    FactChange.KEPT: "text",
    FactChange.CHANGED: "changed",
    FactChange.ADDED: "new",
    FactChange.GONE: "gone",
}
_NO_SIGN = "   "


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact of the base, or one that only other editions name."""

    kind: FactKind
    base: Fact | None
    cells: Mapping[int, FactRow]
    """Column → what became of it there; a column that compares another text is missing."""


def fact_table(columns: Mapping[int, Sequence[FactRow]]) -> list[FactLine]:
    """Lay the facts of several columns out in one table: kind by kind, those of the base first."""
    made: list[FactLine] = []
    for kind in FactKind:
        lines: dict[tuple[bool, str], tuple[Fact | None, dict[int, FactRow]]] = {}
        for of_base in (True, False):
            for number, rows in columns.items():
                for row in rows:
                    fact = row.left if of_base else row.right
                    if row.kind != kind or fact is None or (row.left is None) is of_base:
                        continue
                    _, cells = lines.setdefault((of_base, fact.value), (row.left, {}))
                    cells[number] = row
        made += [FactLine(kind, base, cells) for base, cells in lines.values()]
    return made


def fact_counts(rows: Sequence[FactRow]) -> list[tuple[FactChange, int]]:
    """Return how many facts were changed, added, gone and kept."""
    return [(op, sum(row.op == op for row in rows)) for op in OPS]


def fact_lines(table: ComparisonState, columns: int) -> list[Line]:
    """Draw the facts: base and columns side by side, or base and active column in one line."""
    visible = table.visible(columns)
    found = fact_table({number: table.facts(number) for number in visible})
    if not found:
        return [Line.of(Piece(_NO_SIGN + NO_FACTS.say(table.language), "muted"))]
    if columns < STACKED_BELOW:
        return _in_lines(table, found, columns)
    return _in_columns(table, found, visible, size_of(columns, len(visible) + 1))


def _by_kind(found: Sequence[FactLine]) -> Iterator[tuple[FactKind, list[FactLine]]]:
    for kind in FactKind:
        own = [one for one in found if one.kind == kind]
        if own:
            yield kind, own


def _head(table: ComparisonState, kind: FactKind) -> Line:
    said = terms.say(terms.FACT_KIND, kind, table.language)
    return Line.of(Piece(_NO_SIGN), Piece(said, "heading"))


def _in_lines(table: ComparisonState, found: Sequence[FactLine], columns: int) -> list[Line]:
    made: list[Line] = []
    for kind, own in _by_kind(found):
        made.append(_head(table, kind))
        for one in own:
            row = one.cells.get(table.active)
            if row is not None:
                made += _paragraph(row.op, _pair(table, row), columns)
        made.append(EMPTY)
    return made


def _pair(table: ComparisonState, row: FactRow) -> list[Piece]:
    """Return both sides of a fact in the order of time; one of them if they are printed alike."""
    sides = [_fact(table, fact, row.op) for fact in (row.left, row.right) if fact is not None]
    if not table.base_is_older(table.active):
        sides.reverse()
    if len(sides) == 2 and sides[0] == sides[1]:
        sides.pop()
    pieces = sides[0]
    for side in sides[1:]:
        pieces = [*pieces, Piece(STEP, "muted"), *side]
    return pieces


def _in_columns(
    table: ComparisonState, found: Sequence[FactLine], visible: Sequence[int], size: int
) -> list[Line]:
    made: list[Line] = []
    for kind, own in _by_kind(found):
        made += beside([[_head(table, kind)], *([] for _ in visible)], size)
        for one in own:
            cells = [_base_cell(table, one, size)]
            cells += [_cell(table, one, number, size) for number in visible]
            made += beside(cells, size)
        made += beside([[EMPTY], *([] for _ in visible)], size)
    return made


def _base_cell(table: ComparisonState, one: FactLine, size: int) -> list[Line]:
    row = one.cells.get(table.active)
    if one.base is None:
        return []
    op = row.op if row is not None else None
    return _paragraph(op, _fact(table, one.base, op), size)


def _cell(table: ComparisonState, one: FactLine, number: int, size: int) -> list[Line]:
    row = one.cells.get(number)
    if row is None:
        return []
    if row.right is None:
        return _paragraph(None, [Piece(ABSENT.say(table.language), "muted")], size)
    stops = number == table.active
    return _paragraph(row.op, _fact(table, row.right, row.op), size, stops=stops)


def _fact(table: ComparisonState, fact: Fact, op: FactChange | None) -> list[Piece]:
    """Return a fact as printed, a date with its days."""
    pieces = [Piece(" ".join(fact.text.split("\n")), _ROLES[op] if op else "text")]
    if fact.kind is FactKind.DATE:
        start, _, end = fact.value.partition("..")
        first, last = (None if day in ("", "None") else day for day in (start, end))
        shown = days(first, last, DateBasis.DAY, table.language, Calendar.WESTERN)
        pieces.append(Piece(f"{SPACE}{shown}", "muted"))
    if fact.is_target:
        pieces.append(Piece(f"{SPACE}{TARGET.say(table.language)}", "label"))
    return pieces


def _paragraph(
    op: FactChange | None, pieces: Sequence[Piece], columns: int, *, stops: bool = True
) -> list[Line]:
    """Draw pieces after a sign; `n` stops where something changed, if ``stops``."""
    text, styles, tied = "", [], set[int]()
    for number, piece in enumerate(pieces):
        if number:  # days and labels are not broken
            tied |= set(range(len(text) + len(SPACE) + 1, len(text) + len(piece.text)))
        styles.append(Style(len(text), len(text) + len(piece.text), piece.role))
        text += piece.text
    sign = SIGNS[op] if op else _NO_SIGN
    first = (Piece(sign, _INKS.get(sign, "text")),)
    stop = stops and op not in (None, FactChange.KEPT)
    return Paragraph(
        text,
        tuple(styles),
        first=first,
        rest=(Piece(_NO_SIGN),),
        tied=frozenset(tied),
        stops=frozenset((0,)) if stop else frozenset(),
    ).lines(columns)
