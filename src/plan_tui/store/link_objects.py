"""Stored links as objects, which most commands do not ask for."""

from __future__ import annotations

from plan_tui.model.comparison_enums import Extent, Origin, Relation
from plan_tui.model.records import Link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.store.outline_queries import Row

_EXTENTS = {str(extent): extent for extent in Extent}
_RELATIONS: dict[str | None, Relation | None] = {
    None: None,
    **{str(relation): relation for relation in Relation},
}
_ORIGINS = {str(origin): origin for origin in Origin}

LINKS = """
    select l.id, from_section_id, to_section_id, from_block_id, to_block_id, from_extent,
           to_extent, relation, score, shared, origin, accepted, reason, reason_en
    from links l
"""
"""Rows of `link`."""


def link(row: Row) -> Link:
    """Return a row of `LINKS` as an object."""
    fields = list(row)
    fields[5], fields[6], fields[7] = _EXTENTS[row[5]], _EXTENTS[row[6]], _RELATIONS[row[7]]
    fields[10], fields[11] = _ORIGINS[row[10]], bool(row[11])
    return Link(*fields)
