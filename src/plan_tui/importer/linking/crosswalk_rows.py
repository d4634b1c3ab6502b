"""From the curated crosswalk to rows: topics, their sections and blocks, asserted links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from plan_tui.importer.linking.crosswalk_file import Crosswalk, CrosswalkTopic
from plan_tui.importer.linking.crosswalk_places import CrosswalkPlaces, PlacePair
from plan_tui.importer.linking.relations import Relations
from plan_tui.model.enums import Origin
from plan_tui.store.derived_rows import LinkRow, TopicBlockRow, TopicRow, TopicSectionRow
from plan_tui.store.source_rows import SectionRow

CERTAIN = 1.0
"""The score of what was asserted by reading."""


def topic_rows(crosswalk: Crosswalk) -> list[TopicRow]:
    """Return the rows of ``topics``."""
    return [
        TopicRow(id=topic.id, title=topic.title, title_en=topic.title_en, note=topic.note)
        for topic in crosswalk.topics
    ]


def topic_section_rows(crosswalk: Crosswalk, places: CrosswalkPlaces) -> list[TopicSectionRow]:
    """Return the rows of ``topic_sections``: each section of a topic once."""
    return [
        TopicSectionRow(topic_id=topic.id, section_id=section_id)
        for topic in crosswalk.topics
        for section_id in dict.fromkeys(place.section_id for place in places.of_topic(topic))
    ]


def topic_block_rows(crosswalk: Crosswalk, places: CrosswalkPlaces) -> list[TopicBlockRow]:
    """Return the rows of ``topic_blocks``: for sections of which only blocks are named."""
    rows = []
    for topic in crosswalk.topics:
        named = list(places.of_topic(topic))
        whole = {place.section_id for place in named if place.block_id is None}
        for section_id, block_id in dict.fromkeys(named):
            if block_id is not None and section_id not in whole:
                row = TopicBlockRow(topic_id=topic.id, section_id=section_id, block_id=block_id)
                rows.append(row)
    return rows


def asserted_links(
    crosswalk: Crosswalk, places: CrosswalkPlaces, sections: list[SectionRow]
) -> list[LinkRow]:
    """Return the asserted links, numbered from 1; each pair of places once.

    Of two topics with one pair the first gives the reason, but for one that names a relation.
    """
    topic_of_pair: dict[PlacePair, CrosswalkTopic] = {}
    topics_of_section: dict[int, set[str]] = defaultdict(set)
    for topic in crosswalk.topics:
        for section_id, _ in places.of_topic(topic):
            topics_of_section[section_id].add(topic.id)
        for pair in _pairs(topic, places):
            if pair not in topic_of_pair or topic.relation:
                topic_of_pair[pair] = topic
    by_id = {section.id: section for section in sections}
    relations = Relations(by_id, places.edition_of_section, topics_of_section, topic_of_pair)
    return [
        LinkRow(
            id=link_id,
            from_section_id=pair.earlier.section_id,
            to_section_id=pair.later.section_id,
            from_block_id=pair.earlier.block_id,
            to_block_id=pair.later.block_id,
            relation=topic.relation or relations.of(pair),
            score=CERTAIN,
            origin=Origin.CURATED,
            accepted=True,
            reason=f"{topic.title}：{topic.note}" if topic.note else topic.title,
        )
        for link_id, (pair, topic) in enumerate(topic_of_pair.items(), 1)
    ]


def _pairs(topic: CrosswalkTopic, places: CrosswalkPlaces) -> Iterator[PlacePair]:
    """Yield each place of an earlier edition with each of a later one."""
    for edition in topic.sections:
        places.check_edition(edition, places.entry(topic))
    in_order = sorted(topic.sections, key=lambda edition: places.ordinals[edition])
    for earlier, later in combinations(in_order, 2):
        ends = places.of_edition(topic, earlier), places.of_edition(topic, later)
        for pair in product(*ends):
            yield PlacePair(*pair)
