"""An empty pane says why it is empty, where one is, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.changes import ChangesScreen
from tests.tui.helpers import comparing, keys_for, rows, screen_of, settled, shown

PLACES = [("3", "施策", "Measures"), ("t", "期限", "Targets"), ("5", "版の変化", "Changes")]


def text_of(app: PlanApp) -> str:
    return "".join(shown(app).split())


@pytest.mark.parametrize(("key", "japanese", "english"), PLACES)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_a_list_without_rows_names_its_place_and_a_command(
    crosswalked_database: Path,
    key: str,
    japanese: str,
    english: str,
    language: Language,
    size: tuple[int, int],
) -> None:
    app = PlanApp(crosswalked_database, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press(key, "f", *keys_for("宇宙船"), "enter")
        await settled(app, pilot)
        text = text_of(app)
        if language is Language.JA:
            assert "「宇宙船」に当てはまるものはありません。" in text
            assert f"{japanese}の条件はfで変え" in text
        else:
            assert "Nothingherematches:宇宙船" in text
            assert f"Pressfforotherwordsin{english}" in text


async def test_an_outline_without_rows_tells_of_the_other(crosswalked_database: Path) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5")
        app.main[ChangesScreen].choose("2021", "2022")
        app.main[ChangesScreen].ask("棚の整理")
        await pilot.pause()
        text = app.main[ChangesScreen].older.nothing
        assert "2021年版の見出しに「棚の整理」に当てはまるものはありません。" in text
        assert "もう一方の枠に1件あります（Tab）" in text


async def test_the_relation_stands_in_the_box_and_goes_with_the_rest(
    crosswalked_database: Path,
) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5", "f", *keys_for("貸出"), "escape", "r", "2")
        await pilot.pause()
        screen = screen_of(app, ChangesScreen)
        assert screen.box.value == "貸出 関係:改題"
        assert "[改題 1]" in shown(app)
        await pilot.press("r", "4")
        await pilot.pause()
        assert screen.box.value == "貸出 関係:分割"
        assert "[分割 0]" in shown(app)  # shown though there is none
        await pilot.press("r", "0")
        await pilot.pause()
        assert screen.box.value == "貸出"
        await pilot.press("r", "2", "f", "backspace")
        await pilot.pause()
        assert screen.box.value == ""
        assert "[改題" not in shown(app)
        view = screen.view()
        assert view is not None
        assert view.command == "plan-tui changes 2021 2025"


@pytest.mark.parametrize(
    ("language", "typed"), [(Language.JA, "関係:改題"), (Language.EN, "relation:renamed")]
)
async def test_a_typed_relation_is_the_same_as_a_chosen_one(
    crosswalked_database: Path, language: Language, typed: str
) -> None:
    app = PlanApp(crosswalked_database, language=language)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5", "r", "2")
        await pilot.pause()
        screen = screen_of(app, ChangesScreen)
        chosen = [row.section.key for row in screen.older.rows]
        assert screen.box.value == typed
        screen.ask("")
        screen.ask(typed)
        assert [row.section.key for row in screen.older.rows] == chosen
        view = screen.view()
        assert view is not None
        assert view.words == ("changes", "2021", "2025", "--only", "renamed")


async def test_a_text_without_counterpart_says_what_to_do(crosswalked_database: Path) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with comparing(app, "2021:M2-1", size=(120, 30)):
        assert "rで理由と収録範囲" in text_of(app)
        assert sum("r で理由" in row for row in rows(app)) == 1


async def test_each_row_of_the_changes_names_a_place_and_how_likely_it_is(
    database: Path,
) -> None:
    app = PlanApp(database, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        screen = screen_of(app, ChangesScreen)
        suggested = [row for row in screen.older.rows if row.group == "suggested"]
        assert suggested
        assert any(f"候補・{word}" in shown(app) for word in ("確実", "有力", "可能性"))
        assert "2025:" not in "\n".join(rows(app)[3:20])
