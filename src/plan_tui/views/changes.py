"""What became of an outline, as objects, text and Markdown."""

from __future__ import annotations

from plan_tui.export.json_lists import Record, short
from plan_tui.export.markdown import Sheet
from plan_tui.export.markdown_escape import escape, inline, table
from plan_tui.export.plain_text import Paint, no_paint
from plan_tui.labels import terms
from plan_tui.labels.terms import say
from plan_tui.model import headings
from plan_tui.model.enums import ChangeGroup, ChangeKind
from plan_tui.model.records import Attribution, Section
from plan_tui.model.tracks import Change, Changes
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width

COLUMNS = (
    *("relation", "asserted", "from_key", "from_title", "to_key", "to_title"),
    *("score", "reason"),
)
_TITLE = Phrase("{older}から{newer}への変化", "Changes from {older} to {newer}")
_HEAD = (
    Phrase("関係", "Relation"),
    Phrase("{older}", "{older}"),
    Phrase("{newer}", "{newer}"),
    Phrase("根拠", "Reason"),
)
_NOTE = Phrase(
    "「新規」「記載なし」は、収録した本文に対応箇所がないことをいう。",
    "New and dropped mean: no counterpart in the text held.",
)

_ROLES = {ChangeKind.NEW: "new", ChangeKind.DROPPED: "gone"}
"""Colours of headings that one edition alone has."""


def records(view: Changes) -> list[Record]:
    """Return one record a row; the newer sections of a split are a list."""
    return [
        {
            "relation": row.relation,
            "asserted": row.asserted,
            "from_edition": view.older.id,
            "to_edition": view.newer.id,
            "from": short(row.older) if row.older else None,
            "to": [short(section) for section in row.newer],
            "score": round(row.score, 4),
            "reason": row.reason,
        }
        for row in view.rows
    ]


def fields(view: Changes) -> list[Record]:
    """Return the rows as flat records, for a table."""
    return [
        {
            "relation": row.relation,
            "asserted": row.asserted,
            "from_key": row.older.key if row.older else None,
            "from_title": row.older.heading if row.older else None,
            "to_key": [section.key for section in row.newer],
            "to_title": [section.heading for section in row.newer],
            "score": round(row.score, 4),
            "reason": row.reason,
        }
        for row in view.rows
    ]


def _relation(row: Change, language: Language) -> str:
    words = say(terms.RELATION, row.relation, language)
    if row.group is not ChangeGroup.SUGGESTED:
        return words
    return f"{words} · {terms.SUGGESTION.say(language)}"


def _counts(view: Changes, language: Language) -> str:
    names = {ChangeGroup(kind): words for kind, words in terms.RELATION.items()}
    names[ChangeGroup.SUGGESTED] = terms.SUGGESTION
    return ", ".join(f"{say(names, n, language)} {count}" for n, count in view.counts.items())


def text(view: Changes, language: Language, paint: Paint = no_paint) -> str:
    """Return the counts, then each row: relation, older section, newer sections."""
    relations = [_relation(row, language) for row in view.rows]
    first = max(map(width, relations), default=0) + 2
    keys = max((width(row.older.key) for row in view.rows if row.older), default=0) + 2
    lines = [
        paint("head", _heading(view, language)),
        _counts(view, language),
        paint("dim", _NOTE.say(language)),
        "",
    ]
    for row, relation in zip(view.rows, relations, strict=True):
        role = _ROLES.get(row.relation, "head")
        before = row.older.key if row.older else ""
        lines.append(
            paint(role, pad(relation, first))
            + paint("key", pad(before, keys))
            + (headings.heading(row.older, language) if row.older else "－")
        )
        for section in row.newer:
            heading = f"{paint('key', section.key)}  {headings.heading(section, language)}"
            lines.append(f"{' ' * (first - 2)}> {heading}")
    return "\n".join(lines) + "\n"


def _heading(view: Changes, language: Language) -> str:
    return _TITLE.say(language, older=view.older.name(language), newer=view.newer.name(language))


def markdown(view: Changes, attribution: Attribution, language: Language, command: str = "") -> str:
    """Return the counts and a table of all rows, with keys and reasons."""
    sheet = Sheet(language)
    sheet.heading(1, escape(_heading(view, language)))
    sheet.add(escape(_counts(view, language)))
    sheet.add(_NOTE.say(language))
    rows = [
        [
            _relation(row, language),
            _cell(sheet, row.older) if row.older else "",
            "<br>".join(_cell(sheet, section) for section in row.newer),
            inline(row.reason),
        ]
        for row in view.rows
    ]
    names = {"older": inline(view.older.name(language)), "newer": inline(view.newer.name(language))}
    sheet.add(table([column.say(language, **names) for column in _HEAD], rows))
    return sheet.finish(attribution, command)


def _cell(sheet: Sheet, section: Section) -> str:
    return f"{inline(section.title)}<br>{sheet.cite(section)}"
