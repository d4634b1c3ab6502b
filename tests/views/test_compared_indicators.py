"""Indicators in a comparison: of which kind they are is said where they begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from tests.command_line import run
from tests.tui.helpers import comparing, settled

CARD = "2021:M1-1"
"""A made-up card with indicators of both kinds, which goes on in 2025."""
KINDS = {
    Language.JA: ("KPI（進捗）", "KPI（効果）"),
    Language.EN: ("KPI (progress)", "KPI (outcome)"),
}


@pytest.mark.parametrize("language", Language)
def test_each_kind_is_named_once_before_its_first(
    crosswalked_database: Path, language: Language
) -> None:
    words = ("compare", CARD, "--with", "2025")
    printed = run(*words, "--lang", language, db=crosswalked_database).stdout
    progress, outcome = (f"@- {kind}" for kind in KINDS[language])
    assert printed.count(progress) == printed.count(outcome) == 1
    lines = printed.splitlines()
    assert lines[lines.index(progress) + 1].startswith(("- ", "  "))
    assert lines.index(progress) < lines.index(outcome)
    for layout in ((), ("--layout", "table")):
        export = ("export", *words, *layout, "-o", "-", "--lang", language, "--no-front-matter")
        exported = run(*export, db=crosswalked_database).stdout
        assert [exported.count(f"*{kind}* ") for kind in KINDS[language]] == [1, 1]


@pytest.mark.parametrize("size", [(80, 40), (120, 40)])
async def test_the_screen_names_them_too(crosswalked_database: Path, size: tuple[int, int]) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with comparing(app, CARD, size=size) as pilot:
        drawn = await settled(app, pilot)
        assert [drawn.count(kind) for kind in KINDS[Language.JA]] == [1, 1]
