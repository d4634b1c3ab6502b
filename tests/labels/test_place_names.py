"""Where a section stands, in both languages."""

from __future__ import annotations

import pytest

from plan_tui.labels.place_names import cited, place
from plan_tui.model.enums import SectionKind
from plan_tui.model.records import Section
from plan_tui.text.language import Language


def section(citation: str, edition: str, title: str = "森", title_en: str | None = None) -> Section:
    return Section(
        id=1, document_id="d", edition_id=edition, parent_id=None, ordinal=1, depth=1,
        kind=SectionKind.SECTION, label="", title=title, key="k", citation=citation, reading="",
        title_en=title_en, toc_only=False, line_start=1, line_end=1, children=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("citation", "edition", "japanese", "english"),
    [
        ("2021年 第２部 １（１）②イ", "2021", "第2部 1(1)②イ", "2021 › Part 2 › 1(1)②イ"),
        ("2021年 第２部 １（１）㉑", "2021", "第2部 1(1)㉑", "2021 › Part 2 › 1(1)㉑"),
        ("2025年 第１ ４（１）③ア（イ）", "2025", "第1 4(1)③ア(イ)", "2025 › 1 › 4(1)③ア(イ)"),
        ("2021年 第３部 III [No.３－44]", "2021", "第3部 III [No.3-44]", None),
        ("2026年 第３章 第２節", "2026", "第3章 第2節", "2026 › Chapter 3 › Section 2"),
        ("2021年 前文", "2021", "前文", "2021 › Preface"),
        ("2022年（概要） 第1", "2022", "第1", "2022 (d) › 1"),
        ("2021年12月（資料） 2「森」", "2021-12", "2「森」", "2021-12 (d) › 2“Forest”"),
        ("2022年（概要） ⑳", "2022", "⑳", "2022 (d) › ⑳"),
        ("2026年 ", "2026", "-", "2026 › -"),
    ],
)
def test_places(citation: str, edition: str, japanese: str, english: str | None) -> None:
    named = section(citation, edition, title_en="Forest")
    assert place(named, Language.JA) == japanese
    assert cited(named, Language.JA) == citation
    assert cited(named, Language.EN) == (english or "2021 › Part 3 › III › [No.3-44]")


def test_a_title_without_a_translation_names_the_place_as_printed() -> None:
    named = section("2022年（図） 「森と 町」", "2022", title="森と 町")
    assert cited(named, Language.EN) == "2022 (d) › “森と 町”"
