"""Queries about what belongs together: topics, links and verdicts."""

from __future__ import annotations

from plan_tui.model.crosswalk import Topic, Verdict
from plan_tui.model.enums import Origin, VerdictKind
from plan_tui.model.records import Link
from plan_tui.store.plan import Plan
from plan_tui.store.row_objects import LINKS, Row, link


def verdicts(plan: Plan, section_id: int | None = None) -> tuple[Verdict, ...]:
    """Return the verdicts on one section, or all of them."""
    where = "" if section_id is None else "where section_id = ?"
    values = () if section_id is None else (section_id,)
    sql = f"""select section_id, edition_id, verdict, origin, reason from verdicts {where}
              order by section_id, edition_id"""
    return plan.database.objects(_verdict, sql, *values)


def _verdict(row: Row) -> Verdict:
    section_id, edition_id, verdict, origin, reason = row
    return Verdict(section_id, edition_id, VerdictKind(verdict), Origin(origin), reason)


def topics(plan: Plan) -> tuple[Topic, ...]:
    """Return the crosswalk's topics in its own order, each with its sections."""
    places = _places(plan)
    sections = plan.sections_by_id(i for blocks in places.values() for i in blocks)
    order = {section_id: number for number, section_id in enumerate(sections)}
    sql = "select id, title, title_en, coalesce(note, '') from topics order by rowid"
    crosswalk = []
    for topic_id, title, title_en, note in plan.database.rows(sql):
        blocks = places.get(topic_id, {})
        members = tuple(sections[i] for i in sorted(blocks, key=order.__getitem__))
        crosswalk.append(Topic(topic_id, title, title_en, note, members, blocks))
    return tuple(crosswalk)


def _places(plan: Plan) -> dict[str, dict[int, tuple[int, ...]]]:
    """Return topic id → section id → the blocks meant, none for a section meant whole."""
    places: dict[str, dict[int, tuple[int, ...]]] = {}
    sql = """select topic_id, section_id, block_id
             from topic_sections left join topic_blocks using (topic_id, section_id)
             order by block_id"""
    for topic_id, section_id, block_id in plan.database.rows(sql):
        blocks = places.setdefault(topic_id, {}).get(section_id, ())
        places[topic_id][section_id] = blocks if block_id is None else (*blocks, block_id)
    return places


def counterparts_in(plan: Plan, edition: str) -> dict[int, int]:
    """Return section id → that of its whole counterpart in an edition, where one is asserted.

    Of several, the one that is most alike.
    """
    sql = """select from_section_id, to_section_id
             from links l join sections t on t.id = to_section_id
             join documents d on d.id = t.document_id
             where d.edition_id = ? and accepted = 1 and relation is not null
               and from_block_id is null and to_block_id is null
             order by score, l.id desc"""
    return dict(plan.database.rows(sql, edition))


def links_between(plan: Plan, older: str, newer: str) -> tuple[Link, ...]:
    """Return the links from sections of one edition to those of a later one."""
    sql = f"""{LINKS}
             join sections f on f.id = from_section_id join documents fd on fd.id = f.document_id
             join sections t on t.id = to_section_id join documents td on td.id = t.document_id
             where fd.edition_id = ? and td.edition_id = ?
             order by accepted desc, score desc, l.id"""
    return plan.database.objects(link, sql, older, newer)
