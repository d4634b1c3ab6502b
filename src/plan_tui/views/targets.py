"""Dated targets as objects, text and Markdown, grouped by fiscal year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.export.json_lists import Record, name
from plan_tui.export.markdown import Sheet
from plan_tui.export.markdown_escape import escape, inline, table
from plan_tui.export.plain_text import Paint, no_paint
from plan_tui.labels.terms import say
from plan_tui.model import headings
from plan_tui.model.dated_targets import Target, TargetYear, by_year, count_editions
from plan_tui.model.enums import Firmness
from plan_tui.model.records import Attribution, Edition
from plan_tui.text.day_names import Calendar, fiscal_year, interval
from plan_tui.text.language import Language, Phrase
from plan_tui.text.sentences import sentence_range
from plan_tui.text.width import pad, width

COLUMNS = (
    *("start", "end", "basis", "modality", "firmness", "date", "edition", "key"),
    *("label", "title", "place", "sentence", "citation"),
)
_TITLE = Phrase("期限のある目標", "Dated targets")
_NO_YEAR = Phrase("期限の年度なし", "no fiscal year")
_OPEN = Phrase("以降（終わりなし）", "from … on, no end")
_FROM = Phrase("{year}以降（終わりの定めなし）", "From {year} on (no end named)")
_COUNT = Phrase("{count}件、{today}現在。", "{count} {count:target|targets}, as of {today}.")
_ABOUT_PAST = Phrase(
    "「{past}」は、計画に書かれた期日が過ぎたことだけをいい、達成されたかどうかをいわない。",
    "“{past}” says only that the date named in the plan has passed, not whether the target was "
    "met.",
)
_ABOUT_YEARS = Phrase(
    "年度は4月1日から翌年3月31日まで。期日の下の行は、記載の語を西暦の日付にしたもの。",
    "A fiscal year (FY) runs from 1 April to 31 March. Below each date as printed stand the days "
    "that it means.",
)
_HELD = Phrase("収録した本文", "Text held")
_YEAR = Phrase("年度", "Fiscal year")
_EDITION = Phrase("{edition}年版", "{edition} edition")
_SUM = Phrase("計", "Total")
PAST = Phrase("期限経過（計画上）", "past its planned date")
_HEAD = (
    Phrase("期日", "Date"),
    Phrase("期日の精度", "Firmness"),
    Phrase("版", "Edition"),
    Phrase("見出し", "Section"),
    Phrase("記載", "Words"),
)
FIRMNESS: dict[Firmness, Phrase] = {
    Firmness.DAY: Phrase("日", "day"),
    Firmness.MONTH: Phrase("月", "month"),
    Firmness.SEASON: Phrase("季節", "season"),
    Firmness.HALF: Phrase("半期", "half-year"),
    Firmness.YEAR: Phrase("年", "year"),
    Firmness.FISCAL_YEAR: Phrase("年度", "fiscal year"),
    Firmness.RANGE: Phrase("期間", "period"),
    Firmness.ABOUT: Phrase("目途", "about"),
    Firmness.OPEN: Phrase("以降", "open"),
}


def sentence(target: Target) -> str:
    """Return the sentence in which the date stands; in a table, that of its cell."""
    start, end = sentence_at(target)
    return target.passage[start:end]


def sentence_at(target: Target) -> tuple[int, int]:
    """Return where in the passage the sentence of the date stands, blanks at its ends left out."""
    before, after = target.passage[: target.offset], target.passage[target.offset :]
    first = max(before.rfind("\t"), before.rfind("\n")) + 1
    cell = target.passage[first : target.offset] + re.split(r"[\t\n]", after, maxsplit=1)[0]
    start, end = sentence_range(cell, target.offset - first)
    return first + start, first + end


def records(targets: Sequence[Target]) -> list[Record]:
    """Return one record a target, by time."""
    return [
        name(target.section)
        | {
            "start": target.start,
            "end": target.end,
            "basis": target.basis,
            "modality": target.modality,
            "firmness": target.firmness,
            "fiscal_year": target.fiscal_year,
            "date": target.text,
            "offset": target.offset,
            "place": target.place,
            "sentence": sentence(target),
        }
        for target in targets
    ]


def year_name(group: TargetYear, language: Language, calendar: Calendar = Calendar.BOTH) -> str:
    """Return the heading of the targets of a fiscal year, or of those open from one on."""
    if group.year is None:
        return (_OPEN if group.is_open else _NO_YEAR).say(language)
    name = fiscal_year(group.year, language, calendar)
    return _FROM.say(language, year=name) if group.is_open else name


def text(
    targets: Sequence[Target],
    language: Language,
    today: str,
    paint: Paint = no_paint,
    notes: Sequence[Phrase] = (),
) -> str:
    """Return the targets under their fiscal years: date, key, heading, sentence; then notes."""
    days = max((width(interval(t.start, t.end)) for t in targets), default=0) + 2
    keys = max((width(t.section.key) for t in targets), default=0) + 2
    lines: list[str] = []
    for group in by_year(targets):
        lines += ["", paint("head", year_name(group, language))]
        for target in group.targets:
            firm = say(FIRMNESS, target.firmness, language)
            past = f" ({PAST.say(language)})" if target.is_past(today) else ""
            lines.append(
                paint("match", pad(interval(target.start, target.end), days))
                + paint("key", pad(target.section.key, keys))
                + f"[{firm}] {headings.heading(target.section, language)}{paint('dim', past)}"
            )
            lines.append(f"{' ' * (days + keys)}{sentence(target)}")
    if lines and notes:
        lines += ["", *(paint("dim", note.say(language)) for note in notes)]
    return "\n".join(lines[1:]) + "\n" if lines else ""


def markdown(
    targets: Sequence[Target],
    editions: Sequence[Edition],
    attribution: Attribution,
    language: Language,
    today: str,
    command: str = "",
    notes: Sequence[Phrase] = (),
) -> str:
    """Return a report: counts by year and edition, what is held, a table for each fiscal year.

    ``notes`` say what the query asked for, where its words do not.
    """
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language))
    sheet.add(_preface(targets, language, today))
    sheet.add("\n".join(f"- {escape(note.say(language))}" for note in notes))
    groups = by_year(targets)
    if groups:
        sheet.add(_counts(groups, language))
    named = count_editions(targets)
    held = [
        f"- {escape(e.name(language))}: {escape(e.held(language))}"
        for e in editions
        if e.id in named
    ]
    sheet.add("\n".join([f"{_HELD.say(language)}:", "", *held]) if held else "")
    for group in groups:
        sheet.heading(2, year_name(group, language))
        rows = [_row(sheet, target, today) for target in group.targets]
        sheet.add(table([column.say(language) for column in _HEAD], rows))
    return sheet.finish(attribution, command)


def _preface(targets: Sequence[Target], language: Language, today: str) -> str:
    said = [_COUNT.say(language, count=len(targets), today=today), _ABOUT_YEARS.say(language)]
    if any(target.is_past(today) for target in targets):
        said.append(_ABOUT_PAST.say(language, past=PAST.say(language)))
    return ("" if language is Language.JA else " ").join(said)


def _counts(groups: Sequence[TargetYear], language: Language) -> str:
    """Return the table of counts: a row for each fiscal year, a column for each edition."""
    names = list(dict.fromkeys(sorted(name for group in groups for name in group.editions)))
    head = [_YEAR, *[_EDITION] * len(names), _SUM]
    columns = [
        phrase.say(language, edition=name)
        for phrase, name in zip(head, ["", *names, ""], strict=True)
    ]
    rows = [
        [
            year_name(group, language),
            *(str(group.editions.get(name, 0)) for name in names),
            str(len(group.targets)),
        ]
        for group in groups
    ]
    return table(columns, rows)


def _row(sheet: Sheet, target: Target, today: str) -> list[str]:
    language = sheet.language
    past = f"<br>{PAST.say(language)}" if target.is_past(today) else ""
    return [
        f"{inline(target.text)}<br>{interval(target.start, target.end)}{past}",
        say(FIRMNESS, target.firmness, language),
        inline(target.section.edition_id),
        f"{inline(target.section.title)}<br>{sheet.cite(target.section)}",
        inline(sentence(target)),
    ]
