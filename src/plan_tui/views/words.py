"""Word counts as objects, text and Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from plan_tui.export.json_lists import Record
from plan_tui.export.markdown import Sheet
from plan_tui.export.markdown_escape import escape, inline, line, table
from plan_tui.export.plain_text import Paint, no_paint
from plan_tui.labels import terms as phrases
from plan_tui.labels.terms import say
from plan_tui.model.enums import MatchedIn
from plan_tui.model.records import Attribution
from plan_tui.model.word_frequency import Frequency, Occurrence
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import char_width, pad, width

COLUMNS = ("term", "edition", "count", "per_10000", "characters")
_TITLE = Phrase("語の頻度：{terms}", "Words: {terms}")
_HEAD = (
    Phrase("版", "Edition"),
    Phrase("回数", "Count"),
    Phrase("1万字当たり", "Per 10,000 characters"),
    Phrase("本文の字数", "Characters held"),
)
_BAR = 30
_AROUND = 30
"""Columns of context on each side of a term."""


def records(found: Sequence[Frequency], limit: int | None = None) -> list[Record]:
    """Return one record a term and edition, with at most ``limit`` lines."""
    return [
        {
            "term": one.term,
            "edition": one.edition.id,
            "count": one.count,
            "per_10000": round(one.per_10000, 3),
            "characters": one.characters,
            "lines": [
                {
                    "key": place.section.key,
                    "citation": place.section.citation,
                    "place": place.place,
                    "text": place.text,
                    "start": place.start,
                    "end": place.end,
                }
                for place in one.occurrences[:limit]
            ],
        }
        for one in found
    ]


def text(
    found: Sequence[Frequency],
    language: Language,
    limit: int | None = None,
    paint: Paint = no_paint,
) -> str:
    """Return a bar for each edition, then the lines of each, the term in one column."""
    most = max((one.per_10000 for one in found), default=0.0)
    editions = max((width(one.edition.name(language)) for one in found), default=0) + 2
    lines: list[str] = []
    for term, group in groupby(found, key=lambda one: one.term):
        per_edition = list(group)
        lines += ["", paint("head", term)]
        for one in per_edition:
            bar = "#" * round(_BAR * one.per_10000 / most) if most else ""
            numbers = f"{one.count:>6}{one.per_10000:>8.2f}"
            lines.append(f"{pad(one.edition.name(language), editions)}{numbers}  {bar}".rstrip())
        for one in per_edition:
            lines += _lines(one, language, limit, paint)
    note = " / ".join(phrase.say(language) for phrase in _HEAD[1:3])
    return "\n".join([paint("dim", note), *lines]) + "\n"


def _lines(one: Frequency, language: Language, limit: int | None, paint: Paint) -> list[str]:
    shown = one.occurrences[:limit]
    if not shown:
        return []
    keys = max(width(place.section.key) for place in shown) + 2
    lines = ["", paint("head", one.edition.name(language))]
    return lines + [paint("key", pad(p.section.key, keys)) + _in_context(p, paint) for p in shown]


def _in_context(place: Occurrence, paint: Paint) -> str:
    """Return the term between what stands before (right-aligned) and after it."""
    flat = "".join(" " if character in "\t\n\r" else character for character in place.text)
    before = _tail(flat[: place.start], _AROUND)
    after = _tail(flat[place.end :][::-1], _AROUND)[::-1]
    term = paint("match", f"[{flat[place.start : place.end]}]")
    return f"{' ' * (_AROUND - width(before))}{before}{term}{after}"


def _tail(words: str, columns: int) -> str:
    used = 0
    for position in range(len(words) - 1, -1, -1):
        used += char_width(words[position])
        if used > columns:
            return words[position + 1 :]
    return words


def markdown(
    found: Sequence[Frequency],
    attribution: Attribution,
    language: Language,
    limit: int | None = None,
    command: str = "",
) -> str:
    """Return a table of counts for each term, and the passages with their citations."""
    sheet = Sheet(language)
    terms = list(dict.fromkeys(one.term for one in found))
    sheet.heading(1, _TITLE.say(language, terms=inline("、".join(terms))))
    for term in terms:
        sheet.heading(2, escape(term))
        mine = [one for one in found if one.term == term]
        rows = [
            [
                inline(one.edition.name(language)),
                str(one.count),
                f"{one.per_10000:.2f}",
                str(one.characters),
            ]
            for one in mine
        ]
        sheet.add(table([column.say(language) for column in _HEAD], rows))
        for one in mine:
            if one.occurrences:
                sheet.heading(3, inline(one.edition.name(language)))
                quoted = [_quoted(sheet, place) for place in one.occurrences[:limit]]
                sheet.add("\n".join(quoted))
    return sheet.finish(attribution, command)


def _quoted(sheet: Sheet, place: Occurrence) -> str:
    flat = place.text
    words = (
        inline(flat[: place.start])
        + f"<b>{inline(flat[place.start : place.end])}</b>"
        + inline(flat[place.end :])
    )
    where = say(phrases.MATCHED, MatchedIn(place.place), sheet.language)
    return f"- {line(words)} ({sheet.cite(place.section)}, {where})"
