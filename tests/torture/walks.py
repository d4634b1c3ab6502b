"""The application as a terminal receives it, and walks through its screens."""

from __future__ import annotations

import asyncio
import io
import re
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import cast
from unittest.mock import patch

import textual.app
import textual.pilot
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot, WaitForScreenTimeout

from plan_tui.errors import DataError
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from tests.tui.at_rest import wait_until_at_rest

ROUND = (
    *("j", "l", "j", "l", "j", "j", "x", "d", "n", "v", "r", "escape", "i", "j", "escape"),
    *("slash", "図", "書", "enter", "escape", "0", "j", "enter", "3", "j", "tab", "j", "4", "j"),
    *("5", "j", "j", "6", "j", "7", "w", "図", "書", "enter", "K", "escape", "ctrl+k", "escape"),
    *("R", "j", "escape", "A", "escape", "question_mark", "escape", "1", "y", "escape", "e"),
    *("escape", "m", "a", "apostrophe", "escape", "colon", "escape", "J", "escape", "o"),
)
"""Keys that lead through the screens and windows."""
_LONGEST = 240
"""Seconds that a visit may take on a machine that others use too."""
ROUND_OF_FEW = ("j", "l", "j", "d", "escape", "slash", "図", "enter", "3", "4", "5", "K", "R")
"""The same for the short form."""


class ReceivingDriver(HeadlessDriver):
    """A terminal that keeps what it receives."""

    @cached_property
    def parts(self) -> list[str]:
        """What was received, as it came."""
        return []

    @property
    def is_headless(self) -> bool:
        """Be drawn on like a terminal."""
        return False

    def write(self, data: str) -> None:
        """Keep what is sent."""
        self.parts.append(data)


class Visit:
    """An application that is open, its terminal, and what is typed."""

    def __init__(self, app: PlanApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def sent(self) -> str:
        """All that the terminal received."""
        return "".join(terminal_of(self.app).parts)

    def forget(self) -> None:
        """Let the terminal keep nothing of what it received so far."""
        terminal_of(self.app).parts.clear()

    @property
    def has_ended(self) -> bool:
        """Whether the application ended by itself."""
        return self.app.return_code is not None

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, as long as the application is there."""
        for key in keys:
            # Not by the pilot, which waits for the answers of widgets that a key takes away.
            if not await self._done(self.app._press_keys([key])):
                return

    async def resize(self, columns: int, rows: int) -> None:
        """Let the terminal have another size."""
        await self._done(self.pilot.resize_terminal(columns, rows))

    async def click(self, column: int, row: int) -> None:
        """Click somewhere, if it is on the screen."""
        width, height = self.app.size
        if column < width and row < height:
            await self._done(self.pilot.click(offset=(column, row)))

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at a column and row and let go at others, if they are on the screen."""
        columns, rows = self.app.size
        if max(start[0], end[0]) < columns and max(start[1], end[1]) < rows:
            await self._done(self.pilot.mouse_down(offset=start))
            await self._done(self.pilot.hover(offset=end))
            await self._done(self.pilot.mouse_up(offset=end))

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        await self._done(self.pilot.pause())

    async def _done(self, doing: Coroutine[None, None, object]) -> bool:
        """Wait for the pilot, but not for one whose application has ended."""
        task = asyncio.ensure_future(doing)
        while not task.done() and not self.has_ended:
            await asyncio.wait([task], timeout=0.02)
        if not task.done():
            task.cancel()
            return False
        if not self.has_ended:
            try:
                await task
            except WaitForScreenTimeout:  # a widget that is gone since answers nobody
                pass
            except Exception as error:  # of drawing, which `wait_until_at_rest` does for the timer
                if not self.app.survives(error):
                    raise
        return not self.has_ended


Steps = Callable[[Visit], Awaitable[None]]


def terminal_of(app: PlanApp) -> ReceivingDriver:
    """Return what an application draws on."""
    driver = app._driver
    assert isinstance(driver, ReceivingDriver)
    return driver


@contextmanager
def receiving() -> Iterator[None]:
    """Let applications draw on a `ReceivingDriver`, and pilots wait until all is at rest."""
    with (
        patch.object(textual.app, "wait_for_idle", wait_until_at_rest),
        patch.object(textual.pilot, "wait_for_idle", wait_until_at_rest),
        patch("textual.drivers.headless_driver.HeadlessDriver", ReceivingDriver),
    ):
        yield


def visit(
    path: Path,
    steps: Steps,
    size: tuple[int, int] = (110, 32),
    language: Language = Language.EN,
    longest: float | None = _LONGEST,
) -> tuple[int | None, str]:
    """Open the application on a database and take steps in it, then leave.

    Args:
        path: the database.
        steps: what is done in the application.
        size: columns and rows.
        language: that the application speaks.
        longest: seconds that all may take; None where the processor's time alone is bounded.

    Returns:
        The exit code with which it ended by itself, None if it did not; and all that its terminal
        received, its last words included.

    Raises:
        DataError: it cannot be opened.
        Exception: what the steps or the application raised.

    """
    return asyncio.run(_visit(path, steps, size, language, longest))


async def _visit(
    path: Path,
    steps: Steps,
    size: tuple[int, int],
    language: Language,
    longest: float | None,
) -> tuple[int | None, str]:
    app = PlanApp(path, language)
    app.may_write = False
    errors: list[BaseException] = []
    codes: list[int | None] = []

    async def go(pilot: Pilot[object]) -> None:
        try:
            await steps(Visit(app, cast("Pilot[None]", pilot)))
        except BaseException as error:
            errors.append(error)
        codes.append(app.return_code)
        app.exit()

    last_words = io.StringIO()
    with receiving(), patch.object(sys, "__stderr__", last_words):
        async with asyncio.timeout(longest):
            await app.run_async(headless=True, size=size, auto_pilot=go)
    for error in (app._exception, *errors):
        if error is not None:
            raise error
    code = codes[0] if codes else app.return_code
    return code, "".join(terminal_of(app).parts) + last_words.getvalue()


def walk(path: Path, *, in_full: bool) -> str:
    """Go through the screens over a database; return how that ended."""
    keys = ROUND if in_full else ROUND_OF_FEW

    async def steps(there: Visit) -> None:
        await there.press(*keys)

    try:
        code, sent = visit(path, steps)
    except DataError as error:
        told = error.say(Language.EN)
        assert "\n" not in told, told
        return "told before it opens"
    assert code in (None, 3), code
    if code == 3:
        return "ended with a line"
    return "told, and went on" if "cannot be read" in sent else "went on"


def plain(sent: str) -> str:
    """Return what a terminal received without the application's own sequences."""
    return re.sub(r"\x1b\[[?>=<]?[0-9;:]*[A-Za-z]", "", sent)
