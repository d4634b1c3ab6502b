"""Cells of a comparison: the sentences of one text that stand for a stretch of the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import cache
from itertools import accumulate

from plan_tui.labels.measure_names import KPI_KINDS
from plan_tui.model import headings
from plan_tui.model.comparison import ComparedPassage, DiffRow, PhraseRuns, Runs, text_of
from plan_tui.model.comparison_enums import TextChange
from plan_tui.text.ranges import Range
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum
from plan_tui.text.width import width
from plan_tui.text.wrap import wrap
from plan_tui.tui.render.comparison_state import ComparisonState
from plan_tui.tui.render.difference_signs import GUTTER, SIGN_ROLES, sign_of
from plan_tui.tui.render.line import (
    STOPS,
    Line,
    Paragraph,
    Piece,
    Style,
    cleaned,
    indented_paragraph,
)
from plan_tui.tui.render.line_blocks import LineBlock

_ROLES = frozenset(TextChange) - {TextChange.SAME}
"""Runs that are drawn in a role of their own name."""
_WITH_OWN_SIGN = _ROLES - {TextChange.OTHER, TextChange.SHARED}
_SHARED_OP = frozenset((TextChange.SHARED,))
_OF_PHRASES = _SHARED_OP | {TextChange.OTHER}
"""All that is said of a sentence of which phrases in common are marked."""
_NO_STOPS = _NO_SIGNS = frozenset[str]()
_KPI = "KPI"
"""Stands where a paragraph has its bullet."""


class Half(StrEnum):
    """One of the two texts of a pair."""

    BASE = "base"
    OTHER = "other"


def sentence_block(
    runs: Runs,
    columns: int,
    marker: str,
    joint: str | None = None,
    stops: frozenset[str] = STOPS,
) -> LineBlock:
    """Return the lines of one sentence, with a sign before each that differs.

    Args:
        runs: The sentence's characters, shared and different ones.
        columns: Of the terminal, for the sign and the text.
        marker: Its bullet or number, or as many blanks; empty for none.
        joint: What was printed between it and the sentence above; None for a new paragraph.
        stops: Roles at which `n` stops, at most once in a sentence.
    """
    text = cleaned(text_of(runs).rstrip("\n"))
    indent = width(marker) + 1 if marker else 0
    ranges = wrap(text, columns - GUTTER - indent)
    sentence = _Sentence(text, runs, ranges, marker, indent, joint)
    may_stop = not (isinstance(runs, PhraseRuns) and _OF_PHRASES.isdisjoint(stops))
    stop = _first_line_with(stops, text, runs, ranges) if may_stop else -1
    return LineBlock(len(ranges), sentence.draw, stop, sentence.signs(), sentence.shares)


@record(eq=False)
class _Sentence:
    text: str
    """As it is drawn."""
    runs: Runs
    ranges: Sequence[Range]
    """Where its lines stand in the text."""
    marker: str
    indent: int
    """Columns of the marker."""
    joint: str | None

    def draw(self) -> list[Line]:
        marker, indent, ranges = self.marker, self.indent, self.ranges
        first = (Piece(f"{marker} ", "label", decorative=marker == _KPI),) if marker else ()
        rest = (Piece(" " * indent),) if marker else ()
        styles = _styles(self.runs)
        paragraph = Paragraph(self.text, styles, "text", "", first, rest, joint=self.joint)
        signs = _signs(self.text, self.runs, ranges)
        return [
            Line((Piece(sign, SIGN_ROLES[sign], decorative=True), *line.pieces), mark=0)
            for line, sign in zip(paragraph.drawn(ranges), signs, strict=True)
        ]

    def signs(self) -> frozenset[str]:
        """Return which signs with a meaning, but for that of a phrase, stand before some line."""
        runs = self.runs
        if isinstance(runs, PhraseRuns) or _WITH_OWN_SIGN.isdisjoint([run.op for run in runs]):
            return _NO_SIGNS
        return frozenset(_signs(self.text, runs, self.ranges))

    def shares(self) -> bool:
        """Tell whether a phrase in common is seen on some line."""
        return _first_line_with(_SHARED_OP, self.text, self.runs, self.ranges) >= 0


def _styles(runs: Runs) -> tuple[Style, ...]:
    ends = accumulate(len(run.text) for run in runs)
    placed = zip(runs, ends, strict=True)
    return tuple(Style(end - len(run.text), end, run.op) for run, end in placed if run.op in _ROLES)


def _first_line_with(stops: Collection[str], text: str, runs: Runs, ranges: Sequence[Range]) -> int:
    """Return the number of the first line on which something of some roles is seen; -1 if none."""
    at = 0
    for run in runs:
        if run.op in stops:
            part = text[at : at + len(run.text)]
            if part.strip():
                first = at + len(part) - len(part.lstrip())
                return bisect_right(ranges, first, key=_start) - 1
        at += len(run.text)
    return -1


def _start(of: Range) -> int:
    return of[0]


def _signs(text: str, runs: Runs, ranges: Sequence[Range]) -> list[str]:
    """Return the sign of each line of a sentence, by the roles of what is seen on it."""
    ops = [run.op for run in runs]
    starts = list(accumulate((len(run.text) for run in runs), initial=0))
    signs = []
    for start, end in ranges:
        first, after = bisect_right(starts, start) - 1, bisect_left(starts, end)
        roles = {
            ops[n]
            for n in range(first, after)
            if text[max(starts[n], start) : min(starts[n + 1], end)].strip()
        }
        signs.append(sign_of(roles, is_moved=TextChange.MOVED in ops))
    return signs


class CellWriter:
    """Draws the cells of one comparison, from top to bottom in each column.

    It knows which passage each column stands in, so that a bullet is drawn once and sentences of
    one paragraph are joined when they are selected.
    """

    def __init__(self, state: ComparisonState) -> None:
        self._state = state
        self._stops = cache(self._stops_of)
        self._is_of_one_section = cache(self._has_one_section)
        self._passage: dict[tuple[int, Half], int] = {}
        """Column → index of the passage that its last sentence stands in."""
        self._joint: dict[tuple[int, Half], str] = {}
        """Column → what was printed after its last sentence."""

    def cell(self, side: int, half: Half, rows: Sequence[DiffRow], columns: int) -> list[LineBlock]:
        """Return the sentences of one half of ``rows``, which are those of a side."""
        passages = self._passages(side, half)
        blocks: list[LineBlock] = []
        for row in rows:
            runs = row.left if half is Half.BASE else row.right
            number = row.left_passage if half is Half.BASE else row.right_passage
            if runs:
                blocks += self._sentence(side, half, runs, passages, number, columns)
        return blocks

    def _passages(self, side: int, half: Half) -> Sequence[ComparedPassage]:
        counterpart = self._state.sides[side].counterpart
        assert counterpart is not None
        return counterpart.left if half is Half.BASE else counterpart.right

    def _stops_of(self, side: int, half: Half) -> frozenset[str]:
        """Return the roles at which `n` stops: where texts share little, none of the base."""
        is_passed = half is Half.BASE and self._state.shares_little(side)
        return _NO_STOPS if is_passed else self._state.stops(side)

    def _has_one_section(self, side: int, half: Half) -> bool:
        return len({passage.section.id for passage in self._passages(side, half)}) == 1

    def _sentence(
        self,
        side: int,
        half: Half,
        runs: Runs,
        passages: Sequence[ComparedPassage],
        number: int,
        columns: int,
    ) -> list[LineBlock]:
        """Return a sentence of passage ``number``, below the passage's heading where it begins."""
        before = self._passage.get((side, half), -1)
        marker = _marker(passages, number)
        joint = None
        blocks: list[LineBlock] = []
        if number != before:
            if not self._is_of_one_section(side, half):
                blocks = self._heading(passages, number, before, columns)
            blocks = [*blocks, *self._indicators(passages, number, before, columns)]
            self._passage[(side, half)] = number
        else:
            marker = " " * width(marker)
            joint = self._joint.get((side, half))
        blocks.append(sentence_block(runs, columns, marker, joint, self._stops(side, half)))
        self._joint[(side, half)] = "\n" if text_of(runs).endswith("\n") else ""
        return blocks

    def _heading(
        self, passages: Sequence[ComparedPassage], number: int, before: int, columns: int
    ) -> list[LineBlock]:
        """Name the section that a passage stands in, where it is another than before."""
        section = passages[number].section
        if 0 <= before < len(passages) and passages[before].section.id == section.id:
            return []
        heading = headings.heading(section, self._state.language)
        return [LineBlock.of_paragraph(indented_paragraph(heading, GUTTER, "heading"), columns)]

    def _indicators(
        self, passages: Sequence[ComparedPassage], number: int, before: int, columns: int
    ) -> list[LineBlock]:
        """Name the kind of indicators that begin with a passage."""
        kind, section = passages[number].kpi_kind, passages[number].section
        known = passages[before] if 0 <= before < len(passages) else None
        if kind is None or (known and (known.kpi_kind, known.section) == (kind, section)):
            return []
        words = KPI_KINDS[kind].say(self._state.language)
        return [LineBlock.of_paragraph(indented_paragraph(words, GUTTER, "label"), columns)]


def _marker(passages: Sequence[ComparedPassage], number: int) -> str:
    """Return the bullet of a passage; empty if there is none."""
    if not 0 <= number < len(passages):
        return ""
    return _KPI if passages[number].kpi_id is not None else passages[number].marker
