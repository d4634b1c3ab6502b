"""The sections that a query has found so far, each with its best match."""

from __future__ import annotations

from plan_tui.model.enums import SearchTier
from plan_tui.search.ranking import HOLDS_ALL
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.search.matches import Match

SIMILAR = frozenset((SearchTier.SOME, SearchTier.SUBSEQUENCE, SearchTier.TYPO))
"""Tiers that find what is like a query, not all of what it says."""


def is_similar(why: SearchTier, weight: float) -> bool:
    """Tell whether a section is only like the query: by its tier, or by a doubtful reading."""
    return why in SIMILAR or (why is SearchTier.READING and weight < HOLDS_ALL)


@record
class Scored:
    """A section's best match so far."""

    weight: float
    """0 to 100; see `plan_tui.search.ranking`."""
    why: SearchTier
    """See `Hit.why`."""
    matches: tuple[Match, ...]
    """The match, or that of each word; empty where the query holds filters alone."""
    without: tuple[str, ...] = ()
    """See `Hit.without`."""

    @property
    def similar(self) -> bool:
        """See `Hit.similar`."""
        return is_similar(self.why, self.weight)

    @property
    def rank(self) -> tuple[bool, float]:
        """What sorts it, best last: all that hold the whole query outrank similar ones."""
        return not self.similar, self.weight


class Scoreboard(dict[int, Scored]):
    """Number of a section in the corpus → its best match."""

    left_out: tuple[str, ...] = ()
    """See `SearchResult.left_out`."""

    def keep(
        self,
        n: int,
        weight: float,
        why: SearchTier,
        matches: tuple[Match, ...],
        without: tuple[str, ...] = (),
    ) -> None:
        """Take a section's match, unless it has one as good; see `Scored` for what is told."""
        known = self.get(n)
        if known is not None and known.weight >= weight and not known.similar:
            return
        if known is None or known.rank < (not is_similar(why, weight), weight):
            self[n] = Scored(weight, why, matches, without)

    def has_fewer(self, hits: int) -> bool:
        """Tell whether fewer than ``hits`` sections hold all of the query, spelled rightly."""
        return sum(scored.weight >= HOLDS_ALL for scored in self.values()) < hits
