"""How a counterpart belongs to a section, and how much of either is meant."""

from __future__ import annotations

from plan_tui.labels.change_names import CHANGE_KINDS, RELATIONS, SUGGESTION
from plan_tui.labels.not_held import CONTENTS_ONLY_SHORT, GOES_ON_BELOW
from plan_tui.model.comparison_enums import (
    ChangeKind,
    Extent,
    Likelihood,
)
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.comparison import Counterpart
    from plan_tui.model.outline_changes import Change, Continuation
    from plan_tui.model.records import Link
    from plan_tui.text.language import Language

EXTENTS: dict[Extent, Phrase] = {
    Extent.WHOLE: Phrase("全体", "whole"),
    Extent.PART: Phrase("一部", "part"),
    Extent.MENTION: Phrase("言及", "mention"),
}
EXTENTS_SHORT: dict[Extent, Phrase] = {
    Extent.WHOLE: Phrase("全", "w"),
    Extent.PART: Phrase("部", "p"),
    Extent.MENTION: EXTENTS[Extent.MENTION],
}
"""As they stand in a row of a list."""
_PARTS: dict[tuple[Extent, Extent], Phrase] = {
    (Extent.WHOLE, Extent.PART): Phrase("相手側の一部", "part of that section"),
    (Extent.PART, Extent.WHOLE): Phrase("この箇所の一部", "part of this section"),
    (Extent.PART, Extent.PART): Phrase("双方の一部", "parts of both"),
}
"""How much of the base section, and of its counterpart."""
_PARTS_GONE: dict[tuple[Extent, Extent], Phrase] = {
    (Extent.WHOLE, Extent.PART): Phrase("相手側の一部に対応", "in part of it"),
    (Extent.PART, Extent.WHOLE): Phrase("一部が対応", "part of this"),
    (Extent.PART, Extent.PART): Phrase("双方の一部が対応", "parts of both"),
}
"""How much of the section that is told of stands for how much of the other."""
SHARED = Phrase("共通 {share:.0%}", "{share:.0%} in common")
HARDLY_SHARED = Phrase("共通 1%未満", "under 1% in common")
LIKELIHOODS: dict[Likelihood, Phrase] = {
    Likelihood.SURE: Phrase("確実", "sure"),
    Likelihood.LIKELY: Phrase("有力", "likely"),
    Likelihood.POSSIBLE: Phrase("可能性", "possible"),
}
_SUGGESTED = Phrase("{relation}・{suggestion}", "{relation}, {suggestion}")
_SUGGESTED_SO = Phrase(
    "{relation}・{suggestion}・{likelihood}", "{relation}, {suggestion}, {likelihood}"
)
_PART_AND_SHARE = Phrase("{part}、{share}", "{part}, {share}")
_WITH_PART = Phrase("{standing}・{part}", "{standing}, {part}")
_SCORED = Phrase("{suggestion} {score:.2f}・{likelihood}", "{suggestion} {score:.2f}, {likelihood}")


def suggested(relation: Phrase, likelihood: Likelihood | None, language: Language) -> str:
    """Say which relation is suggested, and how likely the suggestion is right, where it has one."""
    if likelihood is None:
        return _SUGGESTED.say(language, relation=relation, suggestion=SUGGESTION)
    return _SUGGESTED_SO.say(
        language, relation=relation, suggestion=SUGGESTION, likelihood=LIKELIHOODS[likelihood]
    )


def standing(counterpart: Counterpart) -> Phrase:
    """Say how a counterpart belongs to the base section, or how likely it is to."""
    link = counterpart.link
    if link.accepted and not link.relation:
        return part_meant(counterpart) or CHANGE_KINDS[ChangeKind.PART]
    return link_standing(link)


def standing_at_length(counterpart: Counterpart) -> Phrase:
    """Say the same, and of a suggestion of which side only passages are meant."""
    part = part_meant(counterpart)
    if counterpart.link.accepted or part is None:
        return standing(counterpart)
    return _WITH_PART.of(standing=standing(counterpart), part=part)


def part_meant(counterpart: Counterpart) -> Phrase | None:
    """Say of which side only passages are compared; None where both are meant whole."""
    return _PARTS.get((counterpart.base_extent, counterpart.extent))


def link_standing(link: Link) -> Phrase:
    """Say how two linked sections belong together, or how likely it is that they do."""
    if link.likelihood:
        likelihood = LIKELIHOODS[link.likelihood]
        return _SCORED.of(suggestion=SUGGESTION, score=link.score, likelihood=likelihood)
    return RELATIONS[link.relation] if link.relation else CHANGE_KINDS[ChangeKind.PART]


def hardly_shared(share: float) -> bool:
    """Tell whether a share would be printed as 0%, though it may be more than nothing."""
    return round(share * 100) < 1


def share_words(share: float, language: Language) -> str:
    """Say which share of the characters two texts have in common."""
    phrase = HARDLY_SHARED if hardly_shared(share) else SHARED
    return phrase.say(language, share=share)


def continuation_words(
    continuation: Continuation, language: Language, *, of_newer: bool = False
) -> str:
    """Say how much of an older section goes on in a newer one, and what they share.

    With ``of_newer`` it is said of the newer section, and of the older one that it comes from.
    Of an entry of a contents page, whose text is not held, nothing else can be said.
    """
    if continuation.to_extent is Extent.MENTION:
        return EXTENTS[Extent.MENTION].say(language)
    if continuation.section.toc_only:
        return CONTENTS_ONLY_SHORT.say(language)
    share = share_words(continuation.shared, language)
    older, newer = continuation.from_extent, continuation.to_extent
    ends = (newer, older) if of_newer else (older, newer)
    if ends not in _PARTS_GONE:
        return share
    return _PART_AND_SHARE.say(language, part=_PARTS_GONE[ends], share=share)


def below_words(change: Change, language: Language) -> str:
    """Say how many of the sections directly below go on; empty where that is not the statement."""
    if change.relation is not ChangeKind.BELOW:
        return ""
    return GOES_ON_BELOW.say(language, count=change.below, all=change.below_all)
