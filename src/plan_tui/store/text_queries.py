"""What stands in sections: blocks, KPIs, footnotes, dates, numbers.

Each function asks one query for any number of sections, or footnotes, and returns their ids →
objects; what has none is left out.
"""

from __future__ import annotations

from plan_tui.model.records import Footnote, FootnoteRef
from plan_tui.store.outline_queries import id_list
from plan_tui.store.row_objects import (
    BLOCKS,
    DATES,
    KPIS,
    NUMBERS,
    OF_SECTIONS,
    block,
    kpi,
    printed_date,
    printed_number,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeVar

    from plan_tui.model.records import Block, Kpi, PrintedDate, PrintedNumber
    from plan_tui.store.connect import OpenDatabase

    Record = TypeVar("Record", Block, Kpi, FootnoteRef, PrintedDate, PrintedNumber)
    BySection = dict[int, tuple[Record, ...]]
    """Section id → what stands in that section."""

_IN_TEXT = " order by place, block_id is null, block_id, kpi_id, offset"
"""Section by section in the order asked for; in one, blocks before KPIs."""
_IN_KPIS = " where kpi_id is not null order by place, kpi_id, offset"
"""The same of KPIs alone."""


def blocks_of(database: OpenDatabase, section_ids: Iterable[int]) -> BySection[Block]:
    """Return the sections' own blocks, in reading order."""
    sql = f"{BLOCKS}{OF_SECTIONS} order by place, ordinal"
    return _grouped(database.objects(block, sql, id_list(section_ids)))


def kpis_of(database: OpenDatabase, section_ids: Iterable[int]) -> BySection[Kpi]:
    """Return the KPIs of measures, progress before outcome."""
    sql = f"{KPIS}{OF_SECTIONS} order by place, kind = 'outcome', ordinal"
    return _grouped(database.objects(kpi, sql, id_list(section_ids)))


def measure_places_of(
    database: OpenDatabase, section_ids: Iterable[int]
) -> dict[int, tuple[str, str]]:
    """Return the number and the chapter of measures, by section id."""
    sql = f"select section_id, number, chapter from measures{OF_SECTIONS}"
    rows = database.rows(sql, id_list(section_ids))
    return {section_id: (number, chapter) for section_id, number, chapter in rows}


def footnote_refs_of(database: OpenDatabase, section_ids: Iterable[int]) -> BySection[FootnoteRef]:
    """Return where footnote marks stood: titles, blocks, then KPIs."""
    sql = f"""select footnote_id, number, section_id, block_id, kpi_id, offset
              from footnote_refs join footnotes f on f.id = footnote_id{OF_SECTIONS}
              order by place, kpi_id is not null, kpi_id, block_id is not null, block_id,
              offset"""
    return _grouped(FootnoteRef(*row) for row in database.rows(sql, id_list(section_ids)))


def footnotes_of(database: OpenDatabase, section_ids: Iterable[int]) -> dict[int, Footnote]:
    """Return the footnotes that sections refer to, by their own id."""
    sql = f"""select id, number, text, line_start, line_end from footnotes
              where id in (select footnote_id from footnote_refs{OF_SECTIONS})"""
    rows = database.rows(sql, id_list(section_ids))
    return {row[0]: Footnote(*row) for row in rows}


def marked_footnotes_of(
    database: OpenDatabase, section_ids: Iterable[int]
) -> list[tuple[int | None, int | None, int, str, str, PrintedDate | None]]:
    """Return the footnotes marked in blocks and KPIs, one row a date, in the order of the marks.

    A row is (block id, KPI id, footnote id, number, text, date); the date is None without any.
    """
    dates = DATES.replace("select", "select footnote_id,", 1)
    sql = f"""select r.block_id, r.kpi_id, f.id, f.number, f.text, d.*
              from footnote_refs r join footnotes f on f.id = r.footnote_id
              {OF_SECTIONS.replace("section_id", "r.section_id")}
              left join ({dates} where footnote_id is not null) d on d.footnote_id = f.id
              where coalesce(r.block_id, r.kpi_id) is not null
              order by place, r.block_id, r.kpi_id, r.offset, f.id, d.offset"""
    return [
        (*row[:5], None if row[5] is None else printed_date(row[6:]))
        for row in database.rows(sql, id_list(section_ids))
    ]


def dates_of(database: OpenDatabase, section_ids: Iterable[int]) -> BySection[PrintedDate]:
    """Return the dates in blocks and KPIs, in the order of the text."""
    in_text = "where coalesce(block_id, kpi_id) is not null"
    sql = f"{DATES}{OF_SECTIONS} {in_text}{_IN_TEXT}"
    return _grouped(database.objects(printed_date, sql, id_list(section_ids)))


def numbers_of(database: OpenDatabase, section_ids: Iterable[int]) -> BySection[PrintedNumber]:
    """Return the numbers in blocks and KPIs, in the order of the text."""
    sql = f"{NUMBERS}{OF_SECTIONS}{_IN_TEXT}"
    return _grouped(database.objects(printed_number, sql, id_list(section_ids)))


def kpi_dates_of(database: OpenDatabase, section_ids: Iterable[int]) -> BySection[PrintedDate]:
    """Return the dates in KPIs, in printed order."""
    sql = f"{DATES}{OF_SECTIONS}{_IN_KPIS}"
    return _grouped(database.objects(printed_date, sql, id_list(section_ids)))


def card_dates_of(database: OpenDatabase, section_ids: Iterable[int]) -> BySection[PrintedDate]:
    """Return the dates in KPIs, in printed order, then the targets among those in blocks."""
    sql = f"""{DATES}{OF_SECTIONS} where kpi_id is not null or (block_id is not null and is_target)
              order by place, kpi_id is null, kpi_id, block_id, offset"""
    return _grouped(database.objects(printed_date, sql, id_list(section_ids)))


def kpi_numbers_of(database: OpenDatabase, section_ids: Iterable[int]) -> BySection[PrintedNumber]:
    """Return the numbers in KPIs, in printed order."""
    sql = f"{NUMBERS}{OF_SECTIONS}{_IN_KPIS}"
    return _grouped(database.objects(printed_number, sql, id_list(section_ids)))


def _grouped(records: Iterable[Record]) -> BySection[Record]:
    grouped: dict[int, list[Record]] = {}
    for record in records:
        grouped.setdefault(record.section_id, []).append(record)
    return {section_id: tuple(group) for section_id, group in grouped.items()}
