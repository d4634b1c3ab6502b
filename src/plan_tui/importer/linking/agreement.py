"""How far the automatic suggestions agree with the curated crosswalk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from plan_tui.importer.linking.crosswalk_rows import Rows
from plan_tui.importer.linking.link_rows import editions_of, suggestions
from plan_tui.model.enums import Origin


@dataclass(frozen=True, slots=True)
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


def agreement(rows: Rows) -> Agreement:
    """Measure the suggestions against the curated links in ``rows``."""
    edition = editions_of(rows)
    truth: dict[tuple[int, str], set[int]] = defaultdict(set)
    for link in rows["links"]:
        if link["origin"] == Origin.CURATED:
            one, other = link["from_section_id"], link["to_section_id"]
            truth[one, edition[other]].add(other)
            truth[other, edition[one]].add(one)
    said = set(truth) | {(row["section_id"], row["edition_id"]) for row in rows["verdicts"]}
    ranked: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for pair in suggestions(rows):
        one, other = pair.from_section_id, pair.to_section_id
        ranked[one, edition[other]].append((-pair.score, other))
        ranked[other, edition[one]].append((-pair.score, one))
    best = {asked: [number for _, number in sorted(found)] for asked, found in ranked.items()}
    tops = {asked: found[0] for asked, found in best.items() if asked in said}
    right = sum(top in truth.get(asked, ()) for asked, top in tops.items())
    return Agreement(
        asked=len(truth),
        first=_recall(truth, best, 1),
        third=_recall(truth, best, 3),
        suggested=len(tops),
        precision=right / len(tops) if tops else 0.0,
    )


def _recall(
    truth: Mapping[tuple[int, str], set[int]], best: Mapping[tuple[int, str], list[int]], size: int
) -> float:
    found = sum(not right.isdisjoint(best.get(asked, [])[:size]) for asked, right in truth.items())
    return found / len(truth) if truth else 0.0
