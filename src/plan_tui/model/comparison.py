"""What a comparison gives: one view object for the screen, JSON and Markdown alike."""

from __future__ import annotations

from plan_tui.model import headings
from plan_tui.model.comparison_enums import (
    ChangeKind,
    FactChange,
    FactGroup,
    FactKind,
    TextChange,
    VerdictKind,
)
from plan_tui.text.language import Language
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from plan_tui.model.comparison_enums import Extent
    from plan_tui.model.enums import KpiKind
    from plan_tui.model.outline_changes import SectionChange
    from plan_tui.model.records import (
        Edition,
        Link,
        PrintedDate,
        PrintedNumber,
        Section,
        SectionText,
    )
    from plan_tui.text.calendar import DateBasis

LITTLE = 0.25
"""Texts that have less of their characters in common than this share little."""

_VERDICTS = (ChangeKind.NEW, ChangeKind.DROPPED)

Mark = tuple[int, int]
"""A range of characters to mark: first offset, offset after the last."""


@record
class Run:
    """A stretch of one side of a difference."""

    op: TextChange
    text: str


class PhraseRuns:
    """The runs of a sentence of which only phrases in common are marked: cut when first looked at.

    A long text that shares little with another one has hundreds, of which a reader sees a few.
    """

    __slots__ = ("_cut", "_number", "_runs", "text")

    def __init__(
        self, text: str, cut: Callable[[int], Sequence[tuple[bool, str]]], number: int
    ) -> None:
        """Take the text, not empty, and what cuts the sentence of a number."""
        self.text, self._cut, self._number = text, cut, number
        self._runs: tuple[Run, ...] = ()

    def __iter__(self) -> Iterator[Run]:
        """Yield each."""
        if not self._runs:
            shared, other = TextChange.SHARED, TextChange.OTHER
            self._runs = tuple(
                [
                    Run(shared if is_shared else other, text)
                    for is_shared, text in self._cut(self._number)
                ]
            )
        return iter(self._runs)

    def __eq__(self, runs: object) -> bool:
        """Tell whether they are the same as others."""
        return isinstance(runs, (tuple, PhraseRuns)) and tuple(self) == tuple(runs)

    def __hash__(self) -> int:
        """Return that of a tuple of them."""
        return hash(tuple(self))


Runs = tuple[Run, ...] | PhraseRuns
"""One side of a pair of sentences."""


def text_of(runs: Runs) -> str:
    """Return what runs are together."""
    return runs.text if isinstance(runs, PhraseRuns) else "".join([run.text for run in runs])


@record
class DiffRow:
    """A pair of sentences that stand for each other; one side may be empty.

    A sentence that stands elsewhere on the other side has two rows, one for each of its places.
    """

    left: Runs
    """Of the base section. Its runs together are its text, to the character."""
    right: Runs
    left_passage: int = -1
    """Which of the base text's passages (see `Counterpart.left`) the left sentence stands in; -1
    where the side is empty."""
    right_passage: int = -1
    """The same of the counterpart's passages."""
    moved_to: int = -1
    """Which row of the difference has the same sentence on its other side; -1 if it is not moved.
    What differs between the two is marked in both."""

    @property
    def is_moved(self) -> bool:
        """Whether the sentence stands elsewhere on the other side."""
        return self.moved_to >= 0


@record
class ComparedPassage:
    """A paragraph, bullet, table, KPI or footnote of a compared text."""

    section: Section
    """The section it stands in: the compared one, or one below it."""
    block_id: int | None
    """None for a KPI and a footnote."""
    kpi_id: int | None
    """None for a block and a footnote."""
    marker: str
    """The printed bullet or number, which is not compared."""
    text: str
    dates: tuple[PrintedDate, ...] = ()
    """Those printed in it, in order."""
    numbers: tuple[PrintedNumber, ...] = ()
    """Those printed in it, in order."""
    footnotes: tuple[ComparedPassage, ...] = ()
    """Those whose marks stand in it, their numbers as markers. Their facts are compared, their
    words are only shown."""
    kpi_kind: KpiKind | None = None
    """Of a KPI; None for what is none."""


@record
class Difference:
    """How two texts differ."""

    rows: tuple[DiffRow, ...]
    similarity: float
    """0 to 1: share of the characters in common."""
    notation_changes: int
    """Differences in notation alone."""

    @property
    def moved_sentences(self) -> int:
        """How many sentences stand elsewhere on the other side; each has two rows."""
        return sum(row.is_moved for row in self.rows) // 2


@record
class Fact:
    """A date, number, organisation or system that a text names."""

    kind: FactKind
    text: str
    """As printed, a date that is open to a side with the word for it (から); the first mention, if
    the text names it more than once."""
    value: str
    """Equal for facts that are the same however they are printed; of dates, the last day."""
    passage: int
    """Which passage of the text it stands in (see `Counterpart.left`)."""
    offset: int
    """Characters into that passage."""
    unit: str = ""
    """What a number counts; empty for other kinds."""
    is_target: bool = False
    """True for a date by which something is to be done."""
    start: str | None = None
    """A date's first day, ISO; None for other kinds and an open beginning."""
    end: str | None = None
    """A date's last day, ISO; None for other kinds and an open end."""
    basis: DateBasis | None = None
    """The unit in which a date is printed; None for other kinds."""
    is_counted: bool = False
    """True for a date that says as of when something is so or counted (時点, 現在)."""


@record
class FactRow:
    """A fact of the base section or of an edition's counterparts, or of both."""

    kind: FactKind
    op: FactChange
    left: Fact | None
    """Of the base section; the earlier text may be on either side."""
    right: Fact | None
    section: Section | None = None
    """The counterpart that the right fact is of; None without one."""
    alike: bool = True
    """False for a date or a number that both sides name, yet in no sentences that are alike: each
    may be of another matter."""

    @property
    def group(self) -> FactGroup:
        """The group in which it is told: only a target of either side is a deadline."""
        if self.kind is not FactKind.DATE:
            return FactGroup(self.kind)
        is_target = any(fact.is_target for fact in (self.left, self.right) if fact)
        return FactGroup.DEADLINE if is_target else FactGroup.DATE

    @property
    def quiet(self) -> bool:
        """Whether nothing is to be made of its being on one side only."""
        if self.op is FactChange.NOT_COMPARED:
            return True
        return self.group is FactGroup.DATE and self.op is not FactChange.KEPT

    @property
    def only_deadline(self) -> Fact | None:
        """Of a date that both sides name, and that is a deadline on one of them alone: that one."""
        if not self.left or not self.right or self.left.is_target is self.right.is_target:
            return None
        return self.left if self.left.is_target else self.right

    @property
    def grains(self) -> tuple[DateBasis, DateBasis] | None:
        """The units of a date that both sides print in another one, the base's first."""
        if not self.left or not self.right or self.op is not FactChange.KEPT:
            return None
        left, right = self.left.basis, self.right.basis
        return (left, right) if left and right and left is not right else None


@record(eq=False, weakref_slot=True)
class Counterpart:
    """A section that belongs to the base section, and what of both is compared.

    How the two differ is not part of it: a broad section has dozens of counterparts, and each is
    compared only when it is looked at. `plan_tui.compare.sections.counterpart_differences` does
    that, once for each counterpart, which is why a counterpart equals itself alone.
    """

    section: Section
    links: tuple[Link, ...]
    """All that join the two, in either direction, those that mean most of them first; at least
    one."""
    left: tuple[ComparedPassage, ...]
    """What of the base section is compared."""
    right: tuple[ComparedPassage, ...]
    """What of the counterpart is compared: its own text, that of the sections below it if it has
    none of its own, or the blocks that the links name."""

    @property
    def link(self) -> Link:
        """The one that says most."""
        return self.links[0]

    @property
    def extent(self) -> Extent:
        """How much of the counterpart stands for the base section, by the link that says most."""
        return self.link.to_extent if self.base_is_older else self.link.from_extent

    @property
    def base_extent(self) -> Extent:
        """How much of the base section it stands for, by that link."""
        return self.link.from_extent if self.base_is_older else self.link.to_extent

    @property
    def is_compared(self) -> bool:
        """Whether both have text: of an entry of a contents page none is held."""
        return bool(self.left and self.right)

    def reason(self, language: Language) -> str:
        """Return why the two belong together, each reason once; empty if none is given."""
        reason, reason_en = headings.joined_reasons(self.links)
        return reason_en if language is Language.EN and reason_en else reason

    @property
    def base_is_older(self) -> bool:
        """Whether the base section is of the earlier edition."""
        return self.link.to_section_id == self.section.id


@record
class EditionColumn:
    """What one other edition has for the base section."""

    edition: Edition
    counterparts: tuple[Counterpart, ...]
    """Each section once: asserted ones, or else suggestions (``link.accepted`` tells)."""
    mentions: tuple[Section, ...] = ()
    """Sections that only name the base section's matter in passing: no counterparts."""
    stated: SectionChange | None = None
    """What is said of the base section and the edition; None for a heading without text held."""

    @property
    def verdict(self) -> VerdictKind | None:
        """Whether it is asserted that the text held has no counterpart, nor any below."""
        stated = self.stated
        without = stated and stated.asserted and stated.change in _VERDICTS
        return VerdictKind(stated.change) if stated and without else None

    @property
    def probably_none(self) -> bool:
        """Whether the program suggests that the text held has no counterpart."""
        stated = self.stated
        return bool(stated and not stated.asserted and stated.change in _VERDICTS)

    def reason(self, language: Language) -> str:
        """Return why there is none, or why there probably is none, or empty."""
        told = self.verdict or self.probably_none
        return headings.reason(self.stated, language) if self.stated and told else ""


@record
class Comparison:
    """A section beside its counterparts in other editions."""

    base: SectionText
    columns: tuple[EditionColumn, ...]
    """One per compared edition, oldest first, without the base's own edition."""
