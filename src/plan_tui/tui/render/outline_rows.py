"""The outlines of two editions as rows: each heading with the changes that speak of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plan_tui.model.comparison_enums import ChangeGroup
from plan_tui.model.outline_changes import Change, Changes, Continuation, SectionChange
from plan_tui.model.records import Section
from plan_tui.text.record import record


@record
class OutlineRow:
    """A heading of one of the two outlines that are compared."""

    section: Section
    changes: tuple[Change, ...]
    """The changes that name it; none for a heading that only holds others."""
    stated: SectionChange | None
    """What the other edition has of it."""
    level: int
    """Depth below the shallowest heading shown, from 0."""
    newer: bool
    """True for a heading of the newer edition."""
    shared: int = 0
    """Other headings of the same edition with a counterpart in common with it."""

    @property
    def group(self) -> ChangeGroup | None:
        """What is said of it; None for a heading that only stands above others that are shown."""
        return self.stated.group if self.changes and self.stated else None


def counterparts(change: Change, row: OutlineRow) -> list[tuple[Section, Continuation]]:
    """Return the sections at the other end of a change from a row, and how much goes on there."""
    if not row.newer:
        return [(each.section, each) for each in change.continuations]
    return [
        (change.older, each)
        for each in change.continuations
        if change.older and each.section.id == row.section.id
    ]


def rows_of_older(view: Changes, outline: Sequence[Section]) -> list[OutlineRow]:
    """Return the older edition's headings that changes speak of, and those above them."""
    headings = [section for section in outline if section.edition_id == view.older.id]
    changes = _by_section(view, lambda change: [change.older] if change.older else [])
    return _rows(headings, changes, view, newer=False)


def rows_of_newer(view: Changes, outline: Sequence[Section]) -> list[OutlineRow]:
    """Return the newer edition's headings that changes speak of, and those above them."""
    headings = [section for section in outline if section.edition_id == view.newer.id]
    return _rows(headings, _by_section(view, lambda change: change.newer), view, newer=True)


def _by_section(
    view: Changes, sections: Callable[[Change], Sequence[Section]]
) -> dict[int, list[Change]]:
    """Return for each section's id the changes that speak of it."""
    changes: dict[int, list[Change]] = {}
    for change in view.rows:
        for section in sections(change):
            changes.setdefault(section.id, []).append(change)
    return changes


def _rows(
    headings: Sequence[Section], changes: dict[int, list[Change]], view: Changes, *, newer: bool
) -> list[OutlineRow]:
    """Return the rows of one outline; ``changes`` are those of a section's id."""
    shown = _with_ancestors(headings, changes)
    sections = [section for section in headings if section.id in shown]
    top = min((section.depth for section in sections), default=1)
    reached_from: dict[int, set[int]] = {}
    for section_id, of_section in changes.items():
        for counterpart_id in _other_ends(of_section, newer=newer):
            reached_from.setdefault(counterpart_id, set()).add(section_id)
    rows = []
    for section in sections:
        of_row = changes.get(section.id, [])
        sharing = [reached_from[other_id] for other_id in _other_ends(of_row, newer=newer)]
        shared = len(set().union(*sharing) - {section.id})
        stated = view.stated.get(section.id)
        rows.append(OutlineRow(section, tuple(of_row), stated, section.depth - top, newer, shared))
    return rows


def _other_ends(changes: Sequence[Change], *, newer: bool) -> set[int]:
    """Return the ids of the sections of the other edition that changes name."""
    if newer:
        return {change.older.id for change in changes if change.older}
    return {each.section.id for change in changes for each in change.continuations}


def _with_ancestors(headings: Sequence[Section], changes: dict[int, list[Change]]) -> set[int]:
    """Return the ids of the sections with changes and of those above them."""
    parents = {section.id: section.parent_id for section in headings}
    shown: set[int] = set()
    for section in headings:
        section_id: int | None = section.id if section.id in changes else None
        while section_id is not None and section_id not in shown:
            shown.add(section_id)
            section_id = parents.get(section_id)
    return shown
