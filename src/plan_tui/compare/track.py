"""One matter's deadlines and numbers over the editions."""

from __future__ import annotations

from itertools import groupby

from plan_tui.compare.choosing import keeper
from plan_tui.compare.mentions import mentions
from plan_tui.compare.movement import deadline_movement, number_movement
from plan_tui.compare.threads import steps
from plan_tui.errors import UsageError
from plan_tui.model.comparing import Mention, Track
from plan_tui.model.filters import Query
from plan_tui.store.read import Plan
from plan_tui.store.read_compare import StoredTopic, topics
from plan_tui.text.tokens import fold


def track(plan: Plan, topic_or_key: str) -> Track:
    """Return the track of a topic, or of a section with what it is asserted to belong to.

    A section that stands in one topic stands for it.

    Raises:
        UsageError: there is neither a topic nor a section of that name.

    """
    stored = topics(plan)
    for topic in stored:
        if topic.id == topic_or_key:
            return _of_topic(plan, topic)
    try:
        section = plan.section(topic_or_key)
    except UsageError as error:
        raise UsageError(
            f"{topic_or_key!r} is neither a topic nor a section's key; `plan-tui track` lists all"
        ) from error
    inside = [topic for topic in stored if section.id in topic.section_ids]
    if len(inside) == 1:
        return _of_topic(plan, inside[0])
    ids = {section.id}
    for link in plan.links(section.id):
        if link.accepted:
            ids |= {link.from_section_id, link.to_section_id}
    found = StoredTopic(section.key, section.title, section.title_en, "", tuple(sorted(ids)))
    return _of_topic(plan, found)


def tracks(plan: Plan, query: Query | None = None) -> tuple[Track, ...]:
    """Return the track of every topic for which some edition names a deadline or a number.

    A topic is kept if one of its sections meets ``query``.
    """
    keep = keeper(plan, query)
    found = (_of_topic(plan, topic) for topic in topics(plan))
    return tuple(t for t in found if t.mentions and any(keep(section) for section in t.sections))


def _of_topic(plan: Plan, topic: StoredTopic) -> Track:
    editions = plan.editions()
    order = {edition.id: edition.ordinal for edition in editions}
    sections = sorted(
        (plan.section_by_id(number) for number in topic.section_ids),
        key=lambda s: (order[s.edition_id], s.document_id, s.ordinal),
    )
    by_edition: list[tuple[list[Mention], list[Mention]]] = []
    for edition_id, group in groupby(sections, key=lambda s: s.edition_id):
        edition = next(edition for edition in editions if edition.id == edition_id)
        by_edition.append(mentions(plan, edition, list(group), topic))
    deadlines = [dates for dates, _ in by_edition]
    numbers = [numbers for _, numbers in by_edition]
    found = [
        *steps("deadline", deadlines, lambda one, other: True, deadline_movement),
        *steps("number", numbers, _same_unit, number_movement),
    ]
    speaking = {section.edition_id for section in sections}
    return Track(
        id=topic.id,
        title=topic.title,
        title_en=topic.title_en,
        note=topic.note,
        sections=tuple(sections),
        mentions=tuple(m for group in (*deadlines, *numbers) for m in group),
        steps=tuple(found),
        silent=tuple(edition for edition in editions if edition.id not in speaking),
    )


def _same_unit(one: Mention, other: Mention) -> bool:
    return fold(one.unit) == fold(other.unit)
