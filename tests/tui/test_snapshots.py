"""Screens as text: `PLAN_TUI_UPDATE=1 pytest tests/tui/test_snapshots.py` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from tests.tui.helpers import shown

FOLDER = Path(__file__).parent / "golden"
SCREENS: dict[str, tuple[tuple[int, int], Language, str, tuple[str, ...]]] = {
    "explorer-80x24": ((80, 24), Language.JA, "2021:1.1", ()),
    "explorer-120x36": ((120, 36), Language.JA, "2021:M1-2", ()),
    "explorer-english-100x30": ((100, 30), Language.EN, "2021:1.1", ()),
    "search-100x30": ((100, 30), Language.JA, "2021:1.1", ("slash", "貸", "出")),
    "measures-120x30": ((120, 30), Language.JA, "2021:1.1", ("3",)),
    "measures-80x24": ((80, 24), Language.EN, "2021:1.1", ("3", "o")),
    "targets-80x24": ((80, 24), Language.JA, "2021:1.1", ("t",)),
    "targets-120x36": ((120, 36), Language.EN, "2021:1.1", ("4", "j")),
    "compare-120x30": ((120, 30), Language.JA, "2021:1.1.1", ("d",)),
    "compare-80x24": ((80, 24), Language.JA, "2021:1.1.1", ("d", "l")),
    "overview-80x24": ((80, 24), Language.JA, "2021:1.1", ("0",)),
    "overview-120x36": ((120, 36), Language.EN, "2021:1.1", ("0",)),
    "words-80x24": ((80, 24), Language.JA, "2021:1.1", ("w", "貸", "出")),
    "words-120x36": ((120, 36), Language.JA, "2021:1.1", ("w",)),
    "report-80x24": ((80, 24), Language.JA, "2021:1.1", ("R",)),
    "report-120x36": ((120, 36), Language.EN, "2021:1.1", ("R",)),
    "source-120x30": ((120, 30), Language.JA, "2021:1.1", ("i",)),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_screen(database: Path, name: str) -> None:
    size, language, key, keys = SCREENS[name]
    app = PlanApp(database, language=language)
    app.session.today = "2024-06-01"
    async with app.run_test(size=size) as pilot:
        await app.open_section(key)
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause(0.2)
        drawn = shown(app) + "\n"
    file = FOLDER / f"{name}.txt"
    if os.environ.get("PLAN_TUI_UPDATE"):
        FOLDER.mkdir(exist_ok=True)
        file.write_text(drawn, encoding="utf-8")
    assert drawn == file.read_text(encoding="utf-8")
