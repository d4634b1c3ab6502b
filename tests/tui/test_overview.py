"""The overview: figures that are the lengths of the lists to which they lead."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.compare.sections.topic_groups import topics_of
from plan_tui.export.formats import write
from plan_tui.labels.not_held import CONTENTS_ONLY_SHORT
from plan_tui.model.comparison_enums import TopicGroup
from plan_tui.model.records import Document, Section
from plan_tui.store.overview_queries import greatest_figures, overview
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.text.width import CUT, width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.destinations import (
    ChangesBetween,
    Destination,
    DocumentAt,
    MeasuresWith,
    SectionAt,
    TargetsWith,
    TopicsOf,
)
from plan_tui.tui.keeping import resume
from plan_tui.tui.render.bars import BarPart
from plan_tui.tui.render.figure_rows import (
    Cell,
    Figure,
    FigureRow,
    OverviewRow,
    arrange,
    figure_row_line,
)
from plan_tui.tui.render.line import Piece
from plan_tui.tui.render.overview import first_rows, overview_rows
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.targets import TargetsScreen
from plan_tui.tui.screens.topics import TopicsScreen
from plan_tui.tui.state import State
from plan_tui.views.overview import OverviewView
from tests.tui.helpers import key_of, shown


@pytest.fixture
def linked(linked_database: Path) -> Path:
    return linked_database


@pytest.fixture
def home(linked: Path) -> PlanApp:
    return PlanApp(linked, language=Language.JA)


async def test_it_opens_first_and_says_what_is_held(home: PlanApp) -> None:
    async with home.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        assert home.current_mode == "overview"
        text = shown(home)
        for words in ("2021年版 本文", "施策とKPI", "期限のある目標", "版の間の変化", "事項"):
            assert words in text
        await pilot.press("1")
        assert home.current_mode == "explorer"
        await pilot.press("q")
        assert home.current_mode == "overview"


@pytest.mark.parametrize("first", Language)
async def test_figures_that_come_after_a_change_of_language_are_in_the_new_one(
    linked: Path, first: Language
) -> None:
    app = PlanApp(linked, language=first)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, OverviewScreen)
        with Plan(linked) as plan:
            read = screen._read(plan)
        await pilot.press("f2")
        screen._show_all(read)
        await pilot.pause()
        late = shown(app)
        await pilot.press("f2", "f2")
        await pilot.pause()
        assert late == shown(app)


def test_each_figure_is_the_length_of_its_list(
    linked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Plan(linked) as plan:
        found = OverviewView(Language.JA, overview(plan)).records()
    listed = [record for record in found if record["command"]]
    assert {record["group"] for record in listed} >= {"document", "part", "chapter", "change"}
    for record in listed:
        words = shlex.split(str(record["command"]))[1:]
        code = main([*words, "--json", "--db", str(linked)])
        answer = json.loads(capsys.readouterr().out)
        count = record["count"]
        assert len(answer) == count, words
        assert code == (0 if count else 1)


async def figures(app: PlanApp) -> list[tuple[str, Destination]]:
    """Return each figure and where it leads."""
    found = app.main[OverviewScreen].overview
    assert found is not None
    return [
        (figure.text, figure.destination)
        for row in overview_rows(found, None, Language.JA)
        for figure in row.figures
    ]


async def test_every_figure_opens_its_list(home: PlanApp) -> None:
    async with home.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        seen: set[type[Destination]] = set()
        for text, destination in await figures(home):
            await home.go(destination)
            await pilot.pause()
            count = int("".join(filter(str.isdigit, re.split("[ :]", text)[-1])))
            seen.add(type(destination))
            if isinstance(destination, SectionAt):
                assert key_of(home) == destination.key
            elif isinstance(destination, DocumentAt):
                node = home.explorer.outline.row
                assert node is not None
                assert isinstance(node.entry, Document)
                assert node.entry.id == destination.id
                assert (node.count, node.is_open) == (count, True)
            elif isinstance(destination, MeasuresWith):
                measures = home.main[MeasuresScreen]
                cards = measures.rows.rows
                kpis = [kpi for card in cards for kpi in card.kpis]
                unset = [kpi for kpi in kpis if kpi.status == "unset"]
                of = {"施策": cards, "KPI": kpis, "未設定": unset}
                assert len(of[text.split()[0]]) == count
                assert [tally.unset for tally in measures.chapters.rows] == [len(unset)]
            elif isinstance(destination, TargetsWith):
                assert len(home.main[TargetsScreen].targets) == count
            elif isinstance(destination, ChangesBetween):
                shown_changes = home.main[ChangesScreen]._view
                assert shown_changes is not None
                assert len(shown_changes.rows) == count
            else:
                assert isinstance(home.screen, TopicsScreen)
                assert len(home.screen.rows.rows) == count
                await home.run_action("back")
        lists = {MeasuresWith, TargetsWith, ChangesBetween, TopicsOf}
        assert seen == {DocumentAt, SectionAt, *lists}


async def test_keys_choose_a_figure_and_open_it(home: PlanApp) -> None:
    async with home.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        figures = home.main[OverviewScreen].figures
        many = next(n for n, row in enumerate(figures.rows) if len(row.figures) > 1)
        figures.cursor = many
        await pilot.press("l", "l", "l", "l", "l", "l", "l", "l", "h")
        assert figures.figure == len(figures.rows[many].figures) - 2
        await pilot.press("j")
        assert figures.cursor > many
        assert figures.rows[figures.cursor].figures
        await pilot.press("g")
        assert figures.cursor == 1
        assert figures.rows[0].head
        await pilot.press("enter")
        assert home.explorer.outline.has_focus
        assert "2021:0" in [
            node.entry.key for node in home.explorer.outline.rows if isinstance(node.entry, Section)
        ]


async def test_topics_lead_to_the_comparison(home: PlanApp) -> None:
    async with home.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        found = home.main[OverviewScreen].overview
        assert found is not None
        groups = [one for _, one in await figures(home) if isinstance(one, TopicsOf)]
        for destination in groups:
            await home.go(destination)
            assert isinstance(home.screen, TopicsScreen)
            view = home.screen.view()
            assert view is not None
            assert view.words == ("topics", destination.group, destination.edition)
            assert "貸出券の搭載" in write(view, "md", home.plan.attribution)
            topic = home.screen.topic
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(home.screen, CompareScreen)
            assert topic
            assert home.screen.topic == topic
            await pilot.press("q", "q")
        assert len(groups) == 3
        dropped = topics_of(home.session.topics, found.compared, TopicGroup.DROPPED, "2022")
        assert [topic.id for topic in dropped] == ["card"]
        assert found.count_of(TopicGroup.DROPPED, "2022") == 1


async def test_it_goes_on_where_the_reader_was(home: PlanApp) -> None:
    resume(home, State(section="2021:M1-2"))
    async with home.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "続きから" in shown(home)
        await pilot.press("enter")
        assert key_of(home) == "2021:M1-2"


async def test_a_place_that_is_gone_is_not_offered(home: PlanApp) -> None:
    resume(home, State(section="2099:1"))
    async with home.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "続きから" not in shown(home)


@pytest.mark.parametrize("columns", [58, 78, 118, 198])
@pytest.mark.parametrize("language", Language)
def test_rows_fit(linked: Path, columns: int, language: Language) -> None:
    with Plan(linked) as plan:
        found = overview(plan)
        place = plan.section("2021:1.1")
    made: list[OverviewRow] = overview_rows(found, place, language)
    assert sum(row.head for row in made) >= 5
    drawn = arrange(made, columns)
    for row in drawn:
        said = figure_row_line(row, columns, 0).text
        assert width(said) <= columns
        if not said.startswith(made[0].name[0].text):
            assert all(f" {words} " in f"{said} " for words in row.words)
    figures = [figure for row in drawn for figure in row.figures]
    assert figures == [figure for row in made for figure in row.figures]


@pytest.mark.parametrize("columns", [57, 77, 117, 197])
@pytest.mark.parametrize("language", Language)
def test_figures_of_one_name_end_in_one_column(
    columns: int, language: Language, real: Plan
) -> None:
    under: list[FigureRow] = []
    for row in [
        *arrange(overview_rows(overview(real), None, language), columns),
        FigureRow((), head=True),
    ]:
        if not row.head:
            under.append(row)
            continue
        ends: dict[int, set[int]] = {}
        for one in under:
            for figure, words, start in zip(one.figures, one.words, one.starts, strict=True):
                ends.setdefault(figure.column, set()).add(start + width(words))
                assert words.endswith(figure.number)
        assert all(len(found) == 1 for found in ends.values())
        under = []


def many(count: int) -> OverviewRow:
    """Return a row of that many figures of ten columns each, a bar before them."""
    figures = tuple(Figure(n, "figure ", str(n), MeasuresWith("")) for n in range(count))
    notes = Cell(0, "first note", ""), Cell(1, "second note", "")
    return OverviewRow((Piece("name"),), figures, (BarPart(90, "=", "mark"),), 90, notes)


@pytest.mark.parametrize(
    ("count", "columns", "bar", "notes", "lines"),
    [
        (1, 100, 22, ("first note", "second note"), 1),
        (1, 60, 12, ("first note",), 1),
        (2, 60, 13, (), 1),
        (3, 60, 6, (), 1),
        (4, 60, 6, (), 1),
        (5, 60, 0, (), 1),
        (9, 60, 0, (), 2),
    ],
)
def test_bars_and_notes_give_way_to_figures(
    count: int, columns: int, bar: int, notes: tuple[str, ...], lines: int
) -> None:
    drawn = [figure_row_line(one, columns).text for one in arrange([many(count)], columns)]
    assert drawn[0].count("=") == bar
    assert tuple(note.name for note in many(1).notes if note.name in drawn[0]) == notes
    assert (CUT in drawn[0]) == (len(notes) < len(many(1).notes))
    assert len(drawn) == lines
    assert all(any(figure.text in text for text in drawn) for figure in many(count).figures)


@pytest.mark.parametrize("columns", [58, 78, 98])
@pytest.mark.parametrize("language", Language)
def test_that_only_contents_are_held_is_said_first_and_never_left_out_unsaid(
    real: Plan, columns: int, language: Language
) -> None:
    held = overview(real)
    rows = overview_rows(held, None, language)
    drawn = [figure_row_line(one, columns).text for one in arrange(rows, columns)]
    for document, line in zip(held.documents, drawn[1:], strict=False):
        if document.contents_only:
            assert CONTENTS_ONLY_SHORT.say(language) in line or line.endswith(CUT)
            assert CONTENTS_ONLY_SHORT.say(language) in line or columns == 58


async def test_it_says_its_words_in_english(linked: Path) -> None:
    app = PlanApp(linked, language=Language.EN)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        text = shown(app)
        assert "Text held" in text
        assert "Dated targets by fiscal year" in text


@pytest.mark.parametrize("columns", [58, 78, 118, 198])
def test_the_first_of_many_documents_stand_where_they_will_stand(
    linked: Path, columns: int
) -> None:
    with Plan(linked) as plan:
        some, every, greatest = overview(plan, 2), overview(plan), greatest_figures(plan)
    assert len(some.documents) == 2 < len(every.documents)
    early = arrange(first_rows(some, greatest, None, Language.JA), columns)
    late = arrange(overview_rows(every, None, Language.JA), columns)
    assert len(early) == len(late)
    drawn = [
        [figure_row_line(row, columns).text.rstrip() for row in rows] for rows in (early, late)
    ]
    lacking = len(every.documents) - 2
    parts = sum(len(document.parts) for document in every.documents)
    same = [*range(3), *range(3 + lacking, len(late) - parts)]
    assert [drawn[0][row] for row in same] == [drawn[1][row] for row in same]
    blank = {*range(len(late))}.difference(same)
    assert not any(drawn[0][row] for row in blank)
    assert all(drawn[1][row] for row in blank)


async def test_many_documents_are_shown_in_two_steps(
    linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OverviewScreen, "first_documents", 2)
    app = PlanApp(linked, language=Language.JA)
    async with app.run_test(size=(120, 60)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown_late = shown(app)
        found = app.main[OverviewScreen].overview
        assert found is not None
        assert len(found.documents) > 2
    monkeypatch.undo()
    app = PlanApp(linked, language=Language.JA)
    async with app.run_test(size=(120, 60)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert shown(app) == shown_late
