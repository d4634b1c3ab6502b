"""Windows above a screen: the palette, menus, the export, and the footer below them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual import events

from plan_tui.export.formats import FORMATS
from plan_tui.text.language import Language
from plan_tui.text.width import CUT
from plan_tui.tui.app import PlanApp
from plan_tui.tui.export_formats import FORMAT_NAMES, format_of, names_of_others
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.export_dialog import ExportDialog
from plan_tui.tui.screens.menu import Choice, Menu
from plan_tui.tui.screens.palette import matching
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.widgets.row_list import RowList
from tests.tui.helpers import rows, settled


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("ひかく", "compare"),
        ("はいしょく", "theme"),
        ("ハイショク", "theme"),
        ("haisyoku", "theme"),
        ("テーマ", "theme"),
        ("色", "theme"),
        ("言語", "language"),
        ("印刷", "export"),
        ("ほぞん", ""),
        ("保存", "export"),
        ("戻る", "back"),
        ("もどる", "back"),
        ("けんさく", "search"),
        ("検索", "search"),
        ("kensaku", "search"),
        ("Search", "search"),
        ("期限", "targets"),
        ("メモ", "note"),
        ("review", "review"),
        ("save", "export"),
        ("ごのひんど", "words"),
        ("dark theme", "theme"),
        ("明るい　配色", "theme"),
        ("印刷 保存", "export"),
    ],
)
def test_the_palette_knows_kana_and_other_words(typed: str, command: str) -> None:
    assert [one.id for one in matching(typed)[:1]] == [command][: bool(command)]


@pytest.mark.parametrize("language", Language)
async def test_the_palette_says_in_the_list_that_there_is_nothing(
    database: Path, language: Language
) -> None:
    app = PlanApp(database, language)
    said = {Language.JA: ("下に", "該当する"), Language.EN: ("below", "no such command")}[language]
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(":")
        assert said[0] in await settled(app, pilot)
        await pilot.press(*"xqz")
        drawn = await settled(app, pilot)
        assert said[0] not in drawn
        assert said[1] in drawn


async def test_a_menu_says_how_much_is_out_of_sight(app: PlanApp) -> None:
    choices = [Choice(chr(97 + n), (Piece(f"row {n}"),), str(n)) for n in range(20)]
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(Menu(Language.EN, "Many", choices))
        assert "4 below" in await settled(app, pilot)
        await pilot.press("G", "end")
        drawn = await settled(app, pilot)
        assert "4 above" in drawn
        assert "below" not in drawn


async def test_the_footer_keeps_the_ways_out_and_is_empty_below_a_window(app: PlanApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("d")
        await settled(app, pilot)
        assert f"? ヘルプ{CUT} q 戻る" in rows(app)[-1]
        for key in ("e", "y", ":", "m"):
            await pilot.press(key)
            await settled(app, pilot)
            assert rows(app)[-1] == ""
            await pilot.press("escape")
            await settled(app, pilot)
            assert "q 戻る" in rows(app)[-1]


async def test_enter_in_a_box_is_named_by_what_it_does(app: PlanApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("slash")
        await settled(app, pilot)
        assert "Enter 開く" in rows(app)[-1]
        await pilot.press("escape", "3", "f")
        await settled(app, pilot)
        assert "Enter 一覧へ" in rows(app)[-1]


@pytest.mark.parametrize("times", [2, 3])
@pytest.mark.parametrize("key", ["y", ":"])
async def test_clicks_that_come_in_one_go_choose_once(app: PlanApp, key: str, times: int) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press(key)
        await settled(app, pilot)
        at = app.screen.query(RowList).first().region.offset
        for kind in (events.MouseDown, events.MouseUp) * times:
            app.post_message(kind(None, *at, 0, 0, 1, False, False, False, *at))
        await settled(app, pilot)
        assert app.return_code is None
        assert isinstance(app.screen, PlanScreen)


@pytest.fixture
def dialog(app: PlanApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExportDialog:
    monkeypatch.chdir(tmp_path)
    return ExportDialog(Language.EN, "x.md", "plan-tui compare 2021:2.1.1.1.a.b.c --with 2022")


async def answer(app: PlanApp, dialog: ExportDialog, typed: str) -> tuple[str, list[str | None]]:
    answers: list[str | None] = []
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(dialog, answers.append)
        await pilot.pause()
        dialog.box.value = typed
        await pilot.press("enter")
        return " ".join((await settled(app, pilot)).split()), answers


async def test_the_export_names_its_folder_and_the_whole_command(
    app: PlanApp, dialog: ExportDialog, tmp_path: Path
) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(dialog)
        await settled(app, pilot)
        said = "".join(line.text for line in dialog.note.lines)
        drawn = await settled(app, pilot)
        assert str(tmp_path) in said
        file = Path(dialog.box.value).name
        command = f"plan-tui export compare 2021:2.1.1.1.a.b.c --with 2022 -o {file}"
        assert said.replace(" ", "").endswith(command.replace(" ", ""))
        for line in dialog.note.lines:
            assert line.text in drawn


async def test_full_width_letters_of_a_path_are_ascii(
    app: PlanApp, dialog: ExportDialog, tmp_path: Path
) -> None:
    wide = str(tmp_path / "x.md").translate({code: code + 0xFEE0 for code in range(33, 127)})
    _, answers = await answer(app, dialog, wide)
    assert answers == [str(tmp_path / "x.md")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the name of a file."),
        ("  ", "Type the name of a file."),
        ("none/x.md", "There is no such folder: none"),
        ("none/", "There is no such folder: none"),
        (".", "That is a folder."),
    ],
)
async def test_what_cannot_be_written_is_said_and_kept(
    app: PlanApp, dialog: ExportDialog, tmp_path: Path, typed: str, said: str
) -> None:
    drawn, answers = await answer(app, dialog, typed)
    assert said in drawn
    assert answers == []
    assert list(tmp_path.iterdir()) == []


NAMES = {
    "x.md": "x.docx",
    "x.docx": "x.html",
    "x.html": "x.xlsx",
    "x.htm": "x.xlsx",
    "x.xlsx": "x.csv",
    "x.CSV": "x.tsv",
    "x.tsv": "x.json",
    "x.json": "x.txt",
    "x.text": "x.md",
    "x.txt": "x.md",
    "x": "x.docx",
    "x.": "x.docx",
    "変化.2021": "変化.2021.docx",
    "a.b/x.md": "a.b/x.docx",
    "~/x.csv": "~/x.tsv",
    "ｘ．ｃｓｖ": "ｘ.tsv",
    "x.md ": "x.docx",
    "": None,
    " ": None,
    "a/": None,
    "a／": None,
}
"""Name → the name for the next format."""


@pytest.mark.parametrize(("typed", "following"), NAMES.items())
def test_a_key_asks_for_the_next_format(typed: str, following: str | None) -> None:
    assert next(iter(names_of_others(typed)), None) == following


def test_every_format_that_a_command_writes_can_be_chosen() -> None:
    names = names_of_others("x.md")
    assert {format_of("x.md"), *map(format_of, names)} == set(FORMATS) == set(FORMAT_NAMES)
    assert len(names) == len(FORMATS) - 1


async def test_tab_chooses_every_format_in_turn(
    app: PlanApp, dialog: ExportDialog, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(dialog)
        seen = []
        for form in FORMAT_NAMES:
            drawn = " ".join((await settled(app, pilot)).split())
            assert f"format: {FORMAT_NAMES[form].en};" in drawn
            seen.append(dialog.box.value)
            await pilot.press("tab")
        assert len(set(seen)) == len(FORMATS)
        assert dialog.box.value == "x.md"
        await pilot.press("end", "right", "right")
        assert dialog.box.value == "x.md"


@pytest.mark.parametrize(("name", "library"), [("x.docx", "docx"), ("x.xlsx", "openpyxl")])
async def test_a_format_whose_extra_is_missing_says_what_to_install(
    app: PlanApp,
    dialog: ExportDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    library: str,
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    drawn, answers = await answer(app, dialog, name)
    assert "plan-tui[office]" in drawn
    assert answers == []
    assert not [*tmp_path.iterdir()]
