"""Dates, numbers, organisations and systems that texts name, and what became of them."""

from __future__ import annotations

from plan_tui.model.enums import FactChange, FactKind
from plan_tui.text.language import Phrase

FACT_KINDS: dict[FactKind, Phrase] = {
    FactKind.DATE: Phrase("日付", "date"),
    FactKind.NUMBER: Phrase("数値", "number"),
    FactKind.ORGANISATION: Phrase("組織", "organisation"),
    FactKind.SYSTEM: Phrase("システム", "system"),
}
FACT_CHANGES: dict[FactChange, Phrase] = {
    FactChange.KEPT: Phrase("同じ", "kept"),
    FactChange.CHANGED: Phrase("変更", "changed"),
    FactChange.ADDED: Phrase("追加", "added"),
    FactChange.GONE: Phrase("なし", "gone"),
}
