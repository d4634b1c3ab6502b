"""The view of the database that says what became of each outline in the later editions."""

from __future__ import annotations

from plan_tui.model.comparison_enums import LIKELY_FROM, SURE_FROM
from plan_tui.store.sql_view import SqlView


def _meant(column: str) -> str:
    """Return the SQL of how much an extent is: the less, the more of the section is meant."""
    return f"case {column} when 'whole' then 0 when 'part' then 1 else 2 end"


CHANGES = SqlView(
    name="v_changes",
    about="What ``plan-tui changes`` prints, for each pair of editions, oldest first: a row for "
    "each section of the earlier edition, and one for each section of the later to which none of "
    "them leads, not even by the best suggestion for it. Both are in reading order, the earlier "
    "ones first. So the sections of the earlier edition, without those that stand in a contents "
    "page alone, are as many as the rows whose ``document_order`` is below 1000000, each once; a "
    "row of a later section may name one of them again, from which it may come.",
    columns={
        "from_edition": "The earlier edition.",
        "to_edition": "The later edition.",
        "from_key": "Key of the earlier section; in the row of a later one the section from "
        "which this may come by the best suggestion for it, NULL without one.",
        "from_title": "Its label and title as one line.",
        "to_keys": "JSON list: the later sections in which it goes on, or that mention it; of a "
        "row for a later section this itself.",
        "relation": "What became of it: see ``change`` in ``section_changes``.",
        "accepted": "1 if it is asserted, 0 if only suggested.",
        "score": "0 to 1, of the best link; 0 without one.",
        "shared": "0 to 1: the most that it has in common with one of them; NULL without one.",
        "below": "Sections directly below it that go on.",
        "below_all": "Sections directly below it.",
        "reason": "Why, in words; empty where nothing is said.",
        "reason_en": "The same in unofficial English; NULL if nobody translated it.",
        "document_order": "For sorting: of the section's document; those of later sections come "
        "last.",
        "section_order": "For sorting: of the section in its document.",
        "to_titles": "JSON list: label and title of each of the later sections.",
        "from_extents": "JSON list, in line with ``to_keys``: how much of the earlier section "
        "goes on there (``whole``, ``part`` or ``mention``); empty where nothing leads to it.",
        "to_extents": "The same of the later sections.",
        "likelihood": "How likely a suggestion is right: ``sure``, ``likely`` or ``possible``; "
        "NULL for what is asserted or unknown.",
        "from_title_en": "The earlier section's title in unofficial English; NULL if none was "
        "made.",
        "to_titles_en": "JSON list: the same of the later sections.",
    },
    sql=f"""
        with placed as (
            select s.id, s.key, trim(s.label || ' ' || s.title) as heading, s.title_en,
                   s.ordinal as place, d.ordinal as document, d.edition_id, e.ordinal as time
            from sections s join documents d on d.id = s.document_id
            join editions e on e.id = d.edition_id
        ), stated as (
            select c.*, p.key, p.heading, p.title_en, p.place, p.document, p.time as own_time,
                   p.edition_id as own_edition, e.ordinal as other_time,
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
            select c.section_id, c.edition_id, c.own_edition, l.id, l.to_section_id, l.score,
                   l.from_extent, l.to_extent, l.shared
            from stated c join links l on l.from_section_id = c.section_id
            join placed t on t.id = l.to_section_id and t.edition_id = c.edition_id
            where c.onwards and c.accepted and l.accepted and l.from_extent <> 'mention'
              and (l.to_extent <> 'mention' or c.change in ('part', 'below', 'mention'))
            union all
            select c.section_id, c.edition_id, c.own_edition, l.id, l.to_section_id, l.score,
                   l.from_extent, l.to_extent, l.shared
            from stated c join suggested l on l.from_section_id = c.section_id
             and l.to_edition = c.edition_id and l.onwards_rank = 1
            where c.onwards and not c.accepted and c.change not in ('new', 'dropped', 'unknown')
        ), ranked as (
            select n.*, row_number() over (
                       partition by n.section_id, n.edition_id, n.to_section_id
                       order by n.from_extent = 'mention' or n.to_extent = 'mention',
                                {_meant("n.from_extent")} + {_meant("n.to_extent")},
                                n.score desc, n.id) as meaning_rank
            from named n
        ), listed as (
            select section_id, edition_id, json_group_array(key) as keys,
                   json_group_array(heading) as titles, json_group_array(title_en) as titles_en,
                   json_group_array(from_extent) as from_extents,
                   json_group_array(to_extent) as to_extents,
                   max(case to_extent when 'mention' then null else shared end) as shared
            from (select r.*, t.key, t.heading, t.title_en
                  from ranked r join placed t on t.id = r.to_section_id
                  where r.meaning_rank = 1
                  order by r.section_id, r.edition_id, t.document, t.place)
            group by section_id, edition_id
        ), reached as (
            select distinct to_section_id, own_edition from named where to_extent <> 'mention'
        ), told as (
            select c.own_edition as from_edition, c.edition_id as to_edition,
                   c.own_time as from_time, c.other_time as to_time, c.key as from_key,
                   c.heading as from_title, coalesce(n.keys, '[]') as to_keys,
                   c.change as relation, c.accepted, c.score, n.shared, c.below, c.below_all,
                   c.reason, c.reason_en, c.document as document_order, c.place as section_order,
                   coalesce(n.titles, '[]') as to_titles,
                   coalesce(n.from_extents, '[]') as from_extents,
                   coalesce(n.to_extents, '[]') as to_extents, c.title_en as from_title_en,
                   coalesce(n.titles_en, '[]') as to_titles_en
            from stated c left join listed n using (section_id, edition_id) where c.onwards
            union all
            select c.edition_id, c.own_edition, c.other_time, c.own_time, f.key, f.heading,
                   json_array(c.key), c.change, c.accepted, c.score, l.shared, c.below,
                   c.below_all, c.reason, c.reason_en, 1000000 + c.document, c.place,
                   json_array(c.heading),
                   case when l.id is null then '[]' else json_array(l.from_extent) end,
                   case when l.id is null then '[]' else json_array(l.to_extent) end,
                   f.title_en, json_array(c.title_en)
            from stated c
            left join suggested l on not c.accepted
              and c.change not in ('new', 'dropped', 'unknown')
              and l.to_section_id = c.section_id and l.from_edition = c.edition_id
              and l.backwards_rank = 1
            left join placed f on f.id = l.from_section_id
            left join reached r on r.to_section_id = c.section_id
              and r.own_edition = c.edition_id
            where not c.onwards and r.to_section_id is null
        )
        select from_edition, to_edition, from_key, from_title, to_keys, relation, accepted, score,
               shared, below, below_all, reason, reason_en, document_order, section_order,
               to_titles, from_extents, to_extents,
               case when not accepted and score > 0
                    then case when score >= {SURE_FROM} then 'sure'
                              when score >= {LIKELY_FROM} then 'likely' else 'possible' end
               end as likelihood, from_title_en, to_titles_en
        from told
        order by from_time, to_time, document_order, section_order""",
)
