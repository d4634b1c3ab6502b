"""A section beside its counterparts in the other editions."""

from __future__ import annotations

from plan_tui.compare.sections.compared_passages import compared_passages, linked_passages
from plan_tui.compare.sections.linked_sections import (
    is_mention,
    linked_sections,
    meaning_most,
    mentions_only,
)
from plan_tui.model.comparison import ComparedPassage, Comparison, Counterpart, EditionColumn
from plan_tui.model.enums import DocumentKind
from plan_tui.store.edition_lookup import edition_named, usual_editions
from plan_tui.store.passage_queries import with_footnotes
from plan_tui.store.section_change_queries import changes_of_section, counterpart_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plan_tui.compare.sections.linked_sections import (
        Linked,
    )
    from plan_tui.model.outline_changes import SectionChange
    from plan_tui.model.records import Edition, Link, Section
    from plan_tui.store.plan import Plan

SUGGESTIONS = 3
"""Shown of one edition where nothing is asserted. Set by hand; the suggestions are stored best
first."""

Passages = dict[int, tuple[ComparedPassage, ...]]
"""Section id → what of the section is compared."""


def compare(plan: Plan, key: str, editions: Sequence[str] | None = None) -> Comparison:
    """Return the section ``key`` beside its counterparts in ``editions``.

    Without ``editions`` these are the `usual_editions`. The section's own edition is left out.
    Of several asserted counterparts the closest comes first.
    "No counterpart" means: not in the text that is held.

    Raises:
        UsageError: there is no such section or edition.

    """
    base = plan.section_text(key)
    others = [edition for edition in _chosen(plan, editions) if edition.id != base.edition.id]
    stated = changes_of_section(plan, base.section.id)
    links = linked_sections(plan, base.section)
    shown = {e.id: _shown(links.get(e.id, []), stated.get(e.id)) for e in others}
    linked = [section for pairs in shown.values() for _, section in pairs]
    passages = with_footnotes(plan, compared_passages(plan, [base.section, *linked]))
    order = counterpart_order(plan, base.section.id)
    columns = [
        EditionColumn(
            edition,
            _counterparts(base.section, shown[edition.id], passages, order),
            _mentioning(base.section, links.get(edition.id, []), shown[edition.id]),
            stated.get(edition.id),
        )
        for edition in others
    ]
    return Comparison(base, tuple(columns))


def _chosen(plan: Plan, wanted: Sequence[str] | None) -> list[Edition]:
    """Return the editions to compare with, oldest first."""
    ids = usual_editions(plan) if wanted is None else [edition_named(plan, n).id for n in wanted]
    return [edition for edition in plan.editions() if edition.id in ids]


def _shown(links: Linked, stated: SectionChange | None) -> Linked:
    """Return the asserted links, or those to the best suggestions where nothing is asserted."""
    asserted = [(link, other) for link, other in links if link.accepted and not is_mention(link)]
    if asserted or (stated and stated.asserted):
        return asserted
    suggested = [(link, other) for link, other in links if not link.accepted]
    best = list(dict.fromkeys(other.id for _, other in suggested))[:SUGGESTIONS]
    return [(link, other) for link, other in suggested if other.id in best]


def _mentioning(base: Section, links: Linked, shown: Linked) -> tuple[Section, ...]:
    """Return the sections that only mention what the base section is about, each once."""
    compared = {other for _, other in shown}
    sections = (other for link, other in links if mentions_only(link, base))
    return tuple(dict.fromkeys(section for section in sections if section not in compared))


def _counterparts(
    base: Section, shown: Linked, passages: Passages, order: Mapping[int, int]
) -> tuple[Counterpart, ...]:
    """Return the linked sections, each once with all its links; asserted ones the closest first."""
    counterparts = _paired(base, shown, passages)
    if _are_ordered(counterparts):
        counterparts.sort(key=lambda each: order.get(each.section.id, 0))
    return tuple(counterparts)


def _are_ordered(counterparts: Sequence[Counterpart]) -> bool:
    """Tell whether the closest of some counterparts comes first: suggestions stand by score."""
    return len(counterparts) > 1 and all(each.link.accepted for each in counterparts)


def counterparts_in_order(plan: Plan) -> Iterator[tuple[Section, list[Section]]]:
    """Yield what `counterpart_order` says, for the database.

    That is each section with its asserted counterparts in an edition where there are several, the
    closest first.
    """
    from plan_tui.compare.sections.counterpart_order import closest_first

    summaries = {d.id for d in plan.documents() if d.kind == DocumentKind.SUMMARY}
    for base in plan.sections():
        of_editions = [_shown(links, None) for links in linked_sections(plan, base).values()]
        several = [pairs for pairs in of_editions if len({other.id for _, other in pairs}) > 1]
        linked = [other for pairs in several for _, other in pairs]
        passages = compared_passages(plan, [base, *linked]) if linked else {}
        for pairs in several:
            counterparts = _paired(base, pairs, passages)
            if _are_ordered(counterparts):
                ordered = closest_first(base, counterparts, summaries)
                yield base, [each.section for each in ordered]


def _paired(base: Section, shown: Linked, passages: Passages) -> list[Counterpart]:
    """Return linked sections, each once with all its links."""
    links_to: dict[Section, list[Link]] = {}
    for link, other in shown:
        links_to.setdefault(other, []).append(link)
    return [_counterpart(base, other, links, passages) for other, links in links_to.items()]


def _counterpart(
    base: Section, other: Section, links: list[Link], passages: Passages
) -> Counterpart:
    whole_first = sorted(links, key=meaning_most)
    return Counterpart(
        other,
        tuple(whole_first),
        linked_passages(passages[base.id], base, links),
        linked_passages(passages[other.id], other, links),
    )
