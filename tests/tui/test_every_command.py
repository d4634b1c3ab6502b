"""Every command wherever it is bound: its key does what it says, and so do its other keys."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import ModalScreen

from plan_tui.model.measure_cards import Order
from plan_tui.model.records import MeasureCard
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.tui import child_command
from plan_tui.tui.app import PlanApp
from plan_tui.tui.commands import BY_ID, COMMANDS, Scope
from plan_tui.tui.render.comparison_state import ComparisonLayer
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.menu import Menu
from plan_tui.tui.screens.notes import NotesScreen
from plan_tui.tui.screens.overview import FigureList, OverviewScreen
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.screens.report import ReportScreen
from plan_tui.tui.screens.review import ReviewScreen
from plan_tui.tui.screens.source import SourceScreen
from plan_tui.tui.screens.track import TrackScreen
from plan_tui.tui.widgets.outline_tree import OutlineTree
from plan_tui.tui.widgets.query_input import FilterBox, QueryInput, SearchBox
from plan_tui.tui.widgets.reading import ReadingPane
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.tui.widgets.scrolling import LineView, Scrolling
from tests.tui.helpers import ExplorerFirst, key_of, marks_of, rows, screen_of, shown

HOLDERS: dict[Scope, type] = {
    Scope.APP: PlanApp,
    Scope.SCREEN: PlanScreen,
    Scope.SCROLL: Scrolling,
    Scope.LIST: RowList,
    Scope.OUTLINE: OutlineTree,
    Scope.READING: ReadingPane,
    Scope.QUERY: QueryInput,
    Scope.SEARCH_BOX: SearchBox,
    Scope.FILTER_BOX: FilterBox,
    Scope.FIGURES: FigureList,
    Scope.COMPARE: CompareScreen,
    Scope.SORTED: MeasuresScreen,
    Scope.CHANGES: ChangesScreen,
    Scope.TRACK: TrackScreen,
    Scope.REPORT: ReportScreen,
    Scope.REVIEW: ReviewScreen,
    Scope.SOURCE: SourceScreen,
    Scope.NOTES: NotesScreen,
}
"""Whose keys the commands of a scope are."""
Look = Callable[[PlanApp], object]


@dataclass(frozen=True, slots=True)
class Deed:
    """A command at a place, and what is to be seen after it that is not to be seen before."""

    command: str
    scope: Scope
    keys: str
    """Pressed before the command at the first section, or at the start; parted by blanks."""
    look: Look
    becomes: object
    sections: str = ""
    """Keys of the sections opened before all else, parted by blanks."""
    answer: str = ""
    """The key that answers what the command asks, if it asks."""
    notices: bool = False
    """True where all that is to be seen is a notice."""


# What is looked at


def screen(app: PlanApp) -> str:
    return type(app.screen).__name__


def mode(app: PlanApp) -> str:
    return app.current_mode


def section(app: PlanApp) -> str:
    return app.current.key if app.current else ""


def opened(app: PlanApp) -> str:
    """The section in the explorer, where that is shown."""
    return key_of(app) if app.current_mode == "explorer" and len(app.screen_stack) == 1 else ""


def focus(app: PlanApp) -> object:
    return app.focused.id if app.focused else None


def outline_width(app: PlanApp) -> int:
    return app.explorer.query_one("#tree").outer_size.width


def cursor(app: PlanApp) -> int:
    return app.explorer.outline.cursor


def entries(app: PlanApp) -> int:
    return len(app.explorer.outline.rows)


def pane(app: PlanApp) -> LineView:
    assert isinstance(app.focused, LineView)
    return app.focused


def above(app: PlanApp) -> int:
    """Lines above the visible ones."""
    return pane(app).scroll_offset.y


def below(app: PlanApp) -> int:
    """Lines below the visible ones."""
    return pane(app).max_scroll_y - pane(app).scroll_offset.y


def half_above(app: PlanApp) -> bool:
    return above(app) == pane(app).size.height // 2


def half_below(app: PlanApp) -> bool:
    return below(app) == pane(app).size.height // 2


def choices(app: PlanApp) -> list[str]:
    return [one.value for one in app.screen.choices] if isinstance(app.screen, Menu) else []


def asked(app: PlanApp) -> tuple[str, str, bool]:
    box = app.searching.box
    return app.current_mode, box.value, box.has_focus


def hit(app: PlanApp) -> int:
    return app.searching.results.cursor


def comparison(app: PlanApp) -> CompareScreen:
    return screen_of(app, CompareScreen)


def beside(app: PlanApp) -> str:
    """The edition of the column whose differences are marked."""
    side = comparison(app).table.side
    return side.column.edition.id if side else ""


def figure(app: PlanApp) -> int:
    """The number of the overview's figure with the cursor."""
    return app.main[OverviewScreen].figures.figure


def cards(app: PlanApp) -> RowList[MeasureCard]:
    return app.main[MeasuresScreen].rows


def fates(app: PlanApp) -> set[str]:
    return {row.group for row in app.main[ChangesScreen].older.rows if row.group}


def says(words: str, times: int = 1) -> Look:
    """Whether the screen shows words so many times."""
    return lambda app: shown(app).count(words) == times


def reviewing(app: PlanApp) -> ReviewScreen:
    return screen_of(app, ReviewScreen)


def suggestion(app: PlanApp) -> int:
    """The number of the suggestion that is reviewed."""
    rounds = reviewing(app).round
    assert rounds is not None
    return rounds.number


L, S, R = Scope.LIST, Scope.SCROLL, Scope.READING
TEXT, CARD = "2021:1.1", "2021:1.1.1"
DEEDS = (
    # Moving
    Deed("down", L, "", cursor, 1),
    Deed("up", L, "j j", cursor, 1),
    Deed("half-down", L, "", cursor, 5),
    Deed("half-up", L, "G", cursor, 0),
    Deed("top", L, "G", cursor, 0),
    Deed("bottom", L, "", cursor, 5),
    Deed("down", S, "?", above, 1),
    Deed("up", S, "? G", below, 1),
    Deed("half-down", S, "?", half_above, True),
    Deed("half-up", S, "? G", half_below, True),
    Deed("top", S, "? G", above, 0),
    Deed("bottom", S, "?", below, 0),
    Deed("choose", L, "3", opened, "2021:M1-1"),
    Deed("unfold", Scope.OUTLINE, "j", entries, 9),
    Deed("fold", Scope.OUTLINE, "j l", entries, 6),
    Deed("open-close", Scope.OUTLINE, "j", entries, 9),
    Deed("fold-level", Scope.OUTLINE, "j", entries, 17, answer="3"),
    Deed("contents-only", Scope.OUTLINE, "G l", says("取組の一覧"), True),
    Deed("next-pane", Scope.SCREEN, "", focus, "reading"),
    Deed("previous-pane", Scope.SCREEN, "tab", focus, "outline"),
    Deed("widen-pane", Scope.SCREEN, "", outline_width, 64),
    Deed("narrow-pane", Scope.SCREEN, "> >", outline_width, 64),
    Deed("history-back", Scope.APP, "", opened, TEXT, f"{TEXT} {CARD}"),
    Deed("history-forward", Scope.APP, "H", opened, CARD, f"{TEXT} {CARD}"),
    Deed("mark", Scope.APP, "", marks_of, {"a": TEXT}, TEXT, "a"),
    Deed("marks", Scope.APP, "m a 3", opened, TEXT, TEXT, "a"),
    Deed("jump", Scope.APP, "", focus, "outline", TEXT, "a"),
    Deed("next-figure", Scope.FIGURES, "0 j j j", figure, 1),
    Deed("previous-figure", Scope.FIGURES, "0 j j j l", figure, 0),
    # Reading
    Deed("footnotes", R, "", says("森の奥にある架空の施設。", 2), True, TEXT),
    Deed("footnotes", Scope.OUTLINE, "shift+tab", says("森の奥にある架空の施設。", 2), True, TEXT),
    Deed("next-hit", R, "slash 券 enter", says("一致 2/"), True),
    Deed("previous-hit", R, "slash 券 enter n", says("一致 1/"), True),
    Deed("source", Scope.APP, "", screen, "SourceScreen", TEXT),
    Deed("column-width", Scope.APP, "s 森 escape", lambda app: app.line_length, 10_000),
    Deed("calendar", Scope.APP, "4", lambda app: app.calendar, Calendar.WESTERN),
    # Finding
    Deed("search", Scope.APP, "slash 森 escape 1", asked, ("search", "森", True)),
    Deed("search-all", Scope.APP, "slash 森 escape 1", asked, ("search", "", True)),
    Deed("filter", Scope.APP, "", asked, ("search", "document:plan-2021 ", True), TEXT),
    Deed("to-results", Scope.QUERY, "slash 森", asked, ("search", "森", False)),
    Deed("query-open", Scope.SEARCH_BOX, "slash 移 動", opened, "2021:M2-1"),
    Deed("query-done", Scope.FILTER_BOX, "3 f", lambda app: cards(app).has_focus, True),
    Deed("query-down", Scope.QUERY, "slash 貸", hit, 1),
    Deed("query-up", Scope.QUERY, "slash 貸 down down", hit, 1),
    Deed("complete", Scope.QUERY, "slash e d i", asked, ("search", "edition:", True)),
    Deed(
        "next-completion",
        Scope.QUERY,
        "slash e d i t i o n :",
        lambda app: rows(app)[1].startswith(" Tab edition:2022"),
        True,
    ),
    Deed("earlier-queries", Scope.SEARCH_BOX, "slash 森 escape s", choices, ["森"]),
    Deed("sort", Scope.SORTED, "3", lambda app: app.main[MeasuresScreen].order, Order.CHAPTER),
    Deed("sort-reverse", Scope.SORTED, "3", lambda app: cards(app).rows[0].number, "2-2"),
    Deed("words", Scope.APP, "", mode, "words"),
    # The reader's own editions
    Deed("add-edition", Scope.APP, "", screen, "AddDialog"),
    Deed("remove-edition", Scope.APP, "", screen, "Menu"),
    Deed("rebuild-own", Scope.APP, "", screen, "TaskWindow"),
    # Comparing
    Deed("compare", Scope.APP, "", screen, "CompareScreen", TEXT),
    Deed("previous-edition", Scope.APP, "", opened, CARD, "2022:1.1"),
    Deed("next-edition", Scope.APP, "", opened, "2022:1.1", CARD),
    Deed("next-hit", Scope.COMPARE, "d", says("差分 1/1"), True, CARD),
    Deed("previous-hit", Scope.COMPARE, "d", says("差分 1/1"), True, CARD),
    Deed("open-counterpart", Scope.COMPARE, "d", opened, "2025:1.1", CARD),
    Deed("counterparts", Scope.COMPARE, "d l", lambda app: len(choices(app)), 2, "2021:M1-2"),
    Deed("next-column", Scope.COMPARE, "d h", beside, "2025", CARD),
    Deed("previous-column", Scope.COMPARE, "d l", beside, "2022", CARD),
    Deed("why", Scope.COMPARE, "d", says("関係：改題"), True, CARD),
    Deed(
        "layer",
        Scope.COMPARE,
        "d",
        lambda app: comparison(app).table.layer,
        ComparisonLayer.FACTS,
        CARD,
    ),
    Deed("notation", Scope.COMPARE, "d", says("（非表示）", 0), True, CARD),
    Deed("base", Scope.COMPARE, "d", section, "2025:1.1", CARD),
    Deed("editions", Scope.COMPARE, "d", says("2022年版", 0), True, CARD, "2"),
    Deed("editions", Scope.CHANGES, "5", says("2021年版から2022年版へ"), True, answer="1"),
    Deed("relation", Scope.CHANGES, "5", fates, {"dropped", "suggested"}, answer="9"),
    Deed("sections", Scope.TRACK, "K", opened, "2022:1.1", CARD, "2"),
    Deed("changes", Scope.APP, "", mode, "changes"),
    Deed("track", Scope.APP, "", says("2021:1.1.1 の事項 1"), True, CARD),
    Deed("topics", Scope.APP, "", says("事項 2"), True),
    # Reviewing
    Deed("review", Scope.APP, "", screen, "ReviewScreen"),
    Deed("accept", Scope.REVIEW, "6", says("承認 1"), True),
    Deed("reject", Scope.REVIEW, "6", says("却下 1"), True),
    Deed("accept-part", Scope.REVIEW, "6", says("一部として承認 1"), True, answer="2"),
    Deed("accept-mention", Scope.REVIEW, "6", says("言及 1"), True, answer="1"),
    Deed("other-counterpart", Scope.REVIEW, "6", screen, "SectionChooser"),
    Deed("skip", Scope.REVIEW, "6", suggestion, 1),
    Deed("previous-suggestion", Scope.REVIEW, "6 space", suggestion, 0),
    Deed("undo", Scope.REVIEW, "6 r", says("却下 1", 0), True),
    Deed("whole-texts", Scope.REVIEW, "6", lambda app: reviewing(app).whole, True),
    Deed("review-editions", Scope.REVIEW, "6", says("2021年版と2025年版"), True, answer="4"),
    # The reader's own notes
    Deed("note", Scope.APP, "", screen, "NoteDialog", TEXT),
    Deed("notes", Scope.APP, "", mode, "notes"),
    Deed("remove-note", Scope.NOTES, "m a 7", says("メモを絞る 0件"), True, TEXT, "1"),
    Deed("name-view", Scope.APP, "", screen, "NameDialog"),
    # Taking away
    Deed("export", Scope.APP, "", screen, "ExportDialog"),
    Deed("copy", Scope.APP, "", lambda app: "plan-tui tree" in choices(app), True),
    # The program
    Deed("overview", Scope.APP, "", mode, "overview"),
    Deed("explorer", Scope.APP, "3", mode, "explorer"),
    Deed("search-screen", Scope.APP, "", mode, "search"),
    Deed("measures", Scope.APP, "", mode, "measures"),
    Deed("targets", Scope.APP, "", mode, "targets"),
    Deed("report", Scope.APP, "", screen, "ReportScreen"),
    Deed("mend", Scope.REPORT, "R", says("確かめる箇所はありません"), True, notices=True),
    Deed("mend", Scope.SOURCE, "i", says("同梱の文書は"), True, TEXT, notices=True),
    Deed("theme", Scope.APP, "", lambda app: app.theme, "plan-light"),
    Deed("language", Scope.APP, "", says("Outline"), True),
    Deed("about", Scope.APP, "", says("加工して作成"), True),
    Deed("palette", Scope.APP, "", screen, "Palette"),
    Deed("legend", Scope.APP, "3", says("数えるか測る指標"), True),
    Deed("help", Scope.APP, "", says("今使えるキー"), True),
    Deed("back", Scope.APP, "3", mode, "explorer"),
    Deed("suspend", Scope.APP, "", says("一時停止できません"), True, notices=True),
    Deed("quit", Scope.APP, "", lambda app: app.return_code, 0),
)


def test_every_command_has_a_deed_in_each_of_its_scopes() -> None:
    done = [(deed.command, deed.scope) for deed in DEEDS]
    assert sorted(done) == sorted((one.id, scope) for one in COMMANDS for scope in one.scopes)


def named(key: str) -> str:
    """Return a key as Textual names it."""
    return _character_to_key(key) if len(key) == 1 else key


def bound(app: PlanApp, command: str) -> dict[str, object]:
    """Return the keys that do a command here, each with whose key it is."""
    active = app.screen.active_bindings.items()
    return {key: entry.node for key, entry in active if entry.binding.id == command}


async def until(app: PlanApp, pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds, however busy the machine is; in vain for a few seconds only."""
    for _ in range(100):
        if holds() or not app.is_running:
            return
        await app.workers.wait_for_complete()
        await pilot.pause(0.02)


async def reach(app: PlanApp, pilot: Pilot[None], deed: Deed) -> None:
    """Go to where the command is to be given."""
    await until(app, pilot, lambda: app.focused is not None)
    for key in deed.sections.split():
        await app.open_section(key)
        await pilot.pause()
    await pilot.press(*deed.keys.split())
    await until(app, pilot, lambda: bool(bound(app, deed.command)))


@pytest.fixture
def app(with_added: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> PlanApp:
    monkeypatch.setattr(child_command, "program", lambda: (sys.executable, "-c", ""))
    database = shutil.copy(with_added, tmp_path / "plan.db")  # decisions are kept beside it
    return ExplorerFirst(Path(database), language=Language.JA)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: f"{deed.command}-{deed.scope}")
async def test_a_key_does_what_its_command_says(app: PlanApp, deed: Deed) -> None:
    """The other keys, full-width twins among them, lead to the same node, as the palette does."""
    command = BY_ID[deed.command]
    async with app.run_test(size=(150, 30), notifications=deed.notices) as pilot:
        await reach(app, pilot, deed)
        found = bound(app, deed.command)
        assert set(found) == {named(key) for key in command.all_keys}
        assert all(isinstance(node, HOLDERS[deed.scope]) for node in found.values())
        assert deed.look(app) != deed.becomes
        await pilot.press(command.keys[0])
        if deed.answer:
            await until(app, pilot, lambda: isinstance(app.screen, ModalScreen))
            await pilot.press(deed.answer)
        await until(app, pilot, lambda: deed.look(app) == deed.becomes)
        assert deed.look(app) == deed.becomes
