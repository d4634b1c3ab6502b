"""Notices: whole at every width, and gone with the place that they were about."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from plan_tui.text.language import Language, Phrase
from plan_tui.tui.app import PlanApp
from plan_tui.tui.clipboard import BY_TERMINAL
from tests.tui.helpers import rows, settled, shown
from tests.tui.test_typing import burst

NO_EARLIER = "これより前の版はありません。"


async def at_the_first_section(app: PlanApp, pilot: Pilot[None]) -> None:
    await app.open_section("2021:1.1")
    await settled(app, pilot)


@pytest.mark.parametrize("key", ["d", "e", "?", "ctrl+k", "q", "z"])
async def test_a_notice_goes_with_the_next_key(app: PlanApp, key: str) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_the_first_section(app, pilot)
        await pilot.press("left_square_bracket")
        assert NO_EARLIER in await settled(app, pilot)
        await pilot.press(key)
        assert NO_EARLIER not in await settled(app, pilot)


async def test_a_notice_goes_with_a_click(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_the_first_section(app, pilot)
        await pilot.press("left_square_bracket")
        assert NO_EARLIER in await settled(app, pilot)
        assert NO_EARLIER not in await burst(app, pilot, "\x1b[<0;10;3M\x1b[<0;10;3m")


async def test_a_notice_of_keys_typed_ahead_is_seen(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_the_first_section(app, pilot)
        assert NO_EARLIER in await burst(app, pilot, "[j")


async def test_a_warning_stays(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_the_first_section(app, pilot)
        app.tell(Phrase("壊れています", "broken"), "warning")
        await settled(app, pilot)
        await pilot.press("j")
        assert "壊れています" in await settled(app, pilot)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [60, 61, 80, 100, 150])
async def test_a_notice_is_whole_at_every_width(
    app: PlanApp, language: Language, columns: int
) -> None:
    """No letter is lost, whatever panes and scroll bars end below the notice."""
    said = BY_TERMINAL.say(language, file="/tmp/a-folder/of-some-length/plan-tui-gah9s0f6.txt")
    async with app.run_test(size=(columns, 20), notifications=True) as pilot:
        await at_the_first_section(app, pilot)
        for start in range(12):
            app.tell(Phrase(said[start:], said[start:]))
            await settled(app, pilot)
            [notice] = app._notifications
            lines = notice.message.splitlines()
            assert "".join(lines).replace(" ", "") == said[start:].replace(" ", "")
            for line, row in zip(lines, rows(app)[-1 - len(lines) :], strict=False):
                assert f" {line}" in row


async def test_a_notice_breaks_as_text_does(app: PlanApp) -> None:
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await at_the_first_section(app, pilot)
        app.tell(Phrase("端" * 27 + "（OSC\u00a052）。", ""))
        await settled(app, pilot)
        assert "（OSC\u00a052）。" in shown(app)
