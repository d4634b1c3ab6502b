"""Work in a thread: its result comes back once, its errors as if there were no thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.app import ComposeResult
from textual.widgets import Static

from plan_tui.errors import DataError
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.app import PlanApp
from plan_tui.tui.background import PlanTask
from plan_tui.tui.screens.dialogs import LinesDialog
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session
from tests.tui.helpers import shown


class Counting(PlanScreen):
    """A screen with a task."""

    def __init__(self, session: Session, compute: Callable[[Plan], int]) -> None:
        super().__init__(session)
        self.results: list[int] = []
        self.counting = PlanTask(self, session, compute, self.results.append)

    def body(self) -> ComposeResult:
        yield Static("")


async def test_the_result_comes_and_a_late_one_is_dropped(app: PlanApp) -> None:
    released, starts = Event(), []

    def compute(plan: Plan) -> int:
        starts.append(plan)
        number = len(starts)
        if number == 1:
            released.wait(10)
        assert plan is not app.plan
        return number + 0 * len(plan.editions())

    async with app.run_test() as pilot:
        screen = Counting(app.session, compute)
        await app.push_screen(screen)
        screen.counting.start()
        while not starts:
            await pilot.pause(0.01)
        screen.counting.start()
        while not screen.results:
            await pilot.pause(0.01)
        released.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.results == [2]


async def end_with(error: Exception, database: Path) -> int | None:
    """Let the task of a screen fail, and return the exit code."""

    def compute_in_vain(plan: Plan) -> int:
        raise error

    class Failing(PlanApp):
        async def on_ready(self) -> None:
            screen = Counting(self.session, compute_in_vain)
            await self.push_screen(screen)
            screen.counting.start()

    app = Failing(database)
    async with asyncio.timeout(20):
        await app.run_async(headless=True, size=(100, 30))
    return app.return_code


async def test_what_a_reader_can_mend_is_told_and_the_application_goes_on(database: Path) -> None:
    def compute_in_vain(plan: Plan) -> int:
        raise DataError(Phrase("表が壊れています", "a broken table"))

    app = PlanApp(database, language=Language.JA)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = Counting(app.session, compute_in_vain)
        await app.push_screen(screen)
        await pilot.pause()
        screen.counting.start()
        await app.workers.wait_for_complete()
        async with asyncio.timeout(10):
            while "表が壊れています" not in shown(app):
                await pilot.pause(0.05)
        assert isinstance(app.screen, LinesDialog)
        assert app.return_code is None


async def test_any_other_error_keeps_its_traceback(
    database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert await end_with(ZeroDivisionError("by nothing"), database) == 1
    printed = capfd.readouterr().err
    assert "Traceback" in printed
    assert "compute_in_vain" in printed
    assert "by nothing" in printed


def test_a_result_that_comes_after_the_end_is_dropped(app: PlanApp) -> None:
    never_shown = Counting(app.session, lambda plan: len(plan.editions()))
    never_shown.counting._run(1)
    assert never_shown.results == []


async def test_nothing_is_computed_for_a_screen_that_was_taken_away(app: PlanApp) -> None:
    """As where the application ends just when one task is to follow another."""
    computed: list[Plan] = []

    def compute(plan: Plan) -> int:
        computed.append(plan)
        return 1

    async with app.run_test() as pilot:
        screen = Counting(app.session, compute)
        await app.push_screen(screen)
        await app.pop_screen()
        screen.counting.start()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not computed
        assert not screen.results
