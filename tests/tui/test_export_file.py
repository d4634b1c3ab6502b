"""The file that a screen's export writes: whole or not at all, and never the database."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event

import pytest

from plan_tui.cli.main import main
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.export_formats import FORMAT_NAMES, format_of
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.views import old_new_asked
from plan_tui.views.old_new_asked import table_of
from plan_tui.views.view import View
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
        assert "exists already" in shown(app) or "ファイルが既にあります" in shown(app)
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


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
async def test_a_comparison_is_also_written_as_a_table(
    app: PlanApp,
    database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("d", "e")
        await pilot.pause()
        assert "Down で別の形：新旧対照表" in shown(app)
        await pilot.press("down")
        await pilot.pause()
        assert app.screen.query_one(QueryInput).value == "compare-2021-1.1.1-table.docx"
        assert "--layout table" in " ".join(shown(app).split())
        app.screen.query_one(QueryInput).value = f"a.{ending}"
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "書き出しました" in shown(app)
    command = ["export", "compare", "2021:1.1.1", "--layout", "table", "-o", f"b.{ending}"]
    assert main([*command, "--lang", "ja", "--db", str(database)]) == 0
    assert Path(f"a.{ending}").read_bytes() == Path(f"b.{ending}").read_bytes()


async def test_a_table_is_written_though_the_reader_goes_back_meanwhile(
    app: PlanApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    goes_on = Event()

    def wait_and_make(plan: Plan, view: View) -> View | None:
        goes_on.wait(10)
        return table_of(plan, view)

    monkeypatch.setattr(old_new_asked, "table_of", wait_and_make)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("d", "e", "down", "enter", "q")
        await pilot.pause()
        assert app.current_mode == "explorer"
        goes_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "書き出しました" in shown(app)
    assert [file.suffix for file in tmp_path.iterdir()] == [".docx"]


async def test_the_changes_are_also_written_as_a_table(
    app: PlanApp, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5", "e", "down", *keys_for("a.html"), "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
    command = ["export", "changes", "2021", "2025", "--layout", "table", "-o", "b.html"]
    assert main([*command, "--lang", "ja", "--db", str(database)]) == 0
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


async def test_the_arrows_go_round_the_layouts(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("d", "e", "up")
        assert app.screen.query_one(QueryInput).value.endswith("-table.docx")
        await pilot.press("down")
        assert app.screen.query_one(QueryInput).value == "compare-2021-1.1.1.md"


async def test_other_screens_have_one_layout(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3", "e", "down")
        await pilot.pause()
        assert "新旧対照表" not in shown(app)
        assert app.screen.query_one(QueryInput).value == "measures.md"


@pytest.mark.parametrize("form", FORMAT_NAMES)
async def test_each_format_is_what_the_command_writes(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    app = ExplorerFirst(database, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("e", "end", *["tab"] * list(FORMAT_NAMES).index(form))
        name = app.screen.query_one(QueryInput).value
        assert format_of(name) == form
        await pilot.press("enter")
        await pilot.pause()
    words = ["export", "show", "2021:1.1.1", "--lang", "ja", "--db", str(database)]
    assert main([*words, "--format", form, "-o", "by-command"]) == 0
    assert (tmp_path / name).read_bytes() == (tmp_path / "by-command").read_bytes()


@pytest.mark.parametrize("language", Language)
async def test_a_name_of_a_format_that_is_not_written_is_refused(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.chdir(tmp_path)
    app = ExplorerFirst(database, language=language)
    refused = {Language.JA: "書き出せる名前の終わり", Language.EN: "a name can end in"}[language]
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("e", *keys_for("a.PDF"), "enter", "enter")
        await pilot.pause()
        assert refused in shown(app)
        assert ".md .docx .html .xlsx .csv .tsv .json .txt" in " ".join(shown(app).split())
        assert not [*tmp_path.iterdir()]
        await pilot.press("tab", "tab")
        assert app.screen.query_one(QueryInput).value == "a.docx"
        await pilot.pause()
        assert refused not in shown(app)
        await pilot.press("enter")
        await pilot.pause()
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
