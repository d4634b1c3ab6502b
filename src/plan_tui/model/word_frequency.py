"""How often words stand in each edition."""

from __future__ import annotations

from plan_tui.text.record import field, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.enums import TextPlace
    from plan_tui.model.records import Edition, Section


@record
class SearchText:
    """One searchable string of the plan."""

    section_id: int
    place: TextPlace
    row_id: int
    """Id of the section, block, footnote or KPI."""
    text: str


@record
class CountedText:
    """A printed text in which words are counted, as it is looked through."""

    section_id: int
    place: TextPlace
    row_id: int
    """Id of the section, block, footnote or KPI."""
    text: str
    """As printed."""
    folded: str
    """As `plan_tui.text.fold.fold_spelling` gives it."""


@record
class Occurrence:
    """One place where a term is printed."""

    section: Section
    """For a footnote, the first section that refers to it."""
    place: TextPlace
    text: str
    """The title, block, footnote or KPI, whole."""
    start: int
    """First printed character of the term in ``text``."""
    end: int
    """The offset after its last one."""


@record
class Frequency:
    """How often a term stands in the text held of an edition."""

    term: str
    edition: Edition
    characters: int
    """Non-space characters of the edition's titles, blocks, KPIs and footnotes."""
    occurrences: tuple[Occurrence, ...]
    """In reading order; occurrences of one term never overlap."""
    forms: dict[str, int] = field(default_factory=dict)
    """Printed forms, width and case folded away → how often each stands there, most often first."""

    @property
    def count(self) -> int:
        """The number of occurrences."""
        return len(self.occurrences)

    @property
    def per_10000(self) -> float:
        """Occurrences in 10,000 characters; 0 for an edition without text."""
        return 10_000 * self.count / self.characters if self.characters else 0.0


@record
class Typical:
    """A word that stands in one edition more often than the others' text lets expect."""

    edition: Edition
    term: str
    count: int
    """Times in this edition."""
    elsewhere: int
    """Times in the other editions."""
    score: float
    """Log-likelihood ratio (Dunning's G²); above 10.83 chance explains it in under 1 of 1,000."""
