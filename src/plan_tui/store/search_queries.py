"""What searching and filtering look at: texts, readings, aliases, facts about sections."""

from __future__ import annotations

from dataclasses import dataclass

from plan_tui.model.records import SearchText
from plan_tui.store.plan import Plan


@dataclass(frozen=True, slots=True)
class Reading:
    """How a searchable text sounds (made when the database is built)."""

    sound: str
    """The words' sounds, each after a blank; see `plan_tui.text.kana`."""
    cuts: str
    """Printed characters of each word, one base-36 digit a word."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A word, and the group of words that stand for each other."""

    group: int
    form: str
    sound: str


@dataclass(frozen=True, slots=True)
class DueDate:
    """A date by which something of a section is to be done."""

    section_id: int
    start: str | None
    end: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What filters ask about sections, beyond the sections themselves."""

    chapters: dict[int, str]
    """Section id of a measure → its chapter."""
    numbers: dict[int, str]
    """Section id of a measure → its number."""
    kpi_status: dict[int, frozenset[str]]
    has: dict[str, frozenset[int]]
    """``footnote``, ``table``, ``kpi``, ``target`` or ``text`` → ids of the sections with it."""
    due: tuple[DueDate, ...]


def readings(plan: Plan) -> dict[tuple[str, int], Reading]:
    """Return the reading of each searchable text, by (place, row id)."""
    rows = plan._rows("select place, row_id, sound, cuts from search_texts")
    return {(place, row_id): Reading(sound, cuts) for place, row_id, sound, cuts in rows}


def texts(plan: Plan) -> tuple[SearchText, ...]:
    """Return every searchable string below the titles, section by section in reading order.

    A footnote belongs to each section that refers to it.
    """
    sql = """
        select * from (
            select section_id, 'text' as place, id, text, 1 as part, ordinal from blocks
            union all select section_id, 'kpi', id, text, 2, id from kpis
            union all select distinct r.section_id, 'footnote', f.id, f.text, 3, f.id
                from footnote_refs r join footnotes f on f.id = r.footnote_id)
        order by section_id, part, ordinal"""
    return tuple(SearchText(*row[:4]) for row in plan._rows(sql))


def aliases(plan: Plan) -> tuple[Alias, ...]:
    """Return the words that stand for others, group by group."""
    rows = plan._rows("select group_id, form, sound from aliases order by id")
    return tuple(Alias(*row) for row in rows)


def facts(plan: Plan) -> Facts:
    """Return what filters ask about sections."""
    measures = plan._rows("select section_id, chapter, number from measures")
    status: dict[int, set[str]] = {}
    for section_id, value in plan._rows("select distinct section_id, status from kpis"):
        status.setdefault(section_id, set()).add(value)
    due = plan._rows("""select section_id, start, "end", basis from dates
                        where section_id is not null and is_target = 1""")
    has = {
        "footnote": "select section_id from footnote_refs",
        "table": "select section_id from blocks where kind = 'table'",
        "kpi": "select section_id from kpis",
        "target": "select section_id from dates where is_target = 1",
        "text": "select section_id from blocks where text <> ''",
    }
    return Facts(
        {section_id: chapter for section_id, chapter, _ in measures},
        {section_id: number for section_id, _, number in measures},
        {section_id: frozenset(values) for section_id, values in status.items()},
        {name: frozenset(row[0] for row in plan._rows(sql)) for name, sql in has.items()},
        tuple(DueDate(*row) for row in due),
    )
