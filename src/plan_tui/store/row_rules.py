"""What holds of every row, beyond the types of its columns: rules within a table and between them.

Statements about a text (dates, numbers, marks of footnotes) are held against the text that they
point at. The rules are SQL, so that a database of any size is looked at quickly.
"""

from __future__ import annotations

from collections.abc import Iterator

from plan_tui.store.outline_queries import DEEPEST
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.store.schema import TableShape

_BROKEN = Phrase(
    "{table}の行{row}が規則「{rule}」に反しています",
    "{table} row {row}: the rule {rule} does not hold",
)
_LOOSE = Phrase(
    "{table}の行{row}の語が、指している本文にありません",
    "{table} row {row} is not in the text it names",
)
_FOREIGN = Phrase(
    "{table}の行{row}が別の見出しの文を指しています",
    "{table} row {row} names a text of another section",
)
_MALFORMED_TABLE = Phrase(
    "{table}の行{row}の表のデータが、見出し行と同じ長さの文字の行になっていません",
    "{table} row {row}: the data of a table are not rows of text as long as its columns",
)
_MORE = Phrase(
    "{table}：ほかにも規則に反する行があります", "{table}: rules do not hold of further rows"
)
_SHOWN = 20
"""Rows of a table that are named."""
_FLOAT_LIMIT = "9e99"
"""More than any number in a text; infinity is beyond it."""
# A day is moved by none, since SQLite leaves 02-30 as it is until it counts.
RULES: dict[str, tuple[str, ...]] = {
    "editions": (
        "id <> ''",
        "ordinal >= 1",
        "decided_on is date(decided_on, '+0 days') or decided_on = ''",
    ),
    "documents": ("id <> ''", "dated is date(dated, '+0 days') or dated = ''", "lines >= 0"),
    "sections": (
        f"depth between 1 and {DEEPEST}",
        "ordinal between 1 and 1000000000",
        "key <> '' and key not glob '*[^A-Za-z0-9:.#_-]*'",
        "line_start is null or line_end is null or line_start <= line_end",
    ),
    "blocks": (
        f"level between 0 and {DEEPEST}",
        "ordinal between 1 and 1000000000",
        "(kind = 'table') = (data is not null)",
        "data is null or json_valid(data)",
        "line_start is null or line_end is null or line_start <= line_end",
    ),
    "measures": ("number <> ''", "chapter <> ''"),
    "footnote_refs": ("offset >= 0", "block_id is null or kpi_id is null"),
    "kpis": ("ordinal >= 1",),
    "dates": (
        "offset >= 0",
        "start is date(start, '+0 days')",
        "start is null or start >= '0100'",  # no year of the plan: calendars begin later
        "end is date(end, '+0 days')",
        "start <= end or start is null or end is null",
        "(block_id is not null) + (kpi_id is not null) + (footnote_id is not null) <= 1",
        "section_id is not null or footnote_id is not null",
        "end_known or (start is null and end is null)",
        "(basis = 'unresolved') = not end_known",
    ),
    "quantities": (
        "offset >= 0",
        f"value is null or abs(value) < {_FLOAT_LIMIT}",
        "(block_id is null) <> (kpi_id is null)",
    ),
    "links": (
        "score between 0 and 1",
        "from_section_id <> to_section_id",
        "relation is null or (from_extent = 'whole' and to_extent = 'whole')",
    ),
    "section_changes": ("score between 0 and 1", "below between 0 and below_all"),
    "source_lines": ("line >= 1", "page is null or page >= 1"),
    "provenance": ("line >= 1", "column_start between 0 and column_end - 1", "offset >= -1"),
    "furniture": ("line >= 1",),
    "ruby": ("line >= 1",),
}
"""Table → conditions that hold of each of its rows."""

_TEXT_OF = {
    "block_id": "(select text from blocks where id = t.block_id)",
    "kpi_id": "(select text from kpis where id = t.kpi_id)",
    "footnote_id": "(select text from footnotes where id = t.footnote_id)",
}
_TITLE = "(select title from sections where id = t.section_id)"
_NOT_THERE = "substr(coalesce({texts}), offset + 1, length(t.text)) is not t.text"
_BEHIND = "offset > length(coalesce({texts}))"
_SECTION_OF_BLOCK = "(select section_id from blocks where id = t.{column})"
_SECTION_OF_KPI = "(select section_id from kpis where id = t.{column})"


def _texts(*columns: str) -> str:
    return ", ".join([*(_TEXT_OF[column] for column in columns), _TITLE])


_STATEMENTS: tuple[tuple[str, str], ...] = (
    ("dates", _NOT_THERE.format(texts=_texts("block_id", "kpi_id", "footnote_id"))),
    ("quantities", _NOT_THERE.format(texts=_texts("block_id", "kpi_id"))),
    ("footnote_refs", _BEHIND.format(texts=_texts("block_id", "kpi_id"))),
)
"""Table, and the condition of a row whose words are not in the text that it points at."""
_OF_SECTIONS = tuple(
    (table, f"{section} <> {select.format(column=column)}")
    for table, section, column, select in (
        ("dates", "section_id", "block_id", _SECTION_OF_BLOCK),
        ("dates", "section_id", "kpi_id", _SECTION_OF_KPI),
        ("quantities", "section_id", "block_id", _SECTION_OF_BLOCK),
        ("quantities", "section_id", "kpi_id", _SECTION_OF_KPI),
        ("footnote_refs", "section_id", "block_id", _SECTION_OF_BLOCK),
        ("footnote_refs", "section_id", "kpi_id", _SECTION_OF_KPI),
        ("links", "from_section_id", "from_block_id", _SECTION_OF_BLOCK),
        ("links", "to_section_id", "to_block_id", _SECTION_OF_BLOCK),
        ("topic_blocks", "section_id", "block_id", _SECTION_OF_BLOCK),
    )
)
_NO_MEASURE = "(select kind from sections where id = t.section_id) <> 'measure'"
_ELSEWHERE = (*_OF_SECTIONS, ("measures", _NO_MEASURE), ("kpis", _NO_MEASURE))
"""Table, and the condition of a row that ties together what does not belong together."""
_MALFORMED = """
    json_type(data, '$.columns') is not 'array' or json_type(data, '$.rows') is not 'array'
    or exists (select 1 from json_each(data, '$.columns') where type <> 'text')
    or exists (select 1 from json_each(data, '$.rows') where type <> 'array')
    or exists (select 1 from json_each(data, '$.rows') line, json_each(line.value) cell
               where cell.type <> 'text')
    or exists (select 1 from json_each(data, '$.rows')
               where json_array_length(value) <> json_array_length(data, '$.columns'))
"""
"""Of a table's cells that are not lists of texts, all of one length; asked of valid JSON alone."""


def broken_rules(plan: Plan) -> Iterator[Phrase]:
    """Yield the rows that break a rule; nothing if all is well.

    All tables and columns are there, and values have the types of their columns.
    """
    for table, rules in all_rules().items():
        rule_of = " ".join(f"when not coalesce({rule}, 0) then {n}" for n, rule in enumerate(rules))
        sql = f"select rowid, case {rule_of} end as broken from {table} where broken is not null"
        for number, (row, broken) in enumerate(plan.database.rows(f"{sql} limit {_SHOWN + 1}")):
            if number == _SHOWN:
                yield _MORE.of(table=table)
            else:
                yield _BROKEN.of(table=table, row=row, rule=rules[broken])
    malformed = f"data is not null and iif(json_valid(data), {_MALFORMED}, 0)"
    yield from _rows_where(plan, "blocks", malformed, _MALFORMED_TABLE)
    for table, condition in _STATEMENTS:
        yield from _rows_where(plan, table, condition, _LOOSE)
    for table, condition in _ELSEWHERE:
        yield from _rows_where(plan, table, condition, _FOREIGN)


def all_rules() -> dict[str, tuple[str, ...]]:
    """Return each table's rules: those of its words and of its yes and no, and `RULES`."""
    # Makes a type for each table, which whoever only reads does without.
    from plan_tui.store.schema import TABLES

    rules = {shape.name: (*_of_words(shape), *RULES.get(shape.name, ())) for shape in TABLES}
    return {name: conditions for name, conditions in rules.items() if conditions}


def _of_words(shape: TableShape) -> Iterator[str]:
    """Yield the rules of columns that hold a word of a vocabulary, or yes and no."""
    for column, kind in shape.kinds.items():
        missing = f'"{column}" is null or ' if column in shape.optional else ""
        if kind is bool:
            yield f'{missing}"{column}" in (0, 1)'
        elif issubclass(kind, StrEnum):
            words = ", ".join(f"'{word}'" for word in kind)
            yield f'{missing}"{column}" in ({words})'


def _rows_where(plan: Plan, table: str, condition: str, words: Phrase) -> Iterator[Phrase]:
    sql = f"select rowid from {table} t where {condition} limit {_SHOWN}"
    for (row,) in plan.database.rows(sql):
        yield words.of(table=table, row=row)
