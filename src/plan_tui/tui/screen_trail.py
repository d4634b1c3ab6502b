"""The way back through the screens that were shown."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable
from functools import partial
from itertools import count

from textual.screen import Screen

from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.main_screens import MainScreens
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.widgets.key_bar import first_key

NOTHING_BACK = Phrase(
    "ここより前の画面はありません。終了は {key} です。",
    "This is the first screen. Press {key} to quit.",
)
_ASIDE = "aside-"
"""Begins the names of modes that are not main screens."""
_NOTHING = "nothing"
"""The mode between two trails."""
LONGEST = 20
"""Steps that `back` can go: more than a reader remembers, and few screens to keep."""


@record
class BackStep:
    """Where the reader was before another screen was shown."""

    mode: str
    restore: Callable[[], None]
    """Brings the screen back to how it was; most keep it themselves."""


class ScreenTrail:
    """Shows one screen after the other and leads back, each screen as it was left.

    Each screen is a mode. The main screens stay; the others are made when they are asked for and
    go with their step.
    """

    def __init__(self, app: BaseApp, main: MainScreens) -> None:
        self._app = app
        self._steps: list[BackStep] = []
        self._numbers = count()
        self._main_modes = main.modes
        for mode in self._main_modes:
            app.add_mode(mode, partial(main.of_mode, mode))

    async def show(self, mode: str) -> None:
        """Switch to a screen; `back` leads to the one before."""
        app = self._app
        if mode != app.current_mode:
            here = app.here
            self._steps.append(BackStep(app.current_mode, here.way_back() if here else _nothing))
            await self._switch_to(mode)
        await self._fill()
        if len(self._steps) > LONGEST:
            self._forget(self._steps.pop(0).mode)

    async def _switch_to(self, mode: str) -> None:
        await self._app.switch_mode(mode)
        self._app.cover_if_small(self._app.size)

    async def _fill(self) -> None:
        """Draw the frame of a new screen, then fill it: what it shows takes longer to read."""
        here = self._app.here
        if here is not None and not here.is_filled:
            here.draw_now()
            await sleep(0)
            here.fill_once()

    async def show_aside(self, screen: PlanScreen) -> None:
        """Show a screen that is gone once the reader went back from it."""
        mode = f"{_ASIDE}{next(self._numbers)}"
        self._app.add_mode(mode, partial(_itself, screen))
        await self.show(mode)

    async def close(self) -> None:
        """Show nothing, and let all screens go; another trail begins with others."""
        app = self._app
        modes = {app.current_mode, *(step.mode for step in self._steps), *self._main_modes}
        app.add_mode(_NOTHING, Screen)
        await app.switch_mode(_NOTHING)
        for mode in modes:
            await app.remove_mode(mode)

    def is_main(self, mode: str) -> bool:
        """Tell whether a mode is that of a main screen."""
        return mode in self._main_modes

    async def begin(self) -> None:
        """Let the screen that is shown be the first, after a trail that was closed.

        Where none could be shown, that is the one with which the application opens.
        """
        if self._app.current_mode == _NOTHING:
            await self._switch_to(self._app.DEFAULT_MODE)
        self._steps.clear()
        self._app.remove_mode(_NOTHING)

    def _forget(self, mode: str) -> None:
        if mode.startswith(_ASIDE):
            self._app.remove_mode(mode)

    async def action_back(self) -> None:
        """Go to the screen before."""
        if self._steps:
            here = self._app.here
            left, step = self._app.current_mode, self._steps.pop()
            await self._switch_to(step.mode)
            self._forget(left)
            step.restore()
            if here is not None:
                here.went_back()
        else:
            self._app.tell(NOTHING_BACK, key=first_key(self._app, "quit"))


def _itself(screen: PlanScreen) -> PlanScreen:
    return screen


def _nothing() -> None:
    pass
