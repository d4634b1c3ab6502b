"""The values of filters that are offered as completions, in order."""

from __future__ import annotations

from plan_tui.query.value_names import GROUP_NAMES, KPI_KIND_NAMES, STATUS_NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from plan_tui.model.records import Section
    from plan_tui.query.filter_facts import FilterFacts


def always(names: Iterable[str]) -> Callable[[FilterFacts, Sequence[Section]], tuple[str, ...]]:
    """Return what offers these values whatever is left."""
    offered = tuple(map(str, names))
    return lambda facts, left: offered


def newest_first(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    """Return the editions."""
    return dict.fromkeys(section.edition_id for section in reversed(facts.sections))


def oldest_first(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    """Return the documents."""
    return dict.fromkeys(section.document_id for section in facts.sections)


def chapters(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    """Return the chapters of measures."""
    return dict.fromkeys(facts.about_sections.chapters.values())


def start_years(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    """Return the years in which targets may start, fiscal years by the year they begin in."""
    starts = {int(date.start[:4]) for date in facts.about_sections.due if date.start}
    return map(str, sorted(starts | {year - 1 for year in starts}))


def years(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    """Return the years in which targets may fall due, fiscal years by the year they begin in."""
    ends = {int(date.end[:4]) for date in facts.about_sections.due if date.end}
    return map(str, sorted(ends | {year - 1 for year in ends}))


def kpis_of_one_kind(facts: FilterFacts) -> dict[str, tuple[str, ...]]:
    """Return the statuses of the KPIs of one kind, with their names: ``outcome=unset``."""
    return {
        f"{kind}={status}": tuple(f"{kind_name}={form}" for form in forms)
        for kind, (kind_name, *_) in KPI_KIND_NAMES.items()
        for status, forms in STATUS_NAMES.items()
    }


def kpi_names(facts: FilterFacts) -> dict[str, tuple[str, ...]]:
    """Return the statuses of KPIs, and those of one kind of KPI, with their names."""
    return {str(status): forms for status, forms in STATUS_NAMES.items()} | kpis_of_one_kind(facts)


def newest_says(facts: FilterFacts) -> dict[str, tuple[str, ...]]:
    """Return what the newest edition can say, with its names: ``2025=dropped``."""
    return {
        f"{newest}={group}": tuple(f"{newest}={form}" for form in forms)
        for newest in facts.usual_editions[-1:]
        for group, forms in GROUP_NAMES.items()
    }


def later_names(facts: FilterFacts) -> dict[str, tuple[str, ...]]:
    """Return what later editions can say, of any of them and of the newest, with its names."""
    return {str(group): forms for group, forms in GROUP_NAMES.items()} | newest_says(facts)


def headings(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    """Return the keys of sections with others below."""
    return (section.key for section in left if section.children)
