"""Loads, beside the reader's work, what the first key would have to wait for."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from plan_tui import tui
from plan_tui.errors import PlanError

if TYPE_CHECKING:
    from plan_tui.search.search_index import SearchIndex
    from plan_tui.store.plan import Plan
    from plan_tui.store.shared_plan import SharedPlan

WARM_WORD = "計画"
"""A word to search for, so that all that a search needs is loaded."""
_WARM_DAY = "2021-12-01"
"""Words and a date are read, so that all that a text is read with is compiled."""


_FIRST = (
    "screens.explorer",
    "screens.search",
    "noting",
    "screens.measures",
    "screens.targets",
    "screens.changes",
    "screens.words",
)
"""What most readers go to first, and what tells of notes. More would take more memory than it saves
time of others."""


def load_modules() -> None:
    """Load what the screens that most readers go to first are made with."""
    for name in _FIRST:
        import_module(f"{tui.__name__}.{name}")


def compile_patterns() -> None:
    """Compile what a text is broken into lines with, and what is named in it is found by."""
    from plan_tui.compare.text.named_entities import names
    from plan_tui.text.day_names import in_japanese
    from plan_tui.tui.render.line import Paragraph

    text = f"{WARM_WORD} FY{_WARM_DAY} {in_japanese(_WARM_DAY)}"
    names(text)
    Paragraph(text).lines(len(text))


def loaded_index(shared: SharedPlan) -> SearchIndex | None:
    """Return a search index that was searched once.

    None where the database cannot be searched: who searches is told of it then.
    """
    with suppress(PlanError):
        return shared.made_with_its_own(_search_once)
    return None


def _search_once(plan: Plan) -> SearchIndex:
    from plan_tui.search.search_index import SearchIndex

    index = SearchIndex(plan)
    index.search(WARM_WORD, 1)
    return index
