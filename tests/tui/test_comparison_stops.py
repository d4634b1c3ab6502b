"""Where `n` stops in the comparison, and how the place is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.compare.sections.side_by_side import compare
from plan_tui.model.comparison import Difference, DiffRow, Run
from plan_tui.model.comparison_enums import (
    TextChange,
)
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.render.compare import body_lines
from plan_tui.tui.render.comparison_heads import head_lines, status_pieces
from plan_tui.tui.render.comparison_state import (
    STACKED_BELOW,
    ComparisonState,
    Side,
)
from plan_tui.tui.render.line import Line
from plan_tui.tui.screens.compare import CompareScreen
from tests.tui.helpers import comparing, rows, screen_of, settled, shown, strips


@pytest.fixture
def app(broad_database: Path) -> PlanApp:
    return PlanApp(broad_database, language=Language.JA)


def stops(app: PlanApp) -> Sequence[int]:
    return screen_of(app, CompareScreen).texts.hits()


@pytest.mark.parametrize("key", ["2021:1.1.1", "2021:M1-2", "2021:1.1"])
async def test_the_count_of_differences_is_the_same_at_every_width(
    broad_database: Path, key: str
) -> None:
    counted = set()
    for size in ((60, 20), (80, 24), (120, 36), (200, 50)):
        app = PlanApp(broad_database, language=Language.JA)
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


async def test_the_number_of_the_stop_is_told_as_long_as_it_is_marked(app: PlanApp) -> None:
    async with comparing(app) as pilot:
        await pilot.press("n")
        number = f"1/{len(stops(app))}"
        assert number in await settled(app, pilot)
        for turn in ("f2", "f2", "C"):
            await pilot.press(turn)
            assert number in await settled(app, pilot), turn
        await pilot.resize_terminal(100, 30)
        assert number in await settled(app, pilot)
        await pilot.press("v", "v", "v")
        assert number not in await settled(app, pilot)


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


def _loose(
    broad_database: Path, monkeypatch: pytest.MonkeyPatch, *rows: DiffRow
) -> ComparisonState:
    """Return a comparison of texts that share little, with these rows."""
    loose = Difference(rows, 0.0, 0)
    monkeypatch.setattr("plan_tui.compare.text.diff.difference", lambda *_, **__: loose)
    with Plan(broad_database) as plan:
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
    broad_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
    found: tuple[DiffRow, ...],
    stops: str,
    said: str,
) -> None:
    table = _loose(broad_database, monkeypatch, *found)
    hits = [line for line in body_lines(table, columns) if line.hit]
    assert all(stops in line.text for line in hits)
    assert f"{said}" in "".join(piece.text for piece in status_pieces(table, len(hits), 0, 80))
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
