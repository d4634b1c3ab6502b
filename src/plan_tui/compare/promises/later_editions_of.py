"""What the later editions say of measures, from the changes of the outline and the tracks."""

from __future__ import annotations

from itertools import chain

from plan_tui.compare.promises.topic_tracks import section_promises
from plan_tui.compare.sections.outline_diff import changes_of
from plan_tui.model.comparison_enums import Movement
from plan_tui.model.later_editions import LaterEdition
from plan_tui.store.edition_lookup import judged_editions, usual_editions
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.outline_changes import Change
    from plan_tui.model.records import Edition, MeasureCard, Section
    from plan_tui.model.tracks import Promise, PromiseStep
    from plan_tui.store.plan import Plan


def with_later_editions(plan: Plan, cards: Sequence[MeasureCard]) -> tuple[MeasureCard, ...]:
    """Return measures with what each later edition that is compared says of them, oldest first.

    Where each goes on is what `changes` gives; its deadlines and numbers are steps of its track.
    """
    reader = _LaterReader(plan, [card.section for card in cards])
    return tuple(replaced(card, later=reader.of(card)) for card in cards)


def compared_after(plan: Plan, ordinal: int) -> tuple[Edition, ...]:
    """Return the editions that are compared and later than the one of a number, oldest first."""
    compared = usual_editions(plan)
    return tuple(e for e in plan.editions() if e.ordinal > ordinal and e.id in compared)


class _LaterReader:
    """Reads what became of all measures of an edition in a later one at once."""

    def __init__(self, plan: Plan, sections: Sequence[Section]) -> None:
        self._plan = plan
        self._sections = sections
        self._promises = section_promises(plan, sections) if sections else {}
        self._editions = {edition.id: edition for edition in plan.editions()}
        self._judged = judged_editions(plan)
        self._after: dict[str, tuple[Edition, ...]] = {}
        self._changes: dict[tuple[str, str], dict[int, Change]] = {}

    def of(self, card: MeasureCard) -> tuple[LaterEdition, ...]:
        """Return what each later edition says of a measure."""
        first = self._editions[card.section.edition_id]
        if first.id not in self._after:
            self._after[first.id] = compared_after(self._plan, first.ordinal)
        promises = self._promises_of(card, first)
        told = []
        for edition in self._after[first.id]:
            change = self._between(first, edition).get(card.section.id)
            judged = edition.id in self._judged and change is not None and change.asserted
            steps = (_steps_to(promise, edition, judged=judged) for promise in promises)
            told.append(LaterEdition(edition, change, tuple(chain.from_iterable(steps))))
        return tuple(told)

    def _between(self, older: Edition, newer: Edition) -> dict[int, Change]:
        """Return the rows of the changes between two editions by the older section's id."""
        pair = older.id, newer.id
        if pair not in self._changes:
            of_edition = [each for each in self._sections if each.edition_id == older.id]
            self._changes[pair] = changes_of(self._plan, of_edition, newer)
        return self._changes[pair]

    def _promises_of(self, card: MeasureCard, first: Edition) -> list[Promise]:
        """Return a measure's own promises, then those that a later edition is the first to name."""
        of_card, of_later = [], []
        for promise in self._promises.get(card.section.id, ()):
            statements = promise.statements
            if any(statement.section.id == card.section.id for statement in statements):
                of_card.append(promise)
            elif statements[0].edition.ordinal > first.ordinal:
                of_later.append(promise)
        return [*of_card, *of_later]


def _steps_to(promise: Promise, edition: Edition, *, judged: bool) -> list[PromiseStep]:
    """Return the steps of a promise that an edition names, or that its text does not name.

    That a promise is not named tells nothing where no reader has ``judged`` what became of it.
    """
    steps = []
    for step in promise.steps:
        if step.newer:
            told = step.newer.edition.id == edition.id
        else:
            last = step.older.edition.ordinal if step.older else 0
            told = step.movement is Movement.DROPPED and judged and last < edition.ordinal
        if told:
            steps.append(step)
    return steps
