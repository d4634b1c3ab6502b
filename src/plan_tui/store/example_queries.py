"""Questions that people ask of the plan, as SQL.

``docs/database.md`` prints them, the metadata for Datasette offers them, tests check their answers.
Words are looked for by ``instr``: SQLite's own search of texts finds no Japanese word of two
characters. What is asked for stands as a parameter (``:word``).
"""

from __future__ import annotations

import re

from plan_tui.text.language import Phrase
from plan_tui.text.record import record

_PARAMETER = re.compile(r":([a-z_]+)")


@record
class ExampleQuery:
    """One question."""

    name: str
    """Short ASCII name, the end of its address in Datasette."""
    question: Phrase
    """What its rows answer, in words."""
    sql: str
    """As people type it; the lines begin at the margin."""

    @property
    def parameters(self) -> tuple[str, ...]:
        """What it asks for, each name once, in the order of the SQL."""
        return tuple(dict.fromkeys(_PARAMETER.findall(self.sql)))


PARAMETERS = {
    "word": Phrase("語（書かれているとおりに）", "a word, as it is printed"),
    "other": Phrase("もう1つの語", "another word"),
    "year": Phrase("年度（西暦）", "a fiscal year (April to March)"),
    "key": Phrase("見出しのキー（v_outline の key）", "key of a section, as in v_outline"),
    "topic": Phrase("事項の id（topics）", "id of a topic, as in topics"),
    "from_edition": Phrase("前の版の id（editions）", "id of the earlier edition, as in editions"),
    "to_edition": Phrase("後の版の id（editions）", "id of the later edition"),
}
"""Parameter → what is to be given."""


EXAMPLE_QUERIES = (
    ExampleQuery(
        "search",
        Phrase("ある語はどこに書かれているか", "Where does a word stand?"),
        """\
select key, edition, place, title,
       substr(text, max(1, instr(text, :word) - 30), 60 + length(:word)) as around, citation
from v_passages
where instr(text, :word)""",
    ),
    ExampleQuery(
        "search_two_words",
        Phrase(
            "2つの語がともに書かれている見出しはどれか",
            "Which sections hold two words, wherever in them?",
        ),
        """\
select key, edition, title, citation
from v_passages
group by key
having max(instr(text, :word)) and max(instr(text, :other))""",
    ),
    ExampleQuery(
        "word_over_time",
        Phrase("ある語は版ごとに何回書かれているか", "How often does each edition say a word?"),
        """\
select e.id as edition, e.decided_on,
       sum((length(p.text) - length(replace(p.text, :word, ''))) / length(:word)) as times,
       count(distinct case when instr(p.text, :word) then p.key end) as sections, e.note_en
from editions e join v_passages p on p.edition = e.id
group by e.id
order by e.ordinal""",
    ),
    ExampleQuery(
        "due_in_fiscal_year",
        Phrase("ある年度に期限の来る目標はどれか", "What is due in a fiscal year?"),
        """\
select "end" as due, firmness, text as printed, edition, key, title, passage
from v_targets
where fiscal_year = cast(:year as integer) and "end" is not null""",
    ),
    ExampleQuery(
        "targets_by_year",
        Phrase(
            "年度ごとの期限の件数は版でどう違うか",
            "How many deadlines has each edition in each fiscal year?",
        ),
        """\
select fiscal_year, edition, count(*) as targets, sum(firmness = 'about') as only_about
from v_targets
where "end" is not null
group by fiscal_year, edition""",
    ),
    ExampleQuery(
        "loose_deadlines",
        Phrase(
            "「頃」「目途」の付いた期限や日の分からない期限はどれか",
            "Which deadlines are only about a day, or name none that can be told?",
        ),
        """\
select firmness, text as printed, modality, edition, key, title
from v_targets
where firmness in ('about', 'unresolved')""",
    ),
    ExampleQuery(
        "unset_outcomes",
        Phrase(
            "効果のKPIが未設定の施策はどれか。その理由は",
            "Which outcome KPIs are unset, and why?",
        ),
        """\
select measure, key, title,
       case when instr(text, '（') then rtrim(substr(text, instr(text, '（') + 1), '）') end as why
from v_kpis
where kind = 'outcome' and status = 'unset'""",
    ),
    ExampleQuery(
        "kpis_with_numbers",
        Phrase("数値目標とその期限は何か", "Which numbers are to be reached, and by when?"),
        """\
select measure, kind, value, unit, comparator, due, due_place, text
from v_kpis
where value is not null
order by due is null, due, unit, value""",
    ),
    ExampleQuery(
        "without_measurable_kpi",
        Phrase(
            "数値も期日もKPIにない施策はどれか",
            "Which measures have no number and no date in any KPI?",
        ),
        """\
select number, title from v_measures m
where not exists (select 1 from v_kpis k
                  where k.key = m.key and k.status in ('quantitative', 'milestone'))""",
    ),
    ExampleQuery(
        "became_of",
        Phrase(
            "ある施策や見出しは後の版でどうなったか",
            "What became of a card, or of any section, in the later editions?",
        ),
        """\
select c.to_edition, c.relation, c.accepted, round(c.shared, 2) as shared, t.key, t.title, c.reason
from v_changes c left join json_each(c.to_keys) k left join sections t on t.key = k.value
where c.from_key = :key""",
    ),
    ExampleQuery(
        "not_in_a_later_edition",
        Phrase(
            "ある版の施策のうち後の版の収録テキストに記載のないものは章ごとに何件か",
            "How many measures of an edition are not in the text held of a later one, by chapter?",
        ),
        """\
select m.chapter, count(*) as measures, sum(c.relation = 'dropped' and c.accepted) as not_there,
       sum(not c.accepted or c.relation = 'unknown') as not_judged
from v_measures m join v_changes c on c.from_key = m.key and c.from_edition = m.edition
where m.edition = :from_edition and c.to_edition = :to_edition
group by m.chapter
order by min(cast(m.number as integer))""",
    ),
    ExampleQuery(
        "topic_deadlines",
        Phrase(
            "ある事項の期限は版ごとにどう変わったか",
            "Which deadlines does each edition name for one matter?",
        ),
        """\
select v.edition, v."end" as due, v.text as printed, v.key, v.passage
from topic_sections m join sections s on s.id = m.section_id
join v_targets v on v.key = s.key
join editions e on e.id = v.edition
where m.topic_id = :topic and m.extent <> 'mention'
order by e.ordinal, due""",
    ),
    ExampleQuery(
        "footnotes_of",
        Phrase("ある見出しの脚注は何か", "Which footnotes has a section?"),
        """\
select f.number, f.text
from footnote_refs r join footnotes f on f.id = r.footnote_id
join sections s on s.id = r.section_id
where s.key = :key
group by f.id""",
    ),
    ExampleQuery(
        "source_lines_of",
        Phrase(
            "ある見出しの文は原文のどの行から来たか",
            "From which lines of the source does a section come?",
        ),
        """\
select l.document_id, l.line, l.text
from sections s join source_lines l
  on l.document_id = s.document_id and l.line between s.line_start and s.line_end
where s.key = :key""",
    ),
)
"""All questions, in the order in which the documentation has them."""
