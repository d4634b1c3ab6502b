"""Equal spellings of a word give equal rows in every list, and no list misses a spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.compare.promises.topic_tracks import track_test, tracks
from plan_tui.compare.sections.outline_diff import changes
from plan_tui.model.tracks import Track
from plan_tui.query.grammar import parse_query
from plan_tui.query.word_matcher import SpelledText, WordMatcher
from plan_tui.search.filtered_lists import outline, select_measures
from plan_tui.search.search_index import SearchIndex
from plan_tui.search.target_list import TargetList
from plan_tui.store.plan import Plan
from plan_tui.text.fold import fold_spelling
from tests.conftest import REAL_DATABASE

List = Callable[[str], list[str]]
"""Gives what a list shows of each row that a query lets through."""

TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
TO_HIRAGANA = {code + 0x60: code for code in range(0x3041, 0x3097)}
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
HALF = {ord(unicodedata.normalize("NFKC", chr(code))): chr(code) for code in range(0xFF66, 0xFF9E)}
OLD = str.maketrans("国学体会実変関発証当数権経済続医広検験県辺対帯単団断",
                    "國學體會實變關發證當數權經濟續醫廣檢驗縣邊對帶單團斷")  # fmt: skip
SIGN = re.compile("[^ﾞﾟ][ﾞﾟ]*")
IN_PAIRS = (
    *(("子供", "子ども"), ("子ども", "こども"), ("こども", "子供"), ("取組", "取り組み")),
    *(("手続", "手続き"), ("すべて", "全て"), ("全て", "総て"), ("引越し", "引っ越し")),
    *(("障害者", "障がい者"), ("Web", "ウェブ"), ("さらに", "更に"), ("届出", "届け出")),
)


def _blanks(word: str) -> str:
    return " ".join(SIGN.findall(word))


def _dots(word: str) -> str:
    return "・".join(SIGN.findall(word))


def _long(word: str) -> str:
    """Put a long-vowel mark after each katakana character."""
    return "".join(f"{sign}ー" if "ァ" <= sign <= "ヺ" else sign for sign in word)


def _half(word: str) -> str:
    """Return katakana in half width, voicing marks after their kana."""
    return unicodedata.normalize("NFD", word).translate(HALF).translate({0x3099: "ﾞ", 0x309A: "ﾟ"})


RESPELLED: tuple[Callable[[str], str], ...] = (
    str.lower,
    str.upper,
    *(lambda word, table=table: word.translate(table) for table in (TO_KATAKANA, TO_HIRAGANA)),
    *(lambda word, table=table: word.translate(table) for table in (WIDE, OLD)),
    *(lambda word, pair=pair: word.replace(*pair) for pair in IN_PAIRS),
    *(_blanks, _dots, _long, _half, lambda word: word.replace("ー", "")),
)
WORDS = (
    *("こども", "オンライン", "子育て", "行政手続", "マイナンバーカード", "データ連携", "取組"),
    *("Web", "引越し", "国民", "学校", "障害者", "すべての", "サービス", "医療機関", "実証実験"),
    *("ガバメントクラウドの整備", "デジタル庁の体制", "GIGAスクール", "AI", "5G", "該当なしの語"),
)


@st.composite
def spelled_alike(draw: st.DrawFn) -> tuple[str, str]:
    """A word and another spelling of it, made in up to four steps."""
    word = draw(st.sampled_from(WORDS))
    other = word
    for respell in draw(st.lists(st.sampled_from(RESPELLED), min_size=1, max_size=4, unique=True)):
        other = respell(other)
    return word, other


@pytest.fixture(scope="module")
def plan() -> Iterator[Plan]:
    with Plan(REAL_DATABASE) as opened:
        yield opened


@pytest.fixture(scope="module")
def all_tracks(plan: Plan) -> tuple[Track, ...]:
    return tracks(plan)


@pytest.fixture(scope="module")
def lists(plan: Plan, all_tracks: tuple[Track, ...]) -> dict[str, List]:
    """Each list, as its command and its screen ask for it."""
    index, target_list, cards = SearchIndex(plan), TargetList(plan), plan.measures()

    def changed(query: str) -> list[str]:
        rows = changes(plan, "2021", "2025", parse_query(query)).rows
        return [section.key for row in rows for section in (row.older, *row.newer) if section]

    def dated(query: str) -> list[str]:
        rows = target_list.find(parse_query(query))
        return [f"{row.section.key} {row.passage} {row.offset}" for row in rows]

    def measured(query: str) -> list[str]:
        rows = select_measures(plan, cards, parse_query(query), index=index)
        return [row.section.key for row in rows]

    def headed(query: str) -> list[str]:
        return [section.key for section in outline(plan, parse_query(query), index=index)]

    def tracked(query: str) -> list[str]:
        return [row.id for row in filter(track_test(plan, parse_query(query)), all_tracks)]

    return {
        **{"changes": changed, "targets": dated, "measures": measured},
        **{"tree": headed, "track": tracked},
    }


@settings(max_examples=50, deadline=None)
@given(spellings=spelled_alike(), without=st.booleans())
def test_equal_spellings_give_equal_rows_in_every_list(
    lists: dict[str, List], spellings: tuple[str, str], without: bool
) -> None:
    word, other = spellings
    sign = "-" if without else ""
    assert fold_spelling(word) == fold_spelling(other)
    for name, rows in lists.items():
        assert rows(f'{sign}"{word}"') == rows(f'{sign}"{other}"'), name


@pytest.mark.parametrize("name", ["changes", "targets", "measures", "tree", "track"])
def test_no_list_misses_a_spelling(name: str, lists: dict[str, List]) -> None:
    rows = lists[name]
    assert rows("こども") == rows("子ども") == rows("子供") == rows("コドモ") != []
    assert rows("オンライン") == rows("おんらいん") == rows("ｵﾝﾗｲﾝ") != []
    assert len(rows("オンライン")) < len(rows(""))


def test_measures_and_headings_are_also_found_by_reading_and_alias(lists: dict[str, List]) -> None:
    """These are the rows that a look into the texts alone would lose."""
    assert lists["measures"]("menkyo") == lists["measures"]("めんきょ") != []
    assert lists["tree"]("スマホ") != []
    assert set(lists["tree"]("スマートフォン")) <= set(lists["tree"]("スマホ"))


@pytest.mark.parametrize(
    "word", ["ドローン", "トンネル", "気象情報", "saiban", "運転免許証との一体化"]
)
def test_a_list_takes_nothing_that_is_only_like_a_word_it_holds(
    word: str, plan: Plan, lists: dict[str, List]
) -> None:
    hits = SearchIndex(plan).search(word).hits
    assert any(hit.similar or hit.why == "words" for hit in hits)
    held = {hit.section.key for hit in hits if not hit.similar and hit.why != "words"}
    assert set(lists["tree"](word)) <= held


def test_where_nothing_holds_a_word_a_list_takes_what_is_like_it(lists: dict[str, List]) -> None:
    assert lists["measures"]("オープンダータ") != []


@pytest.mark.parametrize(
    ("query", "texts", "accepted"),
    [
        ("", ("梟",), True),
        ("梟", ("夜の梟", "鳩"), True),
        ("梟 鳩", ("夜の梟", "鳩"), True),
        ("梟 鷹", ("夜の梟", "鳩"), False),
        ("梟 -鳩", ("夜の梟", "鳩"), False),
        ("-鳩", ("夜の梟",), True),
        ("梟鳩", ("夜の梟", "鳩"), False),
        ("ー", ("梟",), True),
        ("-・", ("梟",), True),
        ("鳥魚", ("白鳥・魚類",), False),
        ("鳥魚", ("白鳥・魚類と鳥魚図鑑",), True),
        ("-鳥魚", ("白鳥・魚類",), True),
        ("白鳥魚類", ("白鳥・魚類",), True),
        ('"夜の\x00梟"', ("夜の", "梟"), False),
        ('"夜の\x00梟"', ("夜の梟",), True),
    ],
)
def test_words_are_looked_for_in_a_rows_texts(
    query: str, texts: tuple[str, ...], accepted: bool
) -> None:
    matcher = WordMatcher(parse_query(query))
    assert matcher.accepts(SpelledText.of(*texts)) is accepted
