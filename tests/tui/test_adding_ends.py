"""What ends the command that adds an edition: faults, Escape, and the end of the program."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui import child_command
from plan_tui.tui.child_command import ChildCommand, ChildStep
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.task_window import TaskWindow
from tests.tui.adding import DEAF, INTERRUPTED, STEPS, Child, ask_to_add, over, until
from tests.tui.helpers import ExplorerFirst, key_of, screen_of, settled, shown


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
        assert "使えるデータベースではありません" in (await settled(app, pilot)).replace("\n", "")
        assert key_of(app) == "2021:1.1"


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
