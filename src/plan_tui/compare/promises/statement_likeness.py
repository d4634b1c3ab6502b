"""How far two statements of different editions promise the same."""

from __future__ import annotations

from plan_tui.compare.promises.promised_action import action, after_verb, clause, tells_done
from plan_tui.compare.promises.promised_object import (
    are_of_a_kind,
    deeds,
    named_first,
    names_any,
    names_whole,
    objects,
    theme,
)
from plan_tui.compare.text.word_weights import content_grams
from plan_tui.text.calendar import DateBasis
from plan_tui.text.record import record
from plan_tui.text.tokens import fold_notation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.compare.text.grams import Grams
    from plan_tui.compare.text.word_weights import Rarity
    from plan_tui.model.tracks import Statement

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
_THEME = 0.3
"""Two sentences that say what they are about, and have less of it in common, promise different
things. Set by hand; more of it parts a matter from its longer name."""


@record
class StatementWords:
    """A statement, what its sentence says, and what that says of this day or number."""

    statement: Statement
    sentence: Grams
    action: Grams
    objects: tuple[str, ...]
    """What is to be made, done or reached; empty if the words do not tell."""
    theme: Grams
    """What the sentence says that it is about; empty if it does not say so."""
    deeds: frozenset[str]
    """Words for what is done by the day, or around the number."""

    @classmethod
    def of(cls, statement: Statement) -> StatementWords:
        """Return a statement with the words by which it is compared."""
        words = action(statement)
        named = named_first(after_verb(statement)) if statement.reported else ()
        before = statement.quotation[: statement.place].endswith(words)
        return cls(
            statement,
            content_grams(statement.quotation),
            content_grams(words),
            named or objects(words, before=before),
            content_grams("" if named else theme(statement.quotation)),
            deeds(words + clause(statement)),
        )

    def likeness(self, other: StatementWords, rarity: Rarity) -> float:
        """Return how far ``other``, said later, promises the same: about 0 to 1."""
        if self._is_of_another_thing(other, rarity):
            return 0.0
        sentences = rarity.likeness(self.sentence, other.sentence)
        actions = rarity.likeness(self.action, other.action)
        same = _SAME if same_value(self.statement, other.statement) else 0.0
        if other.statement.reported:
            told = rarity.contained(content_grams(clause(other.statement)), self.sentence)
            actions = max(actions, _TOLD * told)
            verb = tells_done(other.statement, self.statement)
            same += _SAME_VERB if verb else -_SAME_VERB
        return (sentences + actions) / 2 + same

    def is_tied(self, other: StatementWords) -> bool:
        """Tell whether both say a number by the same day, or a day with the same number."""
        older, newer = self.statement, other.statement
        same = bool(older.tied) and older.tied == newer.tied
        return same and not newer.reported and same_value(older, newer)

    def names_same(self, other: StatementWords) -> bool:
        """Tell whether both say by the same day that the same is done to a thing by its name."""
        older, newer = self.statement, other.statement
        if older.value is not None or newer.reported:
            return False
        if (older.start, older.end) != (newer.start, newer.end) or not self.deeds & other.deeds:
            return False
        return names_whole(self.objects, newer.quotation) or names_whole(
            other.objects, older.quotation
        )

    def _is_of_another_thing(self, other: StatementWords, rarity: Rarity) -> bool:
        """Tell whether the things to be made, done or reached are told to be different ones.

        What is tied may be named in more words by one of both alone.
        """
        older, newer = self.statement.quotation, other.statement.quotation
        lacking = [
            bool(self.objects) and not names_any(self.objects, newer),
            bool(other.objects) and not names_any(other.objects, older),
        ]
        parted = all(lacking) if self.is_tied(other) else any(lacking)
        if parted and not are_of_a_kind(self.objects, other.objects):
            return True
        if not self.theme or not other.theme:
            return False
        return rarity.likeness(self.theme, other.theme) < _THEME


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
