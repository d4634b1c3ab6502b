"""A figure of bars: a group for each edition, a bar for each term."""

from __future__ import annotations

from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@record
class ChartBar:
    """One bar."""

    value: float
    label: str
    """What stands above it."""


@record
class ChartGroup:
    """Bars that stand together, one for each of the chart's series."""

    name: str
    bars: Sequence[ChartBar]


@record
class BarChart:
    """Bars of several series over groups."""

    title: str
    unit: str
    """What the height of a bar tells."""
    series: Sequence[str]
    """What the bars of a group are of, in their order."""
    groups: Sequence[ChartGroup]
    notes: Sequence[str] = ()
    """What stands below it."""
