"""Stored rows of texts as objects: the query of each kind of record, and what makes its object.

A query without ``where`` or ``order by`` is completed by the caller.
"""

from __future__ import annotations

from plan_tui.model.enums import BlockKind, Comparator, KpiKind, KpiStatus
from plan_tui.model.records import Block, Kpi, PrintedDate, PrintedNumber, Table
from plan_tui.store.outline_queries import LEVELS
from plan_tui.text.calendar import BASES
from plan_tui.text.characters import shown_bullet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.store.outline_queries import Row

_COMPARATORS: dict[str, Comparator | None] = {
    "": None,
    **{str(comparator): comparator for comparator in Comparator},
}
_STATUSES: dict[str, KpiStatus | None] = {"": None, **{str(each): each for each in KpiStatus}}
_KPI_KINDS = {str(kind): kind for kind in KpiKind}

BLOCKS = """
    select id, section_id, ordinal, kind, marker, level, text, data, line_start, line_end
    from blocks
"""
"""Rows of `block`."""
KPIS = "select id, section_id, kind, ordinal, text, status from kpis"
"""Rows of `kpi`."""
DATES = """
    select section_id, block_id, kpi_id, text, offset, start, "end", basis,
           coalesce(modality, ''), is_target
    from dates
"""
"""Rows of `printed_date`."""
NUMBERS = """
    select section_id, block_id, kpi_id, text, offset, value, coalesce(unit, ''),
           coalesce(comparator, ''), is_target
    from quantities
"""
"""Rows of `printed_number`."""
OF_SECTIONS = """
    join (select value as chosen_id, key as place from json_each(?)) on chosen_id = section_id
"""
"""Restricts a query to the sections of an `id_list`; ``place`` is the section's place in it."""


def block(row: Row) -> Block:
    """Return a row of `BLOCKS` as an object; a table's cells are stored as JSON."""
    block_id, section_id, ordinal, kind, marker, level, text, data, start, end = row
    table = None
    if data is not None:
        import json

        cells = json.loads(data)
        table = Table(tuple(cells["columns"]), tuple(map(tuple, cells["rows"])))
    shown = shown_bullet(marker)
    kind, level = BlockKind(kind), LEVELS[level]
    return Block(block_id, section_id, ordinal, kind, shown, level, text, table, start, end)


def kpi(row: Row) -> Kpi:
    """Return a row of `KPIS` as an object."""
    kpi_id, section_id, kind, ordinal, text, status = row
    return Kpi(kpi_id, section_id, _KPI_KINDS[kind], ordinal, text, _STATUSES[status])


def printed_date(row: Row) -> PrintedDate:
    """Return a row of `DATES` as an object."""
    section_id, block_id, kpi_id, text, offset, start, end, basis, modality, is_target = row
    unit = BASES[basis]
    return PrintedDate(
        section_id, block_id, kpi_id, text, offset, start, end, unit, modality, bool(is_target)
    )


def printed_number(row: Row) -> PrintedNumber:
    """Return a row of `NUMBERS` as an object."""
    section_id, block_id, kpi_id, text, offset, value, unit, comparator, is_target = row
    bound = _COMPARATORS[comparator]
    return PrintedNumber(
        section_id, block_id, kpi_id, text, offset, value, unit, bound, bool(is_target)
    )
