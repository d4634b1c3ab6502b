"""The five things: browse, search, read KPIs, compare, export; by keyboard alone, or by mouse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.widgets.query_input import QueryInput
from tests.tui.helpers import key_of, keys_for, shown


async def test_browse(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("j", "l", "j", "j", "l", "j")
        assert key_of(app) == "2021:1.1"
        text = shown(app)
        assert "2021年版 › 第１部 森の図書館の姿 › １．" in text
        assert "森の図書館[1]は、令和２年（2020年）に開館した。" in text
        assert "[1] 森の奥にある架空の施設。" in text
        assert "この下の項目（1）" in text
        await pilot.press("h")
        assert key_of(app) == "2021:1"


async def test_outline_reads_only_what_is_opened(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert len(app.explorer.outline.rows) == 6
        assert "第１部" not in shown(app)


async def test_contents_only_entries_are_hidden_until_asked_for(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("G", "l")
        assert "取組の一覧" not in shown(app)
        await pilot.press("o")
        assert "取組の一覧" in shown(app)
        assert "目次のみ" in shown(app)
        await app.open_section("2025:2.1")
        await pilot.pause()
        assert "この項目は目次にだけあり" in shown(app)


async def test_fold_to_a_depth(app: PlanApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("j", "z", "2")
        text = shown(app)
        assert "これまでの歩み" in text
        assert "貸出券のスマートフォン搭載" not in text


async def test_search_as_you_type_with_preview(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash", *keys_for("移動図書館"))
        text = shown(app)
        assert "移動図書館のネットワーク化" in text
        assert "移動図書館を町の集会所と結ぶ。" in text
        await pilot.press("enter")
        assert app.current_mode == "explorer"
        assert key_of(app) == "2021:M2-1"
        assert app.explorer.reading.has_focus
        await pilot.press("q")
        assert app.current_mode == "search"
        assert app.searching.box.value == "移動図書館"


async def test_search_says_when_nothing_matches_and_when_a_filter_is_wrong(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("s", *keys_for("宇宙船の免許"))
        assert "一致なし" in shown(app)
        app.searching.ask("kind:banana")
        await pilot.pause()
        assert "banana" in shown(app)


async def test_search_here_and_arrows_while_typing(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2025:1.1.1")
        await pilot.press("f", *keys_for("夜間"))
        assert app.searching.box.value == "document:plan-2025 夜間"
        assert {hit.section.edition_id for hit in app.searching.results.rows} == {"2025"}
        first = app.searching.current
        await pilot.press("down")
        assert app.searching.current != first
        await pilot.press("escape")
        assert app.searching.results.has_focus


async def test_matches_are_marked_and_n_goes_through_them(app: PlanApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("slash", *keys_for("森"))
        await app.open_section("2021:1.1", "森")
        await pilot.pause()
        assert "次の箇所" in shown(app)
        await pilot.press("n")
        assert "一致 2/" in shown(app)
        await pilot.press("N")
        assert "一致 1/" in shown(app)


async def test_read_kpis(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:M1-2")
        await pilot.pause()
        text = shown(app)
        assert "KPI（進捗）" in text
        assert "KPI（効果）" in text
        assert text.index("KPI（進捗）") < text.index("KPI（効果）")
        assert "未設定（試行の結果を踏まえ設定）" in text
        assert "理由の記載なし" in text
        await app.open_section("2021:M2-2")
        await pilot.pause()
        assert shown(app).count("KPIなし") + shown(app).count("KPIの欄なし") == 2


async def test_measures_list_and_filter(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3")
        text = shown(app)
        assert "4件" in text
        assert "夜間開館の試行" in text
        assert "未設定" in text
        await pilot.press("f", *keys_for("kpi:unset"))
        assert "1件" in shown(app)
        await pilot.press("enter")
        assert app.focused is app.main[MeasuresScreen].rows
        await pilot.press("enter")
        assert key_of(app) == "2021:M1-2"
        await pilot.press("q")
        assert app.current_mode == "measures"


@pytest.mark.parametrize("size", [(130, 36), (80, 24)])
async def test_compare(app: PlanApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("d")
        assert isinstance(app.screen, CompareScreen)
        text = shown(app)
        assert "2021年版" in text
        assert "貸出のデジタル化" in text
        assert "改題" in text
        await pilot.press("l")
        text = shown(app)
        assert "候補（未確認） 0.71" in text
        assert "共通の語句のある文 0" in text
        await pilot.press("c", "2")
        assert "候補（未確認） 0.42" in shown(app)
        await pilot.press("enter")
        assert key_of(app) == "2025:1.1"


async def test_no_counterpart_is_said_in_words(app: PlanApp) -> None:
    async with app.run_test(size=(130, 36)) as pilot:
        await app.open_section("2021:M2-1")
        await pilot.press("d")
        text = shown(app)
        assert "収録テキストに記載なし" in text
        assert "移動図書館は書かれていない" in text
        assert "移動図書館を町の集会所と結ぶ。" in text


async def test_export_writes_the_view_and_asks_before_overwriting(
    app: PlanApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("d", "e", "enter")
        await pilot.pause()
        [file] = tmp_path.iterdir()
        assert file.name == "compare-2021-1.1.1.md"
        document = file.read_text(encoding="utf-8")
        assert "貸出のデジタル化" in document
        assert "加工して作成" in document
        assert "plan-tui compare 2021:1.1.1" in document
        assert file.name in shown(app).replace("\n", "").replace(" ", "")
        file.write_text("mine", encoding="utf-8")
        await pilot.press("e", "enter")
        assert "上書き" in shown(app)
        assert file.read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await pilot.pause()
        assert file.read_text(encoding="utf-8") == document


async def test_export_takes_any_name_and_tells_of_it(
    app: PlanApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.md").write_text("old", encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.press("e")
        box = app.screen.query_one(QueryInput)
        for name in ("~no-such-user/a.md", "a" * 300, "新しい/a.md"):
            box.value = name
            await pilot.pause()
        assert "フォルダーがありません：新しい" in shown(app)
        box.value = "there.md"
        await pilot.press("enter")
        assert "もう一度 Enter で上書きします" in shown(app)
        await pilot.press("end", "x")
        assert "もう一度 Enter で上書きします" not in shown(app)
        await pilot.press("backspace", "enter")
        assert "もう一度 Enter で上書きします" in shown(app)
        assert (tmp_path / "there.md").read_text(encoding="utf-8") == "old"


async def test_typing_replaces_the_offered_name(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.press("e", *keys_for("a.md"))
        assert app.screen.query_one(QueryInput).value == "a.md"


async def test_export_tells_what_went_wrong(
    app: PlanApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "a" * 300
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("3", "e")
        app.screen.query_one("QueryInput").value = name  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "書き出せません" in shown(app)


async def test_source_lines_beside_the_clean_text(app: PlanApp) -> None:
    async with app.run_test(size=(130, 36)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.press("i")
        text = shown(app)
        assert "plan-2021.txt" in text
        assert "整えた本文" in text
        assert "取り除いたもの：脚注番号" in text
        await pilot.press("q")
        assert app.current_mode == "explorer"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_kpis_are_those_of_the_measure_whatever_was_shown_before(
    app: PlanApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        for key in ("2021:M1-1", "2025:1.1", "2021:M1-2", "2021:M1-1"):
            await app.open_section(key)
            await pilot.pause()
            kpis = app.plan.section_text(key).kpis
            told = "".join(line.text.strip() for line in app.explorer.kpis.lines)
            assert bool(kpis) == (":M" in key)
            assert all(kpi.text[:8] in told for kpi in kpis)


async def test_footnotes_open_in_place(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.press("x")
        assert shown(app).count("森の奥にある架空の施設。") == 2
        await pilot.press("x")
        assert shown(app).count("森の奥にある架空の施設。") == 1


async def test_an_opened_footnote_is_brought_into_sight(app: PlanApp) -> None:
    note = "森の奥にある架空の施設。"
    async with app.run_test(size=(80, 24)) as pilot:
        await app.open_section("2021:1.1")
        reading = app.explorer.reading
        text = app.plan.section_text("2021:1.1")
        before = tuple(replace(text.blocks[0], id=-n, text="木。" * 60) for n in range(1, 30))
        reading.read(replace(text, blocks=(*before, *text.blocks, *before)), Language.JA)
        await pilot.pause()
        assert note not in shown(app)
        await pilot.press("x")
        await pilot.pause()
        assert note in shown(app)


async def test_tables_are_drawn_as_tables(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2022:1.2")
        await pilot.pause()
        assert "東 | 1,200" in shown(app)


async def test_an_unknown_key_is_told(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2099:1")
        await pilot.pause()
        assert "2099:1" in shown(app)


async def test_escape_never_leaves_and_back_says_so(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("escape", "escape", "q")
        await pilot.pause()
        assert "終了は Q です" in shown(app)
        assert app.is_running
        await pilot.press("Q")
    assert app.return_code == 0


async def test_mouse(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.click("#outline", offset=(6, 1))
        await pilot.click("#outline", offset=(6, 1))
        assert "第１部" in shown(app)
        await pilot.click("#outline", offset=(10, 3))
        assert key_of(app) == "2021:1"
        lines = app.explorer.reading.lines
        below = next(n for n, line in enumerate(lines) if line.link)
        await pilot.click("#reading", offset=(6, below))
        await pilot.pause()
        assert key_of(app) == "2021:1.1"
        await pilot.click("KeyBar", offset=(110, 0))
        assert app.is_running
