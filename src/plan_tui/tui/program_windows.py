"""The windows above every screen: the palette, the help, what the program is, jump labels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plan_tui.labels.legend_entry import LegendPart
from plan_tui.labels.own_data import OWN_WITH
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.render.about import about_lines
from plan_tui.tui.render.legend_words import legend_window_lines
from plan_tui.tui.screens.dialogs import HELP, LinesDialog, help_lines
from plan_tui.tui.screens.jump import Jump
from plan_tui.tui.screens.palette import Palette

if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp


class ProgramWindows:
    """The commands that open a window about the program or the present screen."""

    def __init__(self, app: PlanApp) -> None:
        self._app = app

    def _active(self) -> list[str]:
        """Return the ids of the commands that can be given now."""
        bindings = (active.binding for active in self._app.screen.active_bindings.values())
        return [binding.id for binding in bindings if binding.id in BY_ID]

    def action_palette(self) -> None:
        """Find a command by name."""
        app = self._app
        palette = Palette(app.language, set(self._active()), app.rebound)
        app.push_screen(palette, app.run_chosen)

    def action_help(self) -> None:
        """Show the keys of the place with the focus."""
        app = self._app
        typeset = partial(
            help_lines,
            self._active(),
            language=app.language,
            rebound=app.rebound,
            legend=app.here.LEGEND if app.here else (),
        )
        app.push_screen(LinesDialog(app.language, app.say(HELP), typeset))

    def action_legend(self) -> None:
        """Explain the words and signs of the row under the cursor, and of its screen."""
        app = self._app
        row, parts = (app.here.row_words, app.here.LEGEND) if app.here else ("", ())
        # The signs of other screens, listed where a screen has none to explain, are not its row's.
        typeset = partial(legend_window_lines, row if parts else "", parts or tuple(LegendPart))
        app.push_screen(
            LinesDialog(
                app.language,
                app.say(BY_ID["legend"].name),
                partial(typeset, language=app.language),
            )
        )

    def action_about(self) -> None:
        """Show where the text comes from."""
        app = self._app
        typeset = partial(
            about_lines,
            app.plan.attribution().said(app.language),
            app.plan.editions(),
            self._database(),
            language=app.language,
        )
        app.push_screen(LinesDialog(app.language, app.say(BY_ID["about"].name), typeset))

    def _database(self) -> str:
        """Return the open file's path, and what the reader added to it."""
        app = self._app
        file, added = str(app.plan.file), ", ".join(app.session.added)
        return f"{file}; {app.say(OWN_WITH, documents=added)}" if added else file

    def action_jump(self) -> None:
        """Label the panes and go to the one whose letter is pressed."""
        panes = [widget for widget in self._app.screen.focus_chain if widget.region]

        def focus(number: str | None) -> None:
            if number is not None:
                panes[int(number)].focus()

        self._app.push_screen(Jump([(pane.region.offset, pane) for pane in panes]), focus)
