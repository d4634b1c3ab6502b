"""The report of documents in doubt: the list, the way to a line, and how it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.model.doubts import DoubtKind, Severity
from plan_tui.model.edits import EditKind
from plan_tui.sources.edits_file import read_edits
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.menu import Menu
from plan_tui.tui.screens.report import ReportScreen
from plan_tui.tui.screens.source import SourceScreen
from tests.parse.test_report_doubts import ERROR, WARNING, doubt_row
from tests.tui.helpers import ExplorerFirst, shown
from tests.worlds.altered import altered

ADDED = """insert into added_documents (id, ordinal, original, layout, key, short)
           values ('plan-2021', 1, '森.txt', 'full_text', '2021', '')"""
WITHOUT_PLACE = doubt_row(3, DoubtKind.WRONG_LAYOUT, Severity.ERROR, "null", "null")


@pytest.fixture
def doubtful(database: Path, tmp_path: Path) -> Path:
    (tmp_path / "originals").mkdir()
    return altered(database, tmp_path / "plan.db", ERROR, WARNING, ADDED)


async def open_report(app: PlanApp, pilot: object) -> ReportScreen:
    await pilot.press("R")  # type: ignore[attr-defined]
    await app.workers.wait_for_complete()
    await pilot.pause()  # type: ignore[attr-defined]
    assert isinstance(app.screen, ReportScreen)
    return app.screen


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
@pytest.mark.parametrize("language", Language)
async def test_doubts_are_listed_and_the_state_is_not_proved(
    doubtful: Path, size: tuple[int, int], language: Language
) -> None:
    app = ExplorerFirst(doubtful, language)
    async with app.run_test(size=size) as pilot:
        await open_report(app, pilot)
        text = shown(app)
        japanese = language is Language.JA
        assert ("誤り plan-2021 46ページ 12行目" if japanese else "error plan-2021 p. 46") in text
        assert ("確かめる箇所 2" if japanese else "2 places to look at") in text
        assert ("本文に見出しのない目次の項目" if japanese else "has no heading") in text
        state = "読み取り不完全：誤り1件、注意1件" if japanese else "not understood: 1 error"
        assert state in text
        assert ("検証済み" if japanese else " proved") not in text


async def test_enter_leads_to_the_line_and_back(doubtful: Path) -> None:
    app = ExplorerFirst(doubtful)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_report(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SourceScreen)
        text = shown(app)
        line = next(row for row in text.splitlines() if "▸" in row)
        assert line.split("▸")[1].split()[0] == "12"
        await pilot.press("q")
        assert isinstance(app.screen, ReportScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_line_far_down_is_brought_into_sight(
    database: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    row = doubt_row(1, DoubtKind.NUMBERING, Severity.ERROR, "null", "40")
    app = ExplorerFirst(altered(database, tmp_path / "plan.db", row))
    async with app.run_test(size=size) as pilot:
        await open_report(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert any(
            line.split("▸")[1].split()[0] == "40" for line in shown(app).splitlines() if "▸" in line
        )


async def test_a_doubt_about_the_whole_has_no_line(database: Path, tmp_path: Path) -> None:
    app = ExplorerFirst(altered(database, tmp_path / "plan.db", WITHOUT_PLACE, ADDED))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await open_report(app, pilot)
        for key in ("enter", "M"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, ReportScreen)
            assert "この項目には行がありません" in shown(app)


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        ("h", EditKind.HEADING),
        ("H", EditKind.NOT_HEADING),
        ("n", EditKind.NOTE),
        ("f", EditKind.FURNITURE),
        ("j", EditKind.JOIN),
        ("s", EditKind.SPLIT),
    ],
)
async def test_a_key_writes_what_the_line_is_beside_the_original(
    doubtful: Path, letter: str, kind: EditKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(doubtful.parent)  # where lines end does not hang on the folder's name
    app = ExplorerFirst(Path(doubtful.name))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_report(app, pilot)
        await pilot.press("M")
        assert isinstance(app.screen, Menu)
        await pilot.press(letter)
        await pilot.pause()
        assert "--rebuild`で読み直せます" in shown(app)
    folder = doubtful.parent / "originals"
    (edit,) = read_edits(folder / "森.txt.edits.toml")
    assert (edit.kind, edit.line) == (kind, 12)
    assert edit.text


async def test_any_line_of_the_source_can_be_mended(doubtful: Path) -> None:
    app = ExplorerFirst(doubtful)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_report(app, pilot)
        await pilot.press("enter", "M")
        await pilot.pause()
        assert isinstance(app.screen, Menu)
        chosen = app.screen.choices[1]
        assert chosen.value != "12"
        await pilot.press(chosen.key)
        await pilot.pause()
        assert isinstance(app.screen, Menu)
        assert f"{chosen.value}行目を訂正" in shown(app)
        await pilot.press("f")
        await pilot.pause()
        assert "--rebuild`で読み直せます" in shown(app)
        assert isinstance(app.screen, SourceScreen)
    (edit,) = read_edits(doubtful.parent / "originals" / "森.txt.edits.toml")
    assert (edit.kind, edit.line) == (EditKind.FURNITURE, int(chosen.value))


async def test_escape_writes_nothing(doubtful: Path) -> None:
    app = ExplorerFirst(doubtful)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_report(app, pilot)
        await pilot.press("M", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ReportScreen)
    assert list((doubtful.parent / "originals").iterdir()) == []


async def test_a_packaged_document_and_a_browser_are_told_why_not(
    database: Path, tmp_path: Path, doubtful: Path
) -> None:
    for path, may_write, words in (
        (
            altered(database, tmp_path / "packaged.db", ERROR),
            True,
            "同梱の文書は訂正できません",
        ),
        (doubtful, False, "ブラウザーではファイルに書きません"),
    ):
        app = ExplorerFirst(path)
        app.may_write = may_write
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await open_report(app, pilot)
            await pilot.press("M")
            await pilot.pause()
            assert words in shown(app)


async def test_a_file_that_cannot_be_written_is_told(doubtful: Path) -> None:
    (doubtful.parent / "originals").rmdir()
    app = ExplorerFirst(doubtful)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_report(app, pilot)
        await pilot.press("M", "h")
        await pilot.pause()
        assert "書けません" in shown(app)
