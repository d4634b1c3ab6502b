"""The figures of the overview, as they were counted for the database."""

from __future__ import annotations

from collections import defaultdict

from plan_tui.model.comparison_enums import ChangeKind, TopicGroup
from plan_tui.model.statistics import (
    ALL_TOPICS,
    JUDGED,
    SUGGESTED_CHANGES,
    ChapterCount,
    CountKind,
    DocumentCount,
    Overview,
    PairCount,
    TopHeading,
    YearCount,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from plan_tui.model.records import Section
    from plan_tui.store.plan import Plan

_Figures = dict[tuple[str, str], dict[str, int]]
"""Edition and name → figure → count, in the stored order."""
_Named = tuple[str, str, str]
"""Kind, edition and name."""
_FIRST_DOCUMENTS = """
    kind not in ('document', 'part') or kind = 'document' and name in (
        select name from overview_counts where kind = 'document'
        group by name order by min(rowid) limit {most}
    )"""
"""The figures without those of further documents, and of the headings of any."""


def greatest_figures(plan: Plan) -> dict[tuple[str, str], tuple[int, int]]:
    """Return, for documents and parts, kind and figure → how many there are, and the greatest."""
    sql = """select kind, figure, count(*), max(count) from overview_counts
             where kind in ('document', 'part') group by kind, figure"""
    return {(kind, name): (count, most) for kind, name, count, most in plan.database.rows(sql)}


def overview(plan: Plan, documents: int | None = None) -> Overview:
    """Return the figures of the overview; with ``documents`` of so many, without their headings.

    Raises:
        DataError: the file is damaged.

    """
    chosen = "1" if documents is None else _FIRST_DOCUMENTS.format(most=documents)
    sql = f"""select kind, edition, name, figure, count, section_id from overview_counts
              where {chosen} order by rowid"""
    rows = plan.database.rows(sql)
    sections = plan.sections_by_id(row[5] for row in rows if row[5] is not None)
    with plan.database.understood():
        counts: dict[str, _Figures] = defaultdict(lambda: defaultdict(dict))
        headings: dict[_Named, Section] = {}
        for kind, edition, name, figure, count, section_id in rows:
            counts[kind][edition, name][figure] = count
            if section_id is not None:
                headings[kind, edition, name] = sections[section_id]
        return _overview(plan, counts, headings)


def _overview(
    plan: Plan, counts: Mapping[str, _Figures], headings: Mapping[_Named, Section]
) -> Overview:
    of_topics = counts[CountKind.TOPIC]
    return Overview(
        editions=plan.editions(),
        documents=_documents(plan, counts, headings),
        chapters=tuple(
            ChapterCount(edition, name, headings.get((CountKind.CHAPTER, edition, name)), **figures)
            for (edition, name), figures in counts[CountKind.CHAPTER].items()
        ),
        years=_years(counts[CountKind.YEAR]),
        pairs=tuple(
            _pair(older, newer, figures)
            for (newer, older), figures in counts[CountKind.CHANGE].items()
        ),
        topics=of_topics["", ""].get(ALL_TOPICS, 0),
        topic_counts={
            (TopicGroup(group), edition): count
            for (edition, _), figures in of_topics.items()
            for group, count in figures.items()
            if edition
        },
        added=plan.added(),
        judged=frozenset(
            edition
            for (edition, _), figures in counts[CountKind.EDITION].items()
            if JUDGED in figures
        ),
    )


def _documents(
    plan: Plan, counts: Mapping[str, _Figures], headings: Mapping[_Named, Section]
) -> tuple[DocumentCount, ...]:
    """Return how much each document holds, with its top headings."""
    parts: dict[str, list[TopHeading]] = defaultdict(list)
    for (edition, key), figures in counts[CountKind.PART].items():
        heading = headings[CountKind.PART, edition, key]
        parts[heading.document_id].append(TopHeading(heading, **figures))
    documents = {document.id: document for document in plan.documents()}
    return tuple(
        DocumentCount(document=documents[name], parts=tuple(parts[name]), **figures)
        for (_, name), figures in counts[CountKind.DOCUMENT].items()
    )


def _years(counts: _Figures) -> tuple[YearCount, ...]:
    years: dict[str, dict[str, int]] = {}
    for (edition, year), figures in counts.items():
        years.setdefault(year, {})[edition] = figures["targets"]
    return tuple(YearCount(int(year), by_edition) for year, by_edition in years.items())


def _pair(older: str, newer: str, figures: Mapping[str, int]) -> PairCount:
    relations = {
        ChangeKind(figure): count
        for figure, count in figures.items()
        if figure != SUGGESTED_CHANGES
    }
    return PairCount(older, newer, relations, figures.get(SUGGESTED_CHANGES, 0))
