"""What other editions have of sections, and the links that say so, as they are stored."""

from __future__ import annotations

from plan_tui.model.comparison_enums import ChangeKind, Extent
from plan_tui.model.outline_changes import SectionChange
from plan_tui.store.outline_queries import id_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

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
"""Rows of `_section_change`."""
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
_ORDER = " order by accepted desc, score desc, l.id"
LinkTold = tuple[Extent, Extent, float, str, "str | None"]
"""How much a link means of the older section and of the newer, what they share, and why, in both
languages."""
ToldLink = tuple[int, int, bool, LinkTold]
"""The older section, the newer one, whether it is asserted, and what it tells. Plain: hundreds are
read for a list."""


def section_changes(plan: Plan, edition: str, other: str) -> dict[int, SectionChange]:
    """Return what edition ``other`` has of each section of ``edition``, by section id."""
    sql = f"""{_STATED} where section_id in ({_HELD}) and edition_id = ?"""
    stated = plan.database.objects(_section_change, sql, edition, other)
    return {each.section_id: each for each in stated}


def changes_onwards(
    plan: Plan, section_ids: Iterable[int], edition: str
) -> dict[int, SectionChange]:
    """Return what an edition has of each of some sections, by section id."""
    sql = f"""{_STATED} where section_id in (select value from json_each(?)) and edition_id = ?"""
    stated = plan.database.objects(_section_change, sql, id_list(section_ids), edition)
    return {each.section_id: each for each in stated}


def changes_of_section(plan: Plan, section_id: int) -> dict[str, SectionChange]:
    """Return what each other edition has of one section, by the edition's id."""
    sql = f"{_STATED} where section_id = ?"
    return {
        each.edition_id: each for each in plan.database.objects(_section_change, sql, section_id)
    }


def _section_change(row: Row) -> SectionChange:
    section_id, edition_id, change, asserted, *rest = row
    return SectionChange(section_id, edition_id, _CHANGES[change], bool(asserted), *rest)


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


def told_onwards(plan: Plan, section_ids: Iterable[int], edition: str) -> tuple[ToldLink, ...]:
    """Return the links from some sections to those of a later edition, as `told_between` does."""
    sql = f"""{_LINKS} join sections t on t.id = to_section_id
              join documents d on d.id = t.document_id
              where from_section_id in (select value from json_each(?)) and d.edition_id = ?
              {_ORDER}"""
    return plan.database.objects(_told_link, sql, id_list(section_ids), edition)


def _told_link(row: Row) -> ToldLink:
    older, newer, accepted, here, there, *rest = row
    return older, newer, bool(accepted), (_EXTENTS[here], _EXTENTS[there], *rest)
