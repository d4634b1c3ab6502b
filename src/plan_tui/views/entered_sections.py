"""Which section the rows of a comparison speak of: its own, or one below it."""

from __future__ import annotations

from plan_tui.compare.sections.counterpart_differences import difference_of
from plan_tui.model.records import Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.comparison import ComparedPassage, Counterpart

Entered = tuple[Section | None, Section | None]


def sections_of(other: Counterpart) -> list[Entered]:
    """Return for each row the section that its left and its right sentence stand in."""
    return [
        (_section(other.left, row.left_passage), _section(other.right, row.right_passage))
        for row in difference_of(other).rows
    ]


def _section(pieces: Sequence[ComparedPassage], index: int) -> Section | None:
    return pieces[index].section if 0 <= index < len(pieces) else None


def newly_entered(other: Counterpart, base: Section) -> list[Entered]:
    """Return for each row the sections that a side comes to there; None where it stays.

    The compared sections themselves need no naming at the start, so a side that never leaves
    them gives None throughout.
    """
    current = [base.id, other.section.id]
    pairs = []
    for pair in sections_of(other):
        entered: list[Section | None] = [None, None]
        for side, section in enumerate(pair):
            if section is not None and section.id != current[side]:
                current[side] = section.id
                entered[side] = section
        pairs.append((entered[0], entered[1]))
    return pairs
