"""The filters. To add one, write its `FilterSpec` here, and the row that a test then asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from plan_tui.errors import UsageError
from plan_tui.model.enums import KpiStatus, SectionKind, SectionTrait
from plan_tui.query.due import explained, parse_due
from plan_tui.query.filter_spec import FilterSpec, SectionTest, TargetTest, Values
from plan_tui.text.language import Phrase

if TYPE_CHECKING:
    from plan_tui.model.dated_targets import Target
    from plan_tui.model.records import Section
    from plan_tui.query.filter_facts import FilterFacts

_UNKNOWN = Phrase("絞り込み{name!r}はない。使えるのは{known}",
                  "unknown filter {name!r}; the filters are {known}")  # fmt: skip
_CHOOSE = Phrase("選べるのは{known}", "choose from {known}")
_ABSENT = Phrase(
    "{name}:{value}は存在しない。あるのは{known}",
    "{name}:{value} does not exist; there are {known}",
)
_CHAPTERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def filter_named(name: str) -> FilterSpec:
    """Return the filter that is typed as ``name``, in any width and case.

    Raises:
        UsageError: there is none; the message names all.

    """
    spec = _BY_NAME.get(unicodedata.normalize("NFKC", name).lower())
    if spec is None:
        known = ", ".join(f"{spec.name}:" for spec in FILTERS)
        raise UsageError(_UNKNOWN.of(name=name, known=known))
    return spec


# Values


def _as_typed(value: str) -> str:
    return value


def _one_of(names: Iterable[str]) -> Callable[[str], str | None]:
    """Return what lowers a value and takes only these."""
    known = frozenset(map(str, names))
    return lambda value: value.lower() if value.lower() in known else None


def _edition(value: str) -> str | None:
    """Return an edition's id: ``2025年版`` and ``2025`` are ``2025``."""
    match = re.fullmatch(r"(\d{4}(?:-\d{2})?)年?版?", value)
    return match.group(1) if match else None


def _chapter(value: str) -> str | None:
    """Return a chapter's Roman number: ``3`` and ``iii`` are ``III``."""
    if value.isdigit() and 1 <= int(value) <= len(_CHAPTERS):
        return _CHAPTERS[int(value) - 1]
    return value.upper() if value.upper() in _CHAPTERS else None


def _due(value: str) -> str:
    parse_due(value)
    return value


# Sections


def _known(name: str, values: Values, known: frozenset[str]) -> frozenset[str]:
    """Return the values as a set.

    Raises:
        UsageError: one of them is not known.

    """
    for value in sorted(frozenset(values) - known):
        raise UsageError(_ABSENT.of(name=name, value=value, known=", ".join(sorted(known))))
    return frozenset(values)


def _of_edition(values: Values, facts: FilterFacts) -> SectionTest:
    editions = _known("edition", values, facts.editions)
    return lambda section: section.edition_id in editions


def _of_document(values: Values, facts: FilterFacts) -> SectionTest:
    documents = _known("document", values, facts.documents)
    return lambda section: section.document_id in documents


def _of_kind(values: Values, facts: FilterFacts) -> SectionTest:
    return lambda section: section.kind in values


def _of_chapter(values: Values, facts: FilterFacts) -> SectionTest:
    chapters = facts.about_sections.chapters
    return lambda section: chapters.get(section.id) in values


def _with_kpi(values: Values, facts: FilterFacts) -> SectionTest:
    statuses = facts.about_sections.kpi_status
    return lambda section: not statuses.get(section.id, frozenset()).isdisjoint(values)


def _with_due(values: Values, facts: FilterFacts) -> SectionTest:
    dues = [parse_due(value) for value in values]
    meeting = {
        date.section_id
        for date in facts.about_sections.due
        if any(due.holds(date.start, date.end, date.basis) for due in dues)
    }
    return lambda section: section.id in meeting


def _due_itself(values: Values) -> TargetTest:
    dues = [parse_due(value) for value in values]

    def falls_due(target: Target) -> bool:
        return any(due.holds(target.start, target.end, target.basis) for due in dues)

    return falls_due


def _having(values: Values, facts: FilterFacts) -> SectionTest:
    having = frozenset().union(*(facts.about_sections.has[SectionTrait(value)] for value in values))
    return lambda section: section.id in having


def _inside(values: Values, facts: FilterFacts) -> SectionTest:
    inside = frozenset().union(*map(facts.inside, values))
    return lambda section: section.id in inside


# Completion


def _always(names: Iterable[str]) -> Callable[[FilterFacts, Sequence[Section]], tuple[str, ...]]:
    """Return what offers these values whatever is left."""
    offered = tuple(map(str, names))
    return lambda facts, left: offered


def _newest_first(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    return dict.fromkeys(section.edition_id for section in reversed(facts.sections))


def _oldest_first(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    return dict.fromkeys(section.document_id for section in facts.sections)


def _chapters(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    return dict.fromkeys(facts.about_sections.chapters.values())


def _years(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    """Return the years in which targets may fall due, fiscal years by the year they begin in."""
    ends = {int(date.end[:4]) for date in facts.about_sections.due if date.end}
    return map(str, sorted(ends | {year - 1 for year in ends}))


def _headings(facts: FilterFacts, left: Sequence[Section]) -> Iterable[str]:
    return (section.key for section in left if section.children)


FILTERS: tuple[FilterSpec, ...] = (
    FilterSpec(
        name="edition",
        japanese=("版",),
        normalise=_edition,
        hint=Phrase("年を書く。例：edition:2025", "name a year, e.g. edition:2025"),
        section_test=_of_edition,
        candidates=_newest_first,
        example="edition:2025",
        documentation="of an edition",
    ),
    FilterSpec(
        name="document",
        japanese=("文書",),
        normalise=_as_typed,
        hint=Phrase(
            "文書を書く。例：document:plan-2021", "name a document, e.g. document:plan-2021"
        ),
        section_test=_of_document,
        candidates=_oldest_first,
        example="document:plan-2021",
        documentation="of a document",
    ),
    FilterSpec(
        name="kind",
        japanese=("種類",),
        normalise=_one_of(SectionKind),
        hint=_CHOOSE.of(known=", ".join(SectionKind)),
        section_test=_of_kind,
        candidates=_always(SectionKind),
        example="kind:measure",
        documentation=f"of a kind: {', '.join(SectionKind)}",
    ),
    FilterSpec(
        name="chapter",
        japanese=("章",),
        normalise=_chapter,
        hint=Phrase("IからIXまでの章を書く", "name a chapter, I to IX"),
        section_test=_of_chapter,
        candidates=_chapters,
        example="chapter:II",
        documentation="that are measures of a chapter, I to IX",
    ),
    FilterSpec(
        name="kpi",
        normalise=_one_of(KpiStatus),
        hint=_CHOOSE.of(known=", ".join(KpiStatus)),
        section_test=_with_kpi,
        candidates=_always(KpiStatus),
        example="kpi:unset",
        documentation=f"with a KPI of a status: {', '.join(KpiStatus)}",
    ),
    FilterSpec(
        name="due",
        japanese=("期限",),
        normalise=_due,
        hint=Phrase(
            "例：due:2025、due:<=2025-03、due:2024..2026",
            "e.g. due:2025, due:<=2025-03, due:2024..2026",
        ),
        section_test=_with_due,
        target_test=_due_itself,
        candidates=_years,
        explain=explained,
        example="due:2025",
        documentation="with a target due in the year 2025, or in what is printed as fiscal year "
        "2025; `due:FY2025` (or `2025年度`) from April 2025 to March 2026; also `R7`, `2025-03`, "
        "`<=2025-03`, `2024..2026`",
    ),
    FilterSpec(
        name="has",
        japanese=("含む",),
        normalise=_one_of(SectionTrait),
        hint=_CHOOSE.of(known=", ".join(SectionTrait)),
        section_test=_having,
        candidates=_always(SectionTrait),
        example="has:table",
        documentation=f"that have one: {', '.join(SectionTrait)}",
    ),
    FilterSpec(
        name="under",
        japanese=("配下",),
        normalise=_as_typed,
        hint=Phrase(
            "見出しのキーを書く。例：under:2021:2.1", "name a section's key, e.g. under:2021:2.1"
        ),
        section_test=_inside,
        candidates=_headings,
        example="under:2021:2.1",
        documentation="below a section, and the section itself",
    ),
)
"""All filters, in the order in which help and completion show them."""

_BY_NAME = {name: spec for spec in FILTERS for name in (spec.name, *spec.japanese)}
