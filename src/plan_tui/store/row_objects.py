"""Stored rows as objects: for each kind of record its query, and what makes the object of a row.

A query without ``where`` or ``order by`` is completed by the caller.
"""

from __future__ import annotations

from plan_tui.model.enums import (
    BlockKind,
    Comparator,
    DocumentKind,
    KpiKind,
    KpiStatus,
    SectionKind,
)
from plan_tui.model.records import (
    Block,
    Document,
    Kpi,
    PrintedDate,
    PrintedNumber,
    Section,
    Table,
)
from plan_tui.text.calendar import DateBasis
from plan_tui.text.characters import shown_bullet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

Row = tuple["Any", ...]

_SECTION_KINDS = {str(kind): kind for kind in SectionKind}
"""Quicker than the call of the enum: all sections are read again and again."""
BASES = {str(basis): basis for basis in DateBasis}
_COMPARATORS: dict[str, Comparator | None] = {
    "": None,
    **{str(comparator): comparator for comparator in Comparator},
}
_STATUSES: dict[str, KpiStatus | None] = {"": None, **{str(each): each for each in KpiStatus}}
_KPI_KINDS = {str(kind): kind for kind in KpiKind}

DEEPEST = 99
"""More levels than any outline or list has."""
_LEVELS = {level: level for level in range(DEEPEST + 1)}
# A level of a damaged row is refused like a word that is none: indented, it would fill the memory.

DOCUMENTS = """
    select id, edition_id, title, kind, dated, publisher, url, licence, source_file, sha256, lines,
           ordinal
    from documents
"""
"""Rows of `document`."""
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
"""Rows of `kpi`."""
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
"""Rows of `printed_number`."""
OF_SECTIONS = """
    join (select value as chosen_id, key as place from json_each(?)) on chosen_id = section_id
"""
"""Restricts a query to the sections of an `id_list`; ``place`` is the section's place in it."""


def id_list(ids: Iterable[int]) -> str:
    """Return ids, each once, as the one value that `OF_SECTIONS` takes.

    A list of any length is one value, so the limit of SQLite's placeholders does not matter.
    """
    return f"[{','.join(map(str, dict.fromkeys(ids)))}]"


def word_list(words: Iterable[str]) -> str:
    """Return words as one value, for ``json_each``; `json` is loaded where it escapes some."""
    listed = list(words)
    if all(word.isprintable() and '"' not in word and "\\" not in word for word in listed):
        quoted = [f'"{word}"' for word in listed]
        return f"[{','.join(quoted)}]"
    import json

    return json.dumps(listed)


def section(row: Row) -> Section:
    """Return a row of `SECTIONS` as an object."""
    fields = list(row)
    fields[5], fields[6], fields[13] = _LEVELS[row[5]], _SECTION_KINDS[row[6]], bool(row[13])
    return Section(*fields)


def document(row: Row) -> Document:
    """Return a row of `DOCUMENTS` as an object."""
    document_id, edition_id, title, kind, *rest = row
    return Document(document_id, edition_id, title, DocumentKind(kind), *rest)


def block(row: Row) -> Block:
    """Return a row of `BLOCKS` as an object; a table's cells are stored as JSON."""
    block_id, section_id, ordinal, kind, marker, level, text, data, start, end = row
    table = None
    if data is not None:
        import json

        cells = json.loads(data)
        table = Table(tuple(cells["columns"]), tuple(map(tuple, cells["rows"])))
    shown = shown_bullet(marker)
    kind, level = BlockKind(kind), _LEVELS[level]
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
    section_id, block_id, kpi_id, text, offset, value, unit, comparator = row
    bound = _COMPARATORS[comparator]
    return PrintedNumber(section_id, block_id, kpi_id, text, offset, value, unit, bound)
