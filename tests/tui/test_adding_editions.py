"""Editions are added, taken out and built anew from within, by a command in its own process."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_tui.model.place_notes import PlaceNote
from plan_tui.store.locate import own_database
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui import child_command
from plan_tui.tui.app import PlanApp
from plan_tui.tui.child_command import ChildCommand, ChildStep
from plan_tui.tui.screens.add_dialog import AddDialog, path_completions
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.menu import Menu
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.task_window import TaskWindow
from tests.tui.helpers import ExplorerFirst, key_of, rows, screen_of, settled, shown
from tests.worlds.eight import eight_editions
from tests.worlds.named import with_own_edition

Child = Callable[[str], Path]
"""Sets the Python lines of the made-up command; returns the file that gets its words."""
STEPS = """
for page in (1, 2, 3):
    step("文書を読む", done=page, of=3)
step("検証する")
print("脚注 47 の 47")
"""


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Child:
    """A made-up command in the place of ours."""
    words = tmp_path / "words.json"

    def become(lines: str) -> Path:
        script = (
            "import json, os, pathlib, shutil, signal, sys, time\n"
            "def step(words, **more):\n"
            "    print(json.dumps({'step': words, **more}), file=sys.stderr, flush=True)\n"
            f"pathlib.Path({str(words)!r}).write_text(json.dumps(sys.argv[1:]))\n{lines}"
        )
        monkeypatch.setattr(child_command, "program", lambda: (sys.executable, "-c", script))
        return words

    return become


@pytest.fixture
def own(database: Path, tmp_path: Path) -> Path:
    """A database that the command may replace."""
    return Path(shutil.copy(database, tmp_path / "plan.db"))


@pytest.fixture(scope="module")
def with_added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database to which a document was added."""
    return with_own_edition().write(tmp_path_factory.mktemp("added") / "plan.db")


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command puts in its place: eight editions."""
    return eight_editions().write(tmp_path_factory.mktemp("grown") / "plan.db")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "森の 計画.md"
    path.write_text("# 森の計画\n", encoding="utf-8")
    return path


async def ask_to_add(pilot: Pilot[None], app: PlanApp, path: Path) -> None:
    await pilot.press("E")
    await pilot.pause()
    screen_of(app, AddDialog).box.put(str(path))
    await pilot.press("enter")
    await pilot.pause()


async def until(condition: Callable[[], bool], pilot: Pilot[None]) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await pilot.pause(0.02)


def over(app: PlanApp) -> bool:
    return isinstance(app.screen, TaskWindow) and app.screen.end is not None


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
        assert app.session.marks == {"a": "2021:1.1.1"}
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
        assert app.session.marks == {}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("print('plan-tui: 表紙に日付がない', file=sys.stderr)\nsys.exit(2)", "表紙に日付がない"),
        ("step('文書を読む')\nsys.exit(3)", "終了コード3"),
        ("sys.stderr.buffer.write(b'\\xff\\xfe[b]\\x1b[31m\\n')\nsys.exit(3)", "[b]"),
        ("print('x' * 300_000, file=sys.stderr)\nsys.exit(3)", "xxxx"),
        ("print('[' * 5000, file=sys.stderr)\nsys.exit(3)", "[[[["),
        ("print(json.dumps({'step': 7}), file=sys.stderr)\nsys.exit(3)", '"step"'),
        ("os.kill(os.getpid(), 9)", "終了コード-9"),
    ],
)
async def test_what_goes_wrong_is_said_and_nothing_is_opened(
    child: Child, own: Path, source: Path, lines: str, said: str
) -> None:
    child(lines)
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask_to_add(pilot, app, source)
        await until(lambda: over(app), pilot)
        assert said in await settled(app, pilot)
        before = app.session
        await pilot.press("escape")
        await settled(app, pilot)
        assert isinstance(app.screen, ExplorerScreen)
        assert app.session is before


async def test_a_program_that_cannot_be_started_is_said(
    own: Path, source: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(child_command, "program", lambda: (str(tmp_path / "none"),))
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask_to_add(pilot, app, source)
        await until(lambda: over(app), pilot)
        assert "none" in await settled(app, pilot)


INTERRUPTED = """
signal.signal(signal.SIGINT, lambda *_: sys.exit(130))
step("文書を読む", done=3, of=118)
time.sleep(60)
"""
DEAF = """
signal.signal(signal.SIGINT, signal.SIG_IGN)
step("文書を読む")
time.sleep(60)
"""


@pytest.mark.parametrize(("lines", "presses"), [(INTERRUPTED, 1), (DEAF, 2)])
async def test_escape_stops_the_command(
    child: Child, own: Path, source: Path, lines: str, presses: int
) -> None:
    child(lines)
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask_to_add(pilot, app, source)
        await until(lambda: "文書を読む" in shown(app), pilot)
        if lines == INTERRUPTED:
            assert "3／118" in shown(app)
        await pilot.press("enter", "q")  # nothing is closed meanwhile
        assert not over(app)
        for _ in range(presses):
            assert not over(app)
            await pilot.press("escape")
            await pilot.pause(0.1)
        await until(lambda: over(app), pilot)
        assert "何も変わっていません" in await settled(app, pilot)
        before = app.session
        await pilot.press("escape")
        await settled(app, pilot)
        assert app.session is before


async def test_leaving_the_program_stops_the_command(child: Child, own: Path, source: Path) -> None:
    child(INTERRUPTED)
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask_to_add(pilot, app, source)
        await until(lambda: "文書を読む" in shown(app), pilot)
        process = screen_of(app, TaskWindow)._command.process
    async with asyncio.timeout(20):
        assert await process.wait() in (130, -2)


async def test_a_database_that_cannot_be_opened_leaves_the_one_before(
    child: Child, own: Path, source: Path
) -> None:
    child(f"path = {str(own)!r}\nopen(path + '.new', 'w').write('no database')\n"
          "os.replace(path + '.new', path)")  # fmt: skip
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await app.open_section("2021:1.1")
        await ask_to_add(pilot, app, source)
        await until(lambda: over(app), pilot)
        await pilot.press("escape")
        assert "使えるデータベースでない" in (await settled(app, pilot)).replace("\n", "")
        assert key_of(app) == "2021:1.1"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the name of a file."),
        ("　", "Type the name of a file."),
        ("{tmp}", "That is a folder."),
        ("{tmp}/", "That is a folder."),
        ("{tmp}/none.pdf", "There is no such file"),
        ("none/none.pdf", "There is no such file"),
        ("~nobody-at-all/x.pdf", "There is no such file"),
        ("x" * 5000, "There is no such file"),
    ],
)
async def test_what_cannot_be_added_is_said_and_kept(
    own: Path, tmp_path: Path, typed: str, said: str
) -> None:
    app = ExplorerFirst(own, language=Language.EN)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("E")
        await pilot.pause()
        dialog = screen_of(app, AddDialog)
        dialog.box.put(typed.format(tmp=tmp_path))
        await pilot.press("enter")
        assert said in (await settled(app, pilot)).replace("\n", "")
        assert app.screen is dialog
        await pilot.press("escape")
        await settled(app, pilot)
        assert isinstance(app.screen, ExplorerScreen)


async def test_the_name_of_a_file_is_completed_by_tab(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("plans/2026.pdf", "plans/2026.md", "plans/.hidden", "森/計画.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    app = ExplorerFirst(own, language=Language.JA)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E")
        await pilot.pause()
        box = screen_of(app, AddDialog).box
        await pilot.press(*"~/pl", "tab")
        assert box.value == "~/plan"  # there is plan.db, too
        box.put("~/plans/")
        assert "2026.md" in await settled(app, pilot)
        await pilot.press("tab")
        assert box.value == "~/plans/2026."
        await pilot.press("p", "tab")
        assert box.value == "~/plans/2026.pdf"
        box.put("~/森/")
        await pilot.press("tab")
        assert box.value == "~/森/計画.pdf"
        await pilot.press("tab")  # nothing to complete: on to the next box
        assert screen_of(app, AddDialog).edition.has_focus


@pytest.mark.parametrize("typed", ["", "  ", "/no/such/folder/", "\0", "x" * 5000, "~nobody/x"])
def test_nothing_completes_what_leads_nowhere(typed: str) -> None:
    assert path_completions(typed) == []


async def test_the_palette_offers_the_commands(own: Path) -> None:
    app = ExplorerFirst(own, language=Language.EN)
    async with app.run_test(size=(100, 30)) as pilot:
        for typed in ("import", "tsuika"):
            await pilot.press("colon", *typed, "enter")
            await settled(app, pilot)
            assert isinstance(app.screen, AddDialog)
            await pilot.press("escape")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("E", "plan-tui add FILE"),
        ("D", "plan-tui add --remove ID"),
        ("B", "plan-tui add --rebuild"),
    ],
)
async def test_in_the_browser_the_command_is_named(
    with_added: Path, child: Child, key: str, words: str
) -> None:
    called = child("pass")
    app = ExplorerFirst(with_added, language=Language.EN)
    app.may_write = False
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press(key)
        assert words in (await settled(app, pilot))
        assert isinstance(app.screen, ExplorerScreen)
    assert not called.exists()


@pytest.mark.parametrize("key", ["D", "B"])
async def test_nothing_is_taken_out_where_nothing_was_added(own: Path, key: str) -> None:
    app = ExplorerFirst(own, language=Language.EN)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(key)
        assert "an edition was added" in " ".join((await settled(app, pilot)).split())


@pytest.mark.parametrize(
    ("key", "answer", "words"), [("D", "1", ["--remove=plan-2025"]), ("B", "", ["--rebuild"])]
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


async def test_steps_are_told_as_they_come(child: Child) -> None:
    child(STEPS + "step('x', done=9, of=3)\nstep('y', done='1', of=2)\nprint('梟')\n")
    told: list[ChildStep] = []
    end = await ChildCommand(["add"]).run(told.append)
    assert end.code == 0
    assert end.output == "脚注 47 の 47\n梟\n"
    assert end.complaints == ()
    assert told == [
        *(ChildStep("文書を読む", page, 3) for page in (1, 2, 3)),
        *(ChildStep(words) for words in ("検証する", "x", "y")),
    ]


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
        await pilot.press("1")
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
