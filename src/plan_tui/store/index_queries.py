"""What the search reads of its index: keys, strings, columns; nothing that it does not ask for."""

from __future__ import annotations

import json

from plan_tui.model.searchable_text import Reading
from plan_tui.text.number_lists import unpacked
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence
    from typing import Any

    from plan_tui.model.enums import KeyForm
    from plan_tui.model.records import Section
    from plan_tui.store.plan import Plan

_LAST = "\U0010ffff"
"""Stands behind all that a key can begin with."""
_PRINTED = """case u.place
    when 'title' then (select title from sections s where s.id = u.row_id)
    when 'title_en' then (select title_en from sections s where s.id = u.row_id)
    when 'text' then (select text from blocks b where b.id = u.row_id)
    when 'kpi' then (select text from kpis k where k.id = u.row_id)
    else (select text from footnotes f where f.id = u.row_id) end"""


@record
class Column:
    """What the search asks of all sections, or of all strings of a layer."""

    numbers: array[int]
    """One for each."""
    words: tuple[str, ...]
    """What the numbers stand for; empty where they are numbers."""


@record
class FoldedText:
    """A string that is searched, in the forms in which it is looked at."""

    printed: str
    spelled: str
    """As `plan_tui.text.fold.fold_printed` gives it."""
    folded: str
    """As `plan_tui.text.fold.fold_spelling` gives it."""


def postings(
    plan: Plan, form: KeyForm, keys: Sequence[str], layer: str, size: int
) -> dict[str, array[int]]:
    """Return for each key that there is which strings have it, in order.

    ``layer`` is ``titles`` or ``texts``, which has ``size`` strings.

    Raises:
        DataError: the database is damaged.

    """
    marks = ",".join("?" * len(keys))
    sql = f"select key, {layer} from search_postings where form = ? and key in ({marks})"
    table = dict(plan.database.objects(_posting, sql, form, *keys))
    _check(plan, table.values(), size)
    return table


def postings_beginning(
    plan: Plan, form: KeyForm, start: str, layer: str, size: int
) -> tuple[array[int], ...]:
    """Return which strings have a key, for each key with this beginning.

    Raises:
        DataError: the database is damaged.

    """
    sql = f"""select key, {layer} from search_postings
              where form = ? and key >= ? and key < ? order by key"""
    rows = plan.database.objects(_posting, sql, form, start, start + _LAST)
    lists = tuple(numbers for _, numbers in rows)
    _check(plan, lists, size)
    return lists


def _check(plan: Plan, lists: Iterable[array[int]], size: int) -> None:
    """Make sure that no number is that of a string which is not there; they are in order."""
    if any(numbers and numbers[-1] >= size for numbers in lists):
        raise plan.database.damaged("search_postings")


def _posting(row: tuple[Any, ...]) -> tuple[str, array[int]]:
    key, numbers = row
    return key, unpacked(numbers)


def columns(plan: Plan, *names: str) -> dict[str, Column]:
    """Return columns of the index by their names, all of one length.

    Raises:
        DataError: the database is damaged.

    """
    marks = ",".join("?" * len(names))
    sql = f"select name, numbers, words from search_columns where name in ({marks})"
    table = dict(plan.database.objects(_column, sql, *names))
    if len(table) < len(names) or len({len(column.numbers) for column in table.values()}) > 1:
        raise plan.database.damaged(_COLUMNS)
    return table


def _column(row: tuple[Any, ...]) -> tuple[str, Column]:
    name, numbers, words = row
    column = Column(unpacked(numbers), tuple(words.split()))
    if column.words and max(column.numbers, default=0) >= len(column.words):
        raise ValueError(_COLUMNS)
    return name, column


_COLUMNS = "search_columns"
"""What is named where the columns do not fit together."""


def unit_sections(plan: Plan, layer: str, sections: int) -> tuple[array[int], Column]:
    """Return for each string of a layer (``title``, ``text``) the number of its section and place.

    Raises:
        DataError: the database is damaged: one has a number from ``sections`` on.

    """
    table = columns(plan, f"{layer}_section", f"{layer}_place")
    numbers = table[f"{layer}_section"].numbers
    if max(numbers, default=-1) >= sections:
        raise plan.database.damaged(_COLUMNS)
    return numbers, table[f"{layer}_place"]


def indexed_sections(plan: Plan, ids: Sequence[int]) -> list[Section]:
    """Return sections by their ids, in the order in which they are asked for.

    Raises:
        DataError: the database is damaged.

    """
    by_id = plan.sections_by_id(ids)
    if any(section_id not in by_id for section_id in ids):
        raise plan.database.damaged("sections")
    return [by_id[section_id] for section_id in ids]


def folded_texts(plan: Plan, ids: Iterable[int]) -> list[FoldedText]:
    """Return the strings with these numbers, from 1, in the order in which they are asked for.

    Raises:
        DataError: the database is damaged.

    """
    sql = f"""select u.place, {_PRINTED}, u.spelled, u.folded
              from json_each(?) j left join search_units u on u.id = j.value order by j.key"""
    return list(plan.database.objects(_folded_text, sql, json.dumps(list(ids))))


def _folded_text(row: tuple[Any, ...]) -> FoldedText:
    place, printed, spelled, folded = row
    text = FoldedText(printed, printed if spelled is None else spelled, folded)
    if not all(isinstance(form, str) for form in (printed, text.spelled, folded)):
        raise ValueError(f"search_units.place {place}")
    return text


def unit_readings(plan: Plan, ids: Iterable[int]) -> list[Reading]:
    """Return how the strings with these numbers sound; an empty reading where none was made."""
    sql = """select coalesce(t.sound, ''), coalesce(t.cuts, '')
             from json_each(?) j left join search_units u on u.id = j.value
             left join search_texts t on t.place = u.place and t.row_id = u.row_id
             order by j.key"""
    return list(plan.database.objects(_reading, sql, json.dumps(list(ids))))


def _reading(row: tuple[Any, ...]) -> Reading:
    sound, cuts = row
    if not isinstance(sound, str) or not isinstance(cuts, str):
        raise ValueError("search_texts")
    return Reading(sound, cuts)


def newest_counterparts(plan: Plan, edition: str, section_ids: Iterable[int]) -> dict[int, int]:
    """Return section id → that of its whole counterpart in an edition, where one is asserted.

    Of several, the one that is most alike.
    """
    sql = """select from_section_id, to_section_id
             from json_each(?) j join links l on l.from_section_id = j.value
             join sections t on t.id = to_section_id join documents d on d.id = t.document_id
             where d.edition_id = ? and accepted = 1 and relation is not null
             order by shared, l.id desc"""
    return dict(plan.database.rows(sql, json.dumps(list(section_ids)), edition))
