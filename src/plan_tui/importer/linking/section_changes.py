"""What every other edition has of a section: the one statement that all views repeat.

By the asserted links of the section first, of which mentions at its own end say nothing of it:
whole sections tell a relation, parts "in part". Else, where sections below it go on, that they
do; else a mention, a verdict, the best suggestion. Where there is none of all these nobody knows.
"""

from __future__ import annotations

from collections import defaultdict

from plan_tui.importer.linking.section_editions import edition_of_section
from plan_tui.model.comparison_enums import (
    ChangeKind,
    Extent,
    Relation,
)
from plan_tui.model.headings import joined_reasons
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import LinkRow, SectionChangeRow, VerdictRow
from plan_tui.store.source_rows import SectionRow
from plan_tui.text.record import record

_GOING_ON = (
    *(ChangeKind.CONTINUED, ChangeKind.RENAMED, ChangeKind.MERGED, ChangeKind.SPLIT),
    *(ChangeKind.PART, ChangeKind.BELOW),
)
_ONWARDS = (Relation.SPLIT, Relation.CONTINUED, Relation.MERGED, Relation.RENAMED)
"""Which of several relations tells what became of a section."""
_BACKWARDS = (Relation.CONTINUED, Relation.MERGED, Relation.SPLIT, Relation.RENAMED)
"""Which of them tells where a section comes from."""


@record
class _End:
    """A link, seen from one of its sections."""

    link: LinkRow
    here: Extent
    there: Extent
    onwards: bool
    """True from the earlier section."""


def section_change_rows(rows: DatabaseRows) -> list[SectionChangeRow]:
    """Return a row for each section whose text is held and each other edition."""
    return _Statements(rows).rows()


def without_those_that_go_on(rows: DatabaseRows) -> list[VerdictRow]:
    """Return the verdicts but for those on sections below which others go on."""
    below = {
        (row.section_id, row.edition_id)
        for row in rows.section_changes
        if row.change is ChangeKind.BELOW
    }
    return [
        verdict
        for verdict in rows.verdicts
        if (verdict.section_id, verdict.edition_id) not in below
    ]


class _Statements:
    def __init__(self, rows: DatabaseRows) -> None:
        self._sections = [section for section in rows.sections if not section.toc_only]
        self._edition = edition_of_section(rows)
        self._editions = [row.id for row in sorted(rows.editions, key=lambda row: row.ordinal)]
        self._verdicts = {(row.section_id, row.edition_id): row for row in rows.verdicts}
        self._ends: dict[tuple[int, str], list[_End]] = defaultdict(list)
        for link in rows.links:
            earlier, later = link.from_section_id, link.to_section_id
            onwards = _End(link, link.from_extent, link.to_extent, onwards=True)
            backwards = _End(link, link.to_extent, link.from_extent, onwards=False)
            self._ends[earlier, self._edition[later]].append(onwards)
            self._ends[later, self._edition[earlier]].append(backwards)
        self._children: dict[int, list[SectionRow]] = defaultdict(list)
        for section in self._sections:
            if section.parent_id is not None:
                self._children[section.parent_id].append(section)

    def rows(self) -> list[SectionChangeRow]:
        """Return the rows, by section in the order of the outline, then by edition."""
        stated: dict[tuple[int, str], SectionChangeRow] = {}
        for section in reversed(self._sections):  # what stands below comes first
            for edition in self._editions:
                if edition != self._edition[section.id]:
                    stated[section.id, edition] = self._row(section, edition, stated)
        return [
            stated[section.id, edition]
            for section in self._sections
            for edition in self._editions
            if edition != self._edition[section.id]
        ]

    def _row(
        self, section: SectionRow, edition: str, stated: dict[tuple[int, str], SectionChangeRow]
    ) -> SectionChangeRow:
        below = [stated[child.id, edition] for child in self._children[section.id]]
        ends = [end for end in self._ends[section.id, edition] if end.here is not Extent.MENTION]
        asserted = [end for end in ends if end.link.accepted]
        suggested = [end for end in ends if not end.link.accepted]
        change, accepted, telling = self._change(asserted, suggested, below)
        verdict = self._verdicts.get((section.id, edition))
        if verdict and (not accepted or str(change) == str(verdict.verdict)):
            return _row_of_verdict(verdict, below)
        reason, reason_en = joined_reasons(end.link for end in telling)
        return SectionChangeRow(
            section_id=section.id,
            edition_id=edition,
            change=change,
            accepted=accepted,
            score=max((end.link.score for end in telling), default=0.0),
            below=_going_on(below),
            below_all=len(below),
            reason=reason,
            reason_en=reason_en,
        )

    def _change(
        self, asserted: list[_End], suggested: list[_End], below: list[SectionChangeRow]
    ) -> tuple[ChangeKind, bool, list[_End]]:
        """Return what is said, whether it is asserted, and the links that say it."""
        counterparts = [end for end in asserted if end.there is not Extent.MENTION]
        relations = {end.link.relation for end in counterparts if end.link.relation}
        order = _ONWARDS if counterparts and counterparts[0].onwards else _BACKWARDS
        if relations:
            told = min(relations, key=order.index)
            return ChangeKind(told), True, counterparts
        if _going_on(below):
            return ChangeKind.BELOW, True, counterparts
        if counterparts:
            return ChangeKind.PART, True, counterparts
        if asserted or any(row.change is ChangeKind.MENTION for row in below):
            return ChangeKind.MENTION, True, asserted
        kinds = {row.change for row in below}
        settled = all(row.accepted for row in below)
        if settled and len(kinds) == 1 and kinds <= {ChangeKind.NEW, ChangeKind.DROPPED}:
            return kinds.pop(), True, []
        if suggested:
            best = max(suggested, key=lambda end: end.link.score)
            return ChangeKind(best.link.relation or ChangeKind.PART), False, [best]
        return ChangeKind.UNKNOWN, False, []


def _going_on(rows: list[SectionChangeRow]) -> int:
    """Count the sections that an asserted link leads on, themselves or below them."""
    return sum(row.accepted and row.change in _GOING_ON for row in rows)


def _row_of_verdict(verdict: VerdictRow, below: list[SectionChangeRow]) -> SectionChangeRow:
    return SectionChangeRow(
        section_id=verdict.section_id,
        edition_id=verdict.edition_id,
        change=ChangeKind(verdict.verdict),
        accepted=verdict.accepted,
        score=0.0,
        below=0,
        below_all=len(below),
        reason=verdict.reason,
        reason_en=verdict.reason_en,
    )
