"""The views of the database, for people who write SQL: what each is for, its SQL, its columns.

Those that stand for a command give its rows in its order; a test compares both. What a column means
is said here as the row types say it of tables.
"""

from __future__ import annotations

from plan_tui.store.sql_changes import CHANGES
from plan_tui.store.sql_view import SqlView

_EDITION = "Id of the edition."
_DOCUMENT = "Id of the document."
_KEY = "Key of the section: the unique short name to cite and type."
_LABEL = "The section's label as printed without spaces; may be empty."
_TITLE = "The section's title, without its label."
_TITLE_EN = "The title in unofficial English; NULL if none was made."
_CITATION = "The place in words, in Japanese."


def _joined(column: str, kind: str) -> str:
    """Return the SQL of a column of a measure's KPIs of a kind, joined by line feeds."""
    return f"""(select group_concat({column}, char(10)) from
                 (select {column} from kpis where section_id = s.id and kind = '{kind}'
                  order by ordinal))"""


_OUTLINE = SqlView(
    name="v_outline",
    about="Every heading, in reading order: what ``plan-tui tree --contents`` prints.",
    columns={
        "key": _KEY,
        "edition": _EDITION,
        "document": _DOCUMENT,
        "depth": "1 at the top.",
        "kind": "``preface``, ``part``, ``chapter``, ``section``, ``item``, ``slide`` or "
        "``measure``.",
        "label": _LABEL,
        "title": _TITLE,
        "title_en": _TITLE_EN,
        "citation": _CITATION,
        "toc_only": "1 if only a contents page tells of it and its text is not held.",
    },
    sql="""
        select s.key, d.edition_id as edition, s.document_id as document, s.depth, s.kind,
               s.label, s.title, s.title_en, s.citation, s.toc_only
        from sections s join documents d on d.id = s.document_id
        order by d.ordinal, s.ordinal""",
)

_MEASURES = SqlView(
    name="v_measures",
    about="One row a measure, oldest edition first, in printed order: those of "
    "``plan-tui measures``.",
    columns={
        "number": "``1-1`` … ``9-10``.",
        "chapter": "``I`` … ``IX``.",
        "key": _KEY,
        "title": _TITLE,
        "title_en": _TITLE_EN,
        "progress": "Its progress KPIs, joined by line feeds; NULL without any.",
        "outcome": "Its outcome KPIs, joined by line feeds; NULL without any.",
        "edition": "Id of the edition, several of which may hold measures.",
        "progress_status": "The statuses of its progress KPIs, in line with them; NULL without "
        "any.",
        "outcome_status": "The statuses of its outcome KPIs, in line with them; NULL without any.",
        "citation": _CITATION,
    },
    sql=f"""
        select m.number, m.chapter, s.key, s.title, s.title_en,
               {_joined("text", "progress")} as progress,
               {_joined("text", "outcome")} as outcome, d.edition_id as edition,
               {_joined("status", "progress")} as progress_status,
               {_joined("status", "outcome")} as outcome_status, s.citation
        from measures m join sections s on s.id = m.section_id
        join documents d on d.id = s.document_id
        order by d.ordinal, s.ordinal""",
)

_KPIS = SqlView(
    name="v_kpis",
    about="One row a KPI, oldest edition first, in printed order: what ``plan-tui kpis`` prints.",
    columns={
        "measure": "Number of its measure, ``1-1`` … ``9-10``.",
        "key": "Key of the measure's section.",
        "title": "Title of that section.",
        "edition": _EDITION,
        "kind": "``progress``（進捗） or ``outcome``（効果）.",
        "ordinal": "Order in its list, from 1.",
        "status": "``unset``, ``quantitative``, ``milestone`` or ``qualitative``.",
        "text": "The KPI; an unset one keeps its bracketed reason.",
        "value": "The first number that it promises to reach; NULL without any. A number that "
        "defines, divides or measures something, or tells where things stood, is none.",
        "unit": "Unit of that number; NULL for a ratio.",
        "comparator": "Of that number: ``>=``, ``>``, ``<=``, ``<`` or ``~``; NULL if it stands "
        "alone.",
        "due": "Last day (ISO) of the first date, by time, by which it is to be done; NULL "
        "without one, or where that has no known end.",
        "due_printed": "That date as printed.",
        "due_place": "Where that date stands: ``kpi``; NULL without one. The dates of the "
        "measure's text are in ``v_targets``: which of them is the KPI's nobody can tell.",
        "title_en": _TITLE_EN,
    },
    sql="""
        with goals as (
            select q.*, row_number() over (partition by q.kpi_id order by q.offset, q.id) as place
            from quantities q where q.is_target = 1
        ), due as (
            select t.kpi_id, t."end", t.text,
                   row_number() over (
                       partition by t.kpi_id order by not t.end_known,
                       case when t.end_known then coalesce(t."end", '9999-12-31') end,
                       case when t.end_known then coalesce(t.start, '') end,
                       t.offset, t.id) as place
            from dates t where t.is_target = 1 and t.kpi_id is not null
        )
        select m.number as measure, s.key, s.title, d.edition_id as edition, k.kind, k.ordinal,
               k.status, k.text, g.value, nullif(g.unit, '') as unit, g.comparator,
               u."end" as due, u.text as due_printed,
               iif(u.kpi_id is null, null, 'kpi') as due_place, s.title_en
        from kpis k join sections s on s.id = k.section_id
        join measures m on m.section_id = s.id join documents d on d.id = s.document_id
        left join goals g on g.kpi_id = k.id and g.place = 1
        left join due u on u.kpi_id = k.id and u.place = 1
        order by d.ordinal, s.ordinal, k.kind = 'outcome', k.ordinal""",
)

_TARGETS = SqlView(
    name="v_targets",
    about="Dated targets by time: what ``plan-tui targets`` prints. Those without a last day "
    "stand behind the others, those without known days last.",
    columns={
        "start": "First day, ISO; NULL for an open beginning or an unknown one.",
        "end": "Last day, ISO; NULL for an open end or an unknown one.",
        "end_known": "0 if a time is named whose days cannot be told.",
        "inferred": "1 if year or month are not printed with it but taken from the context.",
        "basis": "The unit of the date: ``fiscal_year``, ``year``, ``month``, ``day`` …, as in "
        "``dates``.",
        "modality": "Words that say how it binds (``まで 目途``), blanks between; NULL if none.",
        "text": "The date as printed.",
        "edition": _EDITION,
        "key": _KEY,
        "label": _LABEL,
        "title": _TITLE,
        "passage": "The block, KPI, footnote or title that it stands in, whole.",
        "firmness": "How firm it is: its basis; ``about`` with 頃, 目途 or 前後; ``open`` without "
        "a last day; ``unresolved`` without known days.",
        "fiscal_year": "The fiscal year (April to March) in which it falls due, or from which it "
        "is open (of a calendar year the one that begins in it); NULL without known days.",
        "place": "Where it stands: ``text``, ``kpi``, ``footnote`` or ``title``.",
        "offset": "Characters of the passage before it.",
        "citation": _CITATION,
        "title_en": _TITLE_EN,
    },
    sql="""
        select t.start, t."end", t.end_known, t.inferred, t.basis, t.modality, t.text,
               d.edition_id as edition, s.key, s.label, s.title,
               coalesce(b.text, k.text, f.text, s.title) as passage,
               case when not t.end_known then 'unresolved'
                    when t."end" is null then 'open'
                    when exists (select 1 from (select ' ' || t.modality || ' ' as words)
                                 where instr(words, ' 頃 ') or instr(words, ' 目途 ')
                                    or instr(words, ' 前後 ')) then 'about'
                    else t.basis end as firmness,
               cast(substr(coalesce(t."end", t.start), 1, 4) as integer)
                   - (substr(coalesce(t."end", t.start), 6, 2) < '04'
                      and not (t."end" is null and t.basis = 'year')) as fiscal_year,
               case when t.block_id is not null then 'text' when t.kpi_id is not null then 'kpi'
                    when t.footnote_id is not null then 'footnote' else 'title' end as place,
               t.offset, s.citation, s.title_en
        from dates t join sections s on s.id = t.section_id
        join documents d on d.id = s.document_id
        left join blocks b on b.id = t.block_id
        left join kpis k on k.id = t.kpi_id
        left join footnotes f on f.id = t.footnote_id
        where t.is_target = 1
        order by t.end_known desc, t."end" is null, t."end", t.start, d.ordinal, s.ordinal, t.id""",
)

_PASSAGES = SqlView(
    name="v_passages",
    about="Every title, block, KPI and footnote whose text is held, in reading order: what is "
    "searched. Each stands once; a footnote stands with the first section that refers to it.",
    columns={
        "edition": _EDITION,
        "document": _DOCUMENT,
        "key": _KEY,
        "title": _TITLE,
        "place": "``title``, ``text``, ``kpi`` or ``footnote``.",
        "row_id": "Row id of the section, block, KPI or footnote.",
        "text": "The passage, whole.",
        "citation": _CITATION,
        "title_en": _TITLE_EN,
    },
    sql="""
        with passages as (
            select id as section_id, 0 as part, 0 as place_order, 'title' as place, id as row_id,
                   title as text from sections where not toc_only
            union all
            select section_id, 1, ordinal, 'text', id, text from blocks
            union all
            select section_id, 2, id, 'kpi', id, text from kpis
            union all
            select section_id, 3, id, 'footnote', id, text
            from (select r.section_id, f.id, f.text,
                         row_number() over (partition by f.id order by s.ordinal) as mention
                  from footnotes f join footnote_refs r on r.footnote_id = f.id
                  join sections s on s.id = r.section_id)
            where mention = 1
        )
        select d.edition_id as edition, s.document_id as document, s.key, s.title, p.place,
               p.row_id, p.text, s.citation, s.title_en
        from passages p join sections s on s.id = p.section_id
        join documents d on d.id = s.document_id
        order by d.ordinal, s.ordinal, p.part, p.place_order""",
)

SQL_VIEWS = (_OUTLINE, _MEASURES, _KPIS, _TARGETS, CHANGES, _PASSAGES)
"""All views, in the order in which they are made."""
