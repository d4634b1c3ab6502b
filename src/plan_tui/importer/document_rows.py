"""From one parsed document to rows: its outline, its text, its footnotes and its leftovers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from plan_tui.errors import DataError
from plan_tui.importer.provenance_rows import ProvenanceRows, first_line
from plan_tui.model.enums import (
    CharacterRole,
    KpiKind,
    SectionKind,
)
from plan_tui.model.parsed import (
    ParsedBlock,
    ParsedDocument,
    ParsedFootnote,
    ParsedKpi,
    ParsedMark,
    ParsedSection,
)
from plan_tui.parse.address import label_code, measure_number
from plan_tui.parse.facts.kpi_status import kpi_status
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.source_rows import (
    BlockRow,
    FootnoteRefRow,
    FootnoteRow,
    FurnitureRow,
    KpiRow,
    MeasureRow,
    RubyRow,
    SectionRow,
)
from plan_tui.text.language import Phrase
from plan_tui.text.traced import Traced

_NO_NUMBER = Phrase("{label}：施策の番号がありません", "{label}: is no number of a measure")


class DocumentRows:
    """Adds one document to the rows of all; ids go on from those that are there."""

    def __init__(self, rows: DatabaseRows, document_id: str) -> None:
        self._rows = rows
        self._document_id = document_id
        self._provenance = ProvenanceRows(document_id)
        self._footnote_ids: dict[str, int] = {}
        """The name of each of the document's footnotes → its row."""

    def add(self, document: ParsedDocument, keys: Sequence[str], citations: Sequence[str]) -> None:
        """Add everything of a document; each section has its key and citation."""
        for note in document.footnotes:
            self._footnote_ids[note.name] = self._add_footnote(note)
        ancestors: list[int] = []
        chapter = ""
        for ordinal, (section, key, citation) in enumerate(
            zip(document.sections, keys, citations, strict=True), 1
        ):
            del ancestors[section.depth - 1 :]
            parent_id = ancestors[-1] if ancestors else None
            if section.kind is SectionKind.CHAPTER:
                chapter = label_code(section.label.text)
            section_id = self._add_section(section, parent_id, ordinal, key, citation)
            ancestors.append(section_id)
            self._add_text(section, section_id)
            if section.kind is SectionKind.MEASURE:
                self._add_measure(section, section_id, chapter)
        self._add_leftovers(document)
        self._rows.provenance += self._provenance.rows

    def _add_footnote(self, note: ParsedFootnote) -> int:
        footnote_id = len(self._rows.footnotes) + 1
        start, end = _line_range((note.number, note.text))
        self._rows.footnotes.append(
            FootnoteRow(
                id=footnote_id,
                document_id=self._document_id,
                number=note.name,
                text=note.text.text,
                line_start=start,
                line_end=end,
            )
        )
        self._provenance.trace(note.number, CharacterRole.FOOTNOTE_NUMBER, footnote_id)
        self._provenance.trace(note.text, CharacterRole.FOOTNOTE, footnote_id)
        return footnote_id

    def _add_section(
        self, section: ParsedSection, parent_id: int | None, ordinal: int, key: str, citation: str
    ) -> int:
        section_id = len(self._rows.sections) + 1
        # A label may come from a contents page, far from the slide that bears the title.
        texts = [section.title if section.title.first_line else section.label]
        texts += [text for block in section.blocks for text in (block.marker, block.text)]
        texts += [kpi.text for kpi in section.kpis]
        start, end = _line_range(texts)
        self._rows.sections.append(
            SectionRow(
                id=section_id,
                document_id=self._document_id,
                parent_id=parent_id,
                ordinal=ordinal,
                depth=section.depth,
                kind=section.kind,
                label=section.label.text,
                title=section.title.text,
                key=key,
                citation=citation,
                toc_only=section.toc_only,
                line_start=start,
                line_end=end,
            )
        )
        self._provenance.trace(section.label, CharacterRole.LABEL, section_id)
        self._provenance.trace(section.title, CharacterRole.TITLE, section_id)
        return section_id

    def _add_text(self, section: ParsedSection, section_id: int) -> None:
        self._add_marks(section.title_marks, section_id)
        for ordinal, block in enumerate(section.blocks, 1):
            block_id = self._add_block(block, section_id, ordinal)
            self._add_marks(block.marks, section_id, block_id=block_id)

    def _add_measure(self, section: ParsedSection, section_id: int, chapter: str) -> None:
        number = measure_number(section.label.text)
        if number is None:
            raise DataError(_NO_NUMBER.of(label=section.label.text))
        self._rows.measures.append(
            MeasureRow(section_id=section_id, number=number, chapter=chapter)
        )
        ordinals: Counter[KpiKind] = Counter()
        for kpi in section.kpis:
            ordinals[kpi.kind] += 1
            kpi_id = self._add_kpi(kpi, section_id, ordinals[kpi.kind])
            self._add_marks(kpi.marks, section_id, kpi_id=kpi_id)

    def _add_block(self, block: ParsedBlock, section_id: int, ordinal: int) -> int:
        block_id = len(self._rows.blocks) + 1
        start, end = _line_range((block.marker, block.text))
        table = {"columns": block.columns, "rows": block.rows}
        self._rows.blocks.append(
            BlockRow(
                id=block_id,
                section_id=section_id,
                ordinal=ordinal,
                kind=block.kind,
                marker=block.marker.text,
                level=block.level,
                text=block.text.text,
                data=json.dumps(table, ensure_ascii=False) if block.columns else None,
                line_start=start,
                line_end=end,
            )
        )
        self._provenance.trace(block.marker, CharacterRole.MARKER, block_id)
        self._provenance.trace(block.text, CharacterRole.TEXT, block_id)
        return block_id

    def _add_kpi(self, kpi: ParsedKpi, section_id: int, ordinal: int) -> int:
        kpi_id = len(self._rows.kpis) + 1
        start, end = _line_range((kpi.text,))
        self._rows.kpis.append(
            KpiRow(
                id=kpi_id,
                section_id=section_id,
                kind=kpi.kind,
                ordinal=ordinal,
                text=kpi.text.text,
                status=kpi_status(kpi.text.text),
                line_start=start,
                line_end=end,
            )
        )
        self._provenance.trace(kpi.text, CharacterRole.KPI, kpi_id)
        return kpi_id

    def _add_marks(
        self,
        marks: Iterable[ParsedMark],
        section_id: int,
        *,
        block_id: int | None = None,
        kpi_id: int | None = None,
    ) -> None:
        for mark in marks:
            footnote_id = self._footnote_ids[mark.number]
            self._rows.footnote_refs.append(
                FootnoteRefRow(
                    footnote_id=footnote_id,
                    section_id=section_id,
                    block_id=block_id,
                    kpi_id=kpi_id,
                    offset=mark.offset,
                )
            )
            self._provenance.trace(mark.mark, CharacterRole.MARK, footnote_id, in_text=False)

    def _add_leftovers(self, document: ParsedDocument) -> None:
        """Add what is printed and is not the plan's text: readings beside words, furniture."""
        for number, ruby in enumerate(document.ruby, 1):
            self._rows.ruby.append(
                RubyRow(
                    document_id=self._document_id,
                    line=first_line(ruby.reading),
                    reading=ruby.reading.text,
                    word=ruby.word,
                )
            )
            self._provenance.trace(ruby.reading, CharacterRole.RUBY, number, in_text=False)
        for furniture in document.furniture:
            furniture_id = len(self._rows.furniture) + 1
            self._rows.furniture.append(
                FurnitureRow(
                    id=furniture_id,
                    document_id=self._document_id,
                    line=first_line(furniture.text),
                    kind=furniture.kind,
                    text=furniture.text.text,
                )
            )
            self._provenance.trace(furniture.text, CharacterRole.FURNITURE, furniture_id)


def _line_range(texts: Iterable[Traced]) -> tuple[int | None, int | None]:
    """Return the first and the last source line of some texts; None if none was printed."""
    printed = [text for text in texts if text.first_line is not None]
    firsts = [line for text in printed if (line := text.first_line) is not None]
    lasts = [line for text in printed if (line := text.last_line) is not None]
    return min(firsts, default=None), max(lasts, default=None)
