"""What the tests of the application share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from plan_tui.cli.main import main
from plan_tui.export.formats import as_markdown
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.dialogs import LinesDialog
from plan_tui.tui.screens.plan_screen import PlanScreen

Kind = TypeVar("Kind", bound=Screen[Any])
Taken = tuple[tuple[str, ...], str]
"""A command's words, and a document."""


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


def marks_of(app: PlanApp) -> dict[str, str]:
    """Return the letters of the marks, with the keys of the sections that they stand on."""
    marks = app.session.notes.marks.items()
    return {letter: place.section.key for letter, place in marks if place.section}


async def settled(app: App[None], pilot: Pilot[None]) -> str:
    """Return the whole screen as text once nothing is under way and nothing moves any more."""
    await app.workers.wait_for_complete()
    before = None  # a screen that was just laid over the others shows nothing yet
    while (now := shown(app)) != before:
        before = now
        await pilot.pause()
    return now


def screen_of(app: App[None], kind: type[Kind]) -> Kind:
    """Return the uppermost screen, which must be of a kind."""
    assert isinstance(app.screen, kind)
    return app.screen


@asynccontextmanager
async def comparing(
    app: PlanApp,
    section: str = "2021:1.1.1",
    *,
    size: tuple[int, int] = (140, 30),
    notifications: bool = False,
) -> AsyncIterator[Pilot[None]]:
    """Run the application with the comparison of a section opened."""
    async with app.run_test(size=size, notifications=notifications) as pilot:
        await app.open_section(section)
        await pilot.press("d")
        yield pilot


async def assert_told_unreadable(app: App[None], pilot: Pilot[None]) -> None:
    """Assert that a window says what cannot be read, and how to go on, once a thread has read."""
    async with asyncio.timeout(20):
        while not isinstance(app.screen, LinesDialog) or "読めません" not in shown(app):
            await app.workers.wait_for_complete()
            await pilot.pause(0.05)
    drawn = (await settled(app, pilot)).replace("\n", "")
    assert isinstance(app.screen, LinesDialog)
    assert "読めません" in drawn
    assert "R で検証" in drawn
    assert app.return_code is None


def taken(screen: PlanScreen) -> Taken:
    """Return the command that gives what a screen shows, and the document that is taken of it."""
    view = screen.view()
    assert view is not None
    return view.words, as_markdown(view, screen.session.plan.attribution)


def assert_printed(view: Taken, database: Path, captured: pytest.CaptureFixture[str]) -> None:
    """Assert that the command prints the document that was taken of a screen."""
    words, document = view
    assert main([*words, "--db", str(database), "--lang", "ja", "--format", "md"]) == 0
    assert captured.readouterr().out == document


def keys_for(text: str) -> list[str]:
    """Return the keys that type a text."""
    return list(text)


def key_of(app: PlanApp) -> str:
    """Return the key of the section that the explorer shows."""
    current = app.explorer.current
    assert current is not None
    return current.key
