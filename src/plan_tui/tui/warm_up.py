"""Loads, beside the reader's work, what the first key would have to wait for."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from plan_tui import tui
from plan_tui.errors import PlanError
from plan_tui.text.record import record
from plan_tui.tui.commands import COMMANDS
from plan_tui.tui.main_screens import screen_class

if TYPE_CHECKING:
    from plan_tui.model.crosswalk import Topic
    from plan_tui.search.search_index import SearchIndex
    from plan_tui.store.plan import Plan
    from plan_tui.store.shared_plan import SharedPlan

WARM_WORD = "計画"
"""A word to search for, so that all that a search needs is loaded."""


_FIRST = ("screens.explorer", "program_windows", "copy_export", "noting")
"""Modules that no command names a screen of, behind the outline, which most readers go to first."""


@record
class Loaded:
    """What several screens need."""

    index: SearchIndex
    """Searched once."""
    topics: tuple[Topic, ...]
    """Those of the crosswalk."""


def load_modules() -> None:
    """Load what the screens and windows are made with, the outline first."""
    for name in _FIRST:
        import_module(f"{tui.__name__}.{name}")
    for command in COMMANDS:
        screen_class(command)


def loaded(shared: SharedPlan) -> Loaded | None:
    """Return what several screens need of the plan.

    None where the database cannot be read: who asks for it is told of it then.
    """
    with suppress(PlanError):
        return shared.made_with_its_own(_load)
    return None


def _load(plan: Plan) -> Loaded:
    from plan_tui.search.search_index import SearchIndex
    from plan_tui.store.crosswalk_queries import topics

    index = SearchIndex(plan)
    index.search(WARM_WORD, 1)
    return Loaded(index, topics(plan))
