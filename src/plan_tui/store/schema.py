"""The database's shape, declared as data: tables, columns, keys and views.

The writer creates what stands here, the documentation lists it, and a test compares both.
"""

from __future__ import annotations

from dataclasses import dataclass

SCHEMA_VERSION = 1
"""Stored as ``PRAGMA user_version`` and in ``meta``."""


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table."""

    name: str
    columns: dict[str, type]
    pk: str | tuple[str, ...] | None
    foreign_keys: dict[str, str]
    """Column → table; the referenced column is ``id``."""
    optional: frozenset[str] = frozenset()
    """Columns that may be NULL."""
    unique: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()


def _table(
    name: str,
    columns: str,
    *,
    pk: str | tuple[str, ...] | None = "id",
    refs: str = "",
    optional: str = "",
    unique: tuple[tuple[str, ...], ...] = (),
    indexes: tuple[tuple[str, ...], ...] = (),
) -> TableShape:
    """Read ``columns`` as ``name:type`` words (types i, s, f) and ``refs`` as ``column>table``."""
    types = {"i": int, "s": str, "f": float}
    parsed = {word.split(":")[0]: types[word.split(":")[1]] for word in columns.split()}
    keys = dict(word.split(">", 1) for word in refs.split())
    return TableShape(name, parsed, pk, keys, frozenset(optional.split()), unique, indexes)


TABLES: tuple[TableShape, ...] = (
    _table("meta", "key:s value:s", pk="key"),
    _table("editions", "id:s label:s label_en:s decided_on:s ordinal:i note:s note_en:s cite:s"),
    _table(
        "documents",
        "id:s edition_id:s title:s kind:s dated:s publisher:s url:s licence:s source_file:s "
        "sha256:s lines:i ordinal:i",
        refs="edition_id>editions",
    ),
    _table(
        "sections",
        "id:i document_id:s parent_id:i ordinal:i depth:i kind:s label:s title:s key:s "
        "citation:s reading:s title_en:s toc_only:i line_start:i line_end:i",
        refs="document_id>documents parent_id>sections",
        optional="parent_id title_en line_start line_end",
        unique=(("key",),),
        indexes=(("document_id", "ordinal"), ("parent_id",)),
    ),
    _table(
        "blocks",
        "id:i section_id:i ordinal:i kind:s marker:s level:i text:s data:s line_start:i line_end:i",
        refs="section_id>sections",
        optional="data line_start line_end",
        indexes=(("section_id", "ordinal"),),
    ),
    _table(
        "footnotes",
        "id:i document_id:s number:s text:s line_start:i line_end:i",
        refs="document_id>documents",
        optional="line_start line_end",
        unique=(("document_id", "number"),),
    ),
    _table(
        "measures",
        "section_id:i number:s chapter:s",
        pk="section_id",
        refs="section_id>sections",
        unique=(("number",),),
    ),
    _table(
        "kpis",
        "id:i section_id:i kind:s ordinal:i text:s status:s line_start:i line_end:i",
        refs="section_id>sections",
        optional="line_start line_end",
        indexes=(("section_id", "kind", "ordinal"),),
    ),
    _table(
        "footnote_refs",
        "footnote_id:i section_id:i block_id:i kpi_id:i offset:i",
        pk=None,
        refs="footnote_id>footnotes section_id>sections block_id>blocks kpi_id>kpis",
        optional="block_id kpi_id",
        indexes=(("section_id",), ("footnote_id",)),
    ),
    _table(
        "dates",
        "id:i section_id:i block_id:i kpi_id:i footnote_id:i text:s offset:i start:s end:s "
        "basis:s modality:s is_target:i disagreement:s",
        refs="section_id>sections block_id>blocks kpi_id>kpis footnote_id>footnotes",
        optional="section_id block_id kpi_id footnote_id start end modality disagreement",
        indexes=(("section_id",), ("start",)),
    ),
    _table(
        "quantities",
        "id:i section_id:i block_id:i kpi_id:i text:s offset:i value:f unit:s comparator:s",
        refs="section_id>sections block_id>blocks kpi_id>kpis",
        optional="block_id kpi_id value unit comparator",
        indexes=(("section_id",),),
    ),
    _table("topics", "id:s title:s title_en:s note:s", optional="title_en note"),
    _table(
        "topic_sections",
        "topic_id:s section_id:i",
        pk=("topic_id", "section_id"),
        refs="topic_id>topics section_id>sections",
    ),
    _table(
        "topic_blocks",
        "topic_id:s section_id:i block_id:i",
        pk=("topic_id", "section_id", "block_id"),
        refs="topic_id>topics section_id>sections block_id>blocks",
    ),
    _table(
        "links",
        "id:i from_section_id:i to_section_id:i from_block_id:i to_block_id:i relation:s score:f "
        "origin:s accepted:i reason:s",
        refs="from_section_id>sections to_section_id>sections from_block_id>blocks "
        "to_block_id>blocks",
        optional="from_block_id to_block_id",
        indexes=(("from_section_id",), ("to_section_id",)),
    ),
    _table(
        "verdicts",
        "section_id:i edition_id:s verdict:s origin:s reason:s",
        pk=("section_id", "edition_id"),
        refs="section_id>sections edition_id>editions",
    ),
    _table("ruby", "document_id:s line:i reading:s word:s", pk=None, refs="document_id>documents"),
    _table("furniture", "id:i document_id:s line:i kind:s text:s", refs="document_id>documents"),
    _table(
        "source_lines",
        "document_id:s line:i text:s",
        pk=("document_id", "line"),
        refs="document_id>documents",
    ),
    _table(
        "provenance",
        "document_id:s line:i column_start:i column_end:i role:s owner_id:i offset:i",
        pk=("document_id", "line", "column_start"),
        refs="document_id>documents",
    ),
    # For search alone: how each searchable text sounds, and which words stand for each other.
    _table("search_texts", "place:s row_id:i sound:s cuts:s", pk=("place", "row_id")),
    _table("aliases", "id:i group_id:i form:s sound:s"),
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
                  order by ordinal)) as outcome
        from measures m join sections s on s.id = m.section_id
        order by s.ordinal""",
    "v_targets": """
        select t.start, t.end, t.basis, t.modality, t.text, d.edition_id as edition, s.key,
               s.label, s.title, coalesce(b.text, k.text, f.text) as passage
        from dates t join sections s on s.id = t.section_id
        join documents d on d.id = s.document_id
        left join blocks b on b.id = t.block_id
        left join kpis k on k.id = t.kpi_id
        left join footnotes f on f.id = t.footnote_id
        where t.is_target = 1
        order by t.end is null, t.end, d.ordinal, s.ordinal""",
    "v_changes": """
        select fd.edition_id as from_edition, f.key as from_key, f.title as from_title,
               td.edition_id as to_edition, t.key as to_key, t.title as to_title,
               l.relation, l.score, l.origin, l.accepted, l.reason
        from links l
        join sections f on f.id = l.from_section_id join documents fd on fd.id = f.document_id
        join sections t on t.id = l.to_section_id join documents td on td.id = t.document_id
        union all
        select d.edition_id, s.key, s.title, v.edition_id, null, null,
               v.verdict, null, v.origin, 1, v.reason
        from verdicts v
        join sections s on s.id = v.section_id join documents d on d.id = s.document_id""",
}
