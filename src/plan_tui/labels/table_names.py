"""What the tables and views of the database are called, for people who look at them elsewhere."""

from __future__ import annotations

from plan_tui.text.language import Phrase

TABLE_NAMES: dict[str, Phrase] = {
    "meta": Phrase("データベースについて", "About the database"),
    "editions": Phrase("版", "Editions"),
    "documents": Phrase("文書", "Documents"),
    "added_documents": Phrase("追加した文書", "Added documents"),
    "sections": Phrase("見出し", "Sections"),
    "blocks": Phrase("段落・箇条書き・表", "Paragraphs, bullets, tables"),
    "footnotes": Phrase("脚注", "Footnotes"),
    "measures": Phrase("施策", "Measures"),
    "kpis": Phrase("KPI", "KPIs"),
    "footnote_refs": Phrase("脚注の位置", "Where footnotes are marked"),
    "dates": Phrase("日付", "Dates"),
    "quantities": Phrase("数値", "Quantities"),
    "topics": Phrase("事項", "Topics"),
    "topic_sections": Phrase("事項ごとの見出し", "Sections of topics"),
    "topic_blocks": Phrase("事項ごとの段落", "Blocks of topics"),
    "links": Phrase("版の間の対応", "Links between editions"),
    "verdicts": Phrase("対応なしの判定", "Verdicts: no counterpart"),
    "section_changes": Phrase("見出しごとの変化", "What became of each section"),
    "ruby": Phrase("ふりがな", "Readings printed beside words"),
    "furniture": Phrase("本文でないもの", "Page numbers, running heads and the like"),
    "source_lines": Phrase("原文の行", "Source lines"),
    "provenance": Phrase("原文の文字の置き場所", "Where the characters stand"),
    "doubts": Phrase("読み取りの疑い", "Doubts in the reading"),
    "search_texts": Phrase("検索用の読み", "Readings for the search"),
    "aliases": Phrase("言い換え", "Synonyms"),
    "word_readings": Phrase("語の読み", "Readings of words"),
    "statements": Phrase("期限と数値", "Deadlines and numbers"),
    "track_sections": Phrase("推移をたどる見出し", "Sections of tracks"),
    "promise_steps": Phrase("期限と数値の動き", "How deadlines and numbers moved"),
    "typical_words": Phrase("各版に特徴的な語", "Words typical of each edition"),
    "overview_counts": Phrase("概観の数", "Figures of the overview"),
    "search_strings": Phrase("検索用の文", "Strings as they are searched"),
    "search_postings": Phrase("検索用の索引", "Index of the search"),
    "search_columns": Phrase("検索用の列", "Columns of the search"),
    "v_outline": Phrase("目次（全文書）", "The outline"),
    "v_measures": Phrase("施策の一覧", "The measures"),
    "v_kpis": Phrase("KPIの一覧", "The KPIs"),
    "v_targets": Phrase("期限のある目標", "Dated targets"),
    "v_changes": Phrase("版の間の変化", "Changes between editions"),
    "v_passages": Phrase("全ての文", "All passages"),
}
"""Table or view → its name."""
