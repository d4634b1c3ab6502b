"""What documents and sections are, in a word."""

from __future__ import annotations

from plan_tui.model.enums import (
    DocumentKind,
    SectionKind,
)
from plan_tui.text.language import Phrase

DOCUMENT_KINDS: dict[DocumentKind, Phrase] = {
    DocumentKind.FULL_TEXT: Phrase("本文", "full text"),
    DocumentKind.OVERVIEW: Phrase("概要", "overview"),
    DocumentKind.SUMMARY: Phrase("要約図", "one-page summary"),
    DocumentKind.DECK: Phrase("説明資料", "slide deck"),
}
SECTION_KINDS: dict[SectionKind, Phrase] = {
    SectionKind.PREFACE: Phrase("前文", "preface"),
    SectionKind.PART: Phrase("部", "part"),
    SectionKind.CHAPTER: Phrase("章", "chapter"),
    SectionKind.SECTION: Phrase("節", "section"),
    SectionKind.ITEM: Phrase("項目", "item"),
    SectionKind.SLIDE: Phrase("スライド", "slide"),
    SectionKind.MEASURE: Phrase("施策", "measure"),
}
