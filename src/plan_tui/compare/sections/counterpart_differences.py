"""How a counterpart differs from its base section: compared when first asked for, then remembered.

The memory of a counterpart's differences ends with the counterpart.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from plan_tui.model.comparison import Counterpart, Difference
from plan_tui.model.tracks import FactRow

_differences: WeakKeyDictionary[Counterpart, Difference] = WeakKeyDictionary()
_fact_rows: WeakKeyDictionary[Counterpart, tuple[FactRow, ...]] = WeakKeyDictionary()


def difference_of(counterpart: Counterpart) -> Difference:
    """Return how the texts differ; the left runs of its rows are the base section's text."""
    if counterpart not in _differences:
        # What compares texts is loaded with the first of them: the screens start without it.
        from plan_tui.compare.text.diff import difference

        left, right = _texts(counterpart)
        _differences[counterpart] = difference(left, right, left_is_older=counterpart.base_is_older)
    return _differences[counterpart]


def fact_rows_of(counterpart: Counterpart) -> tuple[FactRow, ...]:
    """Return the dates, numbers, organisations and systems of both sides."""
    if counterpart not in _fact_rows:
        from plan_tui.compare.text.fact_diff import compare_facts, facts

        _fact_rows[counterpart] = compare_facts(
            facts(counterpart.left),
            facts(counterpart.right),
            *_texts(counterpart),
            left_is_older=counterpart.base_is_older,
        )
    return _fact_rows[counterpart]


def _texts(counterpart: Counterpart) -> tuple[list[str], list[str]]:
    left = [passage.text for passage in counterpart.left]
    return left, [passage.text for passage in counterpart.right]
