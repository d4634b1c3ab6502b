"""Keys of one's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_tui.errors import UsageError
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.rebinding import keys_file, read_keys
from plan_tui.tui.screens.dialogs import help_lines
from tests.tui.helpers import shown


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys.toml"


def test_the_file_stands_in_the_configuration_folder() -> None:
    environment = {"XDG_CONFIG_HOME": "/somewhere"}
    assert keys_file(environment) == Path("/somewhere/plan-tui/keys.toml")
    assert keys_file({}).is_relative_to(Path.home())


def test_no_file_means_our_keys(file: Path) -> None:
    assert read_keys(file) == {}


def test_keys_are_read(file: Path) -> None:
    file.write_text('measures = "9"\nhalf-down = ["ctrl+f", "pagedown"]\nhelp = ","\n')
    assert read_keys(file) == {
        "measures": ("9",),
        "half-down": ("ctrl+f", "pagedown"),
        "help": ("comma",),
    }


def test_a_key_may_do_one_thing_while_typing_and_another_elsewhere(file: Path) -> None:
    file.write_text('back = ["q", "escape"]\nquery-down = "ctrl+d"\n')
    assert set(read_keys(file)) == {"back", "query-down"}


def test_two_commands_may_change_places(file: Path) -> None:
    file.write_text('export = "y"\ncopy = "e"\n')
    assert read_keys(file) == {"export": ("y",), "copy": ("e",)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("measures = ", "cannot be read"),
        ('fly = "9"', "no command 'fly'"),
        ("measures = 9", "needs a key"),
        ("measures = []", "needs a key"),
        ('measures = ["9", 3]', "3 is no key"),
        ('measures = "ctrl+"', "'ctrl+' is no key"),
        ('measures = "banana"', "'banana' is no key"),
        ('measures = ""', "'' is no key"),
        ('measures = "y"', "is the key of copy"),
        ('compare = "j"', "is the key of down"),
        ('unfold = "j"', "is the key of down"),
        ('measures = "9"\nexplorer = "9"', "is the key of"),
        ("a = " + "[" * 100_000, "cannot be read"),
        ("a" * 1_000_001, "cannot be read"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(file: Path, text: str, said: str) -> None:
    file.write_text(text)
    with pytest.raises(UsageError) as caught:
        read_keys(file)
    assert said in str(caught.value)
    assert str(caught.value).startswith("keys.toml: ")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_text_is_told(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        read_keys(file)
    with pytest.raises(UsageError, match="cannot be read"):
        read_keys(file.parent)


async def test_the_new_key_works_and_is_shown(app: PlanApp) -> None:
    app.rebind({"measures": ("9",), "down": ("v",)})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "9 施策" in shown(app)
        await pilot.press("3")
        assert app.current_mode == "explorer"
        await pilot.press("v")
        assert app.explorer.outline.cursor == 1
        await pilot.press("ｖ")
        assert app.explorer.outline.cursor == 2
        await pilot.press("9")
        assert app.current_mode == "measures"
        await pilot.press(":", *"shisaku")
        assert re.search("施策とKPIの一覧 +9 ", shown(app))
    helped = [line.text.split()[:1] for line in help_lines((), 120, Language.JA, app.rebound)]
    assert ["9"] in helped


async def test_a_wrong_file_does_not_keep_the_application_from_opening(app: PlanApp) -> None:
    app.warn_at_start("keys.toml: no command [b]fly[/b]")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.pause()
        assert "no command [b]fly[/b]" in shown(app)
        await pilot.press("3")
        assert app.current_mode == "measures"
