"""Display widths: wide 2, combining 0, ambiguous 1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plan_tui.text.width import CUT, cut, pad, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("森の図書館", 10),
        ("ﾓﾘ", 2),
        ("ＡＢ", 4),
        ("①※→", 3),
        ("か\u3099", 2),
        ("e\u0301", 1),
        ("\u200b", 0),
        ("⾧", 2),
        ("a\tb", 2),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(st.sampled_from("森のA1ａ①、。か゛ｶ…-")))
def test_width_agrees_with_the_terminal_library(text: str) -> None:
    assert width(text) == cell_len(text)


@given(st.text(st.sampled_from("森のA1①か\u3099")), st.integers(0, 20))
def test_padding_and_cutting_meet_the_width(text: str, columns: int) -> None:
    assert width(pad(text, columns)) == max(width(text), columns)
    short = cut(text, columns)
    assert width(short) <= columns
    assert short == text or columns == 0 or short.endswith(CUT)
    assert text.startswith(short.removesuffix(CUT))
