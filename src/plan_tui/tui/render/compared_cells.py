"""Cells of a comparison: the sentences of one text that stand for a stretch of the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from plan_tui.model import headings
from plan_tui.model.comparison import ComparedPassage, DiffRow, Run
from plan_tui.model.comparison_enums import TextChange
from plan_tui.text.vocabulary import StrEnum
from plan_tui.text.width import width
from plan_tui.tui.render.comparison_state import ComparisonState
from plan_tui.tui.render.difference_signs import GUTTER, SIGN_ROLES, sign_of
from plan_tui.tui.render.line import STOPS, Line, Paragraph, Piece, Style, indented

_ROLES = frozenset(TextChange) - {TextChange.SAME}
"""Runs that are drawn in a role of their own name."""
_KPI = "KPI"
"""Stands where a paragraph has its bullet."""


class Half(StrEnum):
    """One of the two texts of a pair."""

    BASE = "base"
    OTHER = "other"


def sentence_lines(
    runs: Sequence[Run],
    columns: int,
    marker: str,
    part: str = "",
    joint: str | None = None,
    stops: frozenset[str] = STOPS,
) -> list[Line]:
    """Draw one sentence with a sign before each line that differs.

    Args:
        runs: The sentence's characters, shared and different ones.
        columns: Of the terminal, for the sign and the text.
        marker: Its bullet or number, or as many blanks; empty for none.
        part: Name of the part of the view that it is; empty for none.
        joint: What was printed between it and the sentence above; None for a new paragraph.
        stops: Roles at which `n` stops, at most once in a sentence.
    """
    text = "".join(run.text for run in runs)
    styles, at = [], 0
    for run in runs:
        if run.op in _ROLES:
            styles.append(Style(at, at + len(run.text), run.op))
        at += len(run.text)
    first = (Piece(f"{marker} ", "label", decorative=marker == _KPI),) if marker else ()
    rest = (Piece(" " * (width(marker) + 1)),) if marker else ()
    paragraph = Paragraph(text.rstrip("\n"), tuple(styles), "text", part, first, rest, joint=joint)
    signed = []
    stopped = False
    is_moved = any(run.op is TextChange.MOVED for run in runs)
    for line in paragraph.lines(columns - GUTTER):
        sentence = line.pieces[len(first) :]
        roles = {piece.role for piece in sentence if piece.text.strip()}
        sign = sign_of(roles, is_moved=is_moved)
        pieces = (Piece(sign, SIGN_ROLES[sign], decorative=True), *line.pieces)
        stop = bool(roles & stops) and not stopped
        stopped = stopped or stop
        signed.append(Line(pieces, hit=stop, mark=0))
    return signed


class CellWriter:
    """Draws the cells of one comparison, from top to bottom in each column.

    It knows which passage each column stands in, so that a bullet is drawn once and sentences of
    one paragraph are joined when they are selected.
    """

    def __init__(self, state: ComparisonState) -> None:
        self._state = state
        self._stops = cache(state.stops)
        self._passage: dict[tuple[int, Half], int] = {}
        """Column → index of the passage that its last sentence stands in."""
        self._joint: dict[tuple[int, Half], str] = {}
        """Column → what was printed after its last sentence."""

    def cell(self, side: int, half: Half, rows: Sequence[DiffRow], columns: int) -> list[Line]:
        """Draw the sentences of one half of ``rows``, which are those of a side."""
        counterpart = self._state.sides[side].counterpart
        assert counterpart is not None
        passages = counterpart.left if half is Half.BASE else counterpart.right
        lines: list[Line] = []
        for row in rows:
            runs = row.left if half is Half.BASE else row.right
            number = row.left_passage if half is Half.BASE else row.right_passage
            if runs:
                lines += self._sentence(side, half, runs, passages, number, columns)
        return lines

    def _sentence(
        self,
        side: int,
        half: Half,
        runs: Sequence[Run],
        passages: Sequence[ComparedPassage],
        number: int,
        columns: int,
    ) -> list[Line]:
        """Draw a sentence of passage ``number``, below the passage's heading where it begins."""
        before = self._passage.get((side, half), -1)
        marker = _marker(passages, number)
        joint = None
        lines: list[Line] = []
        if number != before:
            lines = self._heading(passages, number, before, columns)
            self._passage[(side, half)] = number
        else:
            marker = " " * width(marker)
            joint = self._joint.get((side, half))
        lines += sentence_lines(runs, columns, marker, "", joint, self._stops(side))
        self._joint[(side, half)] = "\n" if runs[-1].text.endswith("\n") else ""
        return lines

    def _heading(
        self, passages: Sequence[ComparedPassage], number: int, before: int, columns: int
    ) -> list[Line]:
        """Name the section that a passage stands in, where it is another than before."""
        section = passages[number].section
        same = 0 <= before < len(passages) and passages[before].section == section
        if same or all(passage.section.id == section.id for passage in passages):
            return []
        heading = headings.heading(section, self._state.language)
        return indented(heading, GUTTER, columns, "heading")


def _marker(passages: Sequence[ComparedPassage], number: int) -> str:
    """Return the bullet of a passage; empty if there is none."""
    if not 0 <= number < len(passages):
        return ""
    return _KPI if passages[number].kpi_id is not None else passages[number].marker
