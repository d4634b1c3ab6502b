"""The comparison: topics, layers, editions, base, and why two sections are paired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.compare.sections.counterparts import narrowed, together, topics_of
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.compare.text.diff import difference
from plan_tui.model.comparison import Difference, DiffRow, EditionColumn, Run
from plan_tui.model.comparison_enums import (
    FactChange,
    FactKind,
    TextChange,
)
from plan_tui.model.tracks import Fact, FactRow
from plan_tui.store.crosswalk_queries import topics
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.render.compare import body_lines
from plan_tui.tui.render.comparison_heads import head_lines, status_pieces
from plan_tui.tui.render.comparison_state import (
    STACKED_BELOW,
    ComparisonLayer,
    ComparisonState,
    Side,
)
from plan_tui.tui.render.fact_lines import fact_counts, fact_table
from plan_tui.tui.render.line import Line
from plan_tui.tui.screens.compare import CompareScreen
from tests.tui.helpers import comparing, rows, screen_of, shown, strips
from tests.worlds import named
from tests.worlds.crosswalk import CROSSWALK, topic_entry
from tests.worlds.world import World

BROAD = CROSSWALK + topic_entry(
    "card-everywhere",
    "貸出券の一体化",
    {"2021": ["2021:1.1.1"], "2025": ["2025:1.1.1#1"]},
    title_en="One card for all",
    note="券を一枚にする話",
)
"""The crosswalk with a section of two topics."""


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return named.crosswalked(BROAD).write(tmp_path_factory.mktemp("linked") / "plan.db")


@pytest.fixture
def app(linked: Path) -> PlanApp:
    return PlanApp(linked, language=Language.JA)


def keys_shown(app: PlanApp) -> list[str]:
    """Return the key of each column's counterpart, empty where there is none."""
    found = (side.counterpart for side in screen_of(app, CompareScreen).table.sides)
    return [one.section.key if one else "" for one in found]


# Which counterparts


def test_a_topic_narrows_the_columns_to_its_sections(linked: Path) -> None:
    with Plan(linked) as plan:
        view = compare(plan, "2021:1.1.1")
        first, second = topics_of(topics(plan), view.base.section)
        found = [
            [[one.section.key for one in column.counterparts] for column in columns]
            for columns in (narrowed(view, None), narrowed(view, first), narrowed(view, second))
        ]
    assert [sorted(keys) for keys in found[0]] == [["2022:1.1"], ["2025:1.1", "2025:1.1.1"]]
    assert found[1:] == [[["2022:1.1"], ["2025:1.1"]], [[], ["2025:1.1.1"]]]


def test_columns_speak_of_what_the_leading_one_speaks_of(linked: Path) -> None:
    with Plan(linked) as plan:
        view = compare(plan, "2021:1.1.1")
        own = topics_of(topics(plan), view.base.section)
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


# Places where `n` stops


def stops(app: PlanApp) -> list[int]:
    return screen_of(app, CompareScreen).texts.hits()


@pytest.mark.parametrize("key", ["2021:1.1.1", "2021:M1-2", "2021:1.1"])
async def test_the_count_of_differences_is_the_same_at_every_width(linked: Path, key: str) -> None:
    counted = set()
    for size in ((60, 20), (80, 24), (120, 36), (200, 50)):
        app = PlanApp(linked, language=Language.JA)
        async with comparing(app, key, size=size) as pilot:
            await pilot.pause()
            counted.add(len(stops(app)))
    assert len(counted) == 1


@pytest.mark.parametrize("size", [(80, 24), (160, 30)])
async def test_the_place_is_marked_beside_the_text(app: PlanApp, size: tuple[int, int]) -> None:
    async with comparing(app, size=size) as pilot:
        texts = screen_of(app, CompareScreen).texts
        assert "▸" not in "\n".join(rows(app)[5:-1])
        await pilot.press("n")
        y = texts.region.y + stops(app)[0] - texts.scroll_offset.y
        assert rows(app)[y].count("▸") == 1
        segments = [segment for segment in strips(app)[y] if "▸" in segment.text]
        assert segments[0].text[:1] in "＋－～＝"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 30)])
async def test_the_first_line_names_the_signs_that_stand(
    app: PlanApp, size: tuple[int, int]
) -> None:
    async with comparing(app, size=size) as pilot:
        await pilot.pause()
        legend, *below = (one.text for one in screen_of(app, CompareScreen).texts.lines)
        drawn = "\n".join(below)
        for sign in "＋－～＆＊":
            assert (sign in legend) == (f"{sign} " in drawn or f"{sign}▸" in drawn), sign
        assert "～" in legend
        assert ("| 2022年版" in legend) == (size[0] < STACKED_BELOW)


def _loose(linked: Path, monkeypatch: pytest.MonkeyPatch, *rows: DiffRow) -> ComparisonState:
    """Return a comparison of texts that share little, with these rows."""
    loose = Difference(rows, 0.0, 0)
    monkeypatch.setattr("plan_tui.compare.text.diff.difference", lambda *_, **__: loose)
    with Plan(linked) as plan:
        view = compare(plan, "2021:1.1.1")
    (column,) = (one for one in view.columns if one.edition.id == "2022")
    column = replace(column, counterparts=column.counterparts[:1])
    return ComparisonState(replace(view, columns=(column,)), (Side(column),), 0, Language.JA)


SHARED_ROW = DiffRow(
    (), (Run(TextChange.SHARED, "森の図書館"), Run(TextChange.OTHER, "は山にある。")), -1, 0
)
CHANGED_ROW = DiffRow(
    (Run(TextChange.GONE, "夜"), Run(TextChange.SAME, "に開く。")),
    (Run(TextChange.NEW, "朝"), Run(TextChange.SAME, "に開く。")),
    0,
    0,
)


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize(
    ("found", "stops", "said"),
    [
        ((SHARED_ROW, CHANGED_ROW, SHARED_ROW), "朝に開く。", "差分 1"),
        ((SHARED_ROW, SHARED_ROW), "森の図書館は山にある。", "共通の語句のある文 2"),
    ],
)
def test_where_little_is_shared_n_stops_at_differences_or_else_at_what_is_shared(
    linked: Path,
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
    found: tuple[DiffRow, ...],
    stops: str,
    said: str,
) -> None:
    table = _loose(linked, monkeypatch, *found)
    hits = [line for line in body_lines(table, columns) if line.hit]
    assert all(stops in line.text for line in hits)
    assert f"{said}" in "".join(piece.text for piece in status_pieces(table, len(hits), 0))
    assert "1%未満" in "".join(line.text for line in head_lines(table, columns))


async def test_the_lines_after_a_difference_are_seen_too(app: PlanApp) -> None:
    async with comparing(app, size=(80, 24)) as pilot:
        texts = screen_of(app, CompareScreen).texts
        before = [Line.of("言葉") for _ in range(texts.size.height - 1)]
        different = replace(Line.of("違い"), hit=True)
        texts.show(lambda columns: [*before, different, Line.of("続き"), *before])
        await pilot.press("n")
        await pilot.pause()
        assert "違い" in shown(app)
        assert "続き" in shown(app)


# Layers


async def test_the_layer_of_facts(app: PlanApp) -> None:
    async with comparing(app) as pilot:
        await pilot.press("v")
        text = shown(app)
        assert "事実  ～変更 1 ＋追加 0 ・記載なし 0 ＝同じ 1" in text
        row = next(line for line in text.splitlines() if "全17館" in line)
        assert row.count("～ ") >= 2
        assert "全20館" in row
        kept = next(line for line in text.splitlines() if "R6年度末" in line)
        assert kept.count("＝ ") >= 2
        assert "2025-03-31" in kept
        await pilot.press("n")
        assert len(screen_of(app, CompareScreen).texts.hits()) == 1


async def test_facts_in_a_narrow_terminal_stand_in_one_line(app: PlanApp) -> None:
    async with comparing(app, size=(80, 24)) as pilot:
        await pilot.press("v")
        assert "～ 全17館 › 全20館" in shown(app)
        await app.action_back()
        await app.open_section("2022:1.1")
        await pilot.press("d", "h")
        # In the order of time, whichever side is the base.
        assert "～ 全17館 › 全20館" in shown(app)


async def test_the_plain_layer_has_no_marks_and_the_choice_is_kept(app: PlanApp) -> None:
    async with comparing(app) as pilot:
        assert screen_of(app, CompareScreen).texts.hits()
        await pilot.press("v", "v")
        assert screen_of(app, CompareScreen).table.layer is ComparisonLayer.PLAIN
        assert screen_of(app, CompareScreen).texts.hits() == []
        assert "～ " not in "\n".join(shown(app).splitlines()[3:])
        assert "貸出券を携帯端末に載せ" in shown(app)
        await pilot.press("q", "d")
        assert screen_of(app, CompareScreen).table.layer is ComparisonLayer.PLAIN
        await pilot.press("v")
        assert "差分 1" in shown(app)


async def test_notation_is_hidden_until_asked_for(app: PlanApp) -> None:
    async with comparing(app, size=(160, 30)) as pilot:
        assert "表記のみ 1（非表示）" in shown(app)

        def roles() -> set[str]:
            lines = screen_of(app, CompareScreen).texts.lines
            return {piece.role for line in lines for piece in line.pieces}

        assert "notation" not in roles()
        await pilot.press("u")
        assert "表記のみ 1" in screen_of(app, CompareScreen).pane.bar.text
        assert "（非表示）" not in shown(app)
        assert "notation" in roles()
        await pilot.press("u")
        assert "notation" not in roles()


def fact(text: str, value: str) -> Fact:
    return Fact(FactKind.NUMBER, text, value, 0, 0)


def test_facts_of_several_columns_share_lines() -> None:
    old, new = fact("17館", "17"), fact("20館", "20")
    columns = {
        0: [FactRow(FactKind.NUMBER, FactChange.CHANGED, old, new)],
        1: [
            FactRow(FactKind.NUMBER, FactChange.GONE, old, None),
            FactRow(FactKind.NUMBER, FactChange.ADDED, None, new),
        ],
    }
    first, second = fact_table(columns)
    assert first.base == old
    assert {n: row.op for n, row in first.cells.items()} == {0: "changed", 1: "gone"}
    assert second.base is None
    assert list(second.cells) == [1]
    assert fact_counts(columns[1]) == [("changed", 0), ("added", 1), ("gone", 1), ("kept", 0)]


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


async def test_what_is_not_known_is_not_said_to_be_absent(app: PlanApp) -> None:
    async with comparing(app, "2021:0") as pilot:
        assert "対応箇所は見当たらない" in shown(app)
        await pilot.press("f2")
        await pilot.pause()
        assert "no counterpart found" in shown(app)


async def test_a_heading_goes_on_below_as_the_changes_say(crosswalked_database: Path) -> None:
    app = PlanApp(crosswalked_database, language=Language.JA)
    async with comparing(app, "2021:3.I") as pilot:
        assert "下位の見出しで継続：2件中2件" in shown(app)
        await pilot.press("r")
        await pilot.pause()
        assert "下位の見出しで継続：2件中1件" in shown(app)  # of the active side, 2022


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
