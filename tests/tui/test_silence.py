"""No key is silent: it does something that is seen, or it is said why it does not."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.commands import COMMANDS
from plan_tui.tui.not_here import not_here
from tests.tui.helpers import shown
from tests.tui.test_commands import PLACES, go_to

MOVING = (
    *("down", "up", "half-down", "half-up", "top", "bottom", "query-down", "query-up"),
    *("next-hit", "previous-hit"),
)
"""Commands whose end is seen: the cursor stands at the edge, or on the only match."""
PLAIN = ("h", "l", "enter")
"""Keys of which the same is true, and that of opening what an empty list does not hold."""


@pytest.mark.parametrize("place", PLACES)
async def test_every_key_on_every_screen(app: PlanApp, place: str) -> None:
    async with app.run_test(size=(110, 32), notifications=True) as pilot:
        await go_to(app, place)
        for command in COMMANDS:
            key = command.keys[0]
            typed = isinstance(app.focused, Input) and key not in ("escape", "tab", "f2")
            if command.id in ("quit", *MOVING) or key in PLAIN or typed:
                continue
            app.clear_notifications()
            await pilot.pause()
            here = app.screen, app.focused
            before = shown(app), app.focused
            await pilot.press(key)
            for _ in range(50):
                await pilot.pause(0.02)
                if (shown(app), app.focused) != before:
                    break
            assert (shown(app), app.focused) != before, command.id
            if (app.screen, app.focused) != here:
                await go_to(app, place)


def test_it_is_said_where_a_key_counts() -> None:
    assert not_here(("x", "x"), {}, Language.JA) == "ここでは使えません：脚注（本文）"
    assert not_here(("c", "ｃ"), {}, Language.EN) == (
        "Not here: Counterparts (the comparison), Choose a section (the tracks)"
    )
    assert not_here(("d",), {}, Language.EN) == "Not here: Compare (once a section is chosen)"
    assert not_here(("left_square_bracket", "["), {}, Language.JA).startswith("ここでは使えません")
    assert not_here(("9", "9"), {"footnotes": ("9",)}, Language.EN) == (
        "Not here: Footnotes (the text)"
    )
    assert not_here(("9", "9"), {}, Language.EN) == ""
