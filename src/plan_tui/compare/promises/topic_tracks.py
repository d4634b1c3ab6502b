"""One matter's deadlines and numbers over the editions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plan_tui.compare.promises.movement import deadline_movement, number_movement
from plan_tui.compare.promises.promise_matching import promises
from plan_tui.compare.promises.statements import mentions, named_pieces
from plan_tui.compare.promises.topic_of_statement import TopicOfStatement
from plan_tui.errors import UsageError
from plan_tui.model.enums import PromiseKind
from plan_tui.model.records import Section
from plan_tui.model.tracks import Statement, Track
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.grammar import Query
from plan_tui.query.selector import heading_test
from plan_tui.query.word_matcher import SpelledText, WordMatcher
from plan_tui.store.crosswalk_queries import StoredTopic
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.text.tokens import fold_notation

_NO_TOPIC = Phrase(
    "{name!r}という事項も見出しのキーもない。一覧は`plan-tui track`",
    "{name!r} is neither a topic nor a section's key; `plan-tui track` lists all",
)


def track(plan: Plan, topic_or_key: str) -> Track:
    """Return the track of a topic, or of a section with what it is asserted to belong to.

    A section that stands in one topic stands for it.

    Raises:
        UsageError: there is neither a topic nor a section of that name.

    """
    matters = TopicOfStatement(plan)
    for topic in matters.topics:
        if topic.id == topic_or_key:
            return _of_topic(plan, topic, matters)
    try:
        section = plan.section(topic_or_key)
    except UsageError as error:
        raise UsageError(_NO_TOPIC.of(name=topic_or_key)) from error
    inside = [topic for topic in matters.topics if section.id in topic.section_ids]
    if len(inside) == 1:
        return _of_topic(plan, inside[0], matters)
    return _of_topic(plan, _around(plan, section), matters)


def tracks(plan: Plan, query: Query | None = None) -> tuple[Track, ...]:
    """Return the track of every topic for which some edition names a deadline or a number.

    Those with a promise that several editions name come first, else in the crosswalk's order.
    ``query`` keeps those that pass its `track_test`.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    keeps = track_test(plan, query) if query else None
    matters = TopicOfStatement(plan)
    found = _each_once([_of_topic(plan, topic, matters) for topic in matters.topics])
    kept = [t for t in found if t.promises and (keeps is None or keeps(t))]
    return tuple(sorted(kept, key=lambda t: not any(p.followed for p in t.promises)))


def track_test(plan: Plan, query: Query) -> Callable[[Track], bool]:
    """Return a test of tracks against a query.

    A section must meet the query, filters and words in its heading; where there are words alone,
    they may also stand in the topic's title or id.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    keeps = heading_test(query, FilterFacts(plan))
    matcher = WordMatcher(query)
    by_title = bool(query.words) and not query.filters

    def test(track: Track) -> bool:
        name = SpelledText.of(track.title, track.title_en or "", track.id)
        return (by_title and matcher.accepts(name)) or any(map(keeps, track.sections))

    return test


def _each_once(found: list[Track]) -> list[Track]:
    """Leave out what an earlier topic tells, and of one edition what another one follows."""
    followed = {m for track in found for p in track.promises if p.followed for m in p.mentions}
    told: set[tuple[Statement, ...]] = set()
    kept = []
    for track in found:
        promises = [
            promise
            for promise in track.promises
            if promise.mentions not in told
            and (promise.followed or promise.mentions[0] not in followed)
        ]
        told.update(promise.mentions for promise in promises)
        kept.append(replace(track, promises=tuple(promises)))
    return kept


def _around(plan: Plan, section: Section) -> StoredTopic:
    """Return a section and what is asserted to belong to it as if it were a topic."""
    places: dict[int, set[int | None]] = {section.id: {None}}
    for link in plan.links(section.id):
        if link.accepted and link.from_section_id == section.id:
            places.setdefault(link.to_section_id, set()).add(link.to_block_id)
        elif link.accepted:
            places.setdefault(link.from_section_id, set()).add(link.from_block_id)
    blocks = {
        number: tuple(sorted(block for block in named if block is not None))
        for number, named in places.items()
        if None not in named
    }
    title = section.title or section.heading
    return StoredTopic(section.key, title, section.title_en, "", tuple(sorted(places)), blocks)


def _of_topic(plan: Plan, topic: StoredTopic, matters: TopicOfStatement) -> Track:
    editions = plan.editions()
    order = {edition.id: edition.ordinal for edition in editions}
    sections = sorted(
        (plan.section_by_id(number) for number in topic.section_ids),
        key=lambda s: (order[s.edition_id], s.document_id, s.ordinal),
    )
    deadlines: list[list[Statement]] = []
    numbers: list[list[Statement]] = []
    for edition in editions:
        pieces = [
            piece
            for section in sections
            if section.edition_id == edition.id
            for piece in named_pieces(plan, section, topic)
        ]
        dates, goals = mentions(plan, edition, pieces)
        deadlines.append(dates)
        numbers.append(goals)
    rarity = matters.rarity
    found = [
        *promises(
            PromiseKind.DEADLINE, deadlines, lambda one, other: True, deadline_movement, rarity
        ),
        *promises(PromiseKind.NUMBER, numbers, _same_unit, number_movement, rarity),
    ]
    own = [p for p in found if matters.belongs(topic, p.mentions)]
    speaking = {section.edition_id for section in sections}
    return Track(
        id=topic.id,
        title=topic.title,
        title_en=topic.title_en,
        note=topic.note,
        sections=tuple(sections),
        promises=tuple(sorted(own, key=lambda promise: not promise.followed)),
        silent=tuple(edition for edition in editions if edition.id not in speaking),
    )


def _same_unit(one: Statement, other: Statement) -> bool:
    return fold_notation(one.unit) == fold_notation(other.unit)
