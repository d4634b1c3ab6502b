"""No key is silent: it does something that is seen, or it is said why it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.widgets._toast import Toast

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.commands import BY_ID, COMMANDS, commands_of_key, only_elsewhere
from plan_tui.tui.textual_patches.asked_keys import active_ids
from tests.tui.helpers import ExplorerFirst, settled, shown
from tests.tui.test_commands import PLACES, go_to
from tests.tui.test_every_command import named

MOVING = (
    *("down", "up", "half-down", "half-up", "top", "bottom", "query-down", "query-up"),
    *("next-hit", "previous-hit"),
)
"""Commands whose end is seen: the cursor stands at the edge, or on the only match."""
MOST_LOOKS = 1500
"""How often it is looked for what a key does: far more than a busy machine needs."""
PLAIN = ("h", "l", "enter")
"""Keys of which the same is true, and that of opening what an empty list does not hold."""


async def looked_for(pilot: Pilot[None], comes: Callable[[], bool], otherwise: str) -> None:
    """Wait until something has come about."""
    if comes():
        return
    for _ in range(MOST_LOOKS):
        await pilot.pause()
        if comes():
            return
        await pilot.pause(0.02)
    pytest.fail(otherwise)


@pytest.mark.parametrize(
    ("place", "searched"),
    [*((place, "貸出") for place in PLACES), *((place, "") for place in ("search", "query"))],
)
async def test_every_key_on_every_screen(app: PlanApp, place: str, searched: str) -> None:
    """No key ends in an error, whatever is on the smallest screen, and none is silent."""
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await app.run_action("search")
        app.searching.box.value = searched
        await go_to(app, place)
        await pilot.pause()
        for command in COMMANDS:
            if command.id == "quit":
                continue
            key = command.keys[0]
            if command.id in active_ids(app.screen, {command.id}):
                active = app.screen.active_bindings.values()
                (*_, entry) = [entry for entry in active if entry.binding.id == command.id]
                assert callable(getattr(entry.node, f"action_{command.action}"))
                key = entry.binding.key
            typed = isinstance(app.focused, Input) and key not in ("escape", "tab", "f2")
            may_be_silent = command.id in MOVING or command.keys[0] in PLAIN or typed
            here = app.screen, app.focused
            if may_be_silent:
                await pilot.press(key)
            else:
                if app._notifications:
                    app.clear_notifications()
                    await looked_for(pilot, lambda: not app.screen.query(Toast), "notices stay")
                before = shown(app), app.focused
                await pilot.press(key)
                await looked_for(
                    pilot,
                    lambda before=before: (shown(app), app.focused) != before,  # type: ignore[misc]
                    f"{command.id} is silent",
                )
            while len(app.screen_stack) > 1:  # a window over the place
                await app.pop_screen()
            if (app.screen, app.focused) != here:
                await go_to(app, place)
            await pilot.pause()
        assert app.is_running


def said(key: str, rebound: dict[str, tuple[str, ...]], language: Language) -> str:
    return only_elsewhere(commands_of_key((key, key), rebound), language)


def test_it_is_said_where_a_key_counts() -> None:
    assert said("x", {}, Language.JA) == ("ここでは使えません：脚注（本文、目次） ほか2件")
    assert said("c", {}, Language.EN) == ("Not here: Counterparts (the comparison) and 2 more")
    assert said("d", {}, Language.EN) == "Not here: Compare (once a section is chosen)"
    assert said("[", {}, Language.JA).startswith("ここでは使えません")
    assert (
        said("9", {"footnotes": ("9",)}, Language.EN)
        == "Not here: Footnotes (the text, the outline)"
    )
    assert commands_of_key(("9", "9"), {}) == []


@pytest.mark.parametrize("place", PLACES)
async def test_where_a_key_counts_is_somewhere_else(app: PlanApp, place: str) -> None:
    """A command that cannot be given where its keys are bound needs more than that place."""
    async with app.run_test(size=(110, 32)) as pilot:
        await go_to(app, place)
        await pilot.pause()
        chain = app.screen._binding_chain
        bound = {
            one.id for _, keys in chain for own in keys.key_to_bindings.values() for one in own
        }
        active = {entry.binding.id for entry in app.screen.active_bindings.values()}
        for command in COMMANDS:
            taken = any(key in app.screen.active_bindings for key in map(named, command.keys))
            if command.id in bound - active and not taken:
                assert command.needs is not None, command.id


@pytest.mark.parametrize(
    ("place", "key"),
    [("source", "i"), ("compare", "d"), ("track", "K"), ("track", "ctrl+k"), ("report", "R")],
)
async def test_the_key_of_this_screen_says_so(app: PlanApp, place: str, key: str) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await go_to(app, place)
        await settled(app, pilot)
        await pilot.press(key)
        assert "この画面です" in await settled(app, pilot)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("8", "8"),
        ("percent_sign", "%"),
        ("@", "@"),
        ("backslash", "\\"),
        ("ctrl+backslash", "^\\"),
        ("f3", "F3"),
        ("＠", "＠"),
        ("Z", "Z"),
        ("insert", "Insert"),
    ],
)
async def test_a_key_without_a_command_says_so(app: PlanApp, key: str, name: str) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(key)
        drawn = await settled(app, pilot)
        assert f"{name} に割り当てたコマンドはありません。" in drawn
        assert "キーの一覧は ?" in drawn


@pytest.mark.parametrize("opening", ["slash", "colon", "e", "m", "y", "J", "question_mark"])
async def test_boxes_and_windows_take_letters_in_silence(app: PlanApp, opening: str) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press(opening)
        await settled(app, pilot)
        await pilot.press("8")
        assert "割り当て" not in await settled(app, pilot)


OFFERED = {
    "calendar": ("measures", "targets", "track"),
    "column-width": ("outline", "reading", "search", "query"),
}
"""Where the made-up plan has dates in a chosen calendar, and long lines."""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", OFFERED)
async def test_what_changes_nothing_is_not_offered(whole: Path, place: str, name: str) -> None:
    app = ExplorerFirst(whole, language=Language.JA)
    async with app.run_test(size=(200, 32)) as pilot:
        await app.run_action("search")
        app.searching.box.value = "夜間"
        await go_to(app, place)
        before = await settled(app, pilot)
        offered = app.check_action(BY_ID[name].action, ())
        await app.run_action(BY_ID[name].action)
        changed = await settled(app, pilot) != before
        assert offered or not changed
        assert offered == (place in OFFERED[name])
