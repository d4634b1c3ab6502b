"""What the screens of lists share: a box that narrows the list, and what follows its cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from plan_tui.errors import UsageError
from plan_tui.text.language import Phrase
from plan_tui.tui.commands import COMMANDS
from plan_tui.tui.destinations import Destination, OpenDestination, SectionAt
from plan_tui.tui.query_history import find_typed
from plan_tui.tui.render.completions import completion_items
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.completion_line import CompletionLine
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar, Pane
from plan_tui.tui.widgets.query_input import FilterBox, QueryInput
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.views.view import View

if TYPE_CHECKING:
    from plan_tui.query.completion import Completion

HINT_AND_KEY = Phrase("{key} で入力：{hint}", "press {key}: {hint}")
NOTHING = Phrase("「{query}」に当てはまるものはありません。", "Nothing here matches: {query}")
WHAT_NEXT = Phrase(
    "{nothing}{place}の条件は {filter} で変え、全文は {search} で検索できます。",
    "{nothing}. Press {filter} for other words in {place}, {search} to search everything.",
)
EMPTY = Phrase(
    "{place}に示すものは、収録テキストにありません。{overview} に収録内容があります。",
    "{place}: nothing in the text held. Press {overview} to see what is held.",
)
Row = TypeVar("Row")
Group = TypeVar("Group")


class ListScreen(PlanScreen, Generic[Row]):
    """A list below a box: each key typed narrows the list, which the box lends its arrows.

    A subclass says what stands below the box (`below`), what a query lets through (`find`) and how
    much that is (`count`), what the bars say (`say`), what follows the cursor (`follow`), what
    Enter leads to (`destination`), and what there is to export (`listed`).
    """

    DEFAULT_CSS = """
    ListScreen #ask { height: 1; }
    ListScreen #ask > Bar { width: auto; background: $plan-bar; }
    ListScreen #ask > QueryInput { width: 3fr; }
    ListScreen #ask > CompletionLine { width: 2fr; display: none; }
    ListScreen #list, ListScreen #list > RowList { background: $plan-pane; }
    """
    AUTO_FOCUS = "#list > RowList"
    HINT: ClassVar[Phrase]
    """What can be typed, with fields of `Session.examples`; stands in the box while it is empty,
    with the key that leads there."""

    def __init__(self, session: Session, rows: RowList[Row]) -> None:
        super().__init__(session)
        self.is_filled = False
        self.prompt = Bar()
        self.box = FilterBox(self.filter)
        self.completion_line = CompletionLine()
        self.completion_line.display = False
        self.rows = rows
        self.lists: tuple[RowList[Row], ...] = (rows,)
        """All lists that the box narrows."""
        self.list_pane = Pane(rows, ident="list")
        self.asked = ""
        """The query whose rows are shown."""
        self._followed: object = self
        """The row that is followed; at first none, not even that there is no row."""
        self.error: UsageError | None = None
        """What is wrong with what is typed."""

    def body(self) -> ComposeResult:
        """Yield the box and what stands below it."""
        yield Horizontal(self.prompt, self.box, self.completion_line, id="ask")
        yield from self.below()

    def on_mount(self) -> None:
        """Follow the focus of the box."""
        self.watch(self.box, "has_focus", self._show_completions, init=False)

    def fill(self) -> None:
        """Show what the box lets through."""
        super().fill()
        self.box.hint = self.hint()
        self.filter(self.box.value)

    def translate(self) -> None:
        """Say everything in the language and the calendar."""
        self.box.hint = self.hint()
        self._tell()

    # For subclasses

    def hint(self) -> str:
        """Return what stands in the box while it is empty."""
        words = self.HINT.say(self.language, **self.session.examples)
        return HINT_AND_KEY.say(self.language, hint=words, key=first_key(self.app, "filter"))

    def below(self) -> ComposeResult:
        """Yield what stands below the box."""
        yield self.list_pane

    def find(self, text: str) -> None:
        """Set the rows that a query lets through.

        Raises:
            UsageError: a filter is wrong.

        """
        raise NotImplementedError

    def clear(self) -> None:
        """Show no rows."""
        for rows in self.lists:
            rows.set_rows(())

    def count(self, text: str) -> int | None:
        """Return how many rows a query would let through; None if that would take too long.

        Raises:
            UsageError: a filter is wrong.

        """
        return None

    def completed(self, text: str) -> Sequence[Completion]:
        """Return what the last word of a query can be completed to."""
        from plan_tui.query.completion import completions

        index = self.session.index
        return completions(text, index.filter_facts, index.sections, self.count, self.language)

    def say(self) -> None:
        """Say in the bars what is shown; called too when the list has another width."""

    def follow(self) -> None:
        """Show what belongs to the row with the cursor."""

    def destination(self) -> Destination | None:
        """Return where Enter leads from the row with the cursor."""
        return None

    def listed(self) -> View | None:
        """Return what is listed, to export or copy."""
        return None

    def view(self) -> View | None:
        """Return what is listed; nothing where a filter is wrong."""
        return None if self.error else self.listed()

    # The box

    def filter(self, text: str) -> None:
        """Show what a query lets through: nothing where a filter is wrong, which is told."""
        if not self.is_attached:
            return
        self.box.set_completions(self.completed(text))
        self._show_completions()
        try:
            self.asked, _ = find_typed(self.find, text, unfinished=bool(self.box.completions))
            self.error = None
        except UsageError as error:
            self.error = error
            self.clear()
        self._tell()

    def _tell(self) -> None:
        self.say()
        for rows in self.lists:
            error = self.error
            rows.nothing = error.say(self.language) if error else self.why_empty(rows)
            rows.refresh()
        self._followed = self.rows.row
        self.follow()

    def why_empty(self, rows: RowList[Row]) -> str:
        """Say what a list says while it has no row: what was asked for, and what to do."""
        place = next(c.name for c in COMMANDS if c.screen.endswith(f":{type(self).__name__}"))
        query = self.asked.strip()
        if query:
            return WHAT_NEXT.say(
                self.language,
                nothing=NOTHING.say(self.language, query=query),
                place=place,
                filter=first_key(self.app, "filter"),
                search=first_key(self.app, "search-all"),
            )
        overview = first_key(self.app, "overview")
        return EMPTY.say(self.language, place=place, overview=overview)

    @on(QueryInput.Turned)
    def _show_completions(self) -> None:
        completions = self.box.completions
        self.completion_line.show(completion_items((c.text, c.word, c.count) for c in completions))
        self.completion_line.display = bool(completions) and self.box.has_focus

    @on(CompletionLine.Clicked)
    def _take(self, message: CompletionLine.Clicked) -> None:
        self.box.put(message.query)

    def ask(self, query: str) -> None:
        """Show what a query lets through, the focus on the list."""
        self.box.put(query)
        self.rows.focus()

    def ask_here(self) -> bool:
        """Go to the box."""
        self.box.ask_again()
        return True

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        self.rows.cursor += message.step

    @on(QueryInput.Left)
    @on(Input.Submitted)
    def _to_list(self) -> None:
        self.rows.focus()

    # The list

    @on(RowList.Resized)
    def _resized(self) -> None:
        if self.is_filled:
            self.say()

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()
        if self.rows.row is not self._followed:
            self._followed = self.rows.row
            self.follow()

    @on(RowList.Chosen)
    def _open(self) -> None:
        destination = self.destination()
        if destination is not None:
            self.post_message(OpenDestination(destination))

    @on(LinePane.Opened)
    def _clicked(self, message: LinePane.Opened) -> None:
        self.post_message(OpenDestination(SectionAt(message.key)))


class ChartedScreen(ListScreen[Row], Generic[Row, Group]):
    """A chart of groups above the list, a detail of the row below it; both cursors go together."""

    DEFAULT_CSS = """
    ChartedScreen #chart { height: auto; }
    ChartedScreen #chart > RowList { height: auto; min-height: 1; }
    ChartedScreen #list { height: 1fr; }
    """

    def __init__(
        self, session: Session, rows: RowList[Row], chart: RowList[Group], detail: LinePane
    ) -> None:
        super().__init__(session, rows)
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high")]
        self.chart = chart
        self.detail = detail
        self.chart_pane = Pane(chart, ident="chart")
        self.detail_pane = Pane(detail, ident="detail")

    def below(self) -> ComposeResult:
        """Yield the chart, the list and the detail."""
        yield self.chart_pane
        yield self.list_pane
        yield self.detail_pane

    def clear(self) -> None:
        """Show no rows and no groups."""
        super().clear()
        self.chart.set_rows(())

    def belongs(self, row: Row, group: Group) -> bool:
        """Tell whether a row of the list is one of a group of the chart."""
        raise NotImplementedError

    @on(RowList.Highlighted)
    def _move_the_other(self, message: RowList.Highlighted) -> None:
        if message.rows is self.chart:
            message.prevent_default()
            if self.chart.has_focus:
                self._to_group()
        elif not self.chart.has_focus:
            self._to_group_of_row()

    @on(RowList.Chosen)
    def _choose_group(self, message: RowList.Chosen) -> None:
        if message.rows is self.chart:
            message.prevent_default()
            self._to_group()
            self.rows.focus()

    def _to_group(self) -> None:
        """Go to the first row of the chosen group."""
        group = self.chart.row
        for number, row in enumerate(self.rows.rows):
            if group is not None and self.belongs(row, group):
                self.rows.bring_up(number)
                return

    def _to_group_of_row(self) -> None:
        row = self.rows.row
        for number, group in enumerate(self.chart.rows):
            if row is not None and self.belongs(row, group):
                self.chart.cursor = number
                return
