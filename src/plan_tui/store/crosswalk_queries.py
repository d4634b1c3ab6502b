"""Queries about what belongs together: topics, links and verdicts, and the facts to compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plan_tui.model.enums import Origin, VerdictKind
from plan_tui.model.records import Link, PrintedDate, PrintedNumber, Section
from plan_tui.store.plan import DATES, LINKS, NUMBERS, Plan, link, printed_date, printed_number


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a section has no counterpart in the text held of an edition, said on purpose."""

    section_id: int
    edition_id: str
    verdict: VerdictKind
    origin: Origin
    reason: str


def verdicts(plan: Plan, section_id: int | None = None) -> tuple[Verdict, ...]:
    """Return the verdicts on one section, or all of them."""
    where = "" if section_id is None else "where section_id = ?"
    values = () if section_id is None else (section_id,)
    sql = f"""select section_id, edition_id, verdict, origin, reason from verdicts {where}
              order by section_id, edition_id"""
    return plan.objects(_verdict, sql, *values)


def _verdict(row: tuple[Any, ...]) -> Verdict:
    section_id, edition_id, verdict, origin, reason = row
    return Verdict(section_id, edition_id, VerdictKind(verdict), Origin(origin), reason)


def below(plan: Plan, section: Section) -> tuple[Section, ...]:
    """Return all sections below one, in reading order."""
    sections = plan.sections(section.document_id)
    inside = {section.id}
    found = []
    for other in sections:
        if other.parent_id in inside:
            inside.add(other.id)
            found.append(other)
    return tuple(found)


def dates_of(plan: Plan, section_ids: Iterable[int]) -> tuple[PrintedDate, ...]:
    """Return the dates in the blocks and KPIs of some sections, in the order of the text."""
    sql = f"""{DATES} where section_id = ? and footnote_id is null
              order by block_id is null, block_id, kpi_id, offset"""
    ids = dict.fromkeys(section_ids)
    return tuple(date for number in ids for date in plan.objects(printed_date, sql, number))


def numbers_of(plan: Plan, section_ids: Iterable[int]) -> tuple[PrintedNumber, ...]:
    """Return the numbers in the blocks and KPIs of some sections, in the order of the text."""
    sql = f"""{NUMBERS} where section_id = ?
              order by block_id is null, block_id, kpi_id, offset"""
    ids = dict.fromkeys(section_ids)
    return tuple(amount for number in ids for amount in plan.objects(printed_number, sql, number))


def texts(plan: Plan) -> list[str]:
    """Return the texts of all blocks and KPIs, in a fixed order."""
    sql = """select text from (select 0 as place, id, text from blocks
             union all select 1, id, text from kpis) order by place, id"""
    return [str(row[0]) for row in plan._rows(sql)]


@dataclass(frozen=True, slots=True)
class StoredTopic:
    """A topic of the crosswalk with its sections."""

    id: str
    title: str
    title_en: str | None
    note: str
    section_ids: tuple[int, ...]
    block_ids: Mapping[int, tuple[int, ...]]
    """Section → the blocks meant; a section that is meant whole is left out."""


def topics(plan: Plan) -> tuple[StoredTopic, ...]:
    """Return the crosswalk's topics in its own order, their sections by edition and text."""
    members: dict[str, list[int]] = {}
    sql = """select t.topic_id, t.section_id from topic_sections t
             join sections s on s.id = t.section_id join documents d on d.id = s.document_id
             order by d.ordinal, s.ordinal"""
    for topic_id, section_id in plan._rows(sql):
        members.setdefault(topic_id, []).append(section_id)
    blocks: dict[str, dict[int, tuple[int, ...]]] = {}
    sql = "select topic_id, section_id, block_id from topic_blocks order by block_id"
    for topic_id, section_id, block_id in plan._rows(sql):
        named = blocks.setdefault(topic_id, {})
        named[section_id] = (*named.get(section_id, ()), block_id)
    rows = plan._rows("select id, title, title_en, coalesce(note, '') from topics order by rowid")
    return tuple(
        StoredTopic(name, title, title_en, note, tuple(members.get(name, ())), blocks.get(name, {}))
        for name, title, title_en, note in rows
    )


def links_between(plan: Plan, older: str, newer: str) -> tuple[Link, ...]:
    """Return the links from sections of one edition to those of a later one."""
    sql = f"""{LINKS}
             join sections f on f.id = from_section_id join documents fd on fd.id = f.document_id
             join sections t on t.id = to_section_id join documents td on td.id = t.document_id
             where fd.edition_id = ? and td.edition_id = ?
             order by accepted desc, score desc, l.id"""
    return plan.objects(link, sql, older, newer)
