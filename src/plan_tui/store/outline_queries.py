"""The outline: documents, sections, and what stands above and below them.

What texts hold stands in `plan_tui.store.row_objects`: a list of sections loads none of it.
"""

from __future__ import annotations

from plan_tui.model.outline_enums import DocumentKind, SectionKind
from plan_tui.model.outline_records import Document, Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from plan_tui.store.connect import OpenDatabase

Row = tuple["Any", ...]

_SECTION_KINDS = {str(kind): kind for kind in SectionKind}
"""Quicker than the call of the enum: all sections are read again and again."""
DEEPEST = 99
"""More levels than any outline or list has."""
LEVELS = {level: level for level in range(DEEPEST + 1)}
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
Lines = dict[int, tuple[Section, ...]]
"""Section id → sections above or below that section; one without any is left out."""
_READING_ORDER = " order by d.ordinal, s.ordinal"
"""Document by document, oldest first, each as it is read."""
# Without `all`: in a damaged outline that goes in a circle each section comes once.
_ABOVE = """
    with recursive line(of_id, id) as (
        select value, value from json_each(?)
        union select of_id, parent_id from line join sections using (id)
            where parent_id is not null)
"""
_BELOW = """
    with recursive line(of_id, id) as (
        select value, value from json_each(?)
        union select of_id, child.id from line join sections child on parent_id = line.id)
"""
_CHILDREN = """
    with line(of_id, id) as (
        select value, child.id from json_each(?) join sections child on parent_id = value)
"""


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
    fields[5], fields[6], fields[13] = LEVELS[row[5]], _SECTION_KINDS[row[6]], bool(row[13])
    return Section(*fields)


def document(row: Row) -> Document:
    """Return a row of `DOCUMENTS` as an object."""
    document_id, edition_id, title, kind, *rest = row
    return Document(document_id, edition_id, title, DocumentKind(kind), *rest)


def sections_where(
    database: OpenDatabase, condition: str = "true", *values: str | int | None
) -> tuple[Section, ...]:
    """Return the sections that meet an SQL condition, in reading order.

    In the condition ``s`` is the section and ``d`` its document.
    """
    sql = f"{SECTIONS} where {condition}{_READING_ORDER}"
    return database.objects(section, sql, *values)


def ancestors_of(database: OpenDatabase, section_ids: Iterable[int]) -> Lines:
    """Return what stands above each section, from the top of the outline down."""
    return _lines(database, _ABOVE, section_ids)


def children_of(database: OpenDatabase, section_ids: Iterable[int]) -> Lines:
    """Return what stands directly below each section, in reading order."""
    return _lines(database, _CHILDREN, section_ids)


def descendants_of(database: OpenDatabase, section_ids: Iterable[int]) -> Lines:
    """Return all that stands below each section, in reading order."""
    return _lines(database, _BELOW, section_ids)


def _lines(database: OpenDatabase, line: str, section_ids: Iterable[int]) -> Lines:
    """Return the sections that a table ``line`` names, by the section that they belong to.

    What stands above a section also stands before it, so reading order serves both ways.
    """
    sql = f"""{line} select of_id, found.* from line join ({SECTIONS}) found using (id)
              where of_id <> id order by of_id, found.ordinal"""
    grouped: dict[int, list[Section]] = {}
    pairs = database.objects(lambda row: (row[0], section(row[1:])), sql, id_list(section_ids))
    for of_id, member in pairs:
        grouped.setdefault(of_id, []).append(member)
    return {of_id: tuple(group) for of_id, group in grouped.items()}
