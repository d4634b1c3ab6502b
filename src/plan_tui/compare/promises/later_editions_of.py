"""What the later editions say of measures, as the changes of the outline and the tracks do."""

from __future__ import annotations

from itertools import chain

from plan_tui.compare.promises.topic_tracks import section_promises
from plan_tui.compare.sections.onward_links import OnwardLinks
from plan_tui.model.comparison_enums import Movement
from plan_tui.model.later_editions import LaterEdition
from plan_tui.store.edition_lookup import judged_editions, usual_editions
from plan_tui.store.section_change_queries import links_onwards, stated_of
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.comparison_enums import ChangeKind
    from plan_tui.model.records import Edition, MeasureCard, Section
    from plan_tui.model.tracks import Promise, PromiseStep
    from plan_tui.store.plan import Plan

_NOTHING = None, False, 0.0
"""Stands where nothing is said of a measure."""


def with_later_editions(plan: Plan, cards: Sequence[MeasureCard]) -> tuple[MeasureCard, ...]:
    """Return measures with what each later edition that is compared says of them, oldest first.

    Where each goes on is what `changes` gives; its deadlines and numbers are steps of its track.
    """
    if not cards:
        return ()
    reader = _LaterReader(plan, [card.section for card in cards])
    return tuple(replaced(card, later=reader.of(card)) for card in cards)


def compared_after(plan: Plan, ordinal: int) -> tuple[Edition, ...]:
    """Return the editions that are compared and later than the one of a number, oldest first."""
    compared = usual_editions(plan)
    return tuple(e for e in plan.editions() if e.ordinal > ordinal and e.id in compared)


class _LaterReader:
    """Reads at once what became of all measures in all later editions."""

    def __init__(self, plan: Plan, sections: Sequence[Section]) -> None:
        self._promises = section_promises(plan, sections)
        self._editions = {edition.id: edition for edition in plan.editions()}
        self._judged = judged_editions(plan)
        ids = [section.id for section in sections]
        self._after = {
            edition_id: compared_after(plan, self._editions[edition_id].ordinal)
            for edition_id in {section.edition_id for section in sections}
        }
        compared = {edition.id for editions in self._after.values() for edition in editions}
        self._stated = stated_of(plan, ids, compared)
        links = links_onwards(plan, ids, compared)
        self._links = {edition_id: OnwardLinks(told) for edition_id, told in links.items()}
        self._newer = plan.sections_by_id(n for each in links.values() for _, n, *_ in each)
        self._order = {section_id: place for place, section_id in enumerate(self._newer)}

    def of(self, card: MeasureCard) -> tuple[LaterEdition, ...]:
        """Return what each later edition says of a measure."""
        first = self._editions[card.section.edition_id]
        promises = self._promises_of(card, first)
        told = []
        for edition in self._after[first.id]:
            relation, asserted, score = self._stated.get((card.section.id, edition.id), _NOTHING)
            judged = edition.id in self._judged and asserted
            steps = (_steps_to(promise, edition, judged=judged) for promise in promises)
            sections = self._sections(card, edition, relation, asserted=asserted)
            named = tuple(chain.from_iterable(steps))
            told.append(LaterEdition(edition, relation, asserted, score, sections, named))
        return tuple(told)

    def _sections(
        self, card: MeasureCard, edition: Edition, relation: ChangeKind | None, *, asserted: bool
    ) -> tuple[Section, ...]:
        """Return where a measure goes on in an edition, or is mentioned, in reading order."""
        if relation is None:
            return ()
        telling = self._links[edition.id].telling(card.section.id, relation, asserted=asserted)
        newer = sorted(telling, key=self._order.__getitem__) if len(telling) > 1 else telling
        return tuple([self._newer[section_id] for section_id in newer])

    def _promises_of(self, card: MeasureCard, first: Edition) -> list[Promise]:
        """Return a measure's own promises, then those that a later edition is the first to name."""
        of_card, of_later = [], []
        for promise in self._promises.get(card.section.id, ()):
            statements = promise.statements
            every = (*statements, *promise.again)
            if any(statement.section.id == card.section.id for statement in every):
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
