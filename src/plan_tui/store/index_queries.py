"""What the search reads of its index: keys, strings, columns; nothing that it does not ask for."""

from __future__ import annotations

from plan_tui.store.outline_queries import SECTIONS, id_list, section
from plan_tui.text.number_lists import Grouped, unpacked, unpacked_codes
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from plan_tui.errors import DataError
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


def columns(plan: Plan, *names: str, length: int | None = None) -> dict[str, Column]:
    """Return columns of the index by their names, all of one length: this one, if any is said.

    Raises:
        DataError: the database is damaged.

    """
    marks = ",".join("?" * len(names))
    sql = f"select name, numbers, words from search_columns where name in ({marks})"
    table = dict(plan.database.objects(_column, sql, *names))
    lengths = {len(column.numbers) for column in table.values()}
    if len(table) < len(names) or len(lengths | ({length} - {None})) > 1:
        raise plan.database.damaged(_COLUMNS)
    return table


def _column(row: tuple[Any, ...]) -> tuple[str, Column]:
    name, numbers, words = row
    kinds = tuple(words.split())
    if kinds:
        try:
            return name, Column(unpacked_codes(numbers, len(kinds)), kinds)
        except ValueError as error:
            raise ValueError(f"{_COLUMNS}.words {words}") from error
    return name, Column(unpacked(numbers), kinds)


_COLUMNS = "search_columns"
"""What is named where the columns do not fit together."""


def unit_sections(plan: Plan, layer: str, sections: int) -> tuple[Grouped, Column]:
    """Return for each string of a layer (``title``, ``text``) the number of its section and place.

    Raises:
        DataError: the database is damaged.

    """
    first, place = f"{layer}_first", f"{layer}_place"
    firsts = columns(plan, first, length=sections)[first].numbers
    places = columns(plan, place)[place]
    # The first titles are those of the sections, the others English ones.
    leading = sections if layer == "title" else 0
    if len(places.numbers) < leading or (places.numbers and not sections):
        raise plan.database.damaged(_COLUMNS)
    return Grouped(firsts, len(places.numbers), leading), places


def indexed_sections(plan: Plan, ids: Iterable[int]) -> dict[int, Section]:
    """Return sections by their ids.

    Raises:
        DataError: the database is damaged.

    """
    asked = sorted(set(ids))  # so that each page of many sections is read once
    sql = f"{SECTIONS} where s.id in (select value from json_each(?))"
    sections = plan.database.objects(section, sql, id_list(asked))
    if len(sections) < len(asked):
        raise plan.database.damaged("sections")
    return {held.id: held for held in sections}


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


def damaged_strings(plan: Plan) -> DataError:
    """Return the error that says that the strings are not stored as they should be."""
    return plan.database.damaged("search_strings")


def parted(joined: bytes) -> list[str]:
    """Return the strings that are stored together."""
    return joined.decode().split("\0")[:-1]
