"""A place that is cited: a section, or a footnote or KPI of it."""

from __future__ import annotations

from plan_tui.model.records import Footnote, Kpi, SectionText
from plan_tui.text.record import record


@record
class CitedPlace:
    """What a citation is of, and the day on which it was used."""

    text: SectionText
    day: str
    """ISO date of use."""
    footnote: Footnote | None = None
    kpi: Kpi | None = None

    @property
    def key(self) -> str:
        """The key that names the place: ``2025:1.4``, ``2025:1.4#note-12``."""
        key = self.text.section.key
        if self.footnote is not None:
            return f"{key}#note-{self.footnote.number}"
        return f"{key}#{self.kpi.kind}-{self.kpi.ordinal}" if self.kpi else key

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line of the source; None where only the heading is known."""
        owner = self.footnote or self.text.section
        if owner.line_start is None:
            return None
        return owner.line_start, owner.line_end or owner.line_start
