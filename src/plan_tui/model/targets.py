"""Dated targets: by when a plan says that something is to be done."""

from __future__ import annotations

from dataclasses import dataclass

from plan_tui.model.records import Section


@dataclass(frozen=True, slots=True)
class Target:
    """One printed date by which something is to be done."""

    section: Section
    place: str
    """Where it is printed: ``text``, ``kpi`` or ``footnote``."""
    row_id: int
    """Id of the block, KPI or footnote."""
    text: str
    """The date as printed."""
    offset: int
    """Characters before it in ``passage``."""
    passage: str
    """The block, KPI or footnote, whole."""
    start: str | None
    """First day, ISO; None for an open beginning."""
    end: str | None
    """Last day, ISO; None for an open end."""
    basis: str
    """``fiscal_year``, ``year``, ``month``, ``day``, ``season`` or ``range``."""
    modality: str
    """Words that say how the date binds (まで, 頃, 目途 …); empty if none."""

    @property
    def fiscal_year(self) -> int | None:
        """The fiscal year (April to March) in which it falls due, or from which it is open."""
        day = self.end or self.start
        if day is None:
            return None
        return int(day[:4]) - (day[5:7] < "04")

    @property
    def firmness(self) -> str:
        """How firm it is: the date's own basis, ``about`` or ``open``."""
        if self.end is None:
            return "open"
        return "about" if any(w in self.modality for w in ("目途", "頃", "ごろ")) else self.basis

    def is_past(self, today: str) -> bool:
        """Tell whether its last day is before ``today`` (ISO)."""
        return self.end is not None and self.end < today
