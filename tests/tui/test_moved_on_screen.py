"""Moved sentences in the comparison: their sign at both places, their count, what is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.compare.sections.side_by_side import compare
from plan_tui.model.comparison import DiffRow, Run
from plan_tui.model.comparison_enums import TextChange
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.render.comparison_state import ComparisonState, Side
from plan_tui.tui.screens.compare import CompareScreen
from tests.tui.helpers import comparing, screen_of, shown
from tests.tui.test_comparison_stops import stops
from tests.worlds.moved import with_moved_sentence


@pytest.fixture
def moved(crosswalked_database: Path, tmp_path: Path) -> PlanApp:
    database = with_moved_sentence(crosswalked_database, tmp_path / "plan.db")
    return PlanApp(database, language=Language.JA)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 50)])
async def test_a_moved_sentence_has_its_sign_at_both_places(
    moved: PlanApp, size: tuple[int, int]
) -> None:
    async with comparing(moved, size=size) as pilot:
        await pilot.press("h")  # to 2022, whose stored share is that of the text before
        await pilot.pause()
        legend, *below = (line.text for line in screen_of(moved, CompareScreen).texts.lines)
        drawn = "\n".join(below)
        assert drawn.count("⇄") >= 2
        assert "⇄~移動・一部変更" in legend
        assert "－ " not in drawn
        assert "＋ " not in drawn
        assert len(stops(moved)) == 2
        await pilot.press("n")
        assert "差分 1/2" in shown(moved)
        await pilot.press("v", "v")
        assert "⇄" not in shown(moved)


async def test_moved_sentences_are_counted_in_both_languages(moved: PlanApp) -> None:
    async with comparing(moved, size=(160, 30)) as pilot:
        await pilot.press("h")
        assert "移動した文 1" in shown(moved)
        await pilot.press("f2")
        await pilot.pause()
        assert "1 moved sentence" in shown(moved)
        assert "⇄~moved and changed" in shown(moved)


def test_hidden_notation_within_a_moved_sentence_is_moved(
    crosswalked_database: Path, tmp_path: Path
) -> None:
    database = with_moved_sentence(crosswalked_database, tmp_path / "plan.db")
    with Plan(database) as plan:
        view = compare(plan, "2021:1.1.1", ["2022"])
    state = ComparisonState(view, (Side(view.columns[0]),), 0, Language.JA)
    row = DiffRow((Run(TextChange.NOTATION, "１７"),), (), 0, -1, moved_to=1)
    assert state._shown((row,))[0].left == (Run(TextChange.MOVED, "１７"),)
