"""Queries about what belongs together: topics, links and verdicts."""

from __future__ import annotations

from plan_tui.model.comparison_enums import (
    ChangeKind,
    Extent,
)
from plan_tui.model.crosswalk import SectionChange, Topic, group_of
from plan_tui.model.section_facts import LinkedSections, StatedRelation
from plan_tui.store.link_objects import LINKS, link
from plan_tui.store.outline_queries import id_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.records import Link
    from plan_tui.store.outline_queries import Row
    from plan_tui.store.plan import Plan

_CHANGES = {str(change): change for change in ChangeKind}
"""Quicker than the call of the enum: all changes are read again and again."""
_HELD = (
    "select s.id from sections s join documents d on d.id = s.document_id where d.edition_id = ?"
)
"""The sections of an edition."""


def section_changes(plan: Plan, edition: str, other: str) -> dict[int, SectionChange]:
    """Return what edition ``other`` has of each section of ``edition``, by section id."""
    sql = f"""select section_id, edition_id, change, accepted, score, below, below_all, reason,
                     reason_en
              from section_changes where section_id in ({_HELD}) and edition_id = ?"""
    stated = plan.database.objects(_section_change, sql, edition, other)
    return {each.section_id: each for each in stated}


def changes_onwards(
    plan: Plan, section_ids: Iterable[int], edition: str
) -> dict[int, SectionChange]:
    """Return what an edition has of each of some sections, by section id."""
    sql = """select section_id, edition_id, change, accepted, score, below, below_all, reason,
                    reason_en
             from section_changes
             where section_id in (select value from json_each(?)) and edition_id = ?"""
    stated = plan.database.objects(_section_change, sql, id_list(section_ids), edition)
    return {each.section_id: each for each in stated}


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
    relation = ChangeKind(change)
    group = group_of(relation, asserted=bool(asserted))
    return section_id, StatedRelation(edition, bool(is_later), relation, group)


def changes_of_section(plan: Plan, section_id: int) -> dict[str, SectionChange]:
    """Return what each other edition has of one section, by the edition's id."""
    sql = """select section_id, edition_id, change, accepted, score, below, below_all, reason,
                    reason_en
             from section_changes where section_id = ?"""
    return {
        each.edition_id: each for each in plan.database.objects(_section_change, sql, section_id)
    }


def _section_change(row: Row) -> SectionChange:
    section_id, edition_id, change, asserted, *rest = row
    return SectionChange(section_id, edition_id, _CHANGES[change], bool(asserted), *rest)


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


def counterpart_order(plan: Plan, section_id: int) -> dict[int, int]:
    """Return the places of a section's counterparts among those of their edition, by their ids.

    Those that are alone in their edition have none.
    """
    sql = "select other_id, ordinal from counterpart_order where section_id = ?"
    return dict(plan.database.rows(sql, section_id))


def links_between(plan: Plan, older: str, newer: str) -> tuple[Link, ...]:
    """Return the links from sections of one edition to those of a later one."""
    sql = f"""{LINKS} where from_section_id in ({_HELD}) and to_section_id in ({_HELD})
              order by accepted desc, score desc, l.id"""
    return plan.database.objects(link, sql, older, newer)


def links_onwards(plan: Plan, section_ids: Iterable[int], edition: str) -> tuple[Link, ...]:
    """Return the links from some sections to those of a later edition, as `links_between` does."""
    sql = f"""{LINKS} join sections t on t.id = to_section_id
              join documents d on d.id = t.document_id
              where from_section_id in (select value from json_each(?)) and d.edition_id = ?
              order by accepted desc, score desc, l.id"""
    return plan.database.objects(link, sql, id_list(section_ids), edition)


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
