"""The measures: sorted, filtered, counted by chapter; the KPIs with what their words mean."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from string import ascii_lowercase
from threading import current_thread, main_thread

import pytest

from plan_tui.cli.main import main
from plan_tui.compare.promises import later_editions_of
from plan_tui.compare.promises.later_editions_of import with_later_editions
from plan_tui.model import headings
from plan_tui.model.measure_cards import ChapterTally, Order, due_dates
from plan_tui.model.records import MeasureCard
from plan_tui.store.plan import Plan
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.text.width import CUT, width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.render.measure_chapters import chapter_line
from plan_tui.tui.render.measure_columns import LEAST_TITLE, TITLE, measure_columns
from plan_tui.tui.render.measures import head_pieces, measure_line
from plan_tui.tui.screens import measures
from plan_tui.tui.screens.measures import MeasuresScreen
from tests.conftest import REAL_DATABASE
from tests.tui.helpers import Taken, assert_printed, key_of, settled, shown, taken


def numbers(app: PlanApp) -> list[str]:
    return [card.number for card in app.main[MeasuresScreen].rows.rows]


async def test_each_key_press_sorts_by_the_next_column(app: PlanApp) -> None:
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.press("3")
        assert "▾番号" in shown(app)
        seen = []
        for _ in Order:
            await pilot.press("o")
            seen.append(app.main[MeasuresScreen].order)
            assert sorted(numbers(app)) == ["1-1", "1-2", "2-1", "2-2"]
        assert seen == [*list(Order)[1:], Order.NUMBER]
        await pilot.press("O")
        assert numbers(app) == ["2-2", "2-1", "1-2", "1-1"]
        assert "▴番号" in shown(app)


async def test_screen_and_command_give_the_same(
    app: PlanApp, database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    views: list[Taken] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        for query in ("", "chapter:I", "due:2025", "図書"):
            app.main[MeasuresScreen].ask(query)
            for presses in ("", "o", "ooo", "o", "O"):
                await pilot.press(*presses)
                assert numbers(app)
                views.append(taken(app.main[MeasuresScreen]))
            await pilot.press("O", *"o" * (len(Order) - 5))
            assert app.main[MeasuresScreen].order is Order.NUMBER
    assert len({words for words, _ in views}) == len(views)
    for view in views:
        assert_printed(view, database, capfd)


async def test_titles_are_sorted_as_they_are_shown(
    real_database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    app = PlanApp(real_database, language=Language.EN)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        for language in (Language.EN, Language.JA):
            while app.main[MeasuresScreen].order is not Order.TITLE:
                await pilot.press("o")
            rows = app.main[MeasuresScreen].rows.rows
            found = [card.section.key for card in rows]
            words = ["measures", "--sort", "title", "--db", str(real_database), "--json"]
            assert main([*words, "--lang", language]) == 0
            assert [one["key"] for one in json.loads(capfd.readouterr().out)] == found
            app.main[MeasuresScreen].rows.cursor = 70
            card = app.main[MeasuresScreen].rows.row
            await pilot.press("f2")
            assert app.main[MeasuresScreen].rows.row == card


async def test_chapters_are_counted_and_lead_to_their_measures(app: PlanApp) -> None:
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.press("3")
        text = shown(app)
        assert "施策2　KPI4　設定2（数値1）　未設定2" in text
        assert "施策2　KPI3　設定3（数値1）　未設定0" in text
        assert "森と町をつなぐ取組" in text
        app.main[MeasuresScreen].chapters.focus()
        await pilot.press("j")
        await pilot.pause()
        assert app.main[MeasuresScreen].rows.row.number == "2-1"  # type: ignore[union-attr]
        await pilot.press("enter")
        assert app.main[MeasuresScreen].rows.has_focus
        await pilot.press("enter")
        await pilot.pause()
        assert key_of(app) == "2021:M2-1"


async def test_numbers_to_reach_and_due_dates_stand_in_the_row(app: PlanApp) -> None:
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.press("3")
        row = next(line for line in shown(app).splitlines() if line.startswith(" 2-1"))
        assert "100か所" in row
        assert "2025年度 R7年度" in row
        await pilot.press("C", "C")
        row = next(line for line in shown(app).splitlines() if line.startswith(" 2-1"))
        assert "R7年度" in row
        assert "2025年度 R7" not in row


@pytest.mark.parametrize("size", [(130, 40), (80, 24)])
async def test_the_kpi_pane_says_what_dates_and_numbers_mean(
    app: PlanApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await app.open_section("2021:M2-1")
        await pilot.pause()
        lines = app.explorer.kpis.lines
        text = "\n".join(line.text for line in lines)
        assert "令和７年度（2025年度） › 2025年度 R7年度  まで" in text
        assert "100か所 › 100 か所" in text
        marked = {p.role: p.text for line in lines[:3] for p in line.pieces}
        assert marked["date"] == "令和７年度（2025年度）"
        assert marked["number"] == "100か所"
        await pilot.press("C")
        text = "\n".join(line.text for line in app.explorer.kpis.lines)
        assert "› 2025年度  まで" in text


async def test_what_words_mean_is_never_cut_in_a_narrow_pane(app: PlanApp) -> None:
    async with app.run_test(size=(152, 40)) as pilot:
        await app.open_section("2021:M2-1")
        await pilot.pause()
        kpis = app.explorer.kpis
        for columns in (28, 32, 36, 60):
            kpis.show(lambda _, columns=columns: kpis._kpis(columns))  # type: ignore[misc]
            text = " ".join(line.text.strip() for line in kpis.lines)
            assert "› 2025年度 R7年度" in text
            assert all(line.columns <= columns for line in kpis.lines)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_narrow_rows_keep_title_number_and_due_date(
    app: PlanApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("3")
        row = next(line for line in shown(app).splitlines() if line.startswith(" 1-1"))
        assert "貸出券と図書券" in row
        assert row.split()[-3:] == ["▬", "３割", "(2021年度)"]  # of its text
        unset = next(line for line in shown(app).splitlines() if line.startswith(" 1-2"))
        assert unset.split()[-2:] == ["▫", "▫"]
        await pilot.press("o")
        sorted_by = "▾章" if size[0] > 60 else "▾番号"
        assert sorted_by in shown(app)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [56, 76, 100, 118, 160, 300])
def test_a_chapter_says_its_counts_uncut(columns: int, language: Language) -> None:
    tally = ChapterTally("VIII", 45, 1, 97, 19, 10)
    drawn = chapter_line(tally, "森と町", 97, columns, language)
    assert drawn.columns <= columns
    assert CUT not in drawn.text
    assert "10" in drawn.text
    assert set("▬▪▫") <= set(drawn.text)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [58, 78])
def test_titles_have_the_room_that_others_do_not_need(
    real: Plan, columns: int, language: Language
) -> None:
    cards = real.measures()
    head = head_pieces(columns, language)
    assert all(piece.text[0] not in ascii_lowercase for piece in head if piece.text.strip())
    for card in cards:
        drawn = measure_line(card, columns, language, Calendar.BOTH)
        assert drawn.columns <= columns
        signs = [piece for piece in drawn.pieces if piece.text in ("▬", "▪", "▫")]
        assert len(signs) == len(card.kpis) or CUT in [piece.text for piece in drawn.pieces]
        title = headings.title(card.section, language)
        at = 2 if columns < 70 else 4
        shown_title = drawn.pieces[at].text
        assert title.startswith(shown_title.rstrip(CUT))
        assert width(shown_title) >= min(width(title), 20)


async def test_a_short_list_leaves_its_lines_to_the_kpis(real_database: Path) -> None:
    app = PlanApp(real_database, language=Language.JA)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        screen = app.main[MeasuresScreen]
        assert (screen.list_pane.size.height, screen.detail_pane.size.height) == (12, 6)
        app.main[MeasuresScreen].ask("chapter:I kpi:unset")
        await pilot.pause()
        assert (screen.list_pane.size.height, screen.detail_pane.size.height) == (3, 17)
        assert shown(app).count("▬") == 1  # in the legend
        app.main[MeasuresScreen].ask("zzzzzz")
        await pilot.pause()
        assert "zzzzzz" in screen.rows.nothing
        app.main[MeasuresScreen].ask("")
        await pilot.pause()
        assert (screen.list_pane.size.height, screen.detail_pane.size.height) == (12, 6)


# What later editions say, and the KPIs in words


@pytest.fixture(scope="module")
def whole_cards() -> tuple[MeasureCard, ...]:
    with Plan(REAL_DATABASE) as plan:
        return with_later_editions(plan, plan.measures())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [116, 118, 128, 150, 180, 196, 240])
def test_titles_have_28_columns_beside_the_later_editions(
    whole_cards: tuple[MeasureCard, ...], columns: int, language: Language
) -> None:
    cards = whole_cards
    later = tuple(each.edition for each in cards[0].later)
    title = next(c for c in measure_columns(columns, (), later) if c.name is TITLE)
    assert title.size >= LEAST_TITLE == 28
    for card in cards:
        drawn = measure_line(card, columns, language, Calendar.BOTH, {}, later)
        assert drawn.columns <= columns


@pytest.mark.parametrize(("columns", "shown_later"), [(58, 0), (78, 1), (112, 1), (118, 2)])
def test_the_newest_editions_have_a_column(real: Plan, columns: int, shown_later: int) -> None:
    later = tuple(e for e in real.editions() if e.id in ("2022", "2025"))
    named = [c.later for c in measure_columns(columns, (), later) if c.later]
    assert named == [e.id for e in later][2 - shown_later :]


async def test_later_editions_stand_in_the_list_and_below_it(crosswalked_database: Path) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.press("3")
        text = await settled(app, pilot)
        row = next(line for line in text.splitlines() if line.startswith(" 1-1"))
        assert "記載なし" in row
        assert "一部 2027-03" in row
        assert "後の版" in text
        assert "後ろ倒し" in text
        await pilot.click("#detail", offset=(12, 9))
        await pilot.press("o", *"o" * (list(Order).index(Order.LATER) - 1))
        assert app.main[MeasuresScreen].order is Order.LATER
        assert "▾2025年版" in shown(app)
        await pilot.press("o")
        assert "▾2025年版期限" in shown(app)


async def test_the_screen_opens_without_reading_later_editions_of_what_is_not_seen(
    crosswalked_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []
    seen = [0]

    def noting(plan: Plan, cards: Sequence[MeasureCard]) -> tuple[MeasureCard, ...]:
        if current_thread() is main_thread():
            seen.append(len(cards))
        else:
            threads.append(current_thread())
        return with_later_editions(plan, cards)

    for user in (later_editions_of, measures):
        monkeypatch.setattr(user, "with_later_editions", noting)
    monkeypatch.setattr(MeasuresScreen, "_set_whole", lambda screen, cards: None)  # comes too late
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.press("3", "j", "j", "f2", "f2")
        await settled(app, pilot)
        assert threads
        assert max(seen) <= 40
        assert app.can_export
        app.main[MeasuresScreen].ask("kpi:森")
        assert not app.can_export
        app.main[MeasuresScreen].ask("")
        assert max(seen) <= 40
        _, document = taken(app.main[MeasuresScreen])
        assert "一部" in document  # what is taken away is whole


async def test_measures_are_filtered_by_later_editions(crosswalked_database: Path) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.press("3")
        app.main[MeasuresScreen].ask("後の版:2025=記載なし")
        await pilot.pause()
        assert numbers(app) == ["2-1", "2-2"]


async def test_an_unset_kpi_shows_its_reason(app: PlanApp) -> None:
    for columns, words in ((130, "▫ (試行の"), (240, "▫ 未設定(試行の結果を踏まえ設")):
        async with PlanApp(app.session.plan.file, language=Language.JA).run_test(
            size=(columns, 40)
        ) as pilot:
            await pilot.press("3")
            row = next(line for line in shown(pilot.app).splitlines() if line.startswith(" 1-2"))
            assert words in row
            assert "▫ 未設定 " in f"{row} "


@pytest.mark.parametrize("calendar", Calendar)
async def test_the_pane_of_kpis_is_as_high_as_its_lines_in_each_calendar(
    real_database: Path, calendar: Calendar
) -> None:
    app = PlanApp(real_database, language=Language.JA)
    async with app.run_test(size=(100, 60)) as pilot:
        for key in ("2021:M1-1", "2021:M1-2", "2021:M1-8", "2021:M2-1"):
            await app.open_section(key)
            app.calendar = calendar
            await settled(app, pilot)
            height = app.explorer.kpi_pane.styles.height
            assert height is not None
            assert height.value == len(app.explorer.kpis.lines) + 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 50)])
async def test_dates_of_the_text_stand_in_brackets(
    real_database: Path, size: tuple[int, int]
) -> None:
    app = PlanApp(real_database, language=Language.JA)
    async with app.run_test(size=size) as pilot:
        await pilot.press("3")
        screen = app.main[MeasuresScreen]
        seen = set()
        for card in screen.rows.rows:
            dates = due_dates(card)
            if not dates:
                continue
            line = measure_line(card, size[0] - 2, Language.JA, Calendar.WESTERN)
            of_text = dates[0].kpi_id is None
            assert any(p.text.startswith("(") for p in line.pieces[-6:]) == of_text
            seen.add(of_text)
        assert seen == {True, False}
