"""Counts what the data holds, for the database; each figure is the length of a command's list."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from plan_tui.compare.sections.outline_diff import changes
from plan_tui.compare.sections.topic_groups import compared_editions, topics_of
from plan_tui.model.comparison_enums import ChangeGroup, TopicGroup
from plan_tui.model.statistics import Overview, PairCount, YearCount
from plan_tui.query.due import parse_due
from plan_tui.store import statistics_queries
from plan_tui.store.crosswalk_queries import editions_with_judgements, topics
from plan_tui.store.edition_lookup import usual_editions
from plan_tui.store.target_queries import targets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.outline_changes import Changes
    from plan_tui.store.plan import Plan


def counted_overview(plan: Plan) -> Overview:
    """Count sections, measures, KPIs, targets, topics, and the changes between editions.

    `plan_tui.store.overview_queries.overview` reads what is stored of it.
    """
    crosswalk, judged = topics(plan), editions_with_judgements(plan)
    compared = compared_editions(plan, judged)
    counts = {
        (group, edition): len(topics_of(crosswalk, compared, group, edition))
        for edition in compared
        for group in TopicGroup
    }
    return Overview(
        editions=plan.editions(),
        documents=statistics_queries.documents(plan),
        chapters=statistics_queries.chapters(plan),
        years=_years(plan),
        pairs=_pairs(plan),
        topics=len(crosswalk),
        topic_counts={named: count for named, count in counts.items() if count},
        added=plan.added(),
        judged=judged,
    )


def _years(plan: Plan) -> tuple[YearCount, ...]:
    dated = targets(plan)
    years = sorted({year for target in dated if (year := target.fiscal_year) is not None})
    counts = []
    for year in range(years[0], years[-1] + 1) if years else ():
        due = parse_due(f"fy{year}")
        held = (t.section.edition_id for t in dated if due.holds(t.start, t.end, t.basis))
        if counted := Counter(held):
            counts.append(YearCount(year, dict(counted)))
    return tuple(counts)


def _pairs(plan: Plan) -> tuple[PairCount, ...]:
    """Count the changes from each edition that is compared by default to the next."""
    compared = usual_editions(plan)
    pairs = [*pairwise(compared)]
    if len(compared) > 2:
        pairs.append((compared[0], compared[-1]))
    return tuple(_pair(changes(plan, older, newer)) for older, newer in pairs)


def _pair(told: Changes) -> PairCount:
    relations = Counter(row.relation for row in told.rows)
    suggested = told.counts.get(ChangeGroup.SUGGESTED, 0)
    return PairCount(told.older.id, told.newer.id, dict(relations), suggested)
