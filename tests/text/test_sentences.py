"""Sentences: nothing is lost, brackets hold together, line breaks end a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text.sentences import sentences


@given(st.text(alphabet="梟森、。！？（）「」()\n \r\u2028a1", max_size=40))
def test_sentences_are_the_text(text: str) -> None:
    parts = sentences(text)
    assert "".join(parts) == text
    assert all(parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("梟が鳴く。森は静か。", ["梟が鳴く。", "森は静か。"]),
        ("梟（夜。静か。）が鳴く。森。", ["梟（夜。静か。）が鳴く。", "森。"]),
        ("「鳴く。」と書く。森。", ["「鳴く。」と書く。", "森。"]),
        ("閉じない（括弧。次の文。", ["閉じない（括弧。", "次の文。"]),
        ("本当か！？森。", ["本当か！？", "森。"]),
        ("東\t12\n西\t9", ["東\t12\n", "西\t9"]),
        ("", []),
    ],
)
def test_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts
