"""Loads, beside the reader's work, what the first key would have to wait for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from plan_tui.errors import PlanError
from plan_tui.tui.commands import COMMANDS
from plan_tui.tui.main_screens import screen_class

if TYPE_CHECKING:
    from plan_tui.search.search_index import SearchIndex
    from plan_tui.store.plan import Plan
    from plan_tui.store.shared_plan import SharedPlan

WARM_WORD = "計画"
"""A word to search for, so that all that a search needs is loaded."""


def load_modules() -> None:
    """Load what the screens are made with, the outline first, and what tells of notes."""
    import plan_tui.tui.noting
    import plan_tui.tui.screens.explorer  # noqa: F401

    for command in COMMANDS:
        screen_class(command)


def loaded_index(shared: SharedPlan) -> SearchIndex | None:
    """Return a search index that was searched once.

    None where the database cannot be searched: who searches is told of it then.
    """
    from plan_tui.search.search_index import SearchIndex

    def search_once(plan: Plan) -> SearchIndex:
        index = SearchIndex(plan)
        index.search(WARM_WORD, 1)
        return index

    with suppress(PlanError):
        return shared.made_with_its_own(search_once)
    return None
