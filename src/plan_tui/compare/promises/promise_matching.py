"""Which deadlines and numbers of different editions are one promise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plan_tui.compare.promises.promised_action import StatementWords, same_value
from plan_tui.compare.text.word_weights import Rarity
from plan_tui.model.enums import Movement, PromiseKind
from plan_tui.model.tracks import Promise, PromiseStep, Statement

ALIKE = 0.39
"""Two sentences less alike do not promise the same."""
ALIKE_SAME = 0.28
"""The same where they name the same day or number."""
ALIKE_DONE = 0.3
"""The same where the later one reports what was done."""

Comparable = Callable[[Statement, Statement], bool]
MovementRule = Callable[[Statement, Statement], Movement]


@dataclass(slots=True)
class _Thread:
    """A promise as far as it has been followed."""

    said: list[StatementWords]
    """What the editions said of it, oldest first."""
    steps: list[PromiseStep]
    number: int
    """Place of the last edition that names it."""
    again: bool = False
    """True if it says the same as a promise that has been followed further."""

    @property
    def last(self) -> Statement:
        """What was said of it last."""
        return self.said[-1].mention

    def alike(self, other: StatementWords, rarity: Rarity) -> float:
        """Return how far ``other`` promises the same as any edition said, 0 if it does not."""
        found = [one.alike(other, rarity) for one in self.said]
        least = [_least(one.mention, other.mention) for one in self.said]
        return max((a for a, b in zip(found, least, strict=True) if a >= b), default=0.0)


def promises(
    what: PromiseKind,
    by_edition: Sequence[Sequence[Statement]],
    comparable: Comparable,
    movement: MovementRule,
    rarity: Rarity,
) -> list[Promise]:
    """Follow each promise from edition to edition; an edition may be silent about it.

    ``by_edition`` holds all editions, also those without a mention. A promise that an edition
    after the first is the first to name is new; one that the last edition does not name is
    dropped, unless it was reported as done or is said again in another that goes on. Both
    mean: as far as the text is held. A report that belongs to no earlier promise is left out.
    """
    threads: list[_Thread] = []
    for number, mentions in enumerate(by_edition):
        said = _distinct([StatementWords.of(mention) for mention in mentions], rarity)
        pairs = _pairs(threads, said, comparable, rarity)
        for i, j in pairs:
            older, newer = threads[i].last, said[j].mention
            threads[i].steps.append(PromiseStep(what, movement(older, newer), older, newer))
            threads[i].said.append(said[j])
            threads[i].number = number
        followed = [(threads[i], said[j]) for i, j in pairs]
        for thread in threads:
            if thread.number < number:
                thread.again |= any(_again(thread.said[-1], one, rarity) for _, one in followed)
        paired = {j for _, j in pairs}
        for j, one in enumerate(said):
            known = any(_again(old, one, rarity) for t, _ in followed for old in t.said[:-1])
            if j not in paired and not one.mention.reported and not known:
                first = [PromiseStep(what, Movement.NEW, None, one.mention)] if number else []
                threads.append(_Thread([one], first, number))
    for thread in threads:
        if thread.number < len(by_edition) - 1 and not (thread.last.reported or thread.again):
            thread.steps.append(PromiseStep(what, Movement.DROPPED, thread.last, None))
    return [Promise(what, tuple(thread.steps)) for thread in threads if thread.steps]


def _again(one: StatementWords, other: StatementWords, rarity: Rarity) -> bool:
    """Tell whether two mentions, each of which may have a better partner, promise the same."""
    return same_value(one.mention, other.mention) and one.alike(other, rarity) >= ALIKE_SAME


def _distinct(said: Sequence[StatementWords], rarity: Rarity) -> list[StatementWords]:
    """Leave out what one edition says again: the same value of the same thing."""
    kept: list[StatementWords] = []
    for one in said:
        if not any(
            same_value(one.mention, other.mention)
            and one.mention.reported == other.mention.reported
            and one.alike(other, rarity) >= ALIKE
            for other in kept
        ):
            kept.append(one)
    return kept


def _pairs(
    threads: Sequence[_Thread],
    newer: Sequence[StatementWords],
    comparable: Comparable,
    rarity: Rarity,
) -> list[tuple[int, int]]:
    """Pair mentions of one promise, the best match first; each is in one pair at most."""
    scored = []
    for i, thread in enumerate(threads):
        for j, other in enumerate(newer):
            if _goes_on(thread, other.mention) and comparable(thread.last, other.mention):
                alike = thread.alike(other, rarity)
                if alike:
                    scored.append((-alike, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return sorted(pairs)


def _goes_on(thread: _Thread, newer: Statement) -> bool:
    """Tell whether a promise can still be told of: a report tells of a day after it was made."""
    if thread.last.reported or thread.again:
        return False
    made = thread.said[0].mention.edition.decided_on
    return not newer.reported or newer.end is None or newer.end > made


def _least(one: Statement, other: Statement) -> float:
    if same_value(one, other):
        return ALIKE_SAME
    return ALIKE_DONE if other.reported else ALIKE
