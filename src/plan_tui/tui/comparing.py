"""How comparisons are shown, from one to the next."""

from __future__ import annotations

from plan_tui.text.record import record
from plan_tui.tui.render.comparison_state import ComparisonLayer


@record(frozen=False)
class Comparing:
    """How comparisons are shown; kept from one to the next."""

    editions: tuple[str, ...] | None = None
    """Ids of the compared editions; None for those compared by default."""
    layer: ComparisonLayer = ComparisonLayer.WORDS
    notation: bool = False
    """True to show what differs in notation alone."""
