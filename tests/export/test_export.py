"""Exports: Markdown shows the plan's words to the letter, tables stay tables."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from plan_tui.export import json_lists, markdown_escape
from plan_tui.export.markdown import markdown
from plan_tui.export.markdown_escape import code, inline, table
from plan_tui.export.table_cell import cell
from plan_tui.labels.citations import source
from plan_tui.labels.hit_reasons import found_by
from plan_tui.model import inserted_marks
from plan_tui.model.comparison_enums import ChangeKind
from plan_tui.model.outline_changes import Change, Changes
from plan_tui.model.records import Attribution, FootnoteRef
from plan_tui.search.hits import SearchResult
from plan_tui.search.search_index import SearchIndex
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.views.changes import ChangesView
from plan_tui.views.measures import MeasuresView
from plan_tui.views.search import SearchView
from plan_tui.views.show import ShowView
from plan_tui.views.tree import TreeView
from plan_tui.views.view import View
from tests.worlds.made_up_plan import HOSTILE

NOWHERE = Attribution((), ())
READER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
READER.use(footnote_plugin)

SPECIAL = "\\`*_{}[]<>()#+-.!|~$&^:=\"'1290 　、。①※【】森x/@?%"
WORDS = st.text(st.sampled_from(SPECIAL), max_size=40)


def shown(source: str) -> str:
    """Return the characters that a reader of the Markdown sees, without white space."""
    found = []
    for token in READER.parse(source):
        for child in token.children or ():
            assert child.type in ("text", "softbreak", "link_open", "link_close"), child.type
            found.append(child.content)
        if not token.children:
            assert token.type.endswith(("_open", "_close", "inline")), token.type
            assert not token.content
    return "".join("".join(found).split())


def document(view: View, attribution: Attribution = NOWHERE) -> str:
    """Return a view as Markdown."""
    return markdown(view.document(attribution))


def section(plan: Plan, key: str) -> ShowView:
    return ShowView(Language.JA, (plan.section_text(key),))


def solid(text: str) -> str:
    return "".join(text.split())


@given(WORDS)
def test_escaped_text_is_one_paragraph_to_the_letter(text: str) -> None:
    written = markdown_escape.escape(text)
    tokens = READER.parse(written)
    kinds = [token.type for token in tokens if token.level == 0]
    assert kinds in ([], ["paragraph_open", "paragraph_close"])
    assert shown(written) == solid(text)


@given(WORDS)
def test_escaped_text_is_literal_in_a_list_a_heading_and_a_cell(text: str) -> None:
    assert shown(f"- {markdown_escape.escape(text)}") == solid(text)
    assert shown(f"# {markdown_escape.escape(text)}") == solid(text)
    assert shown(table(["x"], [[inline(text)]])) == "x" + solid(text)


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "# 見出しではない",
        "1. 番号ではない",
        "12) 番号ではない",
        "- 箇条書ではない",
        "+ 箇条書ではない",
        "* 箇条書ではない",
        "> 引用ではない",
        "---",
        "===",
        "    字下げ",
        "\tタブ",
        "<script>alert(1)</script>と<b>太字</b>",
        "&amp;と&#65;",
        "[リンク](https://example.invalid/)と![図](x)",
        "[^1]: 脚注ではない",
        "| 表 | では |ない",
        "~~消し線~~と$数式$と`コード`",
        "https://example.invalid/a_b_c?x=1&y=*2*（参照）",
        "（https://example.invalid/~user/）",
        "https://example.invalid/[x]<y>",
        "末尾の逆斜線\\",
        ":::囲み",
    ],
)
def test_hostile_text_renders_literally(text: str) -> None:
    assert shown(markdown_escape.escape(text)) == solid(text)


@given(st.text(st.sampled_from("`a b|"), min_size=1, max_size=12).map(str.strip).filter(bool))
def test_code_spans_hold_backticks(text: str) -> None:
    (paragraph,) = [token for token in READER.parse(code(text)) if token.type == "inline"]
    assert paragraph.children is not None
    assert [child.type for child in paragraph.children] == ["code_inline"]
    assert paragraph.children[0].content.strip() == text


@given(st.text(max_size=20), st.lists(st.integers(-1, 25), max_size=5))
def test_footnote_marks_never_change_the_text(text: str, offsets: list[int]) -> None:
    refs = [FootnoteRef(1, "9", 1, None, None, offset) for offset in offsets]
    parts = inserted_marks.with_notes(text, refs, lambda t: t.replace("\0", ""), lambda n: "\0")
    written = "".join(parts)
    assert written.replace("\0", "") == text.replace("\0", "")
    assert written.count("\0") == len(offsets)


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(-2, 25), st.integers(-2, 25))))
def test_marked_ranges_never_change_the_text(text: str, ranges: list[tuple[int, int]]) -> None:
    written: list[str] = []
    marked: list[str] = []

    def mark(piece: str) -> str:
        marked.append(piece)
        return piece

    assert "".join(inserted_marks.with_ranges(text, ranges, str, mark)) == text
    covered = {n for a, b in ranges for n in range(max(a, 0), min(b, len(text)))}
    assert sum(map(len, marked)) == len(covered)
    assert all(marked), written


def test_footnotes_are_cited_and_defined(made_up: Plan) -> None:
    written = document(section(made_up, "2021:1.1"))
    assert "森の図書館[^plan-2021-1]は、" in written
    assert written.count("[^plan-2021-1]: 森の奥にある架空の施設。") == 1
    html = READER.render(written)
    assert html.count('class="footnote-item"') == 1


def test_every_export_ends_with_the_attribution(made_up: Plan) -> None:
    attribution = made_up.attribution()
    sections = made_up.sections()
    documents = made_up.documents()
    result = SearchResult("a*b", (), 0, {})
    for written in (
        document(TreeView(Language.EN, sections, documents), attribution),
        document(SearchView(Language.EN, result), attribution),
        document(ShowView(Language.EN, (made_up.section_text("2021:1"),)), attribution),
        document(MeasuresView(Language.EN, made_up.measures()), attribution),
    ):
        assert written.endswith("出典：作り物の計画\n\n加工して作成\n")
        assert written.startswith("# ")


def test_a_source_names_document_day_publisher_and_address(made_up: Plan) -> None:
    document = made_up.section_text("2021:M1-1").document
    titled = replace(document, title="作り物の計画（２０２１年６月１日閣議決定）")
    assert document.dated == "2021-06-01"
    publisher, url = document.publisher, document.url
    assert source(document, Language.JA) == (
        f"『{document.title}』（2021年6月1日）、{publisher}、{url}"
    )
    assert source(titled, Language.JA) == (
        f"『作り物の計画（２０２１年６月１日閣議決定）』、{publisher}、{url}"
    )
    assert source(document, Language.EN) == (
        f"『{document.title}』 (2021-06-01), {publisher}, {url}"
    )


def test_every_list_names_each_document_that_it_cites_once(made_up: Plan) -> None:
    attribution, language = made_up.attribution(), Language.JA
    cards = made_up.measures()
    older, newer, *_ = made_up.editions()
    row = Change(cards[0].section, (), None, ChangeKind.DROPPED, True, 0.0, 0, 0, "", None)
    hit = SearchIndex(made_up).search("移動図書館")
    for written in (
        document(MeasuresView(language, cards), attribution),
        document(SearchView(language, hit), attribution),
        document(ChangesView(language, Changes(older, newer, (row,), {}, {})), attribution),
    ):
        sources = written.partition("引用した文書：")[2]
        (plan,) = (one for one in attribution.documents if one.id == "plan-2021")
        assert sources.count(f"- {markdown_escape.escape(source(plan, language))}\n") == 1
    nothing = document(MeasuresView(language, ()), attribution)
    assert "引用した文書" not in nothing


def test_bullets_nest_without_gaps(made_up: Plan) -> None:
    """A list that starts deep, or skips a level, would be code in Markdown."""
    for one in made_up.sections():
        written = document(section(made_up, one.key))
        assert not [t for t in READER.parse(written) if t.type == "code_block"], one.key


def test_tables_have_a_cell_for_each_column(made_up: Plan) -> None:
    written = document(section(made_up, "2022:1.2"))
    html = READER.render(written)
    assert re.findall(r"<t[hd]>(.*?)</t[hd]>", html) == ["棚", "冊数", "東", "1,200", "西", "980"]


def test_text_tables_align_by_display_width(made_up: Plan) -> None:
    text = section(made_up, "2022:1.2").text()
    rows = [line for line in text.splitlines() if " | " in line]
    assert len({width(row.partition(" | ")[0]) for row in rows}) == 1
    assert len(rows) == 3


def test_text_keeps_hostile_words(made_up: Plan) -> None:
    assert HOSTILE in section(made_up, "2021:1.1").text()
    (record,) = section(made_up, "2021:1.1").records()
    assert any(HOSTILE in block["text"] for block in record["blocks"])
    assert json.loads(json_lists.dump([record])) == [record]


@given(st.text())
def test_a_field_never_breaks_its_line(text: str) -> None:
    field = cell(text)
    assert "\t" not in field
    assert len(field.splitlines()) <= 1


def test_fields_of_other_kinds() -> None:
    assert cell(None) == ""
    assert cell(True) == "1"
    assert cell([{"text": "一"}, {"text": "二"}]) == "一 / 二"
    assert cell(0.5) == "0.5"


def test_every_section_of_the_real_plan_renders_to_the_letter(real: Plan) -> None:
    for one in real.sections():
        text = real.section_text(one.key)
        seen = []
        for token in READER.parse(document(ShowView(Language.JA, (text,)))):
            assert token.type not in ("code_block", "fence", "html_block"), one.key
            for child in token.children or ():
                assert child.type not in ("image", "s_open"), one.key
                seen.append(child.content if child.type in ("text", "code_inline") else "")
        page = solid("".join(seen))
        for block in text.blocks:
            tables = (block.table.columns, *block.table.rows) if block.table else ()
            for words in [words for row in tables for words in row] or [block.text]:
                assert solid(words) in page, one.key
        for words in [*(kpi.text for kpi in text.kpis), *(note.text for note in text.footnotes)]:
            assert solid(words) in page, one.key


def test_similar_hits_are_kept_apart_and_say_how_they_were_found(made_up: Plan) -> None:
    index = SearchIndex(made_up)
    lacking = index.search("貸出券 zzzz")
    text = SearchView(Language.EN, lacking).text()
    assert text.startswith("Similar:\n")
    assert text.count("without zzzz]") == lacking.total
    written = document(SearchView(Language.JA, lacking), made_up.attribution())
    assert f"\n0＋類似{lacking.total}件中{lacking.total}件\n" in written
    assert "・「zzzz」なし）" in written
    whole = index.search("移動図書館")
    both = replace(whole, hits=(*whole.hits, *lacking.hits))
    before, after = SearchView(Language.JA, both).text().split("\n\n類似：\n")
    assert before.split() == SearchView(Language.JA, whole).text().split()
    assert after.split() == SearchView(Language.JA, lacking).text().split()[1:]


def test_no_more_than_two_missing_words_are_named(made_up: Plan) -> None:
    (hit, *_) = SearchIndex(made_up).search("貸出券 zzzz").hits
    many = replace(hit, without=("a", "b", "c"))
    assert found_by(many, Language.EN).endswith(", without a b +1")
    assert found_by(replace(hit, without=()), Language.EN).endswith(", some of the words")
