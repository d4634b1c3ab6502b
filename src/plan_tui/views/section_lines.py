"""A section, whole, as lines of text."""

from __future__ import annotations

from plan_tui.labels.measure_names import KPI_KINDS, NO_KPI
from plan_tui.labels.named_organisations import in_charge_words
from plan_tui.labels.not_held import without_text
from plan_tui.labels.punctuation import in_brackets, named
from plan_tui.labels.section_parts import FOOTNOTES, SECTIONS_BELOW, UNOFFICIAL
from plan_tui.model import headings
from plan_tui.model.enums import BlockKind
from plan_tui.model.inserted_marks import block_refs, kpi_refs, title_refs, with_notes
from plan_tui.text.width import pad, width
from plan_tui.views.text_lines import on_one_line, status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plan_tui.model.records import Block, FootnoteRef, SectionText, Table
    from plan_tui.text.language import Language
    from plan_tui.views.view import Paint


def section_lines(text: SectionText, language: Language, paint: Paint) -> list[str]:
    """Return a section: place, heading, text, KPIs, footnotes, headings below."""
    lines = [*_head(text, language, paint), ""]
    for block in text.blocks:
        lines += _block_lines(block, block_refs(text, block.id), paint)
    if not text.blocks:
        nothing = without_text(text.section)
        lines.append(paint("dim", nothing.say(language)))
    lines += _kpi_lines(text, language, paint)
    if text.footnotes:
        lines += ["", paint("head", FOOTNOTES.say(language))]
        lines += [f"  [{note.number}] {note.text}" for note in text.footnotes]
    if text.children:
        lines += ["", paint("head", SECTIONS_BELOW.say(language))]
        columns = max(width(child.key) for child in text.children) + 2
        for child in text.children:
            heading = headings.heading(child, language)
            lines.append(f"  {paint('key', pad(child.key, columns))}{heading}")
    return lines


def _head(text: SectionText, language: Language, paint: Paint) -> list[str]:
    section = text.section
    lines = [paint("dim", f"{section.citation}  [{section.key}]")]
    if text.path:
        path = " > ".join(headings.step(above, language) for above in text.path)
        lines.append(paint("dim", path))
    title = _noted(section.title, title_refs(text), paint, lambda words: paint("head", words))
    lines += ["", paint("head", f"{section.label} ".lstrip()) + title]
    if section.title_en:
        english = named(UNOFFICIAL.say(language), section.title_en, language)
        lines.append(paint("dim", in_brackets(english, language).strip()))
    return lines


def _noted(
    text: str, refs: Sequence[FootnoteRef], paint: Paint, words: Callable[[str], str] = str
) -> str:
    """Return text with its footnotes' numbers in brackets."""
    return "".join(with_notes(text, refs, words, lambda number: paint("dim", f"[{number}]")))


def _block_lines(block: Block, refs: Sequence[FootnoteRef], paint: Paint) -> list[str]:
    indent = "  " * block.level
    if block.table:
        marks = "".join(_noted("", [ref], paint) for ref in refs)
        return [*_table_lines(block.table, indent), *([f"{indent}{marks}"] if marks else []), ""]
    marker = f"{block.marker} " if block.marker else ""
    body = f"{indent}{marker}{_noted(block.text, refs, paint)}"
    return [body, *([""] if block.kind is BlockKind.PARAGRAPH else [])]


def _table_lines(table: Table, indent: str) -> list[str]:
    """Return a table's lines, its columns as wide as their widest cell."""
    rows = [tuple(on_one_line(cell) for cell in row) for row in (table.columns, *table.rows)]
    widths = [max(width(row[n]) for row in rows) for n in range(len(table.columns))]
    lines = [
        indent + " | ".join(pad(*pair) for pair in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return [lines[0], indent + "-+-".join("-" * columns for columns in widths), *lines[1:]]


def _kpi_lines(text: SectionText, language: Language, paint: Paint) -> list[str]:
    if text.measure is None:
        return []
    none = paint("dim", NO_KPI.say(language))
    words = in_charge_words(text, language)
    in_charge = ["", paint("dim", words)] if words else []
    if not text.kpis:
        return ["", none, *in_charge]
    lines = []
    for kind, phrase in KPI_KINDS.items():
        kpis = [kpi for kpi in text.kpis if kpi.kind == kind]
        lines += ["", paint("head", phrase.say(language))]
        for kpi in kpis:
            body = _noted(kpi.text, kpi_refs(text, kpi.id), paint)
            lines.append(f"  - {body}{status(kpi, language, paint)}")
        if not kpis:
            lines.append(f"  {none}")
    return [*lines, *in_charge]
