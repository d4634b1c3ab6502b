"""What a hit marks: the printed words, however the query spelled them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.search.hits import in_common
from plan_tui.search.search_index import SearchIndex
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.render.search import hit_lines


@pytest.fixture(scope="module")
def index(read_aloud_database: Path) -> Iterator[SearchIndex]:
    with Plan(read_aloud_database) as plan:
        yield SearchIndex(plan)


@pytest.mark.parametrize(
    ("query", "key", "words"),
    [
        ("夜間開館", "2025:1.1.1.1", ("夜間開館",)),
        ("ﾈｯﾄﾜｰｸ", "2021:M2-1", ("ネットワーク",)),
        ("fukurō", "2021:1.1.1.1", ("梟",)),
        ("yakan kaikn", "2025:1.1.1.1", ("夜間開館",)),
        ("やかんかいがん", "2025:1.1.1.1", ("夜間開館",)),
        ("shuukaisho", "2021:M2-1", ("集会所",)),
        ("かしけん", "2025:1.1.1", ("貸出券",)),
        ("夜間閉館", "2025:1.1.1.1", ("夜間開館",)),
        ("移動 集会所", "2021:M2-1", ("移動", "集会所")),
        ("edition:2025", "2025:1.1", ()),
    ],
)
def test_a_hit_tells_its_printed_words(
    index: SearchIndex, query: str, key: str, words: tuple[str, ...]
) -> None:
    found = {hit.section.key: hit for hit in index.search(query).hits}
    assert set(found[key].words) == set(words)


def test_marks_and_words_are_the_same_characters(index: SearchIndex) -> None:
    for query in ("yakan", "ねっとわーく", "夜間閉館", "kashiken", "移動 集会所"):
        for hit in index.search(query).hits:
            title = [hit.section.title[low:high] for low, high in hit.title_marks]
            assert set(title) <= set(hit.words)
            assert hit.words


def test_a_long_phrase_marks_what_it_has_in_common_with_the_title() -> None:
    text = "梟の声を録音するための手引"
    marks = in_common("梟の歌を録音する手引き", text)
    assert [text[low:high] for low, high in marks] == ["梟の", "を録音する", "手引"]


@pytest.mark.parametrize("query", ["夜間開館 開館", "集会所 会所 移動", "貸出券 出券"])
def test_words_that_overlap_are_drawn_once(index: SearchIndex, query: str) -> None:
    hits = index.search(query).hits
    assert any(len(hit.words) > 1 for hit in hits)
    for hit in hits:
        first, second = hit_lines(hit, 1, 400, Language.JA)
        assert f" {hit.section.title} " in first.text
        assert second.text.strip() in (hit.snippet, hit.section.citation)
