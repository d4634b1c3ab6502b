"""Word counts and typical words as objects, text and Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from plan_tui.export import phrases
from plan_tui.export.as_json import Record
from plan_tui.export.document import Sheet
from plan_tui.export.escape import escape, inline, line, table
from plan_tui.export.phrases import say
from plan_tui.export.plain import Paint, no_paint
from plan_tui.model.frequency import Frequency, Occurrence, Typical
from plan_tui.model.records import Attribution
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import char_width, pad, width

COLUMNS = ("term", "edition", "count", "per_10000", "characters")
TYPICAL_COLUMNS = ("edition", "term", "count", "elsewhere", "score")
_TITLE = Phrase("語の頻度：{terms}", "Words: {terms}")
_TYPICAL = Phrase("各版に特徴的な語", "Words typical of each edition")
_HEAD = (
    Phrase("版", "Edition"),
    Phrase("回数", "Count"),
    Phrase("1万字当たり", "Per 10,000 characters"),
    Phrase("本文の字数", "Characters held"),
)
_TYPICAL_HEAD = (
    Phrase("語", "Word"),
    Phrase("この版", "Here"),
    Phrase("他の版", "Elsewhere"),
    Phrase("対数尤度比", "Log-likelihood"),
)
_BAR = 30
_NUMBER = 6
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
    where = say(phrases.MATCHED, place.place, sheet.language)
    return f"- {line(words)} ({sheet.cite(place.section)}, {where})"


def typical_records(found: Sequence[Typical]) -> list[Record]:
    """Return one record a word."""
    return [
        {
            "edition": one.edition.id,
            "term": one.term,
            "count": one.count,
            "elsewhere": one.elsewhere,
            "score": round(one.score, 2),
        }
        for one in found
    ]


def typical_text(found: Sequence[Typical], language: Language, paint: Paint = no_paint) -> str:
    """Return the typical words of each edition, the most typical first."""
    terms = max((width(one.term) for one in found), default=0) + 2
    word, *numbers = (phrase.say(language) for phrase in _TYPICAL_HEAD)
    columns = [max(_NUMBER, width(name)) + 2 for name in numbers]
    head = (" " * (c - width(name)) + name for name, c in zip(numbers, columns, strict=True))
    lines = [paint("dim", pad(word, terms) + "".join(head))]
    for label, group in groupby(found, key=lambda one: one.edition.name(language)):
        lines += ["", paint("head", label)]
        lines += [
            pad(one.term, terms)
            + f"{one.count:>{columns[0]}}{one.elsewhere:>{columns[1]}}{one.score:>{columns[2]}.1f}"
            for one in group
        ]
    return "\n".join(lines) + "\n"


def typical_markdown(
    found: Sequence[Typical], attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return a table of typical words for each edition."""
    sheet = Sheet(language)
    sheet.heading(1, _TYPICAL.say(language))
    for label, group in groupby(found, key=lambda one: one.edition.name(language)):
        sheet.heading(2, inline(label))
        rows = [
            [inline(one.term), str(one.count), str(one.elsewhere), f"{one.score:.1f}"]
            for one in group
        ]
        sheet.add(table([column.say(language) for column in _TYPICAL_HEAD], rows))
    return sheet.finish(attribution, command)
