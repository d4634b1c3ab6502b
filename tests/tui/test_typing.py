"""What is typed arrives: every key in its order, every blank, and letters where they belong."""

from __future__ import annotations

import pytest
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.palette import Palette
from plan_tui.tui.widgets.query_input import QueryInput
from tests.tui.helpers import settled


async def burst(app: PlanApp, pilot: Pilot[None], text: str) -> str:
    """Type as a terminal sends it in one go; return the screen once all has come to rest."""
    driver = app._driver
    assert driver is not None
    for message in XTermParser().feed(text):
        message.set_sender(app)
        driver.send_message(message)
    await pilot.pause()
    while app._typed:
        await pilot.pause(0.01)
    return await settled(app, pilot)


def box_here(app: PlanApp) -> QueryInput:
    """Return the box of the uppermost screen."""
    return app.screen.query_one(QueryInput)


# Typing ahead


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("tfdue:FY2025", "due:FY2025"),
        ("3fkpi:unset chapter:II", "kpi:unset chapter:II"),
        ("5fquit", "quit"),
        ("Kfkpi", "kpi"),
        ("wkjq", "kjq"),
        ("/kpi", "kpi"),
        ("skpi", "kpi"),
        (":quit", "quit"),
        ("3jjt3fquit", "quit"),
    ],
)
async def test_words_typed_ahead_of_a_screen_come_into_its_box(
    app: PlanApp, keys: str, value: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, keys)
        box = box_here(app)
        assert (box.value, box.has_focus) == (value, True)


async def test_keys_typed_ahead_of_what_a_hit_opens_count_there(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, "/夜間\rq")
        assert app.current_mode == "search"
        assert app.searching.box.value == "夜間"


async def test_a_command_is_chosen_ahead_of_the_palette(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, ":measures\rfkpi")
        assert not isinstance(app.screen, Palette)
        assert app.measures.box.value == "kpi"


async def test_pasted_words_wait_for_their_box(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, "3f\x1b[200~夜間\x1b[201~ kpi")
        assert app.measures.box.value == "夜間 kpi"
