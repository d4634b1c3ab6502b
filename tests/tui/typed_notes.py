"""Notes as a reader types them, and what is told of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from plan_tui.model.place_notes import OwnNotes
from plan_tui.store import own_notes
from plan_tui.tui.app import PlanApp
from tests.tui.helpers import (
    keys_for,
)

PLACE = "2021:1.1"
Driver = Callable[[PlanApp, Pilot[None]], Awaitable[None]]


def kept() -> OwnNotes:
    return own_notes.kept_notes()


async def note(app: PlanApp, pilot: Pilot[None], key: str, *typed: str) -> None:
    """Write a note on a section, its lines parted by Down."""
    await app.open_section(key)
    await pilot.press("+")
    for number, line in enumerate(typed):
        await pilot.press(*(["down"] if number else []), *keys_for(line))
    await pilot.press("enter")
    await pilot.pause()


def told(app: PlanApp) -> str:
    """Return the notices, their lines joined."""
    return " ".join(each.message for each in app._notifications).replace("\n", "")
