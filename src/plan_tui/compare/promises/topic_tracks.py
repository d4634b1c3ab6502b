"""One matter's deadlines and numbers over the editions, as they are stored."""

from __future__ import annotations

from functools import cache
from itertools import chain
from types import MappingProxyType

from plan_tui.errors import UsageError
from plan_tui.model.tracks import TopicHead, Track
from plan_tui.store.edition_lookup import judged_editions
from plan_tui.store.track_queries import (
    listed_heads,
    listed_promises,
    promises_of,
    topic_heads,
    topics_naming,
    track_sections,
    whole_promises_of,
)
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from plan_tui.model.records import Section
    from plan_tui.model.tracks import Promise
    from plan_tui.query.grammar import Query
    from plan_tui.store.plan import Plan

_NO_TOPIC = Phrase(
    "{name!r}という事項も見出しのキーもありません。一覧は`plan-tui track`、"
    "本文の語は`plan-tui search`",
    "{name!r} is neither a topic nor a section's key; `plan-tui track` lists all, "
    "`plan-tui search` finds words of the text",
)


def track(plan: Plan, topic_or_key: str) -> Track:
    """Return the track of a topic, or of a section.

    A section's track is that of its topics, each promise once; of one without a topic, that of
    its text and of what is asserted to belong to it.

    Raises:
        UsageError: there is neither a topic nor a section of that name.

    """
    heads = topic_heads(plan, (topic_or_key,))
    if heads:
        promises = promises_of(plan, heads)
        return _tracks(plan, heads.values(), promises)[0]
    try:
        section = plan.section(topic_or_key)
    except UsageError as error:
        raise UsageError(_NO_TOPIC.of(name=topic_or_key)) from error
    return tracks_of(plan, [section])[section.id]


def tracks_of(plan: Plan, sections: Sequence[Section]) -> dict[int, Track]:
    """Return the track of each of some sections, as `track` gives it, by their ids.

    What all of them need is read once.
    """
    naming = topics_naming(plan, (section.id for section in sections))
    names = _names(sections, naming)
    heads = topic_heads(plan, frozenset(names.values()))
    for section in sections:
        if names[section.id] not in heads:
            heads[section.key] = track_head(section)
    topics = {section.key: naming.get(section.id, []) for section in sections}
    told = _tracks(plan, heads.values(), promises_of(plan, heads), topics)
    by_name = {track.id: track for track in told}
    return {section_id: by_name[name] for section_id, name in names.items()}


def section_promises(plan: Plan, sections: Sequence[Section]) -> dict[int, tuple[Promise, ...]]:
    """Return the promises of the track of each of some sections, by their ids.

    With all that says them once more.
    """
    names = _names(sections, topics_naming(plan, (section.id for section in sections)))
    promises = whole_promises_of(plan, frozenset(names.values()), sections)
    return {section_id: promises.get(name, ()) for section_id, name in names.items()}


def _names(sections: Iterable[Section], naming: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Return what the track of each section is stored by: its one topic's id, or its key.

    ``naming`` has the ids of each section's topics.
    """
    lone = {section_id: topics[0] for section_id, topics in naming.items() if len(topics) == 1}
    return {section.id: lone.get(section.id, section.key) for section in sections}


def tracks(plan: Plan, query: Query | None = None) -> tuple[Track, ...]:
    """Return the track of every topic for which some edition names a deadline or a number.

    Those with a promise that several editions name come first, else in the crosswalk's order.
    ``query`` keeps those that pass its `track_test`.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    keeps = track_test(plan, query) if query else None
    listed = _tracks(plan, listed_heads(plan).values(), {})
    kept = [track for track in listed if keeps is None or keeps(track)]
    promises = listed_promises(plan, (track.id for track in kept))
    told = [replaced(track, promises=promises[track.id]) for track in kept]
    return tuple(sorted(told, key=lambda t: not any(p.followed for p in t.promises)))


def track_test(plan: Plan, query: Query) -> Callable[[Track], bool]:
    """Return a test of tracks against a query.

    A section must meet the query, filters and words in its heading; where there are words alone,
    they may also stand in the topic's title or id.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.query.selector import heading_test
    from plan_tui.query.word_matcher import SpelledText, WordMatcher

    keeps = cache(heading_test(query, FilterFacts(plan)))  # a section speaks of several topics
    matcher = WordMatcher(query)
    by_title = bool(query.words) and not query.filters

    def test(track: Track) -> bool:
        name = SpelledText.of(track.title, track.title_en or "", track.id)
        return (by_title and matcher.accepts(name)) or any(map(keeps, track.sections))

    return test


def track_head(section: Section) -> TopicHead:
    """Return what a section's own track is called."""
    title = section.title or section.heading
    return TopicHead(section.key, title, section.title_en, "", None)


def _tracks(
    plan: Plan,
    heads: Iterable[TopicHead],
    promises: Mapping[str, tuple[Promise, ...]],
    topics: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> list[Track]:
    """Return tracks of which the promises are known, in the order of ``heads``.

    ``topics`` has the ids of the topics of which a section's track tells, by its key.
    """
    named = list(heads)
    topics_of = {head.id: topics.get(head.id, (head.id,)) for head in named}
    every = chain.from_iterable(topics_of.values())
    sections, naming = track_sections(plan, (head.id for head in named), every)
    judged = judged_editions(plan)
    told = []
    for head in named:
        of_track = sections.get(head.id, [])
        editions = {section.edition_id for section, _ in of_track}
        mentions: dict[str, list[Section]] = {}
        named_in = {s.id: s for topic in topics_of[head.id] for s in naming.get(topic, ())}
        for section in named_in.values():
            mentions.setdefault(section.edition_id, []).append(section)
        without = [edition for edition in plan.editions() if edition.id not in editions]
        lacking = [edition for edition in without if edition.id not in mentions]
        told.append(
            Track(
                id=head.id,
                title=head.title,
                title_en=head.title_en,
                note=head.note,
                note_en=head.note_en,
                sections=tuple(section for section, _ in of_track),
                promises=promises.get(head.id, ()),
                silent=tuple(edition for edition in lacking if edition.id in judged),
                mentioned=tuple((e, tuple(mentions[e.id])) for e in without if e.id in mentions),
                suggested=frozenset(section.id for section, only in of_track if only),
                unjudged=tuple(edition for edition in lacking if edition.id not in judged),
            )
        )
    return told
