"""The parts of a section: its titles, texts, notes, and what stands below it."""

from __future__ import annotations

from plan_tui.model.enums import TextPlace
from plan_tui.text.language import Phrase

FOOTNOTES = Phrase("脚注", "Footnotes")
SECTIONS_BELOW = Phrase("下位の見出し", "Sections below")
SECTIONS_ABOVE = Phrase("上位の見出し", "Sections above")
SECTIONS_BESIDE = Phrase("他の版の対応箇所", "Counterparts in other editions")
UNOFFICIAL = Phrase("非公式英訳", "unofficial English title")
TEXT_PLACES: dict[TextPlace, Phrase] = {
    TextPlace.TITLE: Phrase("見出し", "title"),
    TextPlace.TITLE_EN: UNOFFICIAL,
    TextPlace.TEXT: Phrase("本文", "text"),
    TextPlace.FOOTNOTE: Phrase("脚注", "footnote"),
    TextPlace.KPI: Phrase("KPI", "KPI"),
}
