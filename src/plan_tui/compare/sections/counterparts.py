"""Which counterparts of a section to show together, and which of them speak of one topic.

A broad section has many counterparts, one for each matter that it touches. One column leads with
the closest; the others show the closest that speaks of the same topic, so that a row reads on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan_tui.compare.sections.compared_passages import linked_passages
from plan_tui.compare.sections.linked_sections import link_end
from plan_tui.model.comparison import Comparison, Counterpart, EditionColumn
from plan_tui.model.comparison_enums import Extent
from plan_tui.model.crosswalk import Topic
from plan_tui.model.records import Link, Section
from plan_tui.text.record import replaced


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
    return not blocks or block_id in blocks


def narrowed(view: Comparison, topic: Topic | None) -> tuple[EditionColumn, ...]:
    """Return the columns with the counterparts that stand in a topic with the base section.

    Of each of them, and of the base beside it, only what the topic means.
    """
    if topic is None:
        return view.columns
    base = view.base.section
    return tuple(
        replaced(column, counterparts=tuple(_speaking(base, column, topic)))
        for column in view.columns
    )


def _speaking(base: Section, column: EditionColumn, topic: Topic) -> Iterator[Counterpart]:
    for other in column.counterparts:
        links = tuple(link for link in other.links if link.accepted and speaks_of(link, topic))
        if links == other.links:
            yield other
        elif links:
            left = linked_passages(other.left, base, links)
            right = linked_passages(other.right, other.section, links)
            yield replaced(other, links=links, left=left, right=right)


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
    lead = counterparts[0]
    shared = [topic for topic in topics if _any_speaks_of(lead, topic)]

    def fits(other: Counterpart) -> bool:
        same_text = _blocks_of(base, other) == _blocks_of(base, lead)
        return same_text and any(_any_speaks_of(other, topic) for topic in shared)

    return [
        next((n for n, other in enumerate(column.counterparts) if fits(other)), 0)
        for column in columns
    ]


def likeliest(columns: Sequence[EditionColumn]) -> int:
    """Return the number of the column whose first counterpart most likely stands for the base.

    What is asserted goes before what is suggested, wholes before parts, then the share in common,
    of suggestions the score; of equals the oldest. 0 where no column has a counterpart.
    """
    numbers = [number for number, column in enumerate(columns) if column.counterparts]
    return max(numbers, key=lambda n: _likelihood(columns[n].counterparts[0]), default=0)


def _likelihood(counterpart: Counterpart) -> tuple[bool, bool, float]:
    link = counterpart.link
    if not link.accepted:
        return False, False, link.score
    is_whole = counterpart.base_extent is counterpart.extent is Extent.WHOLE
    return True, is_whole, link.shared  # as stored: only what is looked at is compared


def _any_speaks_of(counterpart: Counterpart, topic: Topic) -> bool:
    return any(speaks_of(link, topic) for link in counterpart.links)


def _blocks_of(base: Section, counterpart: Counterpart) -> frozenset[int | None]:
    ends = [link_end(link, base) for link in counterpart.links]
    whole = any(end.extent is Extent.WHOLE for end in ends)
    return frozenset((None,)) if whole else frozenset(end.block_id for end in ends)
