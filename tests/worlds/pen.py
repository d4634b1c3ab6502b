"""Writes the source of a made-up document together with what a parser would find in it."""

from __future__ import annotations

from plan_tui.model.enums import (
    BlockKind,
    FurnitureKind,
    KpiKind,
    SectionKind,
)
from plan_tui.model.parsed import (
    ParsedBlock,
    ParsedFootnote,
    ParsedFurniture,
    ParsedKpi,
    ParsedMark,
    ParsedSection,
)
from plan_tui.text.traced import Traced


class Pen:
    """Writes a made-up source: each piece of text becomes a line of its own."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, text: str) -> Traced:
        self.lines.append(text)
        return Traced.of_line(len(self.lines), text)

    def section(
        self,
        depth: int,
        label: str,
        title: str,
        *blocks: ParsedBlock,
        kind: SectionKind = SectionKind.SECTION,
        kpis: tuple[ParsedKpi, ...] = (),
        title_marks: tuple[ParsedMark, ...] = (),
        toc_only: bool = False,
    ) -> ParsedSection:
        return ParsedSection(
            depth, kind, self.write(label), self.write(title), title_marks, blocks, kpis, toc_only
        )

    def paragraph(self, text: str, note: str = "", after: str = "") -> ParsedBlock:
        return ParsedBlock(
            BlockKind.PARAGRAPH, self.write(text), marks=self.mark(text, note, after)
        )

    def bullet(self, text: str, level: int = 0, marker: str = "・") -> ParsedBlock:
        return ParsedBlock(BlockKind.BULLET, self.write(text), self.write(marker), level)

    def item(self, marker: str, text: str) -> ParsedBlock:
        return ParsedBlock(BlockKind.LIST_ITEM, self.write(text), self.write(marker))

    def note(self, text: str) -> ParsedBlock:
        return ParsedBlock(BlockKind.NOTE, self.write(text))

    def table(self, columns: tuple[str, ...], *rows: tuple[str, ...]) -> ParsedBlock:
        lines = [
            Traced.join([self.write(cell) for cell in cells], "\t") for cells in (columns, *rows)
        ]
        return ParsedBlock(BlockKind.TABLE, Traced.join(lines, "\n"), columns=columns, rows=rows)

    def mark(self, text: str, note: str, after: str) -> tuple[ParsedMark, ...]:
        if not note:
            return ()
        return (ParsedMark(note, text.index(after) + len(after), self.write(note)),)

    def kpi(self, kind: KpiKind, text: str, note: str = "", after: str = "") -> ParsedKpi:
        return ParsedKpi(kind, self.write(text), self.mark(text, note, after))

    def footnote(self, number: str, text: str) -> ParsedFootnote:
        return ParsedFootnote(self.write(number), self.write(text))

    def furniture(self, kind: FurnitureKind, text: str) -> ParsedFurniture:
        return ParsedFurniture(kind, self.write(text))
