"""Eight editions on the screen, in the sizes of small and of large windows."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.compare.promises.later_editions_of import with_later_editions
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.labels.absences import absence
from plan_tui.labels.change_names import NONE_SUGGESTED
from plan_tui.labels.later_names import IN_COLUMNS, place_in_column
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.labels.not_held import PROBABLY_NONE
from plan_tui.model.comparison_enums import ChangeGroup
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.render.comparison_heads import absence_in_short
from plan_tui.tui.render.legend_words import legend_of_row
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.menu import Menu
from tests.tui.helpers import ExplorerFirst, comparing, screen_of, settled, shown
from tests.worlds.eight import EDITIONS

SIZES = [(60, 20), (80, 24), (120, 36), (200, 50)]


@pytest.fixture
def eight(eight_database: Path) -> Path:
    return eight_database


@pytest.mark.parametrize("size", SIZES)
async def test_the_active_edition_of_a_comparison_is_always_in_sight(
    eight: Path, size: tuple[int, int]
) -> None:
    app = ExplorerFirst(eight)
    async with comparing(app, "2023:1.1.1", size=size) as pilot:
        await pilot.press(*"hhh")  # from the likeliest one to the first
        for name in ("2021年版", "2022年版", "2024年版", "2025年版", "2026年版", "2026年12月版"):
            text = await settled(app, pilot)
            assert f"▸ {name}" in text.splitlines()[2 if size[0] < 100 else 0]
            assert "候補（未確認）" in text or name == "2022年版"
            await pilot.press("l")
        assert len(screen_of(app, CompareScreen).table.sides) == 6
        assert "/6" in text.splitlines()[2] or size[0] < 100


async def test_every_edition_can_be_chosen_for_a_comparison(eight: Path) -> None:
    app = ExplorerFirst(eight)
    async with comparing(app, "2023:1.1.1", size=(80, 24)) as pilot:
        await pilot.press("a")
        text = await settled(app, pilot)
        assert [f"{n} [" in text for n in range(1, 9)] == [True] * 8
        await pilot.press("2")
        await settled(app, pilot)
        sides = screen_of(app, CompareScreen).table.sides
        assert [s.column.edition.id for s in sides] == [e for e in EDITIONS if e != "2023"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_changes_open_on_the_newest_pair_as_suggestions(
    eight: Path, size: tuple[int, int]
) -> None:
    app = PlanApp(eight)
    async with app.run_test(size=size) as pilot:
        await pilot.press("5")
        text = await settled(app, pilot)
        assert screen_of(app, ChangesScreen).pair == ("2026", "2026-12")
        assert "2026年版から2026年12月版へ" in text
        assert "候補 16" in text
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, Menu)


@pytest.mark.parametrize("size", SIZES)
async def test_lists_name_all_editions_and_cut_none(eight: Path, size: tuple[int, int]) -> None:
    app = PlanApp(eight)
    async with app.run_test(size=size) as pilot:
        await pilot.press("4")
        legend = (await settled(app, pilot)).splitlines()[1]
        assert all(edition in legend for edition in EDITIONS)
        assert legend.rstrip().endswith("2026-12")
        await pilot.press("3")
        text = await settled(app, pilot)
        assert screen_of(app, MeasuresScreen).cards.ordinals.keys() == {"2021", "2024", "2026-12"}
        assert "2024    I" in text
        await pilot.press("/", *"貸出券")
        counts = (await settled(app, pilot)).splitlines()[2]
        assert counts.startswith(" 14件")
        assert "2026-12:2" in counts


async def test_the_chapters_of_two_editions_lead_to_their_own_measures(eight: Path) -> None:
    app = PlanApp(eight)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3")
        screen = screen_of(app, MeasuresScreen)
        await settled(app, pilot)
        third, fifth = screen.rows.rows[0], screen.rows.rows[4]
        groups = screen.chart.rows
        assert [screen.belongs(third, group) for group in groups] == [True, *[False] * 5]
        assert [screen.belongs(fifth, group) for group in groups[:3]] == [False, False, True]


async def test_the_same_place_in_the_next_edition_is_offered_as_a_suggestion(eight: Path) -> None:
    app = ExplorerFirst(eight)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2025:1.1.1")
        await pilot.press("]")
        text = await settled(app, pilot)
        assert isinstance(app.screen, Menu)
        assert "2026年版" in text
        assert "候補（未確認） 1.00" in text
        await pilot.press("1")
        await settled(app, pilot)
        assert app.current is not None
        assert app.current.key == "2026:1.1.1"


async def test_a_track_over_eight_editions_labels_what_is_suggested(eight: Path) -> None:
    app = ExplorerFirst(eight)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.open_section("2025:1.1.1")
        await pilot.press("K")
        text = await settled(app, pilot)
        assert "2023年版  後ろ倒し・候補（未確認）" in text


async def test_examples_of_what_to_type_name_the_newest_edition(eight: Path) -> None:
    app = PlanApp(eight)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4")
        assert "版:2026-12" in await settled(app, pilot)
        await pilot.press("/")
        text = await settled(app, pilot)
        assert "版:2026-12" in text
        assert "2021" not in shown(app)


@pytest.mark.parametrize("language", Language)
def test_a_missing_counterpart_that_is_only_suggested_is_told_so_in_its_column(
    eight: Path, language: Language
) -> None:
    with Plan(eight) as plan:
        cards = with_later_editions(plan, plan.measures())
    card = next(card for card in cards if card.section.key == "2021:M2-1")
    words = {each.edition.id: place_in_column(each, language) for each in card.later}
    assert words["2022"] == IN_COLUMNS[ChangeGroup.DROPPED].say(language)
    assert words["2026"] == NONE_SUGGESTED.say(language)
    explained = legend_of_row(f"2-1 {words['2026']} ▪", (LegendPart.RELATIONS,), language)
    assert [entry.word for entry in explained] == [NONE_SUGGESTED]


@pytest.mark.parametrize("language", Language)
def test_heads_of_other_editions_begin_unlike_where_none_is_suggested(
    eight: Path, language: Language
) -> None:
    with Plan(eight) as plan:
        columns = compare(plan, "2021:M2-1").columns
    words = {each.edition.id: absence_in_short(each).say(language) for each in columns}
    assert absence(columns[-2]) is PROBABLY_NONE
    assert words["2025"][0] != words["2026"][0]


async def test_editions_passed_over_are_told_apart_by_who_says_so(eight: Path) -> None:
    app = ExplorerFirst(eight, language=Language.EN)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await app.open_section("2021:M2-1")
        await pilot.press("]")
        told = " ".join((await settled(app, pilot)).split())
        assert "held of the 2022 edition." in told
        assert "2023 edition: probably none (suggested, not confirmed)" in told
