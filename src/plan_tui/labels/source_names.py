"""What the characters of a source are: the plan's text by its parts, and what is not its text."""

from __future__ import annotations

from plan_tui.model.enums import (
    CharacterRole,
    FurnitureKind,
)
from plan_tui.text.language import Phrase

CHARACTER_ROLES: dict[CharacterRole, Phrase] = {
    CharacterRole.LABEL: Phrase("見出しの番号", "heading numbers"),
    CharacterRole.TITLE: Phrase("見出し", "titles"),
    CharacterRole.MARKER: Phrase("行頭の記号", "list markers"),
    CharacterRole.TEXT: Phrase("本文", "text"),
    CharacterRole.KPI: Phrase("KPI", "KPIs"),
    CharacterRole.FOOTNOTE_NUMBER: Phrase("脚注番号（脚注側）", "footnote numbers (at the notes)"),
    CharacterRole.FOOTNOTE: Phrase("脚注", "footnotes"),
    CharacterRole.MARK: Phrase("脚注番号（本文中）", "footnote marks (in the text)"),
    CharacterRole.RUBY: Phrase("ふりがな", "readings (ruby)"),
    CharacterRole.FURNITURE: Phrase(
        "ページ番号・柱など", "page numbers, running heads and the like"
    ),
}
FURNITURE_KINDS: dict[FurnitureKind, Phrase] = {
    FurnitureKind.PAGE_NUMBER: Phrase("ページ番号", "page number"),
    FurnitureKind.CONTENTS: Phrase("目次の行", "contents line"),
    FurnitureKind.RUNNING_HEAD: Phrase("柱", "running head"),
    FurnitureKind.LINE_NUMBER: Phrase("行番号", "line number"),
    FurnitureKind.KPI_LABEL: Phrase("KPIの欄名", "KPI label"),
    FurnitureKind.KPI_BULLET: Phrase("KPIの行頭記号", "bullet of a KPI"),
    FurnitureKind.EMPHASIS: Phrase("強調記号", "emphasis marks"),
    FurnitureKind.HTML_TAG: Phrase("HTMLのタグ", "HTML tag"),
    FurnitureKind.CAPTION: Phrase("変換で付いた図の説明", "caption made by the conversion"),
    FurnitureKind.COVER: Phrase("表紙", "cover"),
    FurnitureKind.LIST_DASH: Phrase("変換で付いた行頭の横線", "dash made by the conversion"),
    FurnitureKind.HEAD_BULLET: Phrase("見出しの行頭記号", "bullet of a heading"),
    FurnitureKind.EMPTY_BULLET: Phrase("文字のない行頭記号", "bullet without text"),
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
    FurnitureKind.MARKDOWN_SIGN: Phrase("Markdownの記号", "Markdown sign"),
    FurnitureKind.LINK_TARGET: Phrase("リンク先", "target of a link"),
}
