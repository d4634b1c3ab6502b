"""Editions are added, taken out and built anew from within, by a command in its own process."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from plan_tui.model.place_notes import PlaceNote
from plan_tui.store.locate import own_database
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.add_dialog import AddDialog
from plan_tui.tui.screens.menu import Menu
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.task_window import TaskWindow
from tests.tui.adding import STEPS, Child, ask_to_add, over, until
from tests.tui.helpers import ExplorerFirst, key_of, marks_of, rows, screen_of, settled, shown


@pytest.mark.parametrize(
    ("size", "language"),
    [((60, 20), Language.EN), ((80, 24), Language.JA), ((120, 36), Language.JA)],
)
async def test_an_added_edition_is_there_at_once(
    child: Child, own: Path, grown: Path, source: Path, size: tuple[int, int], language: Language
) -> None:
    words = child(f"{STEPS}shutil.copy({str(grown)!r}, {str(own)!r} + '.new')\n"
                  f"os.replace({str(own)!r} + '.new', {str(own)!r})\n")  # fmt: skip
    app = ExplorerFirst(own, language=language)
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("m", "a")
        await app.open_section("2021:1.1")
        await ask_to_add(pilot, app, source)
        await until(lambda: over(app), pilot)
        drawn = await settled(app, pilot)
        assert "脚注 47 の 47" in drawn
        assert max(map(width, rows(app))) <= size[0]
        assert len(app.plan.editions()) == 3
        await pilot.press("enter")
        await until(lambda: len(app.plan.editions()) == 8, pilot)
        drawn = await settled(app, pilot)
        assert app.current_mode == "explorer"
        assert key_of(app) == "2021:1.1"
        assert marks_of(app) == {"a": "2021:1.1.1"}
        assert app.session.history.past == ["2021:1.1.1"]
        assert {hit.section.document_id for hit in app.session.index.search("森", 99).hits} > {
            "plan-2026"
        }
        await pilot.press("H")
        await settled(app, pilot)
        assert key_of(app) == "2021:1.1.1"
        await pilot.press("q")
        await settled(app, pilot)
        assert app.current_mode == "explorer"
    options = ["add", "--lang", language.value, "--progress=json", f"--db={own}"]
    assert json.loads(words.read_text()) == [*options, str(source)]


async def test_what_else_is_typed_is_told_to_the_command(
    child: Child, own: Path, source: Path
) -> None:
    words = child("sys.exit(2)")
    app = ExplorerFirst(own, language=Language.EN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E")
        await pilot.pause()
        dialog = screen_of(app, AddDialog)
        dialog.box.put(str(source))
        await pilot.press("down")
        await pilot.press(*"2026")
        await pilot.press("down")
        await pilot.press(*"2026-06-13", "enter")
        await until(lambda: over(app), pilot)
        assert json.loads(words.read_text())[-3:] == ["--as=2026", "--date=2026-06-13", str(source)]


@pytest.mark.parametrize("mode", ["measures", "changes", "search"])
async def test_the_same_main_screen_stands_again(
    child: Child, own: Path, source: Path, mode: str
) -> None:
    child("pass")
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:1.1")
        await app.trail.show(mode)
        await settled(app, pilot)
        if mode == "search":
            await pilot.press("escape")
        await ask_to_add(pilot, app, source)
        await until(lambda: over(app), pilot)
        before = app.session
        await pilot.press("escape")
        await until(lambda: app.session is not before and app.current_mode == mode, pilot)
        assert len((await settled(app, pilot)).split("\n")) > 20
        await pilot.press("1")
        await settled(app, pilot)
        assert key_of(app) == "2021:1.1"


async def test_from_a_screen_aside_the_section_is_found_again(
    child: Child, own: Path, source: Path
) -> None:
    child("pass")
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("d")
        await settled(app, pilot)
        await ask_to_add(pilot, app, source)
        await until(lambda: over(app), pilot)
        before = app.session
        await pilot.press("escape")
        await until(lambda: app.session is not before, pilot)
        await settled(app, pilot)
        assert app.current_mode == "explorer"
        assert key_of(app) == "2021:1.1.1"
        await pilot.press("d")
        await settled(app, pilot)
        assert app.current_mode.startswith("aside-")


async def test_a_section_that_is_gone_leaves_the_beginning(
    child: Child, own: Path, source: Path, grown: Path
) -> None:
    child(f"shutil.copy({str(grown)!r}, {str(own)!r} + '.new')\n"
          f"os.replace({str(own)!r} + '.new', {str(own)!r})\n")  # fmt: skip
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2022:1.1")
        gone = PlaceNote("no:such", mark="a")
        app.session.notes.change(lambda notes: notes.with_place(gone))
        app.session.history.past.append("no:such")
        await ask_to_add(pilot, app, source)
        await until(lambda: over(app), pilot)
        await pilot.press("escape")
        await until(lambda: len(app.plan.editions()) == 8, pilot)
        await settled(app, pilot)
        assert "no:such" not in app.session.history.past
        assert marks_of(app) == {}


@pytest.mark.parametrize(
    ("key", "answer", "words"), [("D", "12", ["--remove=plan-2025"]), ("B", "", ["--rebuild"])]
)
async def test_what_was_added_is_taken_out_and_built_anew(
    with_added: Path, child: Child, key: str, answer: str, words: list[str]
) -> None:
    called = child("pass")
    app = ExplorerFirst(with_added, language=Language.EN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key, *answer)
        await until(lambda: over(app), pilot)
    assert json.loads(called.read_text())[4:] == [f"--db={with_added}", *words]


@pytest.mark.parametrize(
    ("size", "said"), [((60, 20), "your own"), ((120, 36), "your own database")]
)
async def test_what_is_the_reader_s_own_is_said(
    with_added: Path, size: tuple[int, int], said: str
) -> None:
    app = PlanApp(with_added, language=Language.EN)
    async with app.run_test(size=size) as pilot:
        assert said in (await settled(app, pilot)).split("\n")[0]
        await pilot.press("A")
        await settled(app, pilot)
        await pilot.press("G")
        assert "(plan-2025 added)" in " ".join((await settled(app, pilot)).split())


async def test_a_file_is_added_and_taken_out_by_the_real_command(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("PLAN_TUI_DB", "")
    own = Path(shutil.copy(database, tmp_path / "plan.db"))
    source = tmp_path / "mine.md"
    body = "森の図書館は、夜も開き、本を貸す。" * 20
    source.write_text(
        f"# 夜の計画\n\n## 第１ 夜の森\n\n{body}\n\n## 第２ 朝の森\n\n{body}\n", encoding="utf-8"
    )
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.press("E")
        await pilot.pause()
        dialog = screen_of(app, AddDialog)
        dialog.box.put(str(source))
        dialog.day.put("2026-06-13")
        await pilot.press("enter")
        await until(lambda: over(app), pilot)
        window = screen_of(app, TaskWindow)
        assert window.end is not None
        assert window.end.code == 0, window.end
        await pilot.press("escape")
        await until(lambda: "2026" in app.session.ordinals, pilot)
        await settled(app, pilot)
        assert key_of(app) == "2021:1.1"
        assert app.session.index.search("夜の森", 5).hits

        await pilot.press("D")
        await settled(app, pilot)
        assert "夜の計画" in shown(app) or "2026" in shown(app)
        screen_of(app, Menu)
        await pilot.press("1", "enter")
        await settled(app, pilot)
        assert len(app.session.added) == 1  # kept, as is asked first
        await pilot.press("D", "1", "2")
        await until(lambda: over(app), pilot)
        await pilot.press("escape")
        await until(lambda: "2026" not in app.session.ordinals, pilot)
        await settled(app, pilot)
    assert not own_database().exists()


async def test_the_overview_counts_anew(child: Child, own: Path, source: Path, grown: Path) -> None:
    child(f"shutil.copy({str(grown)!r}, {str(own)!r} + '.new')\n"
          f"os.replace({str(own)!r} + '.new', {str(own)!r})\n")  # fmt: skip
    app = PlanApp(own, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        before = await settled(app, pilot)
        await ask_to_add(pilot, app, source)
        await until(lambda: over(app), pilot)
        await pilot.press("escape")
        await until(lambda: len(app.plan.editions()) == 8, pilot)
        await settled(app, pilot)
        assert isinstance(app.screen, OverviewScreen)
        assert shown(app) != before
