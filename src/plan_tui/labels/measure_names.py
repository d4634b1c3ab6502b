"""Measures and their KPIs: kinds, statuses, and the names of what is told of them."""

from __future__ import annotations

from plan_tui.model.enums import (
    KpiKind,
    KpiStatus,
)
from plan_tui.model.measure_cards import statuses
from plan_tui.model.records import Kpi, MeasureCard
from plan_tui.text.language import Language, Phrase

STATUS = Phrase("状態", "Status")
TARGET = Phrase("数値目標", "Numeric target")
DUE = Phrase("期限", "Due")
NO_KPI = Phrase("KPIなし", "no KPI")
KPI_KINDS: dict[KpiKind, Phrase] = {
    KpiKind.PROGRESS: Phrase("KPI（進捗）", "KPI (progress)"),
    KpiKind.OUTCOME: Phrase("KPI（効果）", "KPI (outcome)"),
}
KPI_STATUSES: dict[KpiStatus, Phrase] = {
    KpiStatus.UNSET: Phrase("未設定", "unset"),
    KpiStatus.QUANTITATIVE: Phrase("定量", "quantitative"),
    KpiStatus.MILESTONE: Phrase("マイルストーン", "milestone"),
    KpiStatus.QUALITATIVE: Phrase("定性", "qualitative"),
}


def status_word(kpi: Kpi, language: Language) -> str:
    """Return what a KPI's words promise, in a word; empty where the database does not say."""
    status = KpiStatus.UNSET if kpi.is_unset else kpi.status
    return KPI_STATUSES[status].say(language) if status else ""


def promise(kpi: Kpi, language: Language) -> str:
    """Return what a KPI promises, or nothing where its own words say it in this language."""
    words = KPI_STATUSES[kpi.status].say(language) if kpi.status else ""
    return "" if words in kpi.text else words


def status_words(card: MeasureCard, language: Language) -> str:
    """Return what a measure's KPIs promise, each status once; empty without KPIs."""
    return "・".join(KPI_STATUSES[status].say(language) for status in statuses(card))
