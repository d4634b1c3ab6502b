"""How counterparts differ from their base section: compared when first asked for, then remembered.

The memory of a counterpart's differences ends with the counterpart.
"""

from __future__ import annotations

from plan_tui.model.comparison import Counterpart, Difference, DiffRow, FactRow, Run
from plan_tui.model.comparison_enums import TextChange

TYPE_CHECKING = False
if TYPE_CHECKING:
    import weakref
    from collections.abc import Sequence

    from plan_tui.model.comparison import ComparedPassage, Runs
else:
    import _weakref as weakref  # `weakref` has `ref` from there, and takes longer to load.

_differences: dict[weakref.ref[Counterpart], Difference] = {}
_FactRows = tuple[tuple[weakref.ref[Counterpart], ...], tuple[FactRow, ...]]
"""The other counterparts, and what became of the facts."""
_fact_rows: dict[weakref.ref[Counterpart], _FactRows] = {}


def difference_of(counterpart: Counterpart) -> Difference:
    """Return how the texts differ; the left runs of its rows are the base section's text.

    Where one has no text nothing is said of the other's.
    """
    known = _differences.get(weakref.ref(counterpart))
    if known is None:
        known = _compared(counterpart) if counterpart.is_compared else _alone(counterpart)
        _differences[weakref.ref(counterpart, _forget_difference)] = known
    return known


def _compared(counterpart: Counterpart) -> Difference:
    # What compares texts is loaded with the first of them: the screens start without it.
    from plan_tui.compare.text.diff import difference

    left, right = _texts(counterpart)
    return difference(left, right, left_is_older=counterpart.base_is_older)


def _alone(counterpart: Counterpart) -> Difference:
    """Return the sentences of the one text that there is."""
    left = [DiffRow(runs, (), place) for place, runs in _sentences(counterpart.left)]
    right = [DiffRow((), runs, -1, place) for place, runs in _sentences(counterpart.right)]
    return Difference((*left, *right), 0.0, 0)


def _sentences(passages: Sequence[ComparedPassage]) -> list[tuple[int, Runs]]:
    """Return each sentence with the place of its passage."""
    from plan_tui.text.sentences import sentences

    return [
        (place, (Run(TextChange.OTHER, sentence),))
        for place, passage in enumerate(passages)
        for sentence in sentences(passage.text)
    ]


def _forget_difference(gone: weakref.ref[Counterpart]) -> None:
    _differences.pop(gone, None)


def fact_rows_of(
    counterpart: Counterpart, others: Sequence[Counterpart] = ()
) -> tuple[FactRow, ...]:
    """Return what became of the base section's facts in an edition, each judged once.

    ``others`` are the edition's other counterparts; what several say is told of ``counterpart``.
    """
    rest = tuple(weakref.ref(other) for other in others)
    known = _fact_rows.get(weakref.ref(counterpart))
    if known is None or known[0] != rest:
        from plan_tui.compare.sections.edition_facts import edition_facts

        known = rest, edition_facts([counterpart, *others])
        _fact_rows[weakref.ref(counterpart, _forget_fact_rows)] = known
    return known[1]


def _forget_fact_rows(gone: weakref.ref[Counterpart]) -> None:
    _fact_rows.pop(gone, None)


def _texts(counterpart: Counterpart) -> tuple[list[str], list[str]]:
    left = [passage.text for passage in counterpart.left]
    return left, [passage.text for passage in counterpart.right]
