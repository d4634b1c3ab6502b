"""Measure cards: status, numbers to reach, due dates, chapters."""

from __future__ import annotations

from plan_tui.labels.measure_names import (
    DUE,
    KPI_KINDS,
    NO_KPI,
    STATUS,
    TARGET,
    status_words,
)
from plan_tui.labels.punctuation import in_brackets
from plan_tui.model import headings
from plan_tui.model.enums import KpiKind
from plan_tui.model.measure_cards import (
    Order,
    due_dates,
    editions_of,
    in_order,
    kpi_due_dates,
    later_editions,
    numeric_targets,
    statuses,
    tallies,
    text_due_dates,
)
from plan_tui.text.calendar import DateBasis
from plan_tui.text.day_names import UNKNOWN_DAYS, interval
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.text.width import pad, width
from plan_tui.views.later_lines import (
    later_cell,
    later_fields,
    later_lines,
    later_records,
)
from plan_tui.views.text_lines import status
from plan_tui.views.view import NO_MATCH, View, limit_words, no_paint, query_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.measure_cards import (
        ChapterTally,
    )
    from plan_tui.model.records import Attribution, MeasureCard, PrintedDate
    from plan_tui.model.rich_document import Content, RichDocument
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.document_builder import DocumentBuilder
    from plan_tui.views.view import Paint, Record

EDITION = Phrase("版", "Edition")
NUMBER = Phrase("番号", "Number")
CHAPTER = Phrase("章", "Chapter")
MEASURE = Phrase("施策", "Measure")
IN_TEXT = Phrase("本文", "in the text")
MEASURES = Phrase("施策数", "Measures")
KPIS = Phrase("KPI数", "KPIs")
SET = Phrase("設定あり", "set")
NUMERIC = Phrase("うち数値目標あり", "with a number to reach")
UNSET = Phrase("未設定", "unset")
WITHOUT = Phrase("KPIのない施策", "measures without KPIs")
_TITLE = Phrase("施策とKPI", "Measures and their KPIs")
_ALL = Phrase("計", "Total")
_KPI_DUE = Phrase("期限（KPI）", "Due (KPIs)")
_TEXT_DUE = Phrase("期限（本文）", "Due (text)")
_COLUMNS = (
    *(NUMBER, CHAPTER, MEASURE, KPI_KINDS[KpiKind.PROGRESS], KPI_KINDS[KpiKind.OUTCOME]),
    *(STATUS, TARGET, _KPI_DUE, _TEXT_DUE),
)


@record
class MeasuresView(View):
    """Measure cards, sorted."""

    cards: Sequence[MeasureCard]
    filters: str = ""
    order: Order = Order.NUMBER
    reverse: bool = False
    limit: int | None = None

    columns = (
        *("number", "chapter", "key", "title", "progress", "progress_status", "outcome"),
        *("outcome_status", "status", "targets", "kpi_due", "text_due", "citation", "title_en"),
        *("later_edition", "later_relation", "later_key", "later_due", "later_number"),
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        sort = () if self.order is Order.NUMBER else ("--sort", str(self.order))
        reverse = ("--reverse",) if self.reverse else ()
        options = (*sort, *reverse, *limit_words(self.limit))
        return ("measures", *query_words(self.filters, *options))

    @property
    def nothing(self) -> str:
        """What to say where no measure passes the filters."""
        return "" if self.cards else NO_MATCH.of(query=self.filters).say(self.language)

    def records(self) -> list[Record]:
        """Return one record a measure, its KPIs by kind."""
        return [_record(card) for card in self.cards]

    def rows(self) -> list[Record]:
        """Return the records for a table of fields: a due date stands for its days.

        The statuses of KPIs are as many as they, and in their order.
        """
        return [
            _record(card)
            | {
                "progress_status": [kpi.status or "" for kpi in card.of_kind(KpiKind.PROGRESS)],
                "outcome_status": [kpi.status or "" for kpi in card.of_kind(KpiKind.OUTCOME)],
                "kpi_due": [_days(date) for date in kpi_due_dates(card)],
                "text_due": [_days(date) for date in text_due_dates(card)],
            }
            | later_fields(card)
            for card in self.cards
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return the cards: number, chapter, key and title, KPIs, numbers to reach, due dates."""
        numbers = max((width(card.number) for card in self.cards), default=0) + 2
        chapters = max((width(card.chapter) for card in self.cards), default=0) + 2
        keys = max((width(card.section.key) for card in self.cards), default=0) + 2
        indent = " " * (numbers + chapters)
        lines = []
        for card in self.cards:
            lines.append(
                paint("head", pad(card.number, numbers))
                + pad(card.chapter, chapters)
                + paint("key", pad(card.section.key, keys))
                + headings.title(card.section, self.language)
            )
            about = _card_lines(card, self.language, paint)
            about += later_lines(card, self.language, paint)
            lines += [f"{indent}{line}" for line in about]
        return "\n".join(lines) + "\n" if lines else ""

    def document(self, attribution: Attribution) -> RichDocument:
        """Return a summary by chapter and the cards as a table, each kind of KPI in a column."""
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language))
        if self.cards:
            _write_summary(builder, tallies(self.cards))
        several = len(editions_of(self.cards)) > 1
        later = later_editions(self.cards)
        rows = [
            [
                *([card.section.edition_id] if several else []),
                *_cells(builder, card),
                *(later_cell(builder, card, edition) for edition in later),
            ]
            for card in self.cards
        ]
        heads = (EDITION, *_COLUMNS) if several else _COLUMNS
        columns = [column.say(self.language) for column in heads]
        columns += [edition.name(self.language) for edition in later]
        builder.table(columns, rows)
        return builder.finish(attribution, self.command)


def measures_view(
    plan: Plan,
    language: Language,
    filters: str = "",
    order: Order = Order.NUMBER,
    *,
    reverse: bool = False,
    limit: int | None = None,
) -> MeasuresView:
    """Return the measure cards that pass the filters, sorted, at most ``limit`` of them.

    Raises:
        UsageError: a filter is wrong.

    """
    from plan_tui.compare.promises.later_editions_of import with_later_editions

    cards = _filtered(plan, filters) if filters else plan.measures()
    if order.asks_later:
        cards = with_later_editions(plan, cards)
    shown = in_order(cards, order, language, reverse=reverse)[:limit]
    if not order.asks_later:
        shown = with_later_editions(plan, shown)
    return MeasuresView(language, shown, filters, order, reverse, limit)


def _filtered(plan: Plan, filters: str) -> tuple[MeasureCard, ...]:
    """Return the measure cards that pass filters, as printed."""
    from plan_tui.query.grammar import parse_query
    from plan_tui.search.filtered_lists import measures

    return measures(plan, parse_query(filters))


def _record(card: MeasureCard) -> Record:
    from plan_tui.views.section_records import kpi_record, section_record

    return section_record(card.section) | {
        "number": card.number,
        "chapter": card.chapter,
        "progress": [kpi_record(kpi) for kpi in card.of_kind(KpiKind.PROGRESS)],
        "outcome": [kpi_record(kpi) for kpi in card.of_kind(KpiKind.OUTCOME)],
        "status": list(statuses(card)),
        "targets": [
            {
                "text": number.text,
                "value": number.value,
                "unit": number.unit,
                "comparator": number.comparator or "",
            }
            for number in numeric_targets(card)
        ],
        "due": [_date_record(date) for date in due_dates(card)],
        "kpi_due": [_date_record(date) for date in kpi_due_dates(card)],
        "text_due": [_date_record(date) for date in text_due_dates(card)],
        "later": later_records(card),
    }


def _date_record(date: PrintedDate) -> Record:
    return {
        "text": date.text,
        "start": date.start,
        "end": date.end,
        "end_known": date.basis is not DateBasis.UNRESOLVED,
        "place": "text" if date.kpi_id is None else "kpi",
    }


def _card_lines(card: MeasureCard, language: Language, paint: Paint) -> list[str]:
    if not card.kpis:
        lines = [paint("dim", NO_KPI.say(language))]
    else:
        lines = [
            f"{paint('dim', phrase.say(language))} {' '.join(kpi.text.splitlines())}"
            f"{status(kpi, language, paint)}"
            for kind, phrase in KPI_KINDS.items()
            for kpi in card.of_kind(kind)
        ]
    goals = [number.text for number in numeric_targets(card)]
    dates = [_due(date, language) for date in (*kpi_due_dates(card), *text_due_dates(card))]
    for phrase, printed in ((TARGET, goals), (DUE, dates)):
        if printed:
            lines.append(f"{paint('dim', phrase.say(language))} {' / '.join(printed)}")
    return lines


def _days(date: PrintedDate) -> str:
    """Return the days that a date means; of unknown ones, what is printed."""
    unknown = date.basis is DateBasis.UNRESOLVED
    return "".join(date.text.split()) if unknown else interval(date.start, date.end)


def _due(date: PrintedDate, language: Language) -> str:
    place = IN_TEXT.say(language) if date.kpi_id is None else ""
    return _meaning(date, language) + in_brackets(place, language)


def _meaning(date: PrintedDate, language: Language) -> str:
    """Return a date as printed, with the days that it means."""
    unknown = date.basis is DateBasis.UNRESOLVED
    days = UNKNOWN_DAYS.say(language) if unknown else interval(date.start, date.end)
    return f"{' '.join(date.text.split())} = {days}"


def _write_summary(builder: DocumentBuilder, chapters: Sequence[ChapterTally]) -> None:
    columns = (CHAPTER, MEASURES, KPIS, SET, NUMERIC, UNSET, WITHOUT)
    counts = [(t.measures, t.kpis, t.set, t.numeric, t.unset, t.without) for t in chapters]
    several = len({tally.edition for tally in chapters}) > 1
    rows = [
        [*([tally.edition] if several else []), tally.chapter, *map(str, numbers)]
        for tally, numbers in zip(chapters, counts, strict=True)
    ]
    if len(rows) > 1:
        sums = (str(sum(column)) for column in zip(*counts, strict=True))
        rows.append([_ALL.say(builder.language), *([""] if several else []), *sums])
    heads = (EDITION, *columns) if several else columns
    builder.table([column.say(builder.language) for column in heads], rows)


def _cells(builder: DocumentBuilder, card: MeasureCard) -> list[Content | str]:
    from plan_tui.model.rich_document import LineBreak, below_each_other, run

    language = builder.language
    return [
        card.number,
        card.chapter,
        (*run(headings.title(card.section, language)), LineBreak(), *builder.cite(card.section)),
        *(_kpis(card, kind, language) for kind in KPI_KINDS),
        status_words(card, language),
        below_each_other(run(number.text) for number in numeric_targets(card)),
        below_each_other(run(_meaning(date, language)) for date in kpi_due_dates(card)),
        below_each_other(run(_meaning(date, language)) for date in text_due_dates(card)),
    ]


def _kpis(card: MeasureCard, kind: KpiKind, language: Language) -> Content:
    from plan_tui.model.rich_document import below_each_other, run
    from plan_tui.views.section_document import kpi_status

    kpis = card.of_kind(kind)
    if not kpis:
        return run(NO_KPI.say(language))
    return below_each_other((*run(kpi.text), *kpi_status(kpi, language)) for kpi in kpis)
