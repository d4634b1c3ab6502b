"""Dates and quantities that stand in a text, each with the printed words it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from plan_tui.model.enums import Comparator
from plan_tui.text.calendar import DateBasis


@dataclass(frozen=True, slots=True)
class DateMention:
    """A printed date and the days it means."""

    text: str
    """As printed, without the words of ``modality``; stands at ``offset`` of the text."""
    offset: int
    """Characters before it."""
    start: str | None
    """First day, ISO; None if the text leaves the beginning open (以前)."""
    end: str | None
    """Last day, ISO; None if the text leaves the end open (以降, から)."""
    basis: DateBasis
    modality: str | None = None
    """The words after it that say how it binds, in printed order and one spelling each,
    blanks between: ``まで``, ``頃``, ``目途``, ``中``, ``から``, ``以降`` …; None if none."""
    is_target: bool = False
    """True if it says by when something is to be done."""
    disagreement: str | None = None
    """What contradicts, if one date printed in two calendars is two dates; the days are then
    those of the notation printed first."""


@dataclass(frozen=True, slots=True)
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
