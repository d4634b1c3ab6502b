"""The application: its parts put together, its keys, and what Textual asks of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.types import NoActiveAppError

from plan_tui.errors import PlanError
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import safe, themes
from plan_tui.tui.app_parts import AppParts
from plan_tui.tui.appearance import Appearance
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.commands import (
    BY_ID,
    COMMANDS,
    Command,
    Scope,
    bindings,
    commands_of_key,
    only_elsewhere,
)
from plan_tui.tui.commands.offering import OffersCommands
from plan_tui.tui.destinations import Destination, FirstPlace, OpenDestination, SectionAt
from plan_tui.tui.key_names import key_label
from plan_tui.tui.main_screens import MainScreens, leads_to
from plan_tui.tui.router import Router
from plan_tui.tui.screen_trail import ScreenTrail
from plan_tui.tui.screens.plan_screen import THIS_SCREEN, PlanScreen
from plan_tui.tui.session import Session, open_session
from plan_tui.tui.state import State
from plan_tui.tui.task_ended import TaskEnded, is_computing
from plan_tui.tui.textual_patches.asked_keys import is_bound
from plan_tui.tui.textual_patches.parsed_once import parse_ahead
from plan_tui.tui.widgets.key_bar import KeyBar, first_key, run_command
from plan_tui.tui.widgets.typing_place import takes_text

if TYPE_CHECKING:
    from plan_tui.search.search_index import SearchIndex
    from plan_tui.tui.screens.explorer import ExplorerScreen
    from plan_tui.tui.screens.search import SearchScreen

LEAVE = Phrase(
    "終了は {key} です。Ctrl+C は選択した文をコピーします。",
    "Press {key} to quit. Ctrl+C copies what is selected.",
)
NO_SHELL = Phrase("ここでは一時停止できません。", "Nothing can be suspended here.")
NO_COMMAND = Phrase(
    "{key} に割り当てたコマンドはありません。キーの一覧は {help} です。",
    "{key} has no command; press {help} for the list of keys.",
)
_OF_THE_LIST = ("query-down", "query-up")
"""The commands of a box that move in the list below it."""
_WARM_UP = 0.05
"""Seconds after the first picture until other screens and the search are loaded."""
_LOOK_AT_SEAL = 2.0
"""Seconds after the first picture until the database's seal is looked at: nobody waits for it."""
_LOOK_AT_FILE = 2.0
"""Seconds from one look at the database's file to the next."""


class PlanApp(OffersCommands, BaseApp):
    """Browse, search and compare the plan.

    Raises:
        DataError: the database is missing or unusable; the message says what to do.

    """

    TITLE = "plan-tui"
    DEFAULT_MODE = "overview"
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
        super().__init__(open_session(db_path), language)
        self._warnings: list[str] = []
        self._is_reopening = False
        self.first: FirstPlace | None = None
        """Where to go once the first picture stands."""
        self.once_painted: Callable[[], None] | None = None
        """What else is to be done then."""
        self.kept = State()
        """What was kept of the last time, or of the database before."""
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.THEMES[0].name
        self.put_together()

    def put_together(self) -> None:
        """Make the parts that show the screens; their actions become ours."""
        self.main = MainScreens(self.session)
        self.trail = ScreenTrail(self, self.main)
        self.router = Router(self, self.main, self.trail)
        self.appearance = Appearance(self)
        self.parts = AppParts(self)
        self._take_actions(self.trail, self.router, self.appearance)
        for name, act in self.parts.actions():
            setattr(self, name, act)

    def _take_actions(self, *parts: object) -> None:
        """Give ourselves the actions of our parts: Textual looks for a key's action here.

        A command that leads to a screen and has no action of its own shows that screen.
        """
        for command in COMMANDS:
            if command.screen:
                setattr(self, f"action_{command.action}", partial(self.router.give, command))
        for part in parts:
            for name in dir(part):
                if name.startswith("action_"):
                    setattr(self, name, getattr(part, name))

    @property
    def explorer(self) -> ExplorerScreen:
        """The outline and the text."""
        from plan_tui.tui.screens.explorer import ExplorerScreen

        return self.main[ExplorerScreen]

    @property
    def searching(self) -> SearchScreen:
        """The search."""
        from plan_tui.tui.screens.search import SearchScreen

        return self.main[SearchScreen]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our colours for themes that are not ours."""
        return themes.DEFAULTS

    # From start to end

    def warn_at_start(self, words: str) -> None:
        """Show a warning once the first picture stands."""
        self._warnings.append(words)

    def on_mount(self) -> None:
        """Load what the search needs, and say what was wrong, once the first picture stands."""
        self.call_after_refresh(self._painted)
        self.warm_up_later()
        self.set_interval(_LOOK_AT_FILE, self.look_at_file)
        if self.first is not None:
            self.call_later(self._open_first, self.first)

    def _painted(self) -> None:
        if self.once_painted is not None:
            self.once_painted()
        self.show_warnings()

    async def _open_first(self, place: FirstPlace) -> None:
        if place.key:
            await self.go(SectionAt(place.key))
        for command in COMMANDS:
            if place.screen and command.screen.partition(":")[0] == place.screen:
                await self.run_action(command.action)

    def show_warnings(self) -> bool:
        """Show what there is to warn of; return False if there is nothing."""
        warnings, self._warnings = self._warnings, []
        if warnings:
            safe.notice(self, "\n".join(warnings), "warning", timeout=20)
        return bool(warnings)

    def warm_up_later(self) -> None:
        """Load what searching needs after the first picture; look at the seal a little later."""
        self.set_timer(_WARM_UP, self.warm_up)
        self.set_timer(_LOOK_AT_SEAL, self.look_at_seal)

    def warm_up(self) -> None:
        """Load in a thread what most readers go to first; look at the notes."""
        if self.is_running:  # else the database is closed already
            self.run_worker(self._warm_up, thread=True, exit_on_error=False)

    def _warm_up(self) -> None:
        from plan_tui.tui.warm_up import compile_patterns, load_modules, loaded_index

        load_modules()
        compile_patterns()
        parse_ahead(self.stylesheet.copy())
        session = self.session
        with suppress(NoActiveAppError):  # the application ended meanwhile
            self.call_later(self._warmed_up, session, loaded_index(session.shared))

    def _warmed_up(self, session: Session, index: SearchIndex | None) -> None:
        if index is not None:
            session.take_index(index)
        if session is self.session:
            self.parts.noting.tell_of_places()

    def look_at_file(self) -> None:
        """Notice what became of the database's file since it was opened."""
        if self.is_running and not self._is_reopening:
            self.parts.file_watch.look()

    def look_at_seal(self) -> None:
        """Tell if the database is not as it was written."""
        if self.is_running and self.here:
            from plan_tui.tui.seal_check import look_at_seal

            look_at_seal(self.here, lambda: self.last_input)

    async def reopen(self, path: Path) -> None:
        """Open a database in place of the one that is open; keys wait until it stands.

        What was asked of the screens that go is dropped.
        """
        from plan_tui.tui.reopening import reopen

        self._is_reopening = True
        try:
            await reopen(self, path)
        except PlanError as error:  # of a worker it would come wrapped, as none that is told
            if not self.survives(error):
                raise
        finally:
            self._is_reopening = False

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything while the terminal is too small."""
        self.cover_if_small(event.size)

    def action_drop_selection(self) -> None:
        """Select nothing."""
        self.screen.clear_selection()

    def action_help_quit(self) -> None:
        """Say how to leave: Ctrl+C, which comes here if nothing is selected, does not."""
        self.tell(LEAVE, key=first_key(self, "quit"))

    def action_suspend(self) -> None:
        """Go back to the shell until that brings us to the foreground again."""
        if self.is_web or not self.stop_for_shell():
            self.tell(NO_SHELL)

    async def action_quit(self) -> None:
        """Leave the program."""
        self.exit()

    def on_unmount(self) -> None:
        """Close the database."""
        self.session.shared.close()

    # Keys and commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Escape to others where nothing is selected."""
        if action == "drop_selection":
            return bool(self.screen.selections)
        return super().check_action(action, parameters)

    def offers(self, command: Command) -> bool:
        """Tell whether a command can be given on the present screen."""
        if not command.offered_there and leads_to(command, self.here):
            return False
        return super().offers(command)

    def must_wait(self, event: events.Key | events.Paste) -> bool:
        """Tell whether a key asks for what a task of the screen still computes.

        Text goes to its box at once, with the keys that edit it, and so do commands that need
        nothing of the screen, such as those that leave it.
        """
        if self._is_reopening:
            return True
        if not isinstance(event, events.Key) or not is_computing(self, self.screen):
            return False
        if self.focused and self.focused.check_consume_key(event.key, event.character):
            return False
        active = self.screen.active_bindings.get(event.key)
        if active is not None and takes_text(active.node):
            return active.binding.id in _OF_THE_LIST
        if active is None or not isinstance(active.node, App | Screen):
            return True
        command = BY_ID.get(active.binding.id or "")
        return command is not None and command.needs is not None

    def on_key(self, event: events.Key) -> None:
        """Say of a key that does nothing here where it does something, or that it never does."""
        if not isinstance(self.screen, PlanScreen) or is_bound(self.screen, event.key):
            return
        commands = commands_of_key((event.key, event.character), self.rebound)
        if commands:
            self._tell_elsewhere(commands)
        elif not takes_text(self.focused):
            self.tell(NO_COMMAND, key=key_label(event.key), help=first_key(self, "help"))

    def _tell_elsewhere(self, commands: Sequence[Command]) -> None:
        if any(leads_to(command, self.here) for command in commands):
            self.tell(THIS_SCREEN)
        else:
            safe.notice(self, only_elsewhere(commands, self.language))

    @on(KeyBar.Pressed)
    async def _run(self, message: KeyBar.Pressed) -> None:
        if not self._is_reopening:
            await run_command(self, message.command)

    async def run_chosen(self, name: str | None) -> None:
        """Run the command that was chosen in the palette, by its id."""
        if name is not None and not await run_command(self, name):
            self._tell_elsewhere([BY_ID[name]])

    # What others ask for

    @on(TaskEnded)
    def _end_task(self, message: TaskEnded) -> None:
        message.deliver()

    @on(OpenDestination)
    async def _open_destination(self, message: OpenDestination) -> None:
        if not self._is_reopening:
            await self.go(message.destination)

    def on_review_left(self) -> None:
        """Offer to build the database anew with what was decided in a review."""
        self.parts.edition_tasks.offer_decisions()

    async def go(self, destination: Destination) -> None:
        """Go to a section, a document, a list or a comparison."""
        await self.router.go(destination)

    async def open_section(self, key: str, query: str = "") -> None:
        """Go to a section in the explorer, the words of a query marked."""
        await self.go(SectionAt(key, query))

    def ask_terminal(self, text: str) -> None:
        """Copy by the terminal's own sequence."""
        super().copy_to_clipboard(text)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy: all copying comes here, that of Textual's own widgets and screens too."""
        self.parts.exporting.copy_to_clipboard(text)


if __name__ == "__main__":
    PlanApp().run()
