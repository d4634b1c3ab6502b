"""What is asked for before an edition is added, taken out or built anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.screens.add_dialog import AddDialog, path_completions
from plan_tui.tui.screens.explorer import ExplorerScreen
from tests.tui.adding import Child
from tests.tui.helpers import ExplorerFirst, screen_of, settled


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
