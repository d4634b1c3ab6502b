"""Views as text for a terminal or a pipe, columns aligned by display width.

Every function takes a `Paint`: it may add colour, and never has to; without it the text says
the same. The plan's words are never read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from plan_tui.export import phrases
from plan_tui.export.hit import SIMILAR, found_by
from plan_tui.export.marks import block_refs, kpi_refs, title_refs, with_notes, with_ranges
from plan_tui.export.phrases import say
from plan_tui.model import titles
from plan_tui.model.records import (
    Block,
    Document,
    FootnoteRef,
    Kpi,
    Section,
    SectionText,
    Table,
)
from plan_tui.model.views import SearchResult
from plan_tui.text.language import Language
from plan_tui.text.width import pad, width

Paint = Callable[[str, str], str]
"""Takes a role (``key``, ``head``, ``dim``, ``match``, ``gone``, ``new``) and text."""


def no_paint(role: str, text: str) -> str:
    """Return the text as it is."""
    return text


def outline(
    sections: Sequence[Section],
    documents: Iterable[Document],
    language: Language,
    paint: Paint = no_paint,
) -> str:
    """Return the outline, one heading a line after its key, documents as lines of their own."""
    names = {document.id: document.title for document in documents}
    columns = max((width(w) for s in sections for w in (s.key, s.document_id)), default=0) + 2
    lines, current = [], ""
    for section in sections:
        if section.document_id != current:
            current = section.document_id
            lines.append(paint("head", f"{pad(current, columns)}{names[current]}"))
        indent = "  " * (section.depth - 1)
        heading = titles.heading(section, language)
        mark = "" if not section.toc_only else "  " + paint("dim", "…")
        lines.append(f"{paint('key', pad(section.key, columns))}{indent}{heading}{mark}")
    return _text(lines)


def search(result: SearchResult, language: Language, paint: Paint = no_paint) -> str:
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
            hit.snippet, hit.marks, _line, lambda t: paint("match", _line(t))
        ).strip()
        where = _line(found_by(hit, language))
        if hit.snippet == section.title:
            snippet = section.citation
        lines.append(f"{' ' * columns}{paint('dim', f'[{where}]')} {snippet}")
    return _text(lines)


def section(text: SectionText, language: Language, paint: Paint = no_paint) -> str:
    """Return one section, whole: place, heading, text, KPIs, footnotes, headings below."""
    head = text.section
    lines = [paint("dim", f"{head.citation}  [{head.key}]")]
    if text.path:
        lines.append(
            paint("dim", " > ".join(titles.heading(above, language) for above in text.path))
        )
    refs = title_refs(text)
    heading = with_notes(head.title, refs, lambda t: paint("head", t), _mark(paint))
    lines += ["", paint("head", f"{head.label} ".lstrip()) + heading]
    if head.title_en:
        lines.append(paint("dim", f"({phrases.UNOFFICIAL.say(language)}: {head.title_en})"))
    lines.append("")
    for block in text.blocks:
        lines += _block(block, block_refs(text, block.id), paint)
    if not text.blocks:
        nothing = phrases.CONTENTS_ONLY if head.toc_only else phrases.NO_TEXT
        lines.append(paint("dim", nothing.say(language)))
    lines += _kpis(text, language, paint)
    if text.footnotes:
        lines += ["", paint("head", phrases.FOOTNOTES.say(language))]
        lines += [f"  [{note.number}] {note.text}" for note in text.footnotes]
    if text.children:
        lines += ["", paint("head", phrases.SECTIONS_BELOW.say(language))]
        columns = max(width(child.key) for child in text.children) + 2
        for child in text.children:
            lines.append(
                f"  {paint('key', pad(child.key, columns))}{titles.heading(child, language)}"
            )
    return _text(lines)


def _mark(paint: Paint) -> Callable[[str], str]:
    return lambda number: paint("dim", f"[{number}]")


def _block(block: Block, refs: Sequence[FootnoteRef], paint: Paint) -> list[str]:
    indent = "  " * block.level
    if block.table:
        marks = "".join(_mark(paint)(ref.number) for ref in refs)
        return [*table(block.table, indent), *([f"{indent}{marks}"] if marks else []), ""]
    body = with_notes(block.text, refs, str, _mark(paint))
    marker = f"{block.marker} " if block.marker else ""
    return [f"{indent}{marker}{body}", *([""] if block.kind == "paragraph" else [])]


def table(cells: Table, indent: str = "") -> list[str]:
    """Return a table's lines, its columns as wide as their widest cell."""
    rows = [tuple(_line(cell) for cell in row) for row in (cells.columns, *cells.rows)]
    widths = [max(width(row[n]) for row in rows) for n in range(len(cells.columns))]
    lines = [
        indent + " | ".join(pad(*pair) for pair in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return [lines[0], indent + "-+-".join("-" * columns for columns in widths), *lines[1:]]


def _kpis(text: SectionText, language: Language, paint: Paint) -> list[str]:
    if text.measure is None:
        return []
    if not text.kpis:
        return ["", paint("dim", phrases.NO_KPI.say(language))]
    lines = []
    for kind, phrase in phrases.KPI_KIND.items():
        found = [kpi for kpi in text.kpis if kpi.kind == kind]
        lines += ["", paint("head", phrase.say(language))]
        for kpi in found:
            body = with_notes(kpi.text, kpi_refs(text, kpi.id), str, _mark(paint))
            lines.append(f"  - {body}{status(kpi, language, paint)}")
        if not found:
            lines.append(f"  {paint('dim', phrases.NO_KPI.say(language))}")
    return lines


def status(kpi: Kpi, language: Language, paint: Paint) -> str:
    """Return what the KPI promises, where its own words do not say it in this language."""
    words = say(phrases.STATUS, kpi.status, language)
    return "" if not words or words in kpi.text else paint("dim", f"  [{words}]")


def _line(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.splitlines()) if "\n" in text else text


def _text(lines: Iterable[str]) -> str:
    """Return lines as a text that ends with one line feed, or as nothing."""
    body = "\n".join(lines).rstrip("\n")
    return f"{body}\n" if body else ""
