"""All dated targets by fiscal year: a histogram, a list to filter, the printed words in full."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult

from plan_tui.labels.legend_entry import LegendPart
from plan_tui.model.dated_targets import Target, TargetYear, by_year, histogram
from plan_tui.model.records import Section
from plan_tui.query.grammar import parse_query
from plan_tui.text.language import Phrase
from plan_tui.tui.commands.need import Setting
from plan_tui.tui.destinations import PassageSpan, SectionAt
from plan_tui.tui.render import targets as typeset
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.render.target_years import edition_legend, year_bar_line
from plan_tui.tui.screens.list_screen import ChartedScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.views.view import View

PROMPT = Phrase("期限を絞る {count}件", "{count} {count:target|targets}, filter:")
BY_YEAR = Phrase("年度ごとの件数", "Targets by fiscal year")
WORDS = Phrase("記載", "As printed")

TargetEntry = Target | TargetYear


class YearRows(RowList[TargetYear]):
    """The histogram: a fiscal year a line."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._ordinals = session.ordinals

    def draw(self, row: TargetYear, columns: int) -> Sequence[Line]:
        """Return a year's line."""
        most = max(len(group.targets) for group in self.rows)
        ordinals = self._ordinals
        return (year_bar_line(row, ordinals, most, columns, self.language, self.calendar),)


class TargetRows(RowList[TargetEntry]):
    """The targets, two lines each, below the names of their years."""

    row_height = 2
    settings = (Setting.CALENDAR,)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._dates: tuple[object, int] = None, 0
        """Columns of the dates, and for what they were counted."""

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a target: the name of a year is stepped over."""
        cursor = super().validate_cursor(cursor)
        if not self.rows or isinstance(self.rows[cursor], Target):
            return cursor
        step = 1 if cursor >= self.cursor or cursor == 0 else -1
        return super().validate_cursor(cursor + step)

    def seen_from(self, number: int) -> int:
        """Return the name of the year above the year's first target, else the row itself."""
        above = self.rows[number - 1] if number else None
        return number - 1 if isinstance(above, TargetYear) and self.size.height >= 4 else number

    def draw(self, row: TargetEntry, columns: int) -> Sequence[Line]:
        """Return the lines of a year's name or of a target."""
        if isinstance(row, TargetYear):
            return typeset.year_lines(row, columns, self.language, self.calendar)
        ordinal = self._session.ordinals.get(row.section.edition_id, 1)
        return typeset.target_lines(
            row,
            ordinal,
            columns,
            self._date_columns(columns),
            self.language,
            self.calendar,
            self._session.today,
        )

    def _date_columns(self, columns: int) -> int:
        """Return the columns of all dates, counted once for the rows, width and words."""
        of = self._version, columns, self.language, self.calendar
        if self._dates[0] != of:
            targets = [row for row in self.rows if isinstance(row, Target)]
            self._dates = of, typeset.date_columns(targets, columns, self.language, self.calendar)
        return self._dates[1]


class TargetsScreen(ChartedScreen[TargetEntry, TargetYear]):
    """The targets of all editions."""

    DEFAULT_CSS = """
    TargetsScreen #chart > YearRows { max-height: 12; }
    TargetsScreen.-low #chart > YearRows { max-height: 4; }
    TargetsScreen #others { display: none; }
    TargetsScreen #detail { height: 7; }
    TargetsScreen.-low #detail { height: 5; }
    """
    LEGEND = (LegendPart.TARGETS, LegendPart.FIGURES)
    HINT = Phrase(
        "語、期限:{year}年度、版:{edition}、due:FY{year} など",
        "words, due:FY{year}, edition:{edition}, kpi:quantitative",
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, TargetRows(session), YearRows(session), LinePane())
        self.targets: tuple[Target, ...] = ()
        self.left_out: tuple[Phrase, ...] = ()
        """What to say of targets that the query leaves out for being open."""
        self.others = Bar(ident="others")

    @property
    def target(self) -> Target | None:
        """The target under the cursor."""
        return self.rows.row if isinstance(self.rows.row, Target) else None

    @property
    def current(self) -> Section | None:
        """The section of the target under the cursor."""
        return self.target.section if self.target else None

    def below(self) -> ComposeResult:
        """Yield the line on what is left out below the list, above the detail."""
        yield self.chart_pane
        yield self.list_pane
        yield self.others
        yield self.detail_pane

    def find(self, text: str) -> None:
        """Show the targets that a query lets through, and their years."""
        self.targets = self.session.targets(text)
        self.left_out = self.session.targets_left_out(text)
        entries: list[TargetEntry] = []
        for group in by_year(self.targets):
            entries += [group, *group.targets]
        self.rows.set_rows(entries, 1)
        self.chart.set_rows(histogram(self.targets))

    def count(self, text: str) -> int:
        """Count the targets that a query lets through."""
        return len(self.session.targets(text))

    def clear(self) -> None:
        """Show no targets."""
        super().clear()
        self.targets, self.left_out = (), ()

    def belongs(self, row: TargetEntry, group: TargetYear) -> bool:
        """Tell whether a target is counted in a year of the histogram."""
        if not isinstance(row, Target) or group.is_open != row.is_open:
            return False
        return group.is_open or group.year == row.fiscal_year

    def say(self) -> None:
        """Say how many targets there are, and on which day they are looked at."""
        prompt = PROMPT.say(self.language, count=len(self.targets))
        self.prompt.say([Piece(prompt, "strong")])
        self.chart_pane.bar.say(
            [Piece(BY_YEAR.say(self.language), "strong")],
            edition_legend(self.session.ordinals, self.size.width),
        )
        notes = parse_query(self.asked).notes
        columns = self.rows.scrollable_content_region.width
        left, right = typeset.bar_pieces(notes, self.session.today, columns, self.language)
        self.list_pane.bar.say(left, right)
        others = "  ".join(phrase.say(self.language) for phrase in self.left_out)
        self.others.say([Piece(others)])
        self.others.display = bool(others)

    def follow(self) -> None:
        """Show the printed words of the target under the cursor."""
        target = self.target
        if target is None:
            self.detail_pane.bar.say([])
            self.detail.show(lambda columns: ())
            return
        name = Piece(WORDS.say(self.language), "strong")
        self.detail_pane.bar.say([name], [Piece(target.section.key, "muted")])
        self.detail.show(
            partial(
                typeset.detail_lines,
                target,
                language=self.language,
                calendar=self.calendar,
                today=self.session.today,
            )
        )

    def destination(self) -> SectionAt | None:
        """Return the target's section, at its printed words."""
        target = self.target
        if target is None:
            return None
        end = target.offset + len(target.text)
        words = PassageSpan(target.place, target.passage, target.offset, end)
        return SectionAt(target.section.key, words=words)

    def listed(self) -> View | None:
        """Return the list."""
        from plan_tui.views.targets import TargetsView

        editions = self.session.plan.editions()
        return TargetsView(
            self.language,
            self.targets,
            self.session.today,
            editions,
            self.asked,
            left_out=self.left_out,
        )
