"""The layers of the comparison: words, facts, plain text, notation."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.model.comparison import Fact, FactRow
from plan_tui.model.comparison_enums import (
    FactChange,
    FactKind,
)
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.render.comparison_state import (
    ComparisonLayer,
)
from plan_tui.tui.render.fact_lines import fact_counts, fact_table
from plan_tui.tui.screens.compare import CompareScreen
from tests.tui.helpers import comparing, screen_of, shown


@pytest.fixture
def app(broad_database: Path) -> PlanApp:
    return PlanApp(broad_database, language=Language.JA)


async def test_the_layer_of_facts(app: PlanApp) -> None:
    async with comparing(app) as pilot:
        await pilot.press("v")
        text = shown(app)
        assert "事実  2022年版：～変更 1 ＋追加 0 ・記載なし 0 ＝同じ 1" in text
        row = next(line for line in text.splitlines() if "全17館" in line)
        assert row.count("～ ") >= 2
        assert "全20館" in row
        kept = next(line for line in text.splitlines() if "R6年度末" in line)
        assert kept.count("＝ ") >= 2
        assert "2025-03-31" in kept
        await pilot.press("n")
        assert len(screen_of(app, CompareScreen).texts.hits()) == 1


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(150, 40), (80, 24), (60, 20)])
async def test_facts_are_counted_of_an_edition_that_is_named(
    broad_database: Path, language: Language, size: tuple[int, int]
) -> None:
    app = PlanApp(broad_database, language=language)
    async with comparing(app, size=size) as pilot:
        await pilot.press("v")
        bar = screen_of(app, CompareScreen).pane.bar.render_line(0).text
        assert bar.index("2022") < bar.index("～")
        assert bar.rstrip().endswith("1")


async def test_facts_in_a_narrow_terminal_stand_in_one_line(app: PlanApp) -> None:
    async with comparing(app, size=(80, 24)) as pilot:
        await pilot.press("v")
        assert "～ 全17館 › 全20館" in shown(app)
        await app.action_back()
        await app.open_section("2022:1.1")
        await pilot.press("d", "h")
        # In the order of time, whichever side is the base.
        assert "～ 全17館 › 全20館" in shown(app)


async def test_the_plain_layer_has_no_marks_and_the_choice_is_kept(app: PlanApp) -> None:
    async with comparing(app) as pilot:
        assert screen_of(app, CompareScreen).texts.hits()
        await pilot.press("v", "v")
        assert screen_of(app, CompareScreen).table.layer is ComparisonLayer.PLAIN
        assert screen_of(app, CompareScreen).texts.hits() == []
        assert "～ " not in "\n".join(shown(app).splitlines()[3:])
        assert "貸出券を携帯端末に載せ" in shown(app)
        await pilot.press("q", "d")
        assert screen_of(app, CompareScreen).table.layer is ComparisonLayer.PLAIN
        await pilot.press("v")
        assert "差分 1" in shown(app)


async def test_notation_is_hidden_until_asked_for(app: PlanApp) -> None:
    async with comparing(app, size=(160, 30)) as pilot:
        assert "表記のみ 1（非表示）" in shown(app)

        def roles() -> set[str]:
            lines = screen_of(app, CompareScreen).texts.lines
            return {piece.role for line in lines for piece in line.pieces}

        assert "notation" not in roles()
        await pilot.press("u")
        assert "表記のみ 1" in screen_of(app, CompareScreen).pane.bar.text
        assert "（非表示）" not in shown(app)
        assert "notation" in roles()
        await pilot.press("u")
        assert "notation" not in roles()


def fact(text: str, value: str) -> Fact:
    return Fact(FactKind.NUMBER, text, value, 0, 0)


def test_facts_of_several_columns_share_lines() -> None:
    old, new = fact("17館", "17"), fact("20館", "20")
    columns = {
        0: [FactRow(FactKind.NUMBER, FactChange.CHANGED, old, new)],
        1: [
            FactRow(FactKind.NUMBER, FactChange.GONE, old, None),
            FactRow(FactKind.NUMBER, FactChange.ADDED, None, new),
        ],
    }
    first, second = fact_table(columns)
    assert first.base == old
    assert {n: row.op for n, row in first.cells.items()} == {0: "changed", 1: "gone"}
    assert second.base is None
    assert list(second.cells) == [1]
    assert fact_counts(columns[1]) == [("changed", 0), ("added", 1), ("gone", 1), ("kept", 0)]
