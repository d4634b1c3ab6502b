"""The application: opens the plan, holds what all screens share, and runs global commands."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.reactive import reactive

from plan_tui.errors import PlanError
from plan_tui.store.locate import default_database
from plan_tui.store.read import Plan
from plan_tui.text.language import Language, Phrase, language_of_locale
from plan_tui.tui import safe, themes
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.messages import OpenSection
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.screens.dialogs import HELP, LinesDialog, help_lines
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.session import Session
from plan_tui.tui.typeset.about import about_lines
from plan_tui.tui.widgets.key_bar import KeyBar, run_command

THEME = Phrase("配色：{name}", "Theme: {name}")
NOTHING_BACK = Phrase(
    "ここより前の画面はありません。終了は Q です。", "No screen before this one. Q leaves."
)


class PlanApp(App[None]):
    """Browse, search and compare the plan.

    Raises:
        DataError: the database is missing or unusable; the message says what to do.

    """

    TITLE = "plan-tui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.APP)

    language: reactive[Language] = reactive(Language.JA)

    def __init__(self, db_path: Path | None = None, language: Language | None = None) -> None:
        super().__init__()
        self.plan = Plan(db_path or default_database())
        self.session = Session(self.plan)
        self.set_reactive(PlanApp.language, language or language_of_locale())
        self.explorer = ExplorerScreen(self.session)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our colours for themes that are not ours."""
        return themes.DEFAULTS

    def get_default_screen(self) -> ExplorerScreen:
        """Start with the explorer."""
        return self.explorer

    def on_unmount(self) -> None:
        """Close the database."""
        self.plan.close()

    @property
    def here(self) -> PlanScreen | None:
        """The uppermost screen of ours."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, PlanScreen)), None)

    # Messages

    @on(OpenSection)
    def _open_section(self, message: OpenSection) -> None:
        self.open_section(message.key, message.query)

    def open_section(self, key: str, query: str = "") -> None:
        """Go to a section in the explorer."""
        try:
            section = self.plan.section(key)
        except PlanError as error:
            safe.notice(self, str(error), "error")
            return
        now = self.explorer.current
        if now is not None and now.key != key:
            self.session.history.leave(now.key)
        self.explorer.open_section(section, query)

    @on(KeyBar.Run)
    async def _run(self, message: KeyBar.Run) -> None:
        await run_command(self, message.command)

    # Commands

    def action_help(self) -> None:
        """Show the keys of the place with the focus."""
        active = [e.binding.id for e in self.screen.active_bindings.values()]
        known = [name for name in active if name in BY_ID]
        typeset = partial(help_lines, known, language=self.language)
        self.push_screen(LinesDialog(self.language, HELP.say(self.language), typeset))

    def action_about(self) -> None:
        """Show where the text comes from."""
        typeset = partial(
            about_lines,
            self.plan.attribution(),
            self.plan.editions(),
            str(self.plan.file),
            language=self.language,
        )
        title = BY_ID["about"].name.say(self.language)
        self.push_screen(LinesDialog(self.language, title, typeset))

    def action_theme(self) -> None:
        """Take the next theme."""
        names = [theme.name for theme in themes.THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        name = themes.NAMES[self.theme].say(self.language)
        safe.notice(self, THEME.say(self.language, name=name))

    def action_language(self) -> None:
        """Say the interface in the other language."""
        self.language = Language.EN if self.language is Language.JA else Language.JA

    async def action_back(self) -> None:
        """Go to the screen before."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            safe.notice(self, NOTHING_BACK.say(self.language))

    async def action_quit(self) -> None:
        """Leave the program."""
        self.exit()


if __name__ == "__main__":
    PlanApp().run()
