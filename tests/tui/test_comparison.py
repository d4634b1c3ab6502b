"""The comparison: topics, layers, editions, base, and why two sections are paired."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from plan_tui.compare.sections.counterparts import narrowed, together
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.compare.text.diff import difference
from plan_tui.model.comparison import Difference, EditionColumn
from plan_tui.store.crosswalk_queries import topics_with
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.compare import CompareScreen
from tests.tui.helpers import comparing, screen_of, shown
from tests.worlds.crosswalk import topic_entry
from tests.worlds.world import World


@pytest.fixture
def app(broad_database: Path) -> PlanApp:
    return PlanApp(broad_database, language=Language.JA)


def keys_shown(app: PlanApp) -> list[str]:
    """Return the key of each column's counterpart, empty where there is none."""
    found = (side.counterpart for side in screen_of(app, CompareScreen).table.sides)
    return [one.section.key if one else "" for one in found]


# Which counterparts


def test_a_topic_narrows_the_columns_to_its_sections(broad_database: Path) -> None:
    with Plan(broad_database) as plan:
        view = compare(plan, "2021:1.1.1")
        first, second = topics_with(plan, view.base.section.id)
        found = [
            [[one.section.key for one in column.counterparts] for column in columns]
            for columns in (narrowed(view, None), narrowed(view, first), narrowed(view, second))
        ]
    assert [sorted(keys) for keys in found[0]] == [["2022:1.1"], ["2025:1.1", "2025:1.1.1"]]
    assert found[1:] == [[["2022:1.1"], ["2025:1.1"]], [[], ["2025:1.1.1"]]]


def test_columns_speak_of_what_the_leading_one_speaks_of(broad_database: Path) -> None:
    with Plan(broad_database) as plan:
        view = compare(plan, "2021:1.1.1")
        own = topics_with(plan, view.base.section.id)
        numbers = together(view.columns, 0, view.base.section, own)
        beside = view.columns[1].counterparts[numbers[1]]
        assert together((), 0, view.base.section, own) == []
    assert beside.section.key == "2025:1.1"


async def test_brackets_go_through_the_topics(app: PlanApp) -> None:
    async with comparing(app) as pilot:
        assert "全2事項" in shown(app)
        await pilot.press("]")
        assert "事項 1/2：貸出券の携帯端末搭載" in shown(app)
        assert keys_shown(app) == ["2022:1.1", "2025:1.1"]
        await pilot.press("]")
        assert "事項 2/2：貸出券の一体化" in shown(app)
        assert keys_shown(app) == ["", "2025:1.1.1"]
        assert "この事項の対応箇所なし" in shown(app)
        await pilot.press("]")
        assert "全2事項" in shown(app)
        await pilot.press("[")
        assert "事項 2/2" in shown(app)


async def test_brackets_go_to_the_next_edition_where_there_is_one_topic(app: PlanApp) -> None:
    async with comparing(app, "2022:1.1") as pilot:
        assert "事項：貸出券の携帯端末搭載" in shown(app)
        await pilot.press("]")
        assert screen_of(app, CompareScreen).table.view.base.section.key == "2025:1.1"


async def test_how_many_counterparts_there_are(app: PlanApp) -> None:
    async with comparing(app) as pilot:
        await pilot.press("l")
        first = keys_shown(app)[1]
        assert "/2" in shown(app).splitlines()[0]
        await pilot.press("c")
        await pilot.pause()
        assert "貸出券の一体化" in shown(app)
        chosen = [one.section.key for one in screen_below(app).table.sides[1].column.counterparts]
        other = next(n for n, key in enumerate(chosen, 1) if key != first)
        await pilot.press(str(other))
        await pilot.pause()
        assert keys_shown(app)[1] == chosen[other - 1]
        assert f"{other}/2" in shown(app).splitlines()[0]


async def test_only_what_is_looked_at_is_compared_and_once(
    app: PlanApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []

    def count(left: Sequence[str], right: Sequence[str], *, left_is_older: bool) -> Difference:
        compared.append(len(left))
        return difference(left, right, left_is_older=left_is_older)

    monkeypatch.setattr("plan_tui.compare.text.diff.difference", count)
    async with comparing(app, size=(160, 40)) as pilot:
        assert sum(len(column.counterparts) for column in columns_of(app)) == 3
        assert len(compared) == 2
        await pilot.press("l", "h", "v", "v", "v", "u", "l")
        assert len(compared) == 2
        for number in "1212":  # one of the two is shown already
            await pilot.press("c")
            await pilot.pause()
            await pilot.press(number)
            await pilot.pause()
        assert len(compared) == 3


def columns_of(app: PlanApp) -> Sequence[EditionColumn]:
    return screen_of(app, CompareScreen).table.view.columns


def screen_below(app: PlanApp) -> CompareScreen:
    return next(s for s in reversed(app.screen_stack) if isinstance(s, CompareScreen))


# Editions, base, why


async def test_editions_are_switched_on_and_off(app: PlanApp) -> None:
    async with comparing(app, notifications=True) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "[x] 2022年版" in shown(app)
        await pilot.press("2")
        await pilot.pause()
        assert [side.column.edition.id for side in screen_of(app, CompareScreen).table.sides] == [
            "2025"
        ]
        view = screen_of(app, CompareScreen).view()
        assert view is not None
        assert view.command == "plan-tui compare 2021:1.1.1 --with 2021 2025"
        await pilot.press("a", "3")
        await pilot.pause()
        assert "少なくとも1つの他の版" in shown(app)
        assert [side.column.edition.id for side in screen_of(app, CompareScreen).table.sides] == [
            "2025"
        ]


async def test_a_counterpart_becomes_the_base(app: PlanApp) -> None:
    async with comparing(app, notifications=True) as pilot:
        await pilot.press("b")
        assert app.current is not None
        assert app.current.key == "2022:1.1"
        side = screen_of(app, CompareScreen).table.side
        assert side is not None
        assert side.column.edition.id == "2021"
        await app.open_section("2021:M2-1")
        await pilot.press("d", "b")
        await pilot.pause()
        assert "基準にできません" in shown(app)


async def test_why_two_sections_are_paired(app: PlanApp) -> None:
    async with comparing(app) as pilot:
        await pilot.press("r")
        await pilot.pause()
        text = shown(app)
        assert "関係：改題" in text
        assert "人が読んで作った対応表" in text
        assert "事項：貸出券の携帯端末搭載" in text
        assert text.count("同じ券の話") == 1
        assert "理由：" not in text  # the topic says it
        await pilot.press("escape", "q")
        await app.open_section("2021:M2-1")
        await pilot.press("d", "r")
        await pilot.pause()
        assert "収録テキストに記載なし" in shown(app)
        assert "理由：本文に見当たらない" in shown(app)


async def test_what_is_not_known_is_not_said_to_be_absent(made_up_database: Path) -> None:
    app = PlanApp(made_up_database, language=Language.JA)
    async with comparing(app, "2021:0") as pilot:
        assert "対応箇所は見当たりません" in shown(app)
        await pilot.press("f2")
        await pilot.pause()
        assert "no counterpart found" in shown(app)


async def test_a_heading_goes_on_below_as_the_changes_say(crosswalked_database: Path) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with comparing(app, "2021:3.I") as pilot:
        assert "下位の見出しで継続：2件のうち2件" in shown(app)
        await pilot.press("r")
        await pilot.pause()
        assert "下位の見出しで継続：2件のうち1件" in shown(app)  # of the active side, 2022


async def test_what_only_mentions_a_matter_is_named(tmp_path: Path) -> None:
    text = topic_entry("owls", "梟", {"2021": ["2021:M1-1"]})
    text += '[topic.mentions]\n"2022" = ["2022:1.2#1"]\n"2025" = ["2025:1.1.1#1"]\n'
    world = World().with_crosswalk(text)
    app = PlanApp(world.write(tmp_path / "plan.db"), language=Language.JA)
    async with comparing(app, "2021:M1-1") as pilot:
        assert "言及のみ" in shown(app)
        assert "2022:1.2" in shown(app)
        await pilot.press("r")
        await pilot.pause()
        assert "[2022:1.2]" in shown(app)
