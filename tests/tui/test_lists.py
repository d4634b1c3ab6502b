"""What the screens of lists share: the box, the list, and what follows its cursor."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.lists import ListScreen
from tests.crosswalked import linked_database
from tests.tui.helpers import keys_for, shown


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return linked_database(tmp_path_factory.mktemp("lists"))


@pytest.fixture
def app(linked: Path) -> PlanApp:
    return PlanApp(linked, language=Language.JA)


def here(app: PlanApp) -> ListScreen[object]:
    assert isinstance(app.screen, ListScreen)
    return app.screen


@pytest.mark.parametrize("key", ["3", "t", "5", "ctrl+k"])
async def test_a_wrong_filter_is_told_beside_the_box_and_the_rows_stay(
    app: PlanApp, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        rows = list(here(app).rows.rows)
        assert rows
        await pilot.press("f")
        here(app).box.value = "kind:banana"
        await pilot.pause()
        first, *rest = shown(app).splitlines()
        assert first.endswith("kind:banana")
        assert "banana" in "\n".join(rest)
        assert list(here(app).rows.rows) == rows
        assert here(app).asked == ""


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
        told = [line.text for line in app.changing.because.lines]
        row = app.changing.newer.row
        assert row is not None
        assert row.section.title in told[0]
        await pilot.press("tab")
        await pilot.pause()
        assert app.changing.because.has_focus
        assert [line.text for line in app.changing.because.lines] == told
        assert app.current == row.section


async def test_the_topics_of_a_section_take_the_place_of_an_earlier_query(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+k", "f", *keys_for("kind:measure"))
        await app.open_section("2021:1.1.1")
        await pilot.press("K")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [one.id for one in app.tracks.rows.rows] == ["loan-card"]
        assert app.tracks.box.value == ""


async def test_what_is_typed_stands_still_when_the_focus_leaves_the_box(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3", "f", *keys_for("chapter:I"))
        before = shown(app).splitlines()[0]
        assert before.endswith("  chapter:I")
        await pilot.press("escape")
        assert shown(app).splitlines()[0] == before
