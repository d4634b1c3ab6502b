"""Which deadlines and numbers of different editions are one promise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plan_tui.compare.pairing import grams, likeness
from plan_tui.model.comparing import Mention, Step
from plan_tui.text.tokens import tokens

_ALIKE = 0.4
"""Two sentences less alike do not speak of one promise."""
_ALIKE_SAME = 0.25
"""The same where they name the same day or number."""
_ALIKE_ALONE = 0.1
"""The same where neither text has another one."""
_SAME_VALUE = 0.2
"""How much naming the same day or number adds to likeness."""

_AROUND = 45
"""Characters of the sentence on each side of a value that say what it is a value of."""

Comparable = Callable[[Mention, Mention], bool]
Movement = Callable[[Mention, Mention], str]


@dataclass(frozen=True, slots=True)
class _Said:
    """A mention and what the words around it say beside dates and numbers."""

    mention: Mention
    grams: frozenset[str]

    @classmethod
    def of(cls, mention: Mention) -> _Said:
        sentence = mention.quotation
        place = max(0, sentence.find(mention.text))
        start, end = max(0, place - _AROUND), place + len(mention.text) + _AROUND
        said = [token for token in tokens(sentence[start:end]) if not token.whole]
        return cls(mention, grams(said))

    def same_value(self, other: _Said) -> bool:
        one, two = self.mention, other.mention
        return (one.start, one.end, one.value) == (two.start, two.end, two.value)

    def match(self, other: _Said, *, alone: bool = False) -> float:
        """Return how far two mentions are one promise; 0 if they are not.

        ``alone`` says that neither text names another one.
        """
        alike = likeness(self.grams, other.grams)
        same = self.same_value(other)
        if alike < (_ALIKE_ALONE if alone else _ALIKE_SAME if same else _ALIKE):
            return 0.0
        return alike + (_SAME_VALUE if same else 0.0)


def steps(
    what: str,
    by_edition: Sequence[Sequence[Mention]],
    comparable: Comparable,
    movement: Movement,
) -> list[Step]:
    """Follow each promise from edition to edition; an edition may be silent about it.

    A promise that an edition after the first is the first to name is new; one that the last
    edition does not name is dropped, after the last edition that names it. Both mean: as far
    as the text is held.
    """
    found: list[Step] = []
    open_threads: list[_Said] = []
    for number, mentions in enumerate(by_edition):
        said = _distinct([_Said.of(mention) for mention in mentions])
        pairs = _pairs(open_threads, said, comparable)
        paired = {j for _, j in pairs}
        for i, j in pairs:
            older, newer = open_threads[i].mention, said[j].mention
            found.append(Step(what, movement(older, newer), older, newer))
            open_threads[i] = said[j]
        for j, one in enumerate(said):
            if j not in paired:
                open_threads.append(one)
                if number:
                    found.append(Step(what, "new", None, one.mention))
    last = {id(mention) for mention in (by_edition[-1] if len(by_edition) > 1 else ())}
    for one in open_threads:
        if len(by_edition) > 1 and id(one.mention) not in last:
            found.append(Step(what, "dropped", one.mention, None))
    return found


def _distinct(said: Sequence[_Said]) -> list[_Said]:
    """Leave out what one edition says again: the same value of the same thing."""
    kept: list[_Said] = []
    for one in said:
        if not any(one.same_value(other) and one.match(other) for other in kept):
            kept.append(one)
    return kept


def _pairs(
    older: Sequence[_Said], newer: Sequence[_Said], comparable: Comparable
) -> list[tuple[int, int]]:
    """Pair mentions of one promise, the best match first."""
    alone = len(older) == len(newer) == 1
    scored = []
    for i, one in enumerate(older):
        for j, other in enumerate(newer):
            match = one.match(other, alone=alone)
            if comparable(one.mention, other.mention) and match:
                scored.append((-match, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return sorted(pairs)
