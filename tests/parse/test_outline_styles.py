"""Every style of label is read, in full and half width, and what only looks like one is not."""

from __future__ import annotations

import pytest

from plan_tui.parse.full_text.label_styles import STYLES, styled_labels


def label(text: str) -> tuple[str, tuple[int, ...], str] | None:
    labels = styled_labels(text)
    if not labels:
        return None
    return labels[0].style.name, labels[0].numbers, text[labels[0].start : labels[0].end]


@pytest.mark.parametrize(
    ("text", "style", "numbers", "printed"),
    [
        ("第１ 総論", "第", (1,), "第１"),
        ("第12　総論", "第", (12,), "第12"),
        ("第二 総論", "第一", (2,), "第二"),
        ("第 3 総論", "第", (3,), "第 3"),
        ("第３-１ 戦略", "第-", (3, 1), "第３-１"),
        ("第３－１　戦略", "第-", (3, 1), "第３－１"),
        ("第３の１　戦略", "第-", (3, 1), "第３の１"),
        ("第3−12 戦略", "第-", (3, 12), "第3−12"),
        ("第１部 総論", "第部", (1,), "第１部"),
        ("第 4 部　総論", "第部", (4,), "第 4 部"),
        ("第三部 総論", "第一部", (3,), "第三部"),
        ("第２章 手段", "第章", (2,), "第２章"),
        ("第十章 手段", "第一章", (10,), "第十章"),
        ("第１節 手段", "第節", (1,), "第１節"),
        ("第2編 手段", "第編", (2,), "第2編"),
        ("１．目的", "N.", (1,), "１．"),
        ("10. 目的", "1.", (10,), "10."),
        ("３、目的", "N.", (3,), "３、"),
        ("一．目的", "一.", (1,), "一．"),
        ("1.2 目的", "N.N", (1, 2), "1.2"),
        ("２．３．４　目的", "N.N", (2, 3, 4), "２．３．４"),
        ("3-1 目的", "N-N", (3, 1), "3-1"),
        ("３－２　目的", "N-N", (3, 2), "３－２"),
        ("（１）目的", "(N)", (1,), "（１）"),
        ("(12) 目的", "(1)", (12,), "(12)"),
        ("（ ３ ）目的", "(N)", (3,), "（ ３ ）"),
        ("（二）目的", "(一)", (2,), "（二）"),
        ("8) 目的", "1)", (8,), "8)"),
        ("１）目的", "N)", (1,), "１）"),
        ("① 目的", "①", (1,), "①"),
        ("㉑目的", "①", (21,), "㉑"),
        ("ア 目的", "ア", (1,), "ア"),
        ("（ウ）目的", "(ア)", (3,), "（ウ）"),
        ("エ）目的", "ア)", (4,), "エ）"),
        ("A. Goal と目的", "A.", (1,), "A."),
        ("Ｂ．目的", "A.", (2,), "Ｂ．"),
        ("C 目的", "A", (3,), "C"),
        ("（Ａ）目的", "(A)", (1,), "（Ａ）"),
        ("（ａ）目的", "(a)", (1,), "（ａ）"),
        ("ｂ　目的", "a", (2,), "ｂ"),
        ("c. 目的", "a.", (3,), "c."),
        ("ⅰ) 目的", "i)", (1,), "ⅰ)"),
        ("（ⅳ）目的", "(i)", (4,), "（ⅳ）"),
        ("Ⅲ．目的", "I.", (3,), "Ⅲ．"),
        ("IV. 目的", "I.", (4,), "IV."),
        ("Ⅱ　目的", "I", (2,), "Ⅱ"),
        ("[No.１－８] 目的", "[No]", (1, 8), "[No.１－８]"),
        ("コラム３　目的", "コラム", (3,), "コラム３"),
        ("別紙２　目的", "別", (2,), "別紙２"),
        ("参考1 目的", "別", (1,), "参考1"),
        ("2 目的", "N", (2,), "2"),
    ],
)
def test_a_label_is_read(text: str, style: str, numbers: tuple[int, ...], printed: str) -> None:
    assert label(text) == (style, numbers, printed)


@pytest.mark.parametrize(
    "text",
    [
        "第１回の会議",
        "第２次の計画",
        "第３条の規定",
        "第１四半期に",
        "第二期の",
        "2024 年度末までの",
        "3.5倍に増えた",
        "1.2兆円",
        "12 月に",
        "5 割を占める",
        "アナログ規制の見直し",
        "AIの活用",
        "目的と手段",
        "2,000 人が",
        "１日も早く",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert label(text) is None


@pytest.mark.parametrize("text", ["イ 目的", "（ロ）目的", "ハ．目的", "I. 目的", "(V) 目的"])
def test_a_sign_of_two_orders_is_read_as_both(text: str) -> None:
    assert len(styled_labels(text)) > 1


@pytest.mark.parametrize(
    "printed",
    [
        ("１．", "1.", "一．"),
        ("（１）", "(1)", "（一）"),
        ("１）", "1)"),
        ("第１ ", "第1 ", "第一 "),
        ("第１章", "第一章"),
        ("１　", "一　"),
    ],
)
def test_labels_that_differ_by_their_numerals_have_one_form(printed: tuple[str, ...]) -> None:
    labels = [styled_labels(f"{text}目的")[0] for text in printed]
    assert len({label.style.form for label in labels}) == 1
    assert {label.value for label in labels} == {1}
    assert len({style.name for style in STYLES}) == len(STYLES)
