"""What became of an edition's outline in a later one."""

from __future__ import annotations

from collections import Counter, defaultdict

from plan_tui.compare.sections.linked_sections import is_mention, meaning_most
from plan_tui.errors import UsageError
from plan_tui.model.comparison_enums import (
    ChangeGroup,
    ChangeKind,
    Extent,
)
from plan_tui.model.headings import joined_reasons
from plan_tui.model.tracks import Change, Changes, Continuation
from plan_tui.store.crosswalk_queries import (
    changes_onwards,
    links_between,
    links_onwards,
    section_changes,
)
from plan_tui.store.edition_lookup import edition_named
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from plan_tui.model.crosswalk import SectionChange
    from plan_tui.model.records import Edition, Link, Section
    from plan_tui.query.filter_spec import ChangeTest
    from plan_tui.query.grammar import Query
    from plan_tui.store.plan import Plan

_NOT_LATER = Phrase(
    "{newer}は{older}より後の版ではありません。古い版を先に書いてください",
    "{newer} is not later than {older}; name the older first",
)

_WITHOUT_LINKS = (ChangeKind.NEW, ChangeKind.DROPPED, ChangeKind.UNKNOWN)
_WITH_MENTIONS = (ChangeKind.PART, ChangeKind.BELOW, ChangeKind.MENTION)
"""Of what goes on as no whole it is also told where it is only mentioned."""


def changes(
    plan: Plan,
    from_edition: str,
    to_edition: str,
    query: Query | None = None,
    relations: Collection[ChangeKind] | None = None,
) -> Changes:
    """Return the changes of the outline from one edition to a later one.

    There is a row for each section of the older outline, and one for each of the newer to which
    none of them leads. A row is kept if one of its sections meets ``query`` (filters, and words
    in the heading, in any spelling) and its relation is among ``relations``; contents-only
    entries have no rows.

    Raises:
        UsageError: an unknown edition, or the second is not later than the first.

    """
    older = edition_named(plan, from_edition)
    newer = edition_named(plan, to_edition)
    if newer.ordinal <= older.ordinal:
        raise UsageError(_NOT_LATER.of(older=from_edition, newer=to_edition))
    outline = plan.sections_of(older.id, newer.id)
    held = [section for section in outline if not section.toc_only]
    rows = _ChangeRows(
        outline,
        section_changes(plan, older.id, newer.id),
        links_between(plan, older.id, newer.id),
    )
    backwards = section_changes(plan, newer.id, older.id)
    of_older = rows.of_older([section for section in held if section.edition_id == older.id])
    of_newer = [section for section in held if section.edition_id == newer.id]
    every = [*of_older, *rows.of_newer(of_newer, backwards, of_older)]
    keeps = _test_of(plan, query) if query and query.restricts else None
    chosen = tuple(
        row
        for row in every
        if (not relations or row.relation in relations) and (keeps is None or keeps(row))
    )
    counts = Counter(row.group for row in chosen)
    counted = {group: counts[group] for group in ChangeGroup if counts[group]}
    return Changes(older, newer, chosen, counted, rows.onwards | backwards)


def _test_of(plan: Plan, query: Query) -> ChangeTest:
    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.query.selector import change_test

    return change_test(query, FilterFacts(plan))


def changes_of(plan: Plan, sections: Sequence[Section], newer: Edition) -> dict[int, Change]:
    """Return the rows of some sections of earlier editions in the changes to a later one.

    By section id; a section of which nothing is said has none.
    """
    ids = [section.id for section in sections]
    links = links_onwards(plan, ids, newer.id)
    others = plan.sections_by_id(link.to_section_id for link in links)
    rows = _ChangeRows(others.values(), changes_onwards(plan, ids, newer.id), links)
    told = rows.of_older(sections)
    return {row.older.id: row for row in told if row.older}


class _ChangeRows:
    """Lays what is stored of two outlines out as rows.

    Args:
        outline: the sections that links lead to or from, in reading order.
        onwards: what the newer edition has of the older sections, by their ids.
        links: those from the older sections to the newer ones, the best first.

    """

    def __init__(
        self, outline: Iterable[Section], onwards: dict[int, SectionChange], links: Iterable[Link]
    ) -> None:
        self.onwards = onwards
        self._sections = {section.id: section for section in outline}
        self._order = {section_id: number for number, section_id in enumerate(self._sections)}
        self._out: dict[int, list[Link]] = defaultdict(list)
        self._suggested_in: dict[int, Link] = {}
        for link in links:
            self._out[link.from_section_id].append(link)
            if not link.accepted:
                self._suggested_in.setdefault(link.to_section_id, link)

    def of_older(self, sections: Iterable[Section]) -> list[Change]:
        """Return what became of older sections."""
        return [
            self._row(stated, self._telling(stated, self._out[section.id]), section)
            for section in sections
            if (stated := self.onwards.get(section.id))
        ]

    def of_newer(
        self,
        sections: Iterable[Section],
        backwards: dict[int, SectionChange],
        older_rows: list[Change],
    ) -> list[Change]:
        """Return those newer sections, of which ``backwards`` tells, that no older one leads to."""
        reached = {
            each.section.id
            for row in older_rows
            for each in row.continuations
            if each.to_extent is not Extent.MENTION
        }
        rows = []
        for section in sections:
            stated = backwards.get(section.id)
            if stated is None or section.id in reached:
                continue
            link = self._suggested_in.get(section.id)
            if link and not stated.asserted and stated.change not in _WITHOUT_LINKS:
                older = self._sections[link.from_section_id]
                rows.append(self._row(stated, [link], older, section))
            else:
                rows.append(self._row(stated, [], alone=section))
        return rows

    def _telling(self, stated: SectionChange, links: list[Link]) -> list[Link]:
        """Return the links that say what is stated, or the best where it is only suggested."""
        if not stated.asserted:
            suggested = [link for link in links if not link.accepted]
            return [] if stated.change in _WITHOUT_LINKS else suggested[:1]
        telling = [
            link for link in links if link.accepted and link.from_extent is not Extent.MENTION
        ]
        if stated.change in _WITH_MENTIONS:
            return telling
        return [link for link in telling if link.to_extent is not Extent.MENTION]

    def _row(
        self,
        stated: SectionChange,
        links: list[Link],
        older: Section | None = None,
        alone: Section | None = None,
    ) -> Change:
        onwards: dict[int, list[Link]] = {}
        for link in links:
            onwards.setdefault(link.to_section_id, []).append(link)
        return Change(
            older=older,
            continuations=tuple(
                self._continuation(onwards[section_id])
                for section_id in sorted(onwards, key=self._order.__getitem__)
            ),
            alone=alone,
            relation=stated.change,
            asserted=stated.asserted,
            score=stated.score,
            below=stated.below,
            below_all=stated.below_all,
            reason=stated.reason,
            reason_en=stated.reason_en,
        )

    def _continuation(self, links: list[Link]) -> Continuation:
        """Return what the links to one section say together."""
        most = min(links, key=meaning_most) if len(links) > 1 else links[0]
        reason, reason_en = joined_reasons(
            link for link in links if is_mention(link) == is_mention(most)
        )
        return Continuation(
            section=self._sections[most.to_section_id],
            from_extent=most.from_extent,
            to_extent=most.to_extent,
            shared=most.shared,
            reason=reason,
            reason_en=reason_en,
        )
