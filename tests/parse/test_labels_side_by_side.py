"""Two labels on one line: a heading without a title, and the first one below it."""

from __future__ import annotations

import pytest

from plan_tui.model.doubts import Severity
from plan_tui.model.enums import Layout
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.markdown import parser as markdown
from plan_tui.parse.understanding.understanding import understanding
from tests.conservation import true_to_source, unaccounted
from tests.printed_pages import MadeUpPage, passage, positioned, read, typed


def _outline(document: ParsedDocument) -> list[tuple[int, str, str]]:
    return [(each.depth, each.label.text, each.title.text) for each in document.sections]


def _typed(*paragraphs: str) -> PagedText:
    return typed("\n\n".join(paragraphs))


def _read_markdown(text: str) -> ParsedDocument:
    lines = text.split("\n")
    document = markdown.parse(PagedText.of_lines(lines), {})
    assert not unaccounted(lines, document)
    assert true_to_source(lines, document)
    return document


_SENTENCE = "岸辺の小屋では、毎朝その高さを測り、帳面に書き留める。"
_BESIDE = [
    ("（１）", "① ", "①", "②"),
    ("（１）", "①", "①", "②"),
    ("（１）　", "①　", "①", "②"),
    ("（１）", "（ア）", "（ア）", "（イ）"),
    ("①", "（ア） ", "（ア）", "（イ）"),
    ("(1) ", "1) ", "1)", "2)"),
]


@pytest.mark.parametrize(("outer", "inner", "first", "second"), _BESIDE)
def test_labels_side_by_side_in_a_typed_text(
    outer: str, inner: str, first: str, second: str
) -> None:
    text = _typed(
        "第１ 湖畔",
        "１．小屋",
        f"{outer}{inner}船着き場",
        _SENTENCE,
        f"{second} 灯り",
        _SENTENCE,
        "２．橋",
        _SENTENCE,
        "第２ 山",
        _SENTENCE,
    )
    document = read(text)
    assert _outline(document) == [
        (1, "第１", "湖畔"),
        (2, "１．", "小屋"),
        (3, outer.strip(), ""),
        (4, first, "船着き場"),
        (4, second, "灯り"),
        (2, "２．", "橋"),
        (1, "第２", "山"),
    ]
    doubts = understanding(text, document, Layout.FULL_TEXT)
    assert [doubt for doubt in doubts if doubt.severity is not Severity.NOTE] == []


def test_a_group_with_a_title_stands_beside_one_without() -> None:
    heads = ("（１）① 舟", "② 灯り", "（２）蔵", "① 米", "② 縄")
    text = _typed("第１ 湖畔", *(line for head in heads for line in (head, _SENTENCE)))
    assert _outline(read(text)) == [
        (1, "第１", "湖畔"),
        (2, "（１）", ""),
        (3, "①", "舟"),
        (3, "②", "灯り"),
        (2, "（２）", "蔵"),
        (3, "①", "米"),
        (3, "②", "縄"),
    ]


def test_labels_side_by_side_of_which_type_tells() -> None:
    page = MadeUpPage().head("１．小屋").head("（１）① 船着き場").flow(passage(1))
    page.head("② 灯り").flow(passage(2)).head("（２）蔵").flow(passage(3))
    assert _outline(read(positioned(page))) == [
        (1, "１．", "小屋"),
        (2, "（１）", ""),
        (3, "①", "船着き場"),
        (3, "②", "灯り"),
        (2, "（２）", "蔵"),
    ]


@pytest.mark.parametrize("title", ["①と②の橋", "①から③まで", "①・②の別", "② 灯り"])
def test_a_number_that_a_title_refers_to_is_no_label(title: str) -> None:
    document = read(_typed("第１ 湖畔", f"（１）{title}", _SENTENCE, "（２）蔵", _SENTENCE))
    assert _outline(document)[1] == (2, "（１）", title.replace(" ", ""))


@pytest.mark.parametrize("hashes", ["###", "####"])
@pytest.mark.parametrize(("outer", "inner", "first", "second"), _BESIDE)
def test_labels_side_by_side_in_markdown(
    outer: str, inner: str, first: str, second: str, hashes: str
) -> None:
    text = (
        f"# 第１ 湖畔\n\n## １．小屋\n\n"
        f"### {outer}{inner}**船着き場**\n\n舟を着ける。\n\n"
        f"{hashes} {second} 灯り\n\n灯りを点す。\n\n##### ア 油\n\n油を注ぐ。\n\n"
        "### （２）蔵\n\n#### ① 米\n\n米を置く。\n\n#### ② 縄\n\n縄をなう。"
    )
    assert _outline(_read_markdown(text)) == [
        (1, "第１", "湖畔"),
        (2, "１．", "小屋"),
        (3, outer.strip(), ""),
        (4, first, "船着き場"),
        (4, second, "灯り"),
        (5, "ア", "油"),
        (3, "（２）", "蔵"),
        (4, "①", "米"),
        (4, "②", "縄"),
    ]


def test_two_groups_without_titles_in_markdown() -> None:
    heads = ("# １．小屋", "## （１）① 舟", "## ② 灯り", "## （２）① 米", "## ② 縄")
    text = "\n\n".join(line for head in heads for line in (head, _SENTENCE))
    document = _read_markdown(text)
    assert _outline(document) == [
        (1, "１．", "小屋"),
        (2, "（１）", ""),
        (3, "①", "舟"),
        (3, "②", "灯り"),
        (2, "（２）", ""),
        (3, "①", "米"),
        (3, "②", "縄"),
    ]
