"""Objects as the database gives them back. All text is clean, printed text, never markup."""

from __future__ import annotations

from plan_tui.model.enums import (
    KpiStatus,
)
from plan_tui.model.outline_records import Attribution as Attribution
from plan_tui.model.outline_records import Document as Document
from plan_tui.model.outline_records import Edition as Edition
from plan_tui.model.outline_records import Section as Section
from plan_tui.text.record import field, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.comparison_enums import (
        Extent,
        Likelihood,
        Origin,
        Relation,
    )
    from plan_tui.model.enums import (
        BlockKind,
        CharacterRole,
        Comparator,
        KpiKind,
    )
    from plan_tui.model.later_editions import LaterEdition
    from plan_tui.text.calendar import DateBasis


@record
class Table:
    """A table's cells; each row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@record
class Block:
    """A paragraph, bullet, list item, table or note of a section."""

    id: int
    section_id: int
    ordinal: int
    kind: BlockKind
    marker: str
    """The bullet or number as it can be shown; one that only its font gives a look is ``・``."""
    level: int
    text: str
    table: Table | None
    line_start: int | None
    line_end: int | None


@record
class Kpi:
    """One KPI of a measure."""

    id: int
    section_id: int
    kind: KpiKind
    ordinal: int
    text: str
    status: KpiStatus | None
    """None where the database does not say."""

    @property
    def is_unset(self) -> bool:
        """Whether it says that it is not set."""
        return self.status is KpiStatus.UNSET or (
            self.status is None and self.text.startswith("未設定")
        )


@record
class Footnote:
    """A footnote's body."""

    id: int
    number: str
    text: str
    line_start: int | None
    line_end: int | None


@record
class FootnoteRef:
    """Where a footnote's mark stood."""

    footnote_id: int
    number: str
    section_id: int
    block_id: int | None
    """None when the mark stands in the title or in a KPI."""
    kpi_id: int | None
    offset: int
    """Characters of the clean text before the mark."""


@record
class PrintedDate:
    """A printed date of a block or KPI."""

    section_id: int
    block_id: int | None
    """None for a date of a KPI."""
    kpi_id: int | None
    """None for a date of a block."""
    text: str
    """As printed."""
    offset: int
    """Characters before it in the block or KPI."""
    start: str | None
    """First day, ISO; None for an open beginning or an unknown one."""
    end: str | None
    """Last day, ISO; None for an open end or an unknown one."""
    basis: DateBasis
    modality: str
    """Words that say how the date binds (まで, 頃, 目途 …), blanks between; empty if none."""
    is_target: bool
    """True if it says by when something is to be done."""


@record
class PrintedNumber:
    """A printed number of a block or KPI."""

    section_id: int
    block_id: int | None
    """None for a number of a KPI."""
    kpi_id: int | None
    """None for a number of a block."""
    text: str
    """As printed, with its unit and what bounds it."""
    offset: int
    """Characters before it in the block or KPI."""
    value: float | None
    """Normalised; 3割 is 30."""
    unit: str
    """In half width; empty for a ratio."""
    comparator: Comparator | None
    """None if the number stands alone."""
    is_target: bool
    """True if the KPI that it stands in is to reach it."""


@record
class SectionText:
    """One section, whole: what `show` prints and the reading pane draws."""

    section: Section
    document: Document
    edition: Edition
    path: tuple[Section, ...]
    """Ancestors from the top of the outline down, without the section itself."""
    children: tuple[Section, ...]
    blocks: tuple[Block, ...]
    kpis: tuple[Kpi, ...]
    footnotes: tuple[Footnote, ...]
    """Those that the section refers to, in order of their first mark."""
    refs: tuple[FootnoteRef, ...]
    measure: str | None
    """The measure's number (``1-8``) or None."""
    chapter: str | None
    """The measure's chapter (``I`` … ``IX``) or None."""
    dates: tuple[PrintedDate, ...] = ()
    """Those of the KPIs, in printed order."""
    numbers: tuple[PrintedNumber, ...] = ()
    """Those of the KPIs, in printed order."""


@record
class MeasureCard:
    """A measure with its KPIs, as the list of measures shows it."""

    section: Section
    number: str
    chapter: str
    kpis: tuple[Kpi, ...]
    dates: tuple[PrintedDate, ...] = ()
    """The targets among the dates of its text and of its KPIs, and all dates of its KPIs."""
    numbers: tuple[PrintedNumber, ...] = ()
    """The numbers of its KPIs."""
    later: tuple[LaterEdition, ...] = field(default=(), compare=False)
    """What each later edition says of it, oldest first; empty until it is asked for."""

    def of_kind(self, kind: KpiKind) -> tuple[Kpi, ...]:
        """Return the KPIs of one kind."""
        return tuple(kpi for kpi in self.kpis if kpi.kind is kind)


@record
class Link:
    """Two sections of different editions that belong together."""

    id: int
    from_section_id: int
    """Of the earlier edition."""
    to_section_id: int
    """Of the later edition."""
    from_block_id: int | None
    """The passage meant, where a part of the section is."""
    to_block_id: int | None
    from_extent: Extent
    to_extent: Extent
    relation: Relation | None
    """None unless both sections are meant whole."""
    score: float
    """0 to 1."""
    shared: float
    """0 to 1: share of the characters in common of what is compared of the two sections."""
    origin: Origin
    accepted: bool
    """True if the program asserts the link, False for a suggestion."""
    reason: str
    reason_en: str | None = None
    """The same in unofficial English, if there is any."""

    @property
    def likelihood(self) -> Likelihood | None:
        """How likely a suggestion is right; None for what is asserted."""
        from plan_tui.model.comparison_enums import Likelihood

        return None if self.accepted else Likelihood.of_score(self.score)


@record
class Provenance:
    """Where one run of source characters went."""

    line: int
    start: int
    end: int
    role: CharacterRole
    owner_id: int
    """Row id in the table that the role names."""
    offset: int
    """Characters into the owner's text; -1 where it has none."""
