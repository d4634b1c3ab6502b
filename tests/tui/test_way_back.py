"""Going back: to the screen before, as it was left, and to the section before, where one was."""

from __future__ import annotations

from typing import get_args

import pytest
from textual.pilot import Pilot

from plan_tui.model.comparison_enums import TopicGroup
from plan_tui.tui.app import PlanApp
from plan_tui.tui.destinations import (
    ChangesBetween,
    ComparisonOf,
    Destination,
    DocumentAt,
    MeasuresWith,
    NotesWith,
    SearchFor,
    SectionAt,
    SourceAt,
    TargetsWith,
    TopicsOf,
    TracksWith,
    WordsOf,
)
from plan_tui.tui.screen_trail import LONGEST
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.words import WordsScreen
from plan_tui.tui.widgets.query_input import QueryInput
from tests.tui.helpers import key_of

CARD = "2021:1.1.1"


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_from_a_hit_back_to_the_list_of_hits(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"夜間", "down", "enter")
        assert app.current_mode == "explorer"
        await press(pilot, "escape")
        assert app.current_mode == "search"
        assert app.searching.box.value == "夜間"
        assert app.searching.results.cursor == 1
        assert app.focused is app.searching.results
        await press(pilot, "k")
        assert app.searching.results.cursor == 0
        await press(pilot, "slash", "right", "x")
        assert app.searching.box.value == "夜間x"
        await press(pilot, "escape", "slash", "y")
        assert app.searching.box.value == "y"


async def test_from_a_counterpart_back_to_the_comparison_and_what_was_before(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.open_section("2021:1.1.1")
        app.explorer.outline.focus()
        await press(pilot, "d", "l", "j")
        comparison = app.screen
        assert isinstance(comparison, CompareScreen)
        await press(pilot, "enter")
        assert key_of(app) == "2025:1.1.1"
        await press(pilot, "q")
        assert app.here is comparison
        assert comparison.table.active == 1
        await press(pilot, "q")
        assert key_of(app) == "2021:1.1.1"
        assert app.focused is app.explorer.outline
        assert not comparison.is_attached


async def test_a_chosen_bar_is_still_chosen_after_the_way_back(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", *"夜間", "enter", "enter")
        words = app.main[WordsScreen].words
        chosen = words.chosen
        assert chosen is not None
        await press(pilot, "G", "enter")
        assert app.current_mode == "explorer"
        await press(pilot, "q")
        assert app.current_mode == "words"
        assert words.chosen is chosen


DESTINATIONS = (
    SectionAt(CARD),
    DocumentAt("plan-2021"),
    SearchFor(""),
    MeasuresWith(""),
    TargetsWith(""),
    WordsOf("夜間"),
    ChangesBetween("2021", "2025"),
    TracksWith(""),
    NotesWith(""),
    TopicsOf(TopicGroup.IN_, "2021"),
    ComparisonOf(CARD),
    SourceAt("plan-2021", 3),
)


def test_each_kind_of_destination_is_tried() -> None:
    assert tuple(map(type, DESTINATIONS)) == get_args(Destination)


@pytest.mark.parametrize("destination", DESTINATIONS, ids=lambda one: type(one).__name__)
async def test_no_destination_leads_into_a_box(app: PlanApp, destination: Destination) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.go(destination)
        await pilot.pause()
        assert app.focused is not None
        assert not isinstance(app.focused, QueryInput)


async def test_history_leads_to_the_line_where_one_was(app: PlanApp) -> None:
    app.line_length = 20
    async with app.run_test(size=(92, 20)) as pilot:
        await app.open_section("2021:1.1")
        await press(pilot, "j", "j", "j")
        line = app.explorer.reading.scroll_offset.y
        assert line > 0
        await app.open_section("2025:1.1.1.1.a")
        await press(pilot, "H")
        assert key_of(app) == "2021:1.1"
        assert app.explorer.reading.scroll_offset.y == line
        await press(pilot, "L")
        assert key_of(app) == "2025:1.1.1.1.a"


async def test_an_edition_in_the_outline_is_found_again(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.explorer.entry
        await press(pilot, "3", "enter")
        assert app.explorer.entry != before
        await press(pilot, "q", "q")
        assert app.explorer.entry == before
        assert app.focused is app.explorer.outline


async def test_a_long_way_is_forgotten_from_its_start(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.open_section("2021:1.1.1")
        await press(pilot, "d")
        comparison = app.screen
        for number in range(LONGEST):
            await press(pilot, "34"[number % 2])
        assert comparison.is_attached
        await press(pilot, "3")
        await press(pilot, "5")
        assert not comparison.is_attached
        for _ in range(LONGEST):
            await press(pilot, "q")
        assert app.is_running
        mode = app.current_mode
        await press(pilot, "q")
        assert app.current_mode == mode
