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
    link_id, older, newer, older_block, newer_block, *rest = row
    from_extent, to_extent, relation, score, shared, origin, accepted, *reasons = rest
    return Link(
        id=link_id,
        from_section_id=older,
        to_section_id=newer,
        from_block_id=older_block,
        to_block_id=newer_block,
        from_extent=_EXTENTS[from_extent],
        to_extent=_EXTENTS[to_extent],
        relation=_RELATIONS[relation],
        score=score,
        shared=shared,
        origin=_ORIGINS[origin],
        accepted=bool(accepted),
        reason=reasons[0],
        reason_en=reasons[1],
    )
