"""A comparison in columns: sentences that stand for each other side by side, signs before them.

The base section stands at the left; its words are marked against the active column. Where the
columns compare the same text of the base, their sentences are aligned with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from plan_tui.compare.diff import LITTLE
from plan_tui.export import phrases
from plan_tui.model import views
from plan_tui.model.views import Comparison, Counterpart, DiffRow, Run
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui import words
from plan_tui.tui.themes import edition_role
from plan_tui.tui.typeset.line import EMPTY, Line, Paragraph, Piece, Style, fit, line, padded
from plan_tui.tui.typeset.rows import Group, groups

NONE = Phrase("対応箇所なし（収録テキスト内）", "No counterpart in the text we hold")
NONE_SHORT = Phrase("なし", "none")
BASE = Phrase("基準", "base")
ALIKE = Phrase("共通 {share:.0%}", "{share:.0%} in common")

STACKED_BELOW = 100
"""Columns below which the texts stand one above the other."""
LEAST = 34
"""Columns that a text needs beside others."""
SEPARATOR = " | "

_ROLES = frozenset(("gone", "new", "shared", "other", "notation"))
"""Runs that are drawn in a role of their own name."""
_OTHER = "／ "
"""Before a sentence that shares no phrase with the other text."""
_SIGNS = {"＋ ": "good", "－ ": "bad", "～ ": "warning", _OTHER: "muted"}
_GUTTER = 3


@dataclass(frozen=True, slots=True)
class Side:
    """A column as it is to be shown: which of its counterparts, if it has any."""

    column: views.Column
    number: int = 0
    """Which counterpart, from 0."""

    @property
    def counterpart(self) -> Counterpart | None:
        """The chosen counterpart."""
        found = self.column.counterparts
        return found[self.number % len(found)] if found else None


@dataclass(frozen=True, slots=True)
class Table:
    """What the screen shows of a comparison."""

    view: Comparison
    sides: tuple[Side, ...]
    active: int
    language: Language

    def loose(self, number: int) -> bool:
        """Return whether a column shares so little with the base that only phrases are marked."""
        counterpart = self.sides[number].counterpart
        return counterpart is not None and counterpart.similarity < LITTLE

    @property
    def side(self) -> Side | None:
        """The active column."""
        return self.sides[self.active] if self.sides else None

    def visible(self, columns: int) -> tuple[int, ...]:
        """Return the numbers of the columns that fit beside the base, the active among them."""
        if columns < STACKED_BELOW:
            return (self.active,) if self.sides else ()
        room = (columns + len(SEPARATOR)) // (LEAST + len(SEPARATOR)) - 1
        count = max(1, min(room, len(self.sides)))
        first = max(0, min(self.active, len(self.sides) - count))
        return tuple(range(first, min(first + count, len(self.sides))))


def signs(roles: set[str]) -> str:
    """Return the sign of a line that holds pieces of these roles."""
    new, gone = "new" in roles, "gone" in roles
    if not new and not gone:
        return "   "
    rest = roles - {"new", "gone"}
    if rest or (new and gone):
        return "～ "
    return "＋ " if new else "－ "


def size_of(columns: int, count: int) -> int:
    """Return the columns of each text when ``count`` stand side by side."""
    return (columns - len(SEPARATOR) * (count - 1)) // count


def _runs(runs: Sequence[Run], columns: int, marker: str, part: str) -> list[Line]:
    """Draw one sentence with a sign before each line that differs."""
    text = "".join(run.text for run in runs)
    styles, at = [], 0
    for run in runs:
        if run.op in _ROLES:
            styles.append(Style(at, at + len(run.text), run.op))
        at += len(run.text)
    first = (Piece(f"{marker} ", "label"),) if marker else ()
    rest = (Piece(" " * (width(marker) + 1)),) if marker else ()
    made = Paragraph(text.rstrip("\n"), tuple(styles), "text", part, first, rest).lines(
        columns - _GUTTER
    )
    signed = []
    alone = bool(runs) and all(run.op == "other" for run in runs)
    for number, one in enumerate(made):
        own = one.pieces[len(first) :] if first else one.pieces
        roles = {piece.role for piece in own if piece.text.strip()}
        sign = _OTHER if alone and number == 0 else signs(roles)
        pieces = (Piece(sign, _SIGNS.get(sign, "text")), *one.pieces)
        signed.append(Line(pieces, hit=bool(roles & {"new", "gone", "shared"})))
    return signed


def _marker(pieces: Sequence[views.Piece], number: int) -> str:
    """Return the bullet of a sentence's piece."""
    if not 0 <= number < len(pieces):
        return ""
    return "KPI" if pieces[number].kpi_id is not None else pieces[number].marker


class _Typesetter:
    """Draws the cells of one comparison, column by column."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._last: dict[tuple[int, str], int] = {}

    def cell(self, side: int, which: str, rows: Sequence[DiffRow], columns: int) -> list[Line]:
        """Draw the sentences of one side (``left`` or ``right``) of a column."""
        counterpart = self.table.sides[side].counterpart
        assert counterpart is not None
        pieces = counterpart.left if which == "left" else counterpart.right
        made: list[Line] = []
        for row in rows:
            runs = row.left if which == "left" else row.right
            number = row.left_piece if which == "left" else row.right_piece
            if not runs:
                continue
            before = self._last.get((side, which), -1)
            marker = _marker(pieces, number)
            if number != before:
                made += self._heading(pieces, number, before, columns)
                self._last[(side, which)] = number
            else:
                marker = " " * width(marker)
            made += _runs(runs, columns, marker, "")
        return made

    def _heading(
        self, pieces: Sequence[views.Piece], number: int, before: int, columns: int
    ) -> list[Line]:
        """Name the section that a piece stands in, where it is another than before."""
        section = pieces[number].section
        same = 0 <= before < len(pieces) and pieces[before].section == section
        several = len({piece.section.id for piece in pieces}) > 1
        if same or not several:
            return []
        name = words.heading(section, self.table.language)
        return Paragraph(name, role="heading", first=(Piece("   "),), rest=(Piece("   "),)).lines(
            columns
        )


def body_lines(table: Table, columns: int) -> list[Line]:
    """Draw the texts, in columns or one above the other."""
    visible = table.visible(columns)
    side = table.side
    if side is None or side.counterpart is None:
        return _alone(table, visible, columns)
    if columns < STACKED_BELOW:
        return _stacked(table, columns)
    return _in_columns(table, visible, size_of(columns, len(visible) + 1))


def _stacked(table: Table, columns: int) -> list[Line]:
    """Draw each sentence of the base above that of the active column."""
    writer = _Typesetter(table)
    edition = table.sides[table.active].column.edition
    bar = Piece("| ", edition_role(edition.ordinal))
    made: list[Line] = []
    for group in _groups(table, (table.active,)):
        rows = group.rows[table.active]
        base = writer.cell(table.active, "left", rows, columns)
        other = writer.cell(table.active, "right", rows, columns - 2)
        block = [
            *base,
            *(replace(one, pieces=(bar, *one.pieces), fill="stripe") for one in other),
            EMPTY,
        ]
        made += _placed(table, block, group)
    return made


def _in_columns(table: Table, visible: Sequence[int], size: int) -> list[Line]:
    """Draw the base and the visible columns side by side."""
    writer = _Typesetter(table)
    base: list[Line] = []
    cells: dict[int, list[Line]] = {number: [] for number in visible}
    aligned = _groups(table, visible)
    for group in aligned:
        own = writer.cell(table.active, "left", group.rows[table.active], size)
        found = {n: writer.cell(n, "right", rows, size) for n, rows in group.rows.items()}
        for number in set(found) - ({table.active} if table.loose(table.active) else set()):
            found[number] = _without_stops(found[number])
        height = max(len(own), *map(len, found.values())) + 1
        base += _placed(table, [*own, *[EMPTY] * (height - len(own))], group)
        for number, lines in found.items():
            cells[number] += [*lines, *[EMPTY] * (height - len(lines))]
    in_line = {number for group in aligned for number in group.rows}
    for number in set(visible) - in_line:
        cells[number] = _apart(table, writer, number, size)
    return _beside([base, *(cells[number] for number in visible)], size)


def _apart(table: Table, writer: _Typesetter, number: int, size: int) -> list[Line]:
    """Draw a column that cannot be aligned: no counterpart, or one of another base text."""
    counterpart = table.sides[number].counterpart
    if counterpart is None:
        return _nothing(table, table.sides[number], size)
    return _without_stops(writer.cell(number, "right", counterpart.rows, size))


def _without_stops(lines: Sequence[Line]) -> list[Line]:
    return [replace(one, hit=False) for one in lines]


def _placed(table: Table, lines: Sequence[Line], group: Group) -> list[Line]:
    """Give a group's lines its place.

    Where sentences are aligned `n` stops once in each group that differs, else at each line with
    a shared phrase.
    """
    place = ("base", group.start)
    if table.loose(table.active):
        return [replace(one, place=place) for one in lines]
    changed = any(
        run.op in ("new", "gone", "shared")
        for row in group.rows[table.active]
        for run in (*row.left, *row.right)
    )
    return [
        replace(one, place=place, hit=changed and number == 0) for number, one in enumerate(lines)
    ]


def _beside(cells: Sequence[Sequence[Line]], size: int) -> list[Line]:
    made = []
    for row in zip_longest(*cells, fillvalue=EMPTY):
        pieces: list[Piece] = []
        for number, one in enumerate(row):
            if number:
                pieces.append(Piece(SEPARATOR, "rule"))
            pieces += padded(one, size)
        made.append(Line(tuple(pieces), row[0].place, hit=any(one.hit for one in row)))
    return made


def _groups(table: Table, visible: Sequence[int]) -> list[Group]:
    """Align what can be aligned; a text that shares little stands beside the base as a whole."""
    side = table.side
    if side is not None and side.counterpart is not None and table.loose(table.active):
        return [Group(0, {table.active: side.counterpart.rows})]
    return groups(
        {
            number: counterpart.rows
            for number in visible
            if (counterpart := table.sides[number].counterpart) is not None
            and not table.loose(number)
        },
        table.active,
    )


def _nothing(table: Table, side: Side, size: int) -> list[Line]:
    indent = (Piece("   "),)
    made = Paragraph(NONE.say(table.language), role="warning", first=indent, rest=indent).lines(
        size
    )
    if side.column.verdict:
        said = phrases.say(phrases.RELATION, side.column.verdict, table.language)
        made += Paragraph(said, role="strong", first=indent, rest=indent).lines(size)
    if side.column.reason:
        made += Paragraph(side.column.reason, role="muted", first=indent, rest=indent).lines(size)
    return made


def _alone(table: Table, visible: Sequence[int], columns: int) -> list[Line]:
    """Draw the base beside the words that there is no counterpart."""
    stacked = columns < STACKED_BELOW or not visible
    size = columns if stacked else size_of(columns, len(visible) + 1)
    base: list[Line] = []
    for block in table.view.base.blocks:
        base += _runs((Run("same", block.text),), size, block.marker, f"block:{block.id}")
        base.append(EMPTY)
    if not base:
        said = phrases.NO_TEXT.say(table.language)
        base = [line(Piece(f"   {said}", "muted"))]
    if stacked:
        under = _nothing(table, table.sides[table.active], size) if table.sides else []
        return [*under, EMPTY, *base]
    writer = _Typesetter(table)
    return _beside([base, *(_apart(table, writer, number, size) for number in visible)], size)


def head_lines(table: Table, columns: int) -> list[Line]:
    """Draw what stands above the texts: edition, heading, how sure the pairing is."""
    visible = table.visible(columns)
    if columns < STACKED_BELOW:
        side = table.side
        tabs = [_tabs(table, columns)] if side else []
        title = _side_head(table, side, columns)[1:] if side else []
        return [*_base_head(table, columns), *tabs, *title]
    size = size_of(columns, len(visible) + 1)
    cells = [_base_head(table, size)]
    cells += [_side_head(table, table.sides[number], size) for number in visible]
    return _beside(cells, size)


def _tabs(table: Table, columns: int) -> Line:
    """Name all columns, the active one in full."""
    pieces: list[Piece] = []
    for side in table.sides:
        head = _side_head(table, side, columns)[0].pieces
        pieces += head if side is table.side else head[:2]
        if side is not table.side:
            said = "" if side.counterpart else f"{NONE_SHORT.say(table.language)} "
            pieces.append(Piece(said, "muted"))
    return line(*fit(pieces, columns))


def _base_head(table: Table, size: int) -> list[Line]:
    base = table.view.base
    name = words.edition_name(base.edition.id, table.language)
    return [
        line(
            *fit(
                (
                    Piece(f"   {name} ", edition_role(base.edition.ordinal)),
                    Piece(f"{BASE.say(table.language)}  ", "tag"),
                    Piece(f" {base.section.key}", "muted"),
                ),
                size,
            )
        ),
        line(*fit((Piece(f"   {words.heading(base.section, table.language)}", "strong"),), size)),
    ]


def _side_head(table: Table, side: Side, size: int) -> list[Line]:
    language, counterpart = table.language, side.counterpart
    active = table.side is side
    name = words.edition_name(side.column.edition.id, language)
    head = [
        Piece(" ▸ " if active else "   ", "mark"),
        Piece(f"{name} ", edition_role(side.column.edition.ordinal)),
    ]
    if counterpart is None:
        return [line(*fit([*head, Piece(NONE.say(language), "warning")], size)), EMPTY]
    if counterpart.link.accepted:
        said = phrases.say(phrases.RELATION, counterpart.link.relation, language)
        head.append(Piece(f" {said} ", "tag"))
    else:
        said = phrases.SUGGESTION.say(language)
        head.append(Piece(f" {said} {counterpart.link.score:.2f} ", "unset"))
    count = len(side.column.counterparts)
    if count > 1:
        head.append(Piece(f" {side.number % count + 1}/{count}", "mark"))
    head.append(Piece(f" {ALIKE.say(language, share=counterpart.similarity)}", "muted"))
    title = words.heading(counterpart.text.section, language)
    return [line(*fit(head, size)), line(*fit((Piece(f"   {title}", "strong"),), size))]
