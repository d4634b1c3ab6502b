"""Traced text: every character keeps its place through any edit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text.traced import Traced

LINES = ("森の図書館は　夜も開く", "梟 12羽", "", "  棚は東と西 ")


@st.composite
def traced_texts(draw: st.DrawFn) -> Traced:
    """Text made of pieces of lines and supplied text, cut and joined in any order."""
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        number = draw(st.integers(1, len(LINES)))
        line = Traced.of_line(number, LINES[number - 1])
        start = draw(st.integers(0, len(line)))
        end = draw(st.integers(start, len(line)))
        parts.append(line[start:end])
        if draw(st.booleans()):
            parts.append(Traced.supplied(draw(st.sampled_from(("", " ", "補い")))))
    return Traced.join(parts, draw(st.sampled_from(("", "\n"))))


def is_true_to_source(text: Traced) -> bool:
    return all(
        place is None or LINES[place[0] - 1][place[1]] == character
        for character, place in zip(text.text, text.places, strict=True)
    )


@given(traced_texts())
def test_joining_and_cutting_keep_every_place(text: Traced) -> None:
    assert is_true_to_source(text)
    assert is_true_to_source(text.strip())
    assert is_true_to_source(text.without_spaces())
    assert text.strip().text == text.text.strip()
    assert text.without_spaces().text == "".join(text.text.split())


@given(traced_texts())
def test_spans_rebuild_the_sourced_characters(text: Traced) -> None:
    rebuilt = {}
    for span in text.spans():
        for step, column in enumerate(range(span.start, span.end)):
            assert span.offset + step not in rebuilt
            rebuilt[span.offset + step] = LINES[span.line - 1][column]
    expected = {
        offset: character
        for offset, (character, place) in enumerate(zip(text.text, text.places, strict=True))
        if place is not None
    }
    assert rebuilt == expected


@given(traced_texts())
def test_spans_are_as_long_as_they_can_be(text: Traced) -> None:
    spans = list(text.spans())
    for before, after in pairwise(spans):
        touching = before.offset + before.end - before.start == after.offset
        assert not (touching and (before.line, before.end) == (after.line, after.start))


@given(traced_texts(), st.data())
def test_without_takes_out_exactly_the_range(text: Traced, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left = text.without(start, end)
    assert left.text == text.text[:start] + text.text[end:]
    assert left.places == text.places[:start] + text.places[end:]


@given(traced_texts())
def test_line_range_is_that_of_its_places(text: Traced) -> None:
    lines = [place[0] for place in text.places if place]
    assert text.first_line == min(lines, default=None)
    assert text.last_line == max(lines, default=None)


def test_keep_follows_the_wanted_order() -> None:
    kept = Traced.of_line(2, LINES[1]).keep([2, 0])
    assert kept == Traced("1梟", ((2, 2), (2, 0)))


def test_text_and_places_must_agree() -> None:
    with pytest.raises(ValueError, match="2 characters but 1 places"):
        Traced("ab", (None,))
