"""What filters ask of sections. Each makes the test for the normalised values of one filter."""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.model.enums import SectionTrait
from plan_tui.text.fold import fold_spelling
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.query.filter_spec import SectionTest, Values

_ABSENT = Phrase(
    "{name}:{value}は存在しません。あるもの：{known}",
    "{name}:{value} does not exist; there are {known}",
)


def _known(name: str, values: Values, known: frozenset[str]) -> frozenset[str]:
    """Return the values as a set.

    Raises:
        UsageError: one of them is not known.

    """
    for value in sorted(frozenset(values) - known):
        raise UsageError(_ABSENT.of(name=name, value=value, known=", ".join(sorted(known))))
    return frozenset(values)


def of_edition(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections of editions, named by id or by the month of their decision."""
    editions = known_editions("edition", values, facts)
    return lambda section: section.edition_id in editions


def known_editions(name: str, values: Values, facts: FilterFacts) -> frozenset[str]:
    """Return the ids of editions that the filter ``name`` names by id or month.

    Raises:
        UsageError: one of them is not held.

    """
    ids = tuple(
        value if value in facts.editions else facts.edition_months.get(value[:7], value)
        for value in values
    )
    return _known(name, ids, facts.editions)


def of_document(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections of documents, named by id or by a Japanese name."""
    ids = (each for value in values for each in _documents_called(value, facts) or (value,))
    documents = _known("document", tuple(ids), facts.documents)
    return lambda section: section.document_id in documents


def _documents_called(name: str, facts: FilterFacts) -> list[str]:
    """Return the ids of the documents with a Japanese name, in any spelling."""
    folded = fold_spelling(name)
    return [
        document
        for document, names in facts.document_names.items()
        if folded in map(fold_spelling, names)
    ]


def of_kind(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections of kinds."""
    return lambda section: section.kind in values


def of_chapter(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for the measures of chapters."""
    chapters = facts.about_sections.chapters
    return lambda section: chapters.get(section.id) in values


def with_kpi(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for measures with a KPI of a status."""
    statuses = facts.about_sections.kpi_status
    return lambda section: not statuses.get(section.id, frozenset()).isdisjoint(values)


def having(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections with a trait."""
    has = facts.about_sections.has
    ids = frozenset().union(*(has[SectionTrait(value)] for value in values))
    return lambda section: section.id in ids


def inside(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections with a key, and all below them."""
    ids = frozenset().union(*map(facts.inside, values))
    return lambda section: section.id in ids
