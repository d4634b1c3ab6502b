"""The legend: every word and sign of a screen explained, in both languages, where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.labels.change_names import (
    CHANGE_GROUPS_SHORT,
    NONE_SUGGESTED,
    NONE_SUGGESTED_IN_ROW,
)
from plan_tui.labels.counterpart_names import EXTENTS_SHORT
from plan_tui.labels.later_names import IN_COLUMNS
from plan_tui.labels.legend import ENTRIES, PARTS
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.labels.measure_names import KPI_STATUSES
from plan_tui.labels.not_held import NOT_HELD
from plan_tui.labels.printed_form_names import TYPICAL_COUNTED
from plan_tui.labels.promise_names import MOVEMENTS_SHORT
from plan_tui.labels.topic_names import TOPIC_GROUPS_SHORT
from plan_tui.model.comparison_enums import ChangeGroup, Movement, TopicGroup
from plan_tui.model.enums import KpiStatus
from plan_tui.model.outline_enums import TextPlace
from plan_tui.model.word_frequency import Frequency, Occurrence, Typical
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.app import PlanApp
from plan_tui.tui.legend_document import legend_document
from plan_tui.tui.render.comparison_heads import ABSENCES_SHORT
from plan_tui.tui.render.legend_words import HERE, legend_of_row, legend_window_lines
from plan_tui.tui.render.words import word_line
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.dialogs import LinesDialog
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.words import WordsScreen
from plan_tui.tui.widgets.line_pane import LinePane
from tests.tui.helpers import comparing, screen_of

ALL = tuple(LegendPart)


@pytest.mark.parametrize("part", LegendPart)
@pytest.mark.parametrize("language", Language)
def test_every_entry_is_said_in_both_languages(part: LegendPart, language: Language) -> None:
    assert PARTS[part].say(language)
    for entry in ENTRIES[part]:
        assert entry.word.say(language)
        assert entry.meaning.say(language)


def meanings(row: str, language: Language) -> list[str]:
    return [entry.word.say(language) for entry in legend_of_row(row, ALL, language)]


@pytest.mark.parametrize("group", ChangeGroup)
@pytest.mark.parametrize("language", Language)
def test_each_relation_of_a_list_is_explained(group: ChangeGroup, language: Language) -> None:
    word = CHANGE_GROUPS_SHORT[group].say(language)
    of_relations = {entry.word for entry in ENTRIES[LegendPart.RELATIONS]}
    found = legend_of_row(f"{word} 12 森の図書館", (LegendPart.RELATIONS,), language)
    assert found
    assert {entry.word for entry in found} <= of_relations


@pytest.mark.parametrize("status", KpiStatus)
@pytest.mark.parametrize("language", Language)
def test_each_status_is_explained(status: KpiStatus, language: Language) -> None:
    word = KPI_STATUSES[status].say(language)
    assert word in meanings(f" {word} 結んだ集会所の数", language)


@pytest.mark.parametrize("movement", Movement)
@pytest.mark.parametrize("language", Language)
def test_each_movement_is_explained(movement: Movement, language: Language) -> None:
    row = f"2026年度 {MOVEMENTS_SHORT[movement].say(language)}"
    assert legend_of_row(row, (LegendPart.MOVEMENTS,), language)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("▸ 2025年版 改題 1/2 共通 19%", "1/2"),
        ("▸ 2025年版 改題 1/2 共通 19%", "共通 19%"),
        ("  › 第1 1 部›全 48% +4", "部›全"),
        ("  › 第1 1 部›部 48% +4", "部›部"),
        ("  › 第1 1 全›部 1%未満", "全›部"),
        ("▸ 2025年版 改題 1/2 共通1%未満", "共通1%未満"),
        ("  › 第1 1 部›全 48% +4", "+2"),
        ("1-2 夜間開館 ▫ (試行の結果) ", "▫ (⋯)"),
        ("1-2 夜間開館 ▫ ▫", "▬ ▪ ▫"),
        ("2-1 移動図書館 (2025年度)", "(2025年度)"),
        ("2-1 移動図書館 2025年度 +1", "2025年度"),
        ("2-1 移動図書館 一部 2025-09 最初 ▪ 台数 2021年度 R3年度", "改題 2026年度"),
        ("有力? 夜間開館", "有力?"),
        ("＋ 貸出券", "＋ －"),
        ("⇄~ 貸出券", "⇄ ⇄~"),
        ("＝ 全20館", "＝ ・"),
    ],
)
def test_each_sign_is_explained(row: str, word: str) -> None:
    assert word in meanings(row, Language.JA)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("▸ 2025年版 改題 1/2 共通1%未満", "共通 19%"),
        ("▸ 2025 edition <1%", "共通 19%"),
        ("1-1 夜間開館 記載なし ▬▪ ▪ 20館 2021年度 +1", "改題 2026年度"),
        ("1-1 夜間開館 記載なし ▬▪ ▪ 20館 (2021年度)", "2025年度"),
        ("1-1 夜間開館 改題 2026年度 ▪ ▪", "2025年度"),
        ("2021年版 本文 ▬▬ 354 129,180字", "改題 2026年度"),
        ("  › 第1 1 部›部 48%", "部›全"),
        ("1-1 夜間開館とは? ▪", "有力?"),
        ("   第1 はじめに～館の目的～", "～"),
        ("   第1 貸出・返却", "＝ ・"),
        ("2030年度 [No.1－2] 夜間開館", "＋ －"),
    ],
)
def test_what_only_looks_like_a_sign_is_not_explained(row: str, word: str) -> None:
    assert word not in meanings(row, Language.JA)


def test_a_word_within_a_title_is_none() -> None:
    assert meanings("森の継続利用と部会", Language.JA) == []


@pytest.mark.parametrize(
    ("row", "language", "explained"),
    [
        ("› Integration w⋯ 19%", Language.EN, []),
        ("a p in a title", Language.EN, []),
        ("p. 3 of it", Language.EN, []),
        ("部 の名", Language.JA, []),
        ("全 12", Language.JA, []),
        ("w›p <1%", Language.EN, ["whole", "part"]),
        ("p›p 3%", Language.EN, ["part"]),
        ("全›部 1%未満", Language.JA, ["全体", "一部"]),
    ],
)
def test_a_letter_that_a_cut_title_ends_with_is_no_extent(
    row: str, language: Language, explained: list[str]
) -> None:
    found = legend_of_row(row, (LegendPart.EXTENTS,), language)
    assert [entry.word.say(language) for entry in found] == explained


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [56, 76, 116, 196])
def test_lines_fit(language: Language, columns: int) -> None:
    for line in legend_window_lines("改題 12", ALL, columns, language):
        assert line.columns <= columns


def window(app: PlanApp) -> str:
    pane = screen_of(app, LinesDialog).query_one(LinePane)
    return "\n".join(line.text for line in pane.lines)


@pytest.mark.parametrize("key", ["=", "＝", "?"])
@pytest.mark.parametrize("place", ["3", "5", "ctrl+k", "1"])
async def test_keys_explain_the_screen(whole: Path, key: str, place: str) -> None:
    app = PlanApp(whole, language=Language.JA)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(place)
        assert app.here is not None
        parts = app.here.LEGEND
        await pilot.press(key)
        await pilot.pause()
        text = window(app)
    assert parts
    for part in parts:
        assert PARTS[part].ja in text


async def test_the_row_under_the_cursor_comes_first(whole: Path) -> None:
    app = PlanApp(whole, language=Language.JA)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("5", "=")
        await pilot.pause()
        assert window(app).startswith("この行の語と印")
    assert ChangesScreen.LEGEND[0] is LegendPart.RELATIONS


async def test_the_head_of_a_comparison_is_explained(crosswalked_database: Path) -> None:
    app = PlanApp(crosswalked_database, language=Language.EN)
    async with comparing(app) as pilot:
        await pilot.press("=")
        await pilot.pause()
        first = window(app).split("\n\n", 1)[0]
        assert "retitled" in first
        assert "19% shared" in first
    assert LegendPart.DIFFERENCES in CompareScreen.LEGEND


def of_row(app: PlanApp, language: Language) -> list[str]:
    """Return the lines about the row under the cursor; none if the legend has no such part."""
    head, _, rest = window(app).split("\n\n", 1)[0].partition("\n")
    return rest.splitlines() if head == HERE.say(language) else []


@pytest.mark.parametrize("language", Language)
async def test_a_bar_of_figures_is_explained_as_one(whole: Path, language: Language) -> None:
    app = PlanApp(whole, language=language)
    async with app.run_test(size=(150, 40)) as pilot:
        await pilot.press("0")
        await pilot.pause()
        await pilot.press("=")
        await pilot.pause()
        assert [line.split()[0] for line in of_row(app, language)] == ["▬"]
    assert OverviewScreen.LEGEND == (LegendPart.FIGURES,)


@pytest.mark.parametrize("language", Language)
def test_a_bar_of_words_is_explained_by_what_is_counted(made_up: Plan, language: Language) -> None:
    edition = made_up.editions()[0]
    typical = Typical(edition, "図書", 12, 3, 20.5)
    place = Occurrence(made_up.sections()[0], TextPlace.TITLE, "図書館", 0, 2)
    frequency = Frequency("図書", edition, 1000, (place,))
    drawn = [word_line(row, 30.0, 150, language).text for row in (typical, frequency)]
    first, second = (
        [entry.meaning for entry in legend_of_row(row, WordsScreen.LEGEND, language)]
        for row in drawn
    )
    assert TYPICAL_COUNTED in first
    assert TYPICAL_COUNTED not in second
    assert len(first) == 2
    assert len(second) == 1


def test_a_word_within_a_longer_one_is_not_explained() -> None:
    found = legend_of_row("▸ 2022 edition part of that section", CompareScreen.LEGEND, Language.EN)
    assert [entry.word.en for entry in found] == ["part of that section"]


async def test_a_screen_without_signs_of_its_own_has_no_row_explained(whole: Path) -> None:
    app = PlanApp(whole, language=Language.JA)
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("R")
        await pilot.pause()
        await pilot.press("=")
        await pilot.pause()
        assert of_row(app, Language.JA) == []
        assert PARTS[LegendPart.RELATIONS].ja in window(app)


async def test_of_a_target_nothing_is_said_that_stands_in_lists_of_measures(whole: Path) -> None:
    app = PlanApp(whole, language=Language.JA)
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("4", "=")
        await pilot.pause()
        lines = of_row(app, Language.JA)
        words = [entry.word.ja for entry in ENTRIES[LegendPart.TARGETS]]
        assert lines
        assert all(any(line.strip().startswith(word) for word in words) for line in lines)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "word",
    dict.fromkeys(
        (
            *CHANGE_GROUPS_SHORT.values(),
            *IN_COLUMNS.values(),
            *ABSENCES_SHORT.values(),
            *EXTENTS_SHORT.values(),
            *MOVEMENTS_SHORT.values(),
            NONE_SUGGESTED,
            NONE_SUGGESTED_IN_ROW,
        )
    ),
)
def test_each_short_word_of_a_screen_stands_in_the_legend(word: Phrase, language: Language) -> None:
    """Beside the long one, in the window and in the document, in the row as it is."""
    of_all = [entry for entries in ENTRIES.values() for entry in entries]
    [*found] = [entry for entry in of_all if word in (entry.word, *entry.forms)]
    assert found
    assert word.say(language) in found[0].names(language)
    assert f"| {found[0].names(language)} |" in legend_document()


@pytest.mark.parametrize("language", Language)
def test_one_verdict_has_one_short_word(language: Language) -> None:
    shorts = CHANGE_GROUPS_SHORT, IN_COLUMNS
    words = {each[ChangeGroup.DROPPED].say(language) for each in shorts}
    words |= {ABSENCES_SHORT[NOT_HELD].say(language)}
    words |= {TOPIC_GROUPS_SHORT[TopicGroup.DROPPED].say(language)}
    assert len(words) == 1
    assert not any(word in NONE_SUGGESTED.say(language) for word in words)


def test_screens_that_have_such_words_have_a_legend() -> None:
    assert MeasuresScreen.LEGEND
