"""A text folded at once is what its tokens are when they are folded one by one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.compare.text.grams import (
    grams,
    grams_of,
    numbered,
    numbered_grams,
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


@given(st.lists(WORDS, max_size=4))
@settings(max_examples=300)
def test_grams_numbered_at_once_are_those_of_each_text(texts: list[str]) -> None:
    folds = [fold for text in texts if is_readable(text) for fold in guarded_folds([text]) if fold]
    words, values = [words_of(f.text) for f in folds], [f.folded_values for f in folds]
    each = [numbered(grams_of(*of_text)) for of_text in zip(words, values, strict=True)]
    assert numbered_grams(words, values) == each


def test_a_year_of_two_thousand_is_a_date_wherever_it_stands() -> None:
    for text in ("二千年度に開く。", "7月の後、二千年度に開く。", "二千年度の7月に開く。"):
        assert "@2000年度" in [token.folded for token in tokens(text)]
        (fold,) = guarded_folds([text])
        assert fold is not None
        assert fold.text == guarded(tokens(text))
