"""Which counterparts of a section to show together, and which of them speak of one topic.

A broad section has many counterparts, one for each matter that it touches. One column leads with
the closest; the others show the closest that speaks of the same topic, so that a row reads on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plan_tui.model.comparison import Comparison, Counterpart, EditionColumn
from plan_tui.model.crosswalk import Topic
from plan_tui.model.records import Link, Section


def topics_of(topics: Sequence[Topic], section: Section) -> tuple[Topic, ...]:
    """Return the topics that a section stands in, in the crosswalk's order."""
    return tuple(topic for topic in topics if section.id in topic.blocks)


def speaks_of(link: Link, topic: Topic) -> bool:
    """Return whether both ends of a link, the very blocks that it names, stand in a topic."""
    return all(
        _stands_in(topic, section_id, block_id)
        for section_id, block_id in (
            (link.from_section_id, link.from_block_id),
            (link.to_section_id, link.to_block_id),
        )
    )


def _stands_in(topic: Topic, section_id: int, block_id: int | None) -> bool:
    blocks = topic.blocks.get(section_id)
    if blocks is None:
        return False
    return block_id in blocks if blocks else block_id is None


def narrowed(view: Comparison, topic: Topic | None) -> tuple[EditionColumn, ...]:
    """Return the columns with the counterparts that stand in a topic with the base section."""
    if topic is None:
        return view.columns
    return tuple(replace(column, counterparts=_speaking(column, topic)) for column in view.columns)


def _speaking(column: EditionColumn, topic: Topic) -> tuple[Counterpart, ...]:
    return tuple(
        other
        for other in column.counterparts
        if other.link.accepted and speaks_of(other.link, topic)
    )


def together(
    columns: Sequence[EditionColumn], leading: int, base: Section, topics: Sequence[Topic]
) -> list[int]:
    """Return which counterpart each column shows, as numbers from 0.

    The column ``leading`` shows its first; the others their first that stands in one of
    ``topics`` with it and is compared with the same text of the base, else their first.
    """
    counterparts = columns[leading].counterparts if columns else ()
    if not counterparts:
        return [0] * len(columns)
    lead = counterparts[0].link
    shared = [topic for topic in topics if speaks_of(lead, topic)]

    def fits(link: Link) -> bool:
        same_text = _block_of(base, link) == _block_of(base, lead)
        return same_text and any(speaks_of(link, topic) for topic in shared)

    return [
        next((n for n, other in enumerate(column.counterparts) if fits(other.link)), 0)
        for column in columns
    ]


def _block_of(base: Section, link: Link) -> int | None:
    return link.from_block_id if link.from_section_id == base.id else link.to_block_id
