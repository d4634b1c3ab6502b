"""The database's shape: its tables as the row types declare them, keys, indexes, views.

The writer creates what stands here, the documentation lists it, and a test compares both.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from types import NoneType
from typing import get_args, get_type_hints

from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.row import Row


@dataclass(frozen=True, slots=True)
class TableKeys:
    """What ties a table's rows together and finds them."""

    pk: str | tuple[str, ...] | None = "id"
    foreign_keys: str = ""
    """``column>table`` words; the referenced column is ``id``."""
    unique: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table."""

    name: str
    columns: dict[str, type]
    """Column → int, str or float, in their order."""
    optional: frozenset[str]
    """Columns that may be NULL."""
    pk: str | tuple[str, ...] | None
    foreign_keys: dict[str, str]
    """Column → table; the referenced column is ``id``."""
    unique: tuple[tuple[str, ...], ...]
    indexes: tuple[tuple[str, ...], ...]


KEYS: dict[str, TableKeys] = {
    "meta": TableKeys("key"),
    "documents": TableKeys(foreign_keys="edition_id>editions"),
    "added_documents": TableKeys(foreign_keys="id>documents"),
    "sections": TableKeys(
        foreign_keys="document_id>documents parent_id>sections",
        unique=(("key",),),
        indexes=(("document_id", "ordinal"), ("parent_id",)),
    ),
    "blocks": TableKeys(foreign_keys="section_id>sections", indexes=(("section_id", "ordinal"),)),
    "footnotes": TableKeys(
        foreign_keys="document_id>documents", unique=(("document_id", "number"),)
    ),
    "measures": TableKeys("section_id", foreign_keys="section_id>sections"),
    "kpis": TableKeys(
        foreign_keys="section_id>sections", indexes=(("section_id", "kind", "ordinal"),)
    ),
    "footnote_refs": TableKeys(
        None,
        "footnote_id>footnotes section_id>sections block_id>blocks kpi_id>kpis",
        indexes=(("section_id",), ("footnote_id",)),
    ),
    "dates": TableKeys(
        foreign_keys="section_id>sections block_id>blocks kpi_id>kpis footnote_id>footnotes",
        indexes=(("section_id",), ("start",)),
    ),
    "quantities": TableKeys(
        foreign_keys="section_id>sections block_id>blocks kpi_id>kpis",
        indexes=(("section_id",),),
    ),
    "topic_sections": TableKeys(("topic_id", "section_id"), "topic_id>topics section_id>sections"),
    "topic_blocks": TableKeys(
        ("topic_id", "section_id", "block_id"),
        "topic_id>topics section_id>sections block_id>blocks",
    ),
    "links": TableKeys(
        foreign_keys="from_section_id>sections to_section_id>sections from_block_id>blocks "
        "to_block_id>blocks",
        indexes=(("from_section_id",), ("to_section_id",)),
    ),
    "verdicts": TableKeys(("section_id", "edition_id"), "section_id>sections edition_id>editions"),
    "section_changes": TableKeys(
        ("section_id", "edition_id"), "section_id>sections edition_id>editions"
    ),
    "ruby": TableKeys(None, "document_id>documents"),
    "furniture": TableKeys(foreign_keys="document_id>documents"),
    "source_lines": TableKeys(("document_id", "line"), "document_id>documents"),
    "provenance": TableKeys(("document_id", "line", "column_start"), "document_id>documents"),
    "doubts": TableKeys(foreign_keys="document_id>documents", indexes=(("document_id",),)),
    "search_texts": TableKeys(("place", "row_id")),
    "word_readings": TableKeys("word"),
}
"""Table → its keys; a table that is not named has the primary key ``id`` and no other."""


def _shape(name: str, row: type[Row]) -> TableShape:
    """Return a table's shape: its columns from the type of its rows, the rest from `KEYS`."""
    hints = get_type_hints(row)
    columns, optional = {}, set()
    for column in fields(row):
        kinds = set(get_args(hints[column.name]) or (hints[column.name],))
        if NoneType in kinds:
            optional.add(column.name)
        (kind,) = kinds - {NoneType}
        columns[column.name] = _stored_as(kind)
    keys = KEYS.get(name, TableKeys())
    references = dict(word.split(">", 1) for word in keys.foreign_keys.split())
    return TableShape(
        name, columns, frozenset(optional), keys.pk, references, keys.unique, keys.indexes
    )


def _stored_as(kind: type) -> type:
    """Return the type that a field's values are stored as: int, str or float."""
    return str if issubclass(kind, StrEnum) else int if kind is bool else kind


TABLES: tuple[TableShape, ...] = tuple(
    _shape(name, get_args(rows)[0]) for name, rows in get_type_hints(DatabaseRows).items()
)

VIEWS: dict[str, str] = {
    "v_outline": """
        select s.key, d.edition_id as edition, s.document_id as document, s.depth, s.kind,
               s.label, s.title, s.title_en, s.citation, s.toc_only
        from sections s join documents d on d.id = s.document_id
        order by d.ordinal, s.ordinal""",
    "v_measures": """
        select m.number, m.chapter, s.key, s.title, s.title_en,
               (select group_concat(text, char(10)) from
                 (select text from kpis where section_id = s.id and kind = 'progress'
                  order by ordinal)) as progress,
               (select group_concat(text, char(10)) from
                 (select text from kpis where section_id = s.id and kind = 'outcome'
                  order by ordinal)) as outcome, d.edition_id as edition
        from measures m join sections s on s.id = m.section_id
        join documents d on d.id = s.document_id
        order by d.ordinal, s.ordinal""",
    "v_kpis": """
        with stood as (
            select q.id, trim(replace(replace(replace(replace(
                       substr(k.text, t.offset + length(t.text) + 1,
                              q.offset - t.offset - length(t.text)),
                       '実績値', ''), '実績', ''), '時点', ''), '現在', ''),
                       char(9, 10, 12288) || ' ：:は（(末ので') = '' as stands
            from quantities q join kpis k on k.id = q.kpi_id
            join dates t on t.kpi_id = k.id and t.is_target = 0
             and t.offset + length(t.text) <= q.offset
        ), goals as (
            select q.*, row_number() over (partition by q.kpi_id order by q.offset, q.id) as place
            from quantities q join kpis k on k.id = q.kpi_id
            where k.status = 'quantitative' and q.id not in (select id from stood where stands)
        ), due as (
            select k.id as kpi_id, t."end", t.text, t.kpi_id is null as in_text,
                   row_number() over (
                       partition by k.id order by t.kpi_id is null, not t.end_known,
                       case when t.end_known then coalesce(t."end", '9999-12-31') end,
                       case when t.end_known then coalesce(t.start, '') end,
                       t.block_id, t.offset, t.id) as place
            from kpis k join dates t on t.section_id = k.section_id and t.is_target = 1
             and (t.kpi_id = k.id or t.block_id is not null)
        )
        select m.number as measure, s.key, s.title, d.edition_id as edition, k.kind, k.ordinal,
               k.status, k.text, g.value, nullif(g.unit, '') as unit, g.comparator,
               u."end" as due, u.text as due_printed,
               case u.in_text when 1 then 'text' when 0 then 'kpi' end as due_place, s.title_en
        from kpis k join sections s on s.id = k.section_id
        join measures m on m.section_id = s.id join documents d on d.id = s.document_id
        left join goals g on g.kpi_id = k.id and g.place = 1
        left join due u on u.kpi_id = k.id and u.place = 1
        order by d.ordinal, s.ordinal, k.kind = 'outcome', k.ordinal""",
    "v_targets": """
        select t.start, t.end, t.end_known, t.inferred, t.basis, t.modality, t.text,
               d.edition_id as edition, s.key, s.label, s.title,
               coalesce(b.text, k.text, f.text, s.title) as passage
        from dates t join sections s on s.id = t.section_id
        join documents d on d.id = s.document_id
        left join blocks b on b.id = t.block_id
        left join kpis k on k.id = t.kpi_id
        left join footnotes f on f.id = t.footnote_id
        where t.is_target = 1
        order by t.end_known desc, t.end is null, t.end, d.ordinal, s.ordinal""",
    "v_changes": """
        with placed as (
            select s.id, s.key, s.title, s.ordinal as place, d.ordinal as document, d.edition_id,
                   e.ordinal as time
            from sections s join documents d on d.id = s.document_id
            join editions e on e.id = d.edition_id
        ), stated as (
            select c.*, p.key, p.title, p.place, p.document, p.edition_id as own_edition,
                   p.time < e.ordinal as onwards
            from section_changes c join placed p on p.id = c.section_id
            join editions e on e.id = c.edition_id
        ), suggested as (
            select l.*, f.edition_id as from_edition, t.edition_id as to_edition,
                   row_number() over (partition by l.from_section_id, t.edition_id
                                      order by l.score desc, l.id) as onwards_rank,
                   row_number() over (partition by l.to_section_id, f.edition_id
                                      order by l.score desc, l.id) as backwards_rank
            from links l join placed f on f.id = l.from_section_id
            join placed t on t.id = l.to_section_id
            where not l.accepted
        ), named as (
            select c.section_id, c.edition_id, c.own_edition, l.to_section_id, l.to_extent,
                   l.shared
            from stated c join links l on l.from_section_id = c.section_id
            join placed t on t.id = l.to_section_id and t.edition_id = c.edition_id
            where c.onwards and c.accepted and l.accepted and l.from_extent <> 'mention'
              and (l.to_extent <> 'mention' or c.change in ('part', 'below', 'mention'))
            union all
            select c.section_id, c.edition_id, c.own_edition, l.to_section_id, l.to_extent,
                   l.shared
            from stated c join suggested l on l.from_section_id = c.section_id
             and l.to_edition = c.edition_id and l.onwards_rank = 1
            where c.onwards and not c.accepted and c.change not in ('new', 'dropped', 'unknown')
        ), listed as (
            select section_id, edition_id, json_group_array(key) as keys,
                   max(case mentioned when 1 then null else shared end) as shared
            from (select n.section_id, n.edition_id, t.key, max(n.shared) as shared,
                         min(n.to_extent = 'mention') as mentioned
                  from named n join placed t on t.id = n.to_section_id
                  group by n.section_id, n.edition_id, t.id
                  order by n.section_id, n.edition_id, t.document, t.place)
            group by section_id, edition_id
        ), reached as (
            select distinct to_section_id, own_edition from named where to_extent <> 'mention'
        )
        select c.own_edition as from_edition, c.edition_id as to_edition, c.key as from_key,
               c.title as from_title, coalesce(n.keys, '[]') as to_keys, c.change as relation,
               c.accepted, c.score, n.shared, c.below, c.below_all, c.reason, c.reason_en,
               c.document as document_order, c.place as section_order
        from stated c left join listed n using (section_id, edition_id) where c.onwards
        union all
        select c.edition_id, c.own_edition, f.key, f.title, json_array(c.key), c.change,
               c.accepted, c.score, l.shared, c.below, c.below_all, c.reason, c.reason_en,
               1000000 + c.document, c.place
        from stated c
        left join suggested l on not c.accepted and c.change not in ('new', 'dropped', 'unknown')
          and l.to_section_id = c.section_id and l.from_edition = c.edition_id
          and l.backwards_rank = 1
        left join placed f on f.id = l.from_section_id
        left join reached r on r.to_section_id = c.section_id and r.own_edition = c.edition_id
        where not c.onwards and r.to_section_id is null
        order by 1, 2, 14, 15""",
}
