"""What is typed arrives: every key in its order, every blank, and letters where they belong."""

from __future__ import annotations

import pytest
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.measures import MeasuresScreen
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
    while app.typed_ahead:
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
        assert app.main[MeasuresScreen].box.value == "kpi"


async def test_pasted_words_wait_for_their_box(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, "3f\x1b[200~夜間\x1b[201~ kpi")
        assert app.main[MeasuresScreen].box.value == "夜間 kpi"


# Blanks


@pytest.mark.parametrize("place", ["/", "3f", "w", ":"])
async def test_the_blanks_of_all_scripts_are_spaces(app: PlanApp, place: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, f"{place}夜\u3000間\u00a0開\u2003館 時")
        assert box_here(app).value == "夜 間 開 館 時"


async def test_words_typed_with_an_input_method_find(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, "/貸出\u3000ｋｉｎｄ：ｍｅａｓｕｒｅ")
        found = [hit.section.key for hit in app.searching.results.rows]
        expected = app.session.index.search("貸出 kind:measure").hits
        assert found
        assert found == [hit.section.key for hit in expected]
        await pilot.press("escape")
        await burst(app, pilot, "3fｋｐｉ：ｕｎｓｅｔ\u3000ｃｈａｐｔｅｒ：Ｉ")
        assert app.main[MeasuresScreen].rows.rows == app.session.measures("kpi:unset chapter:I")


async def test_pasted_blanks_are_spaces_and_what_cannot_be_printed_is_dropped(
    app: PlanApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, "/\x1b[200~夜\u3000間\t開\u200b館\n次の行\x1b[201~")
        assert app.searching.box.value == "夜 間 開館"


# Coming back


@pytest.mark.parametrize("place", ["/", "3f", "tf", "5f", "Kf", "w"])
@pytest.mark.parametrize("leave", ["overview", "explorer", "compare", "report"])
async def test_coming_back_never_leads_into_a_box(app: PlanApp, place: str, leave: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, f"{place}森")
        box = box_here(app)
        assert box.has_focus
        await app.run_action(leave)
        await pilot.pause()
        if box not in app.screen.walk_children():  # else the list had nothing to compare
            await burst(app, pilot, "q")
        assert box_here(app) is box
        assert box.value == "森"
        assert box.has_focus is (leave == "compare" and app.current is None)


async def test_letters_are_commands_all_the_way_back(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, "/夜間\rqqq")
        assert app.searching.box.value == "夜間"
        assert app.current_mode == "explorer"


async def test_a_dialog_gives_the_box_back(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "f1", "escape")
        assert app.searching.box.has_focus
