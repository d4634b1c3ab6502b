"""Views as Markdown documents that can be pasted into a report.

Each function takes a view, the attribution lines that every export must carry, the language of
the words around the plan's text, and the command line that gives the same view.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.export import phrases
from plan_tui.export.document import Sheet, title, write_section
from plan_tui.export.entered import newly_entered
from plan_tui.export.escape import code, escape, inline, line, table
from plan_tui.export.hit import found_by, total
from plan_tui.export.marks import with_ranges
from plan_tui.export.phrases import say
from plan_tui.model.records import Attribution, Document, Section, SectionText
from plan_tui.model.views import Column, Comparison, Counterpart, Run, SearchResult
from plan_tui.text.language import Language, Phrase

_OUTLINE = Phrase("見出し一覧", "Outline")
_SEARCH = Phrase("検索：{query}", "Search: {query}")
_HITS = Phrase("{total}件中{shown}件", "{shown} of {total} {total:hit|hits}")
_FOUND_IN = Phrase("一致箇所", "found in")
_COMPARE = Phrase("版の比較：{title}", "Comparison of editions: {title}")
_BASE = Phrase("比較元の全文：{edition}", "The text compared: {edition}")
_FACT = Phrase("種別", "Fact")
_CHANGE = Phrase("変化", "Change")
_WHY = Phrase("対応づけの根拠", "Why they are paired")
_TAGS = {"gone": "del", "new": "ins", "shared": "b"}


def outline(
    sections: Sequence[Section],
    documents: Iterable[Document],
    attribution: Attribution,
    language: Language,
    command: str = "",
) -> str:
    """Return the outline as nested lists, one for each document."""
    sheet = Sheet(language)
    sheet.heading(1, _OUTLINE.say(language))
    for document in documents:
        lines, top = [], 0
        for section in sections:
            if section.document_id != document.id:
                continue
            top = min(top or section.depth, section.depth)
            mark = f" *({phrases.CONTENTS_ONLY.say(language)})*" if section.toc_only else ""
            lines.append(
                f"{'  ' * (section.depth - top)}- {line(title(section))} {code(section.key)}{mark}"
            )
        if lines:
            sheet.heading(2, escape(document.title))
            sheet.cited.add(document.id)
            sheet.add("\n".join(lines))
    return sheet.finish(attribution, command)


def search(
    result: SearchResult, attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return the hits with their citations and the words around each match, quoted."""
    sheet = Sheet(language)
    sheet.heading(1, _SEARCH.say(language, query=inline(result.query)))
    sheet.add(_HITS.say(language, shown=len(result.hits), total=total(result, language)))
    for hit in result.hits:
        sheet.heading(2, line(title(hit.section)))
        where = inline(found_by(hit, language))
        sheet.add(f"{sheet.cite(hit.section)} ({_FOUND_IN.say(language)}: {where})")
        if hit.snippet != hit.section.title:
            sheet.add(f"> {line(with_ranges(hit.snippet, hit.marks, inline, _bold))}")
    return sheet.finish(attribution, command)


def _bold(text: str) -> str:
    return f"<b>{inline(text)}</b>"


def section(
    text: SectionText, attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return one section, whole, with its footnotes and the headings below it."""
    sheet = Sheet(language)
    write_section(sheet, text, 1)
    if text.children:
        sheet.heading(2, phrases.SECTIONS_BELOW.say(language))
        sheet.add("\n".join(f"- {line(title(child))} {code(child.key)}" for child in text.children))
    return sheet.finish(attribution, command)


def chapter(
    texts: Sequence[SectionText],
    attribution: Attribution,
    language: Language,
    command: str = "",
) -> str:
    """Return sections of one document, each whole, headed by their depths (the first is 1)."""
    sheet = Sheet(language)
    for text in texts:
        write_section(sheet, text, 1 + text.section.depth - texts[0].section.depth)
    return sheet.finish(attribution, command)


def comparison(
    view: Comparison, attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return a section beside its counterparts: a table of differences for each, then its text."""
    sheet = Sheet(language)
    sheet.heading(1, _COMPARE.say(language, title=title(view.base.section)))
    sheet.add(sheet.cite(view.base.section))
    for column in view.columns:
        sheet.heading(2, escape(column.edition.name(language)))
        _say_nothing(sheet, column)
        for other in column.counterparts:
            _write_counterpart(sheet, view, other)
    edition = inline(view.base.edition.name(language))
    sheet.heading(2, _BASE.say(language, edition=edition))
    write_section(sheet, view.base, 3)
    return sheet.finish(attribution, command)


def _say_nothing(sheet: Sheet, column: Column) -> None:
    """Say that the edition has no counterpart, or that only suggestions are known."""
    if column.verdict:
        verdict = say(phrases.RELATION, column.verdict, sheet.language)
        words = f"{phrases.NOT_HELD.say(sheet.language)} ({verdict})"
    elif not any(other.link.accepted for other in column.counterparts):
        words = phrases.NONE_KNOWN.say(sheet.language)
    else:
        return
    reason = f": {inline(column.reason)}" if column.reason else ""
    sheet.add(f"*{words}*{reason}")


def _write_counterpart(sheet: Sheet, view: Comparison, other: Counterpart) -> None:
    language, link = sheet.language, other.link
    sheet.heading(3, line(title(other.text.section)))
    status_words = say(phrases.RELATION, link.relation, language)
    if not link.accepted:
        status_words = f"{phrases.SUGGESTION.say(language)} {link.score:.2f}"
    sheet.add(f"{sheet.cite(other.text.section)} ({status_words})")
    if link.reason:
        sheet.add(f"{_WHY.say(language)}: {inline(link.reason)}")
    columns = [
        inline(view.base.section.citation),
        inline(other.text.section.citation),
    ]
    facts = [
        [
            say(phrases.FACT_KIND, row.kind, language),
            say(phrases.FACT_OP, row.op, language),
            inline(row.left.text) if row.left else "",
            inline(row.right.text) if row.right else "",
        ]
        for row in other.facts
    ]
    if facts:
        sheet.add(table([_FACT.say(language), _CHANGE.say(language), *columns], facts))
    rows = [
        [_entered(before) + _side(row.left), _entered(after) + _side(row.right)]
        for row, (before, after) in zip(
            other.rows, newly_entered(other, view.base.section), strict=True
        )
    ]
    sheet.add(table(columns, rows) if rows else f"*{phrases.NO_TEXT.say(language)}*")


def _entered(section: Section | None) -> str:
    """Return the heading of a section below the compared one, before its first sentence."""
    return f"{inline(section.heading)} {code(section.key)}<br>" if section else ""


def _side(runs: Sequence[Run]) -> str:
    written = []
    for run in runs:
        tag = _TAGS.get(run.op)
        words = inline(run.text)
        written.append(f"<{tag}>{words}</{tag}>" if tag and words else words)
    return "".join(written)
