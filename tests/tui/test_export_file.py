"""The file that a screen's export writes: whole or not at all, and never the database."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.widgets.query_input import QueryInput
from tests.full_disk import fill_disk
from tests.tui.helpers import ExplorerFirst, keys_for, shown


@pytest.mark.parametrize("link", [False, True])
async def test_export_never_writes_over_the_database(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: bool
) -> None:
    plan = tmp_path / "plan.db"
    shutil.copy(database, plan)
    before = plan.read_bytes()
    if link:
        (tmp_path / "link.md").symlink_to(plan)
    monkeypatch.chdir(tmp_path)
    app = ExplorerFirst(plan, language=Language.JA)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("e")
        app.screen.query_one(QueryInput).value = "link.md" if link else "plan.db"
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "使用中のデータベース" in shown(app)
    assert plan.read_bytes() == before
    assert len([*tmp_path.iterdir()]) == 1 + link


async def test_export_to_a_full_disk_leaves_the_old_file(
    app: PlanApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("old", encoding="utf-8")
    fill_disk(monkeypatch)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("e", *keys_for("a.md"), "enter", "enter")
        await pilot.pause()
        assert "No space left on" in shown(app)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "old"
    assert len([*tmp_path.iterdir()]) == 1


async def test_a_file_that_came_about_since_the_question_stays(
    app: PlanApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("e", *keys_for("a.md"))
        press = app.screen.dismiss
        (tmp_path / "a.md").write_bytes(b"old")
        press("a.md")
        await pilot.pause()
        assert "exists already" in shown(app) or "すでにある" in shown(app)
    assert (tmp_path / "a.md").read_bytes() == b"old"


async def test_a_device_is_written_without_a_question(
    app: PlanApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("e")
        app.screen.query_one(QueryInput).value = "/dev/null"
        await pilot.press("enter")
        await pilot.pause()
        assert "/dev/null" in shown(app)
        assert not app.screen.query(QueryInput)
