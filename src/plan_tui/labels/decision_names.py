"""What a reader decided of a suggestion, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plan_tui.labels.counterpart_names import EXTENTS
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.not_held import PROBABLY_NONE_OF
from plan_tui.labels.punctuation import listed
from plan_tui.model import headings
from plan_tui.model.comparison_enums import Extent
from plan_tui.model.decisions import Decision, DecisionKind
from plan_tui.model.records import Link, Section
from plan_tui.text.language import Language, Phrase

DECISIONS: dict[DecisionKind, Phrase] = {
    DecisionKind.ACCEPTED: Phrase("承認", "accepted"),
    DecisionKind.PART: Phrase("一部として承認", "accepted as part"),
    DecisionKind.MENTION: Phrase("言及", "a mention"),
    DecisionKind.REJECTED: Phrase("却下", "rejected"),
}
UNDECIDED = Phrase("未判定", "not decided")
_ENDS = Phrase("前の版：{first}・後の版：{second}", "earlier: {first}, later: {second}")
_BOTH = Phrase("双方の{extent}", "{extent} of both")
_COUNTED = Phrase("{name} {count}", "{count} {name}")
_BESIDE = Phrase("／", " / ")


def extent_words(earlier: Extent, later: Extent, language: Language) -> str:
    """Say how much of an earlier and of a later section is meant."""
    first, second = EXTENTS[earlier], EXTENTS[later]
    if earlier is later:
        return _BOTH.say(language, extent=first)
    return _ENDS.say(language, first=first, second=second)


def suggestion_reason(
    link: Link, ends: Sequence[Section], alone: Iterable[Section], language: Language
) -> str:
    """Say why a link is suggested, and first of which of its sections none is suggested as well.

    Args:
        link: the suggestion.
        ends: its two sections.
        alone: those of them that probably have no counterpart.
        language: of the words.

    """
    told = []
    for section in alone:
        other = next(end for end in ends if end.edition_id != section.edition_id)
        told.append(
            PROBABLY_NONE_OF.say(
                language,
                edition=edition_name(other.edition_id, language),
                heading=headings.heading(section, language),
            )
        )
    told.append(headings.reason(link, language))
    return _BESIDE.say(language).join(filter(None, told))


def decision_counts(decisions: Iterable[Decision], language: Language) -> str:
    """Count decisions by what they say; empty if there are none."""
    counts = Counter(decision.kind for decision in decisions)
    counted = [
        _COUNTED.say(language, name=name, count=counts[kind])
        for kind, name in DECISIONS.items()
        if counts[kind]
    ]
    return listed(counted, language)
