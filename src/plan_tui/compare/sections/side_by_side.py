"""A section beside its counterparts in the other editions."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.compare.sections.compared_passages import compared_passages
from plan_tui.compare.sections.counterpart_order import closest_first
from plan_tui.compare.sections.linked_sections import Linked, linked_sections
from plan_tui.model.comparison import ComparedPassage, Comparison, Counterpart, EditionColumn
from plan_tui.model.crosswalk import Verdict
from plan_tui.model.enums import DocumentKind
from plan_tui.model.records import Edition, Link, Section
from plan_tui.store.crosswalk_queries import verdicts
from plan_tui.store.edition_lookup import edition_named
from plan_tui.store.plan import Plan

SUGGESTIONS = 3
"""Shown of one edition where nothing is asserted. Set by hand; the suggestions are stored best
first."""

Passages = dict[int, tuple[ComparedPassage, ...]]
"""Section id → what of the section is compared."""


def compare(plan: Plan, key: str, editions: Sequence[str] | None = None) -> Comparison:
    """Return the section ``key`` beside its counterparts in ``editions``.

    Without ``editions`` these are the `default_editions`. The section's own edition is left out.
    Of several asserted counterparts the closest comes first.
    "No counterpart" means: not in the text that is held.

    Raises:
        UsageError: there is no such section or edition.

    """
    base = plan.section_text(key)
    others = [edition for edition in _chosen(plan, editions) if edition.id != base.edition.id]
    stated = {verdict.edition_id: verdict for verdict in verdicts(plan, base.section.id)}
    links = linked_sections(plan, base.section)
    shown = {e.id: _shown(links.get(e.id, []), denied=e.id in stated) for e in others}
    linked = [section for pairs in shown.values() for _, section in pairs]
    passages = compared_passages(plan, [base.section, *linked])
    columns = [
        _column(plan, base.section, e, shown[e.id], stated.get(e.id), passages) for e in others
    ]
    return Comparison(base, tuple(columns))


def default_editions(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the editions compared unless others are asked for, oldest first.

    An edition of which only decks are held, that stand for its text, is left out.
    """
    held = {d.edition_id for d in plan.documents() if d.kind is not DocumentKind.DECK}
    return tuple(edition.id for edition in plan.editions() if edition.id in held)


def _chosen(plan: Plan, wanted: Sequence[str] | None) -> list[Edition]:
    """Return the editions to compare with, oldest first."""
    ids = default_editions(plan) if wanted is None else [edition_named(plan, n).id for n in wanted]
    return [edition for edition in plan.editions() if edition.id in ids]


def _shown(links: Linked, *, denied: bool) -> Linked:
    """Return the asserted links, or the best suggestions where nothing is said on purpose."""
    asserted = [pair for pair in links if pair[0].accepted]
    return asserted if asserted or denied else links[:SUGGESTIONS]


def _column(
    plan: Plan,
    base: Section,
    edition: Edition,
    shown: Linked,
    verdict: Verdict | None,
    passages: Passages,
) -> EditionColumn:
    counterparts = [_counterpart(base, other, link, passages) for link, other in shown]
    if len(counterparts) > 1 and all(each.link.accepted for each in counterparts):
        summaries = {d.id for d in plan.documents() if d.kind == DocumentKind.SUMMARY}
        counterparts = closest_first(base, counterparts, summaries)
    stated = (verdict.verdict, verdict.reason) if verdict else (None, "")
    return EditionColumn(edition, tuple(counterparts), *stated)


def _counterpart(base: Section, other: Section, link: Link, passages: Passages) -> Counterpart:
    ends = {link.from_section_id: link.from_block_id, link.to_section_id: link.to_block_id}
    left = _named(passages[base.id], ends[base.id])
    return Counterpart(other, link, left, _named(passages[other.id], ends[other.id]))


def _named(
    passages: tuple[ComparedPassage, ...], block_id: int | None
) -> tuple[ComparedPassage, ...]:
    """Return the one passage that a link names; all of them if it names none."""
    if block_id is None:
        return passages
    return tuple(passage for passage in passages if passage.block_id == block_id)
