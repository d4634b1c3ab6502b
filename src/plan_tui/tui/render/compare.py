"""A comparison in columns: sentences that stand for each other side by side, signs before them.

The columns stand in order of time, the base section's among them; its words are marked against the
active column. Where the columns compare the same text of the base, their sentences are aligned.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from plan_tui.labels.absences import mentions
from plan_tui.labels.compared_footnotes import footnote_lines
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.not_held import NO_TEXT
from plan_tui.labels.punctuation import gap
from plan_tui.model.comparison import Run
from plan_tui.model.comparison_enums import TextChange
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced
from plan_tui.tui.commands import shown_key
from plan_tui.tui.render.compared_cells import CellWriter, Half, sentence_block
from plan_tui.tui.render.comparison_state import (
    STACKED_BELOW,
    ComparisonLayer,
    ComparisonState,
    Side,
    absence,
    size_of,
)
from plan_tui.tui.render.difference_signs import GUTTER, NO_SIGN, SHARED, legend_lines
from plan_tui.tui.render.fact_lines import fact_lines
from plan_tui.tui.render.line import Line, Piece, columns_of, indented, indented_paragraph
from plan_tui.tui.render.line_blocks import (
    BesideLines,
    BlockLines,
    JoinedLines,
    LineBlock,
    UnsetLines,
)
from plan_tui.tui.render.row_groups import RowGroup, groups
from plan_tui.tui.themes import edition_role

NEXT_STEPS = Phrase(
    "{why} で理由と収録範囲、{search} で全文の検索、{editions} で比べる版の選択。",
    "Press {why} for why, and what is held; {search} to search everything; {editions} to choose.",
)
"""Below the words that the active side has no counterpart."""


def body_lines(state: ComparisonState, columns: int) -> Sequence[Line]:
    """Draw the texts, in columns or, where it is narrow, one above the other."""
    visible = state.visible(columns)
    side = state.side
    if side is None or side.counterpart is None:
        return _without_counterpart(state, visible, columns)
    if state.layer is ComparisonLayer.FACTS:
        return fact_lines(state, columns)
    if columns < STACKED_BELOW:
        blocks = _stacked(state, columns)
        texts: UnsetLines = BlockLines(blocks)
        name = edition_name(side.column.edition.id, state.language)
        bar_meaning = [_bar(side), Piece(f"{name}{gap(state.language)}", "muted")]
    else:
        size = size_of(columns, len(visible) + 1)
        of_columns = _in_columns(state, visible, size)
        blocks = [block for column in of_columns for block in column]
        texts = BesideLines([*map(BlockLines, of_columns)], size, state.base_at(visible))
        bar_meaning = []
    signs = frozenset[str]().union(*(block.signs for block in blocks))
    if any(block.shares() for block in blocks):
        signs |= {SHARED}
    legend = legend_lines(signs, bar_meaning, columns, state.language)
    return JoinedLines([legend, texts, _footnotes(state, visible, columns)])


def _footnotes(state: ComparisonState, visible: Sequence[int], columns: int) -> UnsetLines:
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
            block
            for note in footnote_lines(passages, state.language)
            for block in (
                LineBlock.of_paragraph(indented_paragraph(note, GUTTER, "muted"), size),
                LineBlock.blank(1),
            )
        ]
        for passages in texts
    ]
    if stacked:
        return BlockLines([block for cell in cells for block in cell])
    return BesideLines([*map(BlockLines, cells)], size, state.base_at(visible))


def _bar(side: Side) -> Piece:
    """Return what stands before the lines of the other text, below those of the base."""
    return Piece("| ", edition_role(side.column.edition.ordinal), decorative=True)


def _stacked(state: ComparisonState, columns: int) -> list[LineBlock]:
    """Draw each sentence of the base above that of the active side."""
    writer, active = CellWriter(state), state.active
    bar = _bar(state.sides[active])
    blocks: list[LineBlock] = []
    for group in _groups(state, (active,)):
        rows = group.rows[active]
        base, other = _with_stops(
            writer.cell(active, Half.BASE, rows, columns),
            writer.cell(active, Half.OTHER, rows, columns - columns_of((bar,))),
            shares_little=state.shares_little(active),
            below=True,
        )
        under = [replaced(block, draw=partial(_behind, bar, block)) for block in other]
        blocks += _anchored([*base, *under, LineBlock.blank(1)], group)
    return blocks


def _behind(bar: Piece, block: LineBlock) -> list[Line]:
    """Draw lines of the other text, which stands below the base."""
    return [
        replaced(line, pieces=(bar, *line.pieces), fill="stripe", side=1, mark=line.mark + 1)
        for line in block.draw()
    ]


def _in_columns(state: ComparisonState, visible: Sequence[int], size: int) -> list[list[LineBlock]]:
    """Draw the base and the visible sides beside each other, each in ``size`` columns."""
    writer, active = CellWriter(state), state.active
    base: list[LineBlock] = []
    columns: dict[int, list[LineBlock]] = {number: [] for number in visible}
    aligned = _groups(state, visible)
    for group in aligned:
        base_cell = writer.cell(active, Half.BASE, group.rows[active], size)
        cells = {n: writer.cell(n, Half.OTHER, rows, size) for n, rows in group.rows.items()}
        base_cell, active_cell = _with_stops(
            base_cell, cells[active], shares_little=state.shares_little(active)
        )
        cells = {n: _without_stops(cell) for n, cell in cells.items()} | {active: active_cell}
        height = max(_height(base_cell), *map(_height, cells.values())) + 1
        base += _anchored(_filled(base_cell, height), group)
        for number, cell in cells.items():
            columns[number] += _filled(cell, height)
    for number in set(visible) - {number for group in aligned for number in group.rows}:
        columns[number] = _not_aligned(state, writer, number, size)
    return [base, *(columns[number] for number in visible)]


def _height(cell: Sequence[LineBlock]) -> int:
    return sum(block.count for block in cell)


def _filled(cell: Sequence[LineBlock], height: int) -> list[LineBlock]:
    """Return a cell with empty lines up to ``height``."""
    return [*cell, LineBlock.blank(height - _height(cell))]


def _not_aligned(
    state: ComparisonState, writer: CellWriter, number: int, size: int
) -> list[LineBlock]:
    """Draw a side that cannot be aligned: no counterpart, or one of another base text."""
    side = state.sides[number]
    if side.counterpart is None:
        return [LineBlock.of(_absence_lines(state, side, size))]
    return _without_stops(writer.cell(number, Half.OTHER, state.rows(number), size))


def _without_stops(blocks: Sequence[LineBlock]) -> list[LineBlock]:
    return [replaced(block, stop=-1) if block.stop >= 0 else block for block in blocks]


def _with_stops(
    base: Sequence[LineBlock],
    other: Sequence[LineBlock],
    *,
    shares_little: bool,
    below: bool = False,
) -> tuple[list[LineBlock], list[LineBlock]]:
    """Keep, of the lines of a group, those stops at which `n` is to stop.

    Where sentences are aligned it is the first that differs, on either side (``below``: the other
    text comes after the base); where texts share little, each stop of the other text. So their
    number is the same at every width.
    """
    if shares_little:
        return _without_stops(base), list(other)
    in_base, in_other = _first_stop(base), _first_stop(other)
    kept_base, kept_other = _without_stops(base), _without_stops(other)
    if in_base and (below or not in_other or in_base[1] <= in_other[1]):
        kept_base[in_base[0]] = base[in_base[0]]
    elif in_other:
        kept_other[in_other[0]] = other[in_other[0]]
    return kept_base, kept_other


def _first_stop(cell: Sequence[LineBlock]) -> tuple[int, int] | None:
    """Return in which block of a cell, and on which line of the cell, its first stop is."""
    above = 0
    for number, block in enumerate(cell):
        if block.stop >= 0:
            return number, above + block.stop
        above += block.count
    return None


def _anchored(blocks: Sequence[LineBlock], group: RowGroup) -> list[LineBlock]:
    """Return a group's lines with its start in the base text as their anchor."""
    anchor = ("base", group.start)
    return [
        LineBlock(each.count, each.draw, each.stop, each.signs, each.shares, anchor)
        for each in blocks
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
) -> UnsetLines:
    """Draw the base beside, or below, the words that there is no counterpart."""
    stacked = columns < STACKED_BELOW or not visible
    size = columns if stacked else size_of(columns, len(visible) + 1)
    base: list[LineBlock] = []
    for block in state.view.base.blocks:
        runs = (Run(TextChange.SAME, block.text),)
        base += [sentence_block(runs, size, block.marker), LineBlock.blank(1)]
    if not base:
        no_text = Piece(f"{NO_SIGN}{NO_TEXT.say(state.language)}", "muted")
        base = [LineBlock.of([Line.of(no_text)])]
    if stacked:
        side = state.side
        absent = _absence_lines(state, side, size) if side else []
        return BlockLines([LineBlock.of(absent), LineBlock.blank(1), *base])
    writer = CellWriter(state)
    cells = [base, *(_not_aligned(state, writer, n, size) for n in visible)]
    return BesideLines([*map(BlockLines, cells)], size, state.base_at(visible))
