"""Words that several exports say."""

from __future__ import annotations

from plan_tui.model.records import Kpi
from plan_tui.text.language import Language, Phrase

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

STATUS: dict[str, Phrase] = {
    "unset": Phrase("未設定", "unset"),
    "quantitative": Phrase("定量", "quantitative"),
    "milestone": Phrase("マイルストーン", "milestone"),
    "qualitative": Phrase("定性", "qualitative"),
}
KPI_KIND: dict[str, Phrase] = {"progress": PROGRESS, "outcome": OUTCOME}
RELATION: dict[str, Phrase] = {
    "continued": Phrase("継続", "continued"),
    "renamed": Phrase("改称", "renamed"),
    "merged": Phrase("統合", "merged"),
    "split": Phrase("分割", "split"),
    "new": Phrase("新規", "new"),
    "dropped": Phrase("記載なし", "dropped"),
    "unknown": Phrase("不明", "unknown"),
}
FACT_KIND: dict[str, Phrase] = {
    "date": Phrase("日付", "date"),
    "number": Phrase("数値", "number"),
    "organisation": Phrase("組織", "organisation"),
    "system": Phrase("システム", "system"),
}
FACT_OP: dict[str, Phrase] = {
    "kept": Phrase("同じ", "kept"),
    "changed": Phrase("変更", "changed"),
    "added": Phrase("追加", "added"),
    "gone": Phrase("なし", "gone"),
}
MOVEMENT: dict[str, Phrase] = {
    "kept": Phrase("同じ", "kept"),
    "earlier": Phrase("前倒し", "moved earlier"),
    "later": Phrase("後ろ倒し", "moved later"),
    "vaguer": Phrase("曖昧化", "made vaguer"),
    "firmer": Phrase("具体化", "made firmer"),
    "done": Phrase("実施済みと記述", "reported as done"),
    "raised": Phrase("増", "raised"),
    "lowered": Phrase("減", "lowered"),
    "dropped": Phrase("記載なし", "dropped"),
    "new": Phrase("新規", "new"),
}
WHAT: dict[str, Phrase] = {
    "deadline": Phrase("期限", "deadline"),
    "number": Phrase("数値", "number"),
}
MATCHED: dict[str, Phrase] = {
    "title": Phrase("見出し", "title"),
    "text": Phrase("本文", "text"),
    "footnote": Phrase("脚注", "footnote"),
    "kpi": Phrase("KPI", "KPI"),
    "reading": Phrase("読み", "reading"),
}

ROLE: dict[str, Phrase] = {
    "label": Phrase("見出しの番号", "heading numbers"),
    "title": Phrase("見出し", "titles"),
    "marker": Phrase("行頭の記号", "list markers"),
    "text": Phrase("本文", "text"),
    "kpi": Phrase("KPI", "KPIs"),
    "footnote_number": Phrase("脚注番号（脚注側）", "footnote marks (at the notes)"),
    "footnote": Phrase("脚注", "footnotes"),
    "mark": Phrase("脚注番号（本文中）", "footnote marks (in the text)"),
    "ruby": Phrase("ふりがな", "reading (ruby)"),
    "furniture": Phrase("ページの飾り", "page furniture"),
}
"""Where source characters stand."""
FURNITURE: dict[str, Phrase] = {
    "page_number": Phrase("ページ番号", "page number"),
    "contents": Phrase("目次の行", "contents line"),
    "running_head": Phrase("柱", "running head"),
    "kpi_label": Phrase("KPIの欄名", "KPI label"),
    "kpi_bullet": Phrase("KPIの行頭記号", "bullet of a KPI"),
    "emphasis": Phrase("強調記号", "emphasis marks"),
    "html_tag": Phrase("HTMLのタグ", "HTML tag"),
    "caption": Phrase("変換で付いた図の説明", "caption made by the conversion"),
    "cover": Phrase("表紙", "cover"),
    "list_dash": Phrase("変換で付いた行頭の横線", "dash made by the conversion"),
    "head_bullet": Phrase("見出しの行頭記号", "bullet of a heading"),
    "empty_bullet": Phrase("空の行頭記号", "bullet without text"),
    "repeated_label": Phrase("繰り返された見出しの番号", "repeated number of a heading"),
    "repeated_title": Phrase("繰り返された見出し", "repeated heading"),
    "repeated_table": Phrase("繰り返された表", "repeated table"),
    "table_rest": Phrase("入れ子の表の残り", "rest of a nested table"),
    "table_sign": Phrase("表の罫線の記号", "rule of a table"),
    "figure_sign": Phrase("図の記号", "sign of a figure"),
    "footnote_sign": Phrase("脚注番号の括弧", "bracket of a footnote mark"),
    "ruby_sign": Phrase("ふりがなの括弧", "bracket of a reading"),
}
"""Why something in a source is not the plan's text."""


def say(phrases: dict[str, Phrase], name: str, language: Language) -> str:
    """Return the phrase for ``name``, or ``name`` itself where there is none."""
    phrase = phrases.get(name)
    return phrase.say(language) if phrase else name


def promise(kpi: Kpi, language: Language) -> str:
    """Return what a KPI promises, or nothing where its own words say it in this language."""
    words = say(STATUS, kpi.status, language)
    return "" if words in kpi.text else words
