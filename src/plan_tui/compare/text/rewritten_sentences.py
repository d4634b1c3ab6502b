"""Whether a short sentence says a part of a longer one, or only has a few of its words."""

from __future__ import annotations

from functools import lru_cache

from plan_tui.compare.text.changed_words import changed_words
from plan_tui.compare.text.grams import overlap
from plan_tui.compare.text.sentence_pairs import LEAST, Sentence, likeness
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.comparison import Mark

_PHRASE_LEAST = 7
"""Characters, kana of endings and particles apart, that a phrase in common needs to tell what a
sentence is about. Set by hand: the nouns that every section has have six at most."""
_SHARE_LEAST = 0.5
"""How much of the shorter sentence shorter phrases in common have to be together."""
_CONTENT = late_pattern(r"[^\Wぁ-ゖ]")


@lru_cache(maxsize=4096)
def rewritten(left: str, right: str) -> bool:
    """Tell whether one of two sentences that were paired can be called the other, changed.

    Those that are alike as they stand can. Where only the shorter one's pieces lie here and there
    within the longer one, the words that stay have to be a phrase of both, or half of the shorter.
    """
    if _dice(left, right) >= LEAST:
        return True
    both = zip((left, right), changed_words(left, right), strict=True)
    kept = [_kept(text, marks) for text, marks in both]
    if min(map(_longest, kept)) >= _PHRASE_LEAST:
        return True
    of_shorter, text = min(zip(kept, (left, right), strict=True), key=lambda pair: len(pair[1]))
    return sum(map(len, of_shorter)) >= _SHARE_LEAST * len(text)


def _longest(phrases: Sequence[str]) -> int:
    """Return how much the phrase that says most has beside endings and particles."""
    return max((len(_CONTENT.findall(phrase)) for phrase in phrases), default=0)


@lru_cache(maxsize=4096)
def in_common(left: str, right: str) -> float:
    """Return how much two sentences that were paired say together, the more the more alike."""
    ours, theirs = Sentence.of(left).grams, Sentence.of(right).grams
    return len(ours & theirs) * likeness(ours, theirs) ** 2


def _dice(left: str, right: str) -> float:
    """Return how alike two sentences are, without regard to how far one lies in the other."""
    ours, theirs = Sentence.of(left).grams, Sentence.of(right).grams
    return overlap(len(ours & theirs), len(ours), len(theirs), contained=False)


def _kept(text: str, marks: Sequence[Mark]) -> list[str]:
    """Return what stands between marks."""
    ends = [0, *(end for _, end in marks)]
    starts = [*(start for start, _ in marks), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]
