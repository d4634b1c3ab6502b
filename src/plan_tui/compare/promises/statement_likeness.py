"""How far two statements of different editions promise the same."""

from __future__ import annotations

from dataclasses import dataclass

from plan_tui.compare.promises.promised_action import action, clause, verb_done
from plan_tui.compare.text.grams import Grams
from plan_tui.compare.text.word_weights import Rarity, content_grams
from plan_tui.model.tracks import Statement
from plan_tui.text.calendar import DateBasis
from plan_tui.text.tokens import fold_notation

_YEAR = 366
"""Days; a longer period is no day to keep, so that naming a day of it says little. Set by hand: a
year, a fiscal year, and what is shorter."""
_SAME = 0.1
"""How much naming the same day or number adds to likeness. Set by hand, as the weights below, with
the thresholds of `promise_matching`."""
_SAME_VERB = 0.1
"""How much a report is more alike for telling of what was to be done in the same word, and less
for another."""
_TOLD = 0.8
"""How far what a report tells as done must stand in the promise to count as all of it."""


@dataclass(frozen=True, slots=True)
class StatementWords:
    """A statement, what its sentence says, and what that says of this day or number."""

    statement: Statement
    sentence: Grams
    action: Grams

    @classmethod
    def of(cls, statement: Statement) -> StatementWords:
        """Return a statement with the grams by which it is compared."""
        return cls(statement, content_grams(statement.quotation), content_grams(action(statement)))

    def likeness(self, other: StatementWords, rarity: Rarity) -> float:
        """Return how far ``other``, said later, promises the same: about 0 to 1."""
        sentences = rarity.likeness(self.sentence, other.sentence)
        actions = rarity.likeness(self.action, other.action)
        same = _SAME if same_value(self.statement, other.statement) else 0.0
        if other.statement.reported:
            told = rarity.contained(content_grams(clause(other.statement)), self.sentence)
            actions = max(actions, _TOLD * told)
            verb = verb_done(other.statement) in action(self.statement)
            same += _SAME_VERB if verb else -_SAME_VERB
        return (sentences + actions) / 2 + same


def same_value(older: Statement, newer: Statement) -> bool:
    """Tell whether two statements name the same number, or days of which one holds the other."""
    if older.value is not None or newer.value is not None:
        return older.value == newer.value
    if DateBasis.UNRESOLVED in (older.basis, newer.basis):
        return fold_notation(older.text) == fold_notation(newer.text)
    if (older.start, older.end) == (newer.start, newer.end):
        return True
    if older.end is None or newer.end is None:
        return older.start == newer.start and older.start is not None
    return _is_day_of(older, newer) or _is_day_of(newer, older)


def _is_day_of(inner: Statement, outer: Statement) -> bool:
    """Tell whether a date lies in another that is short enough to be a day to keep."""
    return inner.lies_within(outer) and outer.days <= _YEAR
