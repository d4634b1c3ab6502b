"""Search on the real plan: the query set, and each section found first by its own title."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plan_tui.search.search_index import SearchIndex
from plan_tui.store.plan import Plan
from tests.conftest import REAL_DATABASE
from tests.narrowing import assert_filters_narrow
from tests.search_quality import SPELLINGS, not_first, read_queries, score

QUERIES = read_queries()
FILTERS = (
    "edition:2021",
    "edition:2025",
    "kind:measure",
    "-kind:measure",
    "kpi:unset",
    "-オンライン",
)


@pytest.fixture(scope="module")
def plan() -> Iterator[Plan]:
    with Plan(REAL_DATABASE) as opened:
        yield opened


@pytest.fixture(scope="module")
def index(plan: Plan) -> SearchIndex:
    return SearchIndex(plan)


def test_the_set_is_large_and_names_sections_that_are_there(plan: Plan) -> None:
    assert sum(len(rows) for rows in QUERIES.values()) >= 200
    keys = {section.key for section in plan.sections()}
    for rows in QUERIES.values():
        for query, expected in rows:
            assert set(expected) <= keys, query


@pytest.mark.parametrize("kind", QUERIES)
def test_each_kind_of_query_finds_what_it_should(kind: str, index: SearchIndex) -> None:
    result = score(index, QUERIES[kind])
    assert result.complete / result.asked >= 0.95, result.missed
    assert result.reciprocal >= 0.85


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_section_comes_first_by_its_own_title(
    spelling: str, plan: Plan, index: SearchIndex
) -> None:
    """Sections whose titles are the same share the first places."""
    assert not_first(index, plan.sections(), spelling) == []


@pytest.mark.parametrize("kind", QUERIES)
def test_filters_only_narrow(kind: str, index: SearchIndex) -> None:
    for query, _ in QUERIES[kind]:
        assert_filters_narrow(index, query, FILTERS)


def test_every_title_has_a_reading(plan: Plan) -> None:
    for section in plan.sections():
        assert section.reading, section.key
        assert all("ぁ" <= kana <= "ゖ" or kana == "ー" for kana in section.reading), section.key
