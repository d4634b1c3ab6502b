"""The outline: sections, and what stands above and below them."""

from __future__ import annotations

from plan_tui.model.outline_records import Section
from plan_tui.store.section_rows import SECTIONS, id_list, section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.store.connect import OpenDatabase

Lines = dict[int, tuple[Section, ...]]
"""Section id → sections above or below that section; one without any is left out."""
_READING_ORDER = " order by d.ordinal, s.ordinal"
"""Document by document, oldest first, each as it is read."""
# Without `all`: in a damaged outline that goes in a circle each section comes once.
_ABOVE = """
    with recursive line(of_id, id) as (
        select value, value from json_each(?)
        union select of_id, parent_id from line join sections using (id)
            where parent_id is not null)
"""
_BELOW = """
    with recursive line(of_id, id) as (
        select value, value from json_each(?)
        union select of_id, child.id from line join sections child on parent_id = line.id)
"""
_CHILDREN = """
    with line(of_id, id) as (
        select value, child.id from json_each(?) join sections child on parent_id = value)
"""


def sections_where(
    database: OpenDatabase, condition: str = "true", *values: str | int | None
) -> tuple[Section, ...]:
    """Return the sections that meet an SQL condition, in reading order.

    In the condition ``s`` is the section and ``d`` its document.
    """
    sql = f"{SECTIONS} where {condition}{_READING_ORDER}"
    return database.objects(section, sql, *values)


def ancestors_of(database: OpenDatabase, section_ids: Iterable[int]) -> Lines:
    """Return what stands above each section, from the top of the outline down."""
    return _lines(database, _ABOVE, section_ids)


def children_of(database: OpenDatabase, section_ids: Iterable[int]) -> Lines:
    """Return what stands directly below each section, in reading order."""
    return _lines(database, _CHILDREN, section_ids)


def descendants_of(database: OpenDatabase, section_ids: Iterable[int]) -> Lines:
    """Return all that stands below each section, in reading order."""
    return _lines(database, _BELOW, section_ids)


def _lines(database: OpenDatabase, line: str, section_ids: Iterable[int]) -> Lines:
    """Return the sections that a table ``line`` names, by the section that they belong to.

    What stands above a section also stands before it, so reading order serves both ways.
    """
    sql = f"""{line} select of_id, found.* from line join ({SECTIONS}) found using (id)
              where of_id <> id order by of_id, found.ordinal"""
    grouped: dict[int, list[Section]] = {}
    pairs = database.objects(lambda row: (row[0], section(row[1:])), sql, id_list(section_ids))
    for of_id, member in pairs:
        grouped.setdefault(of_id, []).append(member)
    return {of_id: tuple(group) for of_id, group in grouped.items()}
