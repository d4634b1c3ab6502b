"""Nothing jumps: neither when a screen is opened, nor when figures arrive, nor on a new size."""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.background import PlanTask
from plan_tui.tui.screens.plan_screen import PlanScreen
from tests.tui.helpers import keys_for

NARROW, BROAD, HUGE = (80, 24), (120, 36), (200, 50)
OPENED = {
    "overview": ("2021:1.1", "0"),
    "explorer": ("2021:1.1", "1"),
    "search": ("2021:1.1", "slash"),
    "measures": ("2021:M1-2", "3"),
    "targets": ("2021:M1-2", "t"),
    "changes": ("2021:1.1.1", "5"),
    "review": ("2021:1.1.1", "6"),
    "notes": ("2021:1.1.1", "7"),
    "track": ("2021:1.1.1", "K"),
    "topics": ("2021:1.1.1", "ctrl+k"),
    "words": ("2021:1.1.1", "w"),
    "compare": ("2021:1.1.1", "d"),
    "source": ("2021:1.1.1", "i"),
    "report": ("2021:1.1.1", "R"),
}
"""Screens, with the section from which a key leads to them."""
_TELLING = 6
"""Characters from which a drawn line is known again by what it says."""


class Frames:
    """What was drawn of the present screen, frame by frame: regions of widgets, and lines."""

    def __init__(self) -> None:
        self.regions: list[dict[object, Region]] = []
        self.lines: list[list[str]] = []

    def clear(self) -> None:
        """Forget all frames."""
        self.regions.clear()
        self.lines.clear()

    def take(self, screen: Screen[Any]) -> None:
        """Keep what a screen is about to draw."""
        if screen is not screen.app.screen or not isinstance(screen, PlanScreen):
            return
        if screen.app._batch_count:  # Textual draws nothing meanwhile
            return
        if not screen.is_filled:
            assert not any(strip.text.strip() for strip in screen._compositor.render_strips())
            return
        widgets = screen.walk_children(Widget)
        shown = [each for each in widgets if each.display and each.region.area]
        self.regions.append({each: each.region for each in shown})
        strips = screen._compositor.render_strips()
        self.lines.append([strip.text.strip() for strip in strips])

    async def take_filled(self, app: PlanApp, pilot: Pilot[None]) -> None:
        """Take the screen as it stands once it is filled, were no frame of it drawn since."""
        screen = app.screen
        assert isinstance(screen, PlanScreen)
        async with asyncio.timeout(60):
            while not screen.is_filled:
                await pilot.pause()
        self.take(screen)

    def assert_settled(self, size: tuple[int, int]) -> None:
        """Assert that all frames of a size are laid out alike."""
        of_size = [each for each in self.regions if _extent(each) == size]
        assert of_size
        for before, after in pairwise(of_size):
            assert before == after

    def assert_still(self) -> None:
        """Assert that no widget came, went, or changed its place, and that no line moved."""
        assert self.regions
        for before, after in pairwise(self.regions):
            assert before == after
        for above, below in pairwise(self.lines):
            places, others = _places(above), _places(below)
            both = places.keys() & others.keys()
            assert {line: places[line] for line in both} == {line: others[line] for line in both}


def _extent(regions: dict[object, Region]) -> tuple[int, int]:
    """Return how far the widgets reach: the footer stands in the last line, whole."""
    return max(r.right for r in regions.values()), max(r.bottom for r in regions.values())


def _places(lines: list[str]) -> dict[str, int]:
    """Return where each line stands that stands there once, by what it says."""
    once = Counter(lines)
    return {
        line: number
        for number, line in enumerate(lines)
        if once[line] == 1 and len(line) >= _TELLING
    }


class HeldTasks:
    """Tasks of threads that begin only when the test lets them."""

    def __init__(self) -> None:
        self.tasks: list[PlanTask[Any]] = []
        self._start = PlanTask.start

    def hold(self, task: PlanTask[Any]) -> None:
        """Keep a task instead of starting it."""
        self.tasks.append(task)

    async def let_go(self, app: PlanApp, pilot: Pilot[None]) -> None:
        """Start the tasks, and those that they bring, until nothing is under way."""
        while self.tasks:
            task = self.tasks.pop(0)
            if task._node.is_attached:
                self._start(task)
            await app.workers.wait_for_complete()
            await pilot.pause()


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> Frames:
    """All frames from the start of the application on."""
    taken = Frames()
    draw = Screen._compositor_refresh

    def drawn(screen: Screen[Any]) -> None:
        taken.take(screen)
        draw(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", drawn)
    return taken


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> HeldTasks:
    """The tasks that wait for the test."""
    tasks = HeldTasks()
    monkeypatch.setattr(PlanTask, "start", lambda task: tasks.hold(task))
    return tasks


@pytest.fixture
def app(whole: Path) -> PlanApp:
    app = PlanApp(whole, language=Language.JA)
    app.session.today = "2024-06-01"
    return app


@pytest.mark.parametrize("name", OPENED)
async def test_late_figures_find_their_places(
    app: PlanApp, frames: Frames, held: HeldTasks, name: str
) -> None:
    section, key = OPENED[name]
    async with app.run_test(size=NARROW) as pilot:
        if name != "overview":
            await held.let_go(app, pilot)
            await app.open_section(section)
            await pilot.pause()
            frames.clear()
        await pilot.press(key)
        await frames.take_filled(app, pilot)
        await held.let_go(app, pilot)
        frames.assert_still()


@pytest.mark.parametrize("size", [BROAD, HUGE])
@pytest.mark.parametrize("name", OPENED)
async def test_a_new_size_is_laid_out_once(
    app: PlanApp, frames: Frames, name: str, size: tuple[int, int]
) -> None:
    section, key = OPENED[name]
    async with app.run_test(size=NARROW) as pilot:
        await app.open_section(section)
        await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        frames.clear()
        await pilot.resize_terminal(*size)
        await pilot.pause()
        frames.assert_settled(size)
        frames.clear()
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        frames.assert_settled(NARROW)


async def test_counts_of_changes_keep_their_lines_while_one_types(
    app: PlanApp, frames: Frames
) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("5", "f")
        await pilot.pause()
        regions = frames.regions[-1]
        for key in (*keys_for("kind:measure"), *keys_for(" x"), *12 * ("backspace",)):
            await pilot.press(key)
            heights = {each: region.y for each, region in frames.regions[-1].items()}
            lists = app.screen.query("FateRows")
            assert {each: heights[each] for each in lists} == {
                each: regions[each].y for each in lists
            }
