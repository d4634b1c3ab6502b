"""Keys and citations from printed labels."""

from __future__ import annotations

import pytest

from plan_tui.model.enums import SectionKind
from plan_tui.model.parsed import ParsedSection
from plan_tui.parse.address import citations, keys, label_code, measure_number
from plan_tui.text.traced import Traced


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("第１部", "1"),
        ("第2", "2"),
        ("第２章", "2"),
        ("１．", "1"),
        ("10．", "10"),
        ("1.", "1"),
        ("（１）", "1"),
        ("(2)", "2"),
        ("③", "3"),
        ("⑳", "20"),
        ("ア", "a"),
        ("（イ）", "b"),
        ("Ｂ", "B"),
        ("A", "A"),
        ("（ｃ）", "c"),
        ("IV．", "IV"),
        ("Ｉ．", "I"),
        ("Ⅲ．", "III"),
        ("[No.１－８]", "M1-8"),
        ("[No.９－１０]", "M9-10"),
        ("第二", "2"),
        ("第十二章", "12"),
        ("第３－１", "3-1"),
        ("第３-２．", "3-2"),
        ("第４の１", "4-1"),
        ("1.2", "1-2"),
        ("２．３．４", "2-3-4"),
        ("８)", "8"),
        ("一．", "1"),
        ("ⅳ)", "iv"),
        ("第１：", "1"),
        ("", ""),
        ("【概要】", ""),
        ("■", ""),
    ],
)
def test_label_code(label: str, code: str) -> None:
    assert label_code(label) == code


@pytest.mark.parametrize("dash", list("－ー−–—-"))
def test_measure_number_takes_any_dash(dash: str) -> None:
    assert measure_number(f"[No.１{dash}８]") == "1-8"


@pytest.mark.parametrize("label", ["（１）", "[No.1]", "No.1-8", "[No.1-8]と[No.1-9]"])
def test_other_labels_have_no_measure_number(label: str) -> None:
    assert measure_number(label) is None


def outline(
    *entries: tuple[int, str, str] | tuple[int, str, str, SectionKind],
) -> list[ParsedSection]:
    return [
        ParsedSection(
            entry[0],
            entry[3] if len(entry) == 4 else SectionKind.SECTION,
            Traced.supplied(entry[1]),
            Traced.supplied(entry[2]),
        )
        for entry in entries
    ]


def test_a_preface_with_a_title_of_its_own_is_cited_by_it() -> None:
    sections = outline(
        (1, "", "前文", SectionKind.PREFACE), (1, "", "はじめに", SectionKind.PREFACE)
    )
    assert citations("1999年", "", sections) == ["1999年 前文", "1999年 「はじめに」"]


def test_keys_follow_the_labels_down() -> None:
    sections = outline(
        (1, "", "前文", SectionKind.PREFACE),
        (1, "第１", "上"),
        (2, "４．", "中"),
        (3, "（１）", "下"),
        (4, "③", "項"),
        (5, "ア", "目"),
        (6, "（イ）", "細目"),
        (7, "B", "号"),
        (8, "（ｃ）", "細号"),
        (1, "第２", "次"),
    )
    assert keys("2025", sections) == [
        "2025:0",
        "2025:1",
        "2025:1.4",
        "2025:1.4.1",
        "2025:1.4.1.3",
        "2025:1.4.1.3.a",
        "2025:1.4.1.3.a.b",
        "2025:1.4.1.3.a.b.B",
        "2025:1.4.1.3.a.b.B.c",
        "2025:2",
    ]


def test_a_measure_is_known_by_its_number_alone() -> None:
    sections = outline(
        (1, "第３部", "集"),
        (2, "Ｉ．", "章"),
        (3, "[No.１－８]", "施策", SectionKind.MEASURE),
        (3, "[No.１－９]", "施策", SectionKind.MEASURE),
    )
    assert keys("2021", sections)[2:] == ["2021:M1-8", "2021:M1-9"]


def test_keys_are_unique_where_labels_repeat_or_lack() -> None:
    sections = outline(
        (1, "", "題"),
        (2, "①", "甲"),
        (2, "①", "乙"),
        (3, "ア", "丙"),
        (1, "", "題"),
        (2, "①", "甲"),
    )
    found = keys("x", sections)
    assert found == ["x:s1", "x:s1.1", "x:s1.1-2", "x:s1.1-2.a", "x:s2", "x:s2.1"]
    assert len(set(found)) == len(found)
    assert all(key.isascii() for key in found)


def test_citation_reads_as_one_place() -> None:
    sections = outline(
        (1, "第１", "上"),
        (2, "４．", "中"),
        (3, "（１）", "下"),
        (4, "③", "項"),
        (5, "ア", "目"),
        (6, "（イ）", "細目"),
        (7, "B", "号"),
        (8, "（ｃ）", "細号"),
    )
    assert citations("2025年", "", sections)[-1] == "2025年 第１ ４（１）③ア（イ）B（ｃ）"


def test_citation_names_the_document_where_an_edition_has_several() -> None:
    sections = outline((1, "", "棚の整理"), (1, "", "前文", SectionKind.PREFACE))
    assert citations("2022年", "（概要）", sections) == [
        "2022年（概要） 「棚の整理」",
        "2022年（概要） 前文",
    ]
