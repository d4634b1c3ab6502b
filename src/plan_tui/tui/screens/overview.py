"""The overview: what the data holds; each figure leads to its list."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.strip import Strip

from plan_tui.labels.legend_entry import LegendPart
from plan_tui.labels.own_data import OWN_DATABASE
from plan_tui.model.statistics import CountKind
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.background import PlanTask
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.destinations import OpenDestination
from plan_tui.tui.render.figure_rows import FigureRow, OverviewRow, arrange, figure_row_line
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.pane import Pane
from plan_tui.tui.widgets.row_list import RowList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.statistics import Overview
    from plan_tui.store.plan import Plan
    from plan_tui.tui.render.overview import Greatest
    from plan_tui.tui.session import Session
    from plan_tui.views.view import View

ABOUT = Phrase("h l 数を選ぶ　Enter 一覧へ", "h l choose, Enter opens the list")
OTHER_LANGUAGE = Phrase("English", "日本語")
"""Said to those who would rather read the other language."""
COUNTING = Phrase("数えています", "Counting")

if TYPE_CHECKING:
    _Read = tuple[Overview, Sequence[OverviewRow], Language]
    # Figures, and the rows of a language that show them.


class FigureList(RowList[FigureRow]):
    """Rows of figures; the cursor stands on one figure, and skips rows without any."""

    BINDINGS = bindings(Scope.FIGURES)

    figure: reactive[int] = reactive(0, init=False)
    """Number of the figure with the cursor, from 0."""

    def fill(self, rows: Sequence[OverviewRow]) -> None:
        """Show rows, in as many lines as their figures need at the present width."""
        columns = self.scrollable_content_region.width - 1
        self.set_rows(arrange(rows, columns), self.cursor)

    def draw(self, row: FigureRow, columns: int) -> Sequence[Line]:
        """Return a row's line, its figure marked if the cursor stands there."""
        active = self._at(row) if row is self.row else -1
        return (figure_row_line(row, columns, active),)

    def strip_of(self, line: Line, columns: int, over: str = "") -> Strip:
        """Draw a row; that with the cursor keeps its colours, so that the figure shows."""
        return super().strip_of(line, columns)

    def _at(self, row: FigureRow) -> int:
        return min(self.figure, len(row.figures) - 1)

    def set_rows(self, rows: Sequence[FigureRow], cursor: int = 0) -> None:
        """Show other rows, the cursor on the first from ``cursor`` that has a figure."""
        with_figures = (n for n, row in enumerate(rows) if row.figures and n >= cursor)
        super().set_rows(rows, next(with_figures, cursor))

    def watch_figure(self) -> None:
        """Draw the row anew."""
        self.forget()

    def _step(self, step: int) -> None:
        number = self.cursor + step
        while 0 <= number < len(self.rows) and not self.rows[number].figures:
            number += step
        if 0 <= number < len(self.rows):
            self.cursor = number
        elif step < 0:
            self.scroll_to(y=0, animate=False)

    def action_down(self) -> None:
        """Move to the next row with a figure."""
        self._step(1)

    def action_up(self) -> None:
        """Move to the row with a figure before."""
        self._step(-1)

    def action_top(self) -> None:
        """Move to the first row with a figure."""
        self.cursor = 0
        if self.row and not self.row.figures:
            self._step(1)

    def action_next_figure(self) -> None:
        """Move to the figure at the right."""
        if self.row:
            self.figure = min(self._at(self.row) + 1, max(0, len(self.row.figures) - 1))

    def action_previous_figure(self) -> None:
        """Move to the figure at the left."""
        if self.row:
            self.figure = max(0, self._at(self.row) - 1)

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the rows of both figures."""
        self.forget()
        super().watch_cursor(before, after)

    def action_choose(self) -> None:
        """Open the list behind the figure."""
        if self.row and self.row.figures:
            figure = self.row.figures[self._at(self.row)]
            self.post_message(OpenDestination(figure.destination))


class OverviewScreen(PlanScreen):
    """Stands at once; of many documents, those that are seen first are read first."""

    AUTO_FOCUS = "FigureList"
    LEGEND = (LegendPart.FIGURES,)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.figures = FigureList()
        self.pane = Pane(self.figures)
        self.overview: Overview | None = None
        self._first: Overview | None = None
        """The figures that are shown: all, or of many documents those of the first at first."""
        self._rows: Sequence[OverviewRow] = ()
        self._rows_language = self.language

    def body(self) -> ComposeResult:
        """Yield the rows."""
        yield self.pane

    def on_mount(self) -> None:
        """Have the figures read once it is known in which language."""
        self.call_later(self._read_first)

    def _read_first(self) -> None:
        """Read the figures of what can be seen; those of further documents beside the picture."""
        from plan_tui.store.overview_queries import greatest_figures

        greatest = greatest_figures(self.session.plan)
        count, _ = greatest.get((CountKind.DOCUMENT, "sections"), (0, 0))
        if count <= self.first_documents:
            self._show_all(self._read(self.session.plan))
        else:
            self.call_later(self._show_first, greatest)

    @property
    def first_documents(self) -> int:
        """How many documents are read at first, where there are more: as many as can be seen."""
        return self.app.size.height

    def _show_first(self, greatest: Greatest) -> None:
        """Show the figures of the first of many documents."""
        from plan_tui.store.overview_queries import overview
        from plan_tui.tui.render.overview import first_rows

        figures, language = overview(self.session.plan, self.first_documents), self.language
        rows = first_rows(figures, greatest, self.session.left_at, language)
        self._show(figures, rows, language)
        self.once_drawn(PlanTask(self, self.session, self._read, self._show_all).start)

    def _read(self, plan: Plan) -> _Read:
        """Read all figures, and set them as rows of a language; of many, in a task's own thread."""
        from plan_tui.store.overview_queries import overview
        from plan_tui.tui.render.overview import overview_rows

        figures = overview(plan)
        language = self.language  # the reader may change it meanwhile
        return figures, overview_rows(figures, self.session.left_at, language), language

    def _show_all(self, read: _Read) -> None:
        self.overview = read[0]
        self._show(*read)

    def _show(self, figures: Overview, rows: Sequence[OverviewRow], language: Language) -> None:
        self._first, self._rows, self._rows_language = figures, rows, language
        self.translate()
        self.refresh_bindings()

    def translate(self) -> None:
        """Say everything in the language."""
        name = BY_ID["overview"].name.say(self.language)
        if self._first is None:
            self.pane.bar.say(
                [Piece(name, "strong")], [Piece(COUNTING.say(self.language), "muted")]
            )
            return
        title = [Piece(name, "strong")]
        if self._first.added:
            title.append(Piece(f"  {OWN_DATABASE.say(self.language)}", "muted"))
        # Where both have no room, whose data it is counts more than how to choose a figure.
        hints = () if self._first.added else (Piece(ABOUT.say(self.language)),)
        self.pane.bar.say(title, [*hints, *self._switch()])
        self._fill()

    @on(RowList.Resized)
    def _fill(self) -> None:
        """Set the rows for the present width."""
        if self._first is not None and self.figures.size:
            if self.overview is not None and self._rows_language is not self.language:
                from plan_tui.tui.render.overview import overview_rows

                self._rows = overview_rows(self.overview, self.session.left_at, self.language)
                self._rows_language = self.language
            self.figures.fill(self._rows)

    def _switch(self) -> tuple[Piece, ...]:
        """Say how to read the other language; this is the first screen that is seen."""
        key = first_key(self.app, "language")
        return Piece("  "), Piece(key, "mark"), Piece(f" {OTHER_LANGUAGE.say(self.language)}")

    @property
    def has_view(self) -> bool:
        """Whether there are figures to take."""
        return self._first is not None

    def view(self) -> View | None:
        """Return the figures; all of them, even while those of the first documents are shown."""
        from plan_tui.store.overview_queries import overview
        from plan_tui.views.overview import OverviewView

        if self._first is None:
            return None
        return OverviewView(self.language, self.overview or overview(self.session.plan))
