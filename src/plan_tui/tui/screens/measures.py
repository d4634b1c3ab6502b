"""All measures with their KPIs: chapters as bars, a list to filter and sort, the KPIs of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from plan_tui.compare.promises.later_editions_of import compared_after, with_later_editions
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.model import headings
from plan_tui.model.measure_cards import ChapterTally, Order, editions_of, tallies
from plan_tui.model.records import Edition, MeasureCard, Section
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.tui.background import PlanTask
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.commands.need import Setting
from plan_tui.tui.destinations import SectionAt
from plan_tui.tui.render import measures as typeset
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.render.measure_chapters import chapter_line, kpi_legend
from plan_tui.tui.screens.list_screen import ChartedScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.reading import KpiPane
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.views.view import View

PROMPT = Phrase("施策を絞る {count}件", "{count} {count:measure|measures}, filter:")
KPIS = Phrase("施策 {number}　{title}", "{number} {title}")
BY_CHAPTER = Phrase("章ごとのKPI", "KPIs by chapter")

HIGH = 36
"""Lines from which a screen is not ``-low``."""


class ChapterRows(RowList[ChapterTally]):
    """The chapters, one line each."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: dict[tuple[str, str], Section] = {}
        """Edition and chapter → the section above its measures."""
        self.ordinals: dict[str, int] = {}
        """Editions that hold measures, where several do → their numbers by time."""

    def draw(self, row: ChapterTally, columns: int) -> Sequence[Line]:
        """Return a chapter's line."""
        most = max(tally.kpis for tally in self.rows)
        heading = self.headings.get((row.edition, row.chapter))
        title = headings.title(heading, self.language) if heading else ""
        line = chapter_line(
            row, title, most, columns, self.language, self.ordinals, among=self.rows
        )
        return (line,)


class MeasureRows(RowList[MeasureCard]):
    """The measures, one line each."""

    settings = (Setting.CALENDAR,)

    def __init__(self) -> None:
        super().__init__()
        self.ordinals: dict[str, int] = {}
        """Editions that hold measures, where several do → their numbers by time."""
        self.later: tuple[Edition, ...] = ()
        """The later editions that say something of measures, oldest first."""

    def draw(self, row: MeasureCard, columns: int) -> Sequence[Line]:
        """Return a measure's line."""
        line = typeset.measure_line(
            row, columns, self.language, self.calendar, self.ordinals, self.later
        )
        return (line,)


class MeasuresScreen(ChartedScreen[MeasureCard, ChapterTally]):
    """The measures by chapter, in an order that the reader chooses."""

    LEGEND = (
        LegendPart.MEASURES,
        LegendPart.STATUSES,
        LegendPart.RELATIONS,
        LegendPart.SUGGESTIONS,
        LegendPart.MOVEMENTS,
        LegendPart.COUNTERPARTS,
    )
    DEFAULT_CSS = """
    MeasuresScreen #chart > ChapterRows { max-height: 10; }
    MeasuresScreen.-low #chart > ChapterRows { max-height: 3; }
    MeasuresScreen #detail { height: 11; }
    MeasuresScreen.-low #detail { height: 6; }
    MeasuresScreen.-short #detail, MeasuresScreen.-low.-short #detail { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SORTED)
    HINT = Phrase(
        "語、章:3、指標:未設定、期限:{year}、kpi:unset など",
        "words, chapter:III, kpi:unset, due:{year}",
    )

    def __init__(self, session: Session) -> None:
        self.chapters = ChapterRows()
        self.kpis = KpiPane()
        self.cards = MeasureRows()
        super().__init__(session, self.cards, self.chapters, self.kpis)
        self.order = Order.NUMBER
        self.reverse = False

    def fill(self) -> None:
        """Look up the headings of the chapters, and the editions that hold measures."""
        cards = self.session.measures("")
        for card in cards:
            chapter = card.section.edition_id, card.chapter
            if chapter not in self.chapters.headings and card.section.parent_id is not None:
                self.chapters.headings[chapter] = self.session.plan.path(card.section)[-1]
        editions = editions_of(cards)
        if len(editions) > 1:
            ordinals = {edition: self.session.ordinals[edition] for edition in editions}
            self.chapters.ordinals = self.cards.ordinals = ordinals
        self.cards.later = self._later_editions(editions)
        super().fill()
        if self.cards.later:
            task = PlanTask(self, self.session, _whole_measures, self._set_whole)
            self.once_drawn(task.start)

    def _later_editions(self, editions: Sequence[str]) -> tuple[Edition, ...]:
        """Return the editions that are compared, later than the first that holds measures."""
        ordinals = [self.session.ordinals[edition] for edition in editions]
        return compared_after(self.session.plan, min(ordinals)) if ordinals else ()

    def _set_whole(self, cards: tuple[MeasureCard, ...]) -> None:
        """Show what moved in later editions, which takes longer to find than a first picture."""
        self.session.set_whole_measures(cards)
        by_id = {card.section.id: card for card in cards}
        self.rows.replace_rows(tuple(by_id[row.section.id] for row in self.rows.rows))
        self.follow()

    @property
    def current(self) -> Section | None:
        """The measure under the cursor."""
        return self.rows.row.section if self.rows.row else None

    def find(self, text: str) -> None:
        """Show the measures that a query lets through, and their chapters."""
        cards = self.session.measures(text, self.order, self.language, reverse=self.reverse)
        if self.cards.later and not text and not self.session.has_whole_measures:
            first = self.rows.size.height  # those that are seen at first
            seen = with_later_editions(self.session.plan, cards[:first])
            cards = *seen, *cards[first:]
        self.rows.set_rows(cards)
        self.chart.set_rows(tallies(cards))
        self._share()

    def on_resize(self) -> None:
        """Share the lines of the new height."""
        if self.is_filled:
            self._share()

    def _share(self) -> None:
        """Leave the lines that a short list does not need to the KPIs."""
        low = self.size.height < HIGH
        chart, detail = (3, 6) if low else (10, 11)
        room = self.size.height - 3 - min(len(self.chart.rows), chart) - detail
        needed = 1 + max(2, len(self.rows.rows))  # that nothing is found is said in two lines
        if needed < room or self.has_class("-short"):
            self.set_class(needed < room, "-short")
            self.list_pane.styles.height = needed if needed < room else "1fr"

    def translate(self) -> None:
        """Say everything in the language, in which titles have an order of their own."""
        super().translate()
        card = self.rows.row
        if self.order is Order.TITLE and card is not None:
            self.filter(self.box.value)
            self.rows.cursor = self.rows.rows.index(card)

    def count(self, text: str) -> int:
        """Count the measures that a query lets through."""
        return len(self.session.measures(text))

    def belongs(self, row: MeasureCard, group: ChapterTally) -> bool:
        """Tell whether a measure is one of a chapter."""
        return (row.section.edition_id, row.chapter) == (group.edition, group.chapter)

    def action_sort(self) -> None:
        """Sort by the next column."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.reverse = False
        self.filter(self.box.value)

    def action_sort_reverse(self) -> None:
        """Sort in the opposite order."""
        self.reverse = not self.reverse
        self.filter(self.box.value)

    def say(self) -> None:
        """Say how many measures there are, and the names of their columns."""
        prompt = PROMPT.say(self.language, count=len(self.rows.rows))
        self.prompt.say([Piece(prompt, "strong")])
        self.chart_pane.bar.say(
            [Piece(BY_CHAPTER.say(self.language), "strong")], kpi_legend(self.language)
        )
        columns = self.rows.scrollable_content_region.width
        head = typeset.head_pieces(
            columns,
            self.language,
            self.order,
            self.cards.ordinals,
            self.cards.later,
            reverse=self.reverse,
        )
        self.list_pane.bar.say(head)

    def follow(self) -> None:
        """Show the KPIs of the measure under the cursor."""
        card = self.rows.row
        if card is None:
            self.detail_pane.bar.say([])
            self.kpis.show(lambda columns: ())
            return
        title = headings.title(card.section, self.language)
        head = KPIS.say(self.language, number=card.number, title=title)
        self.detail_pane.bar.say([Piece(head, "strong")], [Piece(card.section.key, "muted")])
        self.kpis.read(self.session.plan.section_text(card.section.key), self.language, card=card)

    def destination(self) -> SectionAt | None:
        """Return the measure, the words of the query marked in it."""
        return SectionAt(self.current.key, self.asked) if self.current else None

    @property
    def has_view(self) -> bool:
        """True unless a filter is wrong; what later editions say is not waited for."""
        return self.error is None

    def listed(self) -> View | None:
        """Return the list, with all that later editions say, which may have to be read first."""
        from plan_tui.views.measures import MeasuresView

        whole = {card.section.id: card for card in self.session.whole_measures()}
        cards = tuple(whole[card.section.id] for card in self.rows.rows)
        return MeasuresView(self.language, cards, self.asked, self.order, self.reverse)


def _whole_measures(plan: Plan) -> tuple[MeasureCard, ...]:
    return with_later_editions(plan, plan.measures())
