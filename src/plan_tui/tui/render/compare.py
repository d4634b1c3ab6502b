"""A comparison in columns: sentences that stand for each other side by side, signs before them.

The columns stand in order of time, the base section's among them; its words are marked against the
active column. Where the columns compare the same text of the base, their sentences are aligned.
"""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.labels.absences import mentions
from plan_tui.labels.compared_footnotes import footnote_lines
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.not_held import NO_TEXT
from plan_tui.model.comparison import Run
from plan_tui.model.comparison_enums import TextChange
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced
from plan_tui.tui.commands import shown_key
from plan_tui.tui.render.compared_cells import CellWriter, Half, sentence_lines
from plan_tui.tui.render.comparison_state import (
    STACKED_BELOW,
    ComparisonLayer,
    ComparisonState,
    Side,
    absence,
    beside,
    size_of,
)
from plan_tui.tui.render.difference_signs import GUTTER, NO_SIGN, legend_lines
from plan_tui.tui.render.fact_lines import fact_lines
from plan_tui.tui.render.line import EMPTY, Line, Piece, columns_of, indented
from plan_tui.tui.render.row_groups import RowGroup, groups
from plan_tui.tui.themes import edition_role

NEXT_STEPS = Phrase(
    "{why} で理由と収録範囲、{search} で全文の検索、{editions} で比べる版の選択。",
    "Press {why} for why, and what is held; {search} to search everything; {editions} to choose.",
)
"""Below the words that the active side has no counterpart."""


def body_lines(state: ComparisonState, columns: int) -> list[Line]:
    """Draw the texts, in columns or, where it is narrow, one above the other."""
    visible = state.visible(columns)
    side = state.side
    if side is None or side.counterpart is None:
        return _without_counterpart(state, visible, columns)
    if state.layer is ComparisonLayer.FACTS:
        return fact_lines(state, columns)
    if columns < STACKED_BELOW:
        lines = _stacked(state, columns)
        name = edition_name(side.column.edition.id, state.language)
        bar_meaning = [_bar(side), Piece(f"{name}　", "muted")]
    else:
        lines = _in_columns(state, visible, size_of(columns, len(visible) + 1))
        bar_meaning = []
    notes = _footnotes(state, visible, columns)
    return [*legend_lines(lines, bar_meaning, columns, state.language), *lines, *notes]


def _footnotes(state: ComparisonState, visible: Sequence[int], columns: int) -> list[Line]:
    """Draw the footnotes of the compared texts below them."""
    stacked = columns < STACKED_BELOW
    size = columns if stacked else size_of(columns, len(visible) + 1)
    pairs = {n: other for n in visible if (other := state.sides[n].counterpart)}
    texts = [
        pairs[state.active].left,
        *(pairs[n].right if n in pairs else () for n in visible),
    ]
    cells = [
        [
            line
            for note in footnote_lines(passages, state.language)
            for line in [*indented(note, GUTTER, size, "muted"), EMPTY]
        ]
        for passages in texts
    ]
    if stacked:
        return [line for cell in cells for line in cell]
    return beside(cells, size, state.base_at(visible))


def _bar(side: Side) -> Piece:
    """Return what stands before the lines of the other text, below those of the base."""
    return Piece("| ", edition_role(side.column.edition.ordinal), decorative=True)


def _stacked(state: ComparisonState, columns: int) -> list[Line]:
    """Draw each sentence of the base above that of the active side."""
    writer, active = CellWriter(state), state.active
    bar = _bar(state.sides[active])
    lines: list[Line] = []
    for group in _groups(state, (active,)):
        rows = group.rows[active]
        base, other = _with_stops(
            writer.cell(active, Half.BASE, rows, columns),
            writer.cell(active, Half.OTHER, rows, columns - columns_of((bar,))),
            shares_little=state.shares_little(active),
            below=True,
        )
        under = [
            replaced(line, pieces=(bar, *line.pieces), fill="stripe", side=1, mark=line.mark + 1)
            for line in other
        ]
        lines += _anchored([*base, *under, EMPTY], group)
    return lines


def _in_columns(state: ComparisonState, visible: Sequence[int], size: int) -> list[Line]:
    """Draw the base and the visible sides beside each other, each in ``size`` columns."""
    writer, active = CellWriter(state), state.active
    base: list[Line] = []
    columns: dict[int, list[Line]] = {number: [] for number in visible}
    aligned = _groups(state, visible)
    for group in aligned:
        base_cell = writer.cell(active, Half.BASE, group.rows[active], size)
        cells = {n: writer.cell(n, Half.OTHER, rows, size) for n, rows in group.rows.items()}
        base_cell, active_cell = _with_stops(
            base_cell, cells[active], shares_little=state.shares_little(active)
        )
        cells = {n: _without_stops(cell) for n, cell in cells.items()} | {active: active_cell}
        height = max(len(base_cell), *map(len, cells.values())) + 1
        base += _anchored(_filled(base_cell, height), group)
        for number, cell in cells.items():
            columns[number] += _filled(cell, height)
    for number in set(visible) - {number for group in aligned for number in group.rows}:
        columns[number] = _not_aligned(state, writer, number, size)
    texts = [base, *(columns[number] for number in visible)]
    return beside(texts, size, state.base_at(visible))


def _filled(cell: Sequence[Line], height: int) -> list[Line]:
    """Return a cell with empty lines up to ``height``."""
    return [*cell, *[EMPTY] * (height - len(cell))]


def _not_aligned(state: ComparisonState, writer: CellWriter, number: int, size: int) -> list[Line]:
    """Draw a side that cannot be aligned: no counterpart, or one of another base text."""
    side = state.sides[number]
    if side.counterpart is None:
        return _absence_lines(state, side, size)
    return _without_stops(writer.cell(number, Half.OTHER, state.rows(number), size))


def _without_stops(lines: Sequence[Line]) -> list[Line]:
    return [replaced(line, hit=False) if line.hit else line for line in lines]


def _with_stops(
    base: Sequence[Line], other: Sequence[Line], *, shares_little: bool, below: bool = False
) -> tuple[list[Line], list[Line]]:
    """Keep, of the lines of a group, those stops at which `n` is to stop.

    Where sentences are aligned it is the first that differs, on either side (``below``: the other
    text comes after the base); where texts share little, each stop of the other text. So their
    number is the same at every width.
    """
    if shares_little:
        return _without_stops(base), list(other)
    in_base = next((number for number, line in enumerate(base) if line.hit), len(base))
    in_other = next((number for number, line in enumerate(other) if line.hit), len(other))
    base_first = in_base < len(base) and (below or in_base <= in_other or in_other == len(other))
    kept_base, kept_other = _without_stops(base), _without_stops(other)
    if base_first:
        kept_base[in_base] = base[in_base]
    elif in_other < len(other):
        kept_other[in_other] = other[in_other]
    return kept_base, kept_other


def _anchored(lines: Sequence[Line], group: RowGroup) -> list[Line]:
    """Return a group's lines with its start in the base text as their anchor."""
    anchor = ("base", group.start)
    return [
        Line(line.pieces, anchor, line.link, line.fill, line.hit, line.mark, line.side)
        for line in lines
    ]


def _groups(state: ComparisonState, visible: Sequence[int]) -> list[RowGroup]:
    """Align what can be aligned; a text that shares little stands beside the base as a whole."""
    side, active = state.side, state.active
    if side is not None and side.counterpart is not None and state.shares_little(active):
        return [RowGroup(0, {active: state.rows(active)})]
    return groups(
        {
            number: state.rows(number)
            for number in visible
            if state.sides[number].counterpart is not None and not state.shares_little(number)
        },
        active,
    )


def _absence_lines(state: ComparisonState, side: Side, size: int) -> list[Line]:
    """Say that a side has no counterpart, and what a reader judged and why."""
    lines = indented(absence(state, side).say(state.language), GUTTER, size, "warning")
    for more in (side.column.reason(state.language), mentions(side.column, state.language)):
        if more:
            lines += indented(more, GUTTER, size, "muted")
    if side is state.side:
        words = NEXT_STEPS.say(
            state.language,
            why=shown_key("why", state.rebound),
            search=shown_key("search-all", state.rebound),
            editions=shown_key("editions", state.rebound),
        )
        lines += indented(words, GUTTER, size, "muted")
    return lines


def _without_counterpart(
    state: ComparisonState, visible: Sequence[int], columns: int
) -> list[Line]:
    """Draw the base beside, or below, the words that there is no counterpart."""
    stacked = columns < STACKED_BELOW or not visible
    size = columns if stacked else size_of(columns, len(visible) + 1)
    base: list[Line] = []
    for block in state.view.base.blocks:
        runs = (Run(TextChange.SAME, block.text),)
        base += [*sentence_lines(runs, size, block.marker, f"block:{block.id}"), EMPTY]
    if not base:
        base = [Line.of(Piece(f"{NO_SIGN}{NO_TEXT.say(state.language)}", "muted"))]
    if stacked:
        side = state.side
        return [*(_absence_lines(state, side, size) if side else ()), EMPTY, *base]
    writer = CellWriter(state)
    cells = [base, *(_not_aligned(state, writer, n, size) for n in visible)]
    return beside(cells, size, state.base_at(visible))
