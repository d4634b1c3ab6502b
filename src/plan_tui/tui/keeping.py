"""The state of an application, taken from it and given to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_tui.errors import DataError, PlanError
from plan_tui.text.record import replaced
from plan_tui.tui import themes
from plan_tui.tui.appearance import LENGTHS
from plan_tui.tui.query_history import EarlierQueries
from plan_tui.tui.state import State

if TYPE_CHECKING:
    from plan_tui.model.records import Section
    from plan_tui.tui.app import PlanApp


def resume(app: PlanApp, state: State) -> None:
    """Bring an application whose screens are not yet shown to a state that was kept.

    Sections that the database does not hold are left out; marks that the state kept before there
    were notes become notes.
    """
    app.session.left_at = section_of(app, state.section)
    app.session.earlier = EarlierQueries(state.queries)
    app.kept = _without_marks(app, state)
    app.appearance.chosen_language = state.language
    app.calendar = state.calendar
    if state.theme in themes.NAMES:
        app.theme = state.theme
    if any(state.line_length == length for length, _ in LENGTHS):
        app.line_length = state.line_length


def _without_marks(app: PlanApp, state: State) -> State:
    """Take the marks of a state over into the notes; return what is left of it to keep."""
    app.session.may_write = app.may_write
    if not state.marks:
        return state
    from plan_tui.tui.kept_marks import taken_over

    try:
        app.session.notes.change(lambda notes: taken_over(notes, state.marks, state.titles))
    except DataError as error:  # for another time
        app.warn_at_start(error.say(app.language))
        return state
    return replaced(state, marks={}, titles={}) if app.may_write else state


def section_of(app: PlanApp, key: str) -> Section | None:
    """Return the section with a key, if the open database holds it."""
    try:
        return app.plan.section(key) if key else None
    except PlanError:
        return None


def to_keep(app: PlanApp, before: State) -> State:
    """Return the state to keep of an application; where nothing was opened, the place before."""
    explorer = app.main.made("explorer")
    section = explorer.current if explorer else None
    return State(
        section=section.key if section else before.section,
        queries=tuple(app.session.earlier),
        marks=before.marks,
        titles=before.titles,
        theme=app.theme,
        language=app.appearance.chosen_language,
        calendar=app.calendar,
        line_length=app.line_length,
    )
