"""What the search reads of its index: keys, strings, columns; nothing that it does not ask for."""

from __future__ import annotations

from plan_tui.store.outline_queries import id_list
from plan_tui.text.number_lists import all_below, unpacked, unpacked_codes
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from plan_tui.model.outline_enums import KeyForm, StringForm
    from plan_tui.model.records import Section
    from plan_tui.store.plan import Plan

TOGETHER = 16
"""Strings of a row: a few kilobytes, which take about as long to read as the row takes to find."""
_LAST = "\U0010ffff"
"""Stands behind all that a key can begin with."""


@record
class Column:
    """What the search asks of all sections, or of all strings of a layer."""

    numbers: Sequence[int]
    """One for each."""
    words: tuple[str, ...]
    """What the numbers stand for; empty where they are numbers."""


def postings(
    plan: Plan, form: KeyForm, keys: Sequence[str], layer: str, size: int
) -> dict[str, Sequence[int]]:
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
) -> tuple[Sequence[int], ...]:
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


def _check(plan: Plan, lists: Iterable[Sequence[int]], size: int) -> None:
    """Make sure that no number is that of a string which is not there; they are in order."""
    if any(numbers and numbers[-1] >= size for numbers in lists):
        raise plan.database.damaged("search_postings")


def _posting(row: tuple[Any, ...]) -> tuple[str, Sequence[int]]:
    key, numbers = row
    return key, unpacked(numbers)


def columns(plan: Plan, *names: str, sections: int | None = None) -> dict[str, Column]:
    """Return columns of the index by their names, all of one length.

    Raises:
        DataError: the database is damaged: if ``sections`` are so many, also where a column of
            their numbers has a higher one.

    """
    marks = ",".join("?" * len(names))
    sql = f"select name, numbers, words from search_columns where name in ({marks})"
    table = dict(plan.database.objects(lambda row: _column(row, sections), sql, *names))
    if len(table) < len(names) or len({len(column.numbers) for column in table.values()}) > 1:
        raise plan.database.damaged(_COLUMNS)
    return table


def _column(row: tuple[Any, ...], sections: int | None) -> tuple[str, Column]:
    name, numbers, words = row
    kinds = tuple(words.split())
    if kinds:
        try:
            return name, Column(unpacked_codes(numbers, len(kinds)), kinds)
        except ValueError as error:
            raise ValueError(f"{_COLUMNS}.words {words}") from error
    if sections is not None and name.endswith("_section") and not all_below(numbers, sections):
        raise ValueError(_COLUMNS)
    return name, Column(unpacked(numbers), kinds)


_COLUMNS = "search_columns"
"""What is named where the columns do not fit together."""


def unit_sections(plan: Plan, layer: str, sections: int) -> tuple[Sequence[int], Column]:
    """Return for each string of a layer (``title``, ``text``) the number of its section and place.

    Raises:
        DataError: the database is damaged: one has a number from ``sections`` on.

    """
    table = columns(plan, f"{layer}_section", f"{layer}_place", sections=sections)
    return table[f"{layer}_section"].numbers, table[f"{layer}_place"]


def indexed_sections(plan: Plan, ids: Sequence[int]) -> list[Section]:
    """Return sections by their ids, in the order in which they are asked for.

    Raises:
        DataError: the database is damaged.

    """
    by_id = plan.sections_by_id(ids)
    if any(section_id not in by_id for section_id in ids):
        raise plan.database.damaged("sections")
    return [by_id[section_id] for section_id in ids]


def strings(
    plan: Plan, layer: str, forms: Sequence[StringForm], firsts: Iterable[int]
) -> dict[int, list[list[str]]]:
    """Return, for each of some firsts, forms of the `TOGETHER` strings from it on.

    There are fewer at the end. ``layer`` is ``titles`` or ``texts``.

    Raises:
        DataError: the database is damaged.

    """
    asked = list(firsts)
    sql = f"""select first, {", ".join(forms)} from search_strings
              where layer = ? and first in (select value from json_each(?))"""
    held = dict(plan.database.objects(_strings, sql, layer, id_list(asked)))
    if len(held) < len(set(asked)):
        raise plan.database.damaged("search_strings")
    return held


def _strings(row: tuple[Any, ...]) -> tuple[int, list[list[str]]]:
    first, *forms = row
    if not all(isinstance(joined, bytes) for joined in forms):
        raise ValueError("search_strings")
    return first, [parted(joined) for joined in forms]


def joined_strings(
    plan: Plan, layer: str, form: StringForm, firsts: Iterable[int]
) -> dict[int, bytes]:
    """Return a form of the same as it is stored, for `parted`.

    Raises:
        DataError: the database is damaged.

    """
    asked = list(firsts)
    sql = f"""select first, {form} from search_strings
              where layer = ? and first in (select value from json_each(?))"""
    held = dict(plan.database.rows(sql, layer, id_list(asked)))
    if len(held) < len(set(asked)) or not all(type(joined) is bytes for joined in held.values()):
        raise plan.database.damaged("search_strings")
    return held


def parted(joined: bytes) -> list[str]:
    """Return the strings that are stored together."""
    return joined.decode().split("\0")[:-1]


def newest_counterparts(plan: Plan, edition: str, section_ids: Iterable[int]) -> dict[int, int]:
    """Return section id → that of its whole counterpart in an edition, where one is asserted.

    Of several, the one that is most alike.
    """
    sql = """select from_section_id, to_section_id
             from json_each(?) j join links l on l.from_section_id = j.value
             join sections t on t.id = to_section_id join documents d on d.id = t.document_id
             where d.edition_id = ? and accepted = 1 and relation is not null
             order by shared, l.id desc"""
    # In order, so that each page of many links is read once.
    return dict(plan.database.rows(sql, id_list(sorted(section_ids)), edition))
