"""Words as they were counted for the database."""

from __future__ import annotations

from plan_tui.model.statistics import CHARACTERS_COUNTED, CountKind
from plan_tui.model.word_frequency import Typical
from plan_tui.store.plan import Plan


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
