"""Where no file may be written, as in a browser, none is, and a line names the command instead."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from plan_tui.cli.main import main
from plan_tui.text.language import Language
from plan_tui.tui import clipboard
from plan_tui.tui.app import PlanApp
from plan_tui.tui.rebinding import keys_file
from plan_tui.tui.start import start
from plan_tui.tui.state import State, state_file, write_state
from tests.tui.helpers import shown

FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every folder that a file could go to, all in one."""
    for name in (*FOLDERS, "work", "temporary"):
        (tmp_path / name).mkdir()
    for name in FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    monkeypatch.setattr(clipboard, "native_tool", lambda: ())
    clipboard._file.cache_clear()
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("may_write", [True, False])
def test_a_run_writes_files_only_where_it_may(
    home: Path, database: Path, monkeypatch: pytest.MonkeyPatch, may_write: bool
) -> None:
    said: list[str] = []

    async def drive(app: PlanApp) -> None:
        async with app.run_test(size=(140, 36), notifications=True) as pilot:
            await app.open_section("2021:1.1.1")
            for keys in (("e",), ("enter",), ("y",), ("t",)):
                await pilot.press(*keys)
                await pilot.pause()
                said.append(" ".join(shown(app).split()))
            app.copy_to_clipboard("梟")
            await pilot.press("m", "a", "T", "Q")

    monkeypatch.setattr(PlanApp, "run", lambda app: asyncio.run(drive(app)))
    assert start(database, may_write=may_write) == 0
    written = [Path(name).parts[len(home.parts)] for name in files(home)]
    assert sorted(written) == (
        [] if not may_write else ["XDG_DATA_HOME", "XDG_STATE_HOME", "temporary", "work"]
    )
    if not may_write:
        command = "plan-tui export show 2021:1.1.1 -o show-2021-1.1.1.md"
        assert "ブラウザーではファイルに書きません" in said[0]
        assert command.replace(" ", "") in said[0].replace(" ", "")
        assert "ブラウザーにコピーを依頼しました" in said[-1]
        assert "plan-tuishow2021:1.1.1" in said[-1].replace(" ", "")


def test_what_stands_in_the_files_of_before_is_read_and_left(
    home: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_state(state_file(), State(section="2021:1.1", language=Language.EN))
    keys_file().parent.mkdir(parents=True)
    keys_file().write_text('measures = "9"\n')
    before = files(home)

    async def drive(app: PlanApp) -> None:
        async with app.run_test(size=(140, 36)) as pilot:
            assert app.rebound == {"measures": ("9",)}
            assert app.session.left_at is not None
            await app.open_section("2021:1.1.1")
            await pilot.press("m", "a", "T", "f2", "Q")

    monkeypatch.setattr(PlanApp, "run", lambda app: asyncio.run(drive(app)))
    assert start(database, may_write=False) == 0
    assert files(home) == before


@pytest.mark.parametrize(("term", "words"), [("xterm", "Asked the browser"), ("linux", "In the")])
def test_a_copy_without_a_file_names_the_command(
    home: Path, monkeypatch: pytest.MonkeyPatch, term: str, words: str
) -> None:
    monkeypatch.setenv("TERM", term)
    asked: list[str] = []
    said = clipboard.copy("梟", asked.append, Language.EN, instead="plan-tui show 2021:1.1")
    assert said.startswith(words)
    assert said.endswith("plan-tui show 2021:1.1")
    assert "\n" not in said
    assert files(home) == {}


def test_serve_opens_an_application_that_writes_into_one_folder(
    home: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    folders: list[Path] = []

    def run(command: list[str], port: int, language: Language, exports: Path) -> None:
        commands.append(command)
        folders.append(exports)

    web = SimpleNamespace(run=run)
    monkeypatch.setitem(sys.modules, "plan_tui.cli.web", web)
    monkeypatch.setattr("plan_tui.cli.web", web, raising=False)
    assert main(["serve", "--db", str(database)]) == 0
    assert files(home) == {}
    words = commands[0]
    assert words[1:3] == ["-m", "plan_tui"]

    asked: list[tuple[bool, Path | None]] = []
    monkeypatch.setenv("TEXTUAL_DRIVER", "the browser's")

    def start(*_: object, may_write: bool, exports: Path | None, **__: object) -> int:
        asked.append((may_write, exports))
        return 0

    monkeypatch.setattr("plan_tui.tui.start.start", start)
    assert main(words[3:]) == 0
    assert asked == [(False, home / "HOME" / "plan-tui-exports")]
    assert folders == [home / "HOME" / "plan-tui-exports"]
    assert main(["--db", str(database)]) == 0
    assert asked[1:] == [(True, None)]


def test_help_does_not_offer_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    printed = capsys.readouterr().out
    assert "--no-files" not in printed
    assert "--exports" not in printed
