"""How a hit was found, in words, and how many hits there are of which sort."""

from __future__ import annotations

from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.section_parts import TEXT_PLACES
from plan_tui.model.enums import (
    MatchedIn,
    SearchTier,
    TextPlace,
)
from plan_tui.model.headings import title
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.search.hits import Hit, SearchResult
    from plan_tui.text.language import Language

SEARCH_TIERS: dict[SearchTier, Phrase] = {
    SearchTier.PRINTED: Phrase("表記どおり", "as printed"),
    SearchTier.FOLDED: Phrase("表記の揺れ", "variant spelling"),
    SearchTier.LOOSE: Phrase("送り仮名・区切りの違い", "kana endings or marks aside"),
    SearchTier.READING: Phrase("読み", "reading"),
    SearchTier.WORDS: Phrase("語の組", "all words"),
    SearchTier.ALIAS: Phrase("別名", "other name"),
    SearchTier.EVERYDAY: Phrase("ふだんの言葉", "everyday word"),
    SearchTier.SOME: Phrase("一部の語", "some of the words"),
    SearchTier.SUBSEQUENCE: Phrase("飛び飛びの文字", "letters in order"),
    SearchTier.TYPO: Phrase("似た綴り", "similar spelling"),
    SearchTier.LISTED: Phrase("絞り込み", "filter"),
}
"""The ways of finding, the strictest first."""
MATCHED_IN: dict[MatchedIn, Phrase] = {
    MatchedIn.TITLE: TEXT_PLACES[TextPlace.TITLE],
    MatchedIn.TEXT: TEXT_PLACES[TextPlace.TEXT],
    MatchedIn.FOOTNOTE: TEXT_PLACES[TextPlace.FOOTNOTE],
    MatchedIn.KPI: TEXT_PLACES[TextPlace.KPI],
    MatchedIn.READING: Phrase("読み", "reading"),
}
SIMILAR = Phrase("類似", "Similar")
_FOUND = Phrase("{where}・{why}", "{where}, {why}")
_WITHOUT = Phrase("「{words}」なし", "without {words}")
_BOTH = Phrase("{whole}＋類似{similar}", "{whole} + {similar} similar")
_LEFT_OUT = Phrase("除いた語：{words}", "left out: {words}")
_NEWEST = Phrase("→ {edition} {key} {title}", "→ {edition} {key} {title}")
_MOST_SAID = 2
"""Missing words that are named."""


def found_by(hit: Hit, language: Language) -> str:
    """Say where a hit matches and, unless it is as printed, in which way."""
    where = MATCHED_IN[hit.matched].say(language)
    same = hit.why is SearchTier.READING and hit.matched is MatchedIn.READING
    if hit.why is SearchTier.PRINTED or same:
        return where
    why = SEARCH_TIERS[hit.why].say(language)
    if hit.without:
        more = len(hit.without) - _MOST_SAID
        words = " ".join(hit.without[:_MOST_SAID]) + (f" +{more}" if more > 0 else "")
        why = _WITHOUT.say(language, words=words)
    return why if hit.why is SearchTier.LISTED else _FOUND.say(language, where=where, why=why)


def newest(hit: Hit, language: Language) -> str:
    """Return the counterpart of a hit in the newest edition, empty if it has none."""
    section = hit.newest
    if section is None:
        return ""
    heading, edition = title(section, language), edition_name(section.edition_id, language)
    return _NEWEST.say(language, edition=edition, key=section.key, title=heading)


def left_out(result: SearchResult, language: Language) -> str:
    """Return which words of a question were not looked for, empty if all were."""
    words = " ".join(result.left_out)
    return _LEFT_OUT.say(language, words=words) if words else ""


def total(result: SearchResult, language: Language) -> str:
    """Return the number of hits, apart from it that of similar ones."""
    if not result.similar:
        return str(result.total)
    whole = result.total - result.similar
    return _BOTH.say(language, whole=whole, similar=result.similar)
