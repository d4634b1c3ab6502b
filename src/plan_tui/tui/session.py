"""What the screens of one run share: the plan, the search index, where the reader has been."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plan_tui.errors import PlanError
from plan_tui.store.locate import default_database
from plan_tui.store.shared_plan import SharedPlan
from plan_tui.text.language import Language
from plan_tui.text.record import field, record
from plan_tui.tui.query_history import EarlierQueries

if TYPE_CHECKING:
    from plan_tui.model.crosswalk import Topic
    from plan_tui.model.dated_targets import Target
    from plan_tui.model.measure_cards import Order
    from plan_tui.model.records import MeasureCard, Section
    from plan_tui.search.search_index import SearchIndex
    from plan_tui.search.target_list import TargetList
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Phrase
    from plan_tui.tui.comparing import Comparing
    from plan_tui.tui.note_keeper import NoteKeeper


@record(frozen=False)
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
    """The state that outlives a screen; the only holder of the open plan."""

    def __init__(self, shared: SharedPlan, today: str = "") -> None:
        self.shared = shared
        """The open database, for all threads."""
        self.plan = plan = shared.plan
        self.today = today
        """ISO day; before it, a target is past its planned date."""
        self.ordinals = {edition.id: edition.ordinal for edition in plan.editions()}
        """Edition → its number by time, from 1: its colour and its sign."""
        self.examples = _examples(plan, today)
        """``edition``, ``document`` and ``year``: the newest ones, as examples of what to type."""
        self.added = plan.added()
        """Ids of the documents that the reader added."""
        self.history = History()
        self.left_at: Section | None = None
        """Where the reader was the last time."""
        self.earlier = EarlierQueries()
        """What the reader searched for before."""
        self.may_write = True
        """False to keep the reader's notes for this run alone, as in a browser."""
        self._index: SearchIndex | None = None
        self._cards: tuple[MeasureCard, ...] | None = None
        self._are_whole = False

    @cached_property
    def notes(self) -> NoteKeeper:
        """The reader's own notes, marks and named searches."""
        from plan_tui.tui.note_keeper import NoteKeeper

        return NoteKeeper(self.plan, lambda: self.today, may_write=self.may_write)

    @cached_property
    def comparing(self) -> Comparing:
        """How comparisons are shown; kept from one to the next."""
        from plan_tui.tui.comparing import Comparing

        return Comparing()

    @property
    def index(self) -> SearchIndex:
        """The search index, made when it is first asked for."""
        if self._index is None:
            from plan_tui.search.search_index import SearchIndex

            self._index = SearchIndex(self.plan)
        return self._index

    def take_index(self, index: SearchIndex) -> None:
        """Take an index that was loaded elsewhere, unless there is one by now."""
        self._index = self._index or index

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The crosswalk's topics."""
        from plan_tui.store.crosswalk_queries import topics

        return topics(self.plan)

    def measures(
        self,
        text: str,
        order: Order | None = None,
        language: Language = Language.JA,
        *,
        reverse: bool = False,
    ) -> tuple[MeasureCard, ...]:
        """Return the measures that a query lets through, sorted, as ``plan-tui measures`` does.

        Without an ``order`` they stand by their numbers.

        Raises:
            UsageError: a filter is wrong.

        """
        from plan_tui.model.measure_cards import Order, in_order
        from plan_tui.query.grammar import parse_query
        from plan_tui.search.filtered_lists import select_measures

        order = order or Order.NUMBER
        cards = self.whole_measures() if order.asks_later else self._measures()
        query = parse_query(text)
        if not text.strip():
            return in_order(cards, order, language, reverse=reverse)
        index = self.index if query.words or query.without else self._index
        return select_measures(
            self.plan, cards, query, order, language, reverse=reverse, index=index
        )

    def _measures(self) -> tuple[MeasureCard, ...]:
        """Return all measures; what later editions say of them may not be known yet."""
        if self._cards is None:
            self._cards = self.plan.measures()
        return self._cards

    @property
    def has_whole_measures(self) -> bool:
        """Whether `whole_measures` takes no time any more."""
        return self._are_whole

    def whole_measures(self) -> tuple[MeasureCard, ...]:
        """Return all measures with what later editions say of them, which takes a while once."""
        if not self._are_whole:
            from plan_tui.compare.promises.later_editions_of import with_later_editions

            self.set_whole_measures(with_later_editions(self.plan, self.plan.measures()))
        return self._measures()

    def set_whole_measures(self, cards: tuple[MeasureCard, ...]) -> None:
        """Take what was read elsewhere in place of `whole_measures`."""
        self._cards = cards
        self._are_whole = True

    def targets(self, text: str) -> tuple[Target, ...]:
        """Return the targets that a query lets through, as ``plan-tui targets`` does.

        Raises:
            UsageError: a filter is wrong.

        """
        from plan_tui.query.grammar import parse_query

        return self._target_list.find(parse_query(text))

    def targets_left_out(self, text: str) -> tuple[Phrase, ...]:
        """Return what to say of the targets that a query leaves out for being open.

        Raises:
            UsageError: a filter is wrong.

        """
        from plan_tui.query.grammar import parse_query

        return self._target_list.left_out(parse_query(text))

    @cached_property
    def _target_list(self) -> TargetList:
        """All targets, read when they are first asked for."""
        from plan_tui.search.target_list import TargetList

        return TargetList(self.plan)


def _examples(plan: Plan, today: str) -> dict[str, str]:
    editions, documents = plan.editions(), plan.documents()
    return {
        "edition": editions[-1].id if editions else today[:4],
        "document": documents[-1].id if documents else "plan",
        "year": editions[-1].decided_on[:4] if editions else today[:4],
    }


def open_session(path: Path | None = None) -> Session:
    """Open a database, the usual one without a path, and make sure that it can be shown.

    Raises:
        DataError: it is missing or unusable; the message says what to do.

    """
    shared = SharedPlan(path or default_database())
    try:
        _ask_for_first_picture(shared.plan)
    except PlanError:
        shared.close()
        raise
    return Session(shared, today=date.today().isoformat())


def _ask_for_first_picture(plan: Plan) -> None:
    """Read what the first picture needs, so that an unusable database is told before it.

    Raises:
        DataError: the database cannot be read.

    """
    plan.editions()
    for document in plan.documents()[:1]:
        plan.children(document.id)
