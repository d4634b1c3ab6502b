"""What the screens of one run share: the plan, the search index, where the reader has been."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plan_tui.model.records import MeasureCard
from plan_tui.store.read import Plan

if TYPE_CHECKING:
    from plan_tui.search.index import SearchIndex


@dataclass(slots=True)
class History:
    """The sections that the reader opened, as in a browser."""

    past: list[str] = field(default_factory=list)
    future: list[str] = field(default_factory=list)

    def leave(self, key: str) -> None:
        """Remember the section that a jump leaves."""
        if not self.past or self.past[-1] != key:
            self.past.append(key)
        self.future.clear()

    def back(self, now: str) -> str | None:
        """Return the section before; None if there is none."""
        return _step(self.past, self.future, now)

    def forward(self, now: str) -> str | None:
        """Return the section that `back` left; None if there is none."""
        return _step(self.future, self.past, now)


def _step(source: list[str], target: list[str], now: str) -> str | None:
    while source:
        key = source.pop()
        if key != now:
            target.append(now)
            return key
    return None


class Session:
    """The state that outlives a screen."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.history = History()
        self.marks: dict[str, str] = {}
        """Letter → key of the marked section."""
        self._index: SearchIndex | None = None
        self._cards: tuple[MeasureCard, ...] | None = None

    @property
    def index(self) -> SearchIndex:
        """The search index, made when it is first asked for."""
        if self._index is None:
            from plan_tui.search.index import SearchIndex

            self._index = SearchIndex(self.plan)
        return self._index

    def measures(self, text: str) -> tuple[MeasureCard, ...]:
        """Return the measures that a query lets through, in printed order.

        Raises:
            UsageError: a filter is wrong.

        """
        if self._cards is None:
            self._cards = self.plan.measures()
        if not text.strip():
            return self._cards
        found = {hit.section.id for hit in self.index.search(text).hits}
        return tuple(card for card in self._cards if card.section.id in found)
