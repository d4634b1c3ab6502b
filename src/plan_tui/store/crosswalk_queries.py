"""Queries about what belongs together: topics, links and verdicts."""

from __future__ import annotations

from plan_tui.model.comparison_enums import (
    ChangeKind,
    Extent,
)
from plan_tui.model.crosswalk import Topic
from plan_tui.store.link_objects import LINKS, link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.records import Link
    from plan_tui.model.section_facts import LinkedSections, StatedRelation
    from plan_tui.store.outline_queries import Row
    from plan_tui.store.plan import Plan


def stated_relations(plan: Plan) -> dict[int, tuple[StatedRelation, ...]]:
    """Return what the other editions have of each section, by its id, oldest first."""
    sql = """select section_id, c.edition_id, e.ordinal > own.ordinal, change, accepted
             from section_changes c
             join editions e on e.id = c.edition_id
             join sections s on s.id = section_id join documents d on d.id = s.document_id
             join editions own on own.id = d.edition_id
             order by e.ordinal"""
    stated: dict[int, tuple[StatedRelation, ...]] = {}
    for section_id, relation in plan.database.objects(_stated_relation, sql):
        stated[section_id] = (*stated.get(section_id, ()), relation)
    return stated


def _stated_relation(row: Row) -> tuple[int, StatedRelation]:
    section_id, edition, is_later, change, asserted = row
    from plan_tui.model.section_facts import StatedRelation

    relation = ChangeKind(change)
    group = relation.group(asserted=bool(asserted))
    return section_id, StatedRelation(edition, bool(is_later), relation, group)


_OF_SECTION = "(select topic_id from topic_sections where section_id = ? and extent <> 'mention')"
"""The topics that a section stands in."""


def topics_with(plan: Plan, section_id: int) -> tuple[Topic, ...]:
    """Return the topics that a section stands in, in the crosswalk's order."""
    return topics(plan, _OF_SECTION, section_id)


def topics(plan: Plan, among: str = "", *values: int) -> tuple[Topic, ...]:
    """Return the crosswalk's topics in its own order, each with its sections.

    With ``among``, a query of ids with its ``values``, those of these ids alone.
    """
    places, mentions = _places(plan, among, *values)
    sections = plan.sections_by_id(
        i for named in (places, mentions) for ids in named.values() for i in ids
    )
    order = {section_id: number for number, section_id in enumerate(sections)}
    sql = f"""select id, title, title_en, coalesce(note, ''), note_en from topics
              {f"where id in {among}" if among else ""} order by rowid"""
    crosswalk = []
    for topic_id, title, title_en, note, note_en in plan.database.rows(sql, *values):
        blocks = places.get(topic_id, {})
        members, named = (
            tuple(sections[i] for i in sorted(ids, key=order.__getitem__))
            for ids in (blocks, mentions.get(topic_id, ()))
        )
        crosswalk.append(Topic(topic_id, title, title_en, note, members, blocks, note_en, named))
    return tuple(crosswalk)


def _places(
    plan: Plan, among: str, *values: int
) -> tuple[dict[str, dict[int, tuple[int | None, ...]]], dict[str, dict[int, None]]]:
    """Return what topics mean, and what mentions them.

    The first is topic id → section id → the blocks meant (None for what is no block), nothing
    for a section meant whole; the second topic id → the sections that only mention it.
    """
    places: dict[str, dict[int, tuple[int | None, ...]]] = {}
    mentions: dict[str, dict[int, None]] = {}
    sql = f"""select topic_id, section_id, block_id, t.extent
              from topic_sections t left join topic_blocks using (topic_id, section_id)
              {f"where topic_id in {among}" if among else ""} order by block_id"""
    rows = plan.database.objects(lambda row: (*row[:3], Extent(row[3])), sql, *values)
    for topic_id, section_id, block_id, extent in rows:
        if extent is Extent.MENTION:
            mentions.setdefault(topic_id, {})[section_id] = None
            continue
        blocks = places.setdefault(topic_id, {}).get(section_id, ())
        meant = () if extent is Extent.WHOLE else (*blocks, block_id)
        places[topic_id][section_id] = meant
    return places, mentions


def linked_sections(plan: Plan) -> LinkedSections:
    """Return how all sections are linked by asserted links."""
    from plan_tui.model.section_facts import LinkedSections

    extents: dict[int, set[Extent]] = {}
    shared: dict[int, float] = {}
    sql = """select from_section_id, from_extent, to_extent, shared from links where accepted
             union all
             select to_section_id, to_extent, from_extent, shared from links where accepted"""
    ends = plan.database.objects(lambda row: (row[0], Extent(row[1]), Extent(row[2]), row[3]), sql)
    for section_id, here, there, share in ends:
        extents.setdefault(section_id, set()).add(here)
        if Extent.MENTION not in (here, there):
            shared[section_id] = max(share, shared.get(section_id, 0.0))
    return LinkedSections({i: frozenset(kinds) for i, kinds in extents.items()}, shared)


def asserted_links(plan: Plan) -> tuple[Link, ...]:
    """Return all links that are asserted, by score."""
    sql = f"{LINKS} where accepted order by score desc, l.id"
    return plan.database.objects(link, sql)


def editions_with_judgements(plan: Plan) -> frozenset[str]:
    """Return the ids of the editions of which a reader said what belongs together.

    Of any other one nothing is known yet but suggestions. Looks through all links; what is found
    is stored (`plan_tui.store.edition_lookup.judged_editions`).
    """
    sql = """
        with named as (
            select section_id from topic_sections
            union select from_section_id from links where accepted
            union select to_section_id from links where accepted
        )
        select d.edition_id from named join sections s on s.id = section_id
        join documents d on d.id = s.document_id
        union select edition_id from verdicts where accepted"""
    return frozenset(edition for (edition,) in plan.database.rows(sql))


def suggestions_with(plan: Plan, editions: Iterable[str]) -> tuple[Link, ...]:
    """Return the links with an end in some editions that are only suggested, the best first."""
    import json

    held = """select s.id from sections s join documents d on d.id = s.document_id
              where edition_id in (select value from json_each(?))"""
    sql = f"""{LINKS} where not accepted
              and (from_section_id in ({held}) or to_section_id in ({held}))
              order by score desc, l.id"""
    ids = json.dumps(sorted(editions))
    return plan.database.objects(link, sql, ids, ids)
