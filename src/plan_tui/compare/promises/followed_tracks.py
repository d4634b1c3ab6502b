"""Follows the deadlines and numbers of all matters over the editions, for the database.

`topic_tracks` reads what comes of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from plan_tui.compare.promises.promise_matching import promises
from plan_tui.compare.promises.statements import statements
from plan_tui.compare.promises.suggested_places import SuggestedPlaces
from plan_tui.compare.promises.topic_of_statement import TopicTitles
from plan_tui.compare.promises.topic_tracks import track_head
from plan_tui.compare.text.word_weights import Rarity
from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.comparison_enums import (
    Extent,
    PromiseKind,
)
from plan_tui.model.crosswalk import Topic
from plan_tui.model.records import Link, Section
from plan_tui.model.tracks import Promise, Statement
from plan_tui.store.crosswalk_queries import asserted_links, topics
from plan_tui.store.passage_queries import own_passages
from plan_tui.store.plan import Plan
from plan_tui.store.printed_text_queries import printed_texts
from plan_tui.text.record import record, replaced


@record
class FollowedTrack:
    """The track of a topic, or of a section that has none, or several."""

    name: str
    """The topic's id, or the section's key."""
    sections: tuple[Section, ...]
    """What speaks of the matter, oldest edition first."""
    suggested: frozenset[int]
    """Ids of those ``sections`` that are only suggested to speak of it."""
    promises: tuple[Promise, ...]
    """Those that several editions name first; deadlines before numbers."""
    listed: frozenset[Promise] = frozenset()
    """Those that the list of all tracks tells under this topic."""


def followed_tracks(plan: Plan) -> Iterator[FollowedTrack]:
    """Yield the track of each topic, then of each section that has not one topic alone.

    A section's track is that of its topics, each promise once; of one without a topic, that of
    its text and of what is asserted to belong to it.
    """
    crosswalk = topics(plan)
    follower = _Follower(plan, crosswalk)
    of_topics = {track.name: track for track in follower.tracks(crosswalk)}
    neighbours = _Neighbours(crosswalk)
    told = each_once(_told_apart(list(of_topics.values()), len(of_topics)))
    listed = {track.name: frozenset(track.promises) for track in told}
    for topic in crosswalk:
        around = [of_topics[each.id] for each in neighbours.of([topic])]
        yield replaced(_told_apart(around, 1)[0], listed=listed[topic.id])
    yield from _of_sections(plan, follower, of_topics, neighbours)


def _of_sections(
    plan: Plan, follower: _Follower, of_topics: dict[str, FollowedTrack], neighbours: _Neighbours
) -> Iterator[FollowedTrack]:
    """Yield the tracks of sections that have not one topic alone."""
    sections = {section.id: section for section in plan.sections()}
    links: dict[int, list[Link]] = defaultdict(list)
    for link in asserted_links(plan):
        links[link.from_section_id].append(link)
        links[link.to_section_id].append(link)
    without = [section for section in sections.values() if not neighbours.naming[section.id]]
    order = {section_id: number for number, section_id in enumerate(sections)}
    arounds = [_around(section, links[section.id], sections, order) for section in without]
    lone = {track.name: track for track in follower.tracks(arounds)}
    for topic in arounds:
        others = neighbours.of([topic])[1:]
        around = [lone[topic.id], *(of_topics[each.id] for each in others)]
        yield _told_apart(around, 1)[0]
    for section in sections.values():
        several = neighbours.naming[section.id]
        if len(several) > 1:
            around = [of_topics[each.id] for each in neighbours.of(several)]
            kept = _told_apart(around, len(several))
            ids = {each.id for track in kept for each in track.sections}
            members = tuple(sections[i] for i in sorted(ids, key=order.__getitem__))
            yield _joined(section.key, members, kept)


class _Neighbours:
    """Which topics speak of the same sections.

    Attributes:
        naming: section id → the topics that speak of it, in the crosswalk's order.

    """

    def __init__(self, crosswalk: Iterable[Topic]) -> None:
        self.naming: dict[int, list[Topic]] = defaultdict(list)
        self._order: dict[str, int] = {}
        for number, topic in enumerate(crosswalk):
            self._order[topic.id] = number
            for section_id in topic.blocks:
                self.naming[section_id].append(topic)

    def of(self, wanted: Sequence[Topic]) -> list[Topic]:
        """Return some topics, and then those that share a section with them."""
        shared = chain.from_iterable(topic.blocks for topic in wanted)
        naming = {each.id: each for section_id in shared for each in self.naming[section_id]}
        for topic in wanted:
            naming.pop(topic.id, None)
        return [*wanted, *sorted(naming.values(), key=lambda topic: self._order[topic.id])]


def _around(
    section: Section, links: Sequence[Link], sections: dict[int, Section], order: dict[int, int]
) -> Topic:
    """Return a section and what is asserted to belong to it as if it were a topic.

    ``order`` is the place of each section, by id, as they are read.
    """
    places: dict[int, dict[int | None, Extent]] = {section.id: {None: Extent.WHOLE}}
    for link in links:
        if Extent.MENTION in (link.from_extent, link.to_extent):
            continue
        if link.from_section_id == section.id:
            places.setdefault(link.to_section_id, {})[link.to_block_id] = link.to_extent
        else:
            places.setdefault(link.from_section_id, {})[link.from_block_id] = link.from_extent
    blocks = {
        section_id: () if Extent.WHOLE in ends.values() else tuple(ends)
        for section_id, ends in places.items()
    }
    members = tuple(sections[i] for i in sorted(blocks, key=order.__getitem__))
    head = track_head(section)
    return Topic(head.id, head.title, head.title_en, head.note, members, blocks)


class _Follower:
    """Follows the promises of topics; the whole crosswalk tells whose a promise is."""

    def __init__(self, plan: Plan, crosswalk: Sequence[Topic]) -> None:
        self._plan = plan
        self._suggested = SuggestedPlaces(plan)
        self._rarity = Rarity(printed_texts(plan))
        self._titles = TopicTitles(crosswalk, self._rarity)
        self._judged = [not self._suggested.unjudged(edition) for edition in plan.editions()]

    def tracks(self, wanted: Sequence[Topic]) -> Iterator[FollowedTrack]:
        """Yield the track of each of some topics."""
        followed = [self._suggested.added_to(topic) for topic in wanted]
        every = (section for topic in followed for section in topic.sections)
        passages = own_passages(self._plan, every)
        for topic, asserted in zip(followed, wanted, strict=True):
            yield self._track(topic, asserted, passages)

    def _track(
        self, topic: Topic, asserted: Topic, passages: dict[int, tuple[ComparedPassage, ...]]
    ) -> FollowedTrack:
        """Return one topic's track, of the passages that it means.

        ``asserted`` is the topic as a reader wrote it; the rest of ``topic`` is only suggested.
        """
        suggested = frozenset(topic.blocks) - frozenset(asserted.blocks)
        by_kind = self._statements(topic, suggested, passages)
        told = [
            promise
            for what, by_edition in by_kind.items()
            for promise in promises(what, by_edition, self._rarity, self._judged)
            if self._titles.belongs(topic, [s for s in promise.statements if not s.suggested])
        ]
        in_order = sorted(told, key=lambda promise: not promise.followed)
        return FollowedTrack(topic.id, topic.sections, suggested, tuple(in_order))

    def _statements(
        self,
        topic: Topic,
        suggested: frozenset[int],
        passages: dict[int, tuple[ComparedPassage, ...]],
    ) -> dict[PromiseKind, list[list[Statement]]]:
        """Return the deadlines and the goals that the passages name, edition by edition."""
        by_edition = [
            statements(
                edition,
                [
                    passage
                    for section in topic.sections
                    if section.edition_id == edition.id
                    for passage in passages[section.id]
                    if topic.means(section.id, passage.block_id)
                ],
            )
            for edition in self._plan.editions()
        ]
        return {
            kind: [
                [replaced(each, suggested=each.section.id in suggested) for each in told[kind]]
                for told in by_edition
            ]
            for kind in PromiseKind
        }


def _told_apart(tracks: list[FollowedTrack], count: int) -> list[FollowedTrack]:
    """Return the first of some tracks, told apart from all of them.

    What is said by one edition alone in one of them, and followed in another over several, is
    left out.
    """
    told = (promise for track in tracks for promise in track.promises if promise.followed)
    followed = {each for promise in told for each in (*promise.statements, *promise.again)}
    return [
        replaced(
            track,
            promises=tuple(
                promise
                for promise in track.promises
                if promise.followed or promise.statements[0] not in followed
            ),
        )
        for track in tracks[:count]
    ]


def each_once(tracks: Sequence[FollowedTrack]) -> list[FollowedTrack]:
    """Leave out the promises of which another topic tells more, or an earlier one as much."""
    told: set[Statement] = set()
    kept: list[set[Promise]] = [set() for _ in tracks]
    numbered = ((n, promise) for n, track in enumerate(tracks) for promise in track.promises)
    for number, promise in sorted(numbered, key=lambda pair: _told_by(pair[1]), reverse=True):
        statements = {replaced(each, suggested=False) for each in promise.statements}
        if told.isdisjoint(statements):
            kept[number].add(promise)
            told |= statements
    return [
        replaced(track, promises=tuple(each for each in track.promises if each in of_track))
        for track, of_track in zip(tracks, kept, strict=True)
    ]


def _told_by(promise: Promise) -> tuple[int, int]:
    """Return how many statements tell of a promise: those that are more than suggested, and all."""
    statements = promise.statements
    return sum(not each.suggested for each in statements), len(statements)


def _joined(key: str, members: tuple[Section, ...], tracks: list[FollowedTrack]) -> FollowedTrack:
    """Return the tracks of a section's topics as one, each promise once."""
    told = [promise for track in each_once(tracks) for promise in track.promises]
    numbers_last = sorted(told, key=lambda promise: promise.what is PromiseKind.NUMBER)
    asserted = {s.id for t in tracks for s in t.sections if s.id not in t.suggested}
    return FollowedTrack(
        key,
        members,
        frozenset(section.id for section in members if section.id not in asserted),
        tuple(sorted(numbers_last, key=lambda promise: not promise.followed)),
    )
