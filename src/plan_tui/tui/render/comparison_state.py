"""What the comparison shows: which counterpart in each column, which layer of the differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from plan_tui.compare.sections.counterpart_differences import difference_of, fact_rows_of
from plan_tui.labels import terms
from plan_tui.model import comparison
from plan_tui.model.comparison import LITTLE, Comparison, Counterpart, DiffRow, Run
from plan_tui.model.crosswalk import Topic
from plan_tui.model.enums import TextChange
from plan_tui.model.tracks import FactRow
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.render.line import EMPTY, RULE, STOPS, Line, Piece, padded

NONE = Phrase("対応箇所なし（収録テキスト内）", "No counterpart in the text we hold")
NONE_HERE = Phrase("この事項の対応箇所なし", "No counterpart in this topic")

STACKED_BELOW = 100
"""Columns below which the texts stand one above the other."""
_DIFFERENT = frozenset((TextChange.NEW, TextChange.GONE))
"""Roles of words that differ."""
LEAST = 34
"""Columns that a text needs beside others."""
SEPARATOR = " | "


class ComparisonLayer(StrEnum):
    """What of two texts is shown."""

    WORDS = "words"
    FACTS = "facts"
    PLAIN = "plain"

    @property
    def following(self) -> ComparisonLayer:
        """The layer that comes next, the first after the last."""
        every = list(ComparisonLayer)
        return every[(every.index(self) + 1) % len(every)]


LAYERS: dict[ComparisonLayer, Phrase] = {
    ComparisonLayer.WORDS: Phrase("語", "words"),
    ComparisonLayer.FACTS: Phrase("事実", "facts"),
    ComparisonLayer.PLAIN: Phrase("本文", "plain"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """A column as it is to be shown: which of its counterparts, if it has any."""

    column: comparison.EditionColumn
    number: int = 0
    """Which counterpart, from 0."""

    @property
    def counterpart(self) -> Counterpart | None:
        """The chosen counterpart."""
        found = self.column.counterparts
        return found[self.number % len(found)] if found else None


@dataclass(frozen=True, slots=True)
class ComparisonState:
    """What the screen shows of a comparison."""

    view: Comparison
    sides: tuple[Side, ...]
    active: int
    language: Language
    layer: ComparisonLayer = ComparisonLayer.WORDS
    notation: bool = False
    """True to show what differs in notation alone."""
    topics: tuple[Topic, ...] = ()
    """Those that the base section stands in."""
    topic: Topic | None = None
    """The one to which the counterparts are narrowed."""

    def loose(self, number: int) -> bool:
        """Return whether a column shares so little with the base that only phrases are marked."""
        counterpart = self.sides[number].counterpart
        return counterpart is not None and difference_of(counterpart).similarity < LITTLE

    def rows(self, number: int) -> tuple[DiffRow, ...]:
        """Return a column's rows with the differences that the layer shows."""
        counterpart = self.sides[number].counterpart
        return self._shown(difference_of(counterpart).rows) if counterpart is not None else ()

    def stops(self, number: int) -> frozenset[str]:
        """Return the roles of the words of a column at which `n` stops.

        Where texts share little that is at what differs between sentences that stand for each
        other, or, if none do, at the phrases that are shared.
        """
        return _DIFFERENT if self.loose(number) and self.differs(number) else STOPS

    def differs(self, number: int) -> bool:
        """Return whether there are differences to go through, not only shared phrases."""
        return not self.loose(number) or any(
            run.op in _DIFFERENT for row in self.rows(number) for run in row.right
        )

    def facts(self, number: int) -> tuple[FactRow, ...]:
        """Return a column's facts."""
        counterpart = self.sides[number].counterpart
        return fact_rows_of(counterpart) if counterpart is not None else ()

    def base_is_older(self, number: int) -> bool:
        """Return whether the base stands before a column's edition in time."""
        return self.view.base.edition.ordinal < self.sides[number].column.edition.ordinal

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

    def _shown(self, rows: tuple[DiffRow, ...]) -> tuple[DiffRow, ...]:
        if self.layer is ComparisonLayer.WORDS and self.notation:
            return rows
        return tuple(
            replace(row, left=self._runs(row.left), right=self._runs(row.right)) for row in rows
        )

    def _runs(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        hidden = self.layer is not ComparisonLayer.WORDS
        return tuple(
            Run(TextChange.SAME, run.text) if hidden or run.op is TextChange.NOTATION else run
            for run in runs
        )


def size_of(columns: int, count: int) -> int:
    """Return the columns of each text when ``count`` stand side by side."""
    return (columns - len(SEPARATOR) * (count - 1)) // count


def absence(table: ComparisonState, side: Side) -> Phrase:
    """Say that a column has no counterpart: on purpose, in this topic, or as far as is known."""
    if side.column.verdict:
        return NONE
    return NONE_HERE if table.topic is not None else terms.NONE_KNOWN


def beside(cells: Sequence[Sequence[Line]], size: int) -> list[Line]:
    """Return columns of lines side by side, each ``size`` wide."""
    made = []
    for row in zip_longest(*cells, fillvalue=EMPTY):
        pieces: list[Piece] = []
        mark = -1
        for number, one in enumerate(row):
            if number:
                pieces.append(Piece(SEPARATOR, RULE))
            if one.hit and mark < 0:
                mark = len(pieces) + one.mark
            pieces += padded(one, size)
        made.append(Line(tuple(pieces), row[0].place, hit=mark >= 0, mark=mark))
    return made
