"""Dated targets as objects, text and Markdown, grouped by fiscal year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from plan_tui.export.as_json import Record, name
from plan_tui.export.document import Sheet
from plan_tui.export.escape import inline, table
from plan_tui.export.phrases import say
from plan_tui.export.plain import Paint, no_paint, title
from plan_tui.model.targets import Target
from plan_tui.text.calendars import fiscal_year, interval
from plan_tui.text.language import Language, Phrase
from plan_tui.text.sentences import sentences
from plan_tui.text.width import pad, width

COLUMNS = (
    *("start", "end", "basis", "modality", "firmness", "date", "edition", "key"),
    *("label", "title", "place", "sentence", "citation"),
)
_TITLE = Phrase("期限のある目標", "Dated targets")
_OPEN_YEAR = Phrase("期限の年度なし", "no fiscal year")
PAST = Phrase("期限経過（計画上）", "past its planned date")
_HEAD = (
    Phrase("期日", "Date"),
    Phrase("確からしさ", "Firmness"),
    Phrase("版", "Edition"),
    Phrase("見出し", "Section"),
    Phrase("記載", "Words"),
)
FIRMNESS: dict[str, Phrase] = {
    "day": Phrase("日", "day"),
    "month": Phrase("月", "month"),
    "season": Phrase("季節", "season"),
    "year": Phrase("年", "year"),
    "fiscal_year": Phrase("年度", "fiscal year"),
    "range": Phrase("期間", "period"),
    "about": Phrase("目途", "about"),
    "open": Phrase("以降", "open"),
}


def sentence(target: Target) -> str:
    """Return the sentence in which the date stands; in a table, that of its cell."""
    before, after = target.passage[: target.offset], target.passage[target.offset :]
    start = max(before.rfind("\t"), before.rfind("\n")) + 1
    cell = target.passage[start : target.offset] + re.split(r"[\t\n]", after, maxsplit=1)[0]
    position = start
    for part in sentences(cell):
        if position <= target.offset < position + len(part):
            return part.strip()
        position += len(part)
    return cell.strip()


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


def _years(targets: Sequence[Target], language: Language) -> Iterator[tuple[str, list[Target]]]:
    for year, group in groupby(targets, key=lambda target: target.fiscal_year):
        heading = _OPEN_YEAR.say(language) if year is None else fiscal_year(year, language)
        yield heading, list(group)


def text(targets: Sequence[Target], language: Language, today: str, paint: Paint = no_paint) -> str:
    """Return the targets under their fiscal years: date, key, heading, sentence."""
    days = max((width(interval(t.start, t.end)) for t in targets), default=0) + 2
    keys = max((width(t.section.key) for t in targets), default=0) + 2
    lines: list[str] = []
    for heading, group in _years(targets, language):
        lines += ["", paint("head", heading)]
        for target in group:
            firm = say(FIRMNESS, target.firmness, language)
            past = f" ({PAST.say(language)})" if target.is_past(today) else ""
            lines.append(
                paint("match", pad(interval(target.start, target.end), days))
                + paint("key", pad(target.section.key, keys))
                + f"[{firm}] {title(target.section, language)}{paint('dim', past)}"
            )
            lines.append(f"{' ' * (days + keys)}{sentence(target)}")
    return "\n".join(lines[1:]) + "\n" if lines else ""


def markdown(
    targets: Sequence[Target],
    attribution: Sequence[str],
    language: Language,
    today: str,
    command: str = "",
) -> str:
    """Return a table of targets for each fiscal year, with the words they were read from."""
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language))
    for heading, group in _years(targets, language):
        sheet.heading(2, heading)
        rows = [_row(sheet, target, today) for target in group]
        sheet.add(table([column.say(language) for column in _HEAD], rows))
    return sheet.finish(attribution, command)


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
