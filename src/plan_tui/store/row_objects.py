"""Stored rows as objects: for each kind of record its query, and what makes the object of a row.

A query without ``where`` or ``order by`` is completed by the caller.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from plan_tui.model.records import Block, Link, PrintedDate, Section, Table

Row = tuple[Any, ...]

SECTIONS = """
    select s.id, s.document_id, d.edition_id, s.parent_id, s.ordinal, s.depth, s.kind, s.label,
           s.title, s.key, s.citation, s.reading, s.title_en, s.toc_only, s.line_start, s.line_end,
           (select count(*) from sections c where c.parent_id = s.id) as children
    from sections s join documents d on d.id = s.document_id
"""
"""Rows of `section`; ``s`` is the section, ``d`` its document."""
BLOCKS = """
    select id, section_id, ordinal, kind, marker, level, text, data, line_start, line_end
    from blocks
"""
"""Rows of `block`."""
KPIS = "select id, section_id, kind, ordinal, text, status from kpis"
"""The fields of a `Kpi`."""
DATES = """
    select section_id, block_id, kpi_id, text, offset, start, "end", basis,
           coalesce(modality, ''), is_target
    from dates
"""
"""Rows of `printed_date`."""
NUMBERS = """
    select section_id, block_id, kpi_id, text, offset, value, coalesce(unit, ''),
           coalesce(comparator, '')
    from quantities
"""
"""The fields of a `PrintedNumber`."""
LINKS = """
    select l.id, from_section_id, to_section_id, from_block_id, to_block_id, relation, score,
           origin, accepted, reason
    from links l
"""
"""Rows of `link`."""
OF_SECTIONS = """
    join (select value as chosen_id, key as place from json_each(?)) on chosen_id = section_id
"""
"""Restricts a query to the sections of an `id_list`; ``place`` is the section's place in it."""


def id_list(ids: Iterable[int]) -> str:
    """Return ids, each once, as the one value that `OF_SECTIONS` takes.

    A list of any length is one value, so the limit of SQLite's placeholders does not matter.
    """
    return json.dumps(list(dict.fromkeys(ids)))


def section(row: Row) -> Section:
    """Return a row of `SECTIONS` as an object."""
    return Section(*(*row[:13], bool(row[13]), *row[14:]))


def block(row: Row) -> Block:
    """Return a row of `BLOCKS` as an object; a table's cells are stored as JSON."""
    *head, data, start, end = row
    table = None
    if data is not None:
        cells = json.loads(data)
        table = Table(tuple(cells["columns"]), tuple(map(tuple, cells["rows"])))
    return Block(*(*head, table, start, end))


def link(row: Row) -> Link:
    """Return a row of `LINKS` as an object."""
    return Link(*(*row[:8], bool(row[8]), row[9]))


def printed_date(row: Row) -> PrintedDate:
    """Return a row of `DATES` as an object."""
    return PrintedDate(*(*row[:9], bool(row[9])))
