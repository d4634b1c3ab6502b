"""From the curated crosswalk to rows: topics, their sections and blocks, asserted links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from plan_tui.errors import DataError
from plan_tui.importer.linking.crosswalk_places import CrosswalkPlaces, Place, PlacePair
from plan_tui.importer.linking.relations import Relations
from plan_tui.model.comparison_enums import (
    Extent,
    Origin,
    Relation,
)
from plan_tui.sources.crosswalk_file import Crosswalk, CrosswalkTopic, StatedPair
from plan_tui.store.derived_rows import LinkRow, TopicBlockRow, TopicRow, TopicSectionRow
from plan_tui.store.source_rows import SectionRow
from plan_tui.text.language import Phrase

_NOT_LINKED = Phrase("{entry}：両方を含む事項がありません", "{entry}: no topic has both")
CERTAIN = 1.0
"""The score of what was asserted by reading."""


def topic_rows(crosswalk: Crosswalk) -> list[TopicRow]:
    """Return the rows of ``topics``."""
    return [
        TopicRow(
            id=topic.id,
            title=topic.title,
            title_en=topic.title_en,
            note=topic.note,
            note_en=topic.note_en or None,
        )
        for topic in crosswalk.topics
    ]


def topic_section_rows(crosswalk: Crosswalk, places: CrosswalkPlaces) -> list[TopicSectionRow]:
    """Return the rows of ``topic_sections``: each section of a topic once."""
    return [
        TopicSectionRow(topic_id=topic.id, section_id=section_id, extent=extent)
        for topic in crosswalk.topics
        for section_id, extent in _extents(places.of_topic(topic)).items()
    ]


def topic_block_rows(crosswalk: Crosswalk, places: CrosswalkPlaces) -> list[TopicBlockRow]:
    """Return the rows of ``topic_blocks``: for sections of which only blocks are named."""
    rows = []
    for topic in crosswalk.topics:
        named = list(places.of_topic(topic))
        extents = _extents(named)
        for section_id, block_id, extent in dict.fromkeys(named):
            if block_id is not None and extents[section_id] is extent:
                row = TopicBlockRow(
                    topic_id=topic.id, section_id=section_id, block_id=block_id, extent=extent
                )
                rows.append(row)
    return rows


def _extents(places: Iterable[Place]) -> dict[int, Extent]:
    """Return section → the most that its places say is meant of it, in the places' order."""
    extents: dict[int, Extent] = {}
    for place in places:
        known = extents.get(place.section_id, Extent.MENTION)
        extents[place.section_id] = Extent.most((known, place.extent))
    return extents


def asserted_links(
    crosswalk: Crosswalk, places: CrosswalkPlaces, sections: list[SectionRow]
) -> list[LinkRow]:
    """Return the asserted links, numbered from 1; each pair of places once.

    Of two topics with one pair the first gives the reason, but for one that names a relation.
    What is stated of two sections takes the place of what their topics say.

    Raises:
        DataError: a place does not exist, or no topic links the sections of a stated pair.

    """
    topic_of_pair: dict[PlacePair, CrosswalkTopic] = {}
    topics_of_section: dict[int, set[str]] = defaultdict(set)
    for topic in crosswalk.topics:
        for place in places.of_topic(topic):
            if place.extent is not Extent.MENTION:
                topics_of_section[place.section_id].add(topic.id)
        for pair in _pairs(topic, places):
            if pair not in topic_of_pair or topic.relation:
                topic_of_pair[pair] = topic
    for stated in crosswalk.pairs:
        _state(stated, topic_of_pair, places)
    by_id = {section.id: section for section in sections}
    relations = Relations(by_id, places.edition_of_section, topics_of_section, topic_of_pair)
    return [
        LinkRow(
            id=link_id,
            from_section_id=pair.earlier.section_id,
            to_section_id=pair.later.section_id,
            from_block_id=pair.earlier.block_id,
            to_block_id=pair.later.block_id,
            from_extent=pair.earlier.extent,
            to_extent=pair.later.extent,
            relation=_relation(pair, topic, relations),
            score=CERTAIN,
            origin=Origin.CURATED,
            accepted=True,
            reason=f"{topic.title}：{topic.note}" if topic.note else topic.title,
            reason_en=_reason_en(topic),
        )
        for link_id, (pair, topic) in enumerate(topic_of_pair.items(), 1)
    ]


def _state(
    stated: StatedPair, topic_of_pair: dict[PlacePair, CrosswalkTopic], places: CrosswalkPlaces
) -> None:
    """Put a stated pair in the place of what links its sections more widely.

    Links between passages that other topics name stay, but where the two are apart, or one only
    mentions the matter. The reason is that of the first link that is replaced, or else stays: of
    passages that belong together, of one where neither only names the matter.
    """
    earlier, later = places.of_pair(stated)
    sections = earlier[0].section_id, later[0].section_id
    linked = [
        pair
        for pair in topic_of_pair
        if (pair.earlier.section_id, pair.later.section_id) == sections
    ]
    if not linked:
        raise DataError(_NOT_LINKED.of(entry=places.named(stated)))
    replaced = [pair for pair in linked if _is_wider(pair, earlier, later, stated)]
    of_topics = replaced or linked
    if not _is_mention(PlacePair(earlier[0], later[0])):
        of_topics = sorted(of_topics, key=_is_mention)
    topic = topic_of_pair[of_topics[0]]
    for pair in replaced:
        del topic_of_pair[pair]
    if not stated.apart:
        topic_of_pair.update((PlacePair(*ends), topic) for ends in product(earlier, later))


def _is_mention(pair: PlacePair) -> bool:
    """Tell whether an end of a link only names the matter."""
    return Extent.MENTION in (pair.earlier.extent, pair.later.extent)


def _is_wider(
    pair: PlacePair, earlier: Sequence[Place], later: Sequence[Place], stated: StatedPair
) -> bool:
    """Tell whether a link says more than a stated pair of the same sections."""
    extents = {place.extent for place in (*earlier, *later)}
    if stated.apart or Extent.MENTION in extents:
        return True
    return any(
        end.extent is Extent.WHOLE and places[0].extent is not Extent.WHOLE
        for end, places in zip(pair, (earlier, later), strict=True)
    )


def _reason_en(topic: CrosswalkTopic) -> str | None:
    """Return the reason in English; None if nobody translated it."""
    if not topic.title_en or (topic.note and not topic.note_en):
        return None
    return f"{topic.title_en}: {topic.note_en}" if topic.note_en else topic.title_en


def _pairs(topic: CrosswalkTopic, places: CrosswalkPlaces) -> Iterator[PlacePair]:
    """Yield each place of an earlier edition with each of a later one.

    Two mentions are no pair, nor is a mention in a section of which the topic means more.
    """
    for edition in topic.sections:
        places.check_edition(edition, places.entry(topic))
    in_order = sorted(topic.sections, key=lambda edition: places.ordinals[edition])
    for earlier, later in combinations(in_order, 2):
        ends = (_meant(list(places.of_edition(topic, edition))) for edition in (earlier, later))
        for pair in product(*ends):
            if {place.extent for place in pair} != {Extent.MENTION}:
                yield PlacePair(*pair)


def _meant(places: Sequence[Place]) -> list[Place]:
    """Return the places without mentions in a section of which more is meant."""
    extents = _extents(places)
    return [
        place
        for place in places
        if place.extent is not Extent.MENTION or extents[place.section_id] is Extent.MENTION
    ]


def _relation(pair: PlacePair, topic: CrosswalkTopic, relations: Relations) -> Relation | None:
    """Return what a link says; what the topic says stands above what follows from the links."""
    derived = relations.of(pair)
    return topic.relation or derived if derived else None
