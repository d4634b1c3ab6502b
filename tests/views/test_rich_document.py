"""Documents: how a view's document is built, and how Markdown writes each part of one."""

from __future__ import annotations

import pytest

from plan_tui.export.markdown import markdown
from plan_tui.model.rich_document import (
    BulletList,
    Content,
    DataTable,
    DocumentBlock,
    DocumentHeading,
    DocumentNote,
    DocumentParagraph,
    LineBreak,
    ListItem,
    Markup,
    NoteMark,
    ParagraphKind,
    RichDocument,
    TextRun,
    below_each_other,
    joined,
    run,
)
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.section_document import write_section


def written(*blocks: DocumentBlock) -> str:
    return markdown(RichDocument(Language.JA, blocks))


def paragraph(*content: Content) -> str:
    return written(DocumentParagraph(tuple(inline for part in content for inline in part)))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (Markup.PLAIN, r"\[a\] \*b\*"),
        (Markup.CODE, "`[a] *b*`"),
        (Markup.EMPHASIS, r"*\[a\] \*b\**"),
        (Markup.MATCH, r"**\[a\] \*b\***"),
        (Markup.GONE, r"~~\[a\] \*b\*~~"),
        (Markup.NEW, r"**\[a\] \*b\***"),
        (Markup.SHARED, r"***\[a\] \*b\****"),
        (Markup.MOVED, r"*\[a\] \*b\**"),
        (Markup.NOTATION, r"\[a\] \*b\*"),
        (Markup.CHANGED, r"<u>\[a\] \*b\*</u>"),
        (Markup.STRONG, r"**\[a\] \*b\***"),
    ],
)
def test_each_markup_is_written_around_literal_text(markup: Markup, expected: str) -> None:
    assert paragraph(run("[a] *b*", markup)) == f"{expected}\n"


def test_every_markup_is_tried() -> None:
    assert len(Markup) == 11


def test_blocks_stand_apart_and_their_first_sign_is_text() -> None:
    document = written(
        DocumentHeading(1, run("- 題")),
        DocumentHeading(9, run("深い見出し")),
        DocumentParagraph(run(" 1. 一番")),
        DocumentParagraph(run("- 引用"), ParagraphKind.QUOTATION),
        DocumentParagraph(run("【小見出し】 "), ParagraphKind.SUBHEADING),
        BulletList((ListItem(run("+ 甲")), ListItem(run("乙"), 1))),
    )
    assert document.split("\n\n") == [
        r"# \- 題",
        "###### 深い見出し",
        r"1\. 一番",
        r"> \- 引用",
        "**【小見出し】**",
        "- \\+ 甲\n  - 乙\n",
    ]


def test_tables_hold_breaks_and_no_other_cell_than_their_own() -> None:
    cell = below_each_other([run("上|"), run("下", Markup.NEW)])
    table = DataTable((run("列"), run("欄")), ((cell, ()), (run("値"), run("字"))))
    assert written(table).splitlines() == [
        "| 列 | 欄 |",
        "| --- | --- |",
        "| 上\\| ／ <br>**下** |  |",
        "| 値 | 字 |",
    ]


def test_notes_stand_after_the_text_and_sources_after_a_rule() -> None:
    document = RichDocument(
        Language.EN,
        (DocumentParagraph((*run("字"), NoteMark("plan-1"), LineBreak(), *run("下"))),),
        (DocumentNote("plan-1", run("[注]")),),
        ("甲の計画",),
        "plan-tui tree",
        ("出典：甲", "加工して作成"),
    )
    assert markdown(document).split("\n\n") == [
        "字[^plan-1] ／ <br>下",
        "[^plan-1]: \\[注\\]",
        "---",
        "Documents cited:",
        "- 甲の計画",
        "Command that gives the same: `plan-tui tree`",
        "出典：甲",
        "加工して作成\n",
    ]


def test_a_document_without_the_plans_text_ends_with_its_own() -> None:
    assert paragraph(run("結果")) == "結果\n"


def test_contents_are_joined_without_empty_ends() -> None:
    assert joined([], run(", ")) == ()
    assert joined([run("a")], run(", ")) == run("a")
    assert joined([run("a"), run("b")], run(", ")) == (*run("a"), *run(", "), *run("b"))
    assert run("") == ()


def test_a_footnote_is_defined_once_however_often_it_is_marked(made_up: Plan) -> None:
    builder = DocumentBuilder(Language.JA)
    text = made_up.section_text("2021:1.1")
    write_section(builder, text, 1)
    write_section(builder, text, 1)
    document = builder.finish(made_up.attribution())
    assert [note.name for note in document.notes] == ["plan-2021-1"]
    marks = [
        inline
        for block in document.blocks
        if isinstance(block, DocumentParagraph)
        for inline in block.content
        if isinstance(inline, NoteMark)
    ]
    assert marks == [NoteMark("plan-2021-1")] * 2
    (source,) = document.sources
    assert made_up.section_text("2021:1.1").document.title in source


def test_a_document_holds_the_plans_words_as_printed(made_up: Plan) -> None:
    """No format's signs stand in a document: a writer of any format takes it as it is."""
    for section in made_up.sections():
        builder = DocumentBuilder(Language.JA)
        text = made_up.section_text(section.key)
        write_section(builder, text, 1)
        runs = "".join(
            inline.text
            for block in builder.finish(None).blocks
            for content in _contents(block)
            for inline in content
            if isinstance(inline, TextRun)
        )
        for block in text.blocks:
            if not block.table:
                assert block.text in runs
        assert all(kpi.text in runs for kpi in text.kpis)


def _contents(block: DocumentBlock) -> list[Content]:
    match block:
        case BulletList(items):
            return [item.content for item in items]
        case DataTable(columns, rows):
            return [*columns, *(cell for row in rows for cell in row)]
        case DocumentHeading(_, content) | DocumentParagraph(content, _):
            return [content]


@pytest.mark.parametrize("start", ["1. ", "12) ", "- ", "+ ", "= ", ": "])
def test_a_footnote_begins_no_list(start: str) -> None:
    note = DocumentNote("plan-1", run(f"{start}番号"))
    text = markdown(RichDocument(Language.JA, (DocumentParagraph((NoteMark("plan-1"),)),), (note,)))
    [definition] = [line for line in text.splitlines() if line.startswith("[^plan-1]: ")]
    assert "\\" in definition.removeprefix("[^plan-1]: ")[:3]
