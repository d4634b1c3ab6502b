"""One character for each kind of document part, none of ambiguous width."""

from __future__ import annotations

from plan_tui.model.enums import SectionKind

SECTION_ICONS: dict[SectionKind, str] = {
    SectionKind.PREFACE: "❝",
    SectionKind.PART: "▪",
    SectionKind.CHAPTER: "▪",
    SectionKind.SECTION: "▫",
    SectionKind.ITEM: "◦",
    SectionKind.SLIDE: "▭",
    SectionKind.MEASURE: "♦",
}
DOCUMENT_ICON = "❐"
NOTE_ICON = "✎"
"""Beside what the reader wrote a note on."""
