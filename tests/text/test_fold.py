"""Folding: what compares equal, and where each folded character was printed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plan_tui.text.fold import (
    fold_printed,
    fold_printed_map,
    fold_spelling,
    fold_spelling_map,
    place_as_printed,
)

JAPANESE = st.text(
    alphabet=st.sampled_from(
        "森の図書館アイウガパｶﾞﾊﾟﾞーｰ-−―～〜・･（）「」、。①㈱⾧靭靱"
        "子供ども取り組みウェブＡａ１ 　é\u3099\u0301k㌔…々ヶ"
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("ふくろう", "フクロウ"),
        ("サーバー", "サーバ"),
        ("デ−タ", "データ"),
        ("デ-タ", "データ"),
        ("森・図書館", "森図書館"),
        ("森 の 図書館", "森の図書館"),
        ("森　図書館", "森図書館"),
        ("「森」の図書館", "森の図書館"),
        ("1,200冊", "1200冊"),
        ("強靭", "強靱"),
        ("包摶", "包摂"),
        ("⾧い", "長い"),
        ("國立圖書館", "国立図書館"),
        ("子供", "こども"),
        ("子ども", "コドモ"),
        ("取り組み", "取組"),
        ("取組み", "取組"),
        ("手続き", "手続"),
        ("引っ越し", "引越し"),
        ("紐付け", "ひもづけ"),
        ("一人ひとり", "一人一人"),
        ("ウェブ", "Web"),
        ("①", "1"),
        ("令和５～７年度", "令和5〜7年度"),
    ],
)
def test_spellings_of_one_thing_fold_to_the_same(one: str, other: str) -> None:
    assert fold_spelling(one) == fold_spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1-8", "18"),
        ("梟", "鳩"),
        ("は", "ば"),
        ("つ", "っ"),
        ("3.5", "35"),
        ("森。図書館", "森図書館"),
    ],
)
def test_different_things_stay_different(one: str, other: str) -> None:
    assert fold_spelling(one) != fold_spelling(other)


@pytest.mark.parametrize(
    ("text", "needle", "printed"),
    [
        ("全㈱ﾌｸﾛｳの森", "フクロウ", "ﾌｸﾛｳ"),
        ("夜間・開館を、始める", "夜間開館", "夜間・開館"),
        ("鳥の取り組みを続ける", "取組", "取り組み"),
        ("小さな子供の本", "こども", "子供"),
        ("ｶﾞﾗｽの棚", "ガラス", "ｶﾞﾗｽ"),
        ("移動サーバーの棚", "サーバ", "サーバ"),
    ],
)
def test_a_match_is_found_again_in_the_printed_text(text: str, needle: str, printed: str) -> None:
    folded = fold_spelling_map(text)
    start = folded.text.index(fold_spelling(needle))
    low, high = folded.printed(start, start + len(fold_spelling(needle)))
    assert text[low:high] == printed


@given(JAPANESE)
def test_the_map_folds_as_fold_does(text: str) -> None:
    folded = fold_spelling_map(text)
    assert folded.text == fold_spelling(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)


@given(JAPANESE)
def test_printed_places_lie_in_the_text_and_never_go_back(text: str) -> None:
    folded = fold_spelling_map(text)
    assert all(
        0 <= low < high <= len(text) for low, high in zip(folded.starts, folded.ends, strict=True)
    )
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)


@given(
    st.lists(
        JAPANESE.filter(lambda text: not text.startswith(("\u3099", "\u0301", "ﾞ"))),
        min_size=1,
        max_size=5,
    )
)
def test_joined_texts_fold_one_by_one(texts: list[str]) -> None:
    assert fold_spelling("\0".join(texts)).split("\0") == [fold_spelling(text) for text in texts]


@given(JAPANESE, st.data())
def test_a_place_that_is_plain_is_where_the_map_says(text: str, data: st.DataObject) -> None:
    folded = fold_printed_map(text)
    assume(folded.text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    if place := place_as_printed(text, folded.text, start, end):
        assert place == folded.printed(start, end)


@pytest.mark.parametrize(
    ("text", "part", "printed"),
    [
        ("森の図書館", "図書", "図書"),
        ("ＡＩの森とAIの棚", "ai", "ＡＩ"),
        ("㈱森と引越しの図書館", "図書館", "図書館"),
        ("ａaa", "aa", "ａa"),
        ("㈱ａaa", "aa", None),
        ("㈱森", "株", None),
        ("森の引越し", "引", None),
        ("森の引越しと窓の引出し", "引", None),
        ("e-gov", "egov", None),
        ("㈱かﾞとか", "か", None),
        ("カ\u3099とｶ", "カ", None),
    ],
)
def test_where_a_word_is_printed_is_told_without_the_map_if_that_is_plain(
    text: str, part: str, printed: str | None
) -> None:
    folded = fold_printed(text)
    start = folded.index(part)
    place = place_as_printed(text, folded, start, start + len(part))
    assert (text[slice(*place)] if place else None) == printed
