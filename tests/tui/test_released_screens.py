"""What is opened and closed again leaves nothing: no widget and no timer stays alive."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.timer import Timer
from textual.widget import Widget

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp

MOST_BACK = 3
"""Steps back from anything that the keys lead to."""
ASIDES = ("d", "i", "R", "?", "A", "y", "e", "m a", "'", "J", ":", "6", "+", "E", "1 z")
"""What leads to screens and windows that are made anew each time they are shown."""
STAYING = ("1", "0", "s", "3", "4", "5", "K", "ctrl+k", "w", "7")
"""What leads to the screens that stay as they were left."""
OFTEN = 4
"""Times that each of these is opened and closed after the memories are full."""


@pytest.fixture
def app(whole: Path) -> PlanApp:
    return PlanApp(whole, language=Language.JA)


def alive() -> Counter[str]:
    """Count what Textual keeps of a screen, by its class.

    The last one may still be on its way out: what leaks grows with each round.
    A timer that was stopped stays in the event loop's queue until it would have been due: not ours.
    """
    for handle in asyncio.get_running_loop()._scheduled:  # type: ignore[attr-defined]
        if handle.cancelled():
            handle._context = None
    gc.collect()
    kinds = Widget, Timer
    return Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, kinds))


async def back(app: PlanApp, pilot: Pilot[None]) -> None:
    """Close what was opened, until the explorer is shown and nothing above it."""
    for _ in range(MOST_BACK):
        if len(app.screen_stack) == 1 and app.current_mode == "explorer":
            break
        await pilot.press("escape")
    while app.screen_stack[1:]:
        app.pop_screen()
    await app.trail.show("explorer")
    await app.workers.wait_for_complete()
    await pilot.pause()


async def open_and_close(app: PlanApp, pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())
    await app.workers.wait_for_complete()
    await back(app, pilot)


@pytest.mark.parametrize("keys", ASIDES)
async def test_a_closed_screen_is_not_kept(app: PlanApp, keys: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1.1")
        for _ in range(2):
            await open_and_close(app, pilot, keys)
        before = alive()
        for _ in range(OFTEN):
            await open_and_close(app, pilot, keys)
        grown = alive() - before
        assert not [name for name, count in grown.items() if count >= OFTEN], grown


async def test_screens_that_stay_are_made_once(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        made = []
        for _ in range(2):
            for key in STAYING:
                await pilot.press(key, "down", "escape")
                await app.workers.wait_for_complete()
            made.append(alive())
        screens = [name for name in made[0] if name.endswith("Screen")]
        assert len(screens) >= len(STAYING) - 1  # one has two keys
        assert not [name for name in screens if made[1][name] > made[0][name]]
