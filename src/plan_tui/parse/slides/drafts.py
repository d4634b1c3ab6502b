"""Sections of a deck or diagram while they are read, and the parsed sections made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plan_tui.model.enums import (
    BlockKind,
    SectionKind,
)
from plan_tui.model.parsed import NOTHING, ParsedBlock, ParsedMark, ParsedSection
from plan_tui.parse.slides.slide_text import is_excerpt
from plan_tui.parse.slides.units import SlideUnit, UnitKind
from plan_tui.text.record import field, record
from plan_tui.text.traced import Traced

_BLOCKS = {
    UnitKind.TEXT: BlockKind.PARAGRAPH,
    UnitKind.BULLET: BlockKind.BULLET,
    UnitKind.NOTE: BlockKind.NOTE,
    UnitKind.ENUM: BlockKind.LIST_ITEM,
    UnitKind.TABLE: BlockKind.TABLE,
}

Marks = Mapping[Traced, tuple[ParsedMark, ...]]
"""A clean text → the footnote marks that were taken out of it."""


@record(frozen=False)
class SectionDraft:
    """A section while its units are being read."""

    depth: int
    kind: SectionKind
    label: Traced = NOTHING
    title: Traced = NOTHING
    toc_only: bool = False
    """True if it stands on the contents page alone."""
    units: list[tuple[SlideUnit, BlockKind]] = field(default_factory=list)
    """Its text, each unit with the kind of block it becomes."""

    def add(self, unit: SlideUnit, kind: BlockKind | None = None) -> None:
        """Append a unit as a block of ``kind``, or of the kind that its form implies."""
        implied = _BLOCKS[unit.kind]
        if unit.kind is UnitKind.TEXT and is_excerpt(unit.text.text):
            implied = BlockKind.NOTE
        self.units.append((unit, kind or implied))


def finished_sections(drafts: Sequence[SectionDraft], marks: Marks) -> tuple[ParsedSection, ...]:
    """Return the drafts as parsed sections, with the footnote marks of their texts."""
    return tuple(
        ParsedSection(
            depth=draft.depth,
            kind=draft.kind,
            label=draft.label,
            title=draft.title,
            title_marks=marks.get(draft.title, ()),
            blocks=_blocks(draft, marks),
            toc_only=draft.toc_only,
        )
        for draft in drafts
    )


def _blocks(draft: SectionDraft, marks: Marks) -> tuple[ParsedBlock, ...]:
    outermost = min((unit.level for unit, _ in draft.units if unit.dashed), default=0)
    return tuple(
        unit.table
        or ParsedBlock(
            kind=kind,
            text=unit.text,
            marker=unit.marker,
            level=max(unit.level - (outermost if unit.dashed else 0), 0),
            marks=marks.get(unit.text, ()),
        )
        for unit, kind in draft.units
    )
