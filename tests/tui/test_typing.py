"""What is typed arrives: every key in its order, every blank, and letters where they belong."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from plan_tui.compare.promises.topic_tracks import tracks
from plan_tui.model.tracks import Track
from plan_tui.query.pasted_lines import in_one_line
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.palette import Palette
from plan_tui.tui.screens.track import TrackScreen
from plan_tui.tui.widgets.query_input import QueryInput
from tests.tui.helpers import ExplorerFirst, settled, shown


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


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(20):
        while not holds():
            await pilot.pause(0.02)


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


async def test_the_end_waits_for_nothing_that_was_typed(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.typed_ahead._must_wait = lambda event: True
        for key in "jl":
            app.post_message(events.Key(key, key))
        while len(app.typed_ahead) < 2:
            await asyncio.sleep(0)
        for _ in range(1000):
            app.post_message(events.Key("j", "j"))
        asyncio.get_running_loop().call_later(0, app.exit)  # as a signal's handler
    assert app.inputs < 10


NAMES = {"\r": "enter", "\x1b": "escape", "\t": "tab"}


@pytest.mark.parametrize(
    "keys",
    [
        "/夜間\rjj",
        "/貸出\x1bjjd",
        "/貸出\x1b/森\x1b\x1bj",
        "s森\x1bj\rj",
        "f森\rnj",
        "3f貸出\rjo",
        "3fkpi:\tx\x1bj",
        "tfdue:FY2024\rj\rj",
        "tf森\x1b5f梟\x1bj",
        "5fkind:measure\x1bj\r",
        "5rnj",
        "w梟\rjj",
        "Kf森\x1bj",
        ":measures\rf貸\x1bj",
        "majj'aj",
        "e\x1bjj",
        "m\x1bjj",
        "t/森\rqj",
        "jjdvlh\x1bj",
        "?\x1bj/夜\x1bt",
    ],
)
async def test_keys_sent_at_once_do_what_they_do_one_after_the_other(
    database: Path, keys: str
) -> None:
    app = ExplorerFirst(database, language=Language.JA)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in keys:
            await pilot.press(NAMES.get(key, key))
            await app.workers.wait_for_complete()
            await pilot.pause()
        slowly = await settled(app, pilot)
    app = ExplorerFirst(database, language=Language.JA)
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, keys)
        await until(pilot, lambda: shown(app) == slowly)


async def test_keys_wait_for_what_a_task_computes_and_others_do_not(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = ExplorerFirst(whole, language=Language.JA)
    let_go = Event()

    def held_tracks(plan: Plan) -> tuple[Track, ...]:
        let_go.wait(30)
        return tracks(plan)

    monkeypatch.setattr("plan_tui.tui.screens.track.tracks", held_tracks)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = app._driver
        assert driver is not None
        screen = app.main[TrackScreen]

        def send(text: str) -> None:
            for message in XTermParser().feed(text):
                driver.send_message(message.set_sender(app))

        try:
            send("\x0bfx")
            await until(pilot, lambda: screen.box.value == "x")
            assert not screen.rows.rows
            send("\x7f\x1bt")
            await until(pilot, lambda: app.current_mode == "targets")
            send("\x0bj")
            await until(pilot, lambda: app.current_mode == "track" and len(app.typed_ahead) == 1)
        finally:
            let_go.set()
        await until(pilot, lambda: screen.rows.cursor == 1)
        assert len(app.typed_ahead) == 0


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
        assert app.searching.box.value == "夜 間 開館次の行"


# Several lines


@pytest.mark.parametrize(
    ("pasted", "value"),
    [
        ("森の図書\n館", "森の図書館"),
        ("森の図書\r\n　　館の\r\n\r\n  夜間", "森の図書館の夜間"),
        ("\n\n　梟の声\n", " 梟の声"),
        ("digital\ntransformation", "digital transformation"),
        ("digital  \r\n   transformation", "digital transformation"),
        ("森の\u2028図書館\x0b梟\x85鳩", "森の図書館梟鳩"),
        ("梟の\nAPI\n連携", "梟のAPI連携"),
        ("ＡＰＩ\nｶｰﾄﾞ", "ＡＰＩｶｰﾄﾞ"),
        ("e-\nGov", "e-Gov"),
        ("a\n-\nb", "a - b"),
        ("2021\n2025", "2021 2025"),
        ("梟\nedition:2025\n夜間", "梟 edition:2025 夜間"),
        ("梟\nー版：2025\n夜間", "梟 ー版：2025 夜間"),
        ("梟 \n 鳩", "梟鳩"),
        ("夜　間", "夜 間"),
        ("\n", ""),
        ("", ""),
    ],
)
def test_lines_become_one(pasted: str, value: str) -> None:
    assert in_one_line(pasted) == value


PASTED = "森の\n　図書館\nopen\n  library"
IN_ONE_LINE = "森の図書館open library"


@pytest.mark.parametrize("place", ["/", "s", "3f", "tf", "5f", "Kf", "w", ":", "e"])
async def test_a_pasted_text_is_taken_whole_in_every_box(app: PlanApp, place: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, f"{place}\x1b[200~{PASTED}\x1b[201~")
        assert box_here(app).value == IN_ONE_LINE
        await burst(app, pilot, "\x1b[200~\n\x1b[201~x")
        assert box_here(app).value == f"{IN_ONE_LINE}x"


async def test_what_was_copied_here_is_pasted_whole_as_well(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        app._clipboard = PASTED
        await pilot.press("ctrl+v")
        assert app.searching.box.value == IN_ONE_LINE


# Escape and a key at once


@pytest.mark.parametrize("place", ["/", "s", "3f", "tf", "5f", "Kf", "w"])
async def test_escape_and_a_key_leave_the_box_and_run_the_key(app: PlanApp, place: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for key, mode in (("t", "targets"), ("3", "measures"), ("f", ""), ("b", ""), ("/", "")):
            await burst(app, pilot, f"{place}森")
            box = box_here(app)
            assert (box.value, box.has_focus) == ("森", True)
            await burst(app, pilot, f"\x1b{key}")
            assert box.value == "森"
            if mode:
                assert app.current_mode == mode
            if key in "f/":
                assert box_here(app).has_focus
            else:
                assert not box.has_focus
            box.put("")
            await app.run_action("explorer")
            await pilot.pause()


@pytest.mark.parametrize("character", ["j", "K", "5", "え", "ｊ", "-"])
async def test_alt_is_escape_where_a_terminal_sends_both_alike(
    app: PlanApp, character: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(app, pilot, "/森")
        driver = app._driver
        assert driver is not None
        driver.send_message(events.Key(f"alt+{character}", character).set_sender(app))
        await settled(app, pilot)
        assert app.searching.box.value == "森"
        assert not app.searching.box.has_focus


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
