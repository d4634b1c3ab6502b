"""Measure cards as objects, text and Markdown: status, numbers to reach, due dates, chapters."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.export import plain_text
from plan_tui.export.json_lists import Record, kpi_record, name
from plan_tui.export.markdown import Sheet, status
from plan_tui.export.markdown_escape import inline, table
from plan_tui.export.plain_text import Paint, no_paint
from plan_tui.labels import terms
from plan_tui.labels.terms import say
from plan_tui.model import headings
from plan_tui.model.enums import KpiKind
from plan_tui.model.measure_cards import (
    ChapterTally,
    due_dates,
    numeric_targets,
    statuses,
    tallies,
)
from plan_tui.model.records import Attribution, MeasureCard, PrintedDate
from plan_tui.text.day_names import interval
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width

COLUMNS = (
    *("number", "chapter", "key", "title", "progress", "outcome", "status", "targets", "due"),
    "citation",
)
NUMBER = Phrase("番号", "Number")
CHAPTER = Phrase("章", "Chapter")
MEASURE = Phrase("施策", "Measure")
STATUS = Phrase("状態", "Status")
TARGET = Phrase("数値目標", "Numeric target")
DUE = Phrase("期限", "Due")
IN_TEXT = Phrase("本文", "in the text")
MEASURES = Phrase("施策数", "Measures")
KPIS = Phrase("KPI数", "KPIs")
SET = Phrase("設定あり", "set")
NUMERIC = Phrase("うち数値目標あり", "with a number to reach")
UNSET = Phrase("未設定", "unset")
WITHOUT = Phrase("KPIのない施策", "measures without KPIs")
_TITLE = Phrase("施策とKPI", "Measures and their KPIs")
_ALL = Phrase("計", "Total")
_COLUMNS = (
    *(NUMBER, CHAPTER, MEASURE, terms.PROGRESS, terms.OUTCOME),
    *(STATUS, TARGET, DUE),
)


def status_words(card: MeasureCard, language: Language) -> str:
    """Return what a measure's KPIs promise, each status once; empty without KPIs."""
    return "・".join(say(terms.STATUS, one, language) for one in statuses(card))


def records(cards: Sequence[MeasureCard]) -> list[Record]:
    """Return one record a measure, its KPIs by kind."""
    return [
        name(card.section)
        | {
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
            "due": [
                {
                    "text": date.text,
                    "start": date.start,
                    "end": date.end,
                    "place": "text" if date.kpi_id is None else "kpi",
                }
                for date in due_dates(card)
            ],
        }
        for card in cards
    ]


def fields(cards: Sequence[MeasureCard]) -> list[Record]:
    """Return the records for a table of fields: a due date stands for its days."""
    made = records(cards)
    for record, card in zip(made, cards, strict=True):
        record["due"] = [interval(date.start, date.end) for date in due_dates(card)]
    return made


def text(cards: Sequence[MeasureCard], language: Language, paint: Paint = no_paint) -> str:
    """Return the cards: number, chapter, key and title, KPIs, numbers to reach, due dates."""
    numbers = max((width(card.number) for card in cards), default=0) + 2
    chapters = max((width(card.chapter) for card in cards), default=0) + 2
    keys = max((width(card.section.key) for card in cards), default=0) + 2
    indent = " " * (numbers + chapters)
    lines = []
    for card in cards:
        lines.append(
            paint("head", pad(card.number, numbers))
            + pad(card.chapter, chapters)
            + paint("key", pad(card.section.key, keys))
            + headings.title(card.section, language)
        )
        lines += [f"{indent}{line}" for line in _card(card, language, paint)]
    return "\n".join(lines) + "\n" if lines else ""


def _card(card: MeasureCard, language: Language, paint: Paint) -> list[str]:
    if not card.kpis:
        lines = [paint("dim", terms.NO_KPI.say(language))]
    else:
        lines = [
            f"{paint('dim', phrase.say(language))} {' '.join(kpi.text.splitlines())}"
            f"{plain_text.status(kpi, language, paint)}"
            for kind, phrase in terms.KPI_KIND.items()
            for kpi in card.of_kind(kind)
        ]
    goals = [number.text for number in numeric_targets(card)]
    dates = [_due(date, language) for date in due_dates(card)]
    for phrase, found in ((TARGET, goals), (DUE, dates)):
        if found:
            lines.append(f"{paint('dim', phrase.say(language))} {' / '.join(found)}")
    return lines


def _due(date: PrintedDate, language: Language) -> str:
    place = f" ({IN_TEXT.say(language)})" if date.kpi_id is None else ""
    return f"{' '.join(date.text.split())} = {interval(date.start, date.end)}{place}"


def markdown(
    cards: Sequence[MeasureCard],
    attribution: Attribution,
    language: Language,
    command: str = "",
) -> str:
    """Return a summary by chapter and the cards as a table, each kind of KPI in a column."""
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language))
    if cards:
        sheet.add(_summary(tallies(cards), language))
    rows = [_row(sheet, card) for card in cards]
    sheet.add(table([column.say(language) for column in _COLUMNS], rows))
    return sheet.finish(attribution, command)


def _summary(found: Sequence[ChapterTally], language: Language) -> str:
    columns = (CHAPTER, MEASURES, KPIS, SET, NUMERIC, UNSET, WITHOUT)
    counts = [(t.measures, t.kpis, t.set, t.numeric, t.unset, t.without) for t in found]
    rows = [
        [inline(tally.chapter), *map(str, numbers)]
        for tally, numbers in zip(found, counts, strict=True)
    ]
    if len(rows) > 1:
        rows.append(
            [_ALL.say(language), *(str(sum(column)) for column in zip(*counts, strict=True))]
        )
    return table([column.say(language) for column in columns], rows)


def _row(sheet: Sheet, card: MeasureCard) -> list[str]:
    language = sheet.language
    return [
        card.number,
        card.chapter,
        f"{inline(card.section.title)}<br>{sheet.cite(card.section)}",
        *(
            "<br>".join(inline(kpi.text) + status(sheet, kpi) for kpi in card.of_kind(kind))
            or terms.NO_KPI.say(language)
            for kind in terms.KPI_KIND
        ),
        status_words(card, language),
        "<br>".join(inline(number.text) for number in numeric_targets(card)),
        "<br>".join(inline(_due(date, language)) for date in due_dates(card)),
    ]
