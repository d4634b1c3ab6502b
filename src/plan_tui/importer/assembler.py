"""From parsed documents to the database's rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from plan_tui.model.enums import CharacterRole, KpiKind, SectionKind
from plan_tui.model.parsed import (
    ParsedBlock,
    ParsedDocument,
    ParsedFootnote,
    ParsedKpi,
    ParsedMark,
    ParsedSection,
)
from plan_tui.parse.address import citations, keys, label_code, measure_number
from plan_tui.sources.manifest import Manifest, Source
from plan_tui.text.traced import Traced

Row = dict[str, Any]


class Assembler:
    """Numbers everything that was parsed and lays it out as rows.

    Attributes:
        rows: table name → rows, in the order of the documents and of their text.

    """

    def __init__(self, manifest: Manifest) -> None:
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self._manifest = manifest
        for ordinal, edition in enumerate(manifest.editions, 1):
            self.rows["editions"].append(
                {
                    "id": edition.id,
                    "label": edition.label,
                    "label_en": edition.label_en,
                    "decided_on": edition.decided_on,
                    "ordinal": ordinal,
                    "note": edition.note,
                    "note_en": edition.note_en,
                    "cite": edition.cite,
                }
            )

    def add(self, source: Source, parsed: ParsedDocument) -> None:
        """Add one document: its source lines, outline, text and the place of each character."""
        self._add_document(source)
        footnotes = {
            note.number.text: self._add_footnote(source, note) for note in parsed.footnotes
        }
        edition = next(e for e in self._manifest.editions if e.id == source.edition)
        note = f"（{source.short}）" if source.short else ""
        section_keys = keys(source.key, parsed.sections)
        cited = citations(edition.cite, note, parsed.sections)
        parents: list[int] = []
        chapter = ""
        for ordinal, section in enumerate(parsed.sections):
            del parents[section.depth - 1 :]
            if section.kind is SectionKind.CHAPTER:
                chapter = label_code(section.label.text)
            section_id = self._add_section(
                source, section, parents[-1] if parents else None, ordinal + 1,
                section_keys[ordinal], cited[ordinal],
            )  # fmt: skip
            parents.append(section_id)
            self._add_text(source, section, section_id, footnotes, chapter)
        self._add_leftovers(source, parsed)

    def _id(self, table: str) -> int:
        return len(self.rows[table]) + 1

    def _trace(
        self, source: Source, text: Traced, role: CharacterRole, owner: int, *, whole: bool = True
    ) -> None:
        for span in text.spans():
            self.rows["provenance"].append(
                {
                    "document_id": source.id,
                    "line": span.line,
                    "column_start": span.start,
                    "column_end": span.end,
                    "role": str(role),
                    "owner_id": owner,
                    "offset": span.offset if whole else -1,
                }
            )

    def _add_document(self, source: Source) -> None:
        self.rows["documents"].append(
            {
                "id": source.id,
                "edition_id": source.edition,
                "title": source.title,
                "kind": str(source.kind),
                "dated": source.dated,
                "publisher": source.publisher,
                "url": self._manifest.url,
                "licence": self._manifest.licence,
                "source_file": source.file,
                "sha256": source.sha256,
                "lines": len(source.lines),
                "ordinal": self._id("documents"),
            }
        )
        for number, line in enumerate(source.lines, 1):
            self.rows["source_lines"].append(
                {"document_id": source.id, "line": number, "text": line}
            )

    def _add_footnote(self, source: Source, note: ParsedFootnote) -> int:
        footnote_id = self._id("footnotes")
        start, end = _line_range((note.number, note.text))
        self.rows["footnotes"].append(
            {
                "id": footnote_id,
                "document_id": source.id,
                "number": _ascii_digits(note.number.text),
                "text": note.text.text,
                "line_start": start,
                "line_end": end,
            }
        )
        self._trace(source, note.number, CharacterRole.FOOTNOTE_NUMBER, footnote_id)
        self._trace(source, note.text, CharacterRole.FOOTNOTE, footnote_id)
        return footnote_id

    def _add_section(
        self, source: Source, section: ParsedSection, parent: int | None, ordinal: int,
        key: str, citation: str,
    ) -> int:  # fmt: skip
        section_id = self._id("sections")
        # A label may come from a contents page, far from the slide that bears the title.
        texts = [section.title if section.title.first_line else section.label]
        texts += [part for block in section.blocks for part in (block.marker, block.text)]
        texts += [kpi.text for kpi in section.kpis]
        start, end = _line_range(texts)
        self.rows["sections"].append(
            {
                "id": section_id,
                "document_id": source.id,
                "parent_id": parent,
                "ordinal": ordinal,
                "depth": section.depth,
                "kind": str(section.kind),
                "label": section.label.text,
                "title": section.title.text,
                "key": key,
                "citation": citation,
                "reading": "",
                "title_en": None,
                "toc_only": int(section.toc_only),
                "line_start": start,
                "line_end": end,
            }
        )
        self._trace(source, section.label, CharacterRole.LABEL, section_id)
        self._trace(source, section.title, CharacterRole.TITLE, section_id)
        return section_id

    def _add_text(
        self, source: Source, section: ParsedSection, section_id: int,
        footnotes: dict[str, int], chapter: str,
    ) -> None:  # fmt: skip
        self._add_marks(source, section.title_marks, footnotes, section_id, None, None)
        for ordinal, block in enumerate(section.blocks, 1):
            block_id = self._add_block(source, block, section_id, ordinal)
            self._add_marks(source, block.marks, footnotes, section_id, block_id, None)
        if section.kind is not SectionKind.MEASURE:
            return
        self.rows["measures"].append(
            {
                "section_id": section_id,
                "number": measure_number(section.label.text),
                "chapter": chapter,
            }
        )
        counts: dict[KpiKind, int] = defaultdict(int)
        for kpi in section.kpis:
            counts[kpi.kind] += 1
            kpi_id = self._add_kpi(source, kpi, section_id, counts[kpi.kind])
            self._add_marks(source, kpi.marks, footnotes, section_id, None, kpi_id)

    def _add_block(self, source: Source, block: ParsedBlock, section_id: int, ordinal: int) -> int:
        block_id = self._id("blocks")
        start, end = _line_range((block.marker, block.text))
        data = None
        if block.columns:
            table = {"columns": block.columns, "rows": block.rows}
            data = json.dumps(table, ensure_ascii=False)
        self.rows["blocks"].append(
            {
                "id": block_id,
                "section_id": section_id,
                "ordinal": ordinal,
                "kind": str(block.kind),
                "marker": block.marker.text,
                "level": block.level,
                "text": block.text.text,
                "data": data,
                "line_start": start,
                "line_end": end,
            }
        )
        self._trace(source, block.marker, CharacterRole.MARKER, block_id)
        self._trace(source, block.text, CharacterRole.TEXT, block_id)
        return block_id

    def _add_kpi(self, source: Source, kpi: ParsedKpi, section_id: int, ordinal: int) -> int:
        kpi_id = self._id("kpis")
        start, end = _line_range((kpi.text,))
        self.rows["kpis"].append(
            {
                "id": kpi_id,
                "section_id": section_id,
                "kind": str(kpi.kind),
                "ordinal": ordinal,
                "text": kpi.text.text,
                "status": "",
                "line_start": start,
                "line_end": end,
            }
        )
        self._trace(source, kpi.text, CharacterRole.KPI, kpi_id)
        return kpi_id

    def _add_marks(
        self, source: Source, marks: Iterable[ParsedMark], footnotes: dict[str, int],
        section_id: int, block_id: int | None, kpi_id: int | None,
    ) -> None:  # fmt: skip
        for mark in marks:
            footnote_id = footnotes[mark.number]
            self.rows["footnote_refs"].append(
                {
                    "footnote_id": footnote_id,
                    "section_id": section_id,
                    "block_id": block_id,
                    "kpi_id": kpi_id,
                    "offset": mark.offset,
                }
            )
            self._trace(source, mark.mark, CharacterRole.MARK, footnote_id, whole=False)

    def _add_leftovers(self, source: Source, parsed: ParsedDocument) -> None:
        for number, ruby in enumerate(parsed.ruby, 1):
            self.rows["ruby"].append(
                {
                    "document_id": source.id,
                    "line": ruby.reading.first_line,
                    "reading": ruby.reading.text,
                    "word": ruby.word,
                }
            )
            self._trace(source, ruby.reading, CharacterRole.RUBY, number, whole=False)
        for piece in parsed.furniture:
            furniture_id = self._id("furniture")
            self.rows["furniture"].append(
                {
                    "id": furniture_id,
                    "document_id": source.id,
                    "line": piece.text.first_line,
                    "kind": str(piece.kind),
                    "text": piece.text.text,
                }
            )
            self._trace(source, piece.text, CharacterRole.FURNITURE, furniture_id)


def _line_range(texts: Iterable[Traced]) -> tuple[int | None, int | None]:
    parts = [text for text in texts if text.first_line is not None]
    firsts = [line for part in parts if (line := part.first_line) is not None]
    lasts = [line for part in parts if (line := part.last_line) is not None]
    return min(firsts, default=None), max(lasts, default=None)


def _ascii_digits(number: str) -> str:
    return str(int(number))
