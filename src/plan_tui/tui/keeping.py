"""The state of an application, taken from it and given to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_tui.errors import PlanError
from plan_tui.model.records import Section
from plan_tui.tui import themes
from plan_tui.tui.appearance import LENGTHS
from plan_tui.tui.kept_marks import marked_titles, resume_marks
from plan_tui.tui.query_history import EarlierQueries
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.search import SearchScreen
from plan_tui.tui.state import State

if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp


def resume(app: PlanApp, state: State) -> None:
    """Bring an application whose screens are not yet shown to a state that was kept.

    Sections that the database does not hold are left out; marks follow their headings.
    """
    app.main[OverviewScreen].place = section_of(app, state.section)
    app.main[SearchScreen].earlier = EarlierQueries(state.queries)
    resumed = resume_marks(app.plan, state.marks, state.titles)
    app.session.marks = dict(resumed.marks)
    for warning in resumed.warnings:
        app.warn_at_start(warning.say(app.language))
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
    marks = {**before.marks, **app.session.marks}  # also those that another database has
    titles = {**before.titles, **marked_titles(app.plan, app.session.marks)}
    return State(
        section=section.key if section else before.section,
        queries=tuple(app.main[SearchScreen].earlier),
        marks=marks,
        titles=titles,
        theme=app.theme,
        language=app.appearance.chosen_language,
        calendar=app.calendar,
        line_length=app.line_length,
    )
