"""What became of an edition's outline in a later one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

from plan_tui.errors import UsageError
from plan_tui.model.crosswalk import Verdict
from plan_tui.model.enums import ChangeGroup, ChangeKind, Relation
from plan_tui.model.records import Link, Section
from plan_tui.model.tracks import Change, Changes
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.grammar import Query
from plan_tui.query.selector import heading_test
from plan_tui.store.crosswalk_queries import links_between, verdicts
from plan_tui.store.edition_lookup import edition_named
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase

_NOT_LATER = Phrase(
    "{newer}は{older}より後の版でない。古い版を先に書く",
    "{newer} is not later than {older}; name the older first",
)


def changes(
    plan: Plan,
    from_edition: str,
    to_edition: str,
    query: Query | None = None,
    relations: Collection[ChangeKind] | None = None,
) -> Changes:
    """Return the changes of the outline from one edition to a later one.

    Rows are the leaves of both outlines, and those headings above leaves of which something is
    said on purpose. A row is kept if one of its sections meets ``query`` (filters, and words in
    the heading, in any spelling) and its relation is among ``relations``; contents-only entries
    have no rows.

    Raises:
        UsageError: an unknown edition, or the second is not later than the first.

    """
    older = edition_named(plan, from_edition)
    newer = edition_named(plan, to_edition)
    if newer.ordinal <= older.ordinal:
        raise UsageError(_NOT_LATER.of(older=from_edition, newer=to_edition))
    outline = [section for section in plan.sections() if not section.toc_only]
    rows = _ChangeRows(
        [section for section in outline if section.edition_id == older.id],
        [section for section in outline if section.edition_id == newer.id],
        links_between(plan, older.id, newer.id),
        {v.section_id: v for v in verdicts(plan) if v.edition_id in (older.id, newer.id)},
    )
    keeps = heading_test(query, FilterFacts(plan)) if query else None
    chosen = tuple(
        row
        for row in (*rows.changes_of_older(), *rows.origins())
        if (not relations or row.relation in relations)
        and (keeps is None or any(map(keeps, filter(None, (row.older, *row.newer)))))
    )
    counts = Counter(row.group for row in chosen)
    return Changes(
        older, newer, chosen, {group: counts[group] for group in ChangeGroup if counts[group]}
    )


class _ChangeRows:
    """Lays the links and verdicts between two outlines out as rows."""

    def __init__(
        self,
        older: list[Section],
        newer: list[Section],
        links: tuple[Link, ...],
        verdicts: dict[int, Verdict],
    ) -> None:
        self._older, self._newer, self._verdicts = older, newer, verdicts
        self._sections = {section.id: section for section in (*older, *newer)}
        self._order = {section.id: n for n, section in enumerate((*older, *newer))}
        self._out: dict[int, list[Link]] = defaultdict(list)
        self._in: dict[int, list[Link]] = defaultdict(list)
        for link in links:
            if {link.from_section_id, link.to_section_id} <= set(self._sections):
                self._out[link.from_section_id].append(link)
                self._in[link.to_section_id].append(link)
        self._shown: set[int] = set()
        parents = {section.parent_id for section in (*older, *newer)}
        self._leaves = {section.id for section in (*older, *newer)} - parents

    def changes_of_older(self) -> list[Change]:
        """Return what became of each older section."""
        rows = []
        for section in self._older:
            links = self._out[section.id]
            asserted = [link for link in links if link.accepted]
            stated = self._verdicts.get(section.id)
            if asserted:
                rows.append(self._linked(section, asserted))
            elif stated:
                rows.append(
                    Change(section, (), ChangeKind(stated.verdict), True, 0.0, stated.reason)
                )
            elif section.id in self._leaves:
                rows.append(self._open(section, links[:1]))
        self._shown = {section.id for row in rows for section in row.newer}
        return rows

    def origins(self) -> list[Change]:
        """Return the newer sections that no older one leads to; call after `changes_of_older`."""
        rows = []
        for section in self._newer:
            if section.id in self._shown:
                continue
            stated = self._verdicts.get(section.id)
            links = self._in[section.id]
            if stated:
                rows.append(
                    Change(None, (section,), ChangeKind(stated.verdict), True, 0.0, stated.reason)
                )
            elif section.id in self._leaves and links:
                rows.append(self._linked(self._sections[links[0].from_section_id], links[:1]))
            elif section.id in self._leaves:
                rows.append(Change(None, (section,), ChangeKind.UNKNOWN, False, 0.0, ""))
        return rows

    def _open(self, section: Section, links: list[Link]) -> Change:
        """Return the row of a section of which nothing is asserted."""
        return (
            self._linked(section, links)
            if links
            else Change(section, (), ChangeKind.UNKNOWN, False, 0.0, "")
        )

    def _linked(self, section: Section, links: list[Link]) -> Change:
        ids = sorted({link.to_section_id for link in links}, key=lambda i: self._order[i])
        reasons = dict.fromkeys(link.reason for link in links if link.reason)
        return Change(
            older=section,
            newer=tuple(self._sections[i] for i in ids),
            relation=self._relation(links),
            asserted=links[0].accepted,
            score=links[0].score,
            reason="；".join(reasons),
        )

    def _relation(self, links: list[Link]) -> ChangeKind:
        """Return what a section became by its links to whole sections, if it has any.

        A section that is split is split; else its most specific counterpart tells.
        """
        telling = [link for link in links if link.to_block_id is None] or links
        if any(link.relation is Relation.SPLIT for link in telling):
            return ChangeKind.SPLIT
        nearest = max(telling, key=lambda link: self._sections[link.to_section_id].depth)
        return ChangeKind(nearest.relation)
