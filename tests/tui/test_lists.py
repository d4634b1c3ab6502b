"""What the screens of lists share: the box, the list, and what follows its cursor."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.list_screen import ListScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.track import TrackScreen
from tests.tui.helpers import keys_for, shown


@pytest.fixture
def app(crosswalked_database: Path) -> PlanApp:
    return PlanApp(crosswalked_database, language=Language.JA)


def here(app: PlanApp) -> ListScreen[object]:
    assert isinstance(app.screen, ListScreen)
    return app.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
@pytest.mark.parametrize("key", ["3", "t", "5", "ctrl+k"])
async def test_a_wrong_filter_lists_nothing_and_is_told(
    app: PlanApp, key: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.press("f", *keys_for("kind:measure"))
        assert here(app).rows.rows
        for typed in ("s", "enter"):
            await pilot.press(typed)
            await pilot.pause()
            text = shown(app)
            assert "kind:measuresは指定できません" in "".join(text.split())
            assert not here(app).rows.rows
            assert here(app).view() is None

        await pilot.press("f", "end", "backspace", "enter")
        assert here(app).rows.rows
        assert here(app).view() is not None


@pytest.mark.parametrize(
    ("key", "then"),
    [("3", ["o"]), ("3", ["O"]), ("3", ["o", "o", "f2"]), ("5", ["a", "1"])],
)
async def test_a_wrong_filter_stays_told_whatever_lists_anew(
    app: PlanApp, key: str, then: list[str]
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key, "f", *keys_for("kind:zzz"), "escape", *then)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert here(app).box.value == "kind:zzz"
        assert here(app).error is not None
        assert not here(app).rows.rows


@pytest.mark.parametrize("key", ["3", "t", "5", "ctrl+k"])
async def test_of_an_unfinished_filter_what_stands_before_it_counts(app: PlanApp, key: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.press("f", *keys_for("edition:2021 "))
        rows = list(here(app).rows.rows)
        await pilot.press(*keys_for("kind:"))
        assert list(here(app).rows.rows) == rows
        assert here(app).asked == "edition:2021 "
        assert "Tab kind:" in shown(app).splitlines()[0]
        await pilot.press("tab")
        assert here(app).box.value.startswith("edition:2021 kind:")
        assert here(app).box.value.endswith(" ")
        assert here(app).rows.rows or here(app).count("") is None
        await pilot.press("escape")
        await pilot.pause()
        assert "Tab" not in shown(app).splitlines()[0]


async def test_what_is_whole_in_full_width_is_not_offered_again(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "f", *keys_for("ｃｈａｐｔｅｒ：ＩＩ　ｋｐｉ：ｕｎｓｅｔ"))
        first = shown(app).splitlines()[0]
        assert "Tab" not in first
        assert "ＩＩ" in first


async def test_a_whole_value_is_not_completed_to_a_longer_one(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3", "f", *keys_for("chapter:I"), "tab", "tab")
        assert app.main[MeasuresScreen].box.value == "chapter:I "
        assert not app.main[MeasuresScreen].box.has_focus


@pytest.mark.parametrize("key", ["3", "t", "5", "ctrl+k"])
async def test_that_nothing_matches_is_said(app: PlanApp, key: str) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.press("f", *keys_for("宇宙船"), "enter")
        await pilot.pause()
        assert "「宇宙船」に当てはまるものはありません。" in "".join(shown(app).split())


@pytest.mark.parametrize("key", ["3", "t", "5", "ctrl+k"])
async def test_the_box_lends_its_arrows_and_gives_the_focus_back(app: PlanApp, key: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        before = here(app).rows.cursor
        await pilot.press("f", "down")
        assert here(app).box.has_focus
        assert here(app).rows.cursor > before
        await pilot.press("escape")
        assert here(app).rows.has_focus


async def test_the_reason_is_that_of_the_outline_from_which_the_reader_comes(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5", "tab", "j")
        await pilot.pause()
        told = [line.text for line in app.main[ChangesScreen].because.lines]
        row = app.main[ChangesScreen].newer.row
        assert row is not None
        assert row.section.title in told[0]
        await pilot.press("tab")
        await pilot.pause()
        assert app.main[ChangesScreen].because.has_focus
        assert [line.text for line in app.main[ChangesScreen].because.lines] == told
        assert app.current == row.section


async def test_the_topics_of_a_section_take_the_place_of_an_earlier_query(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+k", "f", *keys_for("kind:measure"))
        await app.open_section("2021:1.1.1")
        await pilot.press("K")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [one.id for one in app.main[TrackScreen].rows.rows] == ["loan-card"]
        assert app.main[TrackScreen].box.value == ""


async def test_what_is_typed_stands_still_when_the_focus_leaves_the_box(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3", "f", *keys_for("chapter:I"))
        before = shown(app).splitlines()[0]
        assert "  chapter:I " in before
        await pilot.press("escape")
        await pilot.pause()
        after = shown(app).splitlines()[0]
        assert after == before[: len(after)]
        assert after.endswith("  chapter:I")
