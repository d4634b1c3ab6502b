"""Whether the database is whole: its shape, its keys, and how much stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plan_tui.errors import DataError, PlanError
from plan_tui.model.enums import FurnitureKind
from plan_tui.store.connect import rebuilding
from plan_tui.store.plan import Plan
from plan_tui.store.row_rules import broken_rules
from plan_tui.store.seal import SEAL, SHAPE, digests
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from plan_tui.store.schema import TableShape

_DAMAGED = Phrase("{path}：壊れています（{fault}）。{mend}", "{path}: is damaged ({fault}); {mend}")
_LOOSE = Phrase(
    "{table}の行{row}の指す{parent}の行がありません",
    "{table} row {row} names a row of {parent} that is not there",
)
_CORRUPT = Phrase("ファイルの破損：{message}", "integrity: {message}")
_NO_TABLE = Phrase("表{name}がありません", "table {name} is missing")
_NO_COLUMN = Phrase("列{table}.{name}がありません", "column {table}.{name} is missing")
_NO_VIEW = Phrase("ビュー{name}がありません", "view {name} is missing")
_WRONG_TYPE = Phrase(
    "列{table}.{name}の値{count}件が別の型です",
    "{count} {count:value|values} of {table}.{name} {count:is|are} of another type",
)
_WRONG_PARENT = Phrase(
    "sectionsの行{id}の親又は深さが正しくありません",
    "sections row {id} has a wrong parent or depth",
)
_STORED = {str: "'text'", int: "'integer'", float: "'real', 'integer'", bytes: "'blob'"}
"""Type of a column → SQLite's names of the types of its values."""
_TABLE_CHANGED = Phrase(
    "表{name}の内容が書かれたときと違います", "table {name} is not as it was written"
)
_SHAPE_CHANGED = Phrase(
    "表・索引・ビューの定義が書かれたときと違います",
    "tables, indexes or views are not as they were written",
)


def damage(plan: Plan) -> DataError | None:
    """Return the error that names the first fault; None if all is well."""
    return _named(plan, chain(faults(plan), changes_since_written(plan)))


def blamed(plan: Plan, error: Exception) -> PlanError | None:
    """Return what an error is to be told as: itself if it tells what to do, else the damage.

    None where nothing is wrong with the database: the error is the program's own.
    """
    if isinstance(error, PlanError):
        return error
    try:
        return _named(plan, chain(faults(plan), broken_rules(plan))) or damage(plan)
    except PlanError as unreadable:
        return unreadable


def _named(plan: Plan, each: Iterator[Phrase]) -> DataError | None:
    fault = next(each, None)
    if fault is None:
        return None
    return DataError(_DAMAGED.of(path=plan.file, fault=fault, mend=rebuilding(plan.file)))


def faults(plan: Plan) -> Iterator[Phrase]:
    """Yield what is wrong with the database's shape, keys and pages; nothing if all is well."""
    yield from (broken := tuple(_shape(plan)))
    if not broken:
        yield from _outline(plan)
    for table, rowid, parent, _ in plan.database.rows("pragma foreign_key_check"):
        yield _LOOSE.of(table=table, row=rowid, parent=parent)
    for (message,) in plan.database.rows("pragma integrity_check"):
        if message != "ok":
            yield _CORRUPT.of(message=message)


def changes_since_written(plan: Plan, rest: Callable[[], None] | None = None) -> Iterator[Phrase]:
    """Yield what is not as it was when the database was written; nothing if all is.

    Tables are named; what changed in them is for the proof of each document to find. ``rest`` is
    called before every few rows: it may leave the processor to others, or raise an error.
    """

    def ask(sql: str) -> list[tuple[Any, ...]]:
        if rest:
            rest()
        return plan.database.rows(sql)

    stored = {key: value for key, value in plan.meta().items() if key.startswith(SEAL)}
    present = dict(digests(ask))
    for key in sorted({*stored, *present}):
        if stored.get(key) != present.get(key):
            name = key.removeprefix(SEAL)
            yield _SHAPE_CHANGED if name == SHAPE else _TABLE_CHANGED.of(name=name)


def _shape(plan: Plan) -> Iterator[Phrase]:
    # Makes a type for each table, which whoever only reads does without.
    from plan_tui.store.schema import TABLES, VIEWS

    present = {name for (name,) in plan.database.rows("select name from sqlite_master")}
    for shape in TABLES:
        if shape.name not in present:
            yield _NO_TABLE.of(name=shape.name)
            continue
        columns = {row[1] for row in plan.database.rows(f"pragma table_info({shape.name})")}
        missing = [column for column in shape.columns if column not in columns]
        for column in missing:
            yield _NO_COLUMN.of(table=shape.name, name=column)
        if not missing:
            yield from _types(plan, shape)
    for view in VIEWS:
        if view not in present:
            yield _NO_VIEW.of(name=view)


def _types(plan: Plan, shape: TableShape) -> Iterator[Phrase]:
    """Yield the columns of a table in which a value is not of the column's type."""
    columns = list(shape.columns)
    tests = ", ".join(
        f"""count(iif(typeof("{column}") in ({_allowed(shape, column)}), null, 1))"""
        for column in columns
    )
    ((*wrong,),) = plan.database.rows(f"select {tests} from {shape.name}")
    for column, count in zip(columns, wrong, strict=True):
        if count:
            yield _WRONG_TYPE.of(table=shape.name, name=column, count=count)


def _allowed(shape: TableShape, column: str) -> str:
    """Return SQLite's names of the types that a column's values may have."""
    kinds = _STORED[shape.columns[column]]
    return f"{kinds}, 'null'" if column in shape.optional else kinds


def _outline(plan: Plan) -> Iterator[Phrase]:
    """Yield the sections that do not stand one step below a section before them, or at the top."""
    sql = """select s.id from sections s left join sections p on p.id = s.parent_id
             where p.document_id <> s.document_id or p.ordinal >= s.ordinal
                or s.depth <> coalesce(p.depth, 0) + 1"""
    for (section_id,) in plan.database.rows(sql):
        yield _WRONG_PARENT.of(id=section_id)


def document_counts(plan: Plan, document_id: str) -> dict[str, int]:
    """Return how many sections, measures, KPIs, footnotes and cited footnotes a document has.

    ``unread_titles`` are those with a word whose reading is not known.
    """
    of_document = "section_id in (select id from sections where document_id = ?)"
    queries = {
        "sections": "sections where document_id = ?",
        "measures": f"measures where {of_document}",
        "kpis": f"kpis where {of_document}",
        "footnotes": "footnotes where document_id = ?",
        "cited_footnotes": """footnotes where document_id = ?
            and id in (select footnote_id from footnote_refs)""",
        "unread_titles": "sections where document_id = ? and title <> '' and reading = ''",
    }
    return {
        name: plan.database.rows(f"select count(*) from {source}", document_id)[0][0]
        for name, source in queries.items()
    }


def furniture(plan: Plan, document_id: str) -> dict[FurnitureKind, int]:
    """Return how many pieces of each kind of furniture a document has, by kind."""
    sql = """select kind, count(*) from furniture where document_id = ?
             group by kind order by kind"""
    return dict(
        plan.database.objects(lambda row: (FurnitureKind(row[0]), row[1]), sql, document_id)
    )
