"""Rows of what follows from all other rows: counted and followed once, when they are written.

No command and no screen computes anew what stands here.
"""

from __future__ import annotations

from plan_tui.model.comparison_enums import Movement, PromiseKind
from plan_tui.model.statistics import CountKind
from plan_tui.store.row import Row
from plan_tui.text.calendar import DateBasis
from plan_tui.text.record import record


@record(kw_only=True)
class StatementRow(Row):
    """The deadlines and numbers that the tracks follow, each with the sentence that says it."""

    id: int
    """Row id."""
    section_id: int
    """The section it stands in."""
    block_id: int | None
    """The block it stands in; NULL for one of a KPI."""
    quotation: str
    """The sentence as printed."""
    offset: int
    """Characters of the sentence before the date or number."""
    text: str
    """The date or number as printed."""
    start: str | None
    """First day, ISO; NULL for a number or an open beginning."""
    end: str | None
    """Last day, ISO; NULL for a number or an open end."""
    basis: DateBasis | None
    """As in ``dates``; NULL for a number."""
    modality: str
    """As in ``dates``; empty for none."""
    value: float | None
    """Normalised number; NULL for a date."""
    unit: str
    """Unit of the number; empty for none."""
    reported: bool
    """1 for a day on which, as the text says, something was done."""
    tied: str
    """What its sentence says with it: of a number the last day by which it is to be reached, of a
    deadline the numbers that are; empty for nothing."""
    suggested: bool
    """1 if its section is only suggested to speak of the matter."""


@record(kw_only=True)
class TrackSectionRow(Row):
    """The sections of each track: what speaks of a matter, oldest edition first."""

    track: str
    """Id of a topic; or key of a section that has no topic, or several."""
    section_id: int
    """A section that speaks of it."""
    suggested: bool
    """1 if it is only suggested to."""


@record(kw_only=True)
class PromiseStepRow(Row):
    """How each deadline and number of a track went from one edition to the next.

    What ``plan-tui track`` prints, in its order.
    """

    id: int
    """Row id."""
    track: str
    """The track, as in ``track_sections``."""
    promise: int
    """Number of the promise in the track, from 1; one has several steps where several editions
    name it."""
    what: PromiseKind
    """``deadline`` or ``number``."""
    movement: Movement
    """``kept``, ``earlier``, ``later``, ``vaguer``, ``firmer``, ``done``, ``raised``,
    ``lowered``, ``dropped`` or ``new``."""
    older_id: int | None
    """What the earlier edition says; NULL if the promise is new."""
    newer_id: int | None
    """What the later edition says; NULL if it does not name the promise."""
    listed: bool
    """1 if the list of all tracks tells it here: there each promise stands under one topic."""


@record(kw_only=True)
class PromiseRepeatRow(Row):
    """What editions say once more of the promises of tracks, at other places."""

    track: str
    """The track, as in ``track_sections``."""
    promise: int
    """Number of the promise in the track, as in ``promise_steps``."""
    statement_id: int
    """What says it once more."""


@record(kw_only=True)
class TypicalWordRow(Row):
    """The words that an edition says more often than the others, beyond chance."""

    edition_id: str
    """The edition."""
    ordinal: int
    """From 1, the most typical."""
    word: str
    """The word, in one width."""
    count: int
    """Times in this edition."""
    elsewhere: int
    """Times in all the others."""
    score: float
    """Log-likelihood ratio of the surplus."""


@record(kw_only=True)
class OverviewCountRow(Row):
    """The figures of ``plan-tui overview``, in its order."""

    kind: CountKind
    """What is counted: ``document``, ``part`` (a top heading of a document), ``chapter`` (of
    measures), ``year`` (fiscal year of targets), ``change`` (of the outline, from an edition to a
    later one), ``topic`` or ``edition``."""
    edition: str
    """Id of the edition, of changes the later one; empty for all."""
    name: str
    """Id of the document, key of the part, number of the chapter, the year, id of the earlier
    edition; empty for topics and editions."""
    figure: str
    """What the count is: ``sections``, ``contents_only``, ``characters``, ``footnotes``,
    ``tables``, ``measures``, ``unset_measures``, ``kpis``, ``unset_kpis``, ``targets``, a word of
    ``change`` as in ``section_changes`` or ``suggested``, ``in``, ``new``, ``dropped`` or ``all``
    for topics, ``judged`` (1 for an edition of which a reader said what belongs together)."""
    count: int
    """How many."""
    section_id: int | None = None
    """The part, or the heading of the chapter; NULL for the rest."""


@record(kw_only=True)
class CounterpartOrderRow(Row):
    """Which of several asserted counterparts in one edition come first: those that say most alike.

    Sections with one counterpart there, or none, have no row.
    """

    section_id: int
    """A section."""
    other_id: int
    """A section of another edition that belongs to it."""
    ordinal: int
    """From 1, the closest."""
