"""Where the words of a query stand in a text, in any spelling that folds to the same."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.errors import UsageError
from plan_tui.model.filters import parse_query
from plan_tui.model.views import Mark
from plan_tui.text.fold import fold, fold_map
from plan_tui.tui.typeset.section import Finder, find_nothing


def finder(query: str) -> Finder:
    """Return a function that gives the ranges of a text where a word of ``query`` stands."""
    try:
        words = parse_query(query).words
    except UsageError:
        words = ()
    wanted = [folded for word in words if (folded := fold(word).replace("\0", ""))]
    if not wanted:
        return find_nothing

    def find(text: str) -> Sequence[Mark]:
        folded = fold_map(text)
        found = set()
        for word in wanted:
            at = folded.text.find(word)
            while at >= 0:
                found.add(folded.printed(at, at + len(word)))
                at = folded.text.find(word, at + len(word))
        return _apart(sorted(found))

    return find


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """Join ranges that overlap."""
    joined: list[Mark] = []
    for start, end in marks:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
