"""Which sections of two editions might belong together: suggestions, never assertions.

Pure: sections in, suggestions out, no network, nothing learnt but the weights that stand in
`weights.py`, `confidence.py` and `absence.py`; `make align` measures them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from plan_tui.importer.linking.edition_pairs import EditionPair
from plan_tui.importer.linking.evidence import Described, Evidence, SectionCorpus
from plan_tui.importer.linking.pair_confidences import PairConfidences
from plan_tui.model.comparison_enums import Extent
from plan_tui.text.language import Phrase, joined
from plan_tui.text.record import record
from plan_tui.text.tokens import fold_notation

THRESHOLD = 0.08
"""Pairs that are less likely are not suggested: they would not even show where to look."""
_BESIDE_THE_BEST = 0.2
"""Nor are pairs that are less than a fifth as likely as the best of either section. With this more
counterparts are among the three than if fewer were shown, in fewer rows than without it."""
PER_SECTION = 3
"""Suggestions for a section in one other edition: what a menu of choices shows at a glance."""
_CERTAIN = 0.999
"""The highest score: an estimate never is certain."""
_ALIKE, _ALIKE_ABOVE = 0.5, 0.6
"""Likeness from which a reason says that titles or texts, and the titles above, are alike."""
_SAME_SENTENCE = 0.35
"""Likeness of a sentence to a whole section from which it is quoted as the reason."""
_SAME_HEADING = 0.9
"""Likeness of titles from which two headings are taken for one, whatever they hold."""
_QUOTED = 40
"""Characters that a reason quotes."""
_NAMED_TERMS = 3
"""Common terms that a reason names."""

_SAME_TITLE = Phrase("見出しが一致", "same title")
_LIKE_TITLE = Phrase("見出しが近い", "similar titles")
_LIKE_TEXT = Phrase("本文が近い", "similar texts")
_EARLIER_SAYS = Phrase("前の版の文：「{text}」", "the earlier edition says “{text}”")
_LATER_SAYS = Phrase("後の版の文：「{text}」", "the later edition says “{text}”")
_COMMON_TERMS = Phrase("共通語：{terms}", "terms in common: {terms}")
_LIKE_ABOVE = Phrase("上位の見出しが近い", "similar titles above")
_LIKE_LETTERS = Phrase("用字が近い", "similar choice of characters")


@record
class Suggestion:
    """Two sections that might belong together."""

    from_section_id: int
    """Of the earlier edition."""
    to_section_id: int
    from_block_id: int | None
    """The block that speaks of it, where that is no whole section."""
    to_block_id: int | None
    from_extent: Extent
    to_extent: Extent
    score: float
    """How likely it is, 0 to 1."""
    reason: Phrase
    """What speaks for it."""


def suggest(confidences: PairConfidences) -> list[Suggestion]:
    """Return the suggestions between two editions, in the order of the earlier one's sections."""
    scores = confidences.scores()
    return [
        _suggestion(confidences.rankings.editions, confidences.pairs[ids], scores[ids])
        for ids in sorted(best_pairs(scores))
    ]


def best_pairs(scores: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    """Return the pairs that are likely enough and among the best of either of their sections."""
    best_first = sorted(scores, key=lambda pair: (-scores[pair], pair))
    better: dict[tuple[int, int], list[float]] = defaultdict(list)
    """A section → the scores of its pairs that are as likely or likelier."""
    shown = set()
    for pair in best_first:
        score = scores[pair]
        if score < THRESHOLD:
            break
        above = [better[end] for end in enumerate(pair)]
        if any(_is_shown(score, scores_above) for scores_above in above):
            shown.add(pair)
        for scores_above in above:
            scores_above.append(score)
    return shown


def _is_shown(score: float, better: Sequence[float]) -> bool:
    """Tell whether a pair is among a section's best, and not far behind the first of them."""
    near = not better or score >= _BESIDE_THE_BEST * better[0]
    return near and len(better) < PER_SECTION


def _suggestion(
    editions: EditionPair, pair: tuple[Described, Described], score: float
) -> Suggestion:
    earlier, later = pair
    evidence = editions.evidence(earlier, later)
    extents = [_extent(end, evidence) for end in (earlier, later)]
    blocks = [
        _block_of(end, evidence) if extent is Extent.PART else None
        for end, extent in zip((earlier, later), extents, strict=True)
    ]
    return Suggestion(
        from_section_id=earlier.passage.section_id,
        to_section_id=later.passage.section_id,
        from_block_id=blocks[0],
        to_block_id=blocks[1],
        from_extent=extents[0],
        to_extent=extents[1],
        score=min(round(score, 3), _CERTAIN),
        reason=_reason(editions.corpus, earlier, later, evidence),
    )


def _extent(end: Described, evidence: Evidence) -> Extent:
    """Say how much of a section is meant: all of one block, or of a heading that is repeated.

    In the crosswalk, most sections of several blocks stand for another only in part.
    """
    whole = end.passage.blocks <= 1 or evidence.title >= _SAME_HEADING
    return Extent.WHOLE if whole else Extent.PART


def _block_of(end: Described, evidence: Evidence) -> int | None:
    """Return the block of a section that speaks of the other, if one sentence tells it."""
    mine = evidence.closest and evidence.closest_in == end.passage.section_id
    return evidence.closest.block_id if mine and evidence.closest else None


def _reason(
    corpus: SectionCorpus, earlier: Described, later: Described, evidence: Evidence
) -> Phrase:
    """Return what speaks for a pair, the most telling first."""
    parts = []
    if fold_notation(earlier.passage.title) == fold_notation(later.passage.title):
        parts.append(_SAME_TITLE)
    elif evidence.title >= _ALIKE:
        parts.append(_LIKE_TITLE)
    if evidence.closest and evidence.sentence >= _SAME_SENTENCE:
        by_earlier = evidence.closest_in == earlier.passage.section_id
        text = _quoted(evidence.closest.text)
        parts.append((_EARLIER_SAYS if by_earlier else _LATER_SAYS).of(text=text))
    elif evidence.text >= _ALIKE:
        parts.append(_LIKE_TEXT)
    common = corpus.telling_terms(earlier, later)[:_NAMED_TERMS]
    if common:
        parts.append(_COMMON_TERMS.of(terms="、".join(common)))
    if evidence.above >= _ALIKE_ABOVE:
        parts.append(_LIKE_ABOVE)
    return joined(parts, Phrase("／", " / ")) if parts else _LIKE_LETTERS


def _quoted(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"
