"""Marks in Markdown are shown as marks, whatever stands beside them, and links hold no more."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.export.markdown import markdown
from plan_tui.export.markdown_escape import escape
from plan_tui.model.rich_document import (
    BulletList,
    Content,
    DataTable,
    DocumentHeading,
    DocumentParagraph,
    LineBreak,
    ListItem,
    Markup,
    ParagraphKind,
    RichDocument,
    TextRun,
    run,
)
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.compare import compare_view
from plan_tui.views.old_new_asked import table_asked
from plan_tui.views.search import search_view
from plan_tui.views.track import track_view
from tests.markdown_reader import links, marked_pieces, plain_words

MARKS = [m for m in Markup if m not in (Markup.PLAIN, Markup.CODE, Markup.NOTATION)]
EDGES = (
    "「」（）『』【】〔〕、。・：！？＋－％＄＝→○①々ーア漢a1 　*~_`[]()<>|\\&.-+=!\"'"
    "\u200b\u202e𠮷😀\u3099"
)
PIECES = st.text(st.sampled_from(EDGES), min_size=1, max_size=4)
RUNS = st.lists(st.tuples(PIECES, st.sampled_from([*MARKS, Markup.PLAIN])), min_size=1, max_size=7)
NEIGHBOURS = ["", "字", "a", "」", "（", "。", "＋", "→", " ", "　", "*", "~", "\\", "1", "😀"]


def paragraph(content: Content) -> str:
    return markdown(RichDocument(Language.JA, (DocumentParagraph(content),)))


def solid(text: str) -> str:
    return "".join(text.split())


def marked_words(content: Content) -> list[str]:
    """Return the words of runs that are to be shown marked."""
    return [p.text for p in content if isinstance(p, TextRun) and p.markup in MARKS]


@pytest.mark.parametrize("text", ["甲", "「甲」", "（乙", "乙）", "、", "＋1", "a→", "[甲](x)"])
def test_a_mark_holds_between_any_neighbours(text: str) -> None:
    for before, after, markup in product(NEIGHBOURS, NEIGHBOURS, MARKS):
        written = paragraph((*run(before), *run(text, markup), *run(after)))
        assert marked_pieces(written) == [text], written


@given(RUNS)
def test_marks_of_all_kinds_hold_beside_each_other(runs: list[tuple[str, Markup]]) -> None:
    content = tuple(TextRun(text, markup) for text, markup in runs)
    cell = DataTable((run("欄"),), ((content,),))
    document = RichDocument(
        Language.JA,
        (
            DocumentHeading(2, (*run("題"), *content)),
            DocumentParagraph(content),
            BulletList((ListItem(content),)),
            cell,
        ),
    )
    written = markdown(document)
    expected = [solid(words) for words in marked_words(content)]
    shown = [solid(words) for words in marked_pieces(written)]
    assert [w for w in shown if w] == [w for w in expected * 4 if w], written
    words = solid("".join(text for text, _ in runs))
    assert plain_words(written) == f"題{words}{words}{words}欄{words}"


def test_signs_are_used_where_they_hold_and_tags_elsewhere() -> None:
    for text, before, after, expected in [
        ("甲", "は", "を", "は**甲**を"),
        ("甲", "", "", "**甲**"),
        ("「甲」", "は", "を", "は<strong>「甲」</strong>を"),
        ("「甲」", "（", "）", "（**「甲」**）"),
        ("甲」", "は", "。", "は**甲」**。"),
        ("甲」", "は", "を", "は<strong>甲」</strong>を"),
        ("（甲", "は", "を", "は<strong>（甲</strong>を"),
        ("＋甲", "は", "を", "は<strong>＋甲</strong>を"),
        ("甲", "→", "→", "→**甲**→"),
        (" 甲", "は", "を", "は<strong> 甲</strong>を"),
    ]:
        assert paragraph((*run(before), *run(text, Markup.NEW), *run(after))) == f"{expected}\n"
    assert paragraph((*run("は"), *run("甲", Markup.GONE), *run("を"))) == "は~~甲~~を\n"
    assert paragraph(run("甲", Markup.CHANGED)) == "<u>甲</u>\n"
    assert paragraph((*run("甲", Markup.NEW), *run("乙", Markup.STRONG))) == (
        "**甲**<strong>乙</strong>\n"
    )


def test_a_printed_subheading_is_marked() -> None:
    for words in ("【甲】", "【甲", "甲。", "*"):
        heading = DocumentParagraph(run(words), ParagraphKind.SUBHEADING)
        assert marked_pieces(markdown(RichDocument(Language.JA, (heading,)))) == [words]
    blank = DocumentParagraph(run("　 "), ParagraphKind.SUBHEADING)
    assert markdown(RichDocument(Language.JA, (blank,))).strip() == ""


def test_a_new_line_is_seen_where_no_new_line_is_shown() -> None:
    written = paragraph((*run("上"), LineBreak(), *run("下", Markup.GONE)))
    assert written == "上 ／ <br>~~下~~\n"


def test_every_mark_of_the_packaged_plan_is_shown(real: Plan) -> None:
    views = [compare_view(real, Language.JA, card.section.key) for card in real.measures()[::6]]
    tables = [table_asked(real, Language.JA, [key], below=True) for key in ("2021:2.1", "2021:2.2")]
    hits = [track_view(real, Language.JA), search_view(real, Language.JA, "マイナンバー", 300)]
    pieces = 0
    for view in (*views, *tables, *hits):
        document = view.document(real.attribution())
        expected = [words for content in contents(document) for words in marked_words(content)]
        assert marked_pieces(markdown(document)) == expected
        pieces += len(expected)
    assert pieces >= 1_200


def contents(document: RichDocument) -> list[Content]:
    """Return the contents of a document's blocks, in order."""
    every: list[Content] = []
    for block in document.blocks:
        match block:
            case BulletList(items):
                every += [item.content for item in items]
            case DataTable(columns, rows):
                every += [*columns, *(cell for row in rows for cell in row)]
            case _:
                every.append(block.content)
    return every


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("甲（https://example.invalid/wiki/甲）", "https://example.invalid/wiki/"),
        ("https://example.invalid/a_(b)を見る", "https://example.invalid/a_(b)"),
        ("(https://example.invalid/a_(b))", "https://example.invalid/a_(b)"),
        ("[https://example.invalid/]", "https://example.invalid/"),
        ("http://[::1]:80/甲", "http://[::1]:80/"),
        ("https://example.invalid/?a[]=1&b[x]=2。", "https://example.invalid/?a[]=1&b[x]=2"),
        ("https://example.invalid/a(b", "https://example.invalid/a"),
        ("https://example.invalid/a)b", "https://example.invalid/a"),
        ("https://example.invalid/([a)]", "https://example.invalid/"),
        ("HTTPS://example.invalid/a.", "HTTPS://example.invalid/a"),
        ("ftp://example.invalid/aを", "ftp://example.invalid/a"),
        ("www.example.jpを見る", "www.example.jp"),
        ("甲はwww.example.jp/a_(b)による", "www.example.jp/a_(b)"),
        ("（www.example.jp）", "www.example.jp"),
        ("www.example.jp、www", "www.example.jp"),
        ("WWW.Example.JP/aで", "WWW.Example.JP/a"),
        ("www.example.jp/x_y*z*。", "www.example.jp/x_y*z*"),
    ],
)
def test_an_address_is_linked_whole_and_nothing_beside_it(text: str, address: str) -> None:
    written = escape(text)
    assert links(written) == [address]
    assert plain_words(written) == solid(text)
    cell = markdown(RichDocument(Language.JA, (DataTable((run(text),), ((run(text),),)),)))
    assert links(cell) == [address, address]


@pytest.mark.parametrize("text", ["www.", "www...", "www.を", "awww.example", "http:www", "www。"])
def test_what_is_no_address_is_not_linked(text: str) -> None:
    assert plain_words(escape(text)) == solid(text)
    assert "](" not in escape(text)
