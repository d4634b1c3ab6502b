"""What there is to review: the suggestions between editions, both sections, and what was decided.

Of a decision in the file the database may know nothing yet; what it holds already is no suggestion
any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from plan_tui.compare.sections.compared_passages import compared_passages, linked_passages
from plan_tui.errors import UsageError
from plan_tui.model.comparison import Comparison, Counterpart, EditionColumn
from plan_tui.model.comparison_enums import ChangeKind, Extent
from plan_tui.model.decisions import DecidedPlace, Decision, Pair
from plan_tui.model.outline_changes import SectionChange
from plan_tui.model.records import Link, Section
from plan_tui.store.added_documents import added_to
from plan_tui.store.edition_lookup import edition_named
from plan_tui.store.passage_queries import with_footnotes
from plan_tui.store.plan import Plan
from plan_tui.store.section_change_queries import links_between, section_changes
from plan_tui.text.language import Phrase
from plan_tui.text.record import record, replaced

_SAME_EDITION = Phrase(
    "{edition}どうしでは、確認する対応がありません。別の版を指定してください",
    "there is nothing to review between {edition} and itself; name another edition",
)
_ONE_EDITION = Phrase(
    "比べる版がほかにありません。版を追加してください",
    "there is no other edition to review; add one",
)


@record
class ReviewScope:
    """Which suggestions are reviewed."""

    home: str
    """The edition that is new to the reader; another counterpart is chosen for its sections."""
    others: tuple[str, ...]
    """The editions that it is compared with, oldest first."""

    @property
    def editions(self) -> tuple[str, ...]:
        """All of them, as they are typed: both of a pair, else the one against all."""
        return (self.home,) if len(self.others) != 1 else (*self.others, self.home)


@record
class SuggestedPair:
    """A suggestion with its sections."""

    link: Link
    earlier: Section
    later: Section
    alone: tuple[Section, ...] = ()
    """Those of them of which it is suggested as well that they have no counterpart."""

    @property
    def ends(self) -> tuple[Section, Section]:
        """The earlier section and the later one."""
        return self.earlier, self.later

    @property
    def pair(self) -> Pair:
        """The keys of its sections."""
        return frozenset((self.earlier.key, self.later.key))


def review_scope(plan: Plan, editions: Sequence[str] = ()) -> ReviewScope:
    """Return what to review: one edition against all, or two; without any, what was added last.

    Where nothing was added, the newest edition is the new one.

    Raises:
        UsageError: there is no such edition, or no other one.

    """
    named = [edition_named(plan, name) for name in editions]
    order = {edition.id: edition.ordinal for edition in plan.editions()}
    added = [document.edition for document in added_to(plan)]
    if len(named) == 2:
        if named[0] == named[1]:
            raise UsageError(_SAME_EDITION.of(edition=named[0].id))
        ids = sorted((edition.id for edition in named), key=lambda name: order[name])
        home = ids[0] if ids[0] in added and ids[1] not in added else ids[1]
        return ReviewScope(home, tuple(name for name in ids if name != home))
    home = named[0].id if named else (added or list(order) or [""])[-1]
    others = tuple(name for name in order if name != home)
    if not others:
        raise UsageError(_ONE_EDITION)
    return ReviewScope(home, others)


def suggested_pairs(plan: Plan, scope: ReviewScope) -> tuple[SuggestedPair, ...]:
    """Return the suggestions to review, the best first."""
    order = {edition.id: edition.ordinal for edition in plan.editions()}
    links: list[Link] = []
    alone: set[tuple[int, str]] = set()
    for other in scope.others:
        older, newer = sorted((scope.home, other), key=lambda name: order[name])
        links += (link for link in links_between(plan, older, newer) if not link.accepted)
        for asked, its_other in ((older, newer), (newer, older)):
            changes = section_changes(plan, asked, its_other)
            alone |= {(i, its_other) for i, stated in changes.items() if _is_alone(stated)}
    ids = {i for link in links for i in (link.from_section_id, link.to_section_id)}
    sections = plan.sections_by_id(ids)
    links.sort(key=lambda link: (-link.score, link.id))
    pairs = []
    for link in links:
        ends = sections[link.from_section_id], sections[link.to_section_id]
        without = tuple(
            end for end, other in (ends, ends[::-1]) if (end.id, other.edition_id) in alone
        )
        pairs.append(SuggestedPair(link, *ends, without))
    return tuple(pairs)


def _is_alone(stated: SectionChange) -> bool:
    return not stated.asserted and stated.change in (ChangeKind.NEW, ChangeKind.DROPPED)


def other_decisions(
    scope: ReviewScope,
    suggested: Iterable[SuggestedPair],
    decisions: Mapping[Pair, Decision],
    sections: Mapping[str, Section],
) -> tuple[Decision, ...]:
    """Return the decisions between the editions of a scope that are on no suggestion there is.

    Those that name a section that is not there any more are among them, whatever its edition.

    Args:
        scope: the editions.
        suggested: the suggestions between them.
        decisions: all that were made.
        sections: all sections there are, by key.

    """
    pairs = {each.pair for each in suggested}
    return tuple(
        decision
        for pair, decision in decisions.items()
        if pair not in pairs and _is_in(scope, [sections.get(key) for key in pair])
    )


def _is_in(scope: ReviewScope, ends: Sequence[Section | None]) -> bool:
    editions = {section.edition_id for section in ends if section is not None}
    if len(editions) < len(ends):
        return True
    return scope.home in editions and not editions.isdisjoint(scope.others)


def decided(
    plan: Plan, suggested: SuggestedPair, extents: tuple[Extent, Extent] | None, *, apart: bool
) -> Decision:
    """Return a decision on a suggestion.

    Args:
        plan: the stored plan.
        suggested: the suggestion.
        extents: how much of the earlier and of the later section is meant; None as suggested. A
            part is the block that was suggested, if one was.
        apart: True if they do not belong together.

    """
    link = suggested.link
    meant = extents or (link.from_extent, link.to_extent)
    if apart:
        meant = Extent.WHOLE, Extent.WHOLE
    first = _decided_place(plan, suggested.earlier, link.from_block_id, meant[0])
    second = _decided_place(plan, suggested.later, link.to_block_id, meant[1])
    return Decision(first, second, apart)


def _decided_place(
    plan: Plan, section: Section, block_id: int | None, extent: Extent
) -> DecidedPlace:
    block = _ordinal(plan, section, block_id) if extent is Extent.PART else None
    return DecidedPlace(section.key, section.title, extent, block)


def _ordinal(plan: Plan, section: Section, block_id: int | None) -> int | None:
    if block_id is None:
        return None
    blocks = plan.blocks(section.id)
    return next((block.ordinal for block in blocks if block.id == block_id), None)


def other_counterpart(suggested: SuggestedPair, scope: ReviewScope, chosen: Section) -> Decision:
    """Return the decision that another section is the counterpart, of the section that is new."""
    is_home = suggested.earlier.edition_id == scope.home
    new = suggested.earlier if is_home else suggested.later
    ends = (new, chosen) if is_home else (chosen, new)
    first, second = (DecidedPlace(section.key, section.title) for section in ends)
    return Decision(first, second)


def beside_each_other(plan: Plan, suggested: SuggestedPair, *, whole: bool) -> Comparison:
    """Return both sections side by side, the earlier as the base.

    Args:
        plan: the stored plan.
        suggested: the suggestion.
        whole: whether the sections are shown whole; else the passages that are suggested.

    """
    base, other, link = plan.section_text(suggested.earlier.key), suggested.later, suggested.link
    passages = with_footnotes(plan, compared_passages(plan, [base.section, other]))
    shown = link
    if whole:
        shown = replaced(link, from_extent=Extent.WHOLE, to_extent=Extent.WHOLE)
    counterpart = Counterpart(
        other,
        (link,),
        linked_passages(passages[base.section.id], base.section, (shown,)),
        linked_passages(passages[other.id], other, (shown,)),
    )
    edition = edition_named(plan, other.edition_id)
    return Comparison(base, (EditionColumn(edition, (counterpart,)),))
