"""Which deadlines and numbers of different editions are one promise."""

from __future__ import annotations

from plan_tui.compare.promises.movement import deadline_movement, number_movement
from plan_tui.compare.promises.statement_likeness import StatementWords, same_value
from plan_tui.model.comparison_enums import (
    Movement,
    PromiseKind,
)
from plan_tui.model.enums import SectionKind
from plan_tui.model.tracks import Promise, PromiseStep
from plan_tui.text.record import record
from plan_tui.text.tokens import fold_notation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.compare.text.word_weights import Rarity
    from plan_tui.model.tracks import Statement

ALIKE = 0.39
"""Two statements less alike do not promise the same. This and the two below were set by reading all
pairs of the real editions near them, when promises were first told by what their sentences say:
lower ones pair different promises, higher ones miss the same promise in other words."""
ALIKE_SAME = 0.28
"""The same where they name the same day or number."""
ALIKE_DONE = 0.3
"""The same where the later one reports what was done."""
ALIKE_TIED = 0.15
"""The same where they name the same value, and more that is the same (`StatementWords`)."""

_MOVEMENTS = {PromiseKind.DEADLINE: deadline_movement, PromiseKind.NUMBER: number_movement}


@record(frozen=False)
class _EditionWords:
    """What one edition says of a promise."""

    words: StatementWords
    again: list[Statement]
    """What it says of it once more."""


@record(frozen=False)
class _Chain:
    """A promise as far as it has been followed."""

    statements: list[StatementWords]
    """What the editions say of it, oldest first."""
    again: list[Statement]
    """What they say of it once more."""
    steps: list[PromiseStep]
    edition: int
    """Place of the last edition that names it."""
    repeated: bool = False
    """True if it says the same as a promise that has been followed further."""

    @property
    def last(self) -> Statement:
        """The latest edition's statement."""
        return self.statements[-1].statement

    def likeness(self, other: StatementWords, rarity: Rarity) -> float:
        """Return how far ``other`` promises the same as any edition said, 0 if it does not."""
        likenesses = [
            likeness
            for earlier in self.statements
            if (likeness := earlier.likeness(other, rarity)) >= _least(earlier, other)
        ]
        return max(likenesses, default=0.0)

    def open_to(self, newer: Statement) -> bool:
        """Tell whether it may go on: a report tells of a day after the promise was made."""
        if (
            self.last.reported
            or self.repeated
            or fold_notation(self.last.unit) != fold_notation(newer.unit)
        ):
            return False
        promised_on = self.statements[0].statement.edition.decided_on
        return not newer.reported or newer.end is None or newer.end > promised_on

    def go_on(self, what: PromiseKind, newer: _EditionWords, edition: int) -> None:
        """Add what the next edition that speaks of it says."""
        statement = newer.words.statement
        moved = _MOVEMENTS[what](self.last, statement)
        self.steps.append(PromiseStep(what, moved, self.last, statement))
        self.statements.append(newer.words)
        self.again += newer.again
        self.edition = edition

    def as_promise(self, what: PromiseKind) -> Promise:
        """Return what has been followed."""
        first = {words.statement for words in self.statements}
        again = dict.fromkeys(each for each in self.again if each not in first)
        return Promise(what, tuple(self.steps), tuple(again))


def promises(
    what: PromiseKind,
    by_edition: Sequence[Sequence[Statement]],
    rarity: Rarity,
    judged: Sequence[bool] | None = None,
) -> list[Promise]:
    """Follow each promise from edition to edition; an edition may be silent about it.

    ``by_edition`` holds all editions, also those without a statement; all statements are
    deadlines, or all are numbers. A promise that an edition after the first is the first to
    name is new; one that the last edition does not name is dropped, unless it was reported as
    done or is said again in another that goes on. Both mean: as far as the text is held. A
    report that belongs to no earlier promise is left out.

    ``judged`` tells of each edition whether a reader has looked through it; None for yes. That
    another one does not name a promise tells nothing, and neither is its own promise dropped.
    """
    known = judged or [True] * len(by_edition)
    chains: list[_Chain] = []
    for edition, statements in enumerate(by_edition):
        distinct = _distinct([StatementWords.of(statement) for statement in statements], rarity)
        _follow(what, chains, distinct, edition, rarity)
    for chain in chains:
        if chain.last.reported or chain.repeated:
            continue
        if known[chain.edition] and any(known[chain.edition + 1 :]):
            chain.steps.append(PromiseStep(what, Movement.DROPPED, chain.last, None))
        elif not chain.steps:
            chain.steps.append(PromiseStep(what, Movement.NEW, None, chain.last))
    return [chain.as_promise(what) for chain in chains if chain.steps]


def _follow(
    what: PromiseKind,
    chains: list[_Chain],
    newer: list[_EditionWords],
    edition: int,
    rarity: Rarity,
) -> None:
    """Continue chains by the statements of one edition, and begin one for each that is new."""
    pairs = _pairs(chains, [each.words for each in newer], rarity)
    earlier = [(words, chains[i]) for i, _ in pairs for words in chains[i].statements]
    for i, j in pairs:
        chains[i].go_on(what, newer[j], edition)
    for chain in chains:
        if chain.edition < edition:
            latest = chain.statements[-1]
            others = (chains[i] for i, j in pairs if _repeats(latest, newer[j].words, rarity))
            if other := next(others, None):
                chain.repeated = True
                other.again += [*(words.statement for words in chain.statements), *chain.again]
    continuing = {j for _, j in pairs}
    for j, each in enumerate(newer):
        if j in continuing:
            continue
        statement = each.words.statement
        repeated = (chain for known, chain in earlier if _repeats(known, each.words, rarity))
        if other := next(repeated, None):
            other.again += [statement, *each.again]
        elif not statement.reported:
            first = [PromiseStep(what, Movement.NEW, None, statement)] if edition else []
            chains.append(_Chain([each.words], each.again, first, edition))


def _repeats(older: StatementWords, newer: StatementWords, rarity: Rarity) -> bool:
    """Tell whether two statements, each of which may have a better partner, promise the same."""
    same = same_value(older.statement, newer.statement)
    return same and older.likeness(newer, rarity) >= _least(older, newer)


def _distinct(statements: Sequence[StatementWords], rarity: Rarity) -> list[_EditionWords]:
    """Put together what one edition says again: the same value of the same thing."""
    distinct: list[_EditionWords] = []
    for words in statements:
        first = next((each for each in distinct if _says_again(words, each.words, rarity)), None)
        if first:
            first.again.append(words.statement)
        else:
            distinct.append(_EditionWords(words, []))
    return distinct


def _says_again(words: StatementWords, other: StatementWords, rarity: Rarity) -> bool:
    """Tell whether an edition says the same in two statements."""
    return (
        same_value(words.statement, other.statement)
        and words.statement.reported == other.statement.reported
        and words.likeness(other, rarity) >= _least_again(words, other)
    )


def _pairs(
    chains: Sequence[_Chain], newer: Sequence[StatementWords], rarity: Rarity
) -> list[tuple[int, int]]:
    """Pair chains with statements, the most alike first; each is in one pair at most."""
    scored = [
        (-likeness, i, j)
        for i, chain in enumerate(chains)
        for j, words in enumerate(newer)
        if chain.open_to(words.statement) and (likeness := chain.likeness(words, rarity))
    ]
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return sorted(pairs)


def _least_again(statement: StatementWords, other: StatementWords) -> float:
    """Return how alike two statements of one edition must be to be the same promise."""
    if statement.is_tied(other):
        return ALIKE_TIED
    is_card_of_other = _is_of_card(statement) is not _is_of_card(other)
    return ALIKE_SAME if is_card_of_other or statement.names_same(other) else ALIKE


def _is_of_card(words: StatementWords) -> bool:
    """Tell whether a measure card says something, which says again what its section does."""
    return words.statement.section.kind == SectionKind.MEASURE


def _least(older: StatementWords, newer: StatementWords) -> float:
    """Return how alike two statements must be to promise the same."""
    if older.is_tied(newer) or older.names_same(newer):
        return ALIKE_TIED
    if same_value(older.statement, newer.statement):
        return ALIKE_SAME
    return ALIKE_DONE if newer.statement.reported else ALIKE
