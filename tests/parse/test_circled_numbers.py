"""Circled numbers beyond ⑳, which stand in two other places of Unicode, in every layout."""

from __future__ import annotations

from itertools import pairwise

import pytest

from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.common.numbering import CIRCLED, value_of
from plan_tui.parse.diagram.lines import counts_on
from plan_tui.parse.full_text.label_styles import styled_labels
from plan_tui.parse.full_text_2025.enumerations import item_numbers
from plan_tui.parse.slides.contents import fold_title
from plan_tui.parse.slides.slide_tables import grid_items
from plan_tui.parse.slides.slide_titles import numbering_style
from plan_tui.parse.slides.units import SlideUnit, UnitKind, split_items, split_marker
from plan_tui.text.characters import CIRCLED_NUMBERS
from plan_tui.text.traced import Traced

LATE = "⑲⑳㉑㉒㉞㉟㊱㊲㊾㊿"


def test_each_has_its_value() -> None:
    assert [value_of(number) for number in CIRCLED_NUMBERS] == list(range(1, 51))
    assert [value_of(number) for number in LATE] == [19, 20, 21, 22, 34, 35, 36, 37, 49, 50]
    assert not any(map(CIRCLED.fullmatch, ("⑴", "⓪", "⓫", "㋐", "20", "①②", "")))


@pytest.mark.parametrize("number", LATE)
def test_each_begins_an_item_or_a_heading(number: str) -> None:
    kind, marker, text = split_marker(Traced.of_line(1, f"{number} 本の貸出"))
    assert (kind, marker.text, text.text) == (UnitKind.ENUM, number, "本の貸出")
    assert numbering_style(number) == "①"
    assert fold_title(f"{number}本の 貸出") == "本の貸出"
    assert [label.numbers for label in styled_labels(f"{number} 本の貸出")] == [(value_of(number),)]


def test_numbers_count_on_from_one_place_of_unicode_to_the_next() -> None:
    for first, second in pairwise(CIRCLED_NUMBERS):
        assert counts_on(f"①森{first}川", second)
        assert not counts_on(f"①森{second}川", first)
    assert not counts_on("①森⑳川", "⑴")
    assert not counts_on("①森⑳川", "")
    assert not counts_on("森", "①")


def test_a_run_in_list_goes_on_beyond_twenty() -> None:
    line = Traced.of_line(1, "⑲森⑳川㉑橋㉒村")
    items = split_items(SlideUnit(UnitKind.ENUM, line[1:], line[:1]))
    assert [(item.marker.text, item.text.text) for item in items] == [
        ("⑲", "森"), ("⑳", "川"), ("㉑", "橋"), ("㉒", "村"),
    ]  # fmt: skip
    numbers = item_numbers("㉟森　㊱川　㊲橋", before="㉞")
    assert [number.group() for number in numbers] == ["㉟", "㊱", "㊲"]


def test_a_grid_stands_in_the_order_of_its_numbers() -> None:
    rows = [Traced.of_line(1, "㉑森\t⑲川"), Traced.of_line(2, "㊱橋\t⑳村")]
    items = grid_items(rows, FurnitureCollector())
    assert items is not None
    assert [number.text for number, _, _ in items] == ["⑲", "⑳", "㉑", "㊱"]
