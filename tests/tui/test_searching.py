"""The search box: completion, counts, earlier queries, the nearest, marks, and no key lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from plan_tui.text.language import Language
from plan_tui.text.width import CUT, width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.query_history import MOST, EarlierQueries
from plan_tui.tui.render.completions import CompletionItem, completion_items, facet_items, lay_out
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.menu import Menu
from tests.tui.helpers import ExplorerFirst, key_of, keys_for, rows, shown


@pytest.fixture
def heard(read_aloud_database: Path) -> PlanApp:
    """An application whose plan has readings and aliases."""
    return ExplorerFirst(read_aloud_database, language=Language.JA)


async def test_tab_completes_a_filter_and_leaves_the_box_when_there_is_none(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        box = app.searching.box
        await pilot.press("slash", *keys_for("edi"))
        assert "Tab edition:" in shown(app)
        await pilot.press("tab")
        assert box.value == "edition:"
        assert rows(app)[1].startswith(" Tab edition:2025 (")
        await pilot.press("tab")
        assert box.value == "edition:2025 "
        assert box.has_focus
        assert {hit.section.edition_id for hit in app.searching.results.rows} == {"2025"}
        await pilot.press("tab")
        assert not box.has_focus


async def test_counts_of_completions_are_the_hits_they_leave(app: PlanApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("slash", *keys_for("貸出 edition:"))
        for offer in app.searching.box.completions:
            assert app.session.index.search(offer.text).total == offer.count
        assert len(app.searching.box.completions) == 3


async def test_right_completes_only_at_the_end(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *keys_for("kin"), "left", "right")
        assert app.searching.box.value == "kin"
        await pilot.press("right")
        assert app.searching.box.value == "kind:"


async def test_another_completion_is_chosen_without_moving_in_the_results(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *keys_for("貸出 edition:"))
        before = app.searching.results.cursor
        wanted = app.searching.box.completions[1].text
        await pilot.press("ctrl+down", "tab")
        assert app.searching.box.value == f"{wanted} "
        assert before == app.searching.results.cursor == 0


async def test_a_filter_being_typed_is_no_error_and_keeps_the_hits(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *keys_for("貸出"))
        before = [hit.section.key for hit in app.searching.results.rows]
        for typed in " kind:mea":
            await pilot.press(typed if typed != " " else "space")
            assert "指定できません" not in shown(app)
            assert "値がない" not in shown(app)
        assert [hit.section.key for hit in app.searching.results.rows] == before
        await pilot.press("x")
        assert "kind:meaxは指定できません" in shown(app)
        assert not app.searching.results.rows


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_counts_of_editions_kinds_and_chapters(app: PlanApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("slash", *keys_for("貸出"))
        result = app.searching.result
        assert result is not None
        for name in ("edition", "kind"):
            assert sum(result.facets[name].values()) == result.total
        drawn = "\n".join(rows(app)[1:3])
        for edition, count in result.facets["edition"].items():
            assert f"{edition}:{count}" in drawn
        assert "節:4 章:1 施策:1 | 章 I:1" in drawn


async def test_a_click_on_a_count_narrows_the_query(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *keys_for("貸出"))
        at = width(rows(app)[1].partition("施策")[0])
        await pilot.click("#offers", offset=(at + 1, 0))
        await pilot.pause()
        assert app.searching.box.value == "貸出 kind:measure "
        assert [hit.section.key for hit in app.searching.results.rows] == ["2021:M1-1"]


async def test_up_in_the_empty_box_brings_the_last_query(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *keys_for("貸出"), "enter", "s")
        assert app.searching.box.value == ""
        await pilot.press("up")
        assert app.searching.box.value == "貸出"
        await pilot.press("down", "down", "up")
        assert app.searching.results.cursor == 1
        assert app.searching.box.value == "貸出"


async def test_earlier_queries_are_chosen_from_a_list(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash", "ctrl+r")
        await pilot.pause()
        assert "前の検索語はまだありません" in shown(app)
        await pilot.press("escape")
        for query in ("貸出", "夜間", "森"):
            await pilot.press("s", *keys_for(query), "escape")
        await pilot.press("slash", "ctrl+r")
        assert isinstance(app.screen, Menu)
        assert [choice.value for choice in app.screen.choices] == ["夜間", "貸出"]
        await pilot.press("2")
        assert app.searching.box.value == "貸出"
        assert app.searching.result is not None
        assert app.searching.result.query == "貸出"


def test_earlier_queries_are_kept_once_latest_first() -> None:
    earlier = EarlierQueries(["一", "二"])
    for query in ("二", "  ", " 三 "):
        earlier.remember(query)
    assert list(earlier) == ["三", "二", "一"]
    for number in range(2 * MOST):
        earlier.remember(str(number))
    assert len(earlier) == MOST


async def test_nothing_found_says_what_was_tried_and_opens_the_nearest(app: PlanApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("s", *keys_for("移動図鑑室の計画倉庫"))
        result = app.searching.result
        assert result is not None
        assert not result.hits
        assert "一致なし。近いもの：" in shown(app)
        assert (
            "試した探し方：表記どおり 表記の揺れ 送り仮名・区切りの違い 読み 語の組 別名"
            in shown(app)
        )
        nearest = result.nearest[0].section.key
        await pilot.press("enter")
        assert key_of(app) == nearest


async def test_nothing_inside_the_filters_is_said(app: PlanApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("s", *keys_for("満足度 edition:2025"))
        assert "この絞り込みでは一致なし" in shown(app)
        await pilot.press("enter")
        assert key_of(app) == "2021:M2-1"


async def test_nothing_is_announced_where_nothing_is_near(app: PlanApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("s", *keys_for("edition:2025 kpi:unset"))
        result = app.searching.result
        assert result is not None
        assert not result.hits
        assert not result.nearest
        assert "近いもの" not in shown(app)
        assert "一致なし。語か絞り込みを減らすと" in shown(app)


@pytest.mark.parametrize(
    ("query", "word", "why"),
    [
        ("yakan kaikan", "夜間開館", "読み"),
        ("やかんかいかん", "夜間開館", "読み"),
        ("夜間閉館", "夜間開館", "見出し・似た綴り"),
        ("yakan kaikn", "夜間開館", "見出し・似た綴り"),
        ("kashiken", "貸出券", "見出し・別名"),
    ],
)
async def test_matched_words_are_marked_however_they_were_typed(
    heard: PlanApp, query: str, word: str, why: str
) -> None:
    async with heard.run_test(size=(120, 30)) as pilot:
        keys = ["space" if key == " " else key for key in query]
        await pilot.press("s", *keys)
        assert f" {why} " in rows(heard)[3]
        preview = heard.searching.reading.lines
        assert word in {p.text for line in preview for p in line.pieces if p.role == "hit"}
        await pilot.press("enter")
        await pilot.pause()
        lines = heard.explorer.reading.lines
        marked = {piece.text for line in lines for piece in line.pieces if piece.role == "hit"}
        assert word in marked
        await pilot.press("n")
        assert "一致 " in shown(heard)


async def test_no_key_is_lost_and_no_older_answer_stays(
    heard: PlanApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with heard.run_test(size=(80, 24)) as pilot:
        asked: list[str] = []

        def tell(text: str) -> None:
            asked.append(text)
            heard.searching.search(text)

        monkeypatch.setattr(heard.searching.box, "_changed", tell)
        typed = "yakan kaikan edition:2025 貸出券のけいたい端末 kind:section"
        await pilot.press("s", *("space" if key == " " else key for key in typed))
        assert heard.searching.box.value == typed
        assert asked == [typed[: count + 1] for count in range(len(typed))]
        await pilot.press(*["backspace"] * (len(typed) - len("yakan")))
        result = heard.searching.result
        assert result is not None
        assert result.query == heard.searching.box.value == "yakan"
        assert tuple(heard.searching.results.rows) == tuple(result.hits)


async def test_pasted_text_is_searched_at_once(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        app.searching.box.post_message(events.Paste("移動\n　図書館"))
        await pilot.press(*keys_for("の"))
        assert app.searching.box.value == "移動図書館の"
        assert app.searching.current is not None
        assert app.searching.current.key == "2021:M2-1"


@pytest.mark.parametrize("height", [20, 21, 22, 23])
async def test_no_hit_is_cut_at_the_top_of_the_list(app: PlanApp, height: int) -> None:
    async with app.run_test(size=(80, height)) as pilot:
        await pilot.press("/", *keys_for("kind:section|measure|item"), "escape")
        results = app.searching.results
        assert len(results.rows) * 2 > results.size.height
        for keys in (("j",) * 8, ("G",), ("k",) * 8):
            for key in keys:
                await pilot.press(key)
                top, height_now = results.scroll_offset.y, results.size.height
                assert top % 2 == 0
                assert top <= results.cursor * 2 <= top + height_now - 2


async def test_of_filters_alone_no_match_is_missed(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", *keys_for("has:footnote"), "enter")
        await pilot.pause()
        assert key_of(app) == app.searching.results.row.section.key  # type: ignore[union-attr]
        assert "一致なし" not in shown(app)


async def test_the_first_match_is_counted_too(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", *keys_for("図書館"), "enter")
        await pilot.pause()
        assert "一致 1/" in shown(app)


async def test_tab_leaves_a_box_with_nothing_to_complete(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", "f", *keys_for("夜"), "tab")
        assert not app.main[MeasuresScreen].box.has_focus
        assert app.main[MeasuresScreen].box.value == "夜"


@pytest.mark.parametrize("columns", [20, 40, 58, 78])
def test_the_line_of_offers_fits_and_says_where_it_is_cut(columns: int) -> None:
    facets = {
        "kind": {"measure": 12, "section": 340, "item": 25, "part": 3},
        "chapter": {"I": 4, "VIII": 100, "II": 2},
    }
    groups = facet_items(facets, "森", Language.JA)
    laid = lay_out(groups, columns)
    assert sum(item.columns for item in laid) <= columns
    text = "".join(piece.text for item in laid for piece in item.pieces)
    assert (CUT in text) == (columns < 58)
    if columns >= 40:
        assert "節:340" in text
        assert "章 VIII:100" in text


def test_markup_in_an_offer_stays_text() -> None:
    [[item]] = completion_items([("[b]", "[b]", None)])
    assert item == CompletionItem((Piece("Tab ", "mark"), Piece("[b]", "tag")), "[b]")
