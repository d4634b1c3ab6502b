"""Where the words of a query stand in a text, in any spelling that folds to the same."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.errors import UsageError
from plan_tui.model.comparison import Mark
from plan_tui.query.grammar import parse_query
from plan_tui.text.fold import fold_spelling, fold_spelling_map
from plan_tui.text.kana import has_katakana
from plan_tui.text.ranges import merge_ranges
from plan_tui.tui.destinations import PassageSpan
from plan_tui.tui.render.marked_text import MarkFinder, find_nothing


def span_finder(span: PassageSpan) -> MarkFinder:
    """Return a function that marks printed words, in their passage or in their table's cell."""
    first = max(span.passage.rfind(sign, 0, span.start) for sign in "\t\n") + 1
    ends = [at for sign in "\t\n" if (at := span.passage.find(sign, span.end)) >= 0]
    cell = span.passage[first : min(ends, default=len(span.passage))]

    def find(text: str) -> Sequence[Mark]:
        if text == span.passage:
            return [(span.start, span.end)]
        return [(span.start - first, span.end - first)] if text == cell else []

    return find


def finder(query: str) -> MarkFinder:
    """Return a function that gives the ranges of a text where a word of ``query`` stands."""
    try:
        words = parse_query(query).words
    except UsageError:
        words = ()
    folds = {word: fold_spelling(word).replace("\0", "") for word in words}
    wanted = [(folded, has_katakana(word)) for word, folded in folds.items() if folded]
    if not wanted:
        return find_nothing

    def find(text: str) -> Sequence[Mark]:
        folded = fold_spelling_map(text)
        marks = set()
        for word, in_katakana in wanted:
            at = folded.text.find(word)
            while at >= 0:
                start, end = folded.printed(at, at + len(word))
                # Katakana are no hiragana that sound alike (メール, める).
                if not in_katakana or has_katakana(text[start:end]):
                    marks.add((start, end))
                at = folded.text.find(word, at + len(word))
        return merge_ranges(marks, len(text))

    return find
