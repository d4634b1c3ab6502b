"""Years in a query, in every notation in which they may be printed."""

from __future__ import annotations

import pytest

from plan_tui.search.year_words import edition_word, year_forms


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("R7年度", "R7年度 2025年度 令和7年度"),
        ("2025年度", "2025年度 令和7年度 R7年度"),
        ("S60年", "S60年 1985年 昭和60年"),
        ("令和元年", "令和元年 2019年 令和1年 R1年 R元年 平成31年 H31年"),
        ("昭和64年", "昭和64年 1989年 平成1年 平成元年 H1年 H元年 S64年"),
        ("FY2025", "FY2025 2025年度 令和7年度 R7年度"),
        ("令和７年３月末", "令和7年3月末 2025年3月末 R7年3月末"),
        ("2025", ""),
        ("令和０年度", ""),
        ("デジタル", ""),
    ],
)
def test_a_year_in_every_notation(word: str, forms: str) -> None:
    assert year_forms(word) == tuple(forms.split())


def test_words_that_name_an_edition() -> None:
    named = [edition_word(word) for word in ("2025年版", "令和３年版", "2022", "2025年度")]
    assert named == ["2025", "2021", "2022", None]
