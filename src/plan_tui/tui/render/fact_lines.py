"""The comparison's facts: dates, numbers, organisations and systems, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plan_tui.labels.fact_names import (
    FACT_GROUPS,
    fact_words,
    grain_words,
    one_line,
    unlike_words,
)
from plan_tui.model.comparison import Fact, FactRow
from plan_tui.model.comparison_enums import (
    FactChange,
    FactGroup,
    FactKind,
)
from plan_tui.text.calendar import DateBasis
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.tui.commands import shown_key
from plan_tui.tui.render.comparison_state import STACKED_BELOW, ComparisonState, beside, size_of
from plan_tui.tui.render.difference_signs import (
    ADDED,
    CHANGED,
    GUTTER,
    KEPT,
    NO_SIGN,
    NOT_THERE,
    SIGN_ROLES,
)
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, Style, indented

NO_FACTS = Phrase(
    "日付・数値・組織・システムの記載はありません。{layer} で語の違いに替わります。",
    "No date, number, organisation or system is named; press {layer} for the words.",
)
NOT_COMPARED = Phrase(
    "一方の本文が収録されていないため、比べられません。{layer} で本文に替わります。",
    "The text of one is not held, so nothing is compared; press {layer} for the other's text.",
)
EARLIER_LATER = " › "
"""Between the earlier and the later value of a fact."""
GAP = "  "
"""Between a fact and what is said of it."""

_GROUPS = tuple(FactGroup)
OPS = (FactChange.CHANGED, FactChange.ADDED, FactChange.GONE, FactChange.KEPT)
"""What became of a fact, in the order in which they are counted."""
SIGNS: dict[FactChange, str] = {
    FactChange.KEPT: KEPT,
    FactChange.CHANGED: CHANGED,
    FactChange.ADDED: ADDED,
    FactChange.GONE: NOT_THERE,
    FactChange.NOT_COMPARED: NO_SIGN,
}
_ROLES = {
    FactChange.KEPT: "text",
    FactChange.CHANGED: "changed",
    FactChange.ADDED: "new",
    FactChange.GONE: "text",
    FactChange.NOT_COMPARED: "muted",
}


@record
class FactLine:
    """A fact of the base, or one that only other editions name."""

    group: FactGroup
    base: Fact | None
    """None if the base does not name it."""
    cells: Mapping[int, FactRow]
    """Index of a side → what became of it there; a side that compares another text is missing."""

    @property
    def quiet(self) -> bool:
        """Whether nothing is made of it in any edition."""
        return all(row.quiet for row in self.cells.values())


def fact_table(columns: Mapping[int, Sequence[FactRow]]) -> list[FactLine]:
    """Lay the facts of several sides out in one table: by group, those of the base first."""
    lines: dict[tuple[FactKind, bool, str], tuple[Fact | None, dict[int, FactRow]]] = {}
    for of_base in (True, False):
        for number, rows in columns.items():
            for row in rows:
                fact = row.left if of_base else row.right
                if fact is None or (row.left is None) is of_base:
                    continue
                _, cells = lines.setdefault((row.kind, of_base, fact.value), (row.left, {}))
                cells[number] = row
    # A date that one edition names as a deadline is told as one of all of them.
    table = [
        FactLine(min((row.group for row in cells.values()), key=_GROUPS.index), base, cells)
        for base, cells in lines.values()
    ]
    return sorted(table, key=lambda line: _GROUPS.index(line.group))


def fact_counts(rows: Sequence[FactRow]) -> list[tuple[FactChange, int]]:
    """Return how many facts were changed, added, gone and kept, without quiet ones."""
    return [(op, sum(row.op == op and not row.quiet for row in rows)) for op in OPS]


def fact_lines(state: ComparisonState, columns: int) -> list[Line]:
    """Draw the facts: base and sides in columns, or base and active side in one line."""
    visible = state.visible(columns)
    table = fact_table({number: state.facts(number) for number in visible})
    if not table:
        sides = (state.sides[number].counterpart for number in visible)
        are_compared = any(side.is_compared for side in sides if side)
        phrase = NO_FACTS if are_compared else NOT_COMPARED
        words = phrase.say(state.language, layer=shown_key("layer", state.rebound))
        return indented(words, GUTTER, columns, "muted")
    if columns < STACKED_BELOW:
        return _in_lines(state, table, columns)
    return _in_columns(state, table, visible, size_of(columns, len(visible) + 1))


def _by_group(table: Sequence[FactLine]) -> Iterator[tuple[FactGroup, list[FactLine]]]:
    for group in FactGroup:
        facts = [fact for fact in table if fact.group is group]
        if facts:
            yield group, facts


def _head(state: ComparisonState, group: FactGroup) -> Line:
    return Line.of(Piece(NO_SIGN), Piece(FACT_GROUPS[group].say(state.language), "heading"))


def _in_lines(state: ComparisonState, table: Sequence[FactLine], columns: int) -> list[Line]:
    lines: list[Line] = []
    for group, facts in _by_group(table):
        lines.append(_head(state, group))
        for fact in facts:
            row = fact.cells.get(state.active)
            if row is not None:
                lines += _paragraph(row, _pair(state, row), columns)
        lines.append(EMPTY)
    return lines


def _pair(state: ComparisonState, row: FactRow) -> list[Piece]:
    """Return both values of a fact in order of time; one of them if they are printed alike.

    A value of one side is followed by what is said of the other.
    """
    role = _role(row)
    values = [_fact(state, fact, role) for fact in (row.left, row.right) if fact is not None]
    if row.right is None:
        return [*values[0], Piece(f"{GAP}{fact_words(row).say(state.language)}", "muted")]
    if not state.base_is_older(state.active):
        values.reverse()
    if len(values) == 2 and values[0] == values[1]:
        values.pop()
    pieces = values[0]
    for value in values[1:]:
        pieces = [*pieces, Piece(EARLIER_LATER, "muted"), *value]
    return [*pieces, *_remarks(state, row, state.active)]


def _in_columns(
    state: ComparisonState, table: Sequence[FactLine], visible: Sequence[int], size: int
) -> list[Line]:
    lines: list[Line] = []
    no_cells: list[list[Line]] = [[] for _ in visible]
    base_at = state.base_at(visible)
    for group, facts in _by_group(table):
        lines += beside([[_head(state, group)], *no_cells], size, base_at)
        for fact in facts:
            cells = [_base_cell(state, fact, size)]
            cells += [_cell(state, fact, number, size) for number in visible]
            lines += beside(cells, size, base_at)
        lines += beside([[EMPTY], *no_cells], size, base_at)
    return lines


def _base_cell(state: ComparisonState, fact: FactLine, size: int) -> list[Line]:
    """Draw a fact of the base without a sign: each edition's cell says what became of it there."""
    if fact.base is None:
        return []
    return _paragraph(None, _fact(state, fact.base, "muted" if fact.quiet else "text"), size)


def _cell(state: ComparisonState, fact: FactLine, number: int, size: int) -> list[Line]:
    row = fact.cells.get(number)
    if row is None:
        return []
    stops = number == state.active
    if row.right is None:
        return _paragraph(
            row, [Piece(fact_words(row).say(state.language), "muted")], size, stops=stops
        )
    pieces = [*_fact(state, row.right, _role(row)), *_remarks(state, row, number)]
    return _paragraph(row, pieces, size, stops=stops)


def _role(row: FactRow) -> str:
    return "muted" if row.quiet else _ROLES[row.op]


def _remarks(state: ComparisonState, row: FactRow, number: int) -> list[Piece]:
    """Say in which units the two print a date, and which other counterpart says the value."""
    turned = not state.base_is_older(number)
    remarks = [
        grain_words(row, state.language, turned=turned),
        unlike_words(row, state.language),
    ]
    chosen = state.sides[number].counterpart
    if row.section and chosen and row.section != chosen.section:
        remarks.append(row.section.key)
    return [Piece(f"{GAP}{remark}", "muted") for remark in remarks if remark]


def _fact(state: ComparisonState, fact: Fact, role: str) -> list[Piece]:
    """Return a fact as printed, a date with its days, a deadline with the word."""
    pieces = [Piece(one_line(fact.text), role)]
    if fact.kind is FactKind.DATE:
        meaning = days(fact.start, fact.end, DateBasis.DAY, state.language, Calendar.WESTERN)
        pieces.append(Piece(f"{GAP}{meaning}", "muted"))
    if fact.is_target:
        pieces.append(Piece(f"{GAP}{FACT_GROUPS[FactGroup.DEADLINE].say(state.language)}", "label"))
    return pieces


def _paragraph(
    row: FactRow | None, pieces: Sequence[Piece], columns: int, *, stops: bool = True
) -> list[Line]:
    """Draw a fact after its sign, none if it is quiet; with ``stops``, `n` stops unless kept."""
    text, styles, tied = "", [], set[int]()
    for number, piece in enumerate(pieces):
        if number:  # days and labels are not broken
            tied |= set(range(len(text) + len(GAP) + 1, len(text) + len(piece.text)))
        styles.append(Style(len(text), len(text) + len(piece.text), piece.role))
        text += piece.text
    told = row if row and not row.quiet else None
    sign = SIGNS[told.op] if told else NO_SIGN
    differs = told is not None and told.op is not FactChange.KEPT
    return Paragraph(
        text,
        tuple(styles),
        first=(Piece(sign, SIGN_ROLES[sign]),),
        rest=(Piece(NO_SIGN),),
        tied=frozenset(tied),
        stops=frozenset((0,)) if stops and differs else frozenset(),
    ).lines(columns)
