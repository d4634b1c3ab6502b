"""The names nearest to one that does not exist: of commands, of keys."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_MOST = 3
"""Names that a message can offer and still be one line."""
_LEAST_ALIKE = 0.6
"""Below it, two of five characters are wrong, and what is offered is a guess at random."""


def near_names(typed: str, names: Iterable[str]) -> list[str]:
    """Return at most three of the names that are nearest to what was typed, the nearest first.

    Capitals do not count; two neighbouring characters that changed places are one error.
    """
    folded = {name: name.casefold() for name in names}
    alike = process.extract(
        typed.casefold(),
        folded,
        scorer=OSA.normalized_similarity,
        score_cutoff=_LEAST_ALIKE,
        limit=_MOST,
    )
    return [name for _, _, name in alike]
