"""Search on the made-up plan: every way of finding, the order of hits, filters, facets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.errors import UsageError
from plan_tui.query.completion import completions
from plan_tui.query.grammar import parse_query
from plan_tui.search import hits as search_hits
from plan_tui.search.corpus import Corpus
from plan_tui.search.filtered_lists import measures, outline
from plan_tui.search.hits import Hit
from plan_tui.search.ranking import Scored
from plan_tui.search.search_index import SearchIndex
from plan_tui.store.plan import Plan


@pytest.fixture(scope="module")
def plan(read_aloud_database: Path) -> Iterator[Plan]:
    with Plan(read_aloud_database) as opened:
        yield opened


@pytest.fixture(scope="module")
def index(plan: Plan) -> SearchIndex:
    return SearchIndex(plan)


def keys(index: SearchIndex, query: str) -> list[str]:
    return [hit.section.key for hit in index.search(query).hits]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[low:high] for low, high in hit.marks]


@pytest.mark.parametrize(
    ("query", "key", "matched", "why", "printed"),
    [
        ("夜間開館", "2025:1.1.1.1", "title", "printed", "夜間開館"),
        ("ﾈｯﾄﾜｰｸ", "2021:M2-1", "title", "folded", "ネットワーク"),
        ("ねっとわく", "2021:M2-1", "reading", "reading", "ネットワーク"),
        ("取り組みの方向性", "2025:1.1", "title", "folded", "取組の方向性"),
        ("取組みの方向", "2025:1.1", "title", "folded", "取組の方向"),
        ("いちらん", "2025:2", "reading", "reading", "一覧"),
        ("tebiki", "2025:2.1", "reading", "reading", "手引"),
        ("yakan kaikan", "2025:1.1.1.1", "reading", "reading", "夜間開館"),
        ("fukurō", "2021:1.1.1.1", "reading", "reading", "梟"),
        ("shuukaisho", "2021:M2-1", "text", "reading", "集会所"),
        ("図書カード", "2025:1.1.1", "title", "alias", "貸出券"),
        ("かしけん", "2025:1.1.1", "title", "alias", "貸出券"),
        ("kashiken", "2025:1.1.1", "title", "alias", "貸出券"),
        ("library card", "2025:1.1.1", "title", "alias", "貸出券"),
        ("librarycrad", "2025:1.1.1", "title", "typo", "貸出券"),
        ("bm", "2021:M2-1", "title", "alias", "移動図書館"),
        ("Travelling  LIBRARY", "2021:M2-1", "title", "folded", ""),
        ("満足度", "2021:M2-1", "kpi", "printed", "満足度"),
        ("架空の施設", "2021:1.1", "footnote", "printed", "架空の施設"),
        ("夜間会館", "2025:1.1.1.1", "title", "typo", "夜間開館"),
        ("yakankaikn", "2025:1.1.1.1", "title", "typo", ""),
        ("1-2", "2021:M1-2", "title", "printed", ""),
        ("[No.１－２]", "2021:M1-2", "title", "printed", ""),
        ("2025:1.1.1", "2025:1.1.1", "title", "printed", ""),
        ("第３部", "2021:3", "title", "printed", ""),
        ("２． 棚の整理", "2022:1.2", "title", "printed", ""),
    ],
)
def test_each_way_finds_says_why_and_marks_the_print(
    index: SearchIndex, query: str, key: str, matched: str, why: str, printed: str
) -> None:
    (hit, *_) = index.search(query).hits
    assert (hit.section.key, hit.matched, hit.why) == (key, matched, why)
    if printed:
        assert printed in marked(hit)


def test_an_exact_title_comes_first_then_titles_then_texts(index: SearchIndex) -> None:
    hits = index.search("夜間開館").hits
    assert [hit.section.key for hit in hits] == [
        "2025:1.1.1.1",  # the whole title
        "2022:1.1.1",  # begins the title, the newer edition first
        "2021:M1-2",
        "2025:1.1.1.1.a",  # only in the text
    ]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_shallow_titles_come_before_deep_ones_and_newer_before_older(index: SearchIndex) -> None:
    found = [(h.section.depth, h.section.edition_id) for h in index.search("図書館の姿").hits[:3]]
    assert found == [(1, "2025"), (1, "2022"), (1, "2021")]


def test_a_section_is_one_hit_however_often_it_matches(index: SearchIndex) -> None:
    found = keys(index, "図書館")
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("貸出券 一体化", {"2021:M1-1", "2025:1.1.1"}),
        ("一体化　貸出券", {"2021:M1-1", "2025:1.1.1"}),
        ("ittaika 図書カード", {"2021:M1-1", "2025:1.1.1"}),
        ("貸出券 2025年版", {"2025:1.1", "2025:1.1.1"}),
        ("夜間開館 2022", {"2022:1.1.1"}),
        ("貸出券 R6年度", {"2021:1.1.1", "2022:1.1", "2021:M1-1", "2025:1.1"}),
        ("貸出券 令和6年度", {"2021:1.1.1", "2022:1.1", "2021:M1-1", "2025:1.1"}),
        ("貸出券 2024年度", {"2021:1.1.1", "2022:1.1", "2021:M1-1", "2025:1.1"}),
        ("貸出券 ２０２４年度末", {"2021:1.1.1", "2022:1.1", "2021:M1-1", "2025:1.1"}),
    ],
)
def test_all_words_stand_in_a_hit_in_any_order(
    index: SearchIndex, query: str, expected: set[str]
) -> None:
    assert set(keys(index, query)) >= expected
    others = {key for key in keys(index, query) if key not in expected}
    assert not others & {"2021:M1-2", "2021:M2-2", "2022:1.2", "2025:2.1"}


def test_a_word_may_stand_in_the_titles_above(index: SearchIndex) -> None:
    assert keys(index, "貸出券 開館時間")[0] == "2025:1.1.1.1.a"


def test_an_unspaced_query_is_cut_where_nothing_else_is_found(index: SearchIndex) -> None:
    hit = index.search("ネットワーク移動図書館").hits[0]
    assert (hit.section.key, hit.why) == ("2021:M2-1", "words")


def test_words_with_a_minus_are_left_out(index: SearchIndex) -> None:
    assert "2021:M1-1" in keys(index, "貸出券")
    assert "2021:M1-1" not in keys(index, "貸出券 -一体化")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("夜間開館 edition:2022", {"2022:1.1.1"}),
        ("夜間開館 edition:2021|2022", {"2022:1.1.1", "2021:M1-2"}),
        ("夜間開館 -edition:2025", {"2022:1.1.1", "2021:M1-2"}),
        ("夜間開館 document:plan-2021", {"2021:M1-2"}),
        ("夜間開館 kind:measure", {"2021:M1-2"}),
        ("kind:measure chapter:II", {"2021:M2-1", "2021:M2-2"}),
        ("kpi:unset", {"2021:M1-2"}),
        ("kind:measure -has:kpi", {"2021:M2-2"}),
        ("has:table", {"2022:1.2"}),
        ("has:footnote", {"2021:1.1", "2021:1.1.1.1", "2025:1.1"}),
        ("has:target", {"2021:1.1.1", "2025:1.1.1"}),
        ("due:2024年度", {"2021:1.1.1"}),
        ("due:>=2026", {"2025:1.1.1"}),
        ("-due:>=2026 has:target", {"2021:1.1.1"}),
        ("under:2025:1.1.1.1.a.a", {f"2025:1.1.1.1.a.a{tail}" for tail in ("", ".A", ".A.a")}),
        ("under:2025:2", {"2025:2", "2025:2.1"}),
    ],
)
def test_filters(index: SearchIndex, query: str, expected: set[str]) -> None:
    assert set(keys(index, query)) == expected


@pytest.mark.parametrize("query", ["edition:1999", "document:owls", "under:2021:99", "owl:1"])
def test_a_filter_for_what_is_not_there_is_an_error(index: SearchIndex, query: str) -> None:
    with pytest.raises(UsageError):
        index.search(query)


def test_facets_count_all_hits_whatever_the_limit(index: SearchIndex) -> None:
    result = index.search("夜間開館", 1)
    assert len(result.hits) == 1
    assert result.total == 4
    assert result.facets["edition"] == {"2025": 2, "2022": 1, "2021": 1}
    assert result.facets["kind"] == {"item": 3, "measure": 1}
    assert result.facets["chapter"] == {"I": 1}


def test_an_empty_query_finds_nothing(index: SearchIndex) -> None:
    assert index.search("").hits == index.search("  ").hits == ()


def test_an_empty_result_says_what_was_tried_and_offers_the_nearest(index: SearchIndex) -> None:
    result = index.search("雪夜の月日")
    assert result.hits == ()
    assert result.total == 0
    assert result.tried[0] == "printed"
    assert result.tried[-1] == "typo"
    assert result.nearest
    assert index.search("鱧鰻鮑鰈鯖").nearest == ()


def test_what_only_the_filters_hide_is_offered_as_the_nearest(index: SearchIndex) -> None:
    result = index.search("雪の日 edition:2021")
    assert result.hits == ()
    assert [hit.section.key for hit in result.nearest][:1] == ["2025:1.1.1.1.a.a.A.a"]


def test_entries_of_a_contents_page_are_found(index: SearchIndex) -> None:
    (hit, *_) = index.search("森の歩き方").hits
    assert hit.section.toc_only


def test_text_that_looks_like_markup_is_plain_text(index: SearchIndex) -> None:
    (hit, *_) = index.search("[b]太字[/b]").hits
    assert hit.section.key == "2021:1.1"
    assert marked(hit) == ["[b]太字[/b]"]


def test_marks_lie_in_the_snippet_and_in_the_title(index: SearchIndex) -> None:
    for query in ("図書館", "としょかん", "かしだし けん", "移動 集会所", "ねっとわーく"):
        for hit in index.search(query).hits:
            assert all(0 <= low < high <= len(hit.snippet) for low, high in hit.marks)
            assert all(0 <= low < high <= len(hit.section.title) for low, high in hit.title_marks)


@pytest.mark.parametrize(
    "query",
    [
        "(",
        "[",
        "\\",
        "*",
        "?",
        "a.*b",
        "ー",
        "・",
        "'",
        "n'",
        "－",
        "\0",
        "\n",
        "🦉",
        "'" * 50,
        "あ" * 300,
    ],
)
def test_no_query_breaks_the_search(index: SearchIndex, query: str) -> None:
    result = index.search(query)
    assert result.total >= len(result.hits)


def test_a_plan_without_readings_is_searched_all_the_same(made_up: Plan) -> None:
    index = SearchIndex(made_up)
    assert keys(index, "夜間開館")[0] == "2025:1.1.1.1"
    assert index.search("yakan").hits == ()


def test_measures_and_outline_are_filtered_lists(plan: Plan) -> None:
    found = measures(plan, parse_query("chapter:I"))
    assert [card.number for card in found] == ["1-1", "1-2"]
    found = measures(plan, parse_query("貸出券"))
    assert [card.number for card in found] == ["1-1"]
    sections = outline(plan, parse_query("edition:2025"), 1)
    assert [section.key for section in sections] == ["2025:1"]
    sections = outline(plan, parse_query("edition:2025"), 1, contents=True)
    assert [section.key for section in sections] == ["2025:1", "2025:2"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("k", [("kind:", None), ("kpi:", None)]),
        ("夜間開館 ed", [("夜間開館 edition:", None)]),
        ("夜間開館 edition:", [
            ("夜間開館 edition:2025", 2),
            ("夜間開館 edition:2022", 1),
            ("夜間開館 edition:2021", 1),
        ]),
        ("夜間開館 -edition:2025", [("夜間開館 -edition:2025", 2)]),
        ("夜間開館 kind:m", [("夜間開館 kind:measure", 1)]),
        ("夜間開館 kpi:", [("夜間開館 kpi:unset", 1)]),
        ("夜間開館 kpi:pr", [("夜間開館 kpi:progress=unset", 1)]),
        ("夜間開館 kpi:効", [("夜間開館 kpi:効果=未設定", 1)]),
        ("chapter:", [("chapter:I", 2), ("chapter:II", 2)]),
        ("due:", [("due:2024", 1), ("due:2026", 1)]),
        ("under:2025:2", [("under:2025:2", 2)]),
        ("夜間開館　ｋ", [("夜間開館　kind:", None), ("夜間開館　kpi:", None)]),
        ("－ＫＩＮＤ：ｍ", [("-kind:measure", 22)]),
        ("夜間", []),
        ("owl:", []),
        ("owl:1 kind:", []),
    ],
)  # fmt: skip
def test_filters_are_completed_with_live_counts(
    index: SearchIndex, typed: str, offered: list[tuple[str, int | None]]
) -> None:
    found = [
        (one.text, one.count) for one in completions(typed, index.filter_facts, index.sections)
    ]
    assert found == [(text, count) for text, count in offered if count != 0]


def test_a_list_counts_completions_in_rows_of_its_own(index: SearchIndex) -> None:
    rows = {"x kind:section": 7, "x kind:part": 0}
    found = completions("x kind:", index.filter_facts, index.sections, rows.get)
    assert [(one.word, one.count) for one in found if one.count is not None] == [
        ("kind:section", 7)
    ]
    assert "kind:part" not in [one.word for one in found]
    assert "kind:measure" in [one.word for one in found]


def test_hits_are_worked_out_when_they_are_looked_at(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def count(corpus: Corpus, n: int, scored: Scored, phrase: str) -> Hit:
        made.append(corpus.section(n).key)
        return search_hits.hit(corpus, n, scored, phrase)

    monkeypatch.setattr("plan_tui.search.search_index.hit", count)
    hits = index.search("図書館").hits
    assert len(hits) > 3
    assert made == []
    assert hits[1:3] == (hits[1], hits[2])
    assert hits[-1].section.key != hits[1].section.key
    assert len(made) == 3
    with pytest.raises(IndexError):
        hits[len(hits)]
