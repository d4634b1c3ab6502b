"""One matter's deadlines and numbers over the editions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plan_tui.compare.promises.promise_matching import promises
from plan_tui.compare.promises.statements import statements
from plan_tui.compare.promises.suggested_places import SuggestedPlaces
from plan_tui.compare.promises.topic_of_statement import TopicTitles
from plan_tui.compare.text.word_weights import Rarity
from plan_tui.errors import UsageError
from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.comparison_enums import (
    Extent,
    PromiseKind,
)
from plan_tui.model.crosswalk import Topic
from plan_tui.model.records import Section
from plan_tui.model.tracks import Statement, Track
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.grammar import Query
from plan_tui.query.selector import heading_test
from plan_tui.query.word_matcher import SpelledText, WordMatcher
from plan_tui.store.crosswalk_queries import topics
from plan_tui.store.passage_queries import own_passages
from plan_tui.store.plan import Plan
from plan_tui.store.search_queries import printed_texts
from plan_tui.text.language import Phrase
from plan_tui.text.record import record, replaced

_NO_TOPIC = Phrase(
    "{name!r}という事項も見出しのキーもない。一覧は`plan-tui track`",
    "{name!r} is neither a topic nor a section's key; `plan-tui track` lists all",
)


def track(plan: Plan, topic_or_key: str) -> Track:
    """Return the track of a topic, or of a section.

    A section's track is that of its topics, each promise once; of one without a topic, that of
    its text and of what is asserted to belong to it.

    Raises:
        UsageError: there is neither a topic nor a section of that name.

    """
    crosswalk = topics(plan)
    by_id = {topic.id: topic for topic in crosswalk}
    if topic_or_key in by_id:
        wanted = [by_id[topic_or_key]]
        return _told_apart(_tracks(plan, _with_others(wanted, crosswalk), crosswalk), 1)[0]
    try:
        section = plan.section(topic_or_key)
    except UsageError as error:
        raise UsageError(_NO_TOPIC.of(name=topic_or_key)) from error
    return tracks_of(plan, [section])[section.id]


def tracks_of(plan: Plan, sections: Sequence[Section]) -> dict[int, Track]:
    """Return the track of each of some sections, as `track` gives it, by their ids.

    What all of them need is read once.
    """
    crosswalk = topics(plan)
    of_section = {
        section.id: [t for t in crosswalk if section.id in t.blocks] or [_around(plan, section)]
        for section in sections
    }
    asked = {
        section_id: _with_others(wanted, crosswalk) for section_id, wanted in of_section.items()
    }
    each_once = {topic.id: topic for topics_asked in asked.values() for topic in topics_asked}
    every = _tracks(plan, list(each_once.values()), crosswalk)
    by_id = dict(zip(each_once, every, strict=True))
    tracks_told = {}
    for section in sections:
        around = [by_id[topic.id] for topic in asked[section.id]]
        several = _told_apart(around, len(of_section[section.id]))
        is_one = len(several) == 1
        tracks_told[section.id] = several[0] if is_one else _joined(plan, section, several)
    return tracks_told


def tracks(plan: Plan, query: Query | None = None) -> tuple[Track, ...]:
    """Return the track of every topic for which some edition names a deadline or a number.

    Those with a promise that several editions name come first, else in the crosswalk's order.
    ``query`` keeps those that pass its `track_test`.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    keeps = track_test(plan, query) if query else None
    crosswalk = topics(plan)
    distinct = _each_once(_without_followed(_tracks(plan, crosswalk, crosswalk)))
    kept = [t for t in distinct if t.promises and (keeps is None or keeps(t))]
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


def _around(plan: Plan, section: Section) -> Topic:
    """Return a section and what is asserted to belong to it as if it were a topic."""
    places: dict[int, dict[int | None, Extent]] = {section.id: {None: Extent.WHOLE}}
    for link in plan.links(section.id):
        if not link.accepted or Extent.MENTION in (link.from_extent, link.to_extent):
            continue
        if link.from_section_id == section.id:
            places.setdefault(link.to_section_id, {})[link.to_block_id] = link.to_extent
        else:
            places.setdefault(link.from_section_id, {})[link.from_block_id] = link.from_extent
    blocks = {
        section_id: () if Extent.WHOLE in ends.values() else tuple(ends)
        for section_id, ends in places.items()
    }
    title = section.title or section.heading
    sections = tuple(plan.sections_by_id(blocks).values())
    return Topic(section.key, title, section.title_en, "", sections, blocks)


def _with_others(wanted: Sequence[Topic], crosswalk: Sequence[Topic]) -> list[Topic]:
    """Return some topics, and then those that share a section with them."""
    shared = {section_id for topic in wanted for section_id in topic.blocks}
    known = {topic.id for topic in wanted}
    others = [t for t in crosswalk if t.id not in known and not shared.isdisjoint(t.blocks)]
    return [*wanted, *others]


def _told_apart(several: list[Track], count: int) -> list[Track]:
    """Return the first tracks, told apart from the others, which share a section with them."""
    return _without_followed(several)[:count]


def _tracks(plan: Plan, wanted: Sequence[Topic], crosswalk: Sequence[Topic]) -> list[Track]:
    """Return the track of each of some topics; the whole crosswalk tells whose a promise is."""
    suggested = SuggestedPlaces(plan)
    followed = [suggested.added_to(topic) for topic in wanted]
    passages = own_passages(plan, (section for topic in followed for section in topic.sections))
    rarity = Rarity(printed_texts(plan))
    titles = TopicTitles(crosswalk, rarity)
    return [
        _track(plan, topic, _Asserted(asserted, suggested), passages, titles, rarity)
        for topic, asserted in zip(followed, wanted, strict=True)
    ]


@record
class _Asserted:
    """What of a topic is more than suggested."""

    topic: Topic
    """The topic as a reader wrote it."""
    places: SuggestedPlaces

    def suggested(self, section: Section) -> bool:
        """Tell whether a section is only suggested to speak of the topic."""
        return section.id not in self.topic.blocks


def _track(
    plan: Plan,
    topic: Topic,
    asserted: _Asserted,
    passages: dict[int, tuple[ComparedPassage, ...]],
    titles: TopicTitles,
    rarity: Rarity,
) -> Track:
    """Return one topic's track, of the passages that it means."""
    by_kind = _statements(plan, topic, asserted, passages)
    judged = [not asserted.places.unjudged(edition) for edition in plan.editions()]
    told = [
        promise
        for what, by_edition in by_kind.items()
        for promise in promises(what, by_edition, rarity, judged)
        if titles.belongs(topic, [s for s in promise.statements if not s.suggested])
    ]
    lacking = [edition for edition in plan.editions() if edition.id not in topic.editions]
    return Track(
        id=topic.id,
        title=topic.title,
        title_en=topic.title_en,
        note=topic.note,
        note_en=topic.note_en,
        sections=topic.sections,
        promises=tuple(sorted(told, key=lambda promise: not promise.followed)),
        suggested=frozenset(s.id for s in topic.sections if asserted.suggested(s)),
        silent=tuple(each for each in lacking if not asserted.places.unjudged(each)),
        unjudged=tuple(filter(asserted.places.unjudged, lacking)),
    )


def _statements(
    plan: Plan,
    topic: Topic,
    asserted: _Asserted,
    passages: dict[int, tuple[ComparedPassage, ...]],
) -> dict[PromiseKind, list[list[Statement]]]:
    """Return the deadlines and the goals that a topic's passages name, edition by edition."""
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
        for edition in plan.editions()
    ]
    return {
        kind: [
            [replaced(each, suggested=asserted.suggested(each.section)) for each in told[kind]]
            for told in by_edition
        ]
        for kind in PromiseKind
    }


def _without_followed(tracks: list[Track]) -> list[Track]:
    """Leave out as said by one edition alone what another topic follows over several."""
    followed = {s for t in tracks for p in t.promises if p.followed for s in p.statements}
    return [
        replaced(
            track,
            promises=tuple(
                promise
                for promise in track.promises
                if promise.followed or promise.statements[0] not in followed
            ),
        )
        for track in tracks
    ]


def _each_once(tracks: list[Track]) -> list[Track]:
    """Leave out the promises that an earlier topic tells."""
    told: set[Statement] = set()
    distinct = []
    for track in tracks:
        first = [promise for promise in track.promises if told.isdisjoint(promise.statements)]
        told.update(statement for promise in first for statement in promise.statements)
        distinct.append(replaced(track, promises=tuple(first)))
    return distinct


def _joined(plan: Plan, section: Section, tracks: list[Track]) -> Track:
    """Return the tracks of a section's topics as one, each promise once."""
    promises = [promise for track in _each_once(tracks) for promise in track.promises]
    numbers_last = sorted(promises, key=lambda promise: promise.what is PromiseKind.NUMBER)
    ids = {each.id for track in tracks for each in track.sections}
    return Track(
        id=section.key,
        title=section.title or section.heading,
        title_en=section.title_en,
        note="",
        note_en=None,
        sections=tuple(plan.sections_by_id(ids).values()),
        suggested=frozenset(
            section_id
            for section_id in ids
            if all(
                section_id in t.suggested or all(s.id != section_id for s in t.sections)
                for t in tracks
            )
        ),
        promises=tuple(sorted(numbers_last, key=lambda promise: not promise.followed)),
        silent=tuple(
            edition
            for edition in plan.editions()
            if all(edition in track.silent for track in tracks)
        ),
        unjudged=tuple(
            edition
            for edition in plan.editions()
            if all(edition in track.unjudged for track in tracks)
        ),
    )
