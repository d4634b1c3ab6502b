"""Keys of one's own."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from plan_tui import tui
from plan_tui.compare.promises.topic_tracks import tracks
from plan_tui.errors import UsageError
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.app import PlanApp
from plan_tui.tui.commands import shown_key
from plan_tui.tui.rebinding import keys_file, read_keys
from plan_tui.tui.render.track import track_lines
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.dialogs import help_lines
from tests.tui.helpers import settled, shown


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
        ('measures = ["9", 3]', "3 is not a key"),
        ('measures = "ctrl+"', "'ctrl+' is not a key"),
        ('measures = "banana"', "'banana' is not a key"),
        ('measures = ""', "'' is not a key"),
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


_NAMED_KEY = re.compile(r"(?:^|[。、（ ])[A-Za-z+](?: [a-z])* (?:で|は|のあと)")
"""A key of one character in the middle of a Japanese sentence."""


FIXED = {
    "plan_tui.tui.screens.too_small.WORDS",  # its window has a key of its own
    "plan_tui.tui.render.review._PASSAGES",
}
"""Phrases with a key that stands fast."""


def phrases() -> Iterator[tuple[str, Phrase]]:
    """Yield the phrases of the application's modules and classes, with their names."""
    for module_info in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        module = import_module(module_info.name)
        classes = (each for each in vars(module).values() if isinstance(each, type))
        for members in (vars(module), *map(vars, classes)):
            for name, value in members.items():
                if isinstance(value, Phrase):
                    yield f"{module_info.name}.{name}", value


def test_no_phrase_names_a_key_that_may_be_another() -> None:
    named = {name for name, phrase in phrases() if _NAMED_KEY.search(phrase.ja)}
    assert named == FIXED
    assert _NAMED_KEY.search("ここに脚注はありません。s のあと")


async def test_sentences_name_the_new_keys(app: PlanApp) -> None:
    app.rebind({"filter": ("f9",), "note": ("f10",), "editions": ("f8",)})
    async with app.run_test(size=(140, 40)) as pilot:
        for screen in ("3", "5", "t", "K", "7"):
            await pilot.press(screen)
            assert "F9 で入力" in await settled(app, pilot)
        await app.open_section("2021:M2-1")
        await pilot.press("d")
        assert isinstance(app.here, CompareScreen)
        assert app.here.table.rebound == app.rebound


def test_lines_name_the_new_keys(real: Plan) -> None:
    rebound = {"why": ("f6",), "sections": ("f7",), "editions": ("f8",)}
    track = replace(tracks(real)[0], promises=())
    assert "F7" in "".join(
        line.text for line in track_lines(track, 99, Language.EN, rebound=rebound)
    )
    assert shown_key("why", rebound) == "F6"
    assert shown_key("why", {}) == "r"


async def test_a_wrong_file_does_not_keep_the_application_from_opening(app: PlanApp) -> None:
    app.warn_at_start("keys.toml: no command [b]fly[/b]")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.pause()
        assert "no command [b]fly[/b]" in shown(app)
        await pilot.press("3")
        assert app.current_mode == "measures"
