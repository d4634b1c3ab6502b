"""The application: its parts put together, and the commands about the program itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.keys import key_to_character
from textual.widgets import Input

from plan_tui.text.language import Language, Phrase
from plan_tui.tui import safe, themes
from plan_tui.tui.commands import BY_ID, Command, Scope, bindings
from plan_tui.tui.copy_export import CopyExport
from plan_tui.tui.display import Display
from plan_tui.tui.key_names import shown
from plan_tui.tui.main_screens import HERE
from plan_tui.tui.navigation import Navigation
from plan_tui.tui.not_here import NO_COMMAND, not_here, of_key
from plan_tui.tui.render.about import about_lines
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.dialogs import HELP, LinesDialog, help_lines
from plan_tui.tui.screens.palette import Palette
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.screens.source import SourceScreen
from plan_tui.tui.screens.too_small import LEAST, TooSmall
from plan_tui.tui.screens.track import TrackScreen
from plan_tui.tui.widgets.key_bar import KeyBar, first_key, run_command

LEAVE = Phrase(
    "終了は {key} です。Ctrl+C は選択した文をコピーします。",
    "{key} leaves. Ctrl+C copies what is selected.",
)

WARM_UP = 0.05
"""Seconds after the first picture until the search index is loaded."""
WARM_WORD = "計画"
"""A word to search for, so that all that a search needs is loaded."""

_ABOUT_SECTION: dict[str, tuple[type[PlanScreen], ...]] = {
    "compare": (CompareScreen,),
    "source": (SourceScreen,),
    "previous_edition": (),
    "next_edition": (),
    "mark": (),
    "track": (TrackScreen,),
}
"""Actions about a section, and the screens that are what the action leads to."""
_DISPLAY = ("calendar", "column_width")
"""Actions on how things are shown that not every screen has."""


class PlanApp(Navigation, Display, CopyExport):
    """Browse, search and compare the plan.

    Raises:
        DataError: the database is missing or unusable; the message says what to do.

    """

    TITLE = "plan-tui"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # panes select by themselves, see widgets/selecting.py
    CSS = """
    ToastRack { scrollbar-size-vertical: 0; }
    Toast {
        width: auto; max-width: 100%; border-left: none; padding: 0 1;
        background: $plan-cursor-away; color: $plan-text;
    }
    Toast.-error { background: $plan-gone-ground; color: $plan-gone; }
    Toast:nocolor { text-style: reverse; }
    Screen:nocolor > .screen--selection { text-style: reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop_selection", show=False, priority=True),
        *bindings(Scope.APP),
    ]

    def __init__(self, db_path: Path | None = None, language: Language | None = None) -> None:
        super().__init__(db_path, language)
        self._warnings: list[str] = []
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our colours for themes that are not ours."""
        return themes.DEFAULTS

    def warn_at_start(self, words: str) -> None:
        """Show a warning once the first picture stands."""
        self._warnings.append(words)

    def on_mount(self) -> None:
        """Say what was wrong before the first picture; load what the search needs after it."""
        if self._warnings:
            safe.notice(self, "\n".join(self._warnings), "warning", timeout=20)
        self.set_timer(WARM_UP, self._warm_up)

    def _warm_up(self) -> None:
        if self.is_running:  # else the database is closed already
            self.session.index.search(WARM_WORD, 1)

    @on(KeyBar.Run)
    async def _run(self, message: KeyBar.Run) -> None:
        await run_command(self, message.command)

    def on_key(self, event: events.Key) -> None:
        """Say of a key that does nothing here where it does something, or that it never does."""
        if not isinstance(self.screen, PlanScreen) or event.key in self.active_bindings:
            return
        commands = of_key((event.key, event.character), self.rebound)
        if commands:
            self._tell_not_here(commands)
        elif not isinstance(self.focused, Input):
            character = key_to_character(event.key) or ""
            key = event.key if not character.isprintable() else character or event.key
            self.tell(NO_COMMAND, key=shown(key), help=first_key(self, "help"))

    def _tell_not_here(self, commands: Sequence[Command]) -> None:
        if any(isinstance(self.here, _ABOUT_SECTION.get(one.action, ())) for one in commands):
            self.tell(HERE)
        else:
            safe.notice(self, not_here(commands, self.language))

    # Commands

    def action_palette(self) -> None:
        """Find a command by name."""
        active = {e.binding.id for e in self.screen.active_bindings.values()}
        known = {name for name in active if name in BY_ID}
        self.push_screen(Palette(self.language, known, self.rebound), self._run_chosen)

    async def _run_chosen(self, name: str | None) -> None:
        if name is not None and not await run_command(self, name):
            self._tell_not_here([BY_ID[name]])

    def action_help(self) -> None:
        """Show the keys of the place with the focus."""
        active = [e.binding.id for e in self.screen.active_bindings.values()]
        known = [name for name in active if name in BY_ID]
        typeset = partial(help_lines, known, language=self.language, rebound=self.rebound)
        self.push_screen(LinesDialog(self.language, HELP.say(self.language), typeset))

    def action_about(self) -> None:
        """Show where the text comes from."""
        typeset = partial(
            about_lines,
            self.plan.attribution().said(self.language),
            self.plan.editions(),
            str(self.plan.file),
            language=self.language,
        )
        title = BY_ID["about"].name.say(self.language)
        self.push_screen(LinesDialog(self.language, title, typeset))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer commands only where there is what they are about: a section, a view, dates."""
        here = self.here
        if action in _ABOUT_SECTION:
            return self.current is not None and not isinstance(here, _ABOUT_SECTION[action])
        if action in _DISPLAY:
            return here is not None and here.honours(action)
        if action in ("drop_selection", "copy") and self.screen.selections:
            return True
        if action in ("export", "copy"):
            return here is not None and here.view() is not None
        return action != "drop_selection"

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything while the terminal is too small."""
        small = event.size.width < LEAST[0] or event.size.height < LEAST[1]
        covered = isinstance(self.screen, TooSmall)
        if small and not covered:
            self.push_screen(TooSmall(self.language))
        elif covered and not small:
            self.pop_screen()

    def action_help_quit(self) -> None:
        """Say how to leave: Ctrl+C, which comes here if nothing is selected, does not."""
        self.tell(LEAVE, key=first_key(self, "quit"))

    async def action_quit(self) -> None:
        """Leave the program."""
        self.exit()


if __name__ == "__main__":
    PlanApp().run()
