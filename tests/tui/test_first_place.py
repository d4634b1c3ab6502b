"""The application opens at the place that its command line names."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.cli.arguments import SCREENS
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.destinations import FirstPlace
from plan_tui.tui.main_screens import mode_of
from plan_tui.tui.screens.too_small import TooSmall
from tests.tui.helpers import settled


@pytest.mark.parametrize("key", ["2021:1.1", "2021:M1-2", "2022:1.2"])
@pytest.mark.parametrize("screen", ["", *SCREENS])
async def test_it_opens_there(screen: str, key: str, linked_database: Path) -> None:
    app = PlanApp(linked_database, language=Language.EN)
    app.first = FirstPlace(key, screen)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.here is not None
        assert mode_of(type(app.here)) == (screen or "explorer")
        assert app.explorer.current is not None
        assert app.explorer.current.key == key
        if screen in ("compare", "source"):
            assert app.current is not None
            assert app.current.key == key


async def test_it_opens_covered_where_the_terminal_is_too_small(linked_database: Path) -> None:
    app = PlanApp(linked_database, language=Language.EN)
    app.first = FirstPlace("2021:1.1")
    async with app.run_test(size=(30, 8)) as pilot:
        await settled(app, pilot)
        assert app.current_mode == "explorer"
        assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(100, 30)
        for key in ("0", "1"):
            await pilot.press(key)
            assert "too small" not in await settled(app, pilot)


async def test_without_a_section_it_opens_a_screen(linked_database: Path) -> None:
    app = PlanApp(linked_database, language=Language.EN)
    app.first = FirstPlace("", "targets")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert app.here is not None
        assert mode_of(type(app.here)) == "targets"
