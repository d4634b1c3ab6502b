"""One section, whole, or a chapter of them, as objects, text and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plan_tui.export.json_lists import Record, kpi_record, name, short
from plan_tui.export.markdown import Sheet, title, write_section
from plan_tui.export.markdown_escape import code, line
from plan_tui.export.plain_text import Paint, joined, no_paint, on_one_line, status
from plan_tui.labels import terms
from plan_tui.model import headings
from plan_tui.model.enums import BlockKind
from plan_tui.model.inserted_marks import block_refs, kpi_refs, title_refs, with_notes
from plan_tui.model.records import Attribution, Block, FootnoteRef, SectionText, Table
from plan_tui.text.language import Language
from plan_tui.text.width import pad, width

COLUMNS = ("key", "part", "marker", "text")


def records(text: SectionText) -> list[Record]:
    """Return one section, whole, as a list of one record."""
    return [
        name(text.section)
        | {
            "depth": text.section.depth,
            "toc_only": text.section.toc_only,
            "path": [short(above) for above in text.path],
            "children": [short(below) for below in text.children],
            "measure": text.measure,
            "chapter": text.chapter,
            "blocks": [_block_record(block) for block in text.blocks],
            "kpis": [kpi_record(kpi) for kpi in text.kpis],
            "footnotes": [
                {"number": note.number, "text": note.text} | _lines(note.line_start, note.line_end)
                for note in text.footnotes
            ],
            "footnote_refs": [_ref(text, index) for index in range(len(text.refs))],
            "source_file": text.document.source_file,
            "line_start": text.section.line_start,
            "line_end": text.section.line_end,
        }
    ]


def _lines(start: int | None, end: int | None) -> Record:
    return {"line_start": start, "line_end": end}


def _block_record(block: Block) -> Record:
    record: Record = {
        "kind": block.kind,
        "marker": block.marker,
        "level": block.level,
        "text": block.text,
    }
    if block.table:
        record["columns"] = list(block.table.columns)
        record["rows"] = [list(row) for row in block.table.rows]
    return record | _lines(block.line_start, block.line_end)


def _ref(text: SectionText, index: int) -> Record:
    """Return where a footnote's mark stood: in the title, or in the n-th block or KPI (from 1)."""
    ref = text.refs[index]
    place, number = "title", None
    if ref.block_id is not None:
        place = "block"
        number = [block.id for block in text.blocks].index(ref.block_id) + 1
    elif ref.kpi_id is not None:
        place = "kpi"
        number = [kpi.id for kpi in text.kpis].index(ref.kpi_id) + 1
    return {"number": ref.number, "place": place, "nth": number, "offset": ref.offset}


def fields(text: SectionText) -> list[Record]:
    """Return a section's parts as records: title, blocks, KPIs, footnotes."""
    key = text.section.key
    parts = [("title", text.section.label, text.section.title)]
    parts += [(block.kind, block.marker, block.text) for block in text.blocks]
    parts += [(f"kpi_{kpi.kind}", str(kpi.ordinal), kpi.text) for kpi in text.kpis]
    parts += [("footnote", note.number, note.text) for note in text.footnotes]
    return [
        {"key": key, "part": part, "marker": marker, "text": words} for part, marker, words in parts
    ]


def text(text: SectionText, language: Language, paint: Paint = no_paint) -> str:
    """Return one section, whole: place, heading, text, KPIs, footnotes, headings below."""
    head = text.section
    lines = [paint("dim", f"{head.citation}  [{head.key}]")]
    if text.path:
        lines.append(
            paint("dim", " > ".join(headings.heading(above, language) for above in text.path))
        )
    refs = title_refs(text)
    heading = with_notes(head.title, refs, lambda t: paint("head", t), _mark(paint))
    lines += ["", paint("head", f"{head.label} ".lstrip()) + heading]
    if head.title_en:
        lines.append(paint("dim", f"({terms.UNOFFICIAL.say(language)}: {head.title_en})"))
    lines.append("")
    for block in text.blocks:
        lines += _block_lines(block, block_refs(text, block.id), paint)
    if not text.blocks:
        nothing = terms.CONTENTS_ONLY if head.toc_only else terms.NO_TEXT
        lines.append(paint("dim", nothing.say(language)))
    lines += _kpis(text, language, paint)
    if text.footnotes:
        lines += ["", paint("head", terms.FOOTNOTES.say(language))]
        lines += [f"  [{note.number}] {note.text}" for note in text.footnotes]
    if text.children:
        lines += ["", paint("head", terms.SECTIONS_BELOW.say(language))]
        columns = max(width(child.key) for child in text.children) + 2
        for child in text.children:
            lines.append(
                f"  {paint('key', pad(child.key, columns))}{headings.heading(child, language)}"
            )
    return joined(lines)


def _mark(paint: Paint) -> Callable[[str], str]:
    return lambda number: paint("dim", f"[{number}]")


def _block_lines(block: Block, refs: Sequence[FootnoteRef], paint: Paint) -> list[str]:
    indent = "  " * block.level
    if block.table:
        marks = "".join(_mark(paint)(ref.number) for ref in refs)
        return [*_table(block.table, indent), *([f"{indent}{marks}"] if marks else []), ""]
    body = with_notes(block.text, refs, str, _mark(paint))
    marker = f"{block.marker} " if block.marker else ""
    return [f"{indent}{marker}{body}", *([""] if block.kind is BlockKind.PARAGRAPH else [])]


def _table(cells: Table, indent: str = "") -> list[str]:
    """Return a table's lines, its columns as wide as their widest cell."""
    rows = [tuple(on_one_line(cell) for cell in row) for row in (cells.columns, *cells.rows)]
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
        return ["", paint("dim", terms.NO_KPI.say(language))]
    lines = []
    for kind, phrase in terms.KPI_KIND.items():
        found = [kpi for kpi in text.kpis if kpi.kind == kind]
        lines += ["", paint("head", phrase.say(language))]
        for kpi in found:
            body = with_notes(kpi.text, kpi_refs(text, kpi.id), str, _mark(paint))
            lines.append(f"  - {body}{status(kpi, language, paint)}")
        if not found:
            lines.append(f"  {paint('dim', terms.NO_KPI.say(language))}")
    return lines


def markdown(
    text: SectionText, attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return one section, whole, with its footnotes and the headings below it."""
    sheet = Sheet(language)
    write_section(sheet, text, 1)
    if text.children:
        sheet.heading(2, terms.SECTIONS_BELOW.say(language))
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
