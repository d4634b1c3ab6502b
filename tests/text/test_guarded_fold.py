"""A text folded at once is what its tokens are when they are folded one by one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.compare.text.grams import (
    fewest_grams,
    grams,
    grams_of,
    neighbours,
    numbered,
    numbers_of,
    words_of,
)
from plan_tui.text.characters import is_readable
from plan_tui.text.guarded_fold import guarded, guarded_folds
from plan_tui.text.tokens import tokens

WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "梟",
                "の",
                "森",
                "、",
                "。",
                "・",
                "（",
                "）",
                "～",
                "-",
                "’",
                "&",
                " ",
                "\u3000",
                "\n",
            ),
            *(
                "及び",
                "又は",
                "並びに",
                "若しくは",
                "に及",
                "カード",
                "ＤＸ",
                "R",
                "e-Book",
                "㋿",
                "○",
            ),
            *("令和", "六", "6", "６", "年度", "年", "月", "3日", "十一月", "二千", "(2024年度)"),
            *("17", "１，２００", "8.5", "％", "①", "ｶﾞ", "か\u3099", "\x01", "𠮷"),
        ]
    ),
    max_size=12,
).map("".join)


@given(WORDS)
@settings(max_examples=600)
def test_what_is_folded_at_once_is_what_tokens_give(text: str) -> None:
    fold = guarded_folds([text])[0] if is_readable(text) else None
    if fold is None:
        return
    parts = tokens(text)
    assert fold.text == guarded(parts)
    assert [text[start:end] for start, end, _ in fold.values] == [t.text for t in parts if t.whole]
    assert grams_of(words_of(fold.text), fold.folded_values) == grams(parts)


@given(WORDS, WORDS)
@settings(max_examples=300)
def test_grams_among_others_are_those_that_both_have(text: str, other: str) -> None:
    fold = guarded_folds([text])[0] if is_readable(text) else None
    if fold is not None:
        others = grams(tokens(other))
        words, values = words_of(fold.text), fold.folded_values
        said = [*neighbours(words), *numbers_of(values)]
        both = grams(tokens(text)) & others
        assert numbered(others).intersection(said) == numbered(both)


def test_a_year_of_two_thousand_is_a_date_wherever_it_stands() -> None:
    for text in ("二千年度に開く。", "7月の後、二千年度に開く。", "二千年度の7月に開く。"):
        assert "@2000年度" in [token.folded for token in tokens(text)]
        (fold,) = guarded_folds([text])
        assert fold is not None
        assert fold.text == guarded(tokens(text))


@given(WORDS)
@settings(max_examples=300)
def test_a_text_has_as_many_grams_as_are_told_sooner(text: str) -> None:
    fold = guarded_folds([text])[0] if is_readable(text) else None
    if fold is not None:
        words = words_of(fold.text)
        assert fewest_grams(words) <= len(grams_of(words, fold.folded_values))
