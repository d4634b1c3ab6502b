"""The state of an application, taken from it and given to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_tui.errors import PlanError
from plan_tui.model.records import Section
from plan_tui.tui import themes
from plan_tui.tui.appearance import LENGTHS
from plan_tui.tui.query_history import EarlierQueries
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.search import SearchScreen
from plan_tui.tui.state import State

if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp


def resume(app: PlanApp, state: State) -> None:
    """Bring an application whose screens are not yet shown to a state that was kept.

    Sections that the database does not hold are left out.
    """
    app.main[OverviewScreen].place = section_of(app, state.section)
    app.main[SearchScreen].earlier = EarlierQueries(state.queries)
    app.session.marks = {letter: key for letter, key in state.marks.items() if section_of(app, key)}
    app.appearance.chosen_language = state.language
    app.calendar = state.calendar
    if state.theme in themes.NAMES:
        app.theme = state.theme
    if any(state.line_length == length for length, _ in LENGTHS):
        app.line_length = state.line_length


def section_of(app: PlanApp, key: str) -> Section | None:
    """Return the section with a key, if the open database holds it."""
    try:
        return app.plan.section(key) if key else None
    except PlanError:
        return None


def to_keep(app: PlanApp, before: State) -> State:
    """Return the state to keep of an application; where nothing was opened, the place before."""
    section = app.main[ExplorerScreen].current
    return State(
        section=section.key if section else before.section,
        queries=tuple(app.main[SearchScreen].earlier),
        marks=app.session.marks,
        theme=app.theme,
        language=app.appearance.chosen_language,
        calendar=app.calendar,
        line_length=app.line_length,
    )
