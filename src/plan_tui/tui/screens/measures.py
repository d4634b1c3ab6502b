"""All measures with their KPIs: chapters as bars, a list to filter and sort, the KPIs of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from plan_tui.errors import UsageError
from plan_tui.model.measures import ChapterTally, Order, tallies
from plan_tui.model.records import MeasureCard, Section
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import words
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.messages import OpenSection
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.typeset import measure as typeset
from plan_tui.tui.typeset.line import Line, Piece
from plan_tui.tui.view import View
from plan_tui.tui.widgets.pane import Bar, Pane
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.tui.widgets.reading import KpiPane
from plan_tui.tui.widgets.row_list import RowList

PROMPT = Phrase("施策を絞る", "Filter measures")
HINT = Phrase(
    "語、chapter:III、kpi:unset、due:2025 など（f で入力）",
    "words, chapter:III, kpi:unset, due:2025 (press f)",
)
TOTAL = Phrase("{count}件", "{count} measures")
KPIS = Phrase("施策 {number}　{title}", "{number} {title}")
BY_CHAPTER = Phrase("章ごとのKPI", "KPIs by chapter")


class Chapters(RowList[ChapterTally]):
    """The chapters, one line each."""

    language = Language.JA

    def __init__(self) -> None:
        super().__init__(ident="chapters-list")
        self.titles: dict[str, str] = {}

    def draw(self, row: ChapterTally, columns: int) -> Sequence[Line]:
        """Return a chapter's line."""
        most = max((tally.kpis for tally in self.rows), default=0)
        title = self.titles.get(row.chapter, "")
        return (typeset.chapter_line(row, title, most, columns, self.language),)


class Measures(RowList[MeasureCard]):
    """The measures, one line each."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SORTED)
    language = Language.JA
    calendar = Calendar.BOTH

    class Sort(RowList.Highlighted):
        """The reader wants another order."""

        def __init__(self, rows: Measures, *, reverse: bool) -> None:
            super().__init__(rows)
            self.reverse = reverse

    def __init__(self) -> None:
        super().__init__(ident="measures-list")

    def draw(self, row: MeasureCard, columns: int) -> Sequence[Line]:
        """Return a measure's line."""
        return (typeset.measure_line(row, columns, self.language, self.calendar),)

    def action_sort(self) -> None:
        """Sort by the next column."""
        self.post_message(self.Sort(self, reverse=False))

    def action_sort_reverse(self) -> None:
        """Sort in the opposite order."""
        self.post_message(self.Sort(self, reverse=True))


class MeasuresScreen(PlanScreen):
    """The list of measures."""

    DEFAULT_CSS = """
    MeasuresScreen #ask { height: 1; }
    MeasuresScreen #ask > Bar { width: auto; background: $plan-bar; }
    MeasuresScreen #ask > QueryInput { width: 1fr; }
    MeasuresScreen #chapters { height: auto; }
    MeasuresScreen #list { height: 1fr; }
    MeasuresScreen #list > Measures, MeasuresScreen #list { background: $plan-pane; }
    MeasuresScreen #card { height: 11; }
    MeasuresScreen.-low #card { height: 6; }
    """
    AUTO_FOCUS = "Measures"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high")]
        self.prompt = Bar()
        self.box = QueryInput(self.filter)
        self.chapters = Chapters()
        self.chapters_pane = Pane(self.chapters, ident="chapters")
        self.rows = Measures()
        self.list_pane = Pane(self.rows, ident="list")
        self.kpis = KpiPane()
        self.card_pane = Pane(self.kpis, ident="card")
        self.order = Order.NUMBER
        self.reverse = False
        self._query = ""

    def body(self) -> ComposeResult:
        """Yield the box, the chapters, the list and the KPIs."""
        yield Horizontal(self.prompt, self.box, id="ask")
        yield self.chapters_pane
        yield self.list_pane
        yield self.card_pane

    def on_mount(self) -> None:
        """Show all measures."""
        self.filter(self.box.value)

    def translate(self) -> None:
        """Say everything in the language and the calendar."""
        self.box.placeholder = HINT.say(self.language)
        self.rows.language = self.chapters.language = self.language
        self.rows.calendar = self.calendar
        self.chapters.titles = self._titles()
        self.rows.forget()
        self.chapters.forget()
        self._say()
        self._show_card()

    def _titles(self) -> dict[str, str]:
        """Return the title of each chapter: that of the section above its first measure."""
        found: dict[str, str] = {}
        for card in self.session.measures(""):
            if card.chapter not in found and card.section.parent_id is not None:
                above = self.session.plan.section_by_id(card.section.parent_id)
                found[card.chapter] = words.title(above, self.language)
        return found

    @property
    def current(self) -> Section | None:
        """The measure under the cursor."""
        return self.rows.row.section if self.rows.row else None

    # Filtering and sorting

    def ask(self, query: str) -> None:
        """Show the measures that a query lets through."""
        self.box.value = query
        self.rows.focus()

    def filter(self, text: str) -> None:
        """Show the measures that a query lets through."""
        if not self.is_attached:
            return
        try:
            cards = self.session.measures(text, self.order, reverse=self.reverse)
        except UsageError as error:
            self.prompt.say([Piece(str(error), "warning")])
            return
        self._query = text
        self.rows.set_rows(cards)
        self.chapters.set_rows(tallies(cards))
        self._fit_chapters()
        self._say()
        self._show_card()

    @on(Measures.Sort)
    def _sort(self, message: Measures.Sort) -> None:
        message.stop()
        if message.reverse:
            self.reverse = not self.reverse
        else:
            orders = list(Order)
            self.order = orders[(orders.index(self.order) + 1) % len(orders)]
            self.reverse = False
        self.filter(self._query)

    def _fit_chapters(self) -> None:
        """Make the chapters' pane no higher than it needs."""
        most = 3 if self.has_class("-low") else 10
        self.chapters.styles.height = max(1, min(most, len(self.chapters.rows)))

    def _say(self) -> None:
        count = TOTAL.say(self.language, count=len(self.rows.rows))
        self.prompt.say([Piece(f"{PROMPT.say(self.language)} {count}", "strong")])
        self.chapters_pane.bar.say(
            [Piece(BY_CHAPTER.say(self.language), "strong")], typeset.legend(self.language)
        )
        columns = self.rows.scrollable_content_region.width
        head = typeset.head_pieces(columns, self.language, self.order, reverse=self.reverse)
        self.list_pane.bar.say(head)

    def on_resize(self) -> None:
        """Put the names above the columns again."""
        self.call_after_refresh(self._fit_chapters)
        self.call_after_refresh(self._say)

    # Following the cursor

    @on(RowList.Highlighted)
    def _moved(self, message: RowList.Highlighted) -> None:
        if message.rows is self.rows:
            self._follow_chapter()
            self._show_card()
        elif message.rows is self.chapters and self.chapters.has_focus:
            self._go_to_chapter()

    def _follow_chapter(self) -> None:
        card = self.rows.row
        chapters = [tally.chapter for tally in self.chapters.rows]
        if card is not None and card.chapter in chapters and not self.chapters.has_focus:
            self.chapters.cursor = chapters.index(card.chapter)

    def _go_to_chapter(self) -> None:
        tally = self.chapters.row
        for number, card in enumerate(self.rows.rows):
            if tally is not None and card.chapter == tally.chapter:
                self.rows.cursor = number
                return

    def _show_card(self) -> None:
        card = self.rows.row
        self.refresh_bindings()
        if card is None:
            self.card_pane.bar.say([])
            self.kpis.show(lambda columns: ())
            return
        title = words.title(card.section, self.language)
        said = KPIS.say(self.language, number=card.number, title=title)
        self.card_pane.bar.say([Piece(said, "strong")], [Piece(card.section.key, "muted")])
        self.kpis.read(self.session.plan.section_text(card.section.key), self.language)

    # Messages

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        self.rows.cursor += message.step

    @on(QueryInput.Left)
    def _to_list(self) -> None:
        self.rows.focus()

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        if message.rows is self.chapters:
            self._go_to_chapter()
            self.rows.focus()
        else:
            self._open()

    @on(Input.Submitted)
    def _open(self) -> None:
        if self.current is not None:
            self.post_message(OpenSection(self.current.key, self._query))

    def ask_here(self) -> bool:
        """Go to the box."""
        self.box.focus()
        return True

    def view(self) -> View | None:
        """Return the list."""
        from plan_tui.export import measures as export

        cards = tuple(self.rows.rows)
        sort = () if self.order is Order.NUMBER else ("--sort", str(self.order))
        reverse = ("--reverse",) if self.reverse else ()
        return View(
            ("measures", *self._query.split(), *sort, *reverse),
            lambda language, command: export.markdown(
                cards, self.session.plan.attribution(), language, command
            ),
        )
