"""A round through the suggestions: where the reader is, what was decided, and how it is undone."""

from __future__ import annotations

from collections.abc import Mapping

from plan_tui.compare.sections.suggested_pairs import (
    ReviewScope,
    SuggestedPair,
    other_decisions,
    suggested_pairs,
)
from plan_tui.model.decisions import Decision, Pair
from plan_tui.model.records import Section
from plan_tui.store.own_decisions import decide, decisions_on
from plan_tui.store.plan import Plan
from plan_tui.text.file_lock import SCREEN_PATIENCE

Changes = Mapping[Pair, Decision | None]
"""Pairs → the decision on them; None for none."""


class ReviewRound:
    """The suggestions between some editions, gone through one by one.

    Attributes:
        scope: the editions.
        suggested: the suggestions, the best first.
        number: index of the one that is looked at.
        sections: all sections there are, by key.
        decisions: all decisions that there are, those on other editions too.

    Raises:
        DataError: the file of the decisions cannot be read, or an entry of it is at fault.

    """

    def __init__(self, plan: Plan, scope: ReviewScope) -> None:
        self._plan = plan
        self.scope = scope
        self.suggested = suggested_pairs(plan, scope)
        self.decisions = decisions_on(plan)
        self.sections = {section.key: section for section in plan.sections()}
        self._undone: list[tuple[int, Changes]] = []
        """What takes the last decisions back: where they were made, and what there was before."""
        self.number = 0
        self.go_on(0)

    @property
    def current(self) -> SuggestedPair | None:
        """The suggestion that is looked at; None if there is none at all."""
        return self.suggested[self.number] if self.suggested else None

    @property
    def decision(self) -> Decision | None:
        """What was decided of it."""
        return self.decisions.get(self.current.pair) if self.current else None

    @property
    def made(self) -> tuple[Decision, ...]:
        """All decisions between the editions."""
        on_suggestions = (self.decisions.get(each.pair) for each in self.suggested)
        rest = other_decisions(self.scope, self.suggested, self.decisions, self.sections)
        return (*filter(None, on_suggestions), *rest)

    @property
    def is_over(self) -> bool:
        """Whether all suggestions were decided."""
        return all(each.pair in self.decisions for each in self.suggested)

    @property
    def has_changed(self) -> bool:
        """Whether something was decided in this round that was not taken back."""
        return bool(self._undone)

    def others_suggested(self, section: Section, instead_of: Section) -> tuple[Section, ...]:
        """Return what else is suggested for a section in the edition of another, best first."""
        ends = ({each.earlier, each.later} for each in self.suggested)
        others = (pair - {section} for pair in ends if section in pair)
        return tuple(
            other
            for pair in others
            for other in pair
            if other.edition_id == instead_of.edition_id and other != instead_of
        )

    def decide(self, changes: Changes) -> None:
        """Write decisions, and go to the next suggestion without one.

        Raises:
            DataError: the file cannot be read or written; nothing has changed.

        """
        before = {pair: self.decisions.get(pair) for pair in changes}
        self._write(changes)
        self._undone.append((self.number, before))
        self.go_on(self.number + 1)

    def undo(self) -> bool:
        """Take the last decision back and go to its suggestion; False if there is none.

        Raises:
            DataError: the file cannot be read or written; nothing has changed.

        """
        if not self._undone:
            return False
        number, before = self._undone[-1]
        self._write(before)
        self._undone.pop()
        self.number = number
        return True

    def _write(self, changes: Changes) -> None:
        decide(self._plan, changes, SCREEN_PATIENCE)
        self.decisions = decisions_on(self._plan)

    def step(self, step: int) -> bool:
        """Go to another suggestion, decided or not; False at either end."""
        number = self.number + step
        if not 0 <= number < len(self.suggested):
            return False
        self.number = number
        return True

    def go_on(self, number: int) -> None:
        """Go to the first suggestion without a decision from one on, else from the first on."""
        in_turn = (*range(number, len(self.suggested)), *range(number))
        for each in in_turn:
            if self.suggested[each].pair not in self.decisions:
                self.number = each
                return
