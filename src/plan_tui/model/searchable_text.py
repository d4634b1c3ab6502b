"""What searching looks through below the titles: texts, and how they sound."""

from __future__ import annotations

from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.enums import TextPlace


@record
class SearchText:
    """One searchable string of the plan."""

    section_id: int
    place: TextPlace
    row_id: int
    """Id of the section, block, footnote or KPI."""
    text: str
