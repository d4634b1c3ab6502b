"""What became of an edition's outline in a later one."""

from __future__ import annotations

from collections import Counter

from plan_tui.compare.sections.onward_links import WITHOUT_LINKS, OnwardLinks
from plan_tui.errors import UsageError
from plan_tui.model.comparison_enums import ChangeGroup, Extent
from plan_tui.model.headings import joined_words
from plan_tui.model.outline_changes import Change, Changes, Continuation
from plan_tui.store.edition_lookup import edition_named
from plan_tui.store.section_change_queries import section_changes, told_between
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from plan_tui.compare.sections.onward_links import Onwards
    from plan_tui.model.comparison_enums import ChangeKind
    from plan_tui.model.outline_changes import SectionChange
    from plan_tui.model.records import Section
    from plan_tui.query.filter_spec import ChangeTest
    from plan_tui.query.grammar import Query
    from plan_tui.store.plan import Plan
    from plan_tui.store.section_change_queries import LinkTold, ToldLink

_NOT_LATER = Phrase(
    "{newer}は{older}より後の版ではありません。古い版を先に書いてください",
    "{newer} is not later than {older}; name the older first",
)

_MENTION = Extent.MENTION
_EXTENT_ORDER = {extent: number for number, extent in enumerate(Extent)}


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
        told_between(plan, older.id, newer.id),
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


class _ChangeRows:
    """Lays what is stored of two outlines out as rows.

    Args:
        outline: the sections that links lead to or from, in reading order.
        onwards: what the newer edition has of the older sections, by their ids.
        links: those from the older sections to the newer ones, the best first.

    """

    def __init__(
        self,
        outline: Iterable[Section],
        onwards: dict[int, SectionChange],
        links: Sequence[ToldLink],
    ) -> None:
        self.onwards = onwards
        self._sections = {section.id: section for section in outline}
        self._order = {section_id: number for number, section_id in enumerate(self._sections)}
        self._links = OnwardLinks(links)
        self._suggested_in: dict[int, tuple[int, LinkTold]] = {}
        for older, newer, accepted, told in links:
            if not accepted:
                self._suggested_in.setdefault(newer, (older, told))

    def of_older(self, sections: Iterable[Section]) -> list[Change]:
        """Return what became of older sections."""
        return [
            self._row(stated, self._telling(stated), section)
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
            if each.to_extent is not _MENTION
        }
        rows = []
        for section in sections:
            stated = backwards.get(section.id)
            if stated is None or section.id in reached:
                continue
            link = self._suggested_in.get(section.id)
            if link and not stated.asserted and stated.change not in WITHOUT_LINKS:
                older, told = link
                onwards = {section.id: [told]}
                rows.append(self._row(stated, onwards, self._sections[older], section))
            else:
                rows.append(self._row(stated, {}, alone=section))
        return rows

    def _telling(self, stated: SectionChange) -> Onwards:
        return self._links.telling(stated.section_id, stated.change, asserted=stated.asserted)

    def _row(
        self,
        stated: SectionChange,
        onwards: Onwards,
        older: Section | None = None,
        alone: Section | None = None,
    ) -> Change:
        newer = sorted(onwards, key=self._order.__getitem__) if len(onwards) > 1 else onwards
        return Change(
            older,
            tuple([_continuation(self._sections[each], onwards[each]) for each in newer]),
            alone,
            stated.change,
            stated.asserted,
            stated.score,
            stated.below,
            stated.below_all,
            stated.reason,
            stated.reason_en,
        )


def _continuation(section: Section, links: list[LinkTold]) -> Continuation:
    """Return what the links to one section say together."""
    from_extent, to_extent, shared, reason, reason_en = links[0]
    if len(links) > 1:
        most = min(links, key=_meaning_most)
        from_extent, to_extent, shared, *_ = most
        mention = _MENTION in most[:2]
        together = [told for told in links if (_MENTION in told[:2]) == mention]
        reason, reason_en = joined_words({told[3]: told[4] for told in together if told[3]})
    english = reason_en or None if reason else None
    return Continuation(section, from_extent, to_extent, shared, reason, english)


def _meaning_most(told: LinkTold) -> tuple[bool, int]:
    """Return a key by which those links come first that mean most of their two sections."""
    here, there = told[:2]
    return _MENTION in (here, there), _EXTENT_ORDER[here] + _EXTENT_ORDER[there]
