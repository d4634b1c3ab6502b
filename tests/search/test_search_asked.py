"""Queries as people ask: questions, everyday words and English phrases, on the real plan."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.model.enums import SearchTier
from plan_tui.search.asked_words import asked_words
from plan_tui.search.search_index import SearchIndex
from plan_tui.store.plan import Plan

ASKED = tomllib.loads((Path(__file__).parents[1] / "asked.toml").read_text(encoding="utf-8"))
"""Kind → queries, each with the sections that answer it; written before the search knew any."""
FIRST = 5
LEAST = 0.9
TABLE = {"お年寄り", "借りる券", "library card", "巡回車"}


@pytest.fixture(scope="module")
def plan(real_database: Path) -> Iterator[Plan]:
    with Plan(real_database) as opened:
        yield opened


@pytest.fixture(scope="module")
def index(plan: Plan) -> SearchIndex:
    return SearchIndex(plan)


@pytest.mark.parametrize("kind", ASKED)
def test_what_people_ask_is_answered_in_the_first_five(kind: str, index: SearchIndex) -> None:
    missed = [
        query
        for query, keys in ASKED[kind]
        if not set(keys) & {hit.section.key for hit in index.search(query, FIRST).hits}
    ]
    assert len(missed) <= (1 - LEAST) * len(ASKED[kind]), missed


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("図書カードはいつまでに届くのか", ("図書カード",)),
        ("棚の整理について教えて", ("棚", "整理")),
        ("夜間開館はどうなっていますか？", ("夜間開館",)),
        ("移動図書館とは何ですか", ("移動図書館",)),
        ("お年寄りは借りる券を使えるの？", ("お年寄り", "借りる券")),
        ("巡回車はどこまで進んでいるのでしょうか", ("巡回車",)),
        ("梟の世話を知りたいです", ("梟", "世話")),
        ("When will night opening be extended", ("night", "opening", "extended")),
        ("how does the government lend a library card", ("government", "lend", "library card")),
        ("What is the travelling library?", ("travelling", "library")),
        ("お年寄りが借りたあとの棚", ("お年寄り", "棚")),
        ("夜間開館", ("夜間開館",)),
        ("全1,234冊の棚を知りたいです", ("全1,234冊", "棚")),
    ],
)  # fmt: skip
def test_only_the_telling_words_are_looked_for(query: str, terms: tuple[str, ...]) -> None:
    assert asked_words(tuple(query.split()), TABLE.__contains__).terms == terms


@pytest.mark.parametrize(
    "query", ["移動図書館の整理", "棚と梟", "読み終わった本", "いちらん", "open data"]
)
def test_the_words_of_a_heading_are_no_question(query: str) -> None:
    assert not asked_words(tuple(query.split()), TABLE.__contains__).is_question


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("開館はいつ", ("開館",)),
        ("いつ開館", ("開館",)),
        ("開館、いつ", ("開館",)),
        ("夜間の開館はいつから", ("夜間", "開館")),
        ("貸出券いつ開館", ("貸出券", "開館")),
        ("フクロウカードはいつまで", ("フクロウカード",)),
        ("受付はどこ", ("受付",)),
        ("どこが受付", ("受付",)),
        ("受付は誰", ("受付",)),
        ("受付はだれ", ("受付",)),
        ("目的は何", ("目的",)),
        ("なぜ開館", ("開館",)),
        ("開館はどう", ("開館",)),
        ("受付 開館はいつ", ("受付", "開館")),
        ("開館のときの受付", ("開館", "受付")),
        ("開館したあとの受付", ("開館", "受付")),
    ],
)
def test_a_question_word_beside_a_word_asks(query: str, terms: tuple[str, ...]) -> None:
    asked = asked_words(tuple(query.split()), TABLE.__contains__)
    assert (asked.terms, asked.is_question) == (terms, True)


@pytest.mark.parametrize(
    "query",
    [
        *("いつでもどこでも開館", "いつか開館", "誰もが使える棚", "どこかの棚", "フクロウいつでも"),
        *("いつまでも開館", "棚のどこにも", "貸出券はいつもの棚", "誰1人"),
    ],
)
def test_always_and_everywhere_ask_nothing(query: str) -> None:
    assert not asked_words((query,), TABLE.__contains__).is_question


SOUNDS = {
    "しえん": 1.0,
    "ばんごう": 1.0,
    "かいぎ": 1.0,
    "しえんは": 0.7,
    "とうけ": 0.7,
    "みまわ": 0.7,
}
"""Kana → how well they are heard."""


@pytest.mark.parametrize(
    ("query", "terms", "halves"),
    [
        ("鳥類しえん", ("鳥類", "しえん"), ()),
        ("鳥類ばんごうの棚", ("鳥類", "ばんごう", "棚"), ()),
        ("鳥類かいぎ", ("鳥類", "かいぎ"), ()),
        ("鳥類しえんはいつ", ("鳥類", "しえん"), ()),
        ("鳥類みまわ", ("鳥類", "みまわ"), ()),
        ("鳥類とうけ", ("鳥類",), ()),
        ("鳥類ぬめらぐ", ("鳥類",), ("ぬめらぐ",)),
        ("鳥類についてです", ("鳥類",), ()),
        ("鳥類のぬめらぐ", ("鳥類",), ()),
        ("貸出しはいつ", ("貸出",), ()),
    ],
)
def test_kana_behind_a_noun_are_half_a_word(
    query: str, terms: tuple[str, ...], halves: tuple[str, ...]
) -> None:
    asked = asked_words((query,), TABLE.__contains__, lambda kana: SOUNDS.get(kana, 0))
    assert (asked.terms, asked.halves) == (terms, halves)
    assert set(halves) <= set(asked.heavy)


def test_a_word_that_is_half_in_kana_is_found_whole_or_lacking(index: SearchIndex) -> None:
    hits = index.search("電子しょうめい").hits
    assert all({"電子", "証明"} & {*hit.words} for hit in hits[:5])
    assert {hit.without for hit in hits if not hit.similar} == {()}
    lacking = index.search("電子ぬめらぐ").hits
    assert {(hit.similar, hit.without) for hit in lacking} == {(True, ("ぬめらぐ",))}


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("赤ちゃんが生まれたときの届け", "出生"),
        ("親が亡くなったときの手続き", "死亡"),
        ("引っ越したあとの手続き", "引越し"),
        ("お年寄り向けのスマホ講座", "デジタル活用支援"),
    ],
)
def test_a_sentence_with_everyday_words_is_found_by_the_words_of_the_plan(
    query: str, word: str, index: SearchIndex
) -> None:
    hits = index.search(query).hits
    assert word in hits[0].words
    assert not any(
        {"お", "年寄", "ときの", "くなったときの", "たあとの"} & {*hit.without} for hit in hits
    )


def test_a_question_says_what_was_left_out(index: SearchIndex) -> None:
    result = index.search("オンライン診療はどうなっていますか")
    assert result.left_out
    assert "オンライン診療" in result.hits[0].section.title
    assert index.search("オンライン診療").left_out == ()


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        ("マイナンバーカード 冷蔵庫", "冷蔵庫"),
        ("防災 宇宙船", "宇宙船"),
        ("オンライン診療 タイムマシン", "タイムマシン"),
        ("保育園 恐竜", "恐竜"),
        ("hospital spaceship", "spaceship"),
        ("cybersecurity unicorns", "unicorns"),
        ("恐竜の保育園はいつできますか", "恐竜"),
    ],
)
def test_nothing_is_sure_without_the_telling_word(
    query: str, unknown: str, index: SearchIndex
) -> None:
    hits = index.search(query).hits
    assert all(hit.similar and unknown in hit.without for hit in hits)


def words_of_groups(plan: Plan) -> list[tuple[int, str]]:
    """Return the words that stand for others, each with the number of its group."""
    rows = plan.database.rows("select group_id, form from aliases order by id")
    return [(int(group), str(form)) for group, form in rows]


def test_an_everyday_word_is_named_and_never_before_what_is_printed(
    plan: Plan, index: SearchIndex
) -> None:
    everyday = [form for group, form in words_of_groups(plan) if group < 0]
    assert len(everyday) >= 300
    named = 0
    for word in everyday[::7]:
        tiers = [hit.why for hit in index.search(word).hits]
        named += SearchTier.EVERYDAY in tiers
        if SearchTier.EVERYDAY in tiers and SearchTier.PRINTED in tiers:
            last = len(tiers) - 1 - tiers[::-1].index(SearchTier.PRINTED)
            assert last < tiers.index(SearchTier.EVERYDAY), word
    assert named > len(everyday[::7]) // 2


def test_the_plan_prints_what_everyday_words_lead_to(plan: Plan, index: SearchIndex) -> None:
    groups: dict[int, str] = {}
    for group, form in words_of_groups(plan):
        groups.setdefault(group, form)
    layers = (index.corpus.titles, index.corpus.texts)
    texts = "\0".join(layer.printed.part(n) for layer in layers for n in range(len(layer)))
    assert [word for group, word in groups.items() if group < 0 and word not in texts] == []


def test_an_older_hit_names_its_counterpart_in_the_newest_edition(
    plan: Plan, index: SearchIndex
) -> None:
    hits = index.search("オンライン診療").hits
    newest = max(plan.editions(), key=lambda edition: edition.ordinal).id
    counterparts = [hit.newest for hit in hits if hit.newest]
    assert counterparts
    assert {section.edition_id for section in counterparts} == {newest}
    assert all(hit.newest is None for hit in hits if hit.section.edition_id == newest)
