"""All dated targets by fiscal year: a histogram, a list to filter, the printed words in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.widgets import Input

from plan_tui.errors import UsageError
from plan_tui.model.records import Section
from plan_tui.model.targets import Target, TargetYear, by_year, histogram
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.find import Spot
from plan_tui.tui.messages import OpenSection
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.typeset import targets as typeset
from plan_tui.tui.typeset.line import Line, Piece
from plan_tui.tui.view import View
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar, Pane
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.tui.widgets.row_list import RowList

PROMPT = Phrase("期限を絞る", "Filter targets")
HINT = Phrase(
    "語、due:2025、edition:2025、kpi:quantitative、under:2021:3 など（f で入力）",
    "words, due:2025, edition:2025, kpi:quantitative, under:2021:3 (press f)",
)
BY_YEAR = Phrase("年度ごとの件数", "Targets by fiscal year")
LIST = Phrase("期限のある目標", "Dated targets")
WORDS = Phrase("記載", "As printed")
TODAY = Phrase("{today}現在", "as of {today}")
NOTHING = Phrase("該当する期限なし", "No target")

Entry = Target | TargetYear


class Shown:
    """How dates are said; the lists of one screen share it."""

    def __init__(self, ordinals: dict[str, int], today: str) -> None:
        self.ordinals = ordinals
        self.today = today
        self.language = Language.JA
        self.calendar = Calendar.BOTH


class Years(RowList[TargetYear]):
    """The histogram: a fiscal year a line."""

    def __init__(self, shown: Shown) -> None:
        super().__init__(ident="years-list")
        self._shown = shown

    def draw(self, row: TargetYear, columns: int) -> Sequence[Line]:
        """Return a year's line."""
        most = max((len(group.targets) for group in self.rows), default=0)
        shown = self._shown
        return (
            typeset.count_line(row, shown.ordinals, most, columns, shown.language, shown.calendar),
        )


class Targets(RowList[Entry]):
    """The targets, two lines each, below the names of their years."""

    row_height = 2

    def __init__(self, shown: Shown) -> None:
        super().__init__(ident="targets-list")
        self._shown = shown

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a target: the name of a year is stepped over."""
        cursor = super().validate_cursor(cursor)
        if not self.rows or isinstance(self.rows[cursor], Target):
            return cursor
        step = 1 if cursor >= self.cursor or cursor == 0 else -1
        return super().validate_cursor(cursor + step)

    def _follow(self) -> None:
        """Bring the cursor into sight, with the name of the year above the year's first target."""
        above = self.rows[self.cursor - 1 : self.cursor] if self.cursor else ()
        if above and isinstance(above[0], TargetYear) and self.size.height >= 4:
            place = Region(0, (self.cursor - 1) * self.row_height, 1, 2 * self.row_height)
            self.scroll_to_region(place, animate=False, force=True, immediate=True)
        else:
            super()._follow()

    @property
    def target(self) -> Target | None:
        """The target under the cursor."""
        return self.row if isinstance(self.row, Target) else None

    def draw(self, row: Entry, columns: int) -> Sequence[Line]:
        """Return the lines of a year's name or of a target."""
        shown = self._shown
        if isinstance(row, TargetYear):
            return typeset.year_lines(row, columns, shown.language, shown.calendar)
        ordinal = shown.ordinals.get(row.section.edition_id, 1)
        return typeset.target_lines(
            row, ordinal, columns, shown.language, shown.calendar, shown.today
        )


class TargetsScreen(PlanScreen):
    """The targets of all editions."""

    DEFAULT_CSS = """
    TargetsScreen #ask { height: 1; }
    TargetsScreen #ask > Bar { width: auto; background: $plan-bar; }
    TargetsScreen #ask > QueryInput { width: 1fr; }
    TargetsScreen #years { height: auto; }
    TargetsScreen #years > Years { height: 12; }
    TargetsScreen #list { height: 1fr; }
    TargetsScreen #list > Targets, TargetsScreen #list { background: $plan-pane; }
    TargetsScreen #words { height: 7; }
    TargetsScreen.-low #years > Years { height: 4; }
    TargetsScreen.-low #words { height: 5; }
    """
    AUTO_FOCUS = "Targets"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high")]
        ordinals = {edition.id: edition.ordinal for edition in session.plan.editions()}
        self.shown = Shown(ordinals, session.today)
        self.prompt = Bar()
        self.box = QueryInput(self.filter)
        self.years = Years(self.shown)
        self.rows = Targets(self.shown)
        self.words = LinePane()
        self.years_pane = Pane(self.years, ident="years")
        self.list_pane = Pane(self.rows, ident="list")
        self.words_pane = Pane(self.words, ident="words")
        self.found: tuple[Target, ...] = ()
        self._query = ""

    def body(self) -> ComposeResult:
        """Yield the box, the histogram, the list and the printed words."""
        yield Horizontal(self.prompt, self.box, id="ask")
        yield self.years_pane
        yield self.list_pane
        yield self.words_pane

    def on_mount(self) -> None:
        """Show all targets."""
        self.shown.today = self.session.today
        self.filter(self.box.value)

    def translate(self) -> None:
        """Say everything in the language and the calendar."""
        self.shown.language = self.language
        self.shown.calendar = self.calendar
        self.box.placeholder = HINT.say(self.language)
        self.years.forget()
        self.rows.forget()
        self._say()
        self._show_words()

    @property
    def current(self) -> Section | None:
        """The section of the target under the cursor."""
        return self.rows.target.section if self.rows.target else None

    # Filtering

    def ask(self, query: str) -> None:
        """Show the targets that a query lets through."""
        self.box.value = query
        self.rows.focus()

    def filter(self, text: str) -> None:
        """Show the targets that a query lets through."""
        if not self.is_attached:
            return
        try:
            self.found = self.session.targets(text)
        except UsageError as error:
            self.prompt.say([Piece(str(error), "warning")])
            return
        self._query = text
        entries: list[Entry] = []
        for group in by_year(self.found):
            entries += [group, *group.targets]
        self.rows.set_rows(entries, 1)
        self.years.set_rows(histogram(self.found))
        self._fit_years()
        self._say()
        self._show_words()

    def _fit_years(self) -> None:
        """Make the histogram no higher than it needs."""
        most = 4 if self.has_class("-low") else 12
        self.years.styles.height = max(1, min(most, len(self.years.rows)))

    def on_resize(self) -> None:
        """Fit the histogram to the new height."""
        self.call_after_refresh(self._fit_years)

    def _say(self) -> None:
        count = typeset.COUNT.say(self.language, count=len(self.found))
        self.prompt.say([Piece(f"{PROMPT.say(self.language)} {count}", "strong")])
        self.years_pane.bar.say(
            [Piece(BY_YEAR.say(self.language), "strong")], typeset.legend(self.shown.ordinals)
        )
        today = TODAY.say(self.language, today=self.shown.today)
        self.list_pane.bar.say([Piece(LIST.say(self.language), "strong")], [Piece(today, "muted")])

    # Following the cursor

    @on(RowList.Highlighted)
    def _moved(self, message: RowList.Highlighted) -> None:
        if message.rows is self.rows:
            self._follow_year()
            self._show_words()
        elif message.rows is self.years and self.years.has_focus:
            self._go_to_year()

    def _follow_year(self) -> None:
        target = self.rows.target
        if target is None or self.years.has_focus:
            return
        for number, group in enumerate(self.years.rows):
            if target in group.targets:
                self.years.cursor = number
                return

    def _go_to_year(self) -> None:
        group = self.years.row
        if group is not None and group.targets:
            self.rows.cursor = list(self.rows.rows).index(group.targets[0])

    def _show_words(self) -> None:
        target = self.rows.target
        self.refresh_bindings()
        name = WORDS.say(self.language)
        if target is None:
            self.words_pane.bar.say([Piece(NOTHING.say(self.language), "warning")])
            self.words.show(lambda columns: ())
            return
        self.words_pane.bar.say([Piece(name, "strong")], [Piece(target.section.key, "muted")])
        draw: Callable[[int], Sequence[Line]] = partial(
            typeset.detail_lines,
            target,
            language=self.language,
            calendar=self.calendar,
            today=self.shown.today,
        )
        self.words.show(draw)

    # Messages

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        self.rows.cursor += message.step

    @on(QueryInput.Left)
    def _to_list(self) -> None:
        self.rows.focus()

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        if message.rows is self.years:
            self._go_to_year()
            self.rows.focus()
        else:
            self._open()

    @on(Input.Submitted)
    def _open(self) -> None:
        target = self.rows.target
        if target is not None:
            end = target.offset + len(target.text)
            spot = Spot(target.place, target.passage, target.offset, end)
            self.post_message(OpenSection(target.section.key, at=spot))

    def ask_here(self) -> bool:
        """Go to the box."""
        self.box.focus()
        return True

    def view(self) -> View | None:
        """Return the list."""
        from plan_tui.export import targets as export

        found, today, plan = self.found, self.shown.today, self.session.plan
        return View(
            ("targets", *self._query.split()),
            lambda language, command: export.markdown(
                found, plan.editions(), plan.attribution(), language, today, command
            ),
        )
