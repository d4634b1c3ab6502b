"""The sections at the other ends of a section's links."""

from __future__ import annotations

from plan_tui.model.comparison_enums import Extent
from plan_tui.model.records import Link, Section
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.store.plan import Plan

_MENTION = Extent.MENTION
_ORDER = {extent: number for number, extent in enumerate(Extent)}
Linked = list[tuple[Link, Section]]
"""A section's links, each with the section at its other end."""


def linked_sections(plan: Plan, section: Section) -> dict[str, Linked]:
    """Return a section's links by the edition at their other end: asserted first, then by score."""
    links = plan.links(section.id)
    sections = plan.sections_by_id(other_end(link, section) for link in links)
    by_edition: dict[str, Linked] = {}
    for link in links:
        other = sections[other_end(link, section)]
        by_edition.setdefault(other.edition_id, []).append((link, other))
    return by_edition


def other_end(link: Link, section: Section) -> int:
    """Return the id of the section that a link joins with ``section``."""
    return link.to_section_id if link.from_section_id == section.id else link.from_section_id


@record
class LinkEnd:
    """What a link means of one of its sections."""

    block_id: int | None
    """None for all of it, and for a part that is no block."""
    extent: Extent


def link_end(link: Link, section: Section) -> LinkEnd:
    """Return what a link means of one of its sections."""
    if link.from_section_id == section.id:
        return LinkEnd(link.from_block_id, link.from_extent)
    return LinkEnd(link.to_block_id, link.to_extent)


def meaning_most(link: Link) -> tuple[bool, int]:
    """Return a key by which those links come first that mean most of their two sections."""
    return is_mention(link), _ORDER[link.from_extent] + _ORDER[link.to_extent]


def is_mention(link: Link) -> bool:
    """Tell whether one end of a link is only a mention: then the two are no counterparts."""
    return link.from_extent is _MENTION or link.to_extent is _MENTION


def mentions_only(link: Link, section: Section) -> bool:
    """Tell whether the section at the other end only mentions what ``section`` is about."""
    meant_here = link_end(link, section).extent is not Extent.MENTION
    return link.accepted and is_mention(link) and meant_here
