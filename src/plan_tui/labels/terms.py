"""Words that several exports say."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from plan_tui.model.enums import (
    ChangeKind,
    CharacterRole,
    FactChange,
    FactKind,
    FurnitureKind,
    KpiKind,
    KpiStatus,
    MatchedIn,
    Movement,
    PromiseKind,
)
from plan_tui.model.records import Kpi
from plan_tui.text.language import Language, Phrase

E = TypeVar("E", bound=StrEnum)
PROGRESS = Phrase("KPI（進捗）", "KPI (progress)")
OUTCOME = Phrase("KPI（効果）", "KPI (outcome)")
NO_KPI = Phrase("KPIなし", "no KPI")
FOOTNOTES = Phrase("脚注", "Footnotes")
SECTIONS_BELOW = Phrase("下位の見出し", "Sections below")
CONTENTS_ONLY = Phrase(
    "目次の見出しだけがあり、本文は収録した文書にない",
    "known from the table of contents alone; its text is not in the documents held",
)
NO_TEXT = Phrase("（見出しのみ）", "(heading only)")
NOT_HELD = Phrase(
    "収録した本文には対応箇所なし",
    "no counterpart in the text held",
)
NONE_KNOWN = Phrase(
    "収録した本文に対応箇所は見つかっていない",
    "no counterpart found in the text held",
)
SUGGESTION = Phrase("候補（未確認）", "suggestion (not confirmed)")
UNOFFICIAL = Phrase("非公式英訳", "unofficial English title")

STATUS: dict[KpiStatus, Phrase] = {
    KpiStatus.UNSET: Phrase("未設定", "unset"),
    KpiStatus.QUANTITATIVE: Phrase("定量", "quantitative"),
    KpiStatus.MILESTONE: Phrase("マイルストーン", "milestone"),
    KpiStatus.QUALITATIVE: Phrase("定性", "qualitative"),
}
KPI_KIND: dict[KpiKind, Phrase] = {KpiKind.PROGRESS: PROGRESS, KpiKind.OUTCOME: OUTCOME}
RELATION: dict[ChangeKind, Phrase] = {
    ChangeKind.CONTINUED: Phrase("継続", "continued"),
    ChangeKind.RENAMED: Phrase("改称", "renamed"),
    ChangeKind.MERGED: Phrase("統合", "merged"),
    ChangeKind.SPLIT: Phrase("分割", "split"),
    ChangeKind.NEW: Phrase("新規", "new"),
    ChangeKind.DROPPED: Phrase("記載なし", "dropped"),
    ChangeKind.UNKNOWN: Phrase("不明", "unknown"),
}
FACT_KIND: dict[FactKind, Phrase] = {
    FactKind.DATE: Phrase("日付", "date"),
    FactKind.NUMBER: Phrase("数値", "number"),
    FactKind.ORGANISATION: Phrase("組織", "organisation"),
    FactKind.SYSTEM: Phrase("システム", "system"),
}
FACT_OP: dict[FactChange, Phrase] = {
    FactChange.KEPT: Phrase("同じ", "kept"),
    FactChange.CHANGED: Phrase("変更", "changed"),
    FactChange.ADDED: Phrase("追加", "added"),
    FactChange.GONE: Phrase("なし", "gone"),
}
MOVEMENT: dict[Movement, Phrase] = {
    Movement.KEPT: Phrase("同じ", "kept"),
    Movement.EARLIER: Phrase("前倒し", "moved earlier"),
    Movement.LATER: Phrase("後ろ倒し", "moved later"),
    Movement.VAGUER: Phrase("曖昧化", "made vaguer"),
    Movement.FIRMER: Phrase("具体化", "made firmer"),
    Movement.DONE: Phrase("実施済みと記述", "reported as done"),
    Movement.RAISED: Phrase("増", "raised"),
    Movement.LOWERED: Phrase("減", "lowered"),
    Movement.DROPPED: Phrase("記載なし", "dropped"),
    Movement.NEW: Phrase("新規", "new"),
}
WHAT: dict[PromiseKind, Phrase] = {
    PromiseKind.DEADLINE: Phrase("期限", "deadline"),
    PromiseKind.NUMBER: Phrase("数値", "number"),
}
MATCHED: dict[MatchedIn, Phrase] = {
    MatchedIn.TITLE: Phrase("見出し", "title"),
    MatchedIn.TEXT: Phrase("本文", "text"),
    MatchedIn.FOOTNOTE: Phrase("脚注", "footnote"),
    MatchedIn.KPI: Phrase("KPI", "KPI"),
    MatchedIn.READING: Phrase("読み", "reading"),
}

ROLE: dict[CharacterRole, Phrase] = {
    CharacterRole.LABEL: Phrase("見出しの番号", "heading numbers"),
    CharacterRole.TITLE: Phrase("見出し", "titles"),
    CharacterRole.MARKER: Phrase("行頭の記号", "list markers"),
    CharacterRole.TEXT: Phrase("本文", "text"),
    CharacterRole.KPI: Phrase("KPI", "KPIs"),
    CharacterRole.FOOTNOTE_NUMBER: Phrase("脚注番号（脚注側）", "footnote marks (at the notes)"),
    CharacterRole.FOOTNOTE: Phrase("脚注", "footnotes"),
    CharacterRole.MARK: Phrase("脚注番号（本文中）", "footnote marks (in the text)"),
    CharacterRole.RUBY: Phrase("ふりがな", "reading (ruby)"),
    CharacterRole.FURNITURE: Phrase("ページの飾り", "page furniture"),
}
"""Where source characters stand."""
FURNITURE: dict[FurnitureKind, Phrase] = {
    FurnitureKind.PAGE_NUMBER: Phrase("ページ番号", "page number"),
    FurnitureKind.CONTENTS: Phrase("目次の行", "contents line"),
    FurnitureKind.RUNNING_HEAD: Phrase("柱", "running head"),
    FurnitureKind.KPI_LABEL: Phrase("KPIの欄名", "KPI label"),
    FurnitureKind.KPI_BULLET: Phrase("KPIの行頭記号", "bullet of a KPI"),
    FurnitureKind.EMPHASIS: Phrase("強調記号", "emphasis marks"),
    FurnitureKind.HTML_TAG: Phrase("HTMLのタグ", "HTML tag"),
    FurnitureKind.CAPTION: Phrase("変換で付いた図の説明", "caption made by the conversion"),
    FurnitureKind.COVER: Phrase("表紙", "cover"),
    FurnitureKind.LIST_DASH: Phrase("変換で付いた行頭の横線", "dash made by the conversion"),
    FurnitureKind.HEAD_BULLET: Phrase("見出しの行頭記号", "bullet of a heading"),
    FurnitureKind.EMPTY_BULLET: Phrase("空の行頭記号", "bullet without text"),
    FurnitureKind.REPEATED_LABEL: Phrase(
        "繰り返された見出しの番号", "repeated number of a heading"
    ),
    FurnitureKind.REPEATED_TITLE: Phrase("繰り返された見出し", "repeated heading"),
    FurnitureKind.REPEATED_TABLE: Phrase("繰り返された表", "repeated table"),
    FurnitureKind.TABLE_REST: Phrase("入れ子の表の残り", "rest of a nested table"),
    FurnitureKind.TABLE_SIGN: Phrase("表の罫線の記号", "rule of a table"),
    FurnitureKind.FIGURE_SIGN: Phrase("図の記号", "sign of a figure"),
    FurnitureKind.FOOTNOTE_SIGN: Phrase("脚注番号の括弧", "bracket of a footnote mark"),
    FurnitureKind.RUBY_SIGN: Phrase("ふりがなの括弧", "bracket of a reading"),
}
"""Why something in a source is not the plan's text."""


def say(phrases: Mapping[E, Phrase], name: E, language: Language) -> str:
    """Return the phrase for ``name``."""
    return phrases[name].say(language)


def promise(kpi: Kpi, language: Language) -> str:
    """Return what a KPI promises, or nothing where its own words say it in this language."""
    words = say(STATUS, kpi.status, language) if kpi.status else ""
    return "" if words in kpi.text else words
