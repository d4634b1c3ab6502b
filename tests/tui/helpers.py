"""What the tests of the application share."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip

from plan_tui.tui.app import PlanApp


class ExplorerFirst(PlanApp):
    """Opens with the outline, from which most of the tests set out."""

    DEFAULT_MODE = "explorer"


def strips(app: App[None]) -> list[Strip]:
    """Return the rows of the screen as they are drawn."""
    return app.screen._compositor.render_strips()


def rows(app: App[None]) -> list[str]:
    """Return the rows of the screen as text, blanks at their ends cut."""
    return [strip.text.rstrip() for strip in strips(app)]


def shown(app: App[None]) -> str:
    """Return the whole screen as text."""
    return "\n".join(rows(app))


async def settled(app: App[None], pilot: Pilot[None]) -> str:
    """Return the whole screen as text once nothing is under way and nothing moves any more."""
    await app.workers.wait_for_complete()
    before = ""
    while (now := shown(app)) != before:
        before = now
        await pilot.pause(0.1)
    return now


async def press_the_last(app: App[None], pilot: Pilot[None], key: str) -> None:
    """Press a key after which the application ends by itself.

    The pilot waits for screens that an ending application no longer answers for.
    """
    pressed = asyncio.create_task(pilot.press(key))
    async with asyncio.timeout(10):
        while app.return_code is None:
            await asyncio.sleep(0.01)
    pressed.cancel()


def assert_told_unreadable(app: App[None], captured: pytest.CaptureFixture[str]) -> None:
    """Assert that an application ended with one line on its unreadable database.

    Give it `capfd`: the line comes by `sys.__stderr__` where the pilot ends before the application.
    """
    assert app.return_code == 3
    said = captured.readouterr().err
    assert "読めない" in said.replace("\n", "")
    assert "Traceback" not in said


def keys_for(text: str) -> list[str]:
    """Return the keys that type a text."""
    return list(text)


def key_of(app: PlanApp) -> str:
    """Return the key of the section that the explorer shows."""
    current = app.explorer.current
    assert current is not None
    return current.key
