"""The footer: what matters on a screen has room in a usual terminal, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.commands import COMMANDS
from tests.tui.helpers import rows

WITH_EXPORT = {
    "overview": "0",
    "explorer": "1",
    "outline": "1 shift+tab",
    "hits": "slash 貸 出 escape",
    "measures": "3",
    "card": "3 tab",
    "targets": "t",
    "changes": "5",
    "notes": "m a 7",
    "track": "K",
    "compare": "d",
    "source": "i",
    "report": "R",
}
"""Places, and the keys that lead there from a section."""
EXPORT = {Language.JA: " e 書き出し", Language.EN: " e Export"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("place", WITH_EXPORT)
async def test_the_export_is_named(whole: Path, place: str, language: Language) -> None:
    app = PlanApp(whole, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press(*WITH_EXPORT[place].split())
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert EXPORT[language] in rows(app)[-1]


def test_a_short_name_is_shorter() -> None:
    for command in COMMANDS:
        if command.short is not None:
            names = (command.name, command.short)
            assert command.footer
            assert sum(width(names[1].say(language)) for language in Language) < sum(
                width(names[0].say(language)) for language in Language
            )
