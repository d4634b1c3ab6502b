"""The targets: by fiscal year, filtered, in both calendars, opened at their printed words."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_tui.model.dated_targets import Target, TargetYear
from plan_tui.query.grammar import parse_query
from plan_tui.store import target_queries
from plan_tui.store.plan import Plan
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.render.targets import date_columns, target_lines
from plan_tui.tui.screens.targets import TargetsScreen
from plan_tui.tui.widgets.pane import Pane
from tests.tui.helpers import Taken, assert_printed, key_of, keys_for, shown, taken

TODAY = "2024-06-01"
SIZES = (120, 40), (80, 24), (200, 50)


@pytest.fixture
def dated(app: PlanApp) -> PlanApp:
    app.session.today = TODAY
    return app


def keys_shown(app: PlanApp) -> list[str]:
    return [row.section.key for row in app.main[TargetsScreen].rows.rows if isinstance(row, Target)]


def bar_ground(pane: Pane) -> object:
    """Return the colour behind the title of a pane, as it is drawn."""
    style = next(iter(pane.bar.render_line(0))).style
    return style.bgcolor if style else None


async def test_targets_stand_below_their_fiscal_years_in_both_calendars(dated: PlanApp) -> None:
    async with dated.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        text = shown(dated)
        years = [
            row.year for row in dated.main[TargetsScreen].rows.rows if isinstance(row, TargetYear)
        ]
        assert years == [2021, 2023, 2024, 2025, 2026, 2025]
        assert "2024年度（令和６年度）" in text
        assert "2025-03-31 R7.3.31" in text
        assert "令和６年度（2024年度）末までに全17館で使えるようにする" in text
        assert "2024-06-01現在" in text


async def test_a_date_of_the_past_is_told_in_neutral_words(dated: PlanApp) -> None:
    async with dated.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        past = [
            row.section.key
            for row in dated.main[TargetsScreen].rows.rows
            if isinstance(row, Target) and row.is_past(TODAY)
        ]
        assert past == ["2021:M1-1", "2021:1.1"]
        # each in its row, and once more where the cursor's target stands in full
        assert shown(dated).count("期限経過（計画上）") == 3
        dated.session.today = "2020-01-01"
        assert not any(word in shown(dated) for word in ("未達", "失敗", "遅れ"))


async def test_the_histogram_counts_what_the_list_shows(dated: PlanApp) -> None:
    async with dated.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        counts = {g.year: len(g.targets) for g in dated.main[TargetsScreen].chart.rows}
        assert counts == {2021: 1, 2022: 0, 2023: 1, 2024: 1, 2025: 1, 2026: 1, None: 1}
        await pilot.press("f", *keys_for("edition:2025"))
        counts = {g.year: len(g.targets) for g in dated.main[TargetsScreen].chart.rows}
        assert counts == {2026: 1}


async def test_a_filter_shortens_the_list(dated: PlanApp) -> None:
    async with dated.run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "f", *keys_for("under:2021:1.1"))
        assert keys_shown(dated) == ["2021:1.1", "2021:1.1.1"]
        assert "2件" in shown(dated)


async def test_nothing_found_is_said(dated: PlanApp) -> None:
    async with dated.run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "f", *keys_for("宇宙船"))
        assert "「宇宙船」に当てはまるものはありません" in shown(dated)
        await pilot.press("escape", "enter", "j", "G", "C")
        assert dated.current_mode == "targets"


async def test_the_cursor_steps_over_the_years(dated: PlanApp) -> None:
    async with dated.run_test(size=(100, 30)) as pilot:
        await pilot.press("t")
        targets = dated.main[TargetsScreen]
        seen = [targets.target]
        for _ in range(8):
            await pilot.press("j")
            seen.append(targets.target)
        assert None not in seen
        assert len(set(seen)) == 6
        await pilot.press("k", "g")
        assert targets.target == seen[0]
        assert "2021年度（令和３年度）  1件" in shown(dated)


async def test_the_calendar_is_switched_by_a_key(dated: PlanApp) -> None:
    async with dated.run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "f", *keys_for("due:2024年度"), "escape")
        assert "2025-03-31 R7.3.31" in shown(dated)
        await pilot.press("C")
        text = shown(dated)
        assert dated.calendar is Calendar.WESTERN
        assert "2025-03-31" in text
        assert "R7.3.31" not in text
        assert "（令和６年度）" not in text
        await pilot.press("C")
        text = shown(dated)
        assert "R7.3.31" in text
        assert "令和６年度  1件" in text
        assert "2025-03-31" not in text


async def open_target(pilot: Pilot[None], query: str) -> None:
    """Open the target that a query finds."""
    await pilot.press("t", "f", *keys_for(query), "enter", "enter")
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_the_section_at_the_printed_words(
    dated: PlanApp, size: tuple[int, int]
) -> None:
    async with dated.run_test(size=size) as pilot:
        await open_target(pilot, "due:2024年度")
        assert key_of(dated) == "2021:1.1.1"
        reading = dated.explorer.reading
        assert reading.has_focus
        [hit] = reading.hits()
        pieces = [p.text for p in reading.lines[hit].pieces if p.role == "hit"]
        assert pieces[0].startswith("令和６年度")
        assert 0 <= hit - reading.scroll_offset.y < reading.size.height
        await pilot.press("q")
        assert dated.current_mode == "targets"


@pytest.mark.parametrize("size", SIZES)
async def test_a_target_of_a_kpi_opens_in_the_kpi_pane(
    dated: PlanApp, size: tuple[int, int]
) -> None:
    async with dated.run_test(size=size) as pilot:
        await open_target(pilot, "due:2025年度")
        await pilot.pause(0.1)
        assert key_of(dated) == "2021:M2-1"
        kpis = dated.explorer.kpis
        assert kpis.has_focus
        [hit] = kpis.hits()
        assert any(p.role == "hit" and "令和７" in p.text for p in kpis.lines[hit].pieces)
        assert 0 <= hit - kpis.scroll_offset.y < kpis.size.height


async def test_a_target_in_a_table_is_marked_in_its_cell(dated: PlanApp) -> None:
    async with dated.run_test(size=(120, 40)) as pilot:
        await open_target(pilot, "edition:2022")
        reading = dated.explorer.reading
        [hit] = reading.hits()
        assert [p.text for p in reading.lines[hit].pieces if p.role == "hit"] == ["1,200"]


async def test_screen_and_command_give_the_same(
    dated: PlanApp,
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("plan_tui.cli.view_commands.today", lambda: TODAY)
    views: list[Taken] = []
    async with dated.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        for query in ("", "due:2024年度", "edition:2021 -due:2021年度", "一体化"):
            dated.main[TargetsScreen].ask(query)
            await pilot.pause()
            views.append(taken(dated.main[TargetsScreen]))
    assert len({document for _, document in views}) == len(views)
    for view in views:
        assert_printed(view, database, capfd)


async def test_the_histogram_leads_to_its_year(dated: PlanApp) -> None:
    async with dated.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        dated.main[TargetsScreen].chart.focus()
        await pilot.press("j", "j")
        await pilot.pause()
        target = dated.main[TargetsScreen].target
        assert target is not None
        assert target.fiscal_year == 2023
        await pilot.press("enter")
        assert dated.main[TargetsScreen].rows.has_focus


async def test_real_screen_and_command_agree(
    real_database: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plan_tui.cli.view_commands.today", lambda: TODAY)
    app = PlanApp(real_database, language=Language.JA)
    app.session.today = TODAY
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "f", *keys_for("due:2025"), "escape")
        view = taken(app.main[TargetsScreen])
        assert len(app.main[TargetsScreen].targets) > 20
    assert_printed(view, real_database, capfd)


@pytest.mark.parametrize(("language", "past"), [(Language.JA, "経過"), (Language.EN, "past")])
async def test_a_narrow_row_keeps_the_title(whole: Path, language: Language, past: str) -> None:
    app = PlanApp(whole, language=language)
    app.session.today = TODAY
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("t")
        row = next(line for line in shown(app).splitlines() if "[No.１－１]" in line)
        assert "貸出券と図書券の" in row
        assert row.endswith(past)


async def test_the_chosen_year_stands_at_the_top_of_the_list(dated: PlanApp) -> None:
    async with dated.run_test(size=(80, 24)) as pilot:
        await pilot.press("t", "shift+tab", "j", "j", "enter")
        rows = dated.main[TargetsScreen].rows
        assert rows.has_focus
        first = rows.rows[rows.scroll_offset.y // rows.row_height]
        assert isinstance(first, TargetYear)
        assert first.year == 2023


async def test_one_title_bar_alone_is_that_of_the_focus(dated: PlanApp) -> None:
    async with dated.run_test(size=(120, 36)) as pilot:
        await pilot.press("t")
        screen = dated.main[TargetsScreen]
        panes = [screen.list_pane, screen.detail_pane, screen.chart_pane]
        for pane in panes:
            pane.body.focus()
            await pilot.pause()
            others = {bar_ground(one) for one in panes if one is not pane}
            assert len(others) == 1
            assert bar_ground(pane) not in others


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 50)])
async def test_what_a_year_finds_is_told_at_every_width(
    real_database: Path, size: tuple[int, int], language: Language
) -> None:
    app = PlanApp(real_database, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press("t")
        app.main[TargetsScreen].ask("due:2025")
        await pilot.pause()
        assert parse_query("due:2025").notes[0].say(language) in shown(app)


@pytest.mark.parametrize("columns", [58, 78, 118, 198])
@pytest.mark.parametrize("calendar", Calendar)
def test_all_columns_stand_in_line(real: Plan, columns: int, calendar: Calendar) -> None:
    found = target_queries.targets(real)
    dates = date_columns(found, columns, Language.JA, calendar)
    starts = set()
    for target in found:
        row, _ = target_lines(target, 1, columns, dates, Language.JA, calendar, TODAY)
        edition = f"{target.section.edition_id} "
        at = next(n for n, piece in enumerate(row.pieces) if piece.text == edition)
        starts.add(sum(width(piece.text) for piece in row.pieces[:at]))
        assert row.columns <= columns
    assert len(starts) == 1
