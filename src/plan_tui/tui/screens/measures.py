"""All measures with their KPIs: a list to filter, and the KPIs of the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from plan_tui.errors import UsageError
from plan_tui.model.records import MeasureCard, Section
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import words
from plan_tui.tui.messages import OpenSection
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.typeset.line import Line, Piece
from plan_tui.tui.typeset.measure import head_pieces, measure_line
from plan_tui.tui.view import View
from plan_tui.tui.widgets.pane import Bar, Pane
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.tui.widgets.reading import KpiPane
from plan_tui.tui.widgets.row_list import RowList

PROMPT = Phrase("施策を絞る", "Filter measures")
HINT = Phrase(
    "語、chapter:III、kpi:unset など（f で入力）", "words, chapter:III, kpi:unset (press f)"
)
TOTAL = Phrase("{count}件", "{count} measures")
KPIS = Phrase("施策 {number}　{title}", "{number} {title}")


class Measures(RowList[MeasureCard]):
    """The measures, one line each."""

    language = Language.JA

    def draw(self, row: MeasureCard, columns: int) -> Sequence[Line]:
        """Return a measure's line."""
        return (measure_line(row, columns, self.language),)


class Head(Bar):
    """The names of the list's columns."""

    def show(self, language: Language, columns: int) -> None:
        """Show the names in the columns' places."""
        self.say(head_pieces(columns, language))


class MeasuresScreen(PlanScreen):
    """The list of measures."""

    DEFAULT_CSS = """
    MeasuresScreen #ask { height: 1; }
    MeasuresScreen #ask > Bar { width: auto; background: $plan-bar; }
    MeasuresScreen #ask > QueryInput { width: 1fr; }
    MeasuresScreen #list { height: 1fr; }
    MeasuresScreen #list > Measures, MeasuresScreen #list { background: $plan-pane; }
    MeasuresScreen #card { height: 11; }
    MeasuresScreen.-low #card { height: 7; }
    """
    AUTO_FOCUS = "Measures"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
        self.prompt = Bar()
        self.box = QueryInput(self.filter)
        self.rows = Measures()
        self.list_pane = Pane(self.rows, ident="list")
        self.kpis = KpiPane()
        self.card_pane = Pane(self.kpis, ident="card")
        self._query = ""

    def body(self) -> ComposeResult:
        """Yield the box, the list and the KPIs."""
        yield Horizontal(self.prompt, self.box, id="ask")
        yield self.list_pane
        yield self.card_pane

    def on_mount(self) -> None:
        """Show all measures."""
        self.filter("")

    def translate(self) -> None:
        """Say everything in the language."""
        self.box.placeholder = HINT.say(self.language)
        self.rows.language = self.language
        self.rows.forget()
        self._say_count()
        self._show_card()

    @property
    def current(self) -> Section | None:
        """The measure under the cursor."""
        return self.rows.row.section if self.rows.row else None

    def filter(self, text: str) -> None:
        """Show the measures that a query lets through."""
        if not self.is_attached:
            return
        try:
            cards = self.session.measures(text)
        except UsageError as error:
            self.prompt.say([Piece(str(error), "warning")])
            return
        self._query = text
        self.rows.set_rows(cards)
        self._say_count()
        self._show_card()

    def _say_count(self) -> None:
        count = TOTAL.say(self.language, count=len(self.rows.rows))
        self.prompt.say([Piece(f"{PROMPT.say(self.language)} {count}", "strong")])
        columns = self.rows.scrollable_content_region.width
        self.list_pane.bar.say(head_pieces(columns, self.language))

    def on_resize(self) -> None:
        """Put the names above the columns again."""
        self.call_after_refresh(self._say_count)

    @on(Measures.Highlighted)
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

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        self.rows.cursor += message.step

    @on(QueryInput.Left)
    def _to_list(self) -> None:
        self.rows.focus()

    @on(Input.Submitted)
    @on(Measures.Chosen)
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
        words_ = tuple(self._query.split())
        return View(
            ("measures", *words_),
            lambda language, command: export.markdown(
                cards, self.session.plan.attribution(), language, command
            ),
        )
