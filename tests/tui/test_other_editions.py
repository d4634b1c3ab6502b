"""The same place in another edition: straight to a counterpart, by a menu to a suggestion."""

from __future__ import annotations

from pathlib import Path

from plan_tui.labels.change_names import SUGGESTION
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.menu import Menu
from tests.tui.helpers import key_of, shown
from tests.worlds import named


async def test_same_place_in_other_editions(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("]")
        assert key_of(app) == "2022:1.1"
        await pilot.press("[")
        assert key_of(app) == "2021:1.1.1"
        await app.open_section("2025:1.1.1.1")
        await pilot.press("[")
        await pilot.pause()
        assert "2022年版：対応箇所は見当たりません" in shown(app)
        assert key_of(app) == "2025:1.1.1.1"


async def test_a_suggestion_is_told_before_it_is_opened(tmp_path: Path) -> None:
    database = named.crosswalked(None).write(tmp_path / "plan.db")
    app = PlanApp(database, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:1")
        await pilot.press("]")
        await pilot.pause()
        assert isinstance(app.screen, Menu)
        assert SUGGESTION.say(Language.JA) in shown(app)
        assert key_of(app) == "2021:1"
        await pilot.press("1")
        await pilot.pause()
        assert key_of(app) == "2022:1"
