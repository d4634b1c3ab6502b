"""What one KPI promises: the number to reach, and by when."""

from __future__ import annotations

from plan_tui.model.enums import TextPlace
from plan_tui.model.measure_cards import by_time, targets_of
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.records import Kpi, MeasureCard, PrintedDate, PrintedNumber


@record
class KpiGoal:
    """One KPI with its measure."""

    card: MeasureCard
    kpi: Kpi
    numbers: tuple[PrintedNumber, ...]
    """Those that it promises to reach, in printed order."""
    date: PrintedDate | None
    """The first target by time that it names itself. Dates of the measure's text are not taken for
    it: they are mostly those of other steps."""

    @property
    def number(self) -> PrintedNumber | None:
        """The first number that it promises to reach."""
        return self.numbers[0] if self.numbers else None

    @property
    def due(self) -> str | None:
        """The last day (ISO) of its date; None without one, or where the date has no known end."""
        return self.date.end if self.date else None

    @property
    def due_place(self) -> TextPlace | None:
        """Where the date stands: in the KPI, if it has one."""
        return TextPlace.KPI if self.date else None


def kpi_goals(cards: Iterable[MeasureCard]) -> tuple[KpiGoal, ...]:
    """Return the KPIs of measures, in the order of the cards and in printed order."""
    return tuple(
        KpiGoal(card, kpi, targets_of(kpi, card.numbers), _date(card, kpi))
        for card in cards
        for kpi in card.kpis
    )


def _date(card: MeasureCard, kpi: Kpi) -> PrintedDate | None:
    of_kpi = (date for date in card.dates if date.is_target and date.kpi_id == kpi.id)
    return min(of_kpi, key=by_time, default=None)
