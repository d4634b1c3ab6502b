"""A table of old and new: passages that belong together, side by side, one column an edition."""

from __future__ import annotations

from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.comparison import ComparedPassage, Comparison, Mark
    from plan_tui.model.records import Edition


class RowState(StrEnum):
    """What became of a passage from an earlier edition to a later one."""

    SAME = "same"
    NOTATION = "notation"
    """The same but for notation."""
    CHANGED = "changed"
    MOVED = "moved"
    """Stands elsewhere in the later text."""
    ADDED = "added"
    """Only in the later of the texts compared."""
    REMOVED = "removed"
    """Only in the earlier of the texts compared."""
    ELSEWHERE = "elsewhere"
    """Said by the other text in a sentence of another row, or as a part of one."""
    FIRST = "first"
    """Of a section of which nothing stands in the text held of the earlier edition."""
    NOT_COMPARED = "not_compared"
    """Nothing of the other edition is put beside it."""
    NOT_HELD = "not_held"
    """The other edition's counterpart has no text: only its heading is held."""


class RowOrder(StrEnum):
    """Which text the rows follow."""

    NEWER = "newer"
    OLDER = "older"


@record
class PlacedSentence:
    """A sentence in a cell."""

    passage: ComparedPassage
    """The passage that it stands in."""
    offset: int
    """Characters of the passage before it."""
    text: str
    changed: tuple[Mark, ...] = ()
    """The ranges of its words that differ from the texts beside it."""

    @property
    def place(self) -> tuple[int, int | None, int | None, int]:
        """Where it stands; the same for the same sentence in every group."""
        passage = self.passage
        return passage.section.id, passage.block_id, passage.kpi_id, self.offset


@record
class RowStep:
    """What a row says of two of its editions."""

    state: RowState
    older: int
    """The column of the earlier one."""
    newer: int
    suggested: bool = False
    """Whether nobody has confirmed that the two texts belong together."""


@record
class OldNewRow:
    """Passages that belong together."""

    cells: tuple[tuple[PlacedSentence, ...], ...]
    """One for each edition of the table, oldest first; empty where it has none."""
    steps: tuple[RowStep, ...]
    """Each once, the earliest first."""
    lacking: frozenset[int] = frozenset()
    """The columns, oldest 0, in whose text nothing of the row was found."""
    elsewhere: frozenset[int] = frozenset()
    """Those whose text says it in another row; the others that are empty were not compared."""

    @property
    def unchanged(self) -> bool:
        """Whether all of its texts are the same."""
        return {step.state for step in self.steps} == {RowState.SAME}


@record
class OldNewGroup:
    """A section beside its counterparts."""

    comparison: Comparison
    rows: tuple[OldNewRow, ...]
    """None of a heading whose text is that of the sections below, which are groups as well."""


@record
class OldNewTable:
    """The table, whole."""

    editions: tuple[Edition, ...]
    """The columns, oldest first."""
    groups: tuple[OldNewGroup, ...]
