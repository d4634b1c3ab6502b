"""What other editions have of sections, and the links that say so, as they are stored."""

from __future__ import annotations

from plan_tui.model.comparison_enums import ChangeKind, Extent
from plan_tui.store.outline_queries import id_list, word_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.outline_changes import SectionChange
    from plan_tui.model.records import Link
    from plan_tui.store.outline_queries import Row
    from plan_tui.store.plan import Plan

_CHANGES = {str(change): change for change in ChangeKind}
"""Quicker than the call of the enum: all changes are read again and again."""
_EXTENTS = {str(extent): extent for extent in Extent}
_STATED = """
    select section_id, edition_id, change, accepted, score, below, below_all, reason, reason_en
    from section_changes
"""
"""Rows of `_section_changes`."""
_HELD = (
    "select s.id from sections s join documents d on d.id = s.document_id where d.edition_id = ?"
)
"""The sections of an edition."""
_LINKS = """
    select from_section_id, to_section_id, accepted, from_extent, to_extent, shared,
           l.reason, l.reason_en
    from links l
"""
"""Rows of `_told_link`."""
_NAMED = "(select value from json_each(?))"
_ORDER = " order by accepted desc, score desc, l.id"
LinkTold = tuple[Extent, Extent, float, str, "str | None"]
"""How much a link means of the older section and of the newer, what they share, and why, in both
languages."""
ToldLink = tuple[int, int, bool, LinkTold]
"""The older section, the newer one, whether it is asserted, and what it tells. Plain: hundreds are
read for a list."""
OnwardLink = tuple[int, int, bool, tuple[Extent, Extent]]
"""The same, but of what it tells only how much it means of the two."""
Stated = tuple[ChangeKind, bool, float]
"""What another edition has of a section, whether that is asserted, and the score of the best link
(0 to 1; 0 without one)."""


def section_changes(plan: Plan, edition: str, other: str) -> dict[int, SectionChange]:
    """Return what edition ``other`` has of each section of ``edition``, by section id."""
    condition = f"section_id in ({_HELD}) and edition_id = ?"
    return {each.section_id: each for each in _section_changes(plan, condition, edition, other)}


def stated_of(
    plan: Plan, section_ids: Iterable[int], editions: Iterable[str]
) -> dict[tuple[int, str], Stated]:
    """Return what some editions have of some sections, by the section's and the edition's ids."""
    sql = f"""select section_id, edition_id, change, accepted, score from section_changes
              where section_id in (select value from json_each(?)) and edition_id in {_NAMED}"""
    rows = plan.database.objects(_stated, sql, id_list(section_ids), word_list(editions))
    return dict(rows)


def _stated(row: Row) -> tuple[tuple[int, str], Stated]:
    section_id, edition_id, change, asserted, score = row
    return (section_id, edition_id), (_CHANGES[change], bool(asserted), score)


def changes_of_section(plan: Plan, section_id: int) -> dict[str, SectionChange]:
    """Return what each other edition has of one section, by the edition's id."""
    stated = _section_changes(plan, "section_id = ?", section_id)
    return {each.edition_id: each for each in stated}


def _section_changes(plan: Plan, condition: str, *values: str | int) -> tuple[SectionChange, ...]:
    from plan_tui.model.outline_changes import SectionChange

    def section_change(row: Row) -> SectionChange:
        section_id, edition_id, change, asserted, *rest = row
        return SectionChange(section_id, edition_id, _CHANGES[change], bool(asserted), *rest)

    return plan.database.objects(section_change, f"{_STATED} where {condition}", *values)


def counterpart_order(plan: Plan, section_id: int) -> dict[int, int]:
    """Return the places of a section's counterparts among those of their edition, by their ids.

    Those that are alone in their edition have none.
    """
    sql = "select other_id, ordinal from counterpart_order where section_id = ?"
    return dict(plan.database.rows(sql, section_id))


def links_between(plan: Plan, older: str, newer: str) -> tuple[Link, ...]:
    """Return the links from sections of one edition to those of a later one."""
    from plan_tui.store.link_objects import LINKS, link

    sql = f"""{LINKS} where from_section_id in ({_HELD}) and to_section_id in ({_HELD}){_ORDER}"""
    return plan.database.objects(link, sql, older, newer)


def told_between(plan: Plan, older: str, newer: str) -> tuple[ToldLink, ...]:
    """Return the links from sections of one edition to those of a later one, the best first."""
    sql = f"{_LINKS} where from_section_id in ({_HELD}) and to_section_id in ({_HELD}){_ORDER}"
    return plan.database.objects(_told_link, sql, older, newer)


def links_onwards(
    plan: Plan, section_ids: Iterable[int], editions: Iterable[str]
) -> dict[str, list[OnwardLink]]:
    """Return the links from some sections to each of some later editions, the best first."""
    sql = f"""select d.edition_id, from_section_id, to_section_id, accepted, from_extent, to_extent
              from links l join sections t on t.id = to_section_id
              join documents d on d.id = t.document_id
              where from_section_id in (select value from json_each(?))
              and d.edition_id in {_NAMED}{_ORDER}"""
    links: dict[str, list[OnwardLink]] = {edition: [] for edition in editions}
    rows = plan.database.objects(_onward_link, sql, id_list(section_ids), word_list(links))
    for edition, link in rows:
        links[edition].append(link)
    return links


def _onward_link(row: Row) -> tuple[str, OnwardLink]:
    edition, older, newer, accepted, here, there = row
    return edition, (older, newer, bool(accepted), (_EXTENTS[here], _EXTENTS[there]))


def _told_link(row: Row) -> ToldLink:
    older, newer, accepted, here, there, *rest = row
    return older, newer, bool(accepted), (_EXTENTS[here], _EXTENTS[there], *rest)
