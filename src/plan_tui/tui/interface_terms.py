"""Words of the interface that several screens use."""

from __future__ import annotations

from plan_tui.labels import terms
from plan_tui.model.enums import DocumentKind, KpiStatus, SectionKind
from plan_tui.model.records import Kpi
from plan_tui.text.language import Language, Phrase

KINDS: dict[SectionKind, Phrase] = {
    SectionKind.PREFACE: Phrase("前文", "preface"),
    SectionKind.PART: Phrase("部", "part"),
    SectionKind.CHAPTER: Phrase("章", "chapter"),
    SectionKind.SECTION: Phrase("節", "section"),
    SectionKind.ITEM: Phrase("項目", "item"),
    SectionKind.SLIDE: Phrase("スライド", "slide"),
    SectionKind.MEASURE: Phrase("施策", "measure"),
}
DOCUMENT_KINDS: dict[DocumentKind, Phrase] = {
    DocumentKind.FULL_TEXT: Phrase("本文", "full text"),
    DocumentKind.OVERVIEW: Phrase("概要", "overview"),
    DocumentKind.SUMMARY: Phrase("要約図", "one-page summary"),
    DocumentKind.DECK: Phrase("説明資料", "slide deck"),
}
TOC_ONLY = Phrase("目次のみ", "contents only")
NO_TEXT = Phrase(
    "この項目は目次にだけあり、本文は収録テキストにありません。",
    "Only this heading is held, from a contents page; its text is not in the text we hold.",
)
ICONS: dict[str, str] = {
    "preface": "❝",
    "part": "▪",
    "chapter": "▪",
    "section": "▫",
    "item": "◦",
    "slide": "▭",
    "measure": "♦",
    "document": "❐",
}
"""One character for each kind, none of ambiguous width."""


def edition_name(edition_id: str, language: Language) -> str:
    """Return an edition's short name."""
    return Phrase("{id}年版", "{id} edition").say(language, id=edition_id)


def is_unset(kpi: Kpi) -> bool:
    """Return whether a KPI says that it is not set."""
    return kpi.status is KpiStatus.UNSET or (not kpi.status and kpi.text.startswith("未設定"))


def kpi_status(kpi: Kpi, language: Language) -> str:
    """Return what a KPI's words promise, in a word; empty where the database does not say."""
    status = KpiStatus.UNSET if is_unset(kpi) else kpi.status
    return terms.say(terms.STATUS, status, language) if status else ""
