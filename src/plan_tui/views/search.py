"""Hits as objects, text and Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_tui.export.json_lists import Record, name
from plan_tui.export.markdown import Sheet, title
from plan_tui.export.markdown_escape import inline, line
from plan_tui.export.plain_text import Paint, joined, no_paint, on_one_line
from plan_tui.export.tsv import NAME
from plan_tui.labels.hit_reasons import SIMILAR, found_by, total
from plan_tui.model.inserted_marks import with_ranges
from plan_tui.model.records import Attribution
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width

if TYPE_CHECKING:
    from plan_tui.search.hits import SearchResult

COLUMNS = (*NAME, "score", "matched", "why", "snippet", "similar", "without")
_TITLE = Phrase("検索：{query}", "Search: {query}")
_HITS = Phrase("{total}件中{shown}件", "{shown} of {total} {total:hit|hits}")
_FOUND_IN = Phrase("一致箇所", "found in")


def records(result: SearchResult) -> list[Record]:
    """Return one record a hit, best first; marks are character ranges."""
    return [
        name(hit.section)
        | {
            "score": round(hit.score, 4),
            "matched": hit.matched,
            "why": hit.why,
            "similar": hit.similar,
            "without": list(hit.without),
            "snippet": hit.snippet,
            "marks": [list(mark) for mark in hit.marks],
            "title_marks": [list(mark) for mark in hit.title_marks],
        }
        for hit in result.hits
    ]


def text(result: SearchResult, language: Language, paint: Paint = no_paint) -> str:
    """Return the hits: key and heading, then how it was found and the words around it.

    Similar ones stand below a line of their own.
    """
    columns = max((width(hit.section.key) for hit in result.hits), default=0) + 2
    lines: list[str] = []
    first_similar = next((n for n, hit in enumerate(result.hits) if hit.similar), None)
    for number, hit in enumerate(result.hits):
        if number == first_similar:
            lines += [*([""] if lines else []), paint("dim", f"{SIMILAR.say(language)}:")]
        section = hit.section
        heading = with_ranges(section.title, hit.title_marks, str, lambda t: paint("match", t))
        if language is Language.EN and section.title_en:
            heading = section.title_en
        lines.append(
            f"{paint('key', pad(section.key, columns))}"
            + paint("head", f"{section.label} ".lstrip())
            + heading
        )
        snippet = with_ranges(
            hit.snippet, hit.marks, on_one_line, lambda t: paint("match", on_one_line(t))
        ).strip()
        where = on_one_line(found_by(hit, language))
        if hit.snippet == section.title:
            snippet = section.citation
        lines.append(f"{' ' * columns}{paint('dim', f'[{where}]')} {snippet}")
    return joined(lines)


def markdown(
    result: SearchResult, attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return the hits with their citations and the words around each match, quoted."""
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language, query=inline(result.query)))
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
