"""Labels of headings, and which one may come next."""

import pytest

from plan_tui.model.enums import SectionKind
from plan_tui.parse.common.numbering import (
    LEVELS_2021,
    LEVELS_2025,
    Level,
    NumberedOutline,
    labels,
    roman_value,
    value_of,
)


def read(line: str, levels: tuple[Level, ...]) -> list[tuple[int, str, int]]:
    return [(label.depth, label.text, label.value) for label in labels(line, levels)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第３部 見本集", [(1, "第３部", 3)]),
        ("第 12 部 見本集", [(1, "第 12 部", 12)]),
        ("第３部会の開催", []),
        ("４．図書館の整備", [(2, "４．", 4)]),
        ("４．５倍に増える", []),
        ("Ｉ．公園", [(2, "Ｉ．", 1)]),
        ("VIII．公園", [(2, "VIII．", 8)]),
        ("（10）相互利用", [(3, "（10）", 10)]),
        ("（2030年度）までに", []),
        ("[No.２－15] 樹木の調査", [(3, "[No.２－15]", 15)]),
        ("③ 維持", [(4, "③", 3)]),
        ("③維持", []),
        (" キ 見本", [(5, "キ", 7)]),
        ("キャンプ場", []),
        ("ふつうの文", []),
    ],
)
def test_labels_of_the_2021_layout(line: str, expected: list[tuple[int, str, int]]) -> None:
    assert read(line, LEVELS_2021) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第２ 見本", [(1, "第２", 2)]),
        ("（イ）見本", [(6, "（イ）", 2)]),
        ("B 見本", [(7, "B", 2)]),
        ("（ｃ）見本", [(8, "（ｃ）", 3)]),
        ("Bの見本", []),
    ],
)
def test_labels_of_the_2025_layout(line: str, expected: list[tuple[int, str, int]]) -> None:
    assert read(line, LEVELS_2025) == expected


def test_a_label_knows_where_it_stands() -> None:
    (label,) = labels("  ② 見本", LEVELS_2021)
    assert (label.start, label.end, label.level.kind) == (2, 3, SectionKind.ITEM)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("７", 7), ("12", 12), ("⑳", 20), ("㉑", 21), ("オ", 5), ("Ｄ", 4), ("ｃ", 3), ("々", None)],
)
def test_values(numeral: str, value: int | None) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("Ｉ", 1), ("II", 2), ("Ⅳ", 4), ("IX", 9), ("XIV", 14), ("A", None), ("", None)],
)
def test_roman_values(numeral: str, value: int | None) -> None:
    assert roman_value(numeral) == value


def test_the_next_heading_continues_its_depth_or_opens_a_deeper_one() -> None:
    outline = NumberedOutline()
    assert outline.expects(1, 1)
    assert not outline.expects(1, 2)
    outline.enter(1, 1)
    outline.enter(2, 1)
    outline.enter(4, 1)
    assert outline.expects(4, 2)
    assert outline.expects(5, 1)
    assert outline.expects(2, 2)
    assert not outline.expects(4, 1)
    assert not outline.expects(2, 3)
    outline.enter(2, 2)
    assert outline.expects(4, 1)
    assert not outline.expects(4, 2)
