"""Bars: a sign for each thing while there is room, else fewer signs, never more."""

from __future__ import annotations

import pytest

from plan_tui.labels.source_names import CHARACTER_ROLES
from plan_tui.text.language import Language
from plan_tui.tui.render.bars import BarPart, count_bar, stacked


@pytest.mark.parametrize(
    ("counts", "most", "columns", "drawn"),
    [
        ((1, 0, 1), 2, 23, "=-"),
        ((2, 3, 1), 10, 12, "==+++-"),
        ((19, 78, 0), 97, 10, "==++++++++"),
        ((6, 35, 1), 97, 20, "=+++++++-"),
        ((0, 0, 0), 9, 9, ""),
        ((1, 1, 1), 3, 2, ""),
    ],
)
def test_a_bar_has_never_more_signs_than_things(
    counts: tuple[int, ...], most: int, columns: int, drawn: str
) -> None:
    parts = [BarPart(count, sign, "") for count, sign in zip(counts, "=+-", strict=True)]
    text = "".join(piece.text for piece in stacked(parts, most, columns))
    assert text.count("+") <= counts[1]
    assert text.count("=") <= counts[0]
    assert text == drawn


@pytest.mark.parametrize(
    ("number", "most", "signs"), [(3, 3, 3), (1, 3, 1), (1, 900, 1), (0, 3, 0)]
)
def test_a_number_of_things_is_drawn_by_the_same_rule(number: int, most: int, signs: int) -> None:
    assert len(count_bar(number, most, 40)) == signs


@pytest.mark.parametrize("language", Language)
def test_rows_of_the_report_differ_in_more_than_a_particle(language: Language) -> None:
    def bare(name: str) -> str:
        return name.replace("の", "").replace("numbers", "mark").removesuffix("s")

    said = [bare(phrase.say(language)) for phrase in CHARACTER_ROLES.values()]
    assert len(set(said)) == len(said)
