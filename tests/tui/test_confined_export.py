"""The export window where one folder alone may be written, as in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.export_dialog import ExportDialog, FileNameBox
from tests.tui.helpers import shown

KEY = "2021:1.1.1"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "exports").mkdir()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".bashrc").write_text("kept")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "home")
    return tmp_path / "exports"


def confined(database: Path, folder: Path, opened: list[str]) -> PlanApp:
    app = PlanApp(database, Language.EN)
    app.may_write, app.exports = False, folder

    def open_url(url: str, *, new_tab: bool = True) -> None:
        opened.append(url)

    app.open_url = open_url  # type: ignore[method-assign]
    return app


async def test_a_file_goes_to_the_folder_and_is_offered(database: Path, folder: Path) -> None:
    opened: list[str] = []
    app = confined(database, folder, opened)
    async with app.run_test(size=(140, 36), notifications=True) as pilot:
        await app.open_section(KEY)
        await pilot.press("e")
        await pilot.pause()
        words = "".join(shown(app).split())
        assert str(folder) in words
        assert "adownload" in words
        await pilot.press("enter")
        await pilot.pause()
        assert "Written" in shown(app)
    assert [path.name for path in folder.iterdir()] == ["show-2021-1.1.1.md"]
    assert opened == ["exports/show-2021-1.1.1.md"]


@pytest.mark.parametrize(
    "name",
    [
        "~/.bashrc",
        ".bashrc",
        "../home/.bashrc",
        "..",
        "sub/a.md",
        "..\\home\\x",
        "／etc／x",
        "~／.bashrc",
        "/tmp/x.md",
        "a.md/",
        "nul",
    ],
)
async def test_no_other_place_is_written(database: Path, folder: Path, name: str) -> None:
    opened: list[str] = []
    app = confined(database, folder, opened)
    async with app.run_test(size=(140, 36), notifications=True) as pilot:
        await app.open_section(KEY)
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one(FileNameBox).value = name
        await pilot.pause()
        for _ in range(2):
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, ExportDialog)
            assert "Type the name of a file alone" in shown(app)
    assert opened == []
    assert list(folder.iterdir()) == []
    home = folder.parent / "home"
    assert [(path.name, path.read_text()) for path in home.iterdir()] == [(".bashrc", "kept")]


async def test_a_link_in_the_folder_leads_nowhere(database: Path, folder: Path) -> None:
    secret = folder.parent / "home" / ".bashrc"
    (folder / "a.md").symlink_to(secret)
    opened: list[str] = []
    app = confined(database, folder, opened)
    async with app.run_test(size=(140, 36), notifications=True) as pilot:
        await app.open_section(KEY)
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one(FileNameBox).value = "a.md"
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "Cannot write" in shown(app)
    assert secret.read_text() == "kept"
    assert opened == []


async def test_a_second_enter_writes_over_a_file(database: Path, folder: Path) -> None:
    (folder / "a.md").write_text("old")
    opened: list[str] = []
    app = confined(database, folder, opened)
    async with app.run_test(size=(140, 36), notifications=True) as pilot:
        await app.open_section(KEY)
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one(FileNameBox).value = "a.md"
        await pilot.press("enter")
        await pilot.pause()
        assert (folder / "a.md").read_text() == "old"
        await pilot.press("enter")
        await pilot.pause()
    assert (folder / "a.md").read_text() != "old"
    assert opened == ["exports/a.md"]
