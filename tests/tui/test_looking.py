"""Report, words over time, jump mode and the length of lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.export.formats import write
from plan_tui.model.word_frequency import Frequency, Occurrence
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.export_dialog import ExportDialog
from plan_tui.tui.screens.report import ReportScreen
from plan_tui.tui.screens.words import WordsScreen
from tests.tui.helpers import ExplorerFirst, key_of, keys_for, shown
from tests.worlds.altered import altered


async def test_the_report_counts_every_document(app: PlanApp) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("R")
        assert isinstance(app.screen, ReportScreen)
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = shown(app)
        assert "検証済み" in text
        assert "全ての文字に置き場所あり" in text
        assert "脚注の照合 " in text
        view = app.screen.view()
        assert view is not None
        assert view.command == "plan-tui check"
        assert "plan-2021" in write(view, "md", app.plan.attribution)
        await pilot.press("q")
        assert app.current_mode == "explorer"


async def test_the_report_tells_what_does_not_hold(database: Path, tmp_path: Path) -> None:
    surplus = "update source_lines set text = text || '余' where line = 1"
    app = ExplorerFirst(altered(database, tmp_path / "plan.db", surplus))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("R")
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = shown(app)
        assert "一致しない箇所" in text
        assert "1行目：置き場所のない文字：余" in text


async def test_words_are_counted_as_they_are_typed(app: PlanApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w")
        await pilot.pause()
        assert "特徴的な語" in shown(app)
        assert "漢字・片仮名・英字の続きの中を除く" in shown(app)
        await pilot.press(*keys_for("貸出"))
        text = shown(app)
        assert "2021年版" in text
        assert "1万字に" in text
        counts = {one.edition.id: one.count for one in app.main[WordsScreen].frequencies}
        assert counts["2021"] > 0
        assert f"2021年版の用例 {counts['2021']}" in text
        view = app.main[WordsScreen].view()
        assert view is not None
        assert view.words == ("words", "貸出")


async def test_a_bar_shows_its_passages_alone_until_it_is_chosen_again(app: PlanApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w", *keys_for("貸出 森"), "escape")
        screen = app.main[WordsScreen]
        places = [row for row in screen.rows.rows if isinstance(row, Occurrence)]
        chosen = next(each for each in screen.frequencies if each.count)
        assert len(places) > chosen.count
        assert screen.rows.row is chosen
        await pilot.press("enter")
        assert [row for row in screen.rows.rows if isinstance(row, Occurrence)] == [
            *chosen.occurrences
        ]
        assert screen.rows.row is chosen
        assert "用例は2021年版の「貸出」だけ" in shown(app)
        assert "▸ 2021年版" in shown(app)
        await pilot.press("enter")
        assert [row for row in screen.rows.rows if isinstance(row, Occurrence)] == places
        assert "▸" not in shown(app)
        await pilot.press("enter", "f", *keys_for("森"), "escape")
        assert screen.words.chosen is None


async def test_a_bar_of_nothing_changes_nothing(app: PlanApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w", *keys_for("貸出 宇宙船"), "escape")
        screen = app.main[WordsScreen]
        before = screen.rows.rows
        screen.rows.cursor = next(
            n for n, row in enumerate(before) if isinstance(row, Frequency) and row.term == "宇宙船"
        )
        await pilot.press("enter")
        assert screen.rows.rows == before
        assert screen.words.chosen is None


async def test_the_figure_of_words_is_written_by_the_export(app: PlanApp, tmp_path: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w", *keys_for("貸出"), "escape", "e", "down")
        await pilot.pause()
        assert "図（SVG）" in shown(app)
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.box.value = str(tmp_path / "words.svg")
        await pilot.press("enter")
        await pilot.pause()
    drawn = (tmp_path / "words.svg").read_text(encoding="utf-8")
    assert drawn.startswith("<svg ")
    assert "貸出" in drawn


async def test_words_of_a_search_are_counted_from_there(app: PlanApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *keys_for('edition:2021 "森 の" 貸出'), "escape", "w")
        await pilot.pause()
        assert app.main[WordsScreen].box.value == '"森 の" 貸出'
        assert [one.term for one in app.main[WordsScreen].frequencies[::3]] == ["森 の", "貸出"]
        assert app.main[WordsScreen].box.selected_text == app.main[WordsScreen].box.value
        await pilot.press("escape", "1", "w")
        assert app.main[WordsScreen].box.value == '"森 の" 貸出'


async def test_a_passage_opens_the_text_with_the_term_marked(app: PlanApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w", *keys_for("森"), "escape")
        rows = app.main[WordsScreen].rows
        rows.cursor = next(n for n, row in enumerate(rows.rows) if hasattr(row, "section"))
        section = app.main[WordsScreen].current
        assert section is not None
        await pilot.press("enter")
        await pilot.pause()
        assert key_of(app) == section.key
        assert app.explorer.reading.hits()


async def test_a_wrong_term_is_told(app: PlanApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w", *keys_for("宇宙船"))
        assert "どの版にもありません" in shown(app)
        app.main[WordsScreen].box.value = "、"
        await pilot.pause()
        assert "探せる文字がありません" in shown(app)


async def test_a_full_width_letter_jumps_to_its_pane(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:1.1")
        app.explorer.outline.focus()
        await pilot.press("J")
        await pilot.pause()
        assert " a " in shown(app)
        assert " s " in shown(app)
        assert "森の図書館" in shown(app)
        await pilot.press("ｓ")
        await pilot.pause()
        assert app.focused is app.explorer.reading


async def test_any_other_key_jumps_nowhere(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("J", "escape")
        await pilot.pause()
        assert len(app.screen_stack) == 1
        assert app.focused is app.explorer.outline


async def test_the_length_of_lines_changes_and_keeps_the_place(app: PlanApp) -> None:
    async with app.run_test(size=(190, 36)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.pause()

        def longest() -> int:
            return max(line.columns for line in app.explorer.reading.lines)

        medium = longest()
        await pilot.press("W")
        await pilot.pause()
        full = longest()
        await pilot.press("W")
        await pilot.pause()
        short = longest()
        assert short <= 64 < medium <= 96 < full
        await pilot.press("W")
        await pilot.pause()
        assert longest() == medium


@pytest.mark.parametrize("keys", [("R",), ("w",), ("0",)])
async def test_hostile_text_stays_literal(hostile_app: PlanApp, keys: tuple[str, ...]) -> None:
    async with hostile_app.run_test(size=(160, 60)) as pilot:
        await pilot.press(*keys)
        if keys == ("w",):
            await pilot.press(*keys_for("環"))
        await hostile_app.workers.wait_for_complete()
        await pilot.pause()
        assert "[b]" in shown(hostile_app)
