"""The text below a heading: its lines and tables as blocks, and a measure's KPI lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan_tui.model.edits import LineEdits
from plan_tui.model.enums import FurnitureKind, KpiKind
from plan_tui.model.parsed import ParsedBlock, ParsedFurniture, ParsedKpi
from plan_tui.parse.common.kpi_lists import kpi_label, split_kpis
from plan_tui.parse.common.spacing import concatenate_lines, join_printed
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.furniture.ruled_tables import TableDraft, table_block
from plan_tui.parse.full_text.notes.note_marks import MarksByPlace, place_note_marks
from plan_tui.parse.full_text.passages.line_places import LinePlaces
from plan_tui.parse.full_text.passages.paragraph_groups import GroupReader, ParagraphGroup
from plan_tui.text.traced import Traced


class SectionBlocks:
    """Makes blocks of the lines and tables of one section after the other."""

    def __init__(
        self,
        places: LinePlaces,
        tables: Sequence[TableDraft],
        marks: MarksByPlace,
        edits: LineEdits,
    ) -> None:
        self._groups = GroupReader(places, edits)
        self._tables = sorted(tables, key=lambda table: table.first_line)
        self._marks = marks
        self.furniture: list[ParsedFurniture] = []
        """The labels and bullets of KPI lists read so far."""

    def blocks(self, lines: Sequence[BodyLine], until: int | None) -> tuple[ParsedBlock, ...]:
        """Return the blocks of a section's ``lines``, and of the tables before line ``until``.

        A table ends the paragraph that stands before it. None: of all tables that are left.
        """
        blocks: list[ParsedBlock] = []
        for part, table in self._parted(lines, until):
            blocks += [self._block(group) for group in self._groups.read(part)]
            if table:
                blocks.append(table_block(table, self._marks))
        return tuple(blocks)

    def measure(
        self, lines: Sequence[BodyLine], until: int | None
    ) -> tuple[tuple[ParsedBlock, ...], tuple[ParsedKpi, ...]]:
        """Return the blocks of a measure's card, and its KPIs."""
        blocks: list[ParsedBlock] = []
        kpis: list[ParsedKpi] = []
        kind: KpiKind | None = None
        indicators: list[Traced] = []
        for part, table in self._parted(lines, until):
            for group in self._groups.read(part):
                text = concatenate_lines(line.text.strip() for line in group.lines)
                label = kpi_label(text)
                if label:
                    kpis += self._kpis(kind, indicators)
                    kind, printed, rest = label
                    self.furniture.append(ParsedFurniture(FurnitureKind.KPI_LABEL, printed))
                    indicators = [rest]
                elif kind:
                    indicators.append(text)
                else:
                    blocks.append(self._block(group))
            if table:
                blocks.append(table_block(table, self._marks))
        return tuple(blocks), (*kpis, *self._kpis(kind, indicators))

    def _kpis(self, kind: KpiKind | None, indicators: Sequence[Traced]) -> Iterator[ParsedKpi]:
        for kpi in split_kpis(indicators) if kind else ():
            assert kind
            if kpi.bullet:
                self.furniture.append(ParsedFurniture(FurnitureKind.KPI_BULLET, kpi.bullet))
            yield ParsedKpi(kind, kpi.text, place_note_marks(kpi.text, self._marks))

    def _parted(
        self, lines: Sequence[BodyLine], until: int | None
    ) -> Iterator[tuple[Sequence[BodyLine], TableDraft | None]]:
        """Yield the lines before each table with it, and those after the last."""
        start = 0
        while self._tables and (until is None or self._tables[0].first_line < until):
            table = self._tables.pop(0)
            end = start
            while end < len(lines) and lines[end].line.number < table.first_line:
                end += 1
            yield lines[start:end], table
            start = end
        yield lines[start:], None

    def _block(self, group: ParagraphGroup) -> ParsedBlock:
        text = join_printed(group.texts, group.lines[0].blanks)
        marks = place_note_marks(text, self._marks)
        return ParsedBlock(group.kind, text, group.marker, group.level, marks)
