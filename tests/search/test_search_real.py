"""Search on the real plan: the query set, and each section found first by its own title."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plan_tui.model.enums import SearchTier
from plan_tui.search.hits import SearchResult
from plan_tui.search.search_index import SearchIndex
from plan_tui.store.plan import Plan
from plan_tui.text.fold import fold_printed
from plan_tui.text.tokens import TokenKind, tokens
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


class AskedOnce(SearchIndex):
    """Answers the same question for the first hits once: titles and their spellings come again."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._answers: dict[tuple[str, int], SearchResult] = {}

    def search(self, text: str, limit: int | None = None) -> SearchResult:
        if limit is None:
            return super().search(text)
        if (text, limit) not in self._answers:
            self._answers[text, limit] = super().search(text, limit)
        return self._answers[text, limit]


@pytest.fixture(scope="module")
def index(plan: Plan) -> SearchIndex:
    return AskedOnce(plan)


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


SURE = (SearchTier.PRINTED, SearchTier.FOLDED)
LONGEST = 8
TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
MANY = 400
"""Words that are drawn of those of each script: enough to meet every ending and border."""


def test_no_hit_is_sure_without_the_word_in_print(plan: Plan, index: SearchIndex) -> None:
    """Of the plan's own words, and of them in katakana, which is how a false one is typed."""
    words = {
        token.text
        for section in plan.sections()
        for text in (section.title, *(block.text for block in plan.blocks(section.id)))
        for token in tokens(text)
        if token.kind in (TokenKind.KANJI, TokenKind.KATAKANA, TokenKind.HIRAGANA)
        and 1 < len(token.text) <= LONGEST
    }
    drawn = sorted(words)[:: max(1, len(words) // MANY)]
    for word in (*drawn, *(word.translate(TO_KATAKANA) for word in drawn)):
        for hit in index.search(f'"{word}"').hits:
            if hit.why in SURE and not hit.similar:
                assert hit.words, (word, hit.section.key)
                for printed in hit.words:
                    assert fold_printed(word).removesuffix("ー") in fold_printed(printed), word


def test_the_set_is_answered_but_for_one_in_two_hundred(index: SearchIndex) -> None:
    rows = [row for kind in QUERIES.values() for row in kind]
    result = score(index, rows)
    assert result.complete / result.asked >= 0.995, result.missed
