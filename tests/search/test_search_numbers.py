"""Numbers in a query: each is found where it stands by itself, and apart within longer ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.search.matches import MatchTier
from plan_tui.search.search_index import SearchIndex
from plan_tui.store.plan import Plan
from plan_tui.text.characters import cuts_number, find_whole
from tests.made_up_layer import matcher_of
from tests.parse.test_long_lines import work


@pytest.fixture(scope="module")
def index(read_aloud_database: Path) -> Iterator[SearchIndex]:
    with Plan(read_aloud_database) as plan:
        yield SearchIndex(plan)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("1億冊", "本は1,331億冊ある"),
        ("1億冊", "本は31億冊ある"),
        ("１億冊", "本は１，３３１億冊ある"),
        ("5％", "本の15％"),
        ("５％", "本の75%"),
        ("5%", "本の7.5%"),
        ("345", "34,592冊"),
        ("34", "34,592冊"),
        ("592冊", "34,592冊"),
        ("4,592冊", "34,592冊"),
        ("13", "135羽"),
        ("第1", "第12の棚"),
        ("令和3", "令和30年"),
        ("R3", "R30年"),
        ("5の棚", "令和15の棚"),
        ("3割の棚を増す", "13割の棚を増やす"),
        ("5でーた", "15データ"),
        ("5ウェブ", "15web"),
        ("G7", "G77の梟"),
        ("5G", "15Gの棚"),
        ("0", "10羽"),
    ],
)
def test_a_number_within_a_longer_one_is_only_similar(word: str, text: str) -> None:
    matcher = matcher_of(text)
    assert not matcher.match(word)
    held = list(matcher.doubtful(word).values())
    assert all(match.tier in (MatchTier.TYPO, MatchTier.READING) for match in held)


@pytest.mark.parametrize(
    ("word", "text", "printed"),
    [
        ("1億冊", "31億冊と1億冊", "1億冊"),
        ("５％", "15％、5%", "5%"),
        ("5%", "15%、５％", "５％"),
        ("1,331億冊", "本は1,331億冊ある", "1,331億冊"),
        ("34592", "本は34,592冊ある", "34,592"),
        ("2", "1、2、3", "2"),
        ("2", "1,2,3", "2"),
        ("13", "135羽と13羽", "13"),
        ("Web3", "Web3.0の棚", "Web3"),
        ("Owl 5", "Owl 5.0の棚", "Owl 5"),
        ("9月末", "R3.9月末の棚", "9月末"),
        ("R3", "R3.9月末の棚", "R3"),
        ("7.5", "7.5羽", "7.5"),
        ("10", "計10.", "10"),
        ("令和３年", "令和３年度", "令和３年"),
        ("2021", "令和３年（2021年）", "2021"),
        ("37", "法37②", "37"),
    ],
)
def test_a_number_by_itself_is_found_and_marked(word: str, text: str, printed: str) -> None:
    (held,) = matcher_of(text).match(word).values()
    assert [text[start:end] for start, end in held.marks()] == [printed]
    assert held.tier in (MatchTier.PRINTED, MatchTier.FOLDED, MatchTier.LOOSE)


@pytest.mark.parametrize(
    ("word", "text", "printed"),
    [
        ("三割の棚", "３割の棚", "３割の棚"),
        ("十七種類", "全17種類", "17種類"),
        ("二百五十羽", "250羽", "250羽"),
        ("五か年の棚", "5ヶ年の棚", "5ヶ年の棚"),
        ("三次元の梟", "2次元や３次元の梟", "３次元の梟"),
    ],
)
def test_a_numeral_in_kanji_is_found_in_digits(word: str, text: str, printed: str) -> None:
    (held,) = matcher_of(text).match(word).values()
    assert [text[start:end] for start, end in held.marks()] == [printed]
    assert held.tier is MatchTier.FOLDED


@pytest.mark.parametrize(
    ("word", "texts"),
    [
        ("十分", ("十分な棚", "10分の棚")),
        ("七種類", ("17種類",)),
        ("千葉", ("1000枚",)),
        ("一体", ("1、体",)),
        ("百百", ("100",)),
    ],
)
def test_a_sign_of_a_numeral_in_another_word_is_none(word: str, texts: tuple[str, ...]) -> None:
    held = matcher_of(*texts).match(word)
    assert all(word in texts[unit] for _, unit in held)


def test_a_year_is_not_found_in_a_later_one() -> None:
    matcher = matcher_of("令和30年", "令和3年", "2021年度", "12021年")
    assert sorted(unit for _, unit in matcher.match("令和３年")) == [1, 2]


@pytest.mark.parametrize("word", ["1", "13", "135", "1351", "1,", "1,3", "1,35", "1,351"])
def test_a_number_that_is_typed_goes_on_to_find_the_longer_one(word: str) -> None:
    matcher = matcher_of("本は1,351冊")
    assert matcher.match(word) or matcher.doubtful(word)


@pytest.mark.parametrize(
    ("query", "sure", "similar"),
    [
        ("10館", {"2022:1.1.1"}, set[str]()),
        ("7館", set[str](), {"2021:1.1.1"}),
        ("２羽", set[str](), {"2021:1.1"}),
        ("12羽", {"2021:1.1"}, set[str]()),
        ("10", {"2022:1.1.1"}, {"2021:M2-1"}),
        ("00か所", set[str](), {"2021:M2-1"}),
        ("案内係 1", set[str](), {"2021:1.1"}),
        ("集会所 202", set[str](), {"2021:M2-1"}),
        ("集会所 1 鯨", set[str](), {"2021:M2-1"}),
    ],
)
def test_longer_numbers_come_apart_after_all_that_is_sure(
    index: SearchIndex, query: str, sure: set[str], similar: set[str]
) -> None:
    hits = index.search(query).hits
    assert {hit.section.key for hit in hits if not hit.similar} >= sure
    assert {hit.section.key for hit in hits if hit.similar} >= similar
    assert not {hit.section.key for hit in hits if not hit.similar} & similar
    assert [hit.similar for hit in hits] == sorted(hit.similar for hit in hits)


@given(st.text("13,.，．a年 ", max_size=9), st.text("13,.a年", min_size=1, max_size=3))
def test_no_digit_stands_beside_what_is_whole(text: str, word: str) -> None:
    place = find_whole(text, word)
    if place < 0:
        assert all(
            cuts_number(text, at, at + len(word))
            for at in range(len(text))
            if text.startswith(word, at)
        )
        return
    end = place + len(word)
    assert text[place:end] == word
    assert not (text[place - 1 : place].isdecimal() and word[0].isdecimal())
    assert not (text[end : end + 1].isdecimal() and word[-1].isdecimal())


@pytest.mark.parametrize("part", ["111,", "1.1,", "1 1,1", "１，１１１"])
def test_the_work_grows_as_the_text(part: str) -> None:
    def read(text: str) -> int:
        return find_whole(text, "1,1")

    assert work(read, part * 400) < 3 * work(read, part * 200)
