"""Measures and their KPIs: kinds, statuses, and the names of what is told of them."""

from __future__ import annotations

from plan_tui.model.enums import (
    KpiKind,
    KpiStatus,
)
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import Kpi, MeasureCard
    from plan_tui.text.language import Language

STATUS = Phrase("状態", "Status")
TARGET = Phrase("数値目標", "Numeric target")
DUE = Phrase("期限", "Due")
NO_KPI = Phrase("KPIなし", "no KPI")
KPI_KINDS: dict[KpiKind, Phrase] = {
    KpiKind.PROGRESS: Phrase("KPI（進捗）", "KPI (progress)"),
    KpiKind.OUTCOME: Phrase("KPI（効果）", "KPI (outcome)"),
}
KPI_KINDS_SHORT: dict[KpiKind, Phrase] = {
    KpiKind.PROGRESS: Phrase("進捗", "progress"),
    KpiKind.OUTCOME: Phrase("効果", "outcome"),
}
_UNSET_OF = Phrase("{status}（{kinds}）", "{status} ({kinds})")
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
    """Return what a measure's KPIs promise, each status once; empty without KPIs.

    Of what is unset it is also said of which kind of KPI it is.
    """
    from plan_tui.labels.punctuation import joined_names
    from plan_tui.model.measure_cards import statuses

    words = [
        _unset_words(card, language)
        if status is KpiStatus.UNSET
        else KPI_STATUSES[status].say(language)
        for status in statuses(card)
    ]
    return joined_names(words, language)


def _unset_words(card: MeasureCard, language: Language) -> str:
    from plan_tui.labels.punctuation import joined_names

    kinds = [
        name.say(language)
        for kind, name in KPI_KINDS_SHORT.items()
        if any(kpi.is_unset for kpi in card.of_kind(kind))
    ]
    status = KPI_STATUSES[KpiStatus.UNSET]
    return _UNSET_OF.say(language, status=status, kinds=joined_names(kinds, language))
