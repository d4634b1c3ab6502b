"""What is kept from one run to the next, and how a run begins with it."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.text.record import field_names, replaced
from plan_tui.tui.app import PlanApp
from plan_tui.tui.appearance import LENGTHS
from plan_tui.tui.files import with_tilde
from plan_tui.tui.rebinding import keys_file
from plan_tui.tui.start import start
from plan_tui.tui.state import State, read_state, state_file, write_state
from plan_tui.tui.themes import THEMES
from tests.tui.helpers import marks_of, shown

FULL = State(
    section="2021:1.1",
    queries=("貸出　夜間", "森"),
    marks={"a": "2021:M1-2"},
    theme=THEMES[1].name,
    language=Language.EN,
    calendar=Calendar.ERA,
    line_length=64,
)
Driver = Callable[[PlanApp], Coroutine[None, None, None]]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    return state_file()


def drive(monkeypatch: pytest.MonkeyPatch, driver: Driver) -> None:
    """Let the application be driven by a test in place of a person."""
    monkeypatch.setattr(PlanApp, "run", lambda app: asyncio.run(driver(app)))


# The file


def test_all_is_kept(file: Path) -> None:
    assert read_state(file) == State()
    write_state(file, FULL)
    assert read_state(file) == FULL
    assert [one.name for one in file.parent.iterdir()] == ["state.json"]


@pytest.mark.parametrize("home", ["", "relative/folder"])
def test_the_file_stands_at_home_unless_a_folder_is_named(home: str) -> None:
    assert state_file({"XDG_STATE_HOME": home}).is_relative_to(Path.home())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"section": ' * 100_000,
        b"9" * 10_000,
        b"\xff\xfe\x00",
        b'"' + b"a" * 2_000_000,
        json.dumps({name: [[]] for name in field_names(State)}).encode(),
        json.dumps(dict.fromkeys(field_names(State), 3)).encode(),
        json.dumps(dict.fromkeys(field_names(State), "\x1b]0;x\x07")).encode(),
        json.dumps({"section": "\ud800", "queries": [1, "\ud800"], "marks": {"a": {}}}).encode(),
        json.dumps({"titles": {"\ud800": "x", "a": "\ud800"}}).encode(),
        json.dumps({"marks": {"ab": "2021:1", "": "2021:1", "\x1b": "2021:1"}}).encode(),
    ],
)
def test_no_content_of_the_file_does_harm(
    file: Path, content: bytes, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    found = read_state(file)
    assert (found.section, found.queries, found.marks, found.theme) == ("", (), {}, "")
    assert (found.language, found.calendar) == (None, Calendar.BOTH)

    async def look(app: PlanApp) -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            assert "続きから" not in shown(app)

    drive(monkeypatch, look)
    assert start(database) == 0
    assert read_state(file).line_length == LENGTHS[0][0]


def test_half_a_character_that_was_searched_for_keeps_nothing_from_being_written(
    file: Path,
) -> None:
    write_state(file, State(queries=("森\ud800", "棚"), titles={"a": "\udfff"}))
    assert read_state(file) == State(queries=("棚",))


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_left_alone(file: Path, make: Callable[[Path], None]) -> None:
    file.parent.mkdir(parents=True)
    make(file)
    assert read_state(file) == State()


def test_made_up_values_are_ignored(
    file: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_state(
        file, State(section="2099:1", marks={"a": "2099:1"}, theme="dracula", line_length=7)
    )

    async def look(app: PlanApp) -> None:
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            await pilot.press("'")
            assert "しおりはまだありません" in shown(app)
            assert app.session.left_at is None
            assert app.theme == THEMES[0].name
            assert app.line_length == LENGTHS[0][0]

    drive(monkeypatch, look)
    assert start(database) == 0


# From run to run


def test_a_run_goes_on_where_the_last_one_ended(
    file: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys_file().parent.mkdir(parents=True)
    keys_file().write_text('measures = "9"\n')

    async def change(app: PlanApp) -> None:
        async with app.run_test(size=(140, 30)) as pilot:
            assert app.rebound == {"measures": ("9",)}
            await app.open_section("2021:M1-2")
            await pilot.press("m", "a", "T", "f2", "4", "C", "1", "W", "s", *"mori", "escape")

    async def look(app: PlanApp) -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            place = app.session.left_at
            assert place is not None
            assert place.key == "2021:M1-2"
            assert marks_of(app) == {"a": "2021:M1-2"}
            assert app.theme == THEMES[1].name
            assert app.language is Language.EN
            assert app.calendar is Calendar.WESTERN
            assert app.line_length == LENGTHS[1][0]
            assert "Overview" in shown(app)

    drive(monkeypatch, change)
    assert start(database) == 0
    kept = read_state(file)
    drive(monkeypatch, look)
    assert start(database) == 0
    assert read_state(file) == kept


def test_what_the_command_line_asks_for_wins_and_is_not_kept(
    file: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    async def look(app: PlanApp) -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            seen.append(app.language)

    drive(monkeypatch, look)
    for kept in (None, Language.EN):
        write_state(file, State(language=kept))
        start(database)
        start(database, Language.JA)
        assert read_state(file).language is kept
    assert seen == [Language.JA, Language.JA, Language.EN, Language.JA]


def test_a_folder_that_cannot_be_written_is_told_once_and_is_no_error(
    file: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.parent.mkdir()
    file.parent.write_text("")
    keys_file().parent.mkdir(parents=True)
    keys_file().write_text('fly = "9"\n')

    async def look(app: PlanApp) -> None:
        async with app.run_test(size=(140, 30), notifications=True) as pilot:
            await pilot.pause()
            assert "次回のための記録" in shown(app)
            assert "keys.toml：'fly'というコマンドはありません" in shown(app)
            await pilot.press("3")
            assert app.current_mode == "measures"

    drive(monkeypatch, look)
    assert start(database) == 0
    assert file.parent.read_text() == ""


def test_a_path_is_shown_with_its_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert with_tilde(tmp_path / ".config" / "x") == "~/.config/x"
    assert with_tilde(Path("/elsewhere/x")) == "/elsewhere/x"


# Two runs at once

EARLIER = State(section="2021:1.1", queries=("森", "棚"), theme=THEMES[0].name)


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ({"section": "2021:1.1.1"}, {}, {"section": "2021:1.1.1"}),
        ({"theme": THEMES[1].name}, {"section": "x"}, {"theme": THEMES[1].name, "section": "x"}),
        (
            {"calendar": Calendar.ERA},
            {"line_length": 64},
            {"calendar": Calendar.ERA, "line_length": 64},
        ),
        ({"language": Language.EN}, {"language": Language.JA}, {"language": Language.JA}),
        ({"marks": {"a": "k"}}, {"queries": ("森",)}, {"marks": {"a": "k"}, "queries": ("森",)}),
        ({"queries": ("夜", "森", "棚")}, {}, {"queries": ("夜", "森", "棚")}),
        (
            {"queries": ("夜", "森", "棚")},
            {"queries": ("本", "森", "棚")},
            {"queries": ("本", "夜", "森", "棚")},
        ),
        (
            {"queries": ("夜", "森", "棚")},
            {"queries": ("棚", "森")},
            {"queries": ("夜", "森", "棚")},
        ),
    ],
)
def test_two_runs_at_once_keep_what_each_changed(
    file: Path, first: dict[str, Any], second: dict[str, Any], kept: dict[str, Any]
) -> None:
    write_state(file, EARLIER)
    write_state(file, replaced(EARLIER, **first), EARLIER)
    write_state(file, replaced(EARLIER, **second), EARLIER)
    assert read_state(file) == replaced(EARLIER, **kept)


def test_a_link_goes_on_leading_to_the_state(file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles" / "state.json"
    write_state(elsewhere, EARLIER)
    file.parent.mkdir(parents=True)
    file.symlink_to(elsewhere)
    write_state(file, FULL)
    assert file.is_symlink()
    assert read_state(elsewhere) == FULL
    assert [one.name for one in elsewhere.parent.iterdir()] == ["state.json"]


def test_a_link_to_nothing_yet_gets_its_file(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir(parents=True)
    file.symlink_to(tmp_path / "not yet.json")
    write_state(file, FULL)
    assert file.is_symlink()
    assert read_state(tmp_path / "not yet.json") == FULL
