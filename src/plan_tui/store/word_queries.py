"""Words as they were counted for the database."""

from __future__ import annotations

import json

from plan_tui.model.enums import KeyForm, TextPlace
from plan_tui.model.statistics import CHARACTERS_COUNTED, CountKind
from plan_tui.model.word_frequency import CountedText, Typical
from plan_tui.text.number_lists import unpacked

TYPE_CHECKING = False
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from plan_tui.store.plan import Plan

_PLACES = {str(place): place for place in TextPlace}


def typical_words(plan: Plan, limit: int) -> tuple[Typical, ...]:
    """Return the ``limit`` words most typical of each edition, oldest edition first."""
    sql = """select word, count, elsewhere, score from typical_words
             where edition_id = ? and ordinal <= ? order by ordinal"""
    return tuple(
        Typical(edition, *row)
        for edition in plan.editions()
        for row in plan.database.rows(sql, edition.id, limit)
    )


def characters_counted(plan: Plan) -> dict[str, int]:
    """Return the non-space characters of the texts in which words are counted, by edition."""
    sql = "select edition, count from overview_counts where kind = ? and figure = ?"
    return dict(plan.database.rows(sql, CountKind.EDITION, CHARACTERS_COUNTED))


def texts_with_keys(plan: Plan, *forms: Sequence[str]) -> tuple[CountedText, ...]:
    """Return the texts that have all keys of a form, of any of some; section by section.

    Titles come before what stands below them; English ones are left out.

    Raises:
        DataError: the file is damaged.

    """
    numbers = {number for keys in forms for number in _with_keys(plan, keys)}
    sql = """
        select u.section_id, u.place, u.row_id, u.folded, case u.place
                   when 'title' then (select title from sections s where s.id = u.row_id)
                   when 'text' then (select text from blocks b where b.id = u.row_id)
                   when 'kpi' then (select text from kpis k where k.id = u.row_id)
                   else (select text from footnotes f where f.id = u.row_id) end
        from search_units u
        where u.id in (select value from json_each(?)) and u.place <> 'title_en'
        order by u.id"""
    return plan.database.objects(_text, sql, json.dumps(sorted(numbers)))


def _text(row: tuple[Any, ...]) -> CountedText:
    section_id, place, row_id, folded, text = row
    if not isinstance(text, str) or not isinstance(folded, str):
        raise ValueError(f"search_units.place {place}")
    return CountedText(section_id, _PLACES[place], row_id, text, folded)


def _with_keys(plan: Plan, keys: Sequence[str]) -> set[int]:
    """Return the row ids of the texts that have all of some keys; titles are numbered first."""
    sql = "select length(numbers) / 4 from search_columns where name = 'title_section'"
    ((titles,),) = plan.database.rows(sql) or [(0,)]
    sql = """select titles, texts from search_postings
             where form = ? and key in (select value from json_each(?))"""
    rows = plan.database.objects(
        lambda row: {
            *(number + 1 for number in unpacked(row[0])),
            *(number + titles + 1 for number in unpacked(row[1])),
        },
        sql,
        KeyForm.TEXT,
        json.dumps(list(keys)),
    )
    return set.intersection(*rows) if rows and len(rows) == len(set(keys)) else set()
