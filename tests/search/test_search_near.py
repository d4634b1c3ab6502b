"""Queries that no section holds whole: most of the words, titles alike, words torn by a mark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.model.enums import SearchTier, TextPlace
from plan_tui.query.word_matcher import is_short_kanji, torn_places
from plan_tui.search.all_words import halves, pieces
from plan_tui.search.fuzzy import subsequences
from plan_tui.search.matches import Match, MatchForm, MatchTier
from plan_tui.search.ranking import match_weight
from plan_tui.search.search_index import SearchIndex
from plan_tui.search.word_patterns import joins_parts
from plan_tui.store.plan import Plan
from tests.made_up_layer import layer_of
from tests.narrowing import assert_filters_narrow


@pytest.fixture(scope="module")
def index(read_aloud_database: Path) -> Iterator[SearchIndex]:
    with Plan(read_aloud_database) as plan:
        yield SearchIndex(plan)


def keys(index: SearchIndex, query: str) -> list[str]:
    return [hit.section.key for hit in index.search(query).hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("貸出券 図書券 鯨", "2021:M1-1"),
        ("鯨 移動図書館 集会所", "2021:M2-1"),
        ("貸出券の鯨と図書券の一体化はいつ", "2021:M1-1"),
        ("貸出券 鯨 搭載 2025", "2025:1.1.1"),
    ],
)
def test_most_of_the_words_are_enough_where_no_section_has_all(
    index: SearchIndex, query: str, first: str
) -> None:
    hits = index.search(query).hits
    assert hits[0].section.key == first
    assert hits[0].score < 0.5, "less than a section that holds all words"


def test_the_section_with_the_rarer_words_comes_before_others(index: SearchIndex) -> None:
    found = keys(index, "図書館 鯨 鳴き声")
    assert found[0] == "2021:1.1.1.1", "鳴き声 stands in fewer sections than 図書館"


def test_most_words_are_not_asked_for_where_a_section_has_all(index: SearchIndex) -> None:
    assert keys(index, "夜間開館 2022") == ["2022:1.1.1"]


def test_a_lone_word_in_a_text_is_chance(index: SearchIndex) -> None:
    assert keys(index, "電子化") == ["2021:1.1"]
    assert keys(index, "電子化 鮟鱇 鮫鮪") == []
    assert keys(index, "鯨 鮫") == []


def test_words_that_stand_nowhere_together_are_found_apart(index: SearchIndex) -> None:
    """Each finds where it stands, and says what is lacking there."""
    hits = index.search("案内係 満足度").hits
    assert {hit.section.key: hit.without for hit in hits} == {
        "2021:1.1": ("満足度",),
        "2021:M2-1": ("案内係",),
    }
    assert all(hit.similar for hit in hits)


def test_a_rare_word_is_found_beside_the_one_section_that_has_all(index: SearchIndex) -> None:
    first, *others = index.search("一体化 手順").hits
    assert (first.section.key, first.similar, first.without) == ("2021:M1-1", False, ())
    assert [(hit.section.key, hit.without) for hit in others] == [("2025:1.1.1", ("手順",))]
    assert keys(index, "貸出券の一体化の手順") == ["2021:M1-1"], "its words were not typed apart"


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("移動図書館のためのネットワーク化", "2021:M2-1"),
        ("移動する図書館とネットワーク化", "2021:M2-1"),
        ("スマートフォン貸出券の搭載について", "2021:1.1.1"),
    ],
)
def test_a_long_title_is_found_though_words_of_it_differ(
    index: SearchIndex, query: str, key: str
) -> None:
    assert key in keys(index, query)[:2]


def test_an_exact_long_title_does_not_hide_its_like(index: SearchIndex) -> None:
    found = keys(index, "貸出券の携帯端末搭載")
    assert found[0] == "2025:1.1.1"
    assert "2021:1.1.1" in found


@pytest.mark.parametrize(
    ("word", "text", "torn"),
    [
        ("鳥魚", "白鳥・魚類", True),
        ("鳥魚", "鳥魚図鑑", False),
        ("山川海", "登山・川海老", True),
        ("鳥 魚", "白鳥・魚類", False),
        ("とり", "ひとり・とり", False),
        ("白鳥魚類", "白鳥・魚類", False),
    ],
)
def test_a_short_word_does_not_reach_over_a_mark(word: str, text: str, torn: bool) -> None:
    assert (is_short_kanji(word) and torn_places(word, text) > 0) is torn


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("図書カード化", ("図書", "カード化")),
        ("貸出券のデジタル化", ("貸出券", "デジタル化")),
        ("棚の梟", ("棚", "梟")),
        ("梟", ("梟",)),
        ("森とAI棚", ("森", "AI棚")),
        ("A棟とＢホール", ("A棟", "Bホール")),
        ("5G基地局", ("5G", "基地局")),
        ("3次元データ", ("3次元", "データ")),
        ("全20館", ("全", "20館")),
    ],
)
def test_a_single_kanji_stays_with_the_word_before_it(word: str, expected: tuple[str, ...]) -> None:
    assert pieces(word) == expected


def test_a_match_weighs_more_the_more_of_the_title_it_fills() -> None:
    titles = [
        "棚の整理の手引",
        "棚の整理と梟の世話の手引",
        "棚の整理と梟の世話と雪かきと森歩きの手引",
    ]
    layer = layer_of(titles)
    weights = [
        match_weight(Match(layer, n, MatchTier.PRINTED, MatchForm.PRINTED, 0, 4, False))
        for n in range(3)
    ]
    assert weights[0] > weights[1] > weights[2]


def test_very_long_words_are_not_cut_at_every_place() -> None:
    assert halves("移動図書館") == (("移動", "図書館"), ("移動図", "書館"))
    assert halves("梟" * 11) == ()


def test_letters_in_order_are_looked_for_only_in_the_first_strings() -> None:
    texts = layer_of(["雪の日の森", "白い雪と森"])
    assert [number for number, *_ in subsequences(texts, "雪森", 2)] == [0, 1]
    assert [number for number, *_ in subsequences(texts, "雪森", 1)] == [0]


def test_what_a_word_matches_is_kept_and_bounded(index: SearchIndex) -> None:
    before = keys(index, "貸出券 一体化")
    for number in range(40):
        index.search(f"棚{number}")
    assert keys(index, "貸出券 一体化") == before


@pytest.mark.parametrize("query", ["\0", "\0\0", "\x1f", "\x7f"])
def test_control_characters_find_nothing(index: SearchIndex, query: str) -> None:
    assert index.search(query).hits == ()


def test_a_word_typed_twice_counts_once(index: SearchIndex) -> None:
    assert keys(index, "貸出券 貸出券 一体化") == keys(index, "貸出券 一体化")


FILTERS = ("edition:2021", "-edition:2025", "kind:measure", "kpi:unset", "has:footnote", "-図書館")
WORDS = ("貸出券", "夜間会館", "図書カード", "yakan", "kashikne", "移動", "鯨", "2025", "一体化")


SIGNS = st.characters(exclude_categories=["C", "Z"], exclude_characters='"”“＂')


@given(
    st.lists(
        st.sampled_from(WORDS) | st.text(SIGNS, min_size=1, max_size=4), min_size=1, max_size=3
    )
)
def test_filters_only_narrow(index: SearchIndex, words: list[str]) -> None:
    assert_filters_narrow(index, " ".join(f'"{word}"' for word in words), FILTERS)


def test_a_filter_lets_no_looser_hit_in(index: SearchIndex) -> None:
    assert keys(index, "夜間開館 edition:2022") == ["2022:1.1.1"]
    assert keys(index, "夜間開館 edition:2022 kind:measure") == []


def test_similar_hits_come_after_all_others_and_are_counted(index: SearchIndex) -> None:
    for query in ("貸出券 鯨", "夜間会館", "移動図書館", "yakan kaikn", "図書館 雪の日"):
        result = index.search(query)
        similar = [hit.similar for hit in result.hits]
        assert similar == sorted(similar)
        assert result.similar == sum(similar)
    assert index.search("夜間会館").similar == index.search("夜間会館").total > 0
    assert index.search("移動図書館").hits[0].similar is False


def test_a_hit_says_which_words_it_lacks(index: SearchIndex) -> None:
    result = index.search("貸出券 zzzz")
    assert result.total == result.similar > 0
    assert {hit.without for hit in result.hits} == {("zzzz",)}
    assert {hit.why for hit in result.hits} == {"some"}
    assert {hit.without for hit in index.search("貸出券 一体化").hits if not hit.similar} == {()}


def test_a_word_with_a_typing_error_among_others_is_said_to_be_one(index: SearchIndex) -> None:
    (hit, *_) = index.search("yakan kaikn").hits
    assert (hit.section.key, hit.why, hit.similar) == ("2025:1.1.1.1", "typo", True)


def test_few_letters_are_not_heard_inside_a_word(index: SearchIndex) -> None:
    assert "2021:M2-1" in keys(index, "toshokan")
    assert keys(index, "oshok") == []


def test_a_word_does_not_run_over_the_blanks_of_an_english_title() -> None:
    layer = layer_of(["Keep the mews", "Open data"], TextPlace.TITLE_EN)
    assert joins_parts("themew", layer, 0)
    assert not joins_parts("themews", layer, 0)
    assert not joins_parts("opendata", layer, 1)
    assert not joins_parts("pen", layer, 1)
    assert not joins_parts("themew", layer_of(["the mews"]), 0)


def test_what_filters_hide_was_not_tried_in_vain(index: SearchIndex) -> None:
    assert index.search("雪の日 edition:2021").tried == ()
    assert index.search("雪夜の月日").tried != ()


def test_a_single_kanji_that_a_particle_parts_off_is_a_word(index: SearchIndex) -> None:
    assert keys(index, "鯨の図書券")[:1] == keys(index, "鯨 図書券")[:1]
    hits = index.search("鯱の貸出券").hits
    assert not any(hit.why is SearchTier.TYPO for hit in hits)


@pytest.mark.parametrize("query", ["買った", "蔵を買った", "困った"])
def test_the_ending_of_a_verb_finds_nothing_by_itself(index: SearchIndex, query: str) -> None:
    assert keys(index, "使えるようになった"), "the ending stands in the plan"
    assert keys(index, query) == []
