"""What a later edition says of a measure: where it goes on, and the new deadline or number."""

from __future__ import annotations

from plan_tui.model.comparison_enums import ChangeGroup, Likelihood, PromiseKind
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.comparison_enums import ChangeKind
    from plan_tui.model.outline_records import Edition, Section
    from plan_tui.model.tracks import PromiseStep


@record
class LaterEdition:
    """What one later edition says of a measure, as the changes and the tracks tell it."""

    edition: Edition
    """The later edition."""
    relation: ChangeKind | None
    """What the changes to that edition say of the measure; None if they say nothing."""
    asserted: bool
    """False if it is only suggested."""
    score: float
    """0 to 1, of the best link; 0 without one."""
    sections: tuple[Section, ...]
    """The sections there in which it goes on, or that mention it, in reading order."""
    steps: tuple[PromiseStep, ...] = ()
    """What became there of the deadlines and numbers that the measure names, then those that a
    later edition is the first to name for its matter."""

    @property
    def group(self) -> ChangeGroup:
        """How the measure is counted among the changes."""
        unknown = ChangeGroup.UNKNOWN
        return self.relation.group(asserted=self.asserted) if self.relation else unknown

    @property
    def likelihood(self) -> Likelihood | None:
        """How likely the best suggestion is right; None for what is asserted or unknown."""
        return Likelihood.of_best(self.score, asserted=self.asserted)

    @property
    def named(self) -> tuple[PromiseStep, ...]:
        """The steps with a deadline or a number that the edition names."""
        return tuple(step for step in self.steps if step.newer)

    @property
    def told(self) -> tuple[PromiseStep, ...]:
        """The steps, without what is not named where the measure itself is not in the text."""
        return self.named if self.group is ChangeGroup.DROPPED else self.steps

    @property
    def due(self) -> str:
        """The earliest last day of the deadlines that it names, ISO; empty without any known."""
        return min(self._deadlines, default=("", 0))[0]

    @property
    def foremost(self) -> PromiseStep | None:
        """Of what it names the deadline that is `due`, else the first; None without any."""
        named = self.named
        if not self._deadlines:
            return named[0] if named else None
        _, place = min(self._deadlines)
        return self.steps[place]

    @property
    def _deadlines(self) -> list[tuple[str, int]]:
        """The known last days of the deadlines that it names, each with the place of its step."""
        return [
            (step.newer.end, place)
            for place, step in enumerate(self.steps)
            if step.newer and step.newer.end and step.what is PromiseKind.DEADLINE
        ]
