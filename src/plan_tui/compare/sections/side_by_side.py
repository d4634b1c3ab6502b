"""A section beside its counterparts in the other editions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from plan_tui.compare.sections.compared_passages import pieces
from plan_tui.compare.sections.counterpart_order import closest_first
from plan_tui.model.comparison import (
    ComparedPassage,
    Comparison,
    Counterpart,
    Difference,
    EditionColumn,
)
from plan_tui.model.records import Edition, Link, Section
from plan_tui.model.tracks import Fact, FactRow
from plan_tui.store.crosswalk_queries import dates_of, numbers_of, verdicts
from plan_tui.store.edition_lookup import edition_named
from plan_tui.store.plan import Plan

DEFAULT_EDITIONS = ("2021", "2022", "2025")
"""Compared unless others are asked for."""
SUGGESTIONS = 3
"""Shown of one edition where nothing is asserted."""


def compare(plan: Plan, key: str, editions: Sequence[str] | None = None) -> Comparison:
    """Return the section ``key`` beside its counterparts in ``editions``.

    Without ``editions`` these are 2021, 2022 and 2025 as far as the plan holds them. The
    section's own edition is left out. Of several asserted counterparts the closest comes first.
    "No counterpart" means: not in the text that is held.

    Raises:
        UsageError: there is no such section or edition.

    """
    base = plan.section_text(key)
    chosen = _chosen(plan, editions)
    links = _by_edition(plan, base.section)
    said = {verdict.edition_id: verdict for verdict in verdicts(plan, base.section.id)}
    columns = []
    for edition in chosen:
        if edition.id == base.edition.id:
            continue
        verdict = said.get(edition.id)
        found = [
            counterpart(plan, base.section, other, link)
            for link, other in _shown(links.get(edition.id, []), verdict is not None)
        ]
        if len(found) > 1 and all(one.link.accepted for one in found):
            found = closest_first(base.section, found)
        columns.append(
            EditionColumn(
                edition,
                tuple(found),
                verdict.verdict if verdict else None,
                verdict.reason if verdict else "",
            )
        )
    return Comparison(base, tuple(columns))


def counterpart(plan: Plan, base: Section, other: Section, link: Link) -> Counterpart:
    """Return how ``other`` differs from ``base``; ``link`` joins them, in either direction."""
    forward = link.from_section_id == base.id
    ours, theirs = link.from_block_id, link.to_block_id
    left = pieces(plan, base, ours if forward else theirs)
    right = pieces(plan, other, theirs if forward else ours)
    texts = [piece.text for piece in left], [piece.text for piece in right]

    # What compares texts is loaded with the first of them: the screens start without it.
    @cache
    def differing() -> Difference:
        from plan_tui.compare.text.diff import difference

        return difference(*texts, left_is_older=forward)

    @cache
    def named() -> tuple[FactRow, ...]:
        from plan_tui.compare.text.fact_diff import compare_facts

        found = _facts(plan, left), _facts(plan, right)
        return compare_facts(*found, *texts, left_is_older=forward)

    return Counterpart(plan.section_text(other.key), link, left, right, differing, named)


def _shown(links: list[tuple[Link, Section]], denied: bool) -> list[tuple[Link, Section]]:
    """Return the asserted links, or the best suggestions where nothing is said on purpose."""
    asserted = [pair for pair in links if pair[0].accepted]
    return asserted if asserted or denied else links[:SUGGESTIONS]


def _facts(plan: Plan, named: Sequence[ComparedPassage]) -> list[Fact]:
    from plan_tui.compare.text.fact_diff import facts

    ids = [piece.section.id for piece in named]
    return facts(named, dates_of(plan, ids), numbers_of(plan, ids))


def _chosen(plan: Plan, wanted: Sequence[str] | None) -> list[Edition]:
    """Return the editions to compare with, oldest first."""
    names = DEFAULT_EDITIONS if wanted is None else [edition_named(plan, n).id for n in wanted]
    return [edition for edition in plan.editions() if edition.id in names]


def _by_edition(plan: Plan, section: Section) -> dict[str, list[tuple[Link, Section]]]:
    """Return a section's links with the section at their other end, by that one's edition."""
    found: dict[str, list[tuple[Link, Section]]] = {}
    for link in plan.links(section.id):
        ends = {link.from_section_id, link.to_section_id} - {section.id}
        other = plan.section_by_id(ends.pop())
        found.setdefault(other.edition_id, []).append((link, other))
    return found
