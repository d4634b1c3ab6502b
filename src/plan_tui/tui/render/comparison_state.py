"""The state of a comparison on the screen, and how its columns share the width.

The state says which counterpart stands in each column, which column is active, and which layer of
the differences is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from plan_tui.compare.sections.counterpart_differences import difference_of, fact_rows_of
from plan_tui.labels import absences
from plan_tui.labels.not_held import NONE_IN_TOPIC, NONE_KNOWN
from plan_tui.model import comparison
from plan_tui.model.comparison import (
    LITTLE,
    Comparison,
    Counterpart,
    DiffRow,
    FactRow,
    PhraseRuns,
    Run,
    Runs,
)
from plan_tui.model.comparison_enums import TextChange
from plan_tui.model.crosswalk import Topic
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import field, record, replaced
from plan_tui.text.vocabulary import StrEnum
from plan_tui.tui.render.line import EMPTY, SEPARATOR, STOPS, Line, Piece, columns_of, padded

STACKED_BELOW = 100
"""Columns below which the texts stand one above the other.

Chosen by eye: at 100 each of two texts has 48, which is 22 wide characters behind the signs; the
usual window of 80 would leave 17. Under 2 × `_LEAST` and the separator it could not be kept.
"""
_LEAST = 34
"""Columns that a text needs beside others: the signs, and 15 wide characters.

Chosen by eye. With it two editions stand beside the base from 108 columns on, three from 145; a
larger one shows fewer editions at once.
"""
_DIFFERENT = frozenset((TextChange.NEW, TextChange.GONE, TextChange.MOVED))
"""Roles of words that stand on one side only, or elsewhere on the other."""
_SEPARATOR = columns_of((SEPARATOR,))


class ComparisonLayer(StrEnum):
    """What of two texts is drawn."""

    WORDS = "words"
    """Their sentences, with the words that differ."""
    FACTS = "facts"
    """Their dates, numbers and names, with what became of each."""
    PLAIN = "plain"
    """Their sentences alone."""

    @property
    def following(self) -> ComparisonLayer:
        """The layer that comes next, the first after the last."""
        layers = list(ComparisonLayer)
        return layers[(layers.index(self) + 1) % len(layers)]


LAYERS: dict[ComparisonLayer, Phrase] = {
    ComparisonLayer.WORDS: Phrase("語", "words"),
    ComparisonLayer.FACTS: Phrase("事実", "facts"),
    ComparisonLayer.PLAIN: Phrase("本文", "plain"),
}


@record
class Side:
    """The other side of the base text: an edition's column, and which counterpart it shows."""

    column: comparison.EditionColumn
    number: int = 0
    """Index of the counterpart, taken modulo their count."""

    @property
    def counterpart(self) -> Counterpart | None:
        """The chosen counterpart; None if the edition has none."""
        counterparts = self.column.counterparts
        return counterparts[self.number % len(counterparts)] if counterparts else None


@record
class ComparisonState:
    """What the screen shows of a comparison; ``number`` is always the index of a side."""

    view: Comparison
    sides: tuple[Side, ...]
    """One for each edition that is compared, in order of time."""
    active: int
    """Index of the side whose differences the base text shows."""
    language: Language
    layer: ComparisonLayer = ComparisonLayer.WORDS
    notation: bool = False
    """True to mark what differs in notation alone."""
    topics: tuple[Topic, ...] = ()
    """Those that the base section stands in."""
    topic: Topic | None = None
    """The one to which the counterparts are narrowed; None for all of them."""
    rebound: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of commands → keys that the reader chose in place of ours."""

    def shares_little(self, number: int) -> bool:
        """Return whether so little is shared with the base that only phrases are marked."""
        counterpart = self.sides[number].counterpart
        return counterpart is not None and difference_of(counterpart).similarity < LITTLE

    def rows(self, number: int) -> tuple[DiffRow, ...]:
        """Return the pairs of sentences of a side, with the differences that the layer shows."""
        counterpart = self.sides[number].counterpart
        return self._shown(difference_of(counterpart).rows) if counterpart is not None else ()

    def stops(self, number: int) -> frozenset[str]:
        """Return the roles of the words of a side at which `n` stops.

        Where texts share little that is at what differs between sentences that stand for each
        other, or, if none do, at the phrases that are shared.
        """
        return _DIFFERENT if self.shares_little(number) and self.differs(number) else STOPS

    def differs(self, number: int) -> bool:
        """Return whether there are differences to go through, not only shared phrases."""
        return not self.shares_little(number) or any(
            run.op in _DIFFERENT
            for row in self.rows(number)
            if not isinstance(row.right, PhraseRuns)
            for run in row.right
        )

    def facts(self, number: int) -> tuple[FactRow, ...]:
        """Return what became of each fact of the base in a side's edition, and what is added.

        All counterparts of the edition have a say; of what they add, only the chosen one.
        """
        side = self.sides[number]
        chosen = side.counterpart
        if chosen is None:
            return ()
        others = [other for other in side.column.counterparts if other is not chosen]
        rows = fact_rows_of(chosen, others)
        return tuple(row for row in rows if row.left or row.section == chosen.section)

    def base_is_older(self, number: int) -> bool:
        """Return whether the base is of an earlier edition than a side."""
        return self.view.base.edition.ordinal < self.sides[number].column.edition.ordinal

    @property
    def side(self) -> Side | None:
        """The active side; None where no edition is compared."""
        return self.sides[self.active] if self.sides else None

    def visible(self, columns: int) -> tuple[int, ...]:
        """Return the indices of the sides that fit beside the base, the active among them."""
        if columns < STACKED_BELOW:
            return (self.active,) if self.sides else ()
        fitting = (columns + _SEPARATOR) // (_LEAST + _SEPARATOR) - 1
        count = max(1, min(fitting, len(self.sides)))
        first = max(0, min(self.active, len(self.sides) - count))
        return tuple(range(first, min(first + count, len(self.sides))))

    def base_at(self, visible: Sequence[int]) -> int:
        """Return at which place the base stands among visible sides, in order of time."""
        return sum(not self.base_is_older(number) for number in visible)

    def _shown(self, rows: tuple[DiffRow, ...]) -> tuple[DiffRow, ...]:
        """Return rows without the differences that the layer hides."""
        hidden = self.layer is not ComparisonLayer.WORDS
        if not hidden and self.notation:
            return rows
        return tuple(
            replaced(row, left=self._runs(row, row.left), right=self._runs(row, row.right))
            if hidden or _has_notation(row.left) or _has_notation(row.right)
            else row
            for row in rows
        )

    def _runs(self, row: DiffRow, runs: Runs) -> tuple[Run, ...]:
        hidden = self.layer is not ComparisonLayer.WORDS
        same = TextChange.MOVED if row.is_moved and not hidden else TextChange.SAME
        return tuple(
            Run(same, run.text) if hidden or run.op is TextChange.NOTATION else run for run in runs
        )


def _has_notation(runs: Runs) -> bool:
    """Tell whether some runs differ in notation alone; beside phrases in common none does."""
    return not isinstance(runs, PhraseRuns) and TextChange.NOTATION in [run.op for run in runs]


def size_of(columns: int, count: int) -> int:
    """Return the columns of each text when ``count`` stand side by side."""
    return (columns - _SEPARATOR * (count - 1)) // count


def absence(state: ComparisonState, side: Side) -> Phrase:
    """Say that a side has no counterpart: as the edition's statement does, or in this topic."""
    absent = absences.absence(side.column) or NONE_KNOWN
    return NONE_IN_TOPIC if absent is NONE_KNOWN and state.topic is not None else absent


def beside(cells: Sequence[Sequence[Line]], size: int, base_at: int = 0) -> list[Line]:
    """Return columns of lines side by side, each ``size`` columns of the terminal wide.

    The first column, that of the base, is drawn at place ``base_at``. The lines have its anchor,
    and the mark of `n` before the first text that it stops at.
    """
    rows = zip_longest(*cells, fillvalue=EMPTY)
    return [row_beside(row, size, base_at) for row in rows]


def row_beside(cells: Sequence[Line], size: int, base_at: int) -> Line:
    """Return one line of each column side by side, as `beside` does all."""
    base, *others = cells
    pieces: list[Piece] = []
    mark = -1
    for number, cell in enumerate((*others[:base_at], base, *others[base_at:])):
        if number:
            pieces.append(SEPARATOR)
        if cell.hit and mark < 0:
            mark = len(pieces) + cell.mark
        pieces += padded(cell, size)
    return Line(tuple(pieces), base.anchor, hit=mark >= 0, mark=mark)
