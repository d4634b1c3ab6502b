"""A comparison in columns: sentences that stand for each other side by side, signs before them.

The base section stands at the left; its words are marked against the active column. Where the
columns compare the same text of the base, their sentences are aligned with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from plan_tui.labels import terms
from plan_tui.model import comparison, headings
from plan_tui.model.comparison import DiffRow, Run
from plan_tui.model.enums import ChangeKind, TextChange
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui import interface_terms
from plan_tui.tui.render.comparison_state import (
    STACKED_BELOW,
    ComparisonLayer,
    ComparisonState,
    Side,
    absence,
    beside,
    size_of,
)
from plan_tui.tui.render.fact_lines import fact_lines
from plan_tui.tui.render.line import EMPTY, STOPS, Line, Paragraph, Piece, Style
from plan_tui.tui.render.row_groups import RowGroup, groups
from plan_tui.tui.themes import edition_role

_ROLES = frozenset(TextChange) - {TextChange.SAME}
"""Runs that are drawn in a role of their own name."""
ADDED, GONE, CHANGED = "＋ ", "－ ", "～ "
SHARED = "＆ "
"""Before a line with a phrase that both texts share, where they share little."""
NOTATION = "＊ "
"""Before a line that differs in notation alone."""
SIGNS = {
    ADDED: "good", GONE: "bad", CHANGED: "warning",
    SHARED: "link", NOTATION: "muted",
}  # fmt: skip
"""Signs of the lines, with their roles."""
LEGEND: dict[str, Phrase] = {
    ADDED: Phrase("＋追加", "＋added"),
    GONE: Phrase("－削除", "－gone"),
    CHANGED: Phrase("～変更", "～changed"),
    SHARED: Phrase("＆共通の語句あり", "＆shares a phrase"),
    NOTATION: Phrase("＊表記だけの違い", "＊notation only"),
}
"""What the signs say."""
_GUTTER = 3
"""Columns before a text: a sign, and the mark of the place where `n` stopped."""
_KPI = "KPI"


def signs(roles: set[str]) -> str:
    """Return the sign of a line that holds pieces of these roles."""
    new, gone = "new" in roles, "gone" in roles
    if not new and not gone:
        return SHARED if "shared" in roles else NOTATION if "notation" in roles else "   "
    rest = roles - {"new", "gone"}
    if rest or (new and gone):
        return CHANGED
    return ADDED if new else GONE


def _runs(
    runs: Sequence[Run],
    columns: int,
    marker: str,
    part: str,
    joint: str | None = None,
    stops: frozenset[str] = STOPS,
) -> list[Line]:
    """Draw one sentence with a sign before each line that differs; `n` stops at the first.

    It stops only at what has one of the roles ``stops``.
    """
    text = "".join(run.text for run in runs)
    styles, at = [], 0
    for run in runs:
        if run.op in _ROLES:
            styles.append(Style(at, at + len(run.text), run.op))
        at += len(run.text)
    first = (Piece(f"{marker} ", "label", ours=marker == _KPI),) if marker else ()
    rest = (Piece(" " * (width(marker) + 1)),) if marker else ()
    paragraph = Paragraph(text.rstrip("\n"), tuple(styles), "text", part, first, rest, joint=joint)
    made = paragraph.lines(columns - _GUTTER)
    signed = []
    stopped = False
    for one in made:
        own = one.pieces[len(first) :] if first else one.pieces
        roles = {piece.role for piece in own if piece.text.strip()}
        sign = signs(roles)
        pieces = (Piece(sign, SIGNS.get(sign, "text"), ours=True), *one.pieces)
        stop = bool(roles & stops) and not stopped
        stopped = stopped or stop
        signed.append(Line(pieces, hit=stop, mark=0))
    return signed


def _marker(pieces: Sequence[comparison.ComparedPassage], number: int) -> str:
    """Return the bullet of a sentence's piece."""
    if not 0 <= number < len(pieces):
        return ""
    return _KPI if pieces[number].kpi_id is not None else pieces[number].marker


class _Typesetter:
    """Draws the cells of one comparison, column by column."""

    def __init__(self, table: ComparisonState) -> None:
        self.table = table
        self._stops = cache(table.stops)
        self._last: dict[tuple[int, str], int] = {}
        """Side → number of the piece that its last sentence stands in."""
        self._joint: dict[tuple[int, str], str] = {}
        """Side → what was printed after its last sentence."""

    def cell(self, side: int, which: str, rows: Sequence[DiffRow], columns: int) -> list[Line]:
        """Draw the sentences of one side (``left`` or ``right``) of a column."""
        counterpart = self.table.sides[side].counterpart
        assert counterpart is not None
        pieces = counterpart.left if which == "left" else counterpart.right
        made: list[Line] = []
        for row in rows:
            runs = row.left if which == "left" else row.right
            number = row.left_passage if which == "left" else row.right_passage
            if not runs:
                continue
            before = self._last.get((side, which), -1)
            marker = _marker(pieces, number)
            joint = None
            if number != before:
                made += self._heading(pieces, number, before, columns)
                self._last[(side, which)] = number
            else:
                marker = " " * width(marker)
                joint = self._joint.get((side, which))
            made += _runs(runs, columns, marker, "", joint, self._stops(side))
            self._joint[(side, which)] = "\n" if runs[-1].text.endswith("\n") else ""
        return made

    def _heading(
        self, pieces: Sequence[comparison.ComparedPassage], number: int, before: int, columns: int
    ) -> list[Line]:
        """Name the section that a piece stands in, where it is another than before."""
        section = pieces[number].section
        same = 0 <= before < len(pieces) and pieces[before].section == section
        several = len({piece.section.id for piece in pieces}) > 1
        if same or not several:
            return []
        name = headings.heading(section, self.table.language)
        return Paragraph(name, role="heading", first=(Piece("   "),), rest=(Piece("   "),)).lines(
            columns
        )


def body_lines(table: ComparisonState, columns: int) -> list[Line]:
    """Draw the texts, in columns or one above the other."""
    visible = table.visible(columns)
    side = table.side
    if side is None or side.counterpart is None:
        return _alone(table, visible, columns)
    if table.layer is ComparisonLayer.FACTS:
        return fact_lines(table, columns)
    if columns < STACKED_BELOW:
        made = _stacked(table, columns)
        name = interface_terms.edition_name(side.column.edition.id, table.language)
        first = [_bar(side), Piece(f"{name}　", "muted")]
    else:
        made = _in_columns(table, visible, size_of(columns, len(visible) + 1))
        first = []
    return [*_legend(made, first, columns, table.language), *made]


def _bar(side: Side) -> Piece:
    """Return what stands before the lines of the other text, below those of the base."""
    return Piece("| ", edition_role(side.column.edition.ordinal), ours=True)


def _legend(
    lines: Sequence[Line], first: Sequence[Piece], columns: int, language: Language
) -> list[Line]:
    """Say what the signs before the lines mean, of those that there are."""
    there = {piece.text for one in lines for piece in one.pieces if piece.ours}
    said = "　".join(phrase.say(language) for sign, phrase in LEGEND.items() if sign in there)
    if not (said or first):
        return []
    indent = Piece("   ")
    return Paragraph(said, role="muted", first=(indent, *first), rest=(indent,)).lines(columns)


def _stacked(table: ComparisonState, columns: int) -> list[Line]:
    """Draw each sentence of the base above that of the active column."""
    writer = _Typesetter(table)
    bar = _bar(table.sides[table.active])
    made: list[Line] = []
    for group in _groups(table, (table.active,)):
        rows = group.rows[table.active]
        base, other = _stops(
            writer.cell(table.active, "left", rows, columns),
            writer.cell(table.active, "right", rows, columns - 2),
            loose=table.loose(table.active),
            below=True,
        )
        under = [
            replace(one, pieces=(bar, *one.pieces), fill="stripe", side=1, mark=one.mark + 1)
            for one in other
        ]
        made += _placed([*base, *under, EMPTY], group)
    return made


def _in_columns(table: ComparisonState, visible: Sequence[int], size: int) -> list[Line]:
    """Draw the base and the visible columns side by side."""
    writer = _Typesetter(table)
    base: list[Line] = []
    cells: dict[int, list[Line]] = {number: [] for number in visible}
    aligned = _groups(table, visible)
    for group in aligned:
        own = writer.cell(table.active, "left", group.rows[table.active], size)
        found = {
            n: _without_stops(writer.cell(n, "right", rows, size))
            if n != table.active
            else writer.cell(n, "right", rows, size)
            for n, rows in group.rows.items()
        }
        own, found[table.active] = _stops(own, found[table.active], loose=table.loose(table.active))
        height = max(len(own), *map(len, found.values())) + 1
        base += _placed([*own, *[EMPTY] * (height - len(own))], group)
        for number, lines in found.items():
            cells[number] += [*lines, *[EMPTY] * (height - len(lines))]
    in_line = {number for group in aligned for number in group.rows}
    for number in set(visible) - in_line:
        cells[number] = _apart(table, writer, number, size)
    return beside([base, *(cells[number] for number in visible)], size)


def _apart(table: ComparisonState, writer: _Typesetter, number: int, size: int) -> list[Line]:
    """Draw a column that cannot be aligned: no counterpart, or one of another base text."""
    counterpart = table.sides[number].counterpart
    if counterpart is None:
        return _nothing(table, table.sides[number], size)
    return _without_stops(writer.cell(number, "right", table.rows(number), size))


def _without_stops(lines: Sequence[Line]) -> list[Line]:
    return [replace(one, hit=False) for one in lines]


def _stops(
    base: Sequence[Line], other: Sequence[Line], *, loose: bool, below: bool = False
) -> tuple[list[Line], list[Line]]:
    """Keep, of the lines of a group, those stops at which `n` is to stop.

    Where sentences are aligned it is the first that differs, on either side (``below``: the other
    text comes after the base); in ``loose`` pairs each stop of the other text. So their number is
    the same at every width.
    """
    if loose:
        return _without_stops(base), list(other)
    here = next((number for number, one in enumerate(base) if one.hit), len(base))
    there = next((number for number, one in enumerate(other) if one.hit), len(other))
    in_base = here < len(base) and (below or here <= there or there == len(other))
    return (
        [replace(one, hit=in_base and number == here) for number, one in enumerate(base)],
        [replace(one, hit=not in_base and number == there) for number, one in enumerate(other)],
    )


def _placed(lines: Sequence[Line], group: RowGroup) -> list[Line]:
    """Give a group's lines its place."""
    return [replace(one, place=("base", group.start)) for one in lines]


def _groups(table: ComparisonState, visible: Sequence[int]) -> list[RowGroup]:
    """Align what can be aligned; a text that shares little stands beside the base as a whole."""
    side = table.side
    if side is not None and side.counterpart is not None and table.loose(table.active):
        return [RowGroup(0, {table.active: table.rows(table.active)})]
    return groups(
        {
            number: table.rows(number)
            for number in visible
            if table.sides[number].counterpart is not None and not table.loose(number)
        },
        table.active,
    )


def _nothing(table: ComparisonState, side: Side, size: int) -> list[Line]:
    indent = (Piece("   "),)
    said = absence(table, side).say(table.language)
    made = Paragraph(said, role="warning", first=indent, rest=indent).lines(size)
    if side.column.verdict:
        said = terms.say(terms.RELATION, ChangeKind(side.column.verdict), table.language)
        made += Paragraph(said, role="strong", first=indent, rest=indent).lines(size)
    if side.column.reason:
        made += Paragraph(side.column.reason, role="muted", first=indent, rest=indent).lines(size)
    return made


def _alone(table: ComparisonState, visible: Sequence[int], columns: int) -> list[Line]:
    """Draw the base beside the words that there is no counterpart."""
    stacked = columns < STACKED_BELOW or not visible
    size = columns if stacked else size_of(columns, len(visible) + 1)
    base: list[Line] = []
    for block in table.view.base.blocks:
        base += _runs((Run(TextChange.SAME, block.text),), size, block.marker, f"block:{block.id}")
        base.append(EMPTY)
    if not base:
        said = terms.NO_TEXT.say(table.language)
        base = [Line.of(Piece(f"   {said}", "muted"))]
    if stacked:
        under = _nothing(table, table.sides[table.active], size) if table.sides else []
        return [*under, EMPTY, *base]
    writer = _Typesetter(table)
    return beside([base, *(_apart(table, writer, number, size) for number in visible)], size)
