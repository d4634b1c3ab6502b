"""The comparison's columns: in order of time, the likeliest active, a part told in the head."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.compare.sections.counterparts import likeliest
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.model.comparison_enums import Extent, Origin, Relation
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.compare import CompareScreen
from tests.tui.helpers import comparing, rows, screen_of, shown
from tests.worlds.crosswalk import topic_entry
from tests.worlds.world import World


def places(line: str, *words: str) -> list[int]:
    """Return where words stand in a line, each of which must stand there."""
    return [line.index(word) for word in words]


@pytest.mark.parametrize("base", ["2021:1.1.1", "2022:1.1", "2025:1.1"])
@pytest.mark.parametrize("layer", ["", "v", "vv"])
async def test_columns_stand_in_order_of_time(
    crosswalked_database: Path, base: str, layer: str
) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with comparing(app, base, size=(160, 30)) as pilot:
        await pilot.press(*layer)
        head = next(row for row in rows(app) if "基準" in row)
        editions = places(head, "2021年版", "2022年版", "2025年版")
        assert editions == sorted(editions)
        text = shown(app)
        texts = next(row for row in rows(app) if "全17館" in row)
        if not layer:
            assert texts.index("全17館") < len(head) // 3
            assert "携帯端末に載り" in text


async def test_the_base_is_marked_wherever_it_stands(crosswalked_database: Path) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with comparing(app, "2025:1.1", size=(160, 30)):
        head = next(row for row in rows(app) if "基準" in row)
        assert head.index("2025年版") < head.index("基準") < head.index("2025:1.1")
        assert head.index("2022年版") < head.index("2025年版")


SUGGESTED = [
    (0.9, 0.3, "2022"),
    (0.3, 0.9, "2025"),
    (0.5, 0.5, "2022"),
]


@pytest.mark.parametrize(("in_2022", "in_2025", "active"), SUGGESTED)
async def test_the_likeliest_suggestion_is_looked_at_first(
    tmp_path: Path, in_2022: float, in_2025: float, active: str
) -> None:
    world = World()
    for key, score in (("2022:1.1", in_2022), ("2025:1.1.1", in_2025)):
        world.with_link(
            "2021:1.1.1", key, Relation.RENAMED, "似た題", score=score, origin=Origin.AUTO
        )
    app = PlanApp(world.write(tmp_path / "plan.db"), language=Language.JA)
    async with comparing(app):
        side = screen_of(app, CompareScreen).table.side
        assert side is not None
        assert side.column.edition.id == active


async def test_what_is_asserted_goes_before_what_is_suggested(tmp_path: Path) -> None:
    world = World().with_link("2021:1.1.1", "2025:1.1.1", Relation.RENAMED, "読んだ")
    world.with_link(
        "2021:1.1.1", "2022:1.1", Relation.RENAMED, "似た題", score=0.99, origin=Origin.AUTO
    )
    app = PlanApp(world.write(tmp_path / "plan.db"), language=Language.JA)
    async with comparing(app):
        side = screen_of(app, CompareScreen).table.side
        assert side is not None
        assert side.column.edition.id == "2025"


def test_a_whole_goes_before_a_part(tmp_path: Path) -> None:
    text = topic_entry(
        "cards", "券", {"2021": ["2021:1.1.1"], "2022": ["2022:1.1#1"], "2025": ["2025:1.1.1"]}
    )
    path = World().with_crosswalk(text).write(tmp_path / "plan.db")
    with Plan(path) as plan:
        columns = compare(plan, "2021:1.1.1").columns
    assert [column.counterparts[0].extent for column in columns] == [Extent.PART, Extent.WHOLE]
    assert likeliest(columns) == 1
    assert likeliest(()) == 0
    assert likeliest([replace(column, counterparts=()) for column in columns]) == 0


SIZES = ((60, 20), (80, 24), (120, 36), (200, 50))


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ((Extent.WHOLE, Extent.PART), "相手側の一部"),
        ((Extent.PART, Extent.WHOLE), "この箇所の一部"),
        ((Extent.PART, Extent.PART), "双方の一部"),
    ],
)
async def test_a_suggested_part_is_told_in_the_head(
    tmp_path: Path, ends: tuple[Extent, Extent], words: str
) -> None:
    world = World().with_link(
        "2021:1.1.1", "2025:1.1.1", Relation.RENAMED, "似た文", score=0.8, origin=Origin.AUTO
    )
    world.rows.links = [
        replace(link, relation=None, from_extent=ends[0], to_extent=ends[1])
        for link in world.rows.links
    ]
    path = world.write(tmp_path / "plan.db")
    for size in SIZES:
        app = PlanApp(path, language=Language.JA)
        async with comparing(app, size=size) as pilot:
            assert words in "\n".join(rows(app)[:5]), size
            await pilot.press("r")
            await pilot.pause()
            assert f"・{words}" in "".join(shown(app).split()), size


async def test_a_whole_has_no_such_words(tmp_path: Path) -> None:
    world = World().with_link(
        "2021:1.1.1", "2025:1.1.1", Relation.RENAMED, "似た文", score=0.8, origin=Origin.AUTO
    )
    app = PlanApp(world.write(tmp_path / "plan.db"), language=Language.JA)
    async with comparing(app):
        assert "一部" not in "\n".join(rows(app)[:5])


async def test_a_key_in_the_outline_opens_the_footnotes_of_the_text(
    crosswalked_database: Path,
) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1")
        app.explorer.outline.focus()
        listed = shown(app).count("森の奥にある架空の施設")
        await pilot.press("x")
        assert shown(app).count("森の奥にある架空の施設") == listed + 1
        await pilot.press("x")
        assert shown(app).count("森の奥にある架空の施設") == listed
        await pilot.press("g", "g", "x")
        await pilot.pause()
        assert "ここに脚注はありません" in shown(app)
