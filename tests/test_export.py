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

from plan_tui.export import json_lists, markdown_escape, tsv
from plan_tui.export.markdown_escape import code, inline, table
from plan_tui.labels.citations import citation, source
from plan_tui.labels.hit_reasons import found_by
from plan_tui.model import inserted_marks
from plan_tui.model.enums import ChangeKind
from plan_tui.model.records import Attribution, FootnoteRef
from plan_tui.model.tracks import Change, Changes
from plan_tui.search.hits import SearchResult
from plan_tui.search.search_index import SearchIndex
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.views import changes, measures, search, show, tree
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
    written = inserted_marks.with_notes(text, refs, lambda t: t.replace("\0", ""), lambda n: "\0")
    assert written.replace("\0", "") == text.replace("\0", "")
    assert written.count("\0") == len(offsets)


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(-2, 25), st.integers(-2, 25))))
def test_marked_ranges_never_change_the_text(text: str, ranges: list[tuple[int, int]]) -> None:
    written: list[str] = []
    marked: list[str] = []

    def mark(piece: str) -> str:
        marked.append(piece)
        return piece

    assert inserted_marks.with_ranges(text, ranges, str, mark) == text
    covered = {n for a, b in ranges for n in range(max(a, 0), min(b, len(text)))}
    assert sum(map(len, marked)) == len(covered)
    assert all(marked), written


def test_footnotes_are_cited_and_defined(made_up: Plan) -> None:
    written = show.markdown(made_up.section_text("2021:1.1"), NOWHERE, Language.JA)
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
        tree.markdown(sections, documents, attribution, Language.EN),
        search.markdown(result, attribution, Language.EN),
        show.markdown(made_up.section_text("2021:1"), attribution, Language.EN),
        measures.markdown(made_up.measures(), attribution, Language.EN),
    ):
        assert written.endswith("出典：作り物の計画\n\n加工して作成\n")
        assert written.startswith("# ")


def test_a_citation_names_document_day_place_publisher_and_address(made_up: Plan) -> None:
    text = made_up.section_text("2021:M1-1")
    titled = replace(text.document, title="作り物の計画（２０２１年６月１日閣議決定）")
    told = replace(text, document=titled)
    assert text.document.dated == "2021-06-01"
    place, publisher, url = text.section.citation, text.document.publisher, text.document.url
    title = text.section.title
    assert citation(text, Language.JA) == (
        f"「{title}」『{text.document.title}』（2021年6月1日）、{place}、{publisher}、{url}"
    )
    assert citation(told, Language.JA) == (
        f"「{title}」『作り物の計画（２０２１年６月１日閣議決定）』、{place}、{publisher}、{url}"
    )
    assert citation(text, Language.EN) == (
        f"“{title}”, 『{text.document.title}』 (2021-06-01), {place}, {publisher}, {url}"
    )


def test_every_list_names_each_document_that_it_cites_once(made_up: Plan) -> None:
    attribution, language = made_up.attribution(), Language.JA
    cards = made_up.measures()
    older, newer, *_ = made_up.editions()
    row = Change(cards[0].section, (), ChangeKind.DROPPED, True, 0.0, "")
    hit = SearchIndex(made_up).search("移動図書館")
    for written in (
        measures.markdown(cards, attribution, language),
        search.markdown(hit, attribution, language),
        changes.markdown(Changes(older, newer, (row,), {}), attribution, language),
    ):
        sources = written.partition("引用した文書:")[2]
        (plan,) = (one for one in attribution.documents if one.id == "plan-2021")
        assert sources.count(f"- {markdown_escape.escape(source(plan, language))}\n") == 1
    nothing = measures.markdown((), attribution, language)
    assert "引用した文書" not in nothing


def test_bullets_nest_without_gaps(made_up: Plan) -> None:
    """A list that starts deep, or skips a level, would be code in Markdown."""
    for one in made_up.sections():
        written = show.markdown(made_up.section_text(one.key), NOWHERE, Language.JA)
        assert not [t for t in READER.parse(written) if t.type == "code_block"], one.key


def test_tables_have_a_cell_for_each_column(made_up: Plan) -> None:
    written = show.markdown(made_up.section_text("2022:1.2"), NOWHERE, Language.JA)
    html = READER.render(written)
    assert re.findall(r"<t[hd]>(.*?)</t[hd]>", html) == ["棚", "冊数", "東", "1,200", "西", "980"]


def test_text_tables_align_by_display_width(made_up: Plan) -> None:
    text = show.text(made_up.section_text("2022:1.2"), Language.JA)
    rows = [line for line in text.splitlines() if " | " in line]
    assert len({width(row.partition(" | ")[0]) for row in rows}) == 1
    assert len(rows) == 3


def test_text_keeps_hostile_words(made_up: Plan) -> None:
    assert HOSTILE in show.text(made_up.section_text("2021:1.1"), Language.JA)
    (record,) = show.records(made_up.section_text("2021:1.1"))
    assert any(HOSTILE in block["text"] for block in record["blocks"])
    assert json.loads(json_lists.dump([record])) == [record]


@given(st.text())
def test_a_field_never_breaks_its_line(text: str) -> None:
    field = tsv.cell(text)
    assert "\t" not in field
    assert len(field.splitlines()) <= 1


def test_fields_of_other_kinds() -> None:
    assert tsv.cell(None) == ""
    assert tsv.cell(True) == "1"
    assert tsv.cell([{"text": "一"}, {"text": "二"}]) == "一 / 二"
    assert tsv.cell(0.5) == "0.5"


def test_every_section_of_the_real_plan_renders_to_the_letter(real: Plan) -> None:
    for one in real.sections():
        text = real.section_text(one.key)
        seen = []
        for token in READER.parse(show.markdown(text, NOWHERE, Language.JA)):
            assert token.type not in ("code_block", "fence", "html_block"), one.key
            for child in token.children or ():
                assert child.type not in ("image", "s_open"), one.key
                seen.append(child.content if child.type in ("text", "code_inline") else "")
        page = solid("".join(seen))
        for block in text.blocks:
            tables = (block.table.columns, *block.table.rows) if block.table else ()
            for words in [cell for row in tables for cell in row] or [block.text]:
                assert solid(words) in page, one.key
        for words in [*(kpi.text for kpi in text.kpis), *(note.text for note in text.footnotes)]:
            assert solid(words) in page, one.key


def test_similar_hits_are_kept_apart_and_say_how_they_were_found(made_up: Plan) -> None:
    index = SearchIndex(made_up)
    lacking = index.search("貸出券 zzzz")
    text = search.text(lacking, Language.EN)
    assert text.startswith("Similar:\n")
    assert text.count("without zzzz]") == lacking.total
    written = search.markdown(lacking, made_up.attribution(), Language.JA)
    assert f"\n0＋類似{lacking.total}件中{lacking.total}件\n" in written
    assert "・「zzzz」なし)" in written
    whole = index.search("移動図書館")
    both = replace(whole, hits=(*whole.hits, *lacking.hits))
    before, after = search.text(both, Language.JA).split("\n\n類似:\n")
    assert before.split() == search.text(whole, Language.JA).split()
    assert after.split() == search.text(lacking, Language.JA).split()[1:]


def test_no_more_than_two_missing_words_are_named(made_up: Plan) -> None:
    (hit, *_) = SearchIndex(made_up).search("貸出券 zzzz").hits
    many = replace(hit, without=("a", "b", "c"))
    assert found_by(many, Language.EN).endswith(", without a b +1")
    assert found_by(replace(hit, without=()), Language.EN).endswith(", some of the words")
