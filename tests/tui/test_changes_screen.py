"""The changes between two editions: the same rows as the command, each with its way on."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.compare.sections.outline_diff import changes
from plan_tui.labels.change_names import CHANGE_GROUPS_SHORT
from plan_tui.model.comparison_enums import ChangeGroup
from plan_tui.model.records import Section
from plan_tui.query.grammar import parse_query
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.render.changes import outline_row_line, outline_row_reasons
from plan_tui.tui.render.outline_rows import (
    OutlineRow,
    counterparts,
    rows_of_newer,
    rows_of_older,
)
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.compare import CompareScreen
from tests.tui.helpers import key_of, keys_for, screen_of, shown, taken


@pytest.fixture
def app(crosswalked_database: Path) -> PlanApp:
    return PlanApp(crosswalked_database, language=Language.JA)


def told(rows: list[OutlineRow]) -> list[tuple[str, str, list[str]]]:
    return [
        (row.section.key, row.group or "", [section.key for section in other_ends(row)])
        for row in rows
    ]


def other_ends(row: OutlineRow) -> list[Section]:
    return [section for change in row.changes for section, _ in counterparts(change, row)]


def test_both_outlines_tell_all_rows(crosswalked_database: Path) -> None:
    with Plan(crosswalked_database) as plan:
        outline = [section for section in plan.sections() if not section.toc_only]
        view = changes(plan, "2021", "2025", parse_query("-kind:preface"), None)
        older, newer = rows_of_older(view, outline), rows_of_newer(view, outline)
    assert {id(change) for row in (*older, *newer) for change in row.changes} == set(
        map(id, view.rows)
    )
    assert ("2021:1.1.1", "renamed", ["2025:1.1"]) in told(older)
    assert ("2021:M2-1", "dropped", []) in told(older)
    assert ("2025:1.1", "renamed", ["2021:0", "2021:1.1.1"]) in told(newer)
    assert ("2021:1", "below", []) in told(older)
    levels = {row.section.key: row.level for row in older}
    assert (levels["2021:1"], levels["2021:1.1"]) == (0, 1)


def test_a_heading_that_goes_to_several_places(crosswalked_database: Path) -> None:
    with Plan(crosswalked_database) as plan:
        outline = list(plan.sections())
        view = changes(plan, "2021", "2025")
        split = next(row for row in rows_of_older(view, outline) if row.section.key == "2021:M1-2")
    assert [section.key for section in other_ends(split)] == ["2025:1.1.1.1.a", "2025:1.1.1.1.a.a"]


async def test_counts_and_rows_are_those_of_the_command(
    app: PlanApp, crosswalked_database: Path
) -> None:
    async with app.run_test(size=(140, 36)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        text = shown(app)
        with Plan(crosswalked_database) as plan:
            counts = changes(plan, "2021", "2025").counts
        assert f"改題 {counts[ChangeGroup.RENAMED]}" in text
        assert f"記載なし {counts[ChangeGroup.DROPPED]}" in text
        assert "2021年版の見出しの行方" in text
        assert "2025年版の見出しの由来" in text
        assert "› 第1 1" in text
        assert "‹ 貸出券のスマートフォン" in text


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((), ["changes", "2021", "2025"]),
        (("r", "9"), ["changes", "2021", "2025", "--only", "dropped"]),
        (("f", *keys_for("kind:measure")), ["changes", "2021", "2025", "kind:measure"]),
        (
            ("a", "1", "f", *keys_for("貸出"), "escape", "r", "2"),
            ["changes", "2021", "2022", "貸出", "--only", "renamed"],
        ),
    ],
)
async def test_the_command_writes_the_same(
    app: PlanApp,
    crosswalked_database: Path,
    keys: tuple[str, ...],
    words: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5", *keys)
        await pilot.pause()
        command, written = taken(screen_of(app, ChangesScreen))
        assert list(command) == words
    main([*words, "--format", "md", "--lang", "ja", "--db", str(crosswalked_database)])
    assert capsys.readouterr().out == written
    assert "貸出" in written or "dropped" in words


async def test_a_row_opens_the_comparison_with_the_other_edition(app: PlanApp) -> None:
    async with app.run_test(size=(140, 36)) as pilot:
        await pilot.press("5", "r", "9")
        await pilot.pause()
        assert app.current is not None
        assert app.current.key == "2021:1.1.1.1"  # suggested to have no counterpart
        await pilot.press("j", "j")
        assert app.current.key == "2021:3.II"  # all that is below it is dropped
        await pilot.press("j")
        await pilot.pause()
        assert app.current.key == "2021:M2-1"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        side = app.screen.table.side
        assert side is not None
        assert side.column.edition.id == "2025"
        assert "本文に見当たらない" in shown(app)
        await pilot.press("q")
        await pilot.pause()
        screen_of(app, ChangesScreen)
        await pilot.press("r", "0", "tab")
        await pilot.pause()
        assert screen_of(app, ChangesScreen).newer.has_focus
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.table.view.base.edition.id == "2025"


async def test_the_reason_stands_below(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("5", "f", *keys_for("夜間開館の試行"), "escape")
        await pilot.pause()
        text = "\n".join(shown(app).splitlines()[-7:])
        assert "夜間開館：夜の開館" in text
        assert "行方 （ア） 平日  2025:1.1.1.1.a.a" in text
        await pilot.click("#because", offset=(6, 3))
        await pilot.pause()
        assert key_of(app) == "2025:1.1.1.1.a"


async def test_a_wrong_filter_is_told(app: PlanApp) -> None:
    async with app.run_test(size=(140, 36)) as pilot:
        await pilot.press("5", "f", *keys_for("kind:banana"))
        await pilot.pause()
        assert "banana" in shown(app)


async def test_english(app: PlanApp) -> None:
    async with app.run_test(size=(140, 36)) as pilot:
        await pilot.press("5", "f2")
        await pilot.pause()
        text = shown(app)
        assert "What became of the headings of the 2021 edition" in text
        assert "retitled" in text
        assert "as far as the text is held" in text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
@pytest.mark.parametrize("language", Language)
async def test_every_count_stands_whole(
    real_database: Path, size: tuple[int, int], language: Language
) -> None:
    app = PlanApp(real_database, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press("5")
        await pilot.pause()
        text = shown(app)
        for group, count in screen_of(app, ChangesScreen)._all.items():
            if count:
                assert f"{CHANGE_GROUPS_SHORT[group].say(language)} {count}" in text


async def test_two_relations_of_one_pair_are_explained(real_database: Path) -> None:
    """What is said of a heading need not be what is said of the place where it goes."""
    app = PlanApp(real_database, language=Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        screen = screen_of(app, ChangesScreen)
        pairs = {row.section.key: row for row in screen.newer.rows}
        number, older, newer = next(
            (number, row, pairs[other_ends(row)[0].key])
            for number, row in enumerate(screen.older.rows)
            if row.group is ChangeGroup.RENAMED
            and row.shared
            and pairs[other_ends(row)[0].key].group is not ChangeGroup.RENAMED
        )
        sharing = {section.key for section in other_ends(newer)} - {older.section.key}
        assert older.shared >= len(sharing) > 0
        screen.older.cursor = number
        await pilot.pause()
        said = f"2021年版の見出しの行方。同じ行き先の見出しはほかに{older.shared}件"
        assert said in shown(app)
        assert all(line.columns <= 58 for line in outline_row_reasons(older, 58, Language.EN))
        assert (
            "Where a heading of the 2025 edition is from"
            in outline_row_reasons(newer, 58, Language.EN)[1].text
        )


@pytest.mark.parametrize("language", Language)
def test_how_much_is_meant_is_said_from_the_side_of_the_row(real: Plan, language: Language) -> None:
    """The words of the pane, and the signs of the row, have the row's section first."""
    outline = [section for section in real.sections() if not section.toc_only]
    view = changes(real, "2021", "2025")
    turned = {"w›p": "in part of it", "p›w": "part of this", "p›p": "parts of both"}
    if language is Language.JA:
        turned = {"全›部": "相手側の一部に対応", "部›全": "一部が対応", "部›部": "双方の一部が対応"}
    signs = set()
    for row in (*rows_of_older(view, outline), *rows_of_newer(view, outline)):
        if len(other_ends(row)) == 1:
            drawn = outline_row_line(row, 200, language).text
            for sign, words in turned.items():
                if f" {sign} " in drawn:
                    signs.add(sign)
                    pane = outline_row_reasons(row, 200, language)
                    (end,) = (line.text for line in pane if line.link)
                    assert f"  {words}" in end
                    assert not [w for w in turned.values() if f"  {w}" in end and w != words]
    assert signs == set(turned)


@pytest.mark.parametrize("relation", ["1", "2", "5", "7", "8", "9", "0"])
async def test_a_relation_leads_to_the_outline_that_has_its_rows(
    app: PlanApp, relation: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "r", relation)
        await pilot.pause()
        screen = screen_of(app, ChangesScreen)
        focused = screen.focused
        assert focused in screen.lists
        assert screen.rows.rows or not any(rows.rows for rows in screen.lists)
        if screen.older.rows:
            assert focused is screen.older


async def test_what_the_newer_alone_has_is_gone_to(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        screen = screen_of(app, ChangesScreen)
        screen.older.focus()
        await pilot.pause()
        screen.older.set_rows(())
        screen.go_to_rows()
        await pilot.pause()
        assert screen.focused is screen.newer
        screen.go_to_rows()
        await pilot.pause()
        assert screen.focused is screen.newer
