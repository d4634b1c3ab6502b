"""The tracks of topics: the same as the command, from a section or from the list of all."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_tui.compare.promises.topic_tracks import tracks
from plan_tui.labels.promise_names import MOVEMENTS_SHORT
from plan_tui.model import headings
from plan_tui.query.grammar import parse_query
from plan_tui.store.plan import Plan
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.text.width import CUT, width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.render.track import track_line, track_lines
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.track import TrackScreen
from tests.tui.helpers import (
    assert_printed,
    assert_told_unreadable,
    key_of,
    keys_for,
    screen_of,
    shown,
    taken,
)
from tests.worlds.altered import altered, hostile
from tests.worlds.made_up_plan import HOSTILE


@pytest.fixture
def app(crosswalked_database: Path) -> PlanApp:
    return PlanApp(crosswalked_database, language=Language.JA)


async def tracks_after(app: PlanApp, pilot: Pilot[None], *keys: str) -> TrackScreen:
    """Press keys and wait until the tracks are made."""
    await pilot.press(*keys)
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    return screen_of(app, TrackScreen)


def ids(screen: TrackScreen) -> list[str]:
    return [one.id for one in screen.rows.rows]


async def test_all_topics(app: PlanApp, crosswalked_database: Path) -> None:
    with Plan(crosswalked_database) as plan:
        expected = [one.id for one in tracks(plan)]
    async with app.run_test(size=(140, 36)) as pilot:
        screen = await tracks_after(app, pilot, "ctrl+k")
        assert ids(screen) == expected
        assert len(expected) > 1
        text = shown(app)
        assert f"事項 {len(expected)}" in text
        assert "増 1" in text


async def test_a_track_tells_each_edition_with_its_sentence(app: PlanApp) -> None:
    async with app.run_test(size=(140, 44)) as pilot:
        await app.open_section("2021:1.1.1")
        screen = await tracks_after(app, pilot, "K")
        assert ids(screen) == ["loan-card"]
        text = "\n".join(line.text for line in screen.detail.lines)
        assert "2021年版  この版で最初  " in text
        assert "令和６年度（2024年度）末  2025-03-31" in text
        assert "2022年版  同じ  R6年度末" in text
        assert "2022年版  増  全20館" in text
        assert "2021:1.1.1" in text
        assert "貸出券を携帯端末に載せ" in text
        hits = [
            piece.text
            for line in screen.detail.lines
            for piece in line.pieces
            if piece.role == "hit"
        ]
        assert "R6年度末" in hits
        assert "全20館" in hits


@pytest.mark.parametrize("size", [(60, 20), (140, 44)])
async def test_dates_are_shown_in_the_chosen_calendar(app: PlanApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await app.open_section("2021:1.1.1")
        screen = await tracks_after(app, pilot, "K")
        for calendar, days in (
            (Calendar.BOTH, "2025-03-31 R7.3.31"),
            (Calendar.WESTERN, "2025-03-31"),
            (Calendar.ERA, "R7.3.31"),
        ):
            assert screen.calendar is calendar
            role = {p.text for one in screen.detail.lines for p in one.pieces if p.role == "muted"}
            assert days in role
            await pilot.press("C")
            await pilot.pause()
        # once in the list, once where it is whole
        assert shown(app).count(screen.rows.row.title) <= 2  # type: ignore[union-attr]


@pytest.mark.parametrize("columns", [48, 58, 78])
@pytest.mark.parametrize("language", Language)
def test_movements_stand_whole_in_the_list(real: Plan, columns: int, language: Language) -> None:
    for track in tracks(real):
        drawn = track_line(track, columns, language)
        assert drawn.columns <= columns
        assert CUT not in drawn.pieces[-1].text or len(drawn.pieces) == 1
        assert width(drawn.pieces[0].text) >= min(width(headings.title(track, language)), 12)


@pytest.mark.parametrize("columns", [48, 78])
@pytest.mark.parametrize("language", Language)
def test_all_movements_that_the_text_counts_stand_in_the_list(
    real: Plan, columns: int, language: Language
) -> None:
    for track in tracks(real):
        drawn = track_line(track, columns, language)
        moved = Counter(step.movement for p in track.promises for step in p.steps)
        counts = [f"{MOVEMENTS_SHORT[movement].say(language)} {n}" for movement, n in moved.items()]
        assert [each for each in counts if each not in drawn.text] == []


def test_movements_without_room_are_told_by_a_sign(real: Plan) -> None:
    most = max(
        tracks(real), key=lambda one: len({s.movement for p in one.promises for s in p.steps})
    )
    for columns in range(14, 49):
        drawn = track_line(most, columns, Language.EN)
        assert drawn.columns <= columns
    assert track_line(most, 30, Language.EN).text.endswith(f"  {CUT} ")


def test_promises_of_a_matter_are_told_apart(real: Plan) -> None:
    found = next(one for one in tracks(real) if one.id == "id-qualifications")
    text = [one.text for one in track_lines(found, 78, Language.JA)]
    assert any("期限   各種免許・国家資格等のデジタル化" in one for one in text)
    assert not any(".." in one for one in text)


async def test_a_section_without_a_topic_has_a_track_of_its_own(app: PlanApp) -> None:
    async with app.run_test(size=(140, 36)) as pilot:
        await app.open_section("2021:0")
        screen = await tracks_after(app, pilot, "K")
        assert ids(screen) == ["2021:0"]
        assert "期限も数値も記載がありません" in shown(app)
        assert "2025年版：収録テキストに見当たりません" in shown(app)
        view = screen.view()
        assert view is not None
        assert view.command == "plan-tui track 2021:0"


async def test_the_list_is_filtered_and_the_command_gives_the_same(
    app: PlanApp, crosswalked_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Plan(crosswalked_database) as plan:
        expected = [one.id for one in tracks(plan, parse_query("kind:measure"))]
    async with app.run_test(size=(140, 36)) as pilot:
        screen = await tracks_after(app, pilot, "ctrl+k")
        await pilot.press("f", *keys_for("kind:measure"), "escape")
        assert ids(screen) == expected
        several = taken(screen)
        assert several[0] == ("track", "kind:measure")
        await pilot.press("f", *["backspace"] * 12, *keys_for("一体化"), "escape")
        assert ids(screen) == ["one-card"]
        one = taken(screen)
        assert one[0] == ("track", "one-card")
    for view in (several, one):
        assert_printed(view, crosswalked_database, capsys)


async def test_a_topic_opens_its_comparison_or_a_section(app: PlanApp) -> None:
    async with app.run_test(size=(140, 36)) as pilot:
        await tracks_after(app, pilot, "ctrl+k")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.table.view.base.section.key == "2021:1.1.1"
        screen = await tracks_after(app, pilot, "K")
        assert ids(screen) == ["loan-card"]
        await pilot.press("c", "3")
        await pilot.pause()
        assert key_of(app) == "2025:1.1"


async def test_hostile_text_is_literal(crosswalked_database: Path, tmp_path: Path) -> None:
    path = hostile(crosswalked_database, tmp_path / "plan.db", HOSTILE)
    app = PlanApp(path, language=Language.JA)
    async with app.run_test(size=(160, 44)) as pilot:
        screen = await tracks_after(app, pilot, "ctrl+k")
        assert HOSTILE in "\n".join(line.text for line in screen.detail.lines)
        for keys in (("enter",), ("r",), ("escape", "v"), ("5",), ("tab",)):
            await pilot.press(*keys)
            await pilot.pause()
            assert HOSTILE[:10] in shown(app)


async def test_of_a_broken_database_it_is_told_what_cannot_be_read(
    crosswalked_database: Path, tmp_path: Path
) -> None:
    path = altered(crosswalked_database, tmp_path / "plan.db", "drop table promise_steps")
    app = PlanApp(path, language=Language.JA)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+k")
        await assert_told_unreadable(app, pilot)


async def test_english_titles(app: PlanApp) -> None:
    async with app.run_test(size=(140, 36)) as pilot:
        await tracks_after(app, pilot, "ctrl+k", "f2")
        text = shown(app)
        assert "Loan cards on phones" in text
        assert "raised 1" in text
