"""The parts of the application that do its commands, each made when it is first asked for.

Nobody is to wait at the start for what copies, exports, notes and adds.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import cached_property, partial
from inspect import isawaitable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp
    from plan_tui.tui.copy_export import ViewExport
    from plan_tui.tui.edition_stepper import EditionStepper
    from plan_tui.tui.edition_tasks import EditionTasks
    from plan_tui.tui.file_watch import FileWatch
    from plan_tui.tui.noting import Noting
    from plan_tui.tui.program_windows import ProgramWindows
    from plan_tui.tui.visited_sections import VisitedSections

ACTIONS: Mapping[str, tuple[str, ...]] = {
    "edition_stepper": ("previous_edition", "next_edition"),
    "edition_tasks": ("add_edition", "remove_edition", "rebuild_own"),
    "exporting": ("copy", "export"),
    "noting": ("note", "remove_note", "mark", "marks", "name_view"),
    "visited": ("history_back", "history_forward"),
    "windows": ("palette", "help", "legend", "about", "jump"),
}
"""The actions of each part, by the part's name here."""


class AppParts:
    """Makes the parts of an application."""

    def __init__(self, app: PlanApp) -> None:
        self._app = app

    def actions(self) -> Iterator[tuple[str, Callable[[], Awaitable[None]]]]:
        """Yield the name of each action, and what does it."""
        for part, names in ACTIONS.items():
            for name in names:
                yield f"action_{name}", partial(self._act, part, f"action_{name}")

    async def _act(self, part: str, action: str) -> None:
        pending = getattr(getattr(self, part), action)()
        if isawaitable(pending):
            await pending

    @cached_property
    def edition_stepper(self) -> EditionStepper:
        """Goes to the same place in other editions."""
        from plan_tui.tui.edition_stepper import EditionStepper

        return EditionStepper(self._app)

    @cached_property
    def edition_tasks(self) -> EditionTasks:
        """Changes the reader's own database."""
        from plan_tui.tui.edition_tasks import EditionTasks

        return EditionTasks(self._app)

    @cached_property
    def exporting(self) -> ViewExport:
        """Copies and exports."""
        from plan_tui.tui.copy_export import ViewExport

        return ViewExport(self._app)

    @cached_property
    def file_watch(self) -> FileWatch:
        """Notices what becomes of the open database's file."""
        from plan_tui.tui.file_watch import FileWatch

        return FileWatch(self._app)

    @cached_property
    def noting(self) -> Noting:
        """Writes notes, marks and names."""
        from plan_tui.tui.noting import Noting

        return Noting(self._app)

    @cached_property
    def visited(self) -> VisitedSections:
        """Goes back to sections that were opened."""
        from plan_tui.tui.visited_sections import VisitedSections

        return VisitedSections(self._app)

    @cached_property
    def windows(self) -> ProgramWindows:
        """Opens the windows above every screen."""
        from plan_tui.tui.program_windows import ProgramWindows

        return ProgramWindows(self._app)
