"""A section beside its counterparts as objects, text and Markdown.

In text, what only the earlier side says stands in [-…-], what only the later says in {+…+}.
"""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.compare.sections.counterpart_differences import difference_of, fact_rows_of
from plan_tui.export.json_lists import Record, name
from plan_tui.export.markdown import Sheet, title, write_section
from plan_tui.export.markdown_escape import code, escape, inline, line, table
from plan_tui.export.plain_text import Paint, no_paint
from plan_tui.labels import terms
from plan_tui.labels.terms import say
from plan_tui.model import headings
from plan_tui.model.comparison import Comparison, Counterpart, EditionColumn, Run
from plan_tui.model.enums import ChangeKind, FactChange, TextChange
from plan_tui.model.records import Attribution, Link, Section
from plan_tui.model.tracks import FactRow
from plan_tui.text.language import Language, Phrase
from plan_tui.views.entered_sections import newly_entered, sections_of

COLUMNS = (
    *("base", "edition", "key", "label", "title", "citation", "relation", "asserted", "origin"),
    *("score", "similarity", "verdict", "reason"),
)
_TITLE = Phrase("版の比較：{title}", "Comparison of editions: {title}")
_BASE = Phrase("比較元の全文：{edition}", "The text compared: {edition}")
_FACT = Phrase("種別", "Fact")
_CHANGE = Phrase("変化", "Change")
_WHY = Phrase("対応づけの根拠", "Why they are paired")
_SIGNS = {
    TextChange.GONE: ("[-", "-]"),
    TextChange.NEW: ("{+", "+}"),
    TextChange.SHARED: ("«", "»"),
}
_TAGS = {TextChange.GONE: "del", TextChange.NEW: "ins", TextChange.SHARED: "b"}
_MARKS: dict[TextChange, Phrase] = {
    TextChange.GONE: Phrase("古い版だけの語", "only in the older edition"),
    TextChange.NEW: Phrase("新しい版だけの語", "only in the newer edition"),
    TextChange.SHARED: Phrase("両方にある語句", "phrase in both"),
}
"""What the tags mark."""


def records(view: Comparison) -> list[Record]:
    """Return one record a counterpart, or one an edition that has none (``key`` is null)."""
    records = []
    for column in view.columns:
        records += [_counterpart_record(view, column, other) for other in column.counterparts]
        if not column.counterparts:
            records.append(_nothing_record(view, column))
    return records


def _base_record(view: Comparison) -> Record:
    base = view.base.section
    return {
        "base": base.key,
        "base_edition": base.edition_id,
        "base_citation": base.citation,
    }


def _counterpart_record(view: Comparison, column: EditionColumn, other: Counterpart) -> Record:
    link = other.link
    return (
        _base_record(view)
        | name(other.section)
        | {
            "relation": link.relation,
            "asserted": link.accepted,
            "origin": link.origin,
            "score": round(link.score, 4),
            "reason": link.reason,
            "similarity": round(difference_of(other).similarity, 4),
            "notation_changes": difference_of(other).notation_changes,
            "verdict": column.verdict,
            "facts": [_fact_record(fact) for fact in fact_rows_of(other)],
            "differences": _row_records(other),
        }
    )


def _fact_record(row: FactRow) -> Record:
    return {
        "kind": row.kind,
        "op": row.op,
        "left": row.left.text if row.left else None,
        "right": row.right.text if row.right else None,
    }


def _nothing_record(view: Comparison, column: EditionColumn) -> Record:
    return _base_record(view) | {
        "key": None,
        "edition": column.edition.id,
        "verdict": column.verdict,
        "reason": column.reason,
        "facts": [],
        "differences": [],
    }


def _row_records(other: Counterpart) -> list[Record]:
    return [
        {
            "left_key": before.key if before else None,
            "right_key": after.key if after else None,
            "left": [[run.op, run.text] for run in row.left],
            "right": [[run.op, run.text] for run in row.right],
        }
        for row, (before, after) in zip(difference_of(other).rows, sections_of(other), strict=True)
    ]


def _absence(column: EditionColumn, language: Language) -> str:
    """Say that an edition has no counterpart, or that none is certain; empty if one is."""
    if column.verdict:
        verdict = say(terms.RELATION, ChangeKind(column.verdict), language)
        return f"{terms.NOT_HELD.say(language)} ({verdict})"
    certain = any(other.link.accepted for other in column.counterparts)
    return "" if certain else terms.NONE_KNOWN.say(language)


def _standing(link: Link, language: Language) -> str:
    """Say how a counterpart belongs to the base section, or how likely it is to."""
    if link.accepted:
        return say(terms.RELATION, ChangeKind(link.relation), language)
    return f"{terms.SUGGESTION.say(language)} {link.score:.2f}"


def text(view: Comparison, language: Language, paint: Paint = no_paint) -> str:
    """Return the base section's place, then each edition's counterparts and differences."""
    base = view.base.section
    lines = [
        paint("dim", f"{base.citation}  [{base.key}]"),
        paint("head", headings.heading(base, language)),
    ]
    for column in view.columns:
        lines += ["", paint("head", f"== {column.edition.name(language)} ==")]
        nothing = _absence(column, language)
        if nothing:
            reason = f": {column.reason}" if column.reason else ""
            lines.append(paint("dim", f"{nothing}{reason}"))
        for other in column.counterparts:
            lines += _counterpart_lines(view, other, language, paint)
    return "\n".join(lines) + "\n"


def _counterpart_lines(
    view: Comparison, other: Counterpart, language: Language, paint: Paint
) -> list[str]:
    section, link = other.section, other.link
    reason = f": {link.reason}" if link.reason else ""
    lines = [
        "",
        f"{paint('dim', section.citation)}  [{paint('key', section.key)}]",
        paint("head", headings.heading(section, language)),
        paint("dim", f"({_standing(link, language)}{reason})"),
    ]
    turned = link.to_section_id == view.base.section.id  # the base is the later text
    lines += [
        _fact(row, language, paint, turned=turned)
        for row in fact_rows_of(other)
        if row.op is not FactChange.KEPT
    ]
    entered = newly_entered(other, view.base.section)
    for row, pair in zip(difference_of(other).rows, entered, strict=True):
        for sign, below in zip("-+", reversed(pair) if turned else pair, strict=True):
            if below:
                lines.append(
                    f"@{sign} {paint('key', below.key)}  {headings.heading(below, language)}"
                )
        sides = (row.right, row.left) if turned else (row.left, row.right)
        lines += _row(*sides, paint)
    return lines


def _fact(row: FactRow, language: Language, paint: Paint, *, turned: bool) -> str:
    kind = say(terms.FACT_KIND, row.kind, language)
    op = say(terms.FACT_OP, row.op, language)
    sides = [fact.text if fact else "－" for fact in (row.left, row.right)]
    before, after = reversed(sides) if turned else sides
    return paint("match", f"* {kind} [{op}]: {before} → {after}")


def _row(older: Sequence[Run], newer: Sequence[Run], paint: Paint) -> list[str]:
    before, after = _said(older), _said(newer)
    if before == after:
        return [f"  {before}"]
    lines = []
    if before:
        lines.append(f"- {_runs(older, paint, alone=not after)}")
    if after:
        lines.append(f"+ {_runs(newer, paint, alone=not before)}")
    return lines


def _said(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _runs(runs: Sequence[Run], paint: Paint, *, alone: bool) -> str:
    """Return one side; where the other is empty the sign before the line says enough."""
    written = []
    for run in runs:
        before, after = _SIGNS.get(run.op, ("", "")) if not alone else ("", "")
        written.append(paint(run.op, f"{before}{run.text}{after}"))
    return "".join(written)


def markdown(
    view: Comparison, attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return a section beside its counterparts: a table of differences for each, then its text."""
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language, title=title(view.base.section)))
    sheet.add(sheet.cite(view.base.section))
    counterparts = [other for column in view.columns for other in column.counterparts]
    there = {
        run.op
        for other in counterparts
        for row in difference_of(other).rows
        for run in (*row.left, *row.right)
    }
    marks = [_tagged(op, _MARKS[op].say(language)) for op in _TAGS if op in there]
    if marks:
        sheet.add(" / ".join(marks))
    for column in view.columns:
        sheet.heading(2, escape(column.edition.name(language)))
        nothing = _absence(column, language)
        if nothing:
            reason = f": {inline(column.reason)}" if column.reason else ""
            sheet.add(f"*{nothing}*{reason}")
        for other in column.counterparts:
            _write_counterpart(sheet, view, other)
    edition = inline(view.base.edition.name(language))
    sheet.heading(2, _BASE.say(language, edition=edition))
    write_section(sheet, view.base, 3)
    return sheet.finish(attribution, command)


def _write_counterpart(sheet: Sheet, view: Comparison, other: Counterpart) -> None:
    language, link = sheet.language, other.link
    sheet.heading(3, line(title(other.section)))
    sheet.add(f"{sheet.cite(other.section)} ({_standing(link, language)})")
    if link.reason:
        sheet.add(f"{_WHY.say(language)}: {inline(link.reason)}")
    columns = [
        inline(view.base.section.citation),
        inline(other.section.citation),
    ]
    facts = [
        [
            say(terms.FACT_KIND, row.kind, language),
            say(terms.FACT_OP, row.op, language),
            inline(row.left.text) if row.left else "",
            inline(row.right.text) if row.right else "",
        ]
        for row in fact_rows_of(other)
    ]
    if facts:
        sheet.add(table([_FACT.say(language), _CHANGE.say(language), *columns], facts))
    rows = [
        [_entered(before) + _side(row.left), _entered(after) + _side(row.right)]
        for row, (before, after) in zip(
            difference_of(other).rows, newly_entered(other, view.base.section), strict=True
        )
    ]
    sheet.add(table(columns, rows) if rows else f"*{terms.NO_TEXT.say(language)}*")


def _entered(section: Section | None) -> str:
    """Return the heading of a section below the compared one, before its first sentence."""
    return f"{inline(section.heading)} {code(section.key)}<br>" if section else ""


def _side(runs: Sequence[Run]) -> str:
    return "".join(_tagged(run.op, inline(run.text)) for run in runs)


def _tagged(op: TextChange, words: str) -> str:
    tag = _TAGS.get(op)
    return f"<{tag}>{words}</{tag}>" if tag and words else words
