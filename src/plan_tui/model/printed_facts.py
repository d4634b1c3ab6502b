"""Dates and quantities that stand in a text, each with the printed words it was read from."""

from __future__ import annotations

from plan_tui.model.enums import Comparator
from plan_tui.text.calendar import DateBasis
from plan_tui.text.record import record


@record
class DateMention:
    """A printed date and the days it means."""

    text: str
    """As printed, without the words of ``modality``; stands at ``offset`` of the text."""
    offset: int
    """Characters before it."""
    start: str | None
    """First day, ISO; None if the text leaves the beginning open (以前), or it cannot be told."""
    end: str | None
    """Last day, ISO; None if the text leaves the end open (以降, から), or it cannot be told."""
    basis: DateBasis
    modality: str | None = None
    """The words after it, or after the verb it belongs to, that say how it binds, in printed
    order and one spelling each, blanks between: ``まで``, ``頃``, ``目途``, ``中``, ``から``,
    ``以降``, ``予定``, ``目指す`` …; None if none."""
    is_target: bool = False
    """True if it says by when something is to be done."""
    disagreement: str | None = None
    """What contradicts, if one date printed in two calendars is two dates; the days are then
    those of the notation printed first."""
    inferred: bool = False
    """True if its year or month is not printed with it, but taken from the context: from a date
    before it (同年, 翌月) or from the document's day (今年度)."""

    @property
    def end_known(self) -> bool:
        """False if the text names a time whose days cannot be told (早期に)."""
        return self.basis is not DateBasis.UNRESOLVED


@record
class Quantity:
    """A printed number with its unit."""

    text: str
    """As printed, from the comparator before it to the one after it."""
    offset: int
    """Characters before it."""
    value: float
    """Normalised: 7,800万人 is 78,000,000; 30％ is 30; ３割 is 30 (unit ``%``)."""
    unit: str | None
    """As printed in half width (``人``, ``市区町村``, ``%``); None for a ratio (３分の１)."""
    comparator: Comparator | None = None
    """None if the number stands alone."""
