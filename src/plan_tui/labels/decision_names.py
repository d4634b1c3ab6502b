"""What a reader decided of a suggestion, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plan_tui.labels.counterpart_names import EXTENTS
from plan_tui.labels.punctuation import listed
from plan_tui.model.comparison_enums import Extent
from plan_tui.model.decisions import Decision, DecisionKind
from plan_tui.text.language import Language, Phrase

DECISIONS: dict[DecisionKind, Phrase] = {
    DecisionKind.ACCEPTED: Phrase("承認", "accepted"),
    DecisionKind.PART: Phrase("一部として承認", "accepted as part"),
    DecisionKind.MENTION: Phrase("言及", "a mention"),
    DecisionKind.REJECTED: Phrase("却下", "rejected"),
}
UNDECIDED = Phrase("未判定", "not decided")
_ENDS = Phrase("前の版：{first}・後の版：{second}", "earlier: {first} · later: {second}")
_BOTH = Phrase("双方の{extent}", "{extent} of both")
_COUNTED = Phrase("{name} {count}", "{count} {name}")


def extent_words(earlier: Extent, later: Extent, language: Language) -> str:
    """Say how much of an earlier and of a later section is meant."""
    first, second = EXTENTS[earlier], EXTENTS[later]
    if earlier is later:
        return _BOTH.say(language, extent=first)
    return _ENDS.say(language, first=first, second=second)


def decision_counts(decisions: Iterable[Decision], language: Language) -> str:
    """Count decisions by what they say; empty if there are none."""
    counts = Counter(decision.kind for decision in decisions)
    counted = [
        _COUNTED.say(language, name=name, count=counts[kind])
        for kind, name in DECISIONS.items()
        if counts[kind]
    ]
    return listed(counted, language)
