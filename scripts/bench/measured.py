"""A measured figure beside its goal."""

from __future__ import annotations

from plan_tui.text.record import record


@record
class Measured:
    """One line of the report."""

    what: str
    reference: str
    """What it is measured against."""
    value: float
    """How many times the reference, or in the unit that `reference` names."""
    goal: float | None = None
    """The most that it should be; none for what only stands beside."""

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.goal is None or self.value <= self.goal
