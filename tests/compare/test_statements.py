"""How many statements the database is asked: as many for many sections as for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from plan_tui.compare.promises.topic_tracks import track, tracks
from plan_tui.compare.sections.compared_passages import compared_passages
from plan_tui.compare.sections.counterpart_differences import difference_of, fact_rows_of
from plan_tui.compare.sections.next_edition import neighbours
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.model.records import PrintedDate, PrintedNumber
from plan_tui.store import connect
from plan_tui.store.passage_queries import own_passages
from plan_tui.store.plan import Plan

Counted = Callable[[Callable[[], object]], int]
SECTION_TEXT = 10
"""The section, its ancestors, children, blocks, KPIs, footnotes, marks, number, dates, amounts."""


@contextmanager
def counting(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Plan, Counted]]:
    """Open a plan; what is called with a function counts the statements that it runs."""
    statements: list[str] = []
    open_file = connect.connect

    def traced(path: Path, *, any_thread: bool = False) -> object:
        connection = open_file(path, any_thread=any_thread)
        connection.set_trace_callback(statements.append)
        return connection

    def count(ask: Callable[[], object]) -> int:
        statements.clear()
        ask()
        return len(statements)

    monkeypatch.setattr(connect, "connect", traced)
    with Plan(path) as plan:
        yield plan, count


@pytest.fixture
def counted(
    crosswalked_database: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Plan, Counted]]:
    with counting(crosswalked_database, monkeypatch) as opened:
        yield opened


def test_editions_and_documents_are_read_once(counted: tuple[Plan, Counted]) -> None:
    plan, count = counted
    assert count(lambda: (plan.editions(), plan.documents())) == 2
    assert count(lambda: (plan.editions(), plan.documents(), plan.documents())) == 0


def test_a_section_takes_as_many_however_deep_and_however_many_footnotes(
    counted: tuple[Plan, Counted],
) -> None:
    plan, count = counted
    plan.editions(), plan.documents()
    for key in ("2021:0", "2021:M2-1", "2021:1.1", "2025:1.1.1.1.a.a.A.a"):
        assert count(partial(plan.section_text, key)) == SECTION_TEXT, key
    sections = plan.sections()
    assert len(sections) > 20
    assert count(lambda: plan.section_texts(sections)) == SECTION_TEXT - 1
    assert plan.section_texts(sections) == [plan.section_text(s.key) for s in sections]


def test_ancestors_and_what_stands_below_take_one(counted: tuple[Plan, Counted]) -> None:
    plan, count = counted
    deepest = plan.section("2025:1.1.1.1.a.a.A.a")
    assert count(lambda: plan.path(deepest)) == 1
    sections = plan.sections()
    assert count(lambda: plan.below(sections)) == 1
    top = plan.section("2025:1")
    below = [section.key for section in plan.below([top])[top.id]]
    assert below == [s.key for s in plan.sections("plan-2025") if s.key.startswith("2025:1.")]


def test_passages_of_all_sections_take_four(counted: tuple[Plan, Counted]) -> None:
    plan, count = counted
    sections = plan.sections()
    assert count(lambda: own_passages(plan, sections[:1])) == 4
    assert count(lambda: own_passages(plan, sections)) == 4
    printed = [p for own in own_passages(plan, sections).values() for p in own]
    assert sum(len(passage.dates) for passage in printed) > 3
    for passage in printed:
        facts: list[PrintedDate | PrintedNumber] = [*passage.dates, *passage.numbers]
        for fact in facts:
            assert passage.text[fact.offset :].startswith(fact.text)
    assert count(lambda: compared_passages(plan, sections)) == 4 + 1 + 4


def test_a_comparison_takes_as_many_for_many_counterparts_as_for_one(
    real_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with counting(real_database, monkeypatch) as (plan, count):
        plan.editions(), plan.documents()
        most = 0
        for section in plan.sections()[::40]:
            view = compare(plan, section.key)
            most = max(most, sum(len(column.counterparts) for column in view.columns))
            assert count(partial(compare, plan, section.key)) <= SECTION_TEXT + 3 + 9 + 2
        assert most > 10


def test_differences_and_facts_ask_nothing(counted: tuple[Plan, Counted]) -> None:
    plan, count = counted
    view = compare(plan, "2021:1.1.1")
    counterparts = [other for column in view.columns for other in column.counterparts]
    assert counterparts
    assert count(lambda: [(difference_of(c), fact_rows_of(c)) for c in counterparts]) == 0


def test_neighbours_and_tracks_do_not_ask_section_by_section(
    counted: tuple[Plan, Counted],
) -> None:
    plan, count = counted
    plan.editions()
    section = plan.section("2021:1.1.1")
    assert count(lambda: neighbours(plan, section, 1)) == 2
    assert count(lambda: tracks(plan)) == count(lambda: track(plan, "loan-card")) == 7
