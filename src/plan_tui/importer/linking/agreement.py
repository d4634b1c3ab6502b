"""How far the automatic suggestions agree with the curated crosswalk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from plan_tui.importer.linking.link_rows import suggestions
from plan_tui.importer.linking.section_editions import edition_of_section
from plan_tui.model.comparison_enums import Origin
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.text.record import record

Question = tuple[int, str]
"""What continues a section in another edition: section id, edition."""


@record
class Agreement:
    """Suggestions made without the crosswalk, measured against it."""

    asked: int
    """Pairs of (section, other edition) for which the crosswalk asserts a counterpart."""
    first: float
    """Share of them whose best suggestion is an asserted counterpart (recall@1)."""
    third: float
    """Share of them with one among the three best (recall@3)."""
    suggested: int
    """Best suggestions of sections that the crosswalk speaks of."""
    precision: float
    """Share of these that the crosswalk asserts."""


def agreement(rows: DatabaseRows) -> Agreement:
    """Measure the suggestions against the curated links in ``rows``."""
    asserted = asserted_counterparts(rows)
    ranked = _ranked(rows)
    judged = set(asserted)
    judged |= {(row.section_id, row.edition_id) for row in rows.verdicts if row.accepted}
    best = {question: ids[0] for question, ids in ranked.items() if question in judged}
    right = sum(section_id in asserted.get(question, ()) for question, section_id in best.items())
    return Agreement(
        asked=len(asserted),
        first=recall(asserted, ranked, 1),
        third=recall(asserted, ranked, 3),
        suggested=len(best),
        precision=right / len(best) if best else 0.0,
    )


def asserted_counterparts(rows: DatabaseRows) -> dict[Question, set[int]]:
    """Return the counterparts that the crosswalk asserts, from either end of a link."""
    edition = edition_of_section(rows)
    asserted: dict[Question, set[int]] = defaultdict(set)
    for link in rows.links:
        if link.origin is Origin.CURATED:
            earlier, later = link.from_section_id, link.to_section_id
            asserted[earlier, edition[later]].add(later)
            asserted[later, edition[earlier]].add(earlier)
    return asserted


def _ranked(rows: DatabaseRows) -> dict[Question, list[int]]:
    """Return the suggested counterparts, best first."""
    edition = edition_of_section(rows)
    scored: dict[Question, list[tuple[float, int]]] = defaultdict(list)
    for suggestion in suggestions(rows):
        earlier, later = suggestion.from_section_id, suggestion.to_section_id
        scored[earlier, edition[later]].append((-suggestion.score, later))
        scored[later, edition[earlier]].append((-suggestion.score, earlier))
    return {
        question: [section_id for _, section_id in sorted(answers)]
        for question, answers in scored.items()
    }


def recall(
    asserted: Mapping[Question, set[int]], ranked: Mapping[Question, list[int]], size: int
) -> float:
    """Return the share of questions with an asserted counterpart among the ``size`` best."""
    hits = sum(
        not right.isdisjoint(ranked.get(question, [])[:size])
        for question, right in asserted.items()
    )
    return hits / len(asserted) if asserted else 0.0
